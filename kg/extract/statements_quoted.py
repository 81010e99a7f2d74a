"""Reads speech that is handed on: "the agency quoted a source as saying", "said the radio, citing a commander"."""

from dataclasses import replace

from kg.extract.cues import Cue, Verb, cue_words, verbs
from kg.extract.speakers import Speaker, plain, speaker_before
from kg.extract.speakers_narrow import can_speak, narrowed
from kg.extract.statements_clauses import read_after, read_before
from kg.extract.statements_page import Draft, Page, Unit
from kg.nlp import Token

_NOMINAL = frozenset({"NOUN", "PROPN", "PRON"})
_AS_SAYING = ("saying", "telling", "stating", "confirming", "declaring", "claiming", "warning", "denying", "announcing")
_FAR = 25


def read_quoted(token: Token, unit: Unit, page: Page, floor: int) -> tuple[Draft, ...]:
    """The statements of "X quoted Y as saying", of Y and of X; none where the word is no such "saying"."""
    verb = _handing_verb(token, unit, page)
    if verb is None:
        return ()
    passive = _is_passive(verb, page)
    quoted, outer = _left(verb, unit, page, floor), _agent(verb.i + 1, token.i - 1, page)
    if not passive:
        quoted, outer = noun_of(page.tokens[verb.i + 1 : token.i - 1]), quoted
    if quoted is None:
        return ()
    cue = Cue(token, (verb, page.tokens[token.i - 1], token), Verb(verbs()["say"].takes))
    low = min(verb.i, *(who.words[0].i for who in (quoted, outer) if who is not None))
    core = (low, _adjuncts_end(token, unit, page))
    draft = read_after(cue, quoted, core, unit, page)
    if draft is None and low > floor:
        draft = read_before(cue, quoted, core, unit, page, floor)
    if draft is None:
        return ()
    draft = replace(draft, rule="statements.quoted-as-saying")
    return (draft,) if outer is None else (draft, replace(draft, speaker=outer))


def with_sources(drafts: list[Draft], unit: Unit, page: Page) -> list[Draft]:
    """The statements, each of those told on somebody's word said by that somebody too: "..., citing a commander"."""
    found: list[Draft] = []
    for draft in drafts:
        found.append(draft)
        source = _source(draft, unit, page)
        if source is not None:
            verb, speaker = source
            cue = Cue(verb, (verb,), Verb({}))
            found.append(replace(draft, cue=cue, speaker=speaker, rule="statements.on-the-word-of"))
    return found


def _handing_verb(token: Token, unit: Unit, page: Page) -> Token | None:
    """The verb of "quoted ... as saying"."""
    if token.lower not in _AS_SAYING or token.i <= unit.low or page.tokens[token.i - 1].lower != "as":
        return None
    for word in reversed(page.tokens[max(unit.low, token.i - _FAR) : token.i - 1]):
        if page.quote_of[word.i] >= 0 or word.text == ";":
            return None
        if word.lemma in cue_words("handing") and word.is_verb():
            return word
    return None


def _is_passive(verb: Token, page: Page) -> bool:
    """Whether the speaker stands before the verb: "was quoted", "a source quoted by the agency"."""
    before = page.tokens[verb.i - 1] if verb.i else verb
    after = page.tokens[verb.i + 1]
    return verb.tag != "VBG" and (verb.is_passive() or before.lemma == "be" or after.lower in ("by", "as", "in", "on"))


def _left(verb: Token, unit: Unit, page: Page, floor: int) -> Speaker | None:
    """Who stands before the verb; nobody before "quoting"."""
    if verb.tag == "VBG":
        return None
    speaker = speaker_before(verb, page.tokens, max(unit.low, floor))
    if speaker is None:
        subject = verb.child("nsubj:pass") or (verb.head if verb.rel == "acl" else None)
        words = () if subject is None else plain(tuple(t for t in subject.subtree() if unit.low <= t.i < verb.i))
        speaker = Speaker(subject, words) if subject is not None and words else None
    return None if speaker is None else narrowed(speaker, page.tokens, page.names)


def _agent(low: int, high: int, page: Page) -> Speaker | None:
    """The noun phrase behind "by" among these words."""
    words = page.tokens[low:high]
    by = next((n for n, word in enumerate(words) if word.lower == "by"), None)
    return None if by is None else noun_of(words[by + 1 :])


def noun_of(words: tuple[Token, ...]) -> Speaker | None:
    """The noun phrase that these words are or begin with."""
    words = plain(words)
    inside = set(words)
    tops = [word for word in words if word.pos in _NOMINAL and (word.head is None or word.head not in inside)]
    return Speaker(tops[0], words) if tops else None


def _adjuncts_end(token: Token, unit: Unit, page: Page) -> int:
    """The index after a day behind "as saying": "... cited the ministry as saying on Monday"."""
    end = token.i + 1
    last = end + 1 if end < unit.high and page.tokens[end].lower in ("on", "in", "late", "early") else end
    if last < unit.high and page.tokens[last].name == "DATE" and page.quote_of[last] < 0:
        return last + 1
    return end


def _source(draft: Draft, unit: Unit, page: Page) -> tuple[Token, Speaker] | None:
    """Who is cited beside the speaker of a statement, and the participle that says so."""
    if draft.cue is None or draft.speaker is None:
        return None
    edges = {edge for low, high in (*draft.content, draft.core) for edge in (high, high + 1)}
    for word in page.tokens[unit.low : unit.high]:
        beside = draft.core[0] <= word.i < draft.core[1] or word.i in edges
        if not _is_participle(word) or not beside or page.quote_of[word.i] >= 0:
            continue
        obj = word.child("obj", "nsubj")
        if (
            obj is None
            or obj.i < word.i
            or not can_speak(obj, page.names)
            or obj.lemma in cue_words("nouns", "telling")
        ):
            continue
        inside = [t for t in obj.subtree() if word.i < t.i < unit.high and t not in draft.cue.words]
        run = [t for n, t in enumerate(inside) if t.i == inside[0].i + n]
        speaker = noun_of(tuple(run))
        if speaker is not None and not any(t.lower == "as" for t in page.tokens[run[-1].i + 1 : run[-1].i + 2]):
            return word, speaker
    return None


def _is_participle(word: Token) -> bool:
    return word.lower.endswith("ing") and word.lemma in cue_words("handing")
