"""Which happenings a reader would write down, of what kind, by which word, where and by whom, by the language model."""

from collections.abc import Callable
from dataclasses import replace
from typing import Final

from kg.extract.cast import Cast
from kg.extract.events_draft import Draft
from kg.extract.events_kinds import OPEN, VIOLENT
from kg.extract.events_merge import likenesses
from kg.extract.events_place import OWN, Where, lies_in, where_at
from kg.extract.events_several import of_several
from kg.extract.events_worth import are_worth
from kg.extract.figures_totals import is_of_a_war
from kg.extract.participants import only_holds
from kg.extract.triggers import AS_TOLD, Trigger, kind_as_told
from kg.model import EventKind, Participant, Role, Status
from kg.nlp import Parsed, Telling, Token

_OF_RULES: Final = 0.5
"""How much likelier the kind that the rules found is taken to be than the model says."""

_NEARLY: Final = 0.3
"""How likely, beside the likeliest word, the first must be to be shown."""

_FOUND: Final = 0.6
"""How likely a place must be where the rules found none,"""

_AHEAD: Final = 0.7
"""how likely, if all that names it stands in later sentences,"""

_ELSEWHERE: Final = 0.3
"""how much likelier than the place that the rules took from the sentence,"""

_NOT_OWN: Final = 0.5
"""and how much likelier than that which the words of the happening name themselves."""

_NOWHERE: Final = 0.6
"""How likely it must be that no place is told, for the sentence's to be dropped."""

_NO_PART: Final = -3.0
"""Below this a party that the rules found has no part in it. All chosen on development data."""


def with_told(drafts: tuple[Draft, ...], parsed: Parsed, cast: Cast) -> tuple[Draft, ...]:
    """The drafts that a reader may write down, each of the likeliest kind and shown by a word that he may pick.

    Whom the model takes to do or suffer it, anywhere in the article, has part in it as well, and a place that it is
    sure of is believed. Where the model does not read articles as a whole, the drafts are as they were.
    """
    telling = parsed.telling
    if telling is None:
        return drafts
    kinds = with_kinds(drafts, telling)
    found: list[Draft] = []
    left: list[Draft] = []
    spots = [token for token in parsed.tokens if cast.place_at(token) is not None]
    acting = [token for token in parsed.tokens if cast.actor_at(token) is not None]
    worth = are_worth(kinds, telling)
    told = {
        trigger.token.sentence for draft, one in zip(kinds, worth, strict=True) if one for trigger in draft.triggers
    }
    for draft, one in zip(kinds, worth, strict=True):
        if one or _tells_toll(draft, told):
            shown = shown_by(draft, telling)
            where = _where(draft.where, shown, telling, spots, parsed, cast)
            found.append(_with_parties(replace(draft, shown=shown, where=where), shown, telling, acting, cast))
        else:
            left.append(draft)
    return _with_retold(found, left, telling)


def _tells_toll(draft: Draft, told: set[int]) -> bool:
    """Whether it alone in its sentences tells what people died of or were hurt by, as news: "killed 15 rebels"."""
    news = draft.status is Status.HAPPENED and not draft.background and not draft.definite
    alone = told.isdisjoint(trigger.token.sentence for trigger in draft.triggers)
    ends = bool(draft.tolls) and not any(is_of_a_war(number) for _, number in draft.tolls)
    return news and alone and ends and draft.kind in VIOLENT


def _with_retold(drafts: list[Draft], left: list[Draft], telling: Telling) -> tuple[Draft, ...]:
    """The drafts, each with the words of those that no reader would write down but that likely tell of it again."""
    again: dict[int, list[Trigger]] = {}
    for other in left:
        alike = likenesses(drafts, other, telling)
        best = max(range(len(drafts)), key=alike.__getitem__, default=None)
        if best is not None and alike[best] > 0 and other.real is drafts[best].real:
            again.setdefault(best, []).extend(other.triggers)
    return tuple(
        replace(draft, triggers=tuple(sorted((*draft.triggers, *again.get(n, ())), key=lambda one: one.token.i)))
        for n, draft in enumerate(drafts)
    )


def with_kinds(drafts: tuple[Draft, ...], telling: Telling) -> tuple[Draft, ...]:
    """The drafts, each of the likeliest kind."""
    return tuple(replace(draft, kind=_kind(draft, telling)) for draft in drafts)


