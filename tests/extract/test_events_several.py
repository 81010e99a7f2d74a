"""Tests of where a happening is that several places are told for."""

from datetime import date

import pytest

from kg.extract.cast import find_cast
from kg.extract.events import find_events
from kg.extract.times import find_times
from tests.conftest import Parse

SEVERAL = (
    ("Rebels shelled Saraqib city and Binnish village in Idlib province.", "Idlib province", "what both lie in"),
    ("Rebels shelled Saraqib city in Idlib province.", "Saraqib", "one of them"),
    ("Jets bombed the buildings in Saraqib in Idlib province.", "Saraqib", "several buildings are in one town"),
    ("Rebels fired rockets at Saraqib and Binnish.", "Saraqib", "the first of them"),
    ("Rebels fired rockets at Saraqib, Binnish and Taftanaz.", "Saraqib", "the first of three"),
    ("The coalition launched airstrikes in Syria and Iraq.", None, "two countries are no place"),
)


@pytest.mark.parametrize(("text", "place", "why"), SEVERAL, ids=[why for *_, why in SEVERAL])
def test_several_places(parse: Parse, text: str, place: str | None, why: str) -> None:
    parsed = parse(text, published=date(2019, 3, 13))
    cast = find_cast(parsed)
    event = find_events(parsed, cast, find_times(parsed))[0]
    assert (None if event.place is None else cast.referents[event.place].name) == place, why
