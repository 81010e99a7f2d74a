"""What happened, as one article tells it: one report for each happening, however often it is told."""

from kg.extract.cast import Cast
from kg.extract.events_draft import Draft, draft_of
from kg.extract.events_merge import merge_drafts
from kg.extract.times import TimeWords
from kg.extract.triggers import find_triggers
from kg.model import EventReport, Span
from kg.nlp import Parsed, span_of


def find_events(parsed: Parsed, cast: Cast, times: tuple[TimeWords, ...]) -> tuple[EventReport, ...]:
    """The events of an article, in the order of the words that tell of them first."""
    drafts = tuple(draft_of(trigger, parsed, cast, times) for trigger in find_triggers(parsed, cast))
    merged = merge_drafts(drafts, parsed, cast)
    return tuple(_report(draft, parsed) for draft in sorted(merged, key=lambda draft: draft.first.token.i))


def _report(draft: Draft, parsed: Parsed) -> EventReport:
    first, *others = draft.triggers
    return EventReport(
        kind=draft.kind,
        trigger=span_of(first.words),
        other_triggers=tuple(span_of(trigger.words) for trigger in others),
        name=None,
        status=draft.status,
        background=draft.background,
        when=draft.when,
        place=draft.where.place if draft.where is not None else None,
        place_evidence=draft.where.evidence if draft.where is not None else None,
        participants=draft.participants,
        weapon=draft.weapon,
        part_of=None,
        evidence=_evidence(first.token.sentence, parsed),
        rule=draft.rule,
    )


def _evidence(sentence: int, parsed: Parsed) -> Span:
    return parsed.sentences[sentence].span
