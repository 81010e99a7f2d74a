"""Makes the parts that actors have in a happening out of what its reports tell."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Protocol

from kg.model import Member, Part, Role
from kg.resolve.bouts import Sides
from kg.resolve.clusters import Cluster
from kg.resolve.digest import Told
from kg.resolve.sides import Row, number_sides


class Cast(Protocol):
    """The reports, the key of the actor of each referent, and the keys of actors without names."""

    @property
    def told(self) -> Mapping[Member, Told]: ...

    @property
    def things(self) -> Mapping[Member, str]: ...

    @property
    def unnamed(self) -> frozenset[str]: ...


def parts_of(cluster: Cluster, cast: Cast) -> tuple[Part, ...]:
    """Who took part, sorted by side, actor, role."""
    members: dict[tuple[str, Role], list[Member]] = defaultdict(list)
    sides = []
    for member in cluster.members:
        for referent, role, side in cast.told[member].participants:
            actor = cast.things.get(Member(member.document, referent))
            if actor is None:
                continue
            members[actor, role].append(member)
            if side is not None:
                sides.append((f"{member.document}/{member.index}", side, actor))
    if len(cluster.members) == 1:
        return _sorted_parts(members, number_sides(sides, cast.unnamed))
    return _without_repeats(_sorted_parts(members, number_sides(_told_for_sure(sides), cast.unnamed)), cast)


def _told_for_sure(rows: Sequence[Row]) -> list[Row]:
    """The sides that one report sets against another, and of the rest those of actors that two reports tell of."""
    sides: dict[str, set[int]] = defaultdict(set)
    reports: dict[str, set[str]] = defaultdict(set)
    for report, side, actor in rows:
        sides[report].add(side)
        reports[actor].add(report)
    return [row for row in rows if len(sides[row[0]]) > 1 or len(reports[row[2]]) > 1]


def _without_repeats(parts: tuple[Part, ...], cast: Cast) -> tuple[Part, ...]:
    """The parts in what several articles tell, without each article's own "the rebels" on a side that is known.

    Who has no name is another actor in each article. One of them stays for a side that has nobody with a name.
    """
    sided = {part.side for part in parts if part.side is not None}
    if not sided:
        return parts
    kept = [part for part in parts if part.actor not in cast.unnamed]
    nameless = sorted(sided - {part.side for part in kept})
    kept += [next(part for part in parts if part.side == side) for side in nameless]
    return tuple(part for part in parts if part in kept)


def parts_of_fray(fights: Sequence[Cluster], sides: Sides, cast: Cast) -> tuple[Part, ...]:
    """Who fought in a battle that is made of clashes: those of its two sides, all of them as doers."""
    side_of = {
        actor: number
        for number, side in enumerate(sides, 1)
        for key in side
        if (actor := cast.things.get(_member(key)))
    }
    members: dict[tuple[str, Role], list[Member]] = defaultdict(list)
    for member in (member for fight in fights for member in fight.members):
        for referent, _, _ in cast.told[member].participants:
            actor = cast.things.get(Member(member.document, referent))
            if actor in side_of:
                members[actor, Role.AGENT].append(member)
    first = min(side_of, default=None)
    turned = first is not None and side_of[first] != 1  # the side with the smallest key is the first
    return _sorted_parts(members, {actor: 3 - side if turned else side for actor, side in side_of.items()})


def _member(key: str) -> Member:
    document, _, index = key.rpartition("/")
    return Member(document, int(index))


def _sorted_parts(members: Mapping[tuple[str, Role], Sequence[Member]], sides: Mapping[str, int]) -> tuple[Part, ...]:
    parts = [Part(actor, role, sides.get(actor), tuple(sorted(set(found)))) for (actor, role), found in members.items()]
    return tuple(sorted(parts, key=lambda part: (part.side or 0, part.actor, part.role)))
