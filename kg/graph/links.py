"""What the referents and reports of one article turned out to be: the small part of the world that it needs."""

from collections import defaultdict
from dataclasses import dataclass, field
from typing import Literal

from kg.model import Part, Reason, World

Thing = Literal["actor", "place"]


@dataclass(frozen=True, slots=True)
class Links:
    """The things behind one article's referents and event reports.

    Attributes:
        referents: by index of the referent, what it is and the key of it.
        events: by index of the report, the key of its event.
        parts: by index of the report, the parts (of an event of that key) that it is evidence of.
        reasons: path of the thing (`actor/…`, `event/…`), index, and why the index belongs to it.
        copy_of: id of the earlier article that this one is a copy of.
    """

    referents: dict[int, tuple[Thing, str]] = field(default_factory=dict)
    events: dict[int, str] = field(default_factory=dict)
    parts: dict[int, list[tuple[str, Part]]] = field(default_factory=dict)
    reasons: list[tuple[str, int, Reason]] = field(default_factory=list)
    copy_of: str | None = None


def links(world: World) -> dict[str, Links]:
    """The links of each document of `world`, by its id."""
    found: defaultdict[str, Links] = defaultdict(Links)
    for document, original in world.copies:
        found[document] = Links(copy_of=None if original == document else original)
    for actor in world.actors:
        for member in actor.members:
            found[member.document].referents[member.index] = ("actor", actor.key)
    for place in world.places:
        for member in place.members:
            found[member.document].referents[member.index] = ("place", place.key)
    for event in world.events:
        for member in event.members:
            found[member.document].events[member.index] = event.key
        for part in event.parts:
            for member in part.members:
                found[member.document].parts.setdefault(member.index, []).append((event.key, part))
    _add_reasons(world, found)
    return dict(found)


def _add_reasons(world: World, found: defaultdict[str, Links]) -> None:
    paths = (("actor", world.actors), ("place", world.places), ("event", world.events))
    for path, things in paths:
        for thing in things:
            for member, reason in thing.reasons:
                found[member.document].reasons.append((f"{path}/{thing.key}", member.index, reason))
