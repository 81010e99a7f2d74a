"""Makes the parts that actors have in a happening out of what its reports tell."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Protocol

from kg.model import Member, Part, Role
from kg.resolve.bouts import Sides
from kg.resolve.clusters import Cluster
from kg.resolve.digest import Told
from kg.resolve.sides import number_sides


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
    return _sorted_parts(members, number_sides(sides, cast.unnamed))


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
