"""The main scene of an article: where the fighting of its lead goes on, for events that name no place of their own."""

import re
from dataclasses import replace
from typing import Final

from kg.extract.cast import Cast
from kg.extract.events_classes import ARMED
from kg.extract.events_draft import Draft
from kg.extract.events_place import NARROW
from kg.model import EventKind, Role
from kg.nlp import Parsed

_K = EventKind
_LEAD: Final = 3  # sentences
_FIGHT: Final = frozenset(
    {
        _K.ARMED_CLASH, _K.BATTLE, _K.SIEGE, _K.ASSAULT, _K.COUNTERATTACK, _K.SUICIDE_BOMBING, _K.ADVANCE, _K.AMBUSH,
        _K.RETREAT, _K.CAPTURE_OF_PLACE,
    }
)  # fmt: skip
_GOES_ON: Final = frozenset({_K.ARMED_CLASH, _K.BATTLE, _K.SIEGE})
# "fighting went on into the afternoon": the day that the article tells of
_PART_OF_DAY: Final = re.compile(r"\b(?:morning|noon|midday|afternoon|evening|dusk|nightfall|dawn|sunset)\b", re.I)


def with_scene(drafts: tuple[Draft, ...], parsed: Parsed, cast: Cast) -> tuple[Draft, ...]:
    """The drafts; fighting that plainly goes on where the lead tells of it has its place, and its day."""
    lead = next((draft for draft in drafts if _is_lead(draft, cast)), None)
    if lead is None or lead.where is None:
        return drafts
    found: list[Draft] = []
    last = lead
    for draft in drafts:
        if draft is not lead and draft.first.token.i > lead.first.token.i and _goes_on(draft, lead, last, parsed, cast):
            draft = _at_scene(draft, lead, parsed)
        if draft.real and not draft.background and draft.where is not None and not draft.where.rule.endswith("scene"):
            last = draft
        found.append(draft)
    return tuple(found)


def _is_lead(draft: Draft, cast: Cast) -> bool:
    return (
        draft.first.token.sentence < _LEAD
        and draft.kind in _FIGHT
        and draft.real
        and not draft.background
        and draft.where is not None
        and cast.referents[draft.where.place].place in NARROW
    )


def _goes_on(draft: Draft, lead: Draft, last: Draft, parsed: Parsed, cast: Cast) -> bool:
    """Whether it is fighting of the same scene: no other place told since, and no other fighters."""
    if draft.where is not None or not draft.real or draft.kind not in _FIGHT or draft.fresh:
        return False
    if lead.where is None or last.where is None or last.where.place != lead.where.place:
        return False
    places = {cast.place_at(token) for token in parsed.sentences[draft.first.token.sentence].tokens}
    if places - {None, lead.where.place, *lead.where.outer}:
        return False
    armed = [{p.referent for p in d.participants if cast.referents[p.referent].actor in ARMED} for d in (draft, lead)]
    if armed[0]:
        return not armed[0].isdisjoint(armed[1])
    suffers = any(part.role is Role.AGENT for part in draft.participants)
    return draft.kind in _GOES_ON and not suffers


def _at_scene(draft: Draft, lead: Draft, parsed: Parsed) -> Draft:
    if lead.where is None:
        return draft
    where = replace(lead.where, rule="events.place-of-scene")
    sentence = parsed.words(parsed.sentences[draft.first.token.sentence].span)
    fresh = lead.when is not None and lead.when.earliest is not None and parsed.document.day is not None
    when = draft.when
    if when is None and fresh and lead.when is not None and lead.when.earliest is not None:
        days = (parsed.document.day - lead.when.earliest).days if parsed.document.day is not None else 9
        if days <= 2 and not draft.background and _PART_OF_DAY.search(sentence):
            when = lead.when
    return replace(draft, where=where, when=when)
