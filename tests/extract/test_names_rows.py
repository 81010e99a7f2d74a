"""Tests of the names of places that a lost comma has run together."""

import pytest

from kg.extract.names import find_names
from tests.conftest import Parse

ROWS = (
    (
        "Shells fell on the districts of Omar al-Zelin Tarmun Lomo Street and Jaramo.",
        ("Omar al-Zelin", "Tarmun", "Lomo Street", "Jaramo"),
        "given names and nouns for places are parts of names",
    ),
    (
        "Jets bombed the villages of Tarmun Kafr Lomo Saraqeb and Zelin.",
        ("Tarmun", "Kafr Lomo", "Saraqeb", "Zelin"),
        "a noun in the plural before them",
    ),
    (
        "The army bombarded rebels in Daraa Hama Idlib and Homs provinces.",
        ("Daraa", "Hama", "Idlib", "Homs"),
        "known towns, and a noun in the plural behind them",
    ),
    (
        "Shells fell on the neighborhoods of al-Tarmun al-Sharqi Lomo and Zelin.",
        ("al-Tarmun al-Sharqi", "Lomo", "Zelin"),
        "which of two places of one name stays with the name",
    ),
    ("Rockets hit Jaramo and Deir Zelin districts.", ("Jaramo", "Deir Zelin"), "the last of a row is one name"),
    ("The villages near Tarmun-Lomo were calm.", ("Tarmun-Lomo",), "a hyphen joins"),
)


@pytest.mark.parametrize(("text", "expected", "why"), ROWS, ids=[why for *_, why in ROWS])
def test_places_in_a_row(parse: Parse, text: str, expected: tuple[str, ...], why: str) -> None:
    parsed = parse(text)
    assert tuple(name.text(parsed) for name in find_names(parsed) if name.place is not None) == expected, why
