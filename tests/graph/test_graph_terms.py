"""Terms of N-Quads: what goes in comes out of a parser unchanged."""

from datetime import UTC, date, datetime

import pyoxigraph
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.graph.terms import (
    boolean,
    day,
    decimal,
    describe,
    escape,
    foreign_iri,
    instant,
    integer,
    offset,
    optional,
    point,
    text,
    typed,
)
from kg.vocab import GEO, KG, XSD

XS = "http://www.w3.org/2001/XMLSchema#"
UNICODE = st.text(st.characters(exclude_categories=("Cs",)))


def parse_literal(term: str) -> pyoxigraph.Literal:
    (quad,) = pyoxigraph.parse(f"<a:s> <a:p> {term} .", format=pyoxigraph.RdfFormat.N_QUADS)
    assert isinstance(quad.object, pyoxigraph.Literal)
    return quad.object


@pytest.mark.parametrize(
    ("value", "expected", "why"),
    [
        ("Baghouz", "Baghouz", "nothing to do"),
        ('he said "no"', r"he said \"no\"", "a quotation mark would end the literal"),
        ("a\\b", r"a\\b", "a backslash would start an escape"),
        ("a\nb\r\tc", r"a\nb\r\tc", "a literal stands on one line"),
        ("\x00\x0b\x7f", r"\u0000\u000B\u007F", "control characters by number"),
        ("\b\f", r"\b\f", "these have short forms"),
        ("Баğ 🕊 \u2028", "Баğ 🕊 \u2028", "all else as it is"),
    ],
)
def test_escape(value: str, expected: str, why: str) -> None:
    assert escape(value) == expected, why


@given(UNICODE)
def test_any_text_comes_back(value: str) -> None:
    assert parse_literal(text(value)).value == value


@given(UNICODE)
def test_a_literal_stays_on_its_line(value: str) -> None:
    assert "\n" not in text(value)
    assert "\r" not in text(value)


@pytest.mark.parametrize(
    ("term", "value", "datatype"),
    [
        (day(date(2019, 3, 4)), "2019-03-04", XS + "date"),
        (instant(datetime(2019, 3, 4, 5, tzinfo=UTC)), "2019-03-04T05:00:00+00:00", XS + "dateTime"),
        (integer(-3), "-3", XS + "integer"),
        (offset(12), "12", XS + "nonNegativeInteger"),
        (decimal(0.9), "0.9", XS + "decimal"),
        (decimal(1.0), "1.0", XS + "decimal"),
        (decimal(35), "35.0", XS + "decimal"),
        (decimal(-0.000125), "-0.000125", XS + "decimal"),
        (decimal(0.00001), "0.00001", XS + "decimal"),
        (boolean(True), "true", XS + "boolean"),
        (boolean(False), "false", XS + "boolean"),
        (typed("a b", XSD.anyURI), "a b", XS + "anyURI"),
        (point(40.94, -34.45), "POINT(40.94000 -34.45000)", GEO.wktLiteral),
    ],
)
def test_a_value_has_its_datatype(term: str, value: str, datatype: str) -> None:
    literal = parse_literal(term)
    assert (literal.value, literal.datatype.value) == (value, datatype)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("http://www.wikidata.org/entity/Q1", "<http://www.wikidata.org/entity/Q1>"),
        ("http://a.org/x y", "<http://a.org/x%20y>"),
        ("http://a.org/<>", "<http://a.org/%3C%3E>"),
        ("http://a.org/é", "<http://a.org/é>"),
    ],
)
def test_an_iri_from_elsewhere_is_made_safe(value: str, expected: str) -> None:
    assert foreign_iri(value) == expected


def test_facts_without_an_object_are_left_out() -> None:
    facts = describe("<a:s>", "<a:g>", (KG.weapon, optional(text, None)), (KG.party, optional(text, "x")))
    assert list(facts) == [("<a:s>", f"<{KG.party}>", '"x"', "<a:g>")]
