"""Finds what is said in an article, and by whom."""

from collections.abc import Iterable
from dataclasses import replace

from kg.extract.addressees import addressee_of
from kg.extract.cast import Cast
from kg.extract.cues import Cue, cue_at, cue_words, is_unsaid
from kg.extract.speakers import Speaker, is_acronym, noun_phrase_of
from kg.extract.speakers_checked import checked
from kg.extract.speakers_continued import meant_by_pronouns
from kg.extract.speakers_facts import (
    bearer_of,
    is_anonymous,
    keeps_name_back,
    medium_of,
    referent_of,
    voices,
)
from kg.extract.speakers_narrow import can_speak
from kg.extract.stance import stance_beside
from kg.extract.statements_attributed import read_attributed
from kg.extract.statements_clauses import read_clause
from kg.extract.statements_day import date_statements
from kg.extract.statements_distinct import distinct
from kg.extract.statements_nouns import read_according, read_afloat, read_hearsay, read_nouns
from kg.extract.statements_page import Draft, Page, Unit, content_spans, read_page
from kg.extract.statements_quoted import read_quoted, with_sources
from kg.extract.statements_quotes import read_headed, read_lone_quotes
from kg.extract.statements_said import said_when, signed_when
from kg.extract.statements_speeches import with_speeches
from kg.extract.statements_things import read_thing
from kg.extract.statements_trailing import ends_open, noun_in, read_trailing
from kg.extract.statements_tweets import with_tweets
from kg.extract.statements_unmarked import is_first_person, with_unmarked
from kg.extract.statements_untangle import untangled
from kg.extract.times import TimeWords
from kg.model import EventReport, Mode, Span, Statement
from kg.nlp import Parsed, Token, span_of

_NOBODY = frozenset({"no", "nobody", "none", "neither", "few"})


# how many words before it a statement was put out of which the text goes on to say what it said
_SHORTLY = 60


def find_statements(parsed: Parsed, cast: Cast, times: tuple[TimeWords, ...]) -> tuple[Statement, ...]:
    """What the article lets somebody say, in text order; what it says itself is no statement.

    `about_events` is empty: `tie_statements` fills it when the events are known.
    """
    page = read_page(parsed, cast)
    drafts: list[Draft] = []
    for unit in page.units:
        drafts.extend(_read_unit(unit, page))
    drafts = with_speeches(page, with_tweets(page, with_unmarked(page, checked(drafts, page))))
    drafts.extend(read_attributed(page, drafts))
    drafts.extend(read_lone_quotes(page, drafts))
    drafts.sort(key=lambda draft: (draft.content[0][0], draft.core[0]))
    return _to_statements(drafts, page, cast, times)


def tie_statements(
    statements: tuple[Statement, ...],
    events: tuple[EventReport, ...],
    parsed: Parsed,
    cast: Cast,
    times: tuple[TimeWords, ...] = (),
) -> tuple[Statement, ...]:
    """The statements with what they speak of: events whose trigger, and actors whose mention, lies in the content.

    What is said of an event of the very day of publication was said on that day.
    """
    tied = tuple(_tied(statement, events, cast) for statement in statements)
    return date_statements(tied, events, parsed, times)


def _tied(statement: Statement, events: tuple[EventReport, ...], cast: Cast) -> Statement:
    def inside(span: Span) -> bool:
        return any(piece.covers(span) for piece in statement.content)

    told = [n for n, event in enumerate(events) if any(inside(span) for span in (event.trigger, *event.other_triggers))]
    actors = {
        mention.referent
        for mention in cast.mentions
        if mention.referent is not None and cast.referents[mention.referent].actor is not None and inside(mention.head)
    }
    return replace(statement, about_events=tuple(told), about_actors=tuple(sorted(actors)))


def _read_unit(unit: Unit, page: Page) -> Iterable[Draft]:
    drafts: list[Draft] = []
    floor = unit.low
    for i in range(unit.low, unit.high):
        if page.quote_of[i] >= 0:
            continue
        token = page.tokens[i]
        handed = read_quoted(token, unit, page, floor)
        if handed:
            drafts.extend(handed)
            floor = max(floor, *(max(draft.core[1], draft.content[-1][1]) for draft in handed))
            continue
        draft = read_according(token, unit, page, floor) or read_nouns(token, unit)
        draft = draft or read_afloat(token, unit) or read_hearsay(token, unit)
        if draft is None:
            draft = _read_verb(token, unit, page, floor)
        if draft is None:
            continue
        draft = _with_shared_speaker(draft, drafts)
        if draft.speaker is None and draft.cue is not None and draft.cue.token.tag == "VBG":
            continue
        drafts.append(draft)
        if draft.content[0][0] < draft.core[0]:
            floor = max(floor, draft.core[1], draft.content[-1][1])
    headed = read_headed(unit, page) if not drafts else None
    return with_sources(untangled(drafts), unit, page) if headed is None else [headed]


