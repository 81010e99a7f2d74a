"""Which happenings a reader would write down, by which word, and who has part in them, by the language model."""

from dataclasses import replace
from typing import Final

from kg.extract.cast import Cast
from kg.extract.events_draft import Draft
from kg.extract.triggers import AS_TOLD, Trigger
from kg.model import Participant, Role
from kg.nlp import Parsed, Telling

_PICKED: Final = 0.25
"""How likely a reader must at least be to name a happening by its words, taken together,"""

_SURE: Final = 0.5
"""or how likely one of its words tells of a happening at all,"""

_PICKED_ALONE: Final = 0.45
"""and how likely he must be to name one that no rule found."""

_NEARLY: Final = 0.3
"""How likely, beside the likeliest word, the first must be to be shown. All chosen on development data."""


def with_told(drafts: tuple[Draft, ...], parsed: Parsed, cast: Cast) -> tuple[Draft, ...]:
    """The drafts that a reader may write down, each shown by a word that he may pick.

    Whom the model takes to do or suffer it, anywhere in the article, has part in it as well. Where the model does not
    read articles as a whole, the drafts are as they were.
    """
    telling = parsed.telling
    if telling is None:
        return drafts
    found: list[Draft] = []
    for draft in drafts:
        if _is_worth(draft, telling):
            shown = _shown(draft, telling)
            found.append(_with_parties(replace(draft, shown=shown), shown, telling, parsed, cast))
    return tuple(found)


def _is_worth(draft: Draft, telling: Telling) -> bool:
    """Whether a reader may write it down."""
    words = {word.i for trigger in draft.triggers for word in trigger.words}
    picked = sum(telling.chosen(word) for word in words)
    if all(trigger.rule == AS_TOLD for trigger in draft.triggers):
        return picked >= _PICKED_ALONE
    return picked >= _PICKED or max(telling.sure(word) for word in words) >= _SURE


def _shown(draft: Draft, telling: Telling) -> Trigger:
    """The first trigger by which a reader may well name it: a vague one before it is passed over."""
    best = max(_likely(trigger, telling) for trigger in draft.triggers)
    return next(trigger for trigger in draft.triggers if _likely(trigger, telling) >= _NEARLY * best)


def _likely(trigger: Trigger, telling: Telling) -> float:
    return max(telling.chosen(word.i) for word in trigger.words)


def _with_parties(draft: Draft, shown: Trigger, telling: Telling, parsed: Parsed, cast: Cast) -> Draft:
    parts = {part.referent: part for part in draft.participants}
    words = [token.i for token in parsed.tokens if cast.actor_at(token) is not None]
    for role in (Role.AGENT, Role.TARGET):
        for word in telling.parties(shown.token.i, words, suffering=role is Role.TARGET):
            token = parsed.tokens[word]
            referent, mention = cast.actor_at(token), cast.mention_at(token)
            if referent is not None and referent not in parts:
                span = mention.span if mention is not None else token.span
                parts[referent] = Participant(referent, role, None, span, "participants.as-told")
    return replace(draft, participants=tuple(parts.values()))
