"""Dates what is said about the news of the day: an article that tells of its own day was told of it on that day."""

from dataclasses import replace
from datetime import date

from kg.model import EventReport, Span, Statement, Status, When
from kg.nlp import Parsed, Token

_NEWS = frozenset({Status.HAPPENED, Status.CLAIMED})
_BEFORE = frozenset({"had", "recently", "earlier", "previously", "already", "once"})
_PERFECT = frozenset({"has", "have", "had"})
_NOW = frozenset({"VBZ", "VBP"})


def date_statements(
    statements: tuple[Statement, ...], events: tuple[EventReport, ...], parsed: Parsed
) -> tuple[Statement, ...]:
    """The statements, dated where what they tell happened on the day of publication: it was said later, and published.

    What follows a statement of that day without any time of its own was said on it too, if the first
    thing that the article tells is of that day.
    """
    published = parsed.document.day
    if published is None:
        return statements
    lead = next((_news_of(event, published) for event in _in_order(events) if _is_news(event)), None)
    found: list[Statement] = []
    today = lead is not None
    for statement in statements:
        said = statement.said
        told = [events[n] for n in statement.about_events]
        if said is None and not _was_said_before(statement, parsed):
            said = next((day for event in told if (day := _news_of(event, published)) is not None), None)
            if said is None and today and lead is not None and not any(map(_is_other_day, told)):
                said = lead if _is_telling_now(statement, parsed) else None
        today = said is not None and said.latest == published and lead is not None
        found.append(replace(statement, said=said))
    return tuple(found)


def _in_order(events: tuple[EventReport, ...]) -> list[EventReport]:
    return sorted(events, key=lambda event: event.trigger.start)


def _is_news(event: EventReport) -> bool:
    return event.status in _NEWS and not event.background


def _news_of(event: EventReport, published: date) -> When | None:
    """The day of publication, if the event happened on it."""
    if not _is_news(event) or event.when is None or event.when.earliest != published:
        return None
    return When(published, published, event.when.span, "statements.said-on-the-day")


def _is_other_day(event: EventReport) -> bool:
    """Whether an event is earlier history, or has a time of its own (not this day, which was looked for before)."""
    return event.background or (event.when is not None and event.when.earliest is not None)


def _was_said_before(statement: Statement, parsed: Parsed) -> bool:
    """Whether the words were said before the news: "the council had urged the army to stop"."""
    return any(child.lower in _BEFORE for word in _cue(statement, parsed) for child in word.children)


def _is_telling_now(statement: Statement, parsed: Parsed) -> bool:
    """Whether the article tells of the saying as news: "the monitor said", not "the army says", "has called for"."""
    for word in _cue(statement, parsed):
        verbs = (word, word.head) if word.tag == "VBG" and word.head is not None else (word,)
        if any(verb.tag in _NOW or any(child.lower in _PERFECT for child in verb.children) for verb in verbs):
            return False
        if word.rel == "acl:relcl":
            # "strikes that the army said were a mistake": known before
            return False
    return bool(statement.speaker or statement.cue)


def _cue(statement: Statement, parsed: Parsed) -> tuple[Token, ...]:
    return tuple(word for span in statement.cue for word in parsed.tokens_in(Span(span.start, span.end)))
