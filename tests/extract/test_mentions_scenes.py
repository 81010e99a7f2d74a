"""Tests of the parts of places that have no name: "the rebel-held parts of the city"."""

import pytest

from kg.extract.cast import find_cast
from kg.extract.events import find_events
from kg.extract.mentions_scenes import SCENE
from kg.extract.times import find_times
from tests.conftest import Parse

PARTS = (
    ("Jets bombed the rebel-held parts of Mosul.", "the rebel-held parts of Mosul", ("Mosul",), "who holds them"),
    ("Troops entered its eastern districts on Monday.", "its eastern districts", (), "where they lie"),
    ("Rebels seized the east of Mosul.", "the east of Mosul", ("Mosul",), "a side"),
    (
        "Mosul was calm. Then shells hit a southern district of the city.",
        "a southern district of the city",
        ("Mosul",),
        "one quarter, where it lies and in what",
    ),
    ("Rebels took a hill to the east of Mosul.", None, (), "outside of it"),
    (
        "Jets bombed the rebel-held districts of the northern city of Mosul.",
        "the rebel-held districts of the northern city of Mosul",
        ("Mosul",),
        "the place is told with more words",
    ),
    ("Jets bombed rebel-held areas near Mosul.", None, (), "the town tells more"),
    ("Jets bombed several districts in Mosul.", None, (), "nothing tells which"),
    ("Jets bombed a rebel-held neighbourhood.", None, (), "one quarter that has a name"),
)


@pytest.mark.parametrize(("text", "words", "within", "why"), PARTS, ids=[why for *_, why in PARTS])
def test_parts_of_places(parse: Parse, text: str, words: str | None, within: tuple[str, ...], why: str) -> None:
    parsed = parse(text)
    cast = find_cast(parsed)
    found = [mention for mention in cast.mentions if mention.rule == SCENE]
    assert [parsed.words(mention.span) for mention in found] == ([] if words is None else [words]), why
    for mention in found:
        assert mention.referent is not None
        assert cast.referents[mention.referent].within == within
        assert not cast.referents[mention.referent].named


def test_it_is_the_place_of_what_happens_there(parse: Parse) -> None:
    parsed = parse("Mosul was calm on Monday. Then jets bombed the rebel-held parts of the city.")
    cast = find_cast(parsed)
    (event,) = find_events(parsed, cast, find_times(parsed))
    assert event.place is not None
    assert cast.referents[event.place].name == "rebel-held parts of the city"


def test_the_same_part_is_told_again(parse: Parse) -> None:
    parsed = parse("Jets bombed the eastern suburbs of Mosul. Rebels still hold the suburbs.")
    cast = find_cast(parsed)
    assert len({mention.referent for mention in cast.mentions if mention.rule == SCENE}) == 1
