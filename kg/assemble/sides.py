"""Who stood on which side, made one numbering out of those of many reports."""

from collections import defaultdict
from collections.abc import Iterable

from kg.resolve.clusters import Groups


def number_sides(told: Iterable[tuple[str, int, str]]) -> dict[str, int]:
    """The side of each actor: 1 for the side with the smallest actor key, and so on.

    Each report numbers its sides as it likes; two sides of different reports are one where they share an actor.
    An actor that reports put on opposing sides gets none, and joins no sides.

    Args:
        told: report, side in that report, key of the actor.
    """
    rows = sorted(set(told))
    groups = Groups()
    for report, side, actor in rows:
        groups.join(("actor", actor), ("side", report, side))
    opposed = _opposed(rows)
    if any(groups.find(("side", *left)) == groups.find(("side", *right)) for left, right in opposed):
        return {}
    sides: dict[object, list[str]] = defaultdict(list)
    for _, _, actor in rows:
        sides[groups.find(("actor", actor))].append(actor)
    ordered = sorted(sorted(set(actors)) for actors in sides.values())
    return {actor: number for number, actors in enumerate(ordered, 1) for actor in actors}


def _opposed(rows: list[tuple[str, int, str]]) -> list[tuple[tuple[str, int], tuple[str, int]]]:
    """The pairs of sides that one report sets against each other."""
    sides = sorted({(report, side) for report, side, _ in rows})
    return [(left, right) for left in sides for right in sides if left[0] == right[0] and left[1] < right[1]]
