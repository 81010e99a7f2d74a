"""Makes the happenings of the world out of clusters of event reports."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from kg.assemble.keys import content_of, unique_keys
from kg.assemble.parts import parts_of, parts_of_fray
from kg.assemble.wholes import Wholes
from kg.model import Event, EventKind, Member, Status
from kg.resolve.clusters import Cluster
from kg.resolve.digest import Told
from kg.resolve.names import short_hash, slug

_SUREST = (Status.HAPPENED, Status.CLAIMED, Status.DENIED, Status.PLANNED, Status.HYPOTHETICAL)
_NEWS_OF_THE_END = 3  # days; so long papers tell of a battle that has ended as news
_KINDS = {kind: index for index, kind in enumerate(EventKind)}


@dataclass(frozen=True, slots=True)
class Tables:
    """What articles tell, by member.

    Attributes:
        told: the event reports.
        published: the day of each article, by document.
        things: the key of the actor or place of each referent.
        names: the name of each place, by key.
        unnamed: keys of the actors that have no names.
    """

    told: Mapping[Member, Told]
    published: Mapping[str, date | None]
    things: Mapping[Member, str]
    names: Mapping[str, str]
    unnamed: frozenset[str]


def assemble_events(clusters: Sequence[Cluster], tables: Tables, wholes: Wholes) -> tuple[Event, ...]:
    """The events, sorted by key.

    Args:
        clusters: event reports that are one happening.
        tables: what the articles tell.
        wholes: which of them make battles, and which are part of one.
    """
    drafts = [_draft(cluster, tables, wholes) for cluster in clusters]
    keys = unique_keys([draft.key for draft in drafts], [content_of(cluster.members) for cluster in clusters])
    key_of = {member: key for key, cluster in zip(keys, clusters, strict=True) for member in cluster.members}
    above = {key: _whole(key, draft, tables.told, key_of, wholes) for key, draft in zip(keys, drafts, strict=True)}
    events = [_finished(draft, key, above) for key, draft in zip(keys, drafts, strict=True)]
    return tuple(sorted(events, key=lambda event: event.key))


def _draft(cluster: Cluster, tables: Tables, wholes: Wholes) -> Event:
    """The event without its final key and without what it is part of."""
    reports = [tables.told[member] for member in cluster.members]
    fights = wholes.fights(cluster)
    kind, place = EventKind.BATTLE if fights else _kind(reports), _place(cluster, tables)
    earliest, latest = _days(cluster, kind, tables, wholes)
    name = _name(reports) or label(kind, tables.names.get(place or ""), earliest, latest)
    named = bool(fights) or any(report.name for report in reports)
    key = slug(name) if named else f"{slug(name)}-{short_hash(*content_of(cluster.members))}"
    return Event(
        key=key,
        kind=kind,
        status=min((report.status for report in reports), key=_SUREST.index),
        name=name,
        earliest=earliest,
        latest=latest,
        place=place,
        parts=parts_of_fray(fights, wholes.sides(cluster), tables) if fights else parts_of(cluster, tables),
        weapon=_most(report.weapon for report in reports),
        part_of=None,
        members=cluster.members,
        reasons=(*cluster.reasons, *wholes.reasons(cluster)),
    )


def _days(cluster: Cluster, kind: EventKind, tables: Tables, wholes: Wholes) -> tuple[date | None, date | None]:
    """The bounds of the happening; those of a battle are of its tellings, its clashes, and its end."""
    fights = wholes.fights(cluster)
    if kind is not EventKind.BATTLE:
        return bounds([tables.told[member] for member in cluster.members])
    members = [member for fight in fights or (cluster,) for member in fight.members]
    earliest, latest = bounds([tables.told[member] for member in members], battle=True)
    return earliest, _end(cluster, latest, tables, wholes)


def _end(cluster: Cluster, latest: date | None, tables: Tables, wholes: Wholes) -> date | None:
    """The last day of a battle: that of the capture that ended it, where no news tells of fighting after it.

    Articles that tell no end only bound it by their own days, which come after it.
    """
    own = [(tables.told[member], tables.published[member.document]) for member in cluster.members]
    if latest is None or any(report.latest == latest and report.latest != day for report, day in own):
        return latest  # an article tells the end in so many words
    captures = [
        report.latest
        for part in wholes.captures(cluster)
        for member in part.members
        if (report := tables.told[member]).kind is EventKind.CAPTURE_OF_PLACE
        and report.earliest is not None
        and report.latest is not None
        and _place(part, tables) == _place(cluster, tables)
    ]
    end = max(captures, default=None)
    if end is None or end > latest:
        return end or latest
    days = [day for report, day in own if day is not None and not report.background]
    return end if all((day - end).days <= _NEWS_OF_THE_END for day in days) else latest


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


def _whole(
    key: str, draft: Event, told: Mapping[Member, Told], key_of: Mapping[Member, str], wholes: Wholes
) -> str | None:
    """The event that most reports make it a part of, else the battle that other articles tell of."""
    parts = (Member(member.document, part) for member in draft.members if (part := told[member].part_of) is not None)
    own = _most(whole for member in parts if (whole := key_of[member]) != key)
    if own is not None or draft.kind is EventKind.BATTLE:
        return own
    battle = wholes.battle_of(draft.members)
    return key_of[battle] if battle is not None else None


def bounds(reports: Sequence[Told], *, battle: bool = False) -> tuple[date | None, date | None]:
    """The days that bound the happening: those that all reports allow; for battles and contradictions, all of them."""
    earliest = [report.earliest for report in reports if report.earliest]
    latest = [report.latest for report in reports if report.latest]
    first, last = max(earliest, default=None), min(latest, default=None)
    if battle or (first and last and first > last):
        return min(earliest, default=None), max(latest, default=None)
    return first, last


def label(kind: EventKind, place: str | None, earliest: date | None, latest: date | None) -> str:
    """A name for an event that has none: "Airstrike in Idlib, 2019-03-13", "Battle of Idlib"."""
    if kind is EventKind.BATTLE and place:
        return f"Battle of {place}"
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


def _place(cluster: Cluster, tables: Tables) -> str | None:
    told = tables.told
    places = (Member(member.document, place) for member in cluster.members if (place := told[member].place) is not None)
    return _most(tables.things.get(member) for member in places)


def _most(values: Iterable[str | None]) -> str | None:
    counts = Counter(value for value in values if value)
    return min(counts, key=lambda value: (-counts[value], value)) if counts else None
