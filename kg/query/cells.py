"""From RDF terms to plain cells, the same for every engine."""

import math

from kg.query.answer import Cell

XSD = "http://www.w3.org/2001/XMLSchema#"
WHOLE = frozenset(
    XSD + name
    for name in (
        "integer", "int", "long", "short", "byte", "nonNegativeInteger", "positiveInteger", "nonPositiveInteger",
        "negativeInteger", "unsignedInt", "unsignedLong", "unsignedShort", "unsignedByte",
    )
)  # fmt: skip
BROKEN = frozenset(XSD + name for name in ("decimal", "double", "float"))
TRUTH = {"true": True, "1": True, "false": False, "0": False}


def literal_cell(value: str, datatype: str | None) -> Cell:
    """The number or the truth that a literal means; its text where it means neither, or is ill-typed."""
    if datatype in WHOLE:
        sign = value[:1] in ("+", "-")
        return int(value) if value[sign:].isascii() and value[sign:].isdigit() else value
    if datatype in BROKEN:
        return _number(value)
    if datatype == XSD + "boolean":
        return TRUTH.get(value, value)
    return value


def _number(value: str) -> Cell:
    try:
        number = float(value)
    except ValueError:
        return value
    return number if math.isfinite(number) else value  # JSON has no word for infinity


def truth_cell(cell: Cell) -> Cell:
    """The truth that a cell of a column of truths means: Virtuoso answers 1 and 0 for true and false."""
    return cell if cell is None else cell in (True, "true", "1")
