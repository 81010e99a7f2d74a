"""What the language model, reading the article as a whole, changes in the events; it is played here."""

import pytest

from tests.conftest import Parse
from tests.extract.played import ALWAYS, Played, Shared, told, words_of


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


@pytest.mark.parametrize(
    ("text", "groups", "why"),
    [
        ("Rebels staged an ambush near Goma. The ambush killed two, a doctor said.", 1, "the same noun comes back"),
        ("Rebels staged an ambush near Goma. The raid killed two, a doctor said.", 2, "another noun"),
        ("Rebels staged an ambush near Goma. An ambush killed two, a doctor said.", 2, "it is told as new"),
    ],
)
def test_a_noun_that_comes_back_is_one_happening_though_the_model_doubts_it(
    parse: Parse, text: str, groups: int, why: str
) -> None:
    parsed = parse(text)
    words = dict.fromkeys(("ambush", "raid"), (0.9, 0.9, "ambush"))
    doubt = frozenset({frozenset({"ambush"}), frozenset({"ambush", "raid"})})
    assert len(told(parsed, Played(parsed, words, rather_apart=doubt))) == groups, why
