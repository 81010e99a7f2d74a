"""Battles over articles: those made of bare clashes, and what else is part of a battle."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from kg.model import EventKind, Member, PlaceKind, Reason
from kg.resolve.bouts import Bout, Sides, fits_sides, same_sides, to_bout, window_of
from kg.resolve.clusters import Cluster, Groups, Site, gathered
from kg.resolve.happenings import Happening

_K = EventKind
_FIGHTING = (_K.ARMED_CLASH, _K.ASSAULT, _K.COUNTERATTACK)
_PARTS = frozenset(
    {
        *_FIGHTING, _K.AMBUSH, _K.ADVANCE, _K.CAPTURE_OF_PLACE, _K.RETREAT, _K.SIEGE, _K.AIRSTRIKE, _K.DRONE_STRIKE,
        _K.SHELLING, _K.ROCKET_ATTACK, _K.BOMBING, _K.SUICIDE_BOMBING, _K.LANDMINE, _K.CHEMICAL_ATTACK, _K.SURRENDER,
    }
)  # fmt: skip
_NARROW = (PlaceKind.SETTLEMENT, PlaceKind.FACILITY, PlaceKind.DISTRICT)
_PAUSE = timedelta(days=3)  # fighting that rests longer is another
_LASTS = timedelta(days=10)  # a clash with wider bounds tells too little of when it was
_AHEAD = 60  # clashes of one place that follow a clash and are held against it
_LEAD = timedelta(days=4)  # a battle whose start nobody tells had begun so long before the first article


@dataclass(frozen=True, slots=True)
class Fray:
    """A battle that no article calls one: clashes at one place between the same sides on adjoining days.

    Attributes:
        battle: first member of the clash that stands for it, and becomes it.
        fights: first members of all its clashes, in the order of time.
        sides: the named actors of each side, by the first members of their clusters ("document/index").
        reason: why it is one battle.
    """

    battle: Member
    fights: tuple[Member, ...]
    sides: Sides
    reason: Reason


@dataclass(frozen=True, slots=True)
class Belonging:
    """A happening that is part of a battle, each by the first member of its cluster, and why."""

    part: Member
    battle: Member
    reason: Reason


@dataclass(frozen=True, slots=True)
class _Battle:
    """A battle with its place, its sides and the days it lasted at most."""

    member: Member
    site: Site
    sides: Sides
    earliest: date
    latest: date
    documents: frozenset[str]


def find_battles(
    clusters: Sequence[Cluster], happenings: Mapping[Member, Happening]
) -> tuple[tuple[Fray, ...], tuple[Belonging, ...]]:
    """The battles out of bare clashes, and what is part of a battle by place, time and sides; both sorted.

    A happening that an article makes a part of its battle keeps that. One clash alone is no battle.
    """
    bouts = [bout for cluster in clusters if (bout := to_bout(cluster, happenings)).real and bout.sites]
    told = [battle for bout in bouts if (battle := _told_battle(bout, happenings)) is not None]
    frays = tuple(_frays(bouts, told))
    by_first = {bout.first: bout for bout in bouts}
    battles = [*told, *(_of_fray(fray, by_first) for fray in frays)]
    belongings = {fight: _in_fray(fray, fight) for fray in frays for fight in fray.fights if fight != fray.battle}
    for belonging in _belongings(bouts, battles, {fray.battle for fray in frays}):
        belongings.setdefault(belonging.part, belonging)
    return frays, tuple(belongings[part] for part in sorted(belongings))


def _told_battle(bout: Bout, happenings: Mapping[Member, Happening]) -> _Battle | None:
    """The battle, if an article calls it one at a narrow place and tells of somebody who fights."""
    reports = [happenings[member] for member in bout.cluster.members]
    days = [report.published for report in reports if report.published]
    starts = [day for day in (bout.earliest, *(day - _LEAD for day in days)) if day]
    ends = [day for day in (bout.latest, *days) if day]
    if bout.kind is not _K.BATTLE or not bout.actors or not starts or not ends or not _is_narrow(bout.sites[0]):
        return None
    earliest = bout.earliest or min(starts)
    sides = bout.sides or (bout.actors, frozenset())
    documents = frozenset(member.document for member in bout.cluster.members)
    return _Battle(bout.first, bout.sites[0], sides, earliest, bout.latest or max(ends), documents)


def _is_narrow(site: Site) -> bool:
    return site.entry is not None and site.entry.kind in _NARROW


def _frays(bouts: Sequence[Bout], told: Sequence[_Battle]) -> Iterator[Fray]:
    """Groups of clashes, where no battle is told of at that place and time."""
    battles: dict[Member, list[_Battle]] = defaultdict(list)
    for battle in told:
        battles[battle.site.members[0]].append(battle)
    places: dict[Member, list[Bout]] = defaultdict(list)
    for bout in bouts:
        if _may_make_a_battle(bout):
            places[bout.sites[0].members[0]].append(bout)
    for place, found in sorted(places.items()):
        for group in _chains(found):
            start, end = window_of(group)
            met = any(
                start and end and battle.earliest - _PAUSE <= end and start - _PAUSE <= battle.latest
                for battle in battles[place]
            )
            fray = _fray(group) if len(group) > 1 and not met else None
            if fray is not None:
                yield fray


def _may_make_a_battle(bout: Bout) -> bool:
    narrow = len(bout.sites) == 1 and _is_narrow(bout.sites[0])
    timed = bout.earliest is not None and bout.latest is not None and bout.latest - bout.earliest <= _LASTS
    return (
        bout.kind in _FIGHTING and narrow and timed and not bout.background and not bout.told_parts and bool(bout.sides)
    )


def _chains(bouts: Iterable[Bout]) -> list[list[Bout]]:
    """Clashes of one place, grouped by sides and adjoining days, each group in the order of time."""
    ordered = sorted(bouts, key=lambda bout: (bout.earliest or date.min, bout.latest or date.min, bout.first))
    groups = Groups()
    for index, bout in enumerate(ordered):
        for later in ordered[index + 1 : index + 1 + _AHEAD]:
            if bout.latest and later.earliest and later.earliest - bout.latest > _PAUSE:
                continue
            if same_sides(bout, later) and _are_two(bout, later):
                groups.join(bout.first, later.first)
    by_first = {bout.first: bout for bout in ordered}
    return [[by_first[first] for first in group] for group in gathered([bout.first for bout in ordered], groups)]


def _are_two(bout: Bout, later: Bout) -> bool:
    """Whether two clashes are surely not one that two articles tell: other kinds, other days, or one article's."""
    documents = {member.document for member in bout.cluster.members}
    if bout.kind is not later.kind or any(member.document in documents for member in later.cluster.members):
        return True
    return bout.dated and later.dated and bool(bout.latest and later.earliest and bout.latest < later.earliest)


