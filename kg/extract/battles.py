"""Battles: the fighting for one place, with its sides, and the events that are part of it."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Final

from kg.extract.battles_sides import find_sides
from kg.extract.cast import Cast
from kg.extract.events_classes import ARMED, singular
from kg.extract.events_draft import Draft
from kg.extract.events_kinds import VIOLENT
from kg.extract.events_merge import join_drafts
from kg.extract.events_place import Where, taking_of
from kg.extract.events_same_place import is_compass
from kg.extract.ties import find_ties
from kg.extract.verbs import patient_of
from kg.model import EventKind, Participant, PlaceKind, Role, Status, Tie, When
from kg.nlp import Parsed
from kg.resources import read_table

_K = EventKind
_CAMPAIGNS: Final = frozenset(read_table("event_words.toml")["battles"]["campaigns"])
_PARTS: Final = VIOLENT | {_K.ADVANCE, _K.CAPTURE_OF_PLACE, _K.RETREAT, _K.SIEGE, _K.SURRENDER}
_GROUND: Final = frozenset({_K.ARMED_CLASH, _K.ASSAULT, _K.COUNTERATTACK, _K.ADVANCE, _K.CAPTURE_OF_PLACE, _K.SIEGE})
_NAMEABLE: Final = frozenset(
    {PlaceKind.SETTLEMENT, PlaceKind.FACILITY, PlaceKind.DISTRICT, PlaceKind.REGION, PlaceKind.OTHER}
)
_VAGUE: Final = frozenset({PlaceKind.COUNTRY, PlaceKind.BORDER, PlaceKind.RIVER})
_NARROW: Final = frozenset({PlaceKind.SETTLEMENT, PlaceKind.FACILITY, PlaceKind.DISTRICT})


@dataclass(frozen=True, slots=True)
class Battles:
    """The events of an article, by index: which are part of which, and the names of battles."""

    drafts: tuple[Draft, ...]
    parts: Mapping[int, int]
    names: Mapping[int, str]


def find_battles(drafts: tuple[Draft, ...], parsed: Parsed, cast: Cast) -> Battles:
    """The events, those that tell of one battle joined into it, with its sides, parts and name."""
    kept = _promoted(_gathered(_with_prize(drafts, cast), cast), cast)
    battles = [i for i, draft in enumerate(kept) if draft.kind is _K.BATTLE and draft.real]
    ties = find_ties(parsed, cast) if battles else ()
    parts = _parts_by_place(kept, battles)
    narrow = [i for i in battles if _narrow_place(kept[i], cast) is not None]
    if len(narrow) == 1:
        parts |= _parts_by_sides(kept, narrow[0], parts, ties, cast)
    names: dict[int, str] = {}
    for i in battles:
        own = [kept[part] for part, owner in sorted(parts.items()) if owner == i]
        kept[i] = _with_sides(kept[i], own, ties, cast)
        where = kept[i].where
        if where is not None and cast.referents[where.place].place in _NAMEABLE:
            names[i] = f"Battle of {cast.referents[where.place].name}"
    for i, owner in sorted(parts.items()):
        if kept[i].where is None:
            kept[i] = replace(kept[i], where=_scene(kept[owner].where))
    return Battles(tuple(kept), parts, names)


def _scene(where: Where | None) -> Where | None:
    return None if where is None else replace(where, rule="events.place-of-scene")


def _with_prize(drafts: tuple[Draft, ...], cast: Cast) -> list[Draft]:
    """The events; a battle that names no place ("the victory ended a battle") is that of the only place taken."""
    taken = [
        draft.where
        for draft in drafts
        if draft.kind is _K.CAPTURE_OF_PLACE and draft.status is Status.HAPPENED and not draft.background
        and draft.where is not None and cast.referents[draft.where.place].place in _NARROW
    ]  # fmt: skip
    fought = any(draft.kind is _K.BATTLE and draft.real and draft.where is not None for draft in drafts)
    if fought or len({where.place for where in taken}) != 1:
        return list(drafts)
    prize = replace(taken[0], rule="events.place-of-scene")
    return [
        replace(draft, where=prize) if draft.kind is _K.BATTLE and draft.real and draft.where is None else draft
        for draft in drafts
    ]


def _gathered(drafts: list[Draft], cast: Cast) -> list[Draft]:
    """Battles of one place become one, and campaigns for it ("the push on the town") are more words for it."""
    battles = [draft for draft in drafts if draft.kind is _K.BATTLE and draft.real]
    placed = [draft for draft in battles if _narrow_place(draft, cast) is not None]
    places = {_narrow_place(draft, cast) for draft in placed}
    groups: dict[int | None, list[Draft]] = {
        place: [] for place in sorted(place for place in places if place is not None)
    }
    rest: list[Draft] = []
    for draft in drafts:
        place = _narrow_place(draft, cast)
        if draft.real and place in groups and (draft.kind is _K.BATTLE or _is_campaign(draft)):
            groups[place].append(draft)
        elif draft in battles and place is None and len(groups) == 1 and not draft.background:
            groups[next(iter(groups))].append(draft)
        elif draft.kind is not _K.BATTLE or _is_battle_alone(draft, cast):
            rest.append(replace(draft, kind=_K.ARMED_CLASH) if _is_of_country(draft, cast) else draft)
    return [*rest, *(_one_battle(group, cast) for group in groups.values() if group)]


def _is_of_country(draft: Draft, cast: Cast) -> bool:
    """Whether it is told as a battle of no narrower place than a country, which is no one battle."""
    wide = draft.where is not None and cast.referents[draft.where.place].place is PlaceKind.COUNTRY
    return draft.kind is _K.BATTLE and wide


def _one_battle(group: list[Draft], cast: Cast) -> Draft:
    battle = next(draft for draft in group if draft.kind is _K.BATTLE and draft.where is not None)
    joined = battle
    for draft in group:
        if draft is not battle:
            joined = join_drafts(joined, replace(draft, kind=_K.BATTLE), cast)
    return replace(
        joined,
        rule="battles.told-as-battle",
        kind=_K.BATTLE,
        where=battle.where,
        when=_whole(group),
        background=all(d.background for d in group),
    )


def _whole(group: list[Draft]) -> When | None:
    """From the earliest to the latest day that its tellings give."""
    told = [draft.when for draft in group if draft.when is not None]
    if not told:
        return None
    starts = [when for when in told if when.earliest is not None]
    starts = [when for when in starts if when.rule != "times.so-long"] or starts  # "began on 3 May", not "five months"
    first = min(starts, key=lambda when: (when.earliest, when.span.start), default=told[0])
    ends = [when.latest for when in told if when.latest is not None]
    return replace(first, latest=max(ends, default=None))


def _narrow_place(draft: Draft, cast: Cast) -> int | None:
    return draft.where.place if draft.where is not None and cast.referents[draft.where.place].place in _NARROW else None


def _is_campaign(draft: Draft) -> bool:
    """Whether its noun means a lasting fight ("push", "offensive"), not one blow."""
    return (
        any(not trigger.verb and singular(trigger.token) in _CAMPAIGNS for trigger in draft.triggers)
        and draft.kind in _GROUND
    )


def _is_battle_alone(draft: Draft, cast: Cast) -> bool:
    """Whether a battle without a place is one at all: an armed side at least must be told."""
    return draft.where is not None or any(cast.referents[part.referent].actor in ARMED for part in draft.participants)


def _promoted(drafts: list[Draft], cast: Cast) -> list[Draft]:
    """Makes a battle of the fight for a place that has none yet: a campaign to take it, with more fighting there."""
    taken = {_narrow_place(draft, cast) for draft in drafts if draft.kind is _K.BATTLE}
    found = list(drafts)
    for i, draft in enumerate(drafts):
        place = _narrow_place(draft, cast)
        if place is None or place in taken or not draft.real or draft.background or draft.kind not in _GROUND:
            continue
        beside = [
            d for d in drafts if d is not draft and d.real and d.kind in _GROUND and _narrow_place(d, cast) == place
        ]
        to_take = _is_campaign(draft) and any(taking_of(trigger.token) for trigger in draft.triggers)
        both_sides = draft.kind is _K.ARMED_CLASH and len({part.side for part in draft.participants}) == 2
        if (to_take or both_sides or _against_takers(draft, beside, cast)) and beside:
            found[i] = replace(draft, kind=_K.BATTLE, rule="battles.fighting-for-a-place")
            taken.add(place)
    return found


def _against_takers(draft: Draft, beside: list[Draft], cast: Cast) -> bool:
    """Whether a clash with somebody is told beside the taking of the place by others."""
    foes = {part.referent for part in draft.participants if cast.referents[part.referent].actor in ARMED}
    takers = {
        part.referent
        for other in beside
        for part in other.participants
        if other.kind is _K.CAPTURE_OF_PLACE
        and part.role is Role.AGENT
        and cast.referents[part.referent].actor in ARMED
    }
    return draft.kind is _K.ARMED_CLASH and bool(foes) and bool(takers - foes)


def _may_be_part(draft: Draft) -> bool:
    return draft.kind in _PARTS and draft.kind is not _K.BATTLE and draft.real and not draft.background


def _parts_by_place(drafts: list[Draft], battles: list[int]) -> dict[int, int]:
    """Events at the very place of a battle, by index, with the battle's."""
    by_place = {where.place: battle for battle in reversed(battles) if (where := drafts[battle].where) is not None}
    return {
        i: by_place[draft.where.place]
        for i, draft in enumerate(drafts)
        if _may_be_part(draft) and draft.where is not None and draft.where.place in by_place
    } | {
        i: by_place[outer]
        for i, draft in enumerate(drafts)
        if _may_be_part(draft) and draft.where is not None and draft.where.place not in by_place
        for outer in sorted(draft.where.outer, reverse=True)
        if outer in by_place
    }


