"""What the steps over all articles need of one reading: names, events and bounds, never the text."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from kg.model import ActorType, EventKind, FigureKind, PlaceKind, Reading, Role, Status, TieKind
from kg.resolve.fingerprint import fingerprint


@dataclass(frozen=True, slots=True)
class Named:
    """A referent of one article: its names, without the places where they stand.

    Attributes:
        mentions: how often the article speaks of it.
        dateline: whether the article's dateline names it ("BAGHOUZ, Syria (AP) —").
    """

    actor: ActorType | None
    place: PlaceKind | None
    name: str
    named: bool
    names: tuple[str, ...]
    known: str | None
    within: tuple[str, ...]
    mentions: int
    dateline: bool
    rule: str


@dataclass(frozen=True, slots=True)
class Told:
    """An event as one article tells it.

    Attributes:
        place: index of a referent, as is the first of each participant.
        participants: referent, role, side.
        trigger: the words that tell it, in lower case.
        figures: kind, low and high of each figure about it.
    """

    kind: EventKind
    status: Status
    background: bool
    name: str | None
    earliest: date | None
    latest: date | None
    place: int | None
    participants: tuple[tuple[int, Role, int | None], ...]
    weapon: str | None
    part_of: int | None
    trigger: str
    figures: tuple[tuple[FigureKind, int | None, int | None], ...] = ()


@dataclass(frozen=True, slots=True)
class Digest:
    """One article, as resolution sees it. Small, frozen, and fit to be sent between processes.

    Attributes:
        referents, events: in the order of the reading, so that their indices are the reading's.
        affiliations: person, organisation, role.
        ties: subject, kind, object.
        fingerprint: the smallest hashes of its word sequences, to know copies by; sorted.
    """

    document: str
    source_id: str
    published: date | None
    publisher: str | None
    referents: tuple[Named, ...]
    events: tuple[Told, ...]
    affiliations: tuple[tuple[int, int, str | None], ...]
    ties: tuple[tuple[int, TieKind, int], ...]
    fingerprint: tuple[int, ...]


def digest(reading: Reading) -> Digest:
    """What resolution needs of a reading."""
    document = reading.document
    return Digest(
        document=document.id,
        source_id=document.source_id,
        published=document.day,
        publisher=document.publisher,
        referents=_referents(reading),
        events=tuple(_events(reading)),
        affiliations=tuple((tie.person, tie.organisation, tie.role) for tie in reading.affiliations),
        ties=tuple((tie.subject, tie.kind, tie.object) for tie in reading.ties),
        fingerprint=fingerprint(" ".join(span.of(document.text) for span in document.prose())),
    )


def _referents(reading: Reading) -> tuple[Named, ...]:
    document = reading.document
    dateline = document.dateline.of(document.text).casefold() if document.dateline else ""
    return tuple(
        Named(
            actor=referent.actor,
            place=referent.place,
            name=referent.name,
            named=referent.named,
            names=referent.names,
            known=referent.known,
            within=referent.within,
            mentions=len(referent.mentions),
            dateline=referent.place is not None
            and any(name and name.casefold() in dateline for name in (referent.name, *referent.names)),
            rule=referent.rule,
        )
        for referent in reading.referents
    )


def _events(reading: Reading) -> list[Told]:
    text = reading.document.text
    figures = defaultdict(list)
    for figure in reading.figures:
        figures[figure.event].append((figure.kind, figure.low, figure.high))
    return [
        Told(
            kind=event.kind,
            status=event.status,
            background=event.background,
            name=event.name,
            earliest=event.when.earliest if event.when else None,
            latest=event.when.latest if event.when else None,
            place=event.place,
            participants=tuple((part.referent, part.role, part.side) for part in event.participants),
            weapon=event.weapon.of(text) if event.weapon else None,
            part_of=event.part_of,
            trigger=event.trigger.of(text).lower(),
            figures=tuple(figures[index]),
        )
        for index, event in enumerate(reading.events)
    ]
