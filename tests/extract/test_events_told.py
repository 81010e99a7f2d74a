"""What the language model, reading the article as a whole, changes in the events; it is played here."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

import pytest

from kg.extract.cast import find_cast
from kg.extract.events import find_events
from kg.extract.times import find_times
from kg.model import EventReport, Role
from kg.nlp import Parsed
from tests.conftest import Parse


@dataclass
class Played:
    """Says what it is told to of words; of all others that they tell of nothing."""

    parsed: Parsed
    words: Mapping[str, tuple[float, float, str]]
    alike: frozenset[frozenset[str]] = frozenset()
    apart: frozenset[frozenset[str]] = frozenset()
    agents: Mapping[str, str] = field(default_factory=dict)

    def _of(self, word: int) -> tuple[float, float, str]:
        return self.words.get(self.parsed.tokens[word].text, (0.0, 0.0, "other"))

    def sure(self, word: int) -> float:
        return self._of(word)[0]

    def chosen(self, word: int) -> float:
        return self._of(word)[1]

    def kind(self, word: int) -> str:
        return self._of(word)[2]

    def parties(self, word: int, candidates: Sequence[int], *, suffering: bool) -> list[int]:
        named = None if suffering else self.agents.get(self.parsed.tokens[word].text)
        return [one for one in candidates if self.parsed.tokens[one].text == named]

    def likeness(self, word: int, other: int) -> float:
        both = frozenset({self.parsed.tokens[word].text, self.parsed.tokens[other].text})
        return 2.0 if both in self.alike else -2.0 if both in self.apart else 0.0


def told(parsed: Parsed, played: Played) -> tuple[EventReport, ...]:
    parsed = replace(parsed, telling=played)
    return find_events(parsed, find_cast(parsed), find_times(parsed))


def words_of(parsed: Parsed, events: Sequence[EventReport]) -> list[str]:
    return [parsed.words(event.trigger) for event in events]


ALWAYS = (0.9, 0.9, "other")


def test_a_word_of_no_list_that_is_surely_a_happening_is_one(parse: Parse) -> None:
    parsed = parse("The parliament dissolved itself in Goma on Monday.")
    events = told(parsed, Played(parsed, {"dissolved": ALWAYS}))
    assert words_of(parsed, events) == ["dissolved"]
    assert (events[0].kind.value, events[0].rule) == ("other", "events.as-told")


@pytest.mark.parametrize(
    ("sure", "chosen", "why"),
    [(0.4, 0.9, "not surely a happening"), (0.9, 0.3, "no reader would write it down")],
)
def test_a_word_of_no_list_that_is_unsure_is_none(parse: Parse, sure: float, chosen: float, why: str) -> None:
    parsed = parse("The parliament dissolved itself in Goma on Monday.")
    assert not told(parsed, Played(parsed, {"dissolved": (sure, chosen, "other")})), why


@pytest.mark.parametrize(
    ("sure", "chosen", "kept", "why"),
    [
        (0.05, 0.9, False, "the model takes it for nothing"),
        (0.3, 0.1, False, "no reader would write it down, and it is unsure"),
        (0.3, 0.3, True, "a reader may write it down"),
        (0.6, 0.0, True, "surely a happening, though a reader may name it by other words"),
    ],
)
def test_a_word_of_the_lists_needs_less(parse: Parse, sure: float, chosen: float, kept: bool, why: str) -> None:
    parsed = parse("Rebels shelled Goma on Monday.")
    events = told(parsed, Played(parsed, {"shelled": (sure, chosen, "airstrike")}))
    assert bool(events) is kept, why
    assert all(event.kind.value == "shelling" for event in events)  # the lists know the kind


@pytest.mark.parametrize(("chosen", "shown"), [(0.1, "shelling"), (0.5, "shelled")])
def test_the_first_word_by_which_a_reader_may_name_it_is_shown(parse: Parse, chosen: float, shown: str) -> None:
    parsed = parse("Rebels shelled Goma on Monday. The shelling of Goma killed 12 people.")
    words = {"shelled": (0.9, chosen, "shelling"), "shelling": (0.9, 0.9, "shelling"), "killed": (0.9, 0.0, "shelling")}
    assert words_of(parsed, told(parsed, Played(parsed, words))) == [shown]


def test_words_alike_are_one_happening_unless_something_speaks_against_it(parse: Parse) -> None:
    text = "The parliament dissolved itself in Goma on Monday. The abolition angered many."
    parsed = parse(text)
    words = {"dissolved": ALWAYS, "abolition": ALWAYS}
    assert len(told(parsed, Played(parsed, words))) == 2
    pair = frozenset({frozenset({"dissolved", "abolition"})})
    assert len(told(parsed, Played(parsed, words, alike=pair))) == 1
    parsed = parse(text.replace("The abolition angered", "The abolition in Bukavu angered"))
    assert len(told(parsed, Played(parsed, words, alike=pair))) == 2


def test_words_apart_are_two_happenings_though_the_rules_take_them_for_one(parse: Parse) -> None:
    parsed = parse("Rebels shelled Goma on Monday. The shelling of Goma went on for hours.")
    words = {"shelled": (0.9, 0.9, "shelling"), "shelling": (0.9, 0.9, "shelling")}
    assert len(told(parsed, Played(parsed, words))) == 1
    pair = frozenset({frozenset({"shelled", "shelling"})})
    assert len(told(parsed, Played(parsed, words, apart=pair))) == 2


def test_who_is_told_elsewhere_has_part_in_it(parse: Parse) -> None:
    parsed = parse("The army gathered near Goma. A hospital was shelled on Monday.")
    played = Played(parsed, {"shelled": (0.9, 0.9, "shelling")}, agents={"shelled": "army"})
    (event,) = told(parsed, played)
    cast = find_cast(parsed)
    agents = [cast.referents[part.referent].name for part in event.participants if part.role is Role.AGENT]
    assert agents == ["The army"]
    assert "participants.as-told" in {part.rule for part in event.participants}
