"""The things that all articles together speak of, and the decisions that made them.

The world holds names, bounds and members (document id and index inside that document's reading),
never texts: it stays small, however many articles there are.
"""

from dataclasses import dataclass
from datetime import date

from kg.model.kinds import ActorType, EventKind, PlaceKind, Role, Status


@dataclass(frozen=True, slots=True, order=True)
class Member:
    """A referent or an event report of one article: its document's id, and the index in its reading."""

    document: str
    index: int


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a member was put into a thing: a rule, in words, and how sure (0 to 1)."""

    rule: str
    words: str
    score: float


@dataclass(frozen=True, slots=True)
class Actor:
    """One actor over all articles. `key` is the end of its IRI (`actor/islamic-state`)."""

    key: str
    type: ActorType
    name: str
    named: bool
    aliases: tuple[str, ...]
    same_as: tuple[str, ...]
    members: tuple[Member, ...]
    reasons: tuple[tuple[Member, Reason], ...]


@dataclass(frozen=True, slots=True)
class Place:
    """One place over all articles.

    Attributes:
        country: ISO 3166-1 alpha-2 code, where known.
        precision: 1 exact to 7 unknown (UCDP's scale).
        geonames: the GeoNames id.
        within: key of the containing place in this world, where there is one.
    """

    key: str
    kind: PlaceKind
    name: str
    named: bool
    aliases: tuple[str, ...]
    country: str | None
    country_name: str | None
    latitude: float | None
    longitude: float | None
    precision: int
    geonames: int | None
    within: str | None
    members: tuple[Member, ...]
    reasons: tuple[tuple[Member, Reason], ...]


@dataclass(frozen=True, slots=True)
class Part:
    """An actor's part in an event, over all articles that tell of it."""

    actor: str
    role: Role
    side: int | None
    members: tuple[Member, ...]


@dataclass(frozen=True, slots=True)
class Event:
    """One happening over all articles, or one that is only told of as denied, planned or hypothetical.

    Attributes:
        name: for battles, "Battle of Baghouz"; else a label made of kind, place and day.
        place: key of a place.
        parts: who took part, sorted by side, actor, role.
        part_of: key of the battle it belongs to.
        members: the event reports of single articles.
    """

    key: str
    kind: EventKind
    status: Status
    name: str
    earliest: date | None
    latest: date | None
    place: str | None
    parts: tuple[Part, ...]
    weapon: str | None
    part_of: str | None
    members: tuple[Member, ...]
    reasons: tuple[tuple[Member, Reason], ...]


@dataclass(frozen=True, slots=True)
class World:
    """All things, each sorted by key; `copies` ties each document to the first of its copies.

    `copies` has an entry for every document: itself where it is an independent report.
    """

    actors: tuple[Actor, ...]
    places: tuple[Place, ...]
    events: tuple[Event, ...]
    copies: tuple[tuple[str, str], ...]