def _parts_by_sides(
    drafts: list[Draft],
    battle: int,
    parts: Mapping[int, int],
    ties: tuple[Tie, ...],
    cast: Cast,
) -> dict[int, int]:
    """Events at no place told, or none narrow, by those who fight the only battle of the article."""
    own = [drafts[part] for part in sorted(parts)]
    found: dict[int, int] = {}
    for i, draft in enumerate(drafts):
        vague = (
            draft.where is None
            or cast.referents[draft.where.place].place in _VAGUE
            or is_compass(draft.where.place, cast)
        )
        if i in parts or not vague or not _may_be_part(draft):
            continue
        armed = {part.referent for part in draft.participants if cast.referents[part.referent].actor in ARMED}
        if armed & find_sides(drafts[battle], [*own, draft], ties, cast).keys():
            found[i] = battle
            own.append(draft)
    return found


def _with_sides(battle: Draft, parts: list[Draft], ties: tuple[Tie, ...], cast: Cast) -> Draft:
    sides = find_sides(battle, parts, ties, cast)
    own = {part.referent: part for part in battle.participants}
    for draft in parts:
        for part in draft.participants:
            if part.referent in sides:
                own.setdefault(part.referent, replace(part, role=Role.AGENT))  # in a battle both sides fight
    participants: tuple[Participant, ...] = tuple(
        replace(part, side=sides.get(part.referent), role=Role.AGENT if part.referent in sides else part.role)
        for part in own.values()
        if part.referent in sides or (part in battle.participants and cast.referents[part.referent].actor in ARMED)
    )
    return replace(battle, participants=participants, when=_ended(_whole([battle, *parts]), battle, parts))


def _ended(when: When | None, battle: Draft, parts: list[Draft]) -> When | None:
    """The time of the battle, until the day on which the very place was taken."""
    falls = [part.when.latest for part in parts if _takes_whole(part, battle) and part.when is not None]
    days = [day for day in falls if day is not None]
    if when is None or not days or (when.earliest is not None and when.earliest > max(days)):
        return when
    return replace(when, latest=max(days))


def _takes_whole(part: Draft, battle: Draft) -> bool:
    """Whether the place of the battle itself is taken, not a part of it ("the east of the town")."""
    if part.kind is not _K.CAPTURE_OF_PLACE or part.status is not Status.HAPPENED or part.when is None:
        return False
    if part.where is None or battle.where is None or part.when.earliest is None:
        return False
    token = part.first.token
    thing = patient_of(token) if part.first.verb else None
    control = [] if thing is None else [thing, *thing.modifiers("of", "over")]
    named = {span.start for span in (part.where.evidence,)}
    return part.where.place == battle.where.place and any(
        word.start in named or word.end == part.where.evidence.end for word in control
    )
