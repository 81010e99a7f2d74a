"""One happening told many times in an article becomes one: drafts that speak of the same are merged."""

from collections.abc import Sequence
from dataclasses import replace
from math import inf
from typing import Final

from kg.extract.cast import Cast
from kg.extract.events_classes import ARMED, singular
from kg.extract.events_draft import Draft, is_disowned, is_vague
from kg.extract.events_kinds import BLASTS, FROM_AFAR, GENERAL, VIOLENT, WARS
from kg.extract.events_place import OWN
from kg.extract.events_same import has_same_toll, is_older, is_same, may_be_same, may_retell
from kg.extract.events_shared import are_near
from kg.extract.events_where import narrower_place
from kg.extract.events_wording import is_campaign, is_general
from kg.extract.verbs import is_passive
from kg.model import EventKind, Participant, Role, Status, When
from kg.nlp import Parsed, Telling
from kg.resources import read_table

_K = EventKind
_HABITS: Final = frozenset(read_table("event_words.toml")["background"]["habits"])
_EFFECTS: Final = frozenset(read_table("event_words.toml")["conduct"]["effects"])
_APART: Final = 0.0
_APART_AGAIN: Final = -1.5
_ALIKE: Final = 1.0
"""Below and above these likenesses the language model is believed against the rules. Chosen on development data."""
_SPECIFIC: Final = {_K.ASSAULT: 0, _K.KILLING: 0, _K.OTHER: 0, _K.BOMBING: 1, _K.SHELLING: 1}


def merge_drafts(drafts: tuple[Draft, ...], cast: Cast, parsed: Parsed) -> tuple[Draft, ...]:
    """The drafts of one article, those of one happening merged, in the order of their first triggers.

    A killing or a wounding beside another act of violence is a consequence of it and no event of its own.
    """
    published = parsed.document.day
    merged: list[Draft] = []
    nested = frozenset((d.where.place, outer) for d in drafts if d.where is not None for outer in d.where.outer)
    for told in _without_consequences(drafts):
        draft = _as_fight(_like_before(told, merged), cast)
        latest_first = range(len(merged) - 1, -1, -1)
        shown = _that_one(draft, merged)
        if shown is not None:
            merged[shown] = join_drafts(replace(merged[shown], status=draft.status), draft, cast)
            continue
        same_toll = (i for i in latest_first if has_same_toll(merged[i], draft))
        fit = [i for i in latest_first if may_retell(merged[i], draft) and not is_older(merged[i], draft, published)]
        alike = likenesses(merged, draft, parsed.telling)
        fit = [i for i in fit if is_same(merged[i], draft, cast, nested) and alike[i] >= _apart(merged[i], draft)]
        # "the attack" is the last blow told rather than the offensive
        fit.sort(key=lambda i: (is_general(draft) and is_campaign(merged[i]), merged[i].kind is not draft.kind))
        like = (i for i in latest_first if alike[i] > _ALIKE and may_be_same(merged[i], draft, cast, nested))
        at = next(same_toll, next(iter(fit), max(like, key=alike.__getitem__, default=None)))
        if at is None:
            merged.append(draft)
        else:
            merged[at] = join_drafts(merged[at], draft, cast)
    alone = frozenset(draft.first for draft in merged if len(draft.triggers) == 1 and is_disowned(draft))
    return tuple(draft for draft in merged if draft.first not in alone and not is_vague(draft))


def _apart(old: Draft, new: Draft) -> float:
    """Below which likeness the two are two; for a noun that comes back, "a counterattack … the counterattack", less."""
    token = new.first.token
    again = {singular(trigger.token) for trigger in old.triggers if not trigger.verb}
    return _APART_AGAIN if new.definite and not new.first.verb and singular(token) in again else _APART


def likenesses(drafts: Sequence[Draft], other: Draft, telling: Telling | None) -> list[float]:
    """How likely each is one happening with the other as the language model reads the article; 0 where it does not."""
    if telling is None:
        return [0.0] * len(drafts)
    words = [(n, trigger.token.i) for n, draft in enumerate(drafts) for trigger in draft.triggers]
    found = [-inf] * len(drafts)
    for trigger in other.triggers:
        for (n, _), likely in zip(words, telling.likeness(trigger.token.i, [word for _, word in words]), strict=True):
            found[n] = max(found[n], likely)
    return found