def _read_verb(token: Token, unit: Unit, page: Page, floor: int) -> Draft | None:
    cue = cue_at(token)
    draft = None
    if cue is not None and not is_unsaid(cue):
        draft = read_clause(cue, unit, page, floor) or read_thing(cue, unit, page)
    if draft is None or (draft.content[0][1] == draft.core[0] and _is_misread(draft, page)):
        return read_trailing(token, unit, page, floor) or draft
    return draft


def _is_misread(draft: Draft, page: Page) -> bool:
    """Whether words of the clause were taken for the speaker behind it: "landed near | the mosque residents said"."""
    speaker = draft.speaker
    mute = speaker is not None and (not can_speak(speaker.head, page.names) or noun_in(speaker.words) is None)
    return mute or ends_open(draft.core[0], page)


def _with_shared_speaker(draft: Draft, before: list[Draft]) -> Draft:
    """The draft, with the speaker of the one before it where the verb has none of its own: "..., adding that"."""
    if draft.cue is None:
        return draft
    if draft.cue.token.tag != "VBG":
        joined = draft.speaker is None and draft.cue.token.rel == "conj" and bool(before)
        return replace(draft, speaker=before[-1].speaker) if joined else draft
    if draft.cue.token.lemma == "add" and before:
        # "said three strikes hit the market adding that": never the market
        return replace(draft, speaker=before[-1].speaker)
    if draft.speaker is not None:
        return draft
    if before:
        return replace(draft, speaker=before[-1].speaker)
    return replace(draft, speaker=_doer(draft.cue.token))


def _may_speak(noun: Token) -> bool:
    lists = ("persons", "telling", "marchers")
    return noun.pos in ("PROPN", "PRON") or any(noun.lemma in cue_words("nouns", name) for name in lists)


def _doer(participle: Token) -> Speaker | None:
    """Who does what a participle tells: "put out a video calling on its supporters to", "a statement saying that"."""
    above = participle.head
    told = above is not None and above.preposition() == "to" and _is_issuing(above.head)
    if participle.rel == "acl" and above is not None and _may_speak(above) and not told:
        return noun_phrase_of(above, 0, participle.i)
    while above is not None:
        subject = above.child("nsubj") or next((c for c in above.children if is_acronym(c)), None)
        if subject is not None:
            return noun_phrase_of(subject, 0, participle.i)
        above = above.head
    return None


def _is_issuing(verb: Token | None) -> bool:
    """Whether who is told stands behind it: "issued a warning to rebels stating that"."""
    return verb is not None and any(word.lemma in cue_words("issuing") for word in (verb, *verb.ancestors()))


def _to_statements(drafts: list[Draft], page: Page, cast: Cast, times: tuple[TimeWords, ...]) -> tuple[Statement, ...]:
    statements: list[Statement] = []
    meant = meant_by_pronouns(drafts, page, cast)
    for draft in drafts:
        content = content_spans(page, draft.content)
        if not content or (draft.speaker is not None and _is_mute(draft.speaker)):
            continue
        for speaker in voices(draft.speaker, cast):
            statement = _to_statement(draft, content, speaker, page, cast, times)
            statement = _of_a_telling(statement, speaker, statements, page, cast)
            if speaker is not None and speaker.head in meant:
                statement = replace(statement, speaker_referent=meant[speaker.head])
                unnamed = is_anonymous(speaker, statement.speaker_referent, cast)
                statement = replace(statement, anonymous=statement.anonymous or unnamed)
            statements.append(_in_same_talk(statement, speaker, statements[-1] if statements else None))
    return distinct(tuple(statements), page.parsed)


def _of_a_telling(
    statement: Statement, speaker: Speaker | None, before: list[Statement], page: Page, cast: Cast
) -> Statement:
    """The statement, with who made what speaks: "the police said in a statement. ... The statement said"."""
    if speaker is None or statement.speaker_referent is not None or speaker.words[0].lower not in ("the", "its", "it"):
        return statement
    if speaker.head.lemma not in cue_words("nouns", "telling") or statement.medium is None:
        return statement
    maker = next((other for other in reversed(before) if other.medium is statement.medium), None)
    issuer = _issuer(speaker, page, cast) if maker is None else maker.speaker_referent
    return replace(statement, speaker_referent=issuer)


