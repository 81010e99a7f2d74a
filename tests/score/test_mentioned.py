"""Which thing is told at given words."""

import pytest

from kg.model import Span
from kg.score.mentioned import fit, thing_at
from kg.score.told import ToldMention

TEXT = "A source at the Aleppo Police Command spoke."


def _mention(words: str, iri: str | None) -> ToldMention:
    start = TEXT.index(words)
    return ToldMention(Span(start, start + len(words)), words, "Organisation", iri, None)


@pytest.mark.parametrize(
    ("one", "other", "expected", "why"),
    [
        (Span(0, 4), Span(0, 4), 1.0, "the same"),
        (Span(0, 4), Span(2, 6), 0.5, "two of four each: 2 · 2 / 8"),
        (Span(0, 2), Span(0, 6), 0.5, "two of two and six: 2 · 2 / 8"),
        (Span(0, 4), Span(4, 8), 0.0, "side by side"),
        (Span(0, 2), Span(7, 9), 0.0, "far apart: not less than nothing"),
    ],
)
def test_fit(one: Span, other: Span, expected: float, why: str) -> None:
    assert fit(one, other) == fit(other, one) == expected, why


SOURCE = _mention("source", "x1")
COMMAND = _mention("Aleppo Police Command", "x2")
TOWN = _mention("Aleppo", "x3")
NOBODY = _mention("A source", None)


@pytest.mark.parametrize(
    ("place", "mentions", "expected", "why"),
    [
        ("A source at the Aleppo Police Command", [COMMAND, SOURCE], "x1", "the head goes before the greater part"),
        ("A source at the Aleppo Police Command", [TOWN, COMMAND], "x2", "without the head, the greater part"),
        ("A source", [NOBODY, SOURCE], "x1", "a mention that means nothing known does not count"),
        ("spoke", [SOURCE, COMMAND], None, "nothing there"),
        ("A source", [], None, "nothing told"),
    ],
)
def test_thing_at(place: str, mentions: list[ToldMention], expected: str | None, why: str) -> None:
    start = TEXT.index(place)
    assert thing_at(TEXT, Span(start, start + len(place)), mentions) == expected, why


def test_thing_at_words_of_which_only_some_count() -> None:
    place = Span(0, len(TEXT))
    assert thing_at(TEXT, place, [COMMAND, TOWN], known={"x3"}) == "x3"
    # the head of "A source at …" is the source
    assert thing_at(TEXT, place, [COMMAND, TOWN], head_only=True) is None
    assert thing_at(TEXT, place, [COMMAND, SOURCE], head_only=True) == "x1"


@pytest.mark.parametrize(
    ("text", "told", "expected", "why"),
    [
        ("his enemies", "his", None, "a pronoun that owns"),
        ("the army's enemies", "army", None, "an owner"),
        ("the army’s enemies", "the army’s", None, "an owner with its ending"),
        ("the army's", "the army's", "x", "the words are the owner alone"),
        ("the Red Army's", "Red Army", "x", "its ending is not the head"),
        ("the army enemies", "army", "x", "no owner"),
    ],
)
def test_owner_is_not_what_it_owns(text: str, told: str, expected: str | None, why: str) -> None:
    start = text.index(told)
    owner = ToldMention(Span(start, start + len(told)), told, "Organisation", "x", None)
    assert thing_at(text, Span(0, len(text)), [owner]) == expected, why
