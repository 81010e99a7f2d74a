"""Who stood on which side, made one numbering out of those of many reports."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping

from kg.resolve.clusters import Groups

Row = tuple[str, int, str]


def number_sides(told: Iterable[Row], unnamed: Collection[str] = ()) -> dict[str, int]:
    """The side of each actor: 1 for the side with the smallest actor key, and so on.

    Each report numbers its sides as it likes; two sides of different reports are one where they share an actor.
    Reports that tell more count first; what a later one says against them is passed over. An actor that one
    report puts on two sides gets none from it. A side of actors without names ("the rebels") is the one side
    that others set against its enemy, where there is but one; where none of them has a name, they are one.

    Args:
        told: report, side in that report, key of the actor.
        unnamed: the actors that have no names.
    """
    rows = _unambiguous(sorted(set(told)))
    size: dict[str, int] = defaultdict(int)
    for report, _, _ in rows:
        size[report] += 1
    groups = Groups(_opposed(rows))
    for report, side, actor in sorted(rows, key=lambda row: (-size[row[0]], row)):
        groups.join(("side", report, side), ("actor", actor))
    for find in (_homes, _fellows):
        for nameless, home in find(rows, groups, unnamed):
            groups.join(nameless, home)
    ordered = sorted(_gathered(rows, groups).values())
    return {actor: number for number, actors in enumerate(ordered, 1) for actor in actors}


def _gathered(rows: Iterable[Row], groups: Groups) -> Mapping[object, list[str]]:
    """The actors of each side, sorted."""
    sides: dict[object, list[str]] = defaultdict(list)
    for actor in sorted({actor for _, _, actor in rows}):
        sides[groups.find(("actor", actor))].append(actor)
    return sides


def _homes(rows: list[Row], groups: Groups, unnamed: Collection[str]) -> list[tuple[object, object]]:
    """Sides without a name, each with the only named side that has the same enemies."""
    sides, foes = _gathered(rows, groups), _foes(rows, groups)
    nameless = _nameless(sides, unnamed)
    found = []
    for side in nameless:
        homes = [home for home in sides if home not in nameless and foes[side] and foes[side] <= foes[home]]
        if len(homes) == 1:
            found.append((side, homes[0]))
    return found


def _fellows(rows: list[Row], groups: Groups, unnamed: Collection[str]) -> list[tuple[object, object]]:
    """Sides without a name that have one and the same enemy, which no side with a name has."""
    sides, foes = _gathered(rows, groups), _foes(rows, groups)
    nameless = _nameless(sides, unnamed)
    found = []
    for enemy in (side for side in sides if side not in nameless):
        if all(side in nameless for side in foes[enemy]):
            fellows = [side for side in nameless if foes[side] == {enemy}]
            found += [(fellows[0], other) for other in fellows[1:]]
    return found


def _nameless(sides: Mapping[object, list[str]], unnamed: Collection[str]) -> list[object]:
    return [side for side, actors in sides.items() if all(actor in unnamed for actor in actors)]


def _foes(rows: list[Row], groups: Groups) -> Mapping[object, set[object]]:
    """The sides that each side is set against."""
    foes: dict[object, set[object]] = defaultdict(set)
    for left, right in _opposed(rows):
        one, other = groups.find(left), groups.find(right)
        foes[one].add(other)
        foes[other].add(one)
    return foes


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
