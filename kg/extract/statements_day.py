"""Dates what is said about the news of the day: an article that tells of its own day was told of it on that day."""

from dataclasses import replace
from datetime import date, timedelta

from kg.extract.times import TimeWords
from kg.model import EventReport, Span, Statement, Status, When
from kg.nlp import Parsed, Token

_NEWS = frozenset({Status.HAPPENED, Status.CLAIMED})
_BEFORE = frozenset({"had", "recently", "earlier", "previously", "already", "once"})
_PERFECT = frozenset({"has", "have", "had"})
_NEWS_RULE = "statements.said-on-the-day"
# in statements
_SOON = 3
_NOW = frozenset({"VBZ", "VBP"})


def date_statements(
    statements: tuple[Statement, ...],
    events: tuple[EventReport, ...],
    parsed: Parsed,
    times: tuple[TimeWords, ...] = (),
) -> tuple[Statement, ...]:
    """The statements, dated where what they tell happened on the day of publication: it was said later, and published.

    What follows a statement of that day without any time of its own was said on it too, if the first
    thing that the article tells is of that day. Who is told to have said something on a day went on to speak on it.
    """
    published = parsed.document.day
    if published is None:
        return statements
    lead = next((_news_of(event, published) for event in _in_order(events) if _is_news(event)), None)
    found: list[Statement] = []
    today = lead is not None
    spoke: dict[int | None, tuple[int, When]] = {}
    for n, statement in enumerate(statements):
        said = statement.said
        speaker = statement.speaker_referent
        told = [events[n] for n in statement.about_events]
        if said is None and not _was_said_before(statement, parsed):
            said = next((day for event in told if (day := _news_of(event, published)) is not None), None)
            said = said or _told_of_the_day(statement, published, times, parsed)
            if said is None and not any(map(_is_other_day, told)) and _is_telling_now(statement, parsed):
                said = lead if today else _of_the_same_talk(n, spoke.get(speaker), published)
        if said is not None and speaker is not None and said.earliest == said.latest and said.rule != _NEWS_RULE:
            spoke[speaker] = n, said
        today = said is not None and said.latest == published and lead is not None
        found.append(replace(statement, said=said))
    return tuple(found)


def _of_the_same_talk(n: int, before: tuple[int, When] | None, published: date) -> When | None:
    """The day on which the speaker spoke, if statement `n` comes right behind; or soon, if that is the day's news."""
    if before is None:
        return None
    last, day = before
    news = day.latest is not None and published - day.latest <= timedelta(days=1)
    return day if n - last == 1 or (news and n - last <= _SOON) else None


def _told_of_the_day(
    statement: Statement, published: date, times: tuple[TimeWords, ...], parsed: Parsed
) -> When | None:
    """The day of publication, where the words said tell what happened on it: "a shell hit the mill on Monday"."""
    for words in times:
        span = Span(parsed.tokens[words.first].start, parsed.tokens[words.last].end)
        day = words.relation == "point" and words.when.earliest == words.when.latest == published
        if not day or not any(piece.covers(span) for piece in statement.content):
            continue
        verb = next((above for above in parsed.tokens[words.anchor].ancestors() if above.is_verb()), None)
        if verb is not None and verb.tag in ("VBD", "VBN"):
            return When(published, published, words.when.span, _NEWS_RULE)
    return None


def _in_order(events: tuple[EventReport, ...]) -> list[EventReport]:
    return sorted(events, key=lambda event: event.trigger.start)


def _is_news(event: EventReport) -> bool:
    return event.status in _NEWS and not event.background


def _news_of(event: EventReport, published: date) -> When | None:
    """The day of publication, if the event happened on it."""
    if not _is_news(event) or event.when is None or event.when.earliest != published:
        return None
    return When(published, published, event.when.span, _NEWS_RULE)


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
