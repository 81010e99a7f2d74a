"""What the language model, reading the article as a whole, changes in the events; it is played here."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

import pytest

from kg.extract.cast import find_cast
from kg.extract.events import find_events
from kg.extract.times import find_times
from kg.model import EventKind, EventReport, Role
from kg.nlp import Parsed
from tests.conftest import Parse


@dataclass
class Played:
    """Says what it is told to of words; of all others that they tell of nothing."""

    parsed: Parsed
    words: Mapping[str, tuple[float, float, str]]
    alike: frozenset[frozenset[str]] = frozenset()
    apart: frozenset[frozenset[str]] = frozenset()
    agents: Mapping[str, Mapping[str, float]] = field(default_factory=dict)
    at: Mapping[str, Mapping[str, float]] = field(default_factory=dict)

    def _of(self, word: int) -> tuple[float, float, str]:
        return self.words.get(self.parsed.tokens[word].text, (0.0, 0.0, "other"))

    def sure(self, word: int) -> float:
        return self._of(word)[0]

    def chosen(self, word: int) -> float:
        return self._of(word)[1]

    def kind(self, word: int) -> str:
        return self._of(word)[2]

    def kinds_of(self, words: Sequence[int]) -> dict[str, float]:
        return dict.fromkeys(EventKind, 0.0) | {self.kind(max(words, key=self.sure)): 1.0}

    def parties(self, word: int, candidates: Sequence[int], *, suffering: bool) -> list[float]:
        named = {} if suffering else self.agents.get(self.parsed.tokens[word].text, {})
        return [named.get(self.parsed.tokens[one].text, -1.0) for one in candidates]

    def places(self, word: int, candidates: Sequence[int]) -> list[float]:
        named = self.at.get(self.parsed.tokens[word].text, {})
        return [named.get(self.parsed.tokens[one].text, 0.0) for one in candidates]

    def likeness(self, word: int, others: Sequence[int]) -> list[float]:
        both = [frozenset({self.parsed.tokens[one].text for one in (word, other)}) for other in others]
        return [2.0 if one in self.alike else -2.0 if one in self.apart else 0.0 for one in both]


@dataclass
class Shared(Played):
    """Says how likely the kinds are, whatever the words."""

    shares: Mapping[str, float] = field(default_factory=dict)

    def kinds_of(self, words: Sequence[int]) -> dict[str, float]:
        del words
        return dict.fromkeys(EventKind, 0.0) | self.shares


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
    [(0.1, 0.9, "the model takes it for nothing"), (0.9, 0.0, "no reader would write it down")],
)
def test_a_word_of_no_list_that_is_unsure_is_none(parse: Parse, sure: float, chosen: float, why: str) -> None:
    parsed = parse("The parliament dissolved itself in Goma on Monday.")
    assert not told(parsed, Played(parsed, {"dissolved": (sure, chosen, "other")})), why


@pytest.mark.parametrize(
    ("sure", "chosen", "kept", "why"),
    [
        (0.05, 0.9, False, "the model takes it for nothing"),
        (0.9, 0.0, False, "no reader would write it down"),
        (0.3, 0.3, True, "a reader may write it down"),
    ],
)
def test_a_word_of_the_lists_needs_less(parse: Parse, sure: float, chosen: float, kept: bool, why: str) -> None:
    parsed = parse("Rebels shelled Goma on Monday.")
    events = told(parsed, Played(parsed, {"shelled": (sure, chosen, "shelling")}))
    assert bool(events) is kept, why
    assert all(event.kind.value == "shelling" for event in events)


@pytest.mark.parametrize(
    ("text", "kept", "why"),
    [
        (
            "Rebels shelled Goma on Monday and killed 12 people.",
            True,
            "a clause that tells of dead",
        ),
        ("Rebels shelled Goma on Monday and killed dozens.", False, "no number is told"),
        ("Rebels shelled Goma on Monday.", False, "nobody is told to be dead"),
        ("Rebels may have shelled Goma and killed 12 people.", False, "it is not told as a fact"),
        ("The shelling of Goma killed 12 people.", False, "it speaks of what was told before"),
        ("Rebels shelled Goma for years and killed 70,000 people.", False, "so many died of a war"),
    ],
)
def test_what_people_died_of_is_told_though_no_reader_may_pick_its_word(
    parse: Parse, text: str, kept: bool, why: str
) -> None:
    parsed = parse(text)
    unlikely = (0.9, 0.01, "shelling")
    events = told(parsed, Played(parsed, dict.fromkeys(("shelled", "shelling", "killed"), unlikely)))
    assert (len(events) == 1) is kept, why


@pytest.mark.parametrize(
    ("shares", "kind", "why"),
    [
        ({"airstrike": 0.8, "assault": 0.2}, "airstrike", "the model knows what the article says of the attack"),
        ({"airstrike": 0.7, "assault": 0.3}, "assault", "it is not that sure: the lists are believed"),
        ({"assault": 1.0}, "assault", "they agree"),
    ],
)
def test_the_likeliest_kind_is_told(parse: Parse, shares: dict[str, float], kind: str, why: str) -> None:
    parsed = parse("Rebels attacked Goma on Monday.")
    events = told(parsed, Shared(parsed, {"attacked": ALWAYS}, shares=shares))
    assert [event.kind.value for event in events] == [kind], why


def test_words_that_say_the_kind_are_believed(parse: Parse) -> None:
    parsed = parse("Fifty rebels surrendered in Goma on Monday.")
    events = told(parsed, Shared(parsed, {"surrendered": ALWAYS}, shares={"retreat": 1.0}))
    assert [event.kind.value for event in events] == ["surrender"]


@pytest.mark.parametrize(
    ("text", "shares", "place", "why"),
    [
        ("Goma was calm. The hospital was shelled on Monday.", {"Goma": 0.65}, "Goma", "the rules found none"),
        ("Goma was calm. The hospital was shelled on Monday.", {"Goma": 0.4}, None, "the model is not sure"),
        (
            "Goma was calm. Rebels shelled Bukavu on Monday.",
            {"Goma": 0.6, "Bukavu": 0.4},
            "Bukavu",
            "hardly less likely",
        ),
        ("Goma was calm. Rebels shelled Bukavu on Monday.", {"Goma": 0.8, "Bukavu": 0.2}, "Goma", "the model is sure"),
        (
            "Goma was calm. Rebels shelled the east of the city on Monday.",
            {"Goma": 0.9},
            "east of the city",
            "what its own words tell lies in that",
        ),
        (
            "Reporters in Syria and Iraq spoke. The hospital was shelled on Monday.",
            {"Syria": 0.8},
            None,
            "of two countries none",
        ),
    ],
)
def test_a_place_that_the_model_is_sure_of_is_told(
    parse: Parse, text: str, shares: dict[str, float], place: str | None, why: str
) -> None:
    parsed = parse(text)
    (event,) = told(parsed, Played(parsed, {"shelled": (0.9, 0.9, "shelling")}, at={"shelled": shares}))
    cast = find_cast(parsed)
    assert (None if event.place is None else cast.referents[event.place].name) == place, why


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
    played = Played(parsed, {"shelled": (0.9, 0.9, "shelling")}, agents={"shelled": {"army": 1.0}})
    (event,) = told(parsed, played)
    cast = find_cast(parsed)
    agents = [cast.referents[part.referent].name for part in event.participants if part.role is Role.AGENT]
    assert agents == ["The army"]
    assert "participants.as-told" in {part.rule for part in event.participants}


def test_who_surely_has_no_part_in_it_is_left_out(parse: Parse) -> None:
    parsed = parse("The army shelled Goma on Monday.")
    for likely, found in ((-1.0, 1), (-4.0, 0)):
        played = Played(parsed, {"shelled": (0.9, 0.9, "shelling")}, agents={"shelled": {"army": likely}})
        (event,) = told(parsed, played)
        assert sum(part.role is Role.AGENT for part in event.participants) == found


@pytest.mark.parametrize(
    ("text", "agents", "why"),
    [
        ("A raid on a village held by Hamas killed six people.", [], "who holds the place does not raid it"),
        ("A raid carried out by Hamas killed six people.", ["Hamas"], "who carries it out does"),
    ],
)
def test_who_only_holds_the_place_does_nothing_there(parse: Parse, text: str, agents: list[str], why: str) -> None:
    parsed = parse(text)
    (event,) = told(parsed, Played(parsed, {"raid": ALWAYS}, agents={"raid": {"Hamas": 2.0}}))
    cast = find_cast(parsed)
    assert [cast.referents[p.referent].name for p in event.participants if p.role is Role.AGENT] == agents, why


def test_a_place_told_only_later_needs_more(parse: Parse) -> None:
    parsed = parse("The hospital was shelled on Monday. Many fled from the town of Goma.")
    for sure, place in ((0.65, None), (0.75, "Goma")):
        (event,) = told(parsed, Played(parsed, {"shelled": ALWAYS}, at={"shelled": {"Goma": sure}}))
        cast = find_cast(parsed)
        assert (None if event.place is None else cast.referents[event.place].name) == place
