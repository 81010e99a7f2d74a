"""Terms of RDF as N-Quads writes them, and the quad made of them.

A quad is four strings that already are N-Quads: `(subject, predicate, object, graph)`, the graph `""` for the
default graph. A line of N-Quads is the four joined by spaces and a full stop.
"""

import re
from collections.abc import Callable, Iterator
from datetime import date, datetime
from typing import TypeAlias, TypeVar

from kg.vocab import GEO, XSD

Quad: TypeAlias = tuple[str, str, str, str]
T = TypeVar("T")

_TO_ESCAPE = re.compile(r'["\\\x00-\x1f\x7f]')
_SHORT = {"\b": "\\b", "\t": "\\t", "\n": "\\n", "\f": "\\f", "\r": "\\r", '"': '\\"', "\\": "\\\\"}
_NOT_IN_IRI = re.compile(r'[\x00-\x20\x7f<>"{}|^`\\]')


def escape(value: str) -> str:
    """`value` with what may not stand in a quoted literal escaped, as canonical N-Triples does."""
    return _TO_ESCAPE.sub(_escaped, value) if _TO_ESCAPE.search(value) else value


def _escaped(match: re.Match[str]) -> str:
    character = match.group()
    return _SHORT.get(character) or f"\\u{ord(character):04X}"


def iri(value: str) -> str:
    """The term of an IRI that this package made, which is known to be clean."""
    return f"<{value}>"


def foreign_iri(value: str) -> str:
    """The term of an IRI from elsewhere: what no IRI may hold is percent-encoded."""
    return f"<{_NOT_IN_IRI.sub(lambda match: f'%{ord(match.group()):02X}', value)}>"


def text(value: str) -> str:
    """A plain string."""
    return f'"{escape(value)}"'


def typed(value: str, datatype: str) -> str:
    """A literal of a datatype."""
    return f'"{escape(value)}"^^<{datatype}>'


def day(value: date) -> str:
    """An xsd:date."""
    return f'"{value.isoformat()}"^^<{XSD.date}>'


def instant(value: datetime) -> str:
    """An xsd:dateTime."""
    return f'"{value.isoformat()}"^^<{XSD.dateTime}>'


def integer(value: int) -> str:
    """An xsd:integer."""
    return f'"{value}"^^<{XSD.integer}>'


def offset(value: int) -> str:
    """An xsd:nonNegativeInteger."""
    return f'"{value}"^^<{XSD.nonNegativeInteger}>'


def decimal(value: float) -> str:
    """An xsd:decimal in its canonical form with at most six digits after the point: `0.9`, `35.0`."""
    digits = f"{value:.6f}".rstrip("0")
    return f'"{digits}0"^^<{XSD.decimal}>' if digits.endswith(".") else f'"{digits}"^^<{XSD.decimal}>'


def boolean(value: bool) -> str:  # noqa: FBT001 - a value to write, not a switch
    """An xsd:boolean."""
    return f'"{"true" if value else "false"}"^^<{XSD.boolean}>'


def point(longitude: float, latitude: float) -> str:
    """A WKT point in the default reference system of GeoSPARQL: longitude first."""
    return typed(f"POINT({longitude:.5f} {latitude:.5f})", GEO.wktLiteral)


def optional(term: Callable[[T], str], value: T | None) -> str | None:
    """The term of a value, None for None."""
    return None if value is None else term(value)


def describe(subject: str, graph: str, *facts: tuple[str, str | None]) -> Iterator[Quad]:
    """Quads about one subject: a predicate's IRI and the object's term each; facts without an object are left out."""
    for predicate, value in facts:
        if value is not None:
            yield subject, f"<{predicate}>", value, graph