def _as_fight(draft: Draft, cast: Cast) -> Draft:
    """Fighters killed by fighters fell in a fight: "The army killed 50 militants in Homs on Sunday"."""
    armed = {part.role for part in draft.participants if cast.referents[part.referent].actor in ARMED}
    fallen = draft.kind is _K.KILLING and draft.first.verb and draft.first.token.lemma == "kill"
    if not fallen or armed != {Role.AGENT, Role.TARGET}:
        return draft
    return replace(draft, kind=_K.ARMED_CLASH)


def _that_one(draft: Draft, before: list[Draft]) -> int | None:
    """The attack that "that attack" points back to, the last told: also a planned one, which then happened."""
    token = draft.first.token
    if draft.first.verb or not any(child.lower in ("that", "this") and child.rel == "det" for child in token.children):
        return None
    near = [i for i, old in enumerate(before) if 0 < token.sentence - old.triggers[-1].token.sentence <= 1]
    last = max(near, key=lambda i: before[i].triggers[-1].token.i, default=None)
    if last is None or not draft.real or before[last].status not in (draft.status, Status.PLANNED):
        return None
    old = before[last]
    kinds = is_general(draft) and old.kind in GENERAL[draft.kind]
    return last if kinds or old.kind is draft.kind else None


def _like_before(draft: Draft, before: list[Draft]) -> Draft:
    """A "similar attack" is of the kind of the attack told before it."""
    if draft.kind is not _K.ASSAULT or not any(
        child.lower in ("similar", "same") for child in draft.first.token.children
    ):
        return draft
    attacks = [other.kind for other in before if other.kind in FROM_AFAR | BLASTS]
    return replace(draft, kind=attacks[-1]) if attacks else draft


def _without_consequences(drafts: tuple[Draft, ...]) -> list[Draft]:
    return [draft for draft in drafts if not _is_consequence(draft, [o for o in drafts if o is not draft])]


def _is_consequence(draft: Draft, others: list[Draft]) -> bool:
    """Whether it only tells what another act of violence, or a war, did to people and things."""
    token = draft.first.token
    near = [other for other in others if are_near(other, draft)]
    wars = [other for other in near if other.kind is _K.OTHER and singular(other.first.token) in WARS]
    violent = [other for other in near if other.kind in VIOLENT and other.kind is not _K.KILLING]
    if draft.first.verb and draft.kind in (_K.DISPLACEMENT, _K.KILLING) and wars:
        return True  # "280,000 people have been killed and millions displaced since the war broke out"
    if draft.kind is _K.OTHER and draft.first.verb and token.lemma in _EFFECTS:
        placed = draft.where is not None and draft.where.rule == OWN
        return bool(violent) or (
            is_passive(token) and token.agent() is None and not placed
        )  # "the hospital was destroyed"
    if draft.first.verb and token.tag == "VBG" and token.lemma in _HABITS and violent:
        return True  # "shelling from the hills targeting the town"
    if draft.kind is not _K.KILLING or not draft.first.verb or token.lemma not in _EFFECTS:
        return False  # "massacred", "assassinated"
    return bool(violent) or not any(part.role is Role.AGENT for part in draft.participants)


def join_drafts(old: Draft, new: Draft, cast: Cast) -> Draft:
    """One draft of the two: the narrower place and time, the finer kind, all who take part, all triggers."""
    finer = new if _SPECIFIC.get(new.kind, 2) > _SPECIFIC.get(old.kind, 2) else old
    return replace(
        old,
        kind=finer.kind,
        triggers=tuple(sorted((*old.triggers, *new.triggers), key=lambda trigger: trigger.token.i)),
        when=_narrower(old.when, new.when),
        where=narrower_place(old.where, new.where, cast),
        participants=_union(old.participants, _told(old, new)),
        weapon=old.weapon or new.weapon,
        definite=old.definite and new.definite,
        number=old.number or new.number,
        tolls=old.tolls | new.tolls,
    )


def _told(old: Draft, new: Draft) -> tuple[Participant, ...]:
    """Who takes part by the new telling; where it only claims what the old tells as a fact, not who did it."""
    if old.status is new.status or new.status is not Status.CLAIMED:
        return new.participants
    return tuple(part for part in new.participants if part.role is Role.TARGET)


def _narrower(one: When | None, other: When | None) -> When | None:
    if one is None or other is None:
        return one or other
    return other if _days(other) < _days(one) else one


def _days(when: When) -> int:
    if when.earliest is None or when.latest is None:
        return 1_000_000 + (when.latest is None)
    return (when.latest - when.earliest).days


def _union(one: tuple[Participant, ...], other: tuple[Participant, ...]) -> tuple[Participant, ...]:
    seen = {part.referent for part in one}
    return (*one, *(part for part in other if part.referent not in seen))