def _fray(group: Sequence[Bout]) -> Fray | None:
    """The battle; None where the clashes together do not leave two sides, or none of them tells a day."""
    one: set[str] = set()
    other: set[str] = set()
    for bout in group:
        first, second = bout.sides or (frozenset[str](), frozenset[str]())
        turned = bool(first & other or second & one)
        one |= second if turned else first
        other |= first if turned else second
    if one & other or not any(bout.dated for bout in group):
        return None
    best = min(group, key=lambda bout: (_FIGHTING.index(bout.kind), not bout.dated, bout.earliest, bout.first))
    start, end = window_of(group)
    words = f"{len(group)} clashes at one place between the same sides on adjoining days, {start} to {end}"
    fights = tuple(bout.first for bout in group)
    reason = Reason("incidents.battle-of-clashes", words, 0.7)
    return Fray(best.first, fights, (frozenset(one), frozenset(other)), reason)


def _of_fray(fray: Fray, bouts: Mapping[Member, Bout]) -> _Battle:
    fights = [bouts[fight] for fight in fray.fights]
    start, end = window_of(fights)
    documents = frozenset(member.document for bout in fights for member in bout.cluster.members)
    return _Battle(fray.battle, fights[0].sites[0], fray.sides, start or date.min, end or date.max, documents)


def _in_fray(fray: Fray, fight: Member) -> Belonging:
    return Belonging(fight, fray.battle, fray.reason)


def _belongings(bouts: Iterable[Bout], battles: Iterable[_Battle], itself: set[Member]) -> Iterator[Belonging]:
    """Happenings at the place of a battle or inside it, in its days, between its sides."""
    places: dict[Member, list[_Battle]] = defaultdict(list)
    for battle in sorted(battles, key=lambda battle: (battle.earliest, battle.member)):
        places[battle.site.members[0]].append(battle)
    wholes = {battle[0].site.entry.id: where for where, battle in places.items() if battle[0].site.entry}
    for bout in bouts:
        if bout.kind not in _PARTS or bout.background or bout.told_parts or bout.first in itself:
            continue
        for where, inside in _places_of(bout, wholes):
            found = next((battle for battle in places.get(where, ()) if _is_part(bout, battle)), None)
            if found is not None:
                how = "inside the place" if inside else "at the place"
                words = f"{how} of the battle, in its days ({found.earliest} to {found.latest}), with one of its sides"
                yield Belonging(bout.first, found.member, Reason("incidents.part-of-battle", words, 0.75))
                break


def _places_of(bout: Bout, wholes: Mapping[str, Member]) -> Iterator[tuple[Member, bool]]:
    """The place of a happening, and the one that it lies in ("eastern Aleppo" in Aleppo)."""
    if len(bout.sites) == 1:
        site = bout.sites[0]
        yield site.members[0], False
        if site.entry is None and site.whole is not None and site.whole.id in wholes:
            yield wholes[site.whole.id], True


def _is_part(bout: Bout, battle: _Battle) -> bool:
    if bout.earliest is None or bout.latest is None or not fits_sides(bout, battle.sides):
        return False
    slack = timedelta(0) if bout.dated else _LEAD  # news that tells no time may be of the battle's last day
    return battle.earliest - slack <= bout.earliest and bout.latest <= battle.latest + slack
