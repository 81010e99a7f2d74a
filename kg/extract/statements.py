"""Finds what is said in an article, and by whom."""

from collections.abc import Iterable
from dataclasses import replace

from kg.extract.cast import Cast
from kg.extract.cues import Cue, cue_at, cue_words, is_unsaid
from kg.extract.speakers import Speaker, noun_phrase_of
from kg.extract.speakers_facts import addressee_of, is_anonymous, medium_of, referent_of, voices
from kg.extract.statements_clauses import read_clause
from kg.extract.statements_page import Draft, Page, Unit, content_spans, read_page
from kg.extract.statements_quotes import read_lone_quotes
from kg.extract.statements_things import read_according, read_nouns, read_thing
from kg.extract.times import TimeWords
from kg.model import EventReport, Mode, Span, Statement, When
from kg.nlp import Parsed, Token, span_of


def find_statements(parsed: Parsed, cast: Cast, times: tuple[TimeWords, ...]) -> tuple[Statement, ...]:
    """What the article lets somebody say, in text order; what it says itself is no statement.

    `about_events` is empty: `tie_statements` fills it when the events are known.
    """
    page = read_page(parsed)
    drafts: list[Draft] = []
    for unit in page.units:
        drafts.extend(_read_unit(unit, page))
    drafts.extend(read_lone_quotes(page, drafts))
    drafts.sort(key=lambda draft: (draft.content[0][0], draft.core[0]))
    return _to_statements(drafts, page, cast, times)


def tie_statements(
    statements: tuple[Statement, ...], events: tuple[EventReport, ...], parsed: Parsed, cast: Cast
) -> tuple[Statement, ...]:
    """The statements with what they speak of: events whose trigger, and actors whose mention, lies in the content."""
    return tuple(_tied(statement, events, cast) for statement in statements)


def _tied(statement: Statement, events: tuple[EventReport, ...], cast: Cast) -> Statement:
    def inside(span: Span) -> bool:
        return any(piece.covers(span) for piece in statement.content)

    about_events = [
        index
        for index, event in enumerate(events)
        if any(inside(span) for span in (event.trigger, *event.other_triggers))
    ]
    about_actors = {
        mention.referent
        for mention in cast.mentions
        if mention.referent is not None and cast.referents[mention.referent].actor is not None and inside(mention.head)
    }
    return replace(statement, about_events=tuple(about_events), about_actors=tuple(sorted(about_actors)))


def _read_unit(unit: Unit, page: Page) -> Iterable[Draft]:
    drafts: list[Draft] = []
    floor = unit.low
    for i in range(unit.low, unit.high):
        if page.quote_of[i] >= 0:
            continue
        token = page.tokens[i]
        draft = read_according(token, unit, page, floor) or read_nouns(token, unit, page)
        if draft is None:
            cue = cue_at(token)
            if cue is None or is_unsaid(cue):
                continue
            draft = read_clause(cue, unit, page, floor) or read_thing(cue, unit, page)
        if draft is None:
            continue
        draft = _with_shared_speaker(draft, drafts)
        if draft.speaker is None and draft.cue is not None and draft.cue.token.tag == "VBG":
            continue
        drafts.append(draft)
        if draft.content[0][0] < draft.core[0]:
            floor = max(floor, draft.core[1], draft.content[-1][1])
    return drafts


def _with_shared_speaker(draft: Draft, before: list[Draft]) -> Draft:
    """The draft, with the speaker of the one before it where the verb has none of its own: "..., adding that"."""
    if draft.speaker is not None or draft.cue is None or draft.cue.token.tag != "VBG":
        return draft
    if before:
        return replace(draft, speaker=before[-1].speaker)
    return replace(draft, speaker=_doer(draft.cue.token))


def _doer(participle: Token) -> Speaker | None:
    """Who does what a participle tells: "put out a video calling on its supporters to", "a statement saying that"."""
    above = participle.head
    if participle.rel == "acl" and above is not None:
        return noun_phrase_of(above, 0, participle.i)
    while above is not None:
        subject = above.child("nsubj")
        if subject is not None:
            return noun_phrase_of(subject, 0, participle.i)
        above = above.head
    return None


def _to_statements(drafts: list[Draft], page: Page, cast: Cast, times: tuple[TimeWords, ...]) -> tuple[Statement, ...]:
    statements: list[Statement] = []
    for draft in drafts:
        content = content_spans(page, draft.content)
        if not content or (draft.speaker is not None and draft.speaker.head.lemma in cue_words("nouns", "mute")):
            continue
        statements.extend(
            _to_statement(draft, content, speaker, page, cast, times) for speaker in voices(draft.speaker, cast)
        )
    return tuple(statements)


def _to_statement(
    draft: Draft,
    content: tuple[Span, ...],
    speaker: Speaker | None,
    page: Page,
    cast: Cast,
    times: tuple[TimeWords, ...],
) -> Statement:
    referent = referent_of(speaker, cast) if speaker is not None else None
    cue = draft.cue
    return Statement(
        content=content,
        cue=_cue_spans(cue),
        speaker=(speaker.span,) if speaker is not None else (),
        speaker_referent=referent,
        mode=_mode(draft, page),
        stance=draft.stance,
        said=_said(cue, draft, times),
        addressee=addressee_of(cue, speaker, cast) if cue is not None else None,
        medium=medium_of(cue, speaker) if cue is not None else None,
        anonymous=speaker is not None and is_anonymous(speaker, referent, cast),
        about_events=(),
        about_actors=(),
        rule=draft.rule,
    )


def _cue_spans(cue: Cue | None) -> tuple[Span, ...]:
    if cue is None:
        return ()
    words = cue.words
    if words[-1].i - words[0].i == len(words) - 1:
        return (span_of(words),)
    return tuple(word.span for word in words)


def _mode(draft: Draft, page: Page) -> Mode:
    quoted = free = 0
    for low, high in draft.content:
        for i in range(low, high):
            if page.tokens[i].pos in ("PUNCT", "CCONJ"):
                continue
            if page.quote_of[i] >= 0:
                quoted += 1
            else:
                free += 1
    if not quoted:
        return Mode.INDIRECT
    return Mode.MIXED if free else Mode.DIRECT


def _said(cue: Cue | None, draft: Draft, times: tuple[TimeWords, ...]) -> When | None:
    """When the words were said: a time that stands with the cue, outside of the content."""
    if cue is None:
        return None
    low, high = draft.core
    for words in times:
        if low <= words.first and words.last < high and words.relation == "point":
            return words.when
    return None
