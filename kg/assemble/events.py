"""Makes the happenings of the world out of clusters of event reports."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from kg.assemble.keys import content_of, unique_keys
from kg.assemble.sides import number_sides
from kg.model import Event, EventKind, Member, Part, Role, Status
from kg.resolve.clusters import Cluster
from kg.resolve.digest import Told
from kg.resolve.names import short_hash, slug

_SUREST = (Status.HAPPENED, Status.CLAIMED, Status.DENIED, Status.PLANNED, Status.HYPOTHETICAL)
_KINDS = {kind: index for index, kind in enumerate(EventKind)}


def assemble_events(
    clusters: Sequence[Cluster], told: Mapping[Member, Told], things: Mapping[Member, str], names: Mapping[str, str]
) -> tuple[Event, ...]:
    """The events, sorted by key.

    Args:
        clusters: event reports that are one happening.
        told: the event reports of all articles.
        things: the key of the actor or place of each referent.
        names: the name of each place, by key.
    """
    drafts = [_draft(cluster, told, things, names) for cluster in clusters]
    keys = unique_keys([draft.key for draft in drafts], [content_of(cluster.members) for cluster in clusters])
    key_of = {member: key for key, cluster in zip(keys, clusters, strict=True) for member in cluster.members}
    wholes = {key: _whole(key, draft, told, key_of) for key, draft in zip(keys, drafts, strict=True)}
    events = [_finished(draft, key, wholes) for key, draft in zip(keys, drafts, strict=True)]
    return tuple(sorted(events, key=lambda event: event.key))


def _draft(
    cluster: Cluster, told: Mapping[Member, Told], things: Mapping[Member, str], names: Mapping[str, str]
) -> Event:
    """The event without its final key and without what it is part of."""
    reports = [told[member] for member in cluster.members]
    kind, place = _kind(reports), _place(cluster, told, things)
    earliest, latest = bounds(reports)
    name = _name(reports) or label(kind, names.get(place or ""), earliest, latest)
    named = any(report.name for report in reports)
    key = slug(name) if named else f"{slug(name)}-{short_hash(*content_of(cluster.members))}"
    return Event(
        key=key,
        kind=kind,
        status=min((report.status for report in reports), key=_SUREST.index),
        name=name,
        earliest=earliest,
        latest=latest,
        place=place,
        parts=_parts(cluster, told, things),
        weapon=_most(report.weapon for report in reports),
        part_of=None,
        members=cluster.members,
        reasons=cluster.reasons,
    )


def _finished(draft: Event, key: str, wholes: Mapping[str, str | None]) -> Event:
    """The event with its key, and the whole it is part of unless that would close a ring."""
    whole, above = wholes[key], wholes[key]
    for _ in wholes:
        above = wholes.get(above or "")
        if above is None:
            break
        if above == key:
            whole = None
            break
    fields = {name: getattr(draft, name) for name in Event.__dataclass_fields__}
    return Event(**{**fields, "key": key, "part_of": whole})


def _whole(key: str, draft: Event, told: Mapping[Member, Told], key_of: Mapping[Member, str]) -> str | None:
    """The event that most reports make it a part of."""
    parts = (Member(member.document, part) for member in draft.members if (part := told[member].part_of) is not None)
    return _most(whole for member in parts if (whole := key_of[member]) != key)


def bounds(reports: Sequence[Told]) -> tuple[date | None, date | None]:
    """The days that bound the happening: those that all reports allow; for battles and contradictions, all of them."""
    earliest = [report.earliest for report in reports if report.earliest]
    latest = [report.latest for report in reports if report.latest]
    first, last = max(earliest, default=None), min(latest, default=None)
    battle = any(report.kind is EventKind.BATTLE for report in reports)
    if battle or (first and last and first > last):
        return min(earliest, default=None), max(latest, default=None)
    return first, last


def label(kind: EventKind, place: str | None, earliest: date | None, latest: date | None) -> str:
    """A name for an event that has none: "Airstrike in Idlib, 2019-03-13"."""
    day = str(earliest) if earliest and earliest == latest else ""
    span = f"{earliest or ''}/{latest or ''}" if (earliest or latest) and not day else ""
    words = kind.value.replace("_", " ").capitalize() if kind is not EventKind.OTHER else "Event"
    return ", ".join(part for part in (f"{words} in {place}" if place else words, day or span) if part)


def _kind(reports: Sequence[Told]) -> EventKind:
    counts = Counter(report.kind for report in reports)
    if EventKind.BATTLE in counts:
        return EventKind.BATTLE
    return min(counts, key=lambda kind: (kind is EventKind.OTHER, -counts[kind], _KINDS[kind]))


def _name(reports: Sequence[Told]) -> str | None:
    return _most(report.name for report in reports)


def _place(cluster: Cluster, told: Mapping[Member, Told], things: Mapping[Member, str]) -> str | None:
    places = (Member(member.document, place) for member in cluster.members if (place := told[member].place) is not None)
    return _most(things.get(member) for member in places)


def _most(values: Iterable[str | None]) -> str | None:
    counts = Counter(value for value in values if value)
    return min(counts, key=lambda value: (-counts[value], value)) if counts else None


def _parts(cluster: Cluster, told: Mapping[Member, Told], things: Mapping[Member, str]) -> tuple[Part, ...]:
    members: dict[tuple[str, Role], list[Member]] = defaultdict(list)
    sides = []
    for member in cluster.members:
        for referent, role, side in told[member].participants:
            actor = things.get(Member(member.document, referent))
            if actor is None:
                continue
            members[actor, role].append(member)
            if side is not None:
                sides.append((f"{member.document}/{member.index}", side, actor))
    number = number_sides(sides)
    parts = [
        Part(actor, role, number.get(actor), tuple(sorted(set(found)))) for (actor, role), found in members.items()
    ]
    return tuple(sorted(parts, key=lambda part: (part.side or 0, part.actor, part.role)))
