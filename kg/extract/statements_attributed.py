"""Reads what the language model takes for attributions, where no rule found a statement."""

from dataclasses import replace

from kg.extract.cues import Cue, Verb, cue_at, cue_words, is_unsaid, verbs, was_said
from kg.extract.quotes import Quote
from kg.extract.speakers import Speaker, agent_of, plain, speaker_before
from kg.extract.speakers_narrow import can_speak, narrowed
from kg.extract.stance import stance_of
from kg.extract.statements_bounds import clause_end, has_verb
from kg.extract.statements_clauses import shared_speaker
from kg.extract.statements_page import Draft, Page, Unit
from kg.model import Stance
from kg.nlp import Attribution, Token

_NOMINAL = frozenset({"NOUN", "PROPN", "PRON"})
_WH = frozenset({"WDT", "WP", "WP$", "WRB"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
# nothing that was said ends with these: the model stopped too early
_OPEN = frozenset({"DET", "ADP", "CCONJ", "SCONJ", "PART", "AUX"})
_WORDS = ("clause", "quote", "bare")
_THINGS = ("thing",)
_SHORTEST = 3


def read_attributed(page: Page, drafts: list[Draft]) -> list[Draft]:
    """The statements of the attributions whose cue is a word of saying, and whose words no draft claims."""
    taken = [False] * len(page.tokens)
    cues: set[Token] = set()
    for told in drafts:
        cues.update(told.cue.words if told.cue is not None else ())
        for low, high in (*told.content, told.core):
            taken[low:high] = [True] * (high - low)
    found: list[Draft] = []
    for attribution in page.parsed.attributions:
        if not attribution.content or any(taken[token.i] for token in attribution.content):
            continue
        draft = _to_draft(attribution, page) if cues.isdisjoint(attribution.cue) else None
        if draft is None or any(any(taken[low:high]) for low, high in draft.content):
            continue
        low, high = _whole(draft, taken, page)
        found.append(replace(draft, content=((low, high),)))
        taken[low:high] = [True] * (high - low)
    return found


def _whole(draft: Draft, taken: list[bool], page: Page) -> tuple[int, int]:
    """The words said up to their speaker, where the model stopped before it: "nine were hurt in the raid, he said"."""
    low, high = draft.content[0]
    start = draft.core[0]
    lead = page.tokens[high:start]
    if start < high or page.quote_of[high - 1] >= 0 or any(t.pos == "PUNCT" or taken[t.i] for t in lead):
        return low, high
    return low, start


def _to_draft(attribution: Attribution, page: Page) -> Draft | None:
    cue = _cue(attribution)
    unit = next((u for u in page.units if cue is not None and u.low <= cue.token.i < u.high), None)
    if cue is None or unit is None:
        return None
    content = _content(attribution, cue, unit, page)
    if content is None or not _is_beside(*content, unit, page):
        return None
    ways = _ways(*content, cue, page)
    if not any(way in cue.verb.takes for way in ways):
        return None
    speaker = _speaker(attribution, cue, unit, page)
    if speaker is None or any(content[0] <= word.i < content[1] for word in (speaker.head, *cue.words)):
        return None
    core = (min(cue.words[0].i, speaker.words[0].i), max(cue.words[-1].i, speaker.words[-1].i) + 1)
    if core[0] < content[1] and content[0] < core[1]:
        core = (cue.words[0].i, cue.words[-1].i + 1)
    return Draft((content,), cue, speaker, core, stance_of(cue, *ways), "statements.read-as-said")


def _cue(attribution: Attribution) -> Cue | None:
    """The word of saying among the cue's words, the last of them: "went on to say"; None where nothing was said."""
    for token in reversed(attribution.cue):
        cue = None if token.lemma in cue_words("opinions") else _known(token)
        if cue is not None:
            return None if is_unsaid(cue) else cue
    return None


def _known(verb: Token) -> Cue | None:
    """The verb of saying that a word is by the rules or, where the model takes it for one, may be."""
    cue = cue_at(verb)
    if cue is not None:
        # what else they take the rules have seen
        takes = {way: stance for way, stance in cue.verb.takes.items() if way in (*_WORDS, *_THINGS)}
        return Cue(verb, cue.words, Verb(takes))
    if verb.lemma in verbs() or not verb.is_verb() or not was_said(verb):
        return None
    blames = verb.lemma in cue_words("attributed", "blaming")
    if blames or verb.lemma in cue_words("attributed", "thing"):
        stance = Stance.BLAMES if blames else Stance.ASSERTS
        return Cue(verb, (verb,), Verb(dict.fromkeys((*_WORDS, *_THINGS), stance)))
    if verb.lemma in cue_words("attributed", "clause"):
        return Cue(verb, (verb,), Verb(dict.fromkeys(_WORDS, Stance.ASSERTS)))
    return None


def _content(attribution: Attribution, cue: Cue, unit: Unit, page: Page) -> tuple[int, int] | None:
    """The words said: the whole of a quote that the model saw a part of; None for a scrap of a clause."""
    low, high = attribution.content[0].i, attribution.content[-1].i + 1
    quote = _quote_around(low, high, page)
    if quote is not None:
        return quote.first, quote.last
    if page.tokens[high - 1].pos in _OPEN and cue.token.i < low:
        high = max(high, clause_end(cue, low, unit, page))
    while low < high and (page.tokens[low].pos == "PUNCT" or page.tokens[low].lower == "that"):
        low += 1
    words = [token for token in page.tokens[low:high] if token.pos != "PUNCT"]
    if cue.token.rel == "acl" and cue.token.tag == "VBN":
        # "the truce announced by the army had little effect": told in passing
        return None
    whole = len(words) >= _SHORTEST and words[-1].pos not in _OPEN and words[0].tag not in (*_FINITE, *_WH)
    return (low, high) if whole else None


def _quote_around(low: int, high: int, page: Page) -> Quote | None:
    """The quoted sentence that these words, marks aside, lie in."""
    inside = {page.quote_of[i] for i in range(low, high) if page.tokens[i].pos != "PUNCT"}
    quote = page.quotes[min(inside)] if len(inside) == 1 and min(inside) >= 0 else None
    return quote if quote is not None and quote.verbal else None


def _is_beside(low: int, high: int, unit: Unit, page: Page) -> bool:
    """Whether the words lie in the sentence of their cue, or are a quote right beside it in its paragraph."""
    if unit.low <= low and high <= unit.high:
        return True
    between = page.tokens[high : unit.low] if high <= unit.low else page.tokens[unit.high : low]
    near = all(token.pos == "PUNCT" for token in between) and (high <= unit.low or unit.high <= low)
    sentences = page.parsed.sentences
    here, there = (sentences[page.tokens[i].sentence].paragraph for i in (unit.low, low))
    return near and here == there and page.quote_of[low] >= 0


def _ways(low: int, high: int, cue: Cue, page: Page) -> tuple[str, ...]:
    """The ways in which a verb of saying may take these words."""
    quoted = any(page.quote_of[i] >= 0 and page.quotes[page.quote_of[i]].verbal for i in range(low, high))
    if quoted or has_verb(low, high, page, _FINITE):
        return _WORDS
    inside = set(page.tokens[low:high])
    top = next(t for t in page.tokens[low:high] if t.head is None or t.head not in inside)
    told = top.lemma in cue_words("nouns", "told") | cue_words("nouns", "clause") and cue.token.lemma != "claim"
    return _THINGS if told or cue.token.lemma not in verbs() else ()


def _speaker(attribution: Attribution, cue: Cue, unit: Unit, page: Page) -> Speaker | None:
    """The source, or the verb's subject where the source is a part of it, or there is none."""
    source, subject = _source(attribution, page), _subject(cue, unit, page)
    if source is None or (subject is not None and set(source.words) < set(subject.words)):
        return subject
    return source


def _source(attribution: Attribution, page: Page) -> Speaker | None:
    """The source as a speaker, without what tells more of it; None where it stands for words elsewhere."""
    words = plain(attribution.source)
    while words and words[-1].pos in _OPEN:
        words = words[:-1]
    inside = set(words)
    tops = [word for word in words if word.pos in _NOMINAL and (word.head is None or word.head not in inside)]
    if not tops or tops[0].tag in _WH or words[0].tag in _WH:
        return None
    return narrowed(Speaker(tops[0], words), page.tokens, page.names)


def _subject(cue: Cue, unit: Unit, page: Page) -> Speaker | None:
    """The speaker by the rules, where the model names none; only somebody who can speak."""
    verb = cue.token
    if verb.is_passive():
        return agent_of(verb)
    shares = verb.child("nsubj") is None and (verb.rel == "conj" or verb.tag == "VBG")
    speaker = shared_speaker(verb, unit.low) if shares else speaker_before(verb, page.tokens, unit.low)
    if speaker is None:
        return None
    speaker = narrowed(speaker, page.tokens, page.names)
    return speaker if can_speak(speaker.head, page.names) else None