def _issuer(speaker: Speaker, page: Page, cast: Cast) -> int | None:
    """Who put out the telling, shortly before: "the army issued a statement on Monday. The statement said"."""
    first = speaker.words[0].i
    for token in reversed(page.tokens[max(0, first - _SHORTLY) : first]):
        verb = token.head
        if token.lemma != speaker.head.lemma or verb is None or verb.lemma not in cue_words("issuing"):
            continue
        maker = verb.agent() if token.rel == "nsubj:pass" else verb.child("nsubj") if token.rel == "obj" else None
        return None if maker is None else cast.actor_at(maker)
    return None


def _is_mute(speaker: Speaker) -> bool:
    """Whether nobody speaks: "no group claimed", "the law says"."""
    mute = speaker.head.pos != "PROPN" and speaker.head.lemma in cue_words("nouns", "mute")
    return mute or speaker.words[0].lower in _NOBODY


def _goes_on(speaker: Speaker) -> bool:
    """Whether these words take up who spoke before: "he", "the source"."""
    return speaker.head.pos == "PRON" or (speaker.words[0].lower == "the" and speaker.head.pos == "NOUN")


def _in_same_talk(statement: Statement, speaker: Speaker | None, before: Statement | None) -> Statement:
    """The statement, told to whom the one before was where the same goes on: "he told the agency. ... he said"."""
    if before is None or speaker is None or statement.addressee is not None:
        return statement
    known = before.speaker_referent is not None and before.speaker_referent == statement.speaker_referent
    if not known or not (speaker.span in before.speaker or _goes_on(speaker)):
        return statement
    return replace(statement, addressee=before.addressee)


def _to_statement(
    draft: Draft,
    content: tuple[Span, ...],
    speaker: Speaker | None,
    page: Page,
    cast: Cast,
    times: tuple[TimeWords, ...],
) -> Statement:
    referent = _referent(speaker, page, cast) if speaker is not None else None
    occasion = draft.cue or draft.occasion
    return Statement(
        content=content,
        cue=_cue_spans(draft.cue),
        speaker=_speaker_spans(draft, speaker) if speaker is not None else (),
        speaker_referent=referent,
        mode=draft.mode or _mode(draft, page),
        stance=stance_beside(draft.stance, occasion, page.tokens[draft.content[0][0] : draft.content[0][1]]),
        said=said_when(occasion, draft, page, times) if occasion is not None else signed_when(draft, times),
        addressee=addressee_of(occasion, speaker, cast) if occasion is not None else None,
        medium=medium_of(occasion, speaker) if occasion is not None else draft.medium,
        anonymous=speaker is not None and _anonymous(speaker, referent, occasion, cast),
        about_events=(),
        about_actors=(),
        rule=draft.rule,
    )


def _speaker_spans(draft: Draft, speaker: Speaker) -> tuple[Span, ...]:
    """The words for the speaker; those for it in a relative clause too: "a nurse", "who" of "a nurse who said"."""
    verb = draft.cue.token if draft.cue is not None else speaker.head
    while verb.rel == "conj" and verb.head is not None and verb.child("nsubj") is None:
        # "a nurse who saw the raid and said"
        verb = verb.head
    relative = verb.child("nsubj") if verb.rel == "acl:relcl" and verb.head is speaker.head else None
    who = relative is not None and relative.tag in ("WP", "WDT") and relative not in speaker.words
    return (speaker.span, relative.span) if relative is not None and who else (speaker.span,)


def _anonymous(speaker: Speaker, referent: int | None, occasion: Cue | None, cast: Cast) -> bool:
    return is_anonymous(speaker, referent, cast) or (occasion is not None and keeps_name_back(occasion))


def _referent(speaker: Speaker, page: Page, cast: Cast) -> int | None:
    referent = referent_of(speaker, cast)
    if referent is not None and cast.referents[referent].named:
        return referent
    bearer = bearer_of(speaker, page.tokens, cast)
    return referent if bearer is None else bearer


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
        return Mode.DIRECT if _lost_its_marks(draft, page) else Mode.INDIRECT
    return Mode.MIXED if free else Mode.DIRECT


def _lost_its_marks(draft: Draft, page: Page) -> bool:
    """Whether words without marks were quoted: "We will stay the mayor said", "said This was a raid on us"."""
    if page.commas or draft.cue is None:
        return False
    (low, high), *_ = draft.content
    first = page.tokens[low]
    if high <= draft.core[0]:
        return is_first_person(low, high, page)
    opens = first.pos in ("DET", "PRON", "ADP", "SCONJ", "ADV") and first.text.istitle() and first.text != "I"
    return opens and low > 0 and page.tokens[low - 1].pos != "PUNCT"
