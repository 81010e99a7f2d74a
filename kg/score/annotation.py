"""What a careful reader writes down from one article: the format of `gold-<id>.json`, its words turned into spans."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from kg.errors import InputError
from kg.model import Span
from kg.score.spans import normals, occurrences
from kg.score.well_formed import check_annotation, refuse


@dataclass(frozen=True, slots=True)
class GoldActor:
    """Somebody; `names`: all its forms as they are compared."""

    id: str
    name: str
    type: str
    forms: tuple[str, ...]
    names: frozenset[str]


@dataclass(frozen=True, slots=True)
class GoldPlace:
    """A place; `lat`, `lon` are None where the reader was not sure, and for regions and countries."""

    id: str
    name: str
    kind: str
    forms: tuple[str, ...]
    names: frozenset[str]
    lat: float | None
    lon: float | None


@dataclass(frozen=True, slots=True)
class GoldAffiliation:
    """A person's tie to an organisation: ids of actors."""

    person: str
    org: str
    role: str | None
    evidence: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class GoldEvent:
    """A happening; `trigger` and `evidence`: all the places where those words stand (the trigger: in the evidence)."""

    id: str
    kind: str
    trigger: tuple[Span, ...]
    evidence: tuple[Span, ...]
    words: str
    earliest: str | None
    latest: str | None
    place: str | None
    agents: tuple[str, ...]
    targets: tuple[str, ...]
    weapon: str | None
    status: str


@dataclass(frozen=True, slots=True)
class GoldStatement:
    """Something said; `speaker`, `to` and `about` are ids."""

    id: str
    speaker: str | None
    speaker_words: str | None
    mode: str
    content: str
    spans: tuple[Span, ...]
    cue: str | None
    date: str | None
    to: str | None
    medium: str | None
    anonymous: bool
    stance: str
    about: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class GoldFigure:
    """A claim of a number of people; `side`, `event`, `said_by` are ids."""

    id: str
    kind: str
    low: int | None
    high: int | None
    approximate: bool
    party: str | None
    party_type: str | None
    side: str | None
    event: str | None
    said_by: str | None
    words: str
    evidence: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Annotation:
    """Everything that a careful reader wrote down from one article."""

    actors: tuple[GoldActor, ...] = ()
    affiliations: tuple[GoldAffiliation, ...] = ()
    places: tuple[GoldPlace, ...] = ()
    events: tuple[GoldEvent, ...] = ()
    statements: tuple[GoldStatement, ...] = ()
    figures: tuple[GoldFigure, ...] = ()

    def actor(self, id: str | None) -> GoldActor | None:  # noqa: A002
        return next((actor for actor in self.actors if actor.id == id), None)

    def place(self, id: str | None) -> GoldPlace | None:  # noqa: A002
        return next((place for place in self.places if place.id == id), None)


def to_annotation(
    where: str, gold: Any, text: str, *, title: str = "", on_fault: Callable[[InputError], None] = refuse
) -> Annotation:
    """The annotation that a `gold-<id>.json` holds.

    Args:
        where: the file, for messages.
        gold: what the file holds.
        text: of the article.
        title: of the article.
        on_fault: called for a fault that leaves the rest of a row usable.

    Raises:
        InputError: something in it can't be used; the message says what and in which row.
    """
    rows = check_annotation(where, gold, f"{title}\n{text}", on_fault)
    return Annotation(
        actors=tuple(map(_actor, rows["actors"])),
        affiliations=tuple(_affiliation(row, text) for row in rows["affiliations"]),
        places=tuple(map(_place, rows["places"])),
        events=tuple(_event(row, text) for row in rows["events"]),
        statements=tuple(_statement(row, text) for row in rows["statements"]),
        figures=tuple(_figure(row, text) for row in rows["figures"]),
    )


def _actor(row: Mapping[str, Any]) -> GoldActor:
    forms = tuple(row.get("forms") or ())
    return GoldActor(row["id"], row["name"], row["type"], forms, normals((row["name"], *forms)))


def _place(row: Mapping[str, Any]) -> GoldPlace:
    forms = tuple(row.get("forms") or ())
    lat, lon = row.get("lat"), row.get("lon")
    names = normals((row["name"], *forms))
    return GoldPlace(row["id"], row["name"], row["kind"], forms, names, lat, lon)


def _affiliation(row: Mapping[str, Any], text: str) -> GoldAffiliation:
    return GoldAffiliation(row["person"], row["org"], row.get("role"), _stands(row.get("evidence"), text))


def _event(row: Mapping[str, Any], text: str) -> GoldEvent:
    evidence = _stands(row["evidence"], text)
    return GoldEvent(
        id=row["id"],
        kind=row["kind"],
        trigger=_stands(row.get("trigger"), text, within=evidence),
        evidence=evidence,
        words=row.get("trigger") or row["evidence"],
        earliest=row.get("date_earliest"),
        latest=row.get("date_latest"),
        place=row.get("place"),
        agents=tuple(row.get("agents") or ()),
        targets=tuple(row.get("targets") or ()),
        weapon=row.get("weapon"),
        status=row["status"],
    )


def _statement(row: Mapping[str, Any], text: str) -> GoldStatement:
    return GoldStatement(
        id=row["id"],
        speaker=row.get("speaker"),
        speaker_words=row.get("speaker_text"),
        mode=row["mode"],
        content=row["content"],
        spans=_stands(row["content"], text),
        cue=row.get("cue"),
        date=row.get("date"),
        to=row.get("to"),
        medium=row.get("medium"),
        anonymous=bool(row.get("anonymous")),
        stance=row["stance"],
        about=tuple(row.get("about") or ()),
    )


def _figure(row: Mapping[str, Any], text: str) -> GoldFigure:
    return GoldFigure(
        id=row["id"],
        kind=row["kind"],
        low=row.get("low"),
        high=row.get("high"),
        approximate=bool(row.get("approx")),
        party=row.get("party"),
        party_type=row.get("party_type"),
        side=row.get("side"),
        event=row.get("event"),
        said_by=row.get("said_by"),
        words=row["evidence"],
        evidence=_stands(row["evidence"], text),
    )


def _stands(words: str | None, text: str, *, within: Sequence[Span] = ()) -> tuple[Span, ...]:
    """Where the words stand. Words of the title alone stand nowhere: a graph's spans point into the text."""
    return occurrences(text, words, within=within)
