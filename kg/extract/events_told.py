"""Which happenings a reader would write down, of what kind, by which word, where and by whom, by the language model."""

from dataclasses import replace
from typing import Final

from kg.extract.cast import Cast
from kg.extract.events_asked import with_answers
from kg.extract.events_draft import Draft
from kg.extract.events_kinds import OPEN, VIOLENT
from kg.extract.events_merge import likenesses
from kg.extract.events_worth import are_worth
from kg.extract.figures_totals import is_of_a_war
from kg.extract.triggers import AS_TOLD, Trigger, kind_as_told
from kg.model import EventKind, Status
from kg.nlp import Parsed, Telling

_OF_RULES: Final = 0.5
"""How much likelier the kind that the rules found is taken to be than the model says."""

_NEARLY: Final = 0.3
"""How likely, beside the likeliest word, the first must be to be shown. Both chosen on development data."""


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
    spots = tuple(token for token in parsed.tokens if cast.place_at(token) is not None)
    acting = tuple(token for token in parsed.tokens if cast.actor_at(token) is not None)
    worth = are_worth(kinds, telling)
    told = {
        trigger.token.sentence for draft, one in zip(kinds, worth, strict=True) if one for trigger in draft.triggers
    }
    for draft, one in zip(kinds, worth, strict=True):
        if one or _tells_toll(draft, told):
            shown = shown_by(draft, telling)
            found.append(with_answers(replace(draft, shown=shown), spots, acting, parsed, cast))
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
