"""Who is told. Sentences are ours."""

from collections.abc import Callable

import pytest

from kg.extract.cast import find_cast
from kg.extract.statements import find_statements
from kg.extract.times import find_times
from kg.nlp import Parsed

Parse = Callable[..., Parsed]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Omar Haddad told Reuters the town had fallen.", ["Reuters"]),
        ("Omar Haddad told a Reuters reporter that the town had fallen.", ["Reuters"]),
        ("Omar Haddad said in an interview with the BBC that the town had fallen.", ["BBC"]),
        ("Speaking to the BBC, Omar Haddad said the town had fallen.", ["BBC"]),
        ("Asked by Reuters about the raid, Omar Haddad said it was a mistake.", ["Reuters"]),
        ("Omar Haddad confirmed the death toll to Reuters and said the road was cut.", ["Reuters", "Reuters"]),
        ("Reuters quoted Omar Haddad as saying the town had fallen.", ["Reuters", None]),
        ("Omar Haddad urged the Red Front to leave the town.", ["Red Front"]),
        ("Omar Haddad pleaded with the Red Front to leave the town.", ["Red Front"]),
        ("Omar Haddad called on the Red Front to leave the town.", ["Red Front"]),
        ("Omar Haddad said the town had fallen to the Red Front.", [None]),
        ("Omar Haddad told Reuters the town had fallen, adding that the road was cut.", ["Reuters", "Reuters"]),
        ("A commander told Reuters the town had fallen. The commander added the road was cut.", ["Reuters", "Reuters"]),
        ("Omar Haddad told Reuters the town had fallen. Amal Bello said the road was cut.", ["Reuters", None]),
    ],
)
def test_who_is_told(parse: Parse, text: str, told: list[str | None]) -> None:
    parsed = parse(text)
    cast = find_cast(parsed)
    found = find_statements(parsed, cast, find_times(parsed))
    names = [None if each.addressee is None else cast.referents[each.addressee].name for each in found]
    assert names == told
