"""Figures that sum up the tolls of several happenings, told one by one after them."""

from dataclasses import replace
from typing import Final

from kg.extract.figures_parts import OF_WHOLES, PARTS
from kg.model import Figure, FigureKind, PartyType
from kg.nlp import Parsed

_HARMED: Final = frozenset({FigureKind.KILLED, FigureKind.WOUNDED})
_LEAST: Final = 6  # two raids that kill two each sum up to many a number
_MOST: Final = 3


def with_sums_apart(parsed: Parsed, figures: list[Figure]) -> list[Figure]:
    """The figures, sums of several tolls of no single happening: "two attacks killed 45 … the first 36, the other 9".

    Others whom the same sentence tells to be dead or hurt are sums as well, whether or not their parts are told.
    """
    whole = [figure for n, figure in enumerate(figures) if _is_sum(figure, figures[n + 1 :])]
    summed = {(_sentence(parsed, figure), figure.event) for figure in whole}
    return [
        replace(figure, event=None)
        if figure.kind in _HARMED and (_sentence(parsed, figure), figure.event) in summed
        else figure
        for figure in figures
    ]


def _sentence(parsed: Parsed, figure: Figure) -> int:
    return parsed.tokens_in(figure.span)[0].sentence


def _is_sum(figure: Figure, after: list[Figure]) -> bool:
    """Whether its own happening and others next to it have, each for itself, tolls that make it up."""
    if figure.kind not in _HARMED or figure.event is None or figure.low is None or figure.low < _LEAST:
        return False
    if figure.rule in OF_WHOLES | PARTS:
        return False
    parts: dict[int, Figure] = {}
    for other in after:
        counted = other.kind is figure.kind and other.event is not None and other.rule not in OF_WHOLES | PARTS
        if counted and other.low is not None and other.low < figure.low:
            parts.setdefault(other.event or 0, other)
    first = list(parts.items())[:_MOST]
    return any(_make_up(figure, dict(first[:many])) for many in range(2, len(first) + 1))


def _make_up(figure: Figure, parts: dict[int, Figure]) -> bool:
    """Whether the parts are all of it, and not the two sides of one fight: "nine dead … four civilians, five men"."""
    sides = {part.party_type for part in parts.values()} >= {PartyType.CIVILIANS, PartyType.COMBATANTS}
    return figure.event in parts and not sides and sum(part.low or 0 for part in parts.values()) == figure.low
