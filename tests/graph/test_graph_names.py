"""IRIs: bases that can't be used are refused, and content decides."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import InputError
from kg.graph import check_base
from kg.graph.names import Names, digest
from kg.model import Role, Span
from kg.vocab import DATA


@pytest.mark.parametrize("base", [DATA, "https://example.org/#", "urn:kg:x/", "http://localhost:8000/é/"])
def test_a_base_that_can_be_used(base: str) -> None:
    assert check_base(base) == base


@pytest.mark.parametrize(
    ("base", "why"),
    [
        ("", "empty"),
        ("data/", "relative"),
        ("//example.org/", "without a scheme"),
        ("https://example.org/data", "a name would run on from the last word"),
        ("https://example.org/my data/", "a space"),
        ("<https://example.org/>", "brackets"),
        ("https://example.org/{x}/", "braces"),
        ("https://example.org/\n/", "a line break"),
        ('https://example.org/"/', "a quotation mark"),
        ("https:/", "nothing behind the scheme"),
    ],
)
def test_a_base_that_cannot_be_used(base: str, why: str) -> None:
    with pytest.raises(InputError, match="is no base"):
        check_base(base)


def test_names_check_their_base() -> None:
    with pytest.raises(InputError):
        Names("nonsense")


def test_names_are_terms() -> None:
    names = Names("https://example.org/")
    assert names.thing("actor/x") == "<https://example.org/actor/x>"
    assert names.selector("d1", Span(3, 9)) == "<https://example.org/document/d1/chars/3-9>"
    assert names.participation("e", "a", Role.AGENT).startswith("<https://example.org/participation/")


def test_content_decides() -> None:
    names = Names(DATA)
    assert names.made("figure", "d", 1) == names.made("figure", "d", 1)
    assert names.made("figure", "d", 1) != names.made("tie", "d", 1)
    assert names.participation("e", "a", Role.AGENT) != names.participation("e", "a", Role.TARGET)


@given(st.lists(st.text(max_size=3), min_size=2, max_size=2))
def test_where_one_part_ends_matters(parts: list[str]) -> None:
    assert digest(*parts) != digest("".join(parts), "")[:19]
    assert len(digest(*parts)) == 20
