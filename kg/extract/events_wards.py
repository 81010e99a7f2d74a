"""Who wards off the attack just told is its target: "the army said that it had repelled both"."""

from dataclasses import replace
from typing import Final

from kg.extract.cast import Cast
from kg.extract.events_classes import ARMED
from kg.extract.events_draft import Draft
from kg.extract.events_kinds import VIOLENT
from kg.model import Participant, Role
from kg.nlp import Parsed, Token
from kg.resources import read_table

_REPELLING: Final = frozenset(read_table("event_words.toml")["battles"]["repelling"])


def with_wards(drafts: tuple[Draft, ...], parsed: Parsed, cast: Cast) -> tuple[Draft, ...]:
    """The drafts; an attack without a target is on those who are told next to have repelled it."""
    found = list(drafts)
    for verb in parsed.tokens:
        referent = _who_repels(verb, cast)
        if referent is None:
            continue
        before = [i for i, draft in enumerate(drafts) if draft.first.token.i < verb.i and _is_attack(draft, verb, cast)]
        if before and all(part.referent != referent for part in found[before[-1]].participants):
            mention = cast.mention_at(_subject(verb, cast) or verb)
            span = verb.span if mention is None else mention.span
            part = Participant(referent, Role.TARGET, None, span, "participants.warding-off")
            found[before[-1]] = replace(found[before[-1]], participants=(*found[before[-1]].participants, part))
    return tuple(found)


def _who_repels(verb: Token, cast: Cast) -> int | None:
    if not verb.is_verb() or verb.lemma not in _REPELLING or verb.is_passive() or verb.is_negated():
        return None
    subject = _subject(verb, cast)
    referent = None if subject is None else cast.actor_at(subject)
    return referent if referent is not None and cast.referents[referent].actor in ARMED else None


def _subject(verb: Token, cast: Cast) -> Token | None:
    """The subject; of "the force said that it had repelled them" the speaker."""
    subject = verb.subject()
    told = verb.rel == "ccomp" and verb.head is not None and subject is not None and subject.pos == "PRON"
    if told and subject is not None and verb.head is not None and cast.actor_at(subject) is None:
        return verb.head.subject()
    return subject


def _is_attack(draft: Draft, verb: Token, cast: Cast) -> bool:
    """Whether it is an attack of armed men, just told, whose target is not."""
    armed = [part.role for part in draft.participants if cast.referents[part.referent].actor in ARMED]
    near = 0 <= verb.sentence - draft.first.token.sentence <= 1
    return near and draft.real and draft.kind in VIOLENT and Role.AGENT in armed and Role.TARGET not in armed
