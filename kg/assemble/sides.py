"""Who stood on which side, made one numbering out of those of many reports."""

from collections import defaultdict
from collections.abc import Iterable

from kg.resolve.clusters import Groups

Row = tuple[str, int, str]


def number_sides(told: Iterable[Row]) -> dict[str, int]:
    """The side of each actor: 1 for the side with the smallest actor key, and so on.

    Each report numbers its sides as it likes; two sides of different reports are one where they share an actor.
    Reports that tell more count first; what a later one says against them is passed over. An actor that one
    report puts on two sides gets none from it.

    Args:
        told: report, side in that report, key of the actor.
    """
    rows = _unambiguous(sorted(set(told)))
    size: dict[str, int] = defaultdict(int)
    for report, _, _ in rows:
        size[report] += 1
    groups = Groups(_opposed(rows))
    for report, side, actor in sorted(rows, key=lambda row: (-size[row[0]], row)):
        groups.join(("side", report, side), ("actor", actor))
    sides: dict[object, list[str]] = defaultdict(list)
    for actor in sorted({actor for _, _, actor in rows}):
        sides[groups.find(("actor", actor))].append(actor)
    ordered = sorted(sides.values())
    return {actor: number for number, actors in enumerate(ordered, 1) for actor in actors}


def _unambiguous(rows: list[Row]) -> list[Row]:
    sides: dict[tuple[str, str], set[int]] = defaultdict(set)
    for report, side, actor in rows:
        sides[report, actor].add(side)
    return [(report, side, actor) for report, side, actor in rows if len(sides[report, actor]) == 1]


def _opposed(rows: list[Row]) -> list[tuple[object, object]]:
    """The pairs of sides that one report sets against each other."""
    sides: dict[str, set[int]] = defaultdict(set)
    for report, side, _ in rows:
        sides[report].add(side)
    return [
        (("side", report, left), ("side", report, right))
        for report, numbers in sorted(sides.items())
        for left in sorted(numbers)
        for right in sorted(numbers)
        if left < right
    ]