def _kind(draft: Draft, telling: Telling) -> EventKind:
    """The likeliest kind, where no words of the lists say it: "surrendered", but not "attacked"."""
    if draft.kind not in OPEN and any(trigger.rule != AS_TOLD for trigger in draft.triggers):
        return draft.kind
    likely = telling.kinds_of([word.i for trigger in draft.triggers for word in trigger.words])
    likely[draft.kind.value] += _OF_RULES
    return kind_as_told(draft.first.token, max(likely, key=likely.__getitem__))


def shown_by(draft: Draft, telling: Telling) -> Trigger:
    """The first trigger by which a reader may well name it: a vague one before it is passed over."""
    best = max(_likely(trigger, telling) for trigger in draft.triggers)
    return next(trigger for trigger in draft.triggers if _likely(trigger, telling) >= _NEARLY * best)


def _likely(trigger: Trigger, telling: Telling) -> float:
    return max(telling.chosen(word.i) for word in trigger.words)


def _where(
    where: Where | None, shown: Trigger, telling: Telling, spots: list[Token], parsed: Parsed, cast: Cast
) -> Where | None:
    """The place that the rules found, or that which the model is sure of, wherever in the article it is named."""
    own = None if where is None else where.place
    spots = [token for token in spots if _is_named(cast.place_at(token), own, cast)]
    shares = telling.places(shown.token.i, [token.i for token in spots])
    words = _surest(spots, shares, cast.place_at)
    likely = dict.fromkeys(words, 0.0)
    for token, share in zip(spots, shares, strict=True):
        place = cast.place_at(token)
        if place is not None:
            likely[place] += share
    best = max(likely, key=likely.__getitem__, default=None)
    if best is None:
        return where
    later = all(t.sentence > shown.token.sentence for t in spots if cast.place_at(t) == best)
    if _is_surer(best, where, likely, cast) and not (later and likely[best] <= _AHEAD):
        return of_several(where_at((words[best][1], best), cast, "events.place-as-told"), parsed, cast)
    nowhere = where is not None and where.rule != OWN and 1 - sum(likely.values()) > _NOWHERE
    return None if nowhere else where


def _is_surer(best: int, where: Where | None, likely: dict[int, float], cast: Cast) -> bool:
    """Whether the likeliest place is to be told rather than that of the rules, or none."""
    if where is None:
        return likely[best] > _FOUND
    if best == where.place or (where.rule == OWN and lies_in(where.place, best, cast)):
        return False
    return likely[best] - likely.get(where.place, 0.0) > (_NOT_OWN if where.rule == OWN else _ELSEWHERE)


def _is_named(place: int | None, own: int | None, cast: Cast) -> bool:
    """Whether it is a named place, or the one that the rules found: "the eastern districts"."""
    return place is not None and (place == own or cast.referents[place].named)


def _with_parties(draft: Draft, shown: Trigger, telling: Telling, acting: list[Token], cast: Cast) -> Draft:
    parts = {part.referent: part for part in draft.participants}
    for role in (Role.AGENT, Role.TARGET):
        tokens = [token for token in acting if role is Role.TARGET or not only_holds(token)]
        scores = telling.parties(shown.token.i, [token.i for token in tokens], suffering=role is Role.TARGET)
        likely = _surest(tokens, scores, cast.actor_at)
        parts = {
            referent: part
            for referent, part in parts.items()
            if part.role is not role or referent not in likely or likely[referent][0] >= _NO_PART
        }
        for referent, (score, token) in likely.items():
            if score > 0 and referent not in parts:
                mention = cast.mention_at(token)
                span = mention.span if mention is not None else token.span
                parts[referent] = Participant(referent, role, None, span, "participants.as-told")
    return replace(draft, participants=tuple(parts.values()))


def _surest(
    tokens: list[Token], scores: list[float], of: Callable[[Token], int | None]
) -> dict[int, tuple[float, Token]]:
    """Of each referent the highest score and its word, the surest referent first."""
    found: dict[int, tuple[float, Token]] = {}
    for score, token in sorted(zip(scores, tokens, strict=True), key=lambda one: -one[0]):
        referent = of(token)
        if referent is not None:
            found.setdefault(referent, (score, token))
    return found
