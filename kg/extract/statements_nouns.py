"""Reads statements of a noun or preposition of saying: "according to X", "the army's claim that", "reportedly"."""

from functools import cache

from kg.extract.cues import Cue, Verb, cue_at, cue_words, verbs, was_said
from kg.extract.speakers import Speaker, noun_phrase_of, plain
from kg.extract.speakers_narrow import can_speak
from kg.extract.statements_bounds import has_verb
from kg.extract.statements_page import Draft, Page, Unit
from kg.extract.statements_trailing import read_trailing
from kg.model import Stance
from kg.nlp import Token

_PLAIN = Verb({})
_OWNERS = ("", "by", "from", "of")
_FIRST_WORDS = 8
_COUNTS = frozenset({"ten", "dozen", "score", "hundred", "thousand", "million"})
_GOVERNED = frozenset({"obl", "obl:agent", "nmod", "obj", "root"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_WH = frozenset({"WDT", "WP", "WP$", "WRB"})


def read_according(token: Token, unit: Unit, page: Page, floor: int) -> Draft | None:
    """The statement of "according to X": the rest of the sentence is what X says."""
    first = _opened(token, unit, page)
    if first is None:
        return None
    head = token.head if token.rel == "case" and token.head is not None else None
    if head is None or head.i < first:
        head = next((t for t in page.tokens[first : unit.high] if t.rel in _GOVERNED), None)
    if head is None or (head.pos == "NOUN" and not _informs(head)):
        return None
    if token.lower == "as" and not can_speak(head, page.names):
        # "as described in chapter nine"
        return None
    speaker = _noun_from(first, head, unit, page)
    if speaker is None:
        return None
    low, high = token.i, speaker.reach
    cue = Cue(token, page.tokens[token.i : first], _PLAIN)
    if token.text == "According":
        # a headline or a lost full stop before it: a sentence begins here
        floor = low
    content: tuple[tuple[int, int], ...] = ((floor, low),)
    if not _has_words(floor, low, page):
        content = ((high, _before_next_source(high, unit, page)),)
    elif high < unit.high and _goes_on(floor, low, high, unit, page):
        content = ((floor, low), (high, unit.high))
    return Draft(content, cue, speaker, (low, high), Stance.ASSERTS, "statements.according-to")


def _before_next_source(low: int, unit: Unit, page: Page) -> int:
    """Where what a source says ends: before who hands it on behind it, "According to X it fell the radio says"."""
    for token in page.tokens[low : unit.high]:
        trailing = read_trailing(token, unit, page, low)
        if trailing is not None:
            return trailing.core[0]
    return unit.high


def _opened(token: Token, unit: Unit, page: Page) -> int | None:
    """The index after words that lead to a speaker, if they begin at this one: "according to", "as defined by"."""
    if token.lower not in _first_words():
        return None
    for words in cue_words("prepositions"):
        parts = words.split()
        end = token.i + len(parts)
        if end < unit.high and [word.lower for word in page.tokens[token.i : end]] == parts:
            return end
    return None


@cache
def _first_words() -> frozenset[str]:
    return frozenset(words.split()[0] for words in cue_words("prepositions"))


def _goes_on(floor: int, low: int, high: int, unit: Unit, page: Page) -> bool:
    """Whether the clause goes on behind the speaker: "The raids, according to the mayor, hit the market"."""
    between = page.tokens[high].text == "," and page.tokens[low - 1].text == "," and low - floor < _FIRST_WORDS
    # where the commas are lost: no verb before, one after
    return between or (not has_verb(floor, low, page, _FINITE) and has_verb(high, unit.high, page, _FINITE))


def _informs(noun: Token) -> bool:
    """Whether a thing tells something: "according to the tally", not "according to need"."""
    return noun.name != "" or noun.lemma not in cue_words("nouns", "yardsticks")


def _noun_from(first: int, head: Token, unit: Unit, page: Page) -> Speaker | None:
    """The noun phrase of a head from word `first` on; it ends where a clause begins."""
    inside = set(head.subtree())
    end = head.i + 1
    while end < unit.high and page.tokens[end] in inside:
        end += 1
    if not page.commas and _is_bare_telling(first, unit, page):
        return Speaker(page.tokens[first], (page.tokens[first],), first + 1)
    start = first + (page.tokens[first].pos == "DET")
    named = page.names.ends.get(first) or page.names.ends.get(start, end)
    if named < unit.high and page.tokens[named].text == "Said" and page.tokens[named - 1].pos == "PROPN":
        # "Amal Said": within a sentence the verb has no capital
        named += 1
        end = max(end, named)
    if named < end and page.tokens[named].pos in ("NOUN", "PROPN") and page.tokens[start].pos == "PROPN":
        # "According to Amal Said women were among the dead": the comma is lost
        named_head = page.tokens[named - 1]
        told = not page.commas and has_verb(head.i + 1, unit.high, page)
        if told and head.i >= named and any(token.is_plural() for token in page.tokens[named : head.i + 1]):
            head, end = named_head, named
    end = min(_clause_in(end, head, page), _named_end(first, end, page))
    if not page.commas and page.tokens[end - 1].pos == "PROPN":
        # "According to the Marina Today TV station shells hit the port"
        while (
            end < unit.high
            and page.tokens[end].tag in ("NN", "NNP")
            and page.tokens[end].lemma.lower() in cue_words("nouns", "voices")
        ):
            end += 1
    words = plain(page.tokens[first:end])
    return Speaker(head, words, end) if words else None


def _is_bare_telling(first: int, unit: Unit, page: Page) -> bool:
    """Whether a count begins behind the first word, the comma lost: "According to reports dozens of goats"."""
    noun = page.tokens[first]
    bare = noun.tag == "NNS" and any(noun.lemma in cue_words("nouns", name) for name in ("telling", "plain"))
    if not bare or first + 1 >= unit.high:
        return False
    after = page.tokens[first + 1]
    return after.tag == "CD" or after.pos in ("DET", "NUM") or after.lemma in _COUNTS


def _named_end(first: int, end: int, page: Page) -> int:
    """Where the name that the words begin with ends, if another clause begins there: "the Fort Group hit the road"."""
    start = first + (page.tokens[first].pos == "DET")
    named = page.names.ends.get(first) or page.names.ends.get(start) or end
    if page.commas or named + 1 >= end or page.tokens[named - 1].pos != "PROPN":
        return end
    after, next_ = page.tokens[named], page.tokens[named + 1]
    starts = after.pos in ("NUM", "DET", "PRON") or (after.pos in ("NOUN", "VERB") and next_.pos in ("DET", "NUM"))
    # "the Fort Group Aden is the port": the next name has a verb of its own
    starts = starts or (after.pos == "PROPN" and next_.tag in _FINITE)
    return named if starts and after.tag != "WDT" else end


def _clause_in(end: int, head: Token, page: Page) -> int:
    """Where the clause begins that the parser took for a part of the noun: "an official of the port Bello works"."""
    for token in page.tokens[head.i + 1 : end]:
        if token.tag in _WH or token.text == ",":
            return end
        if token.tag in _FINITE:
            starts = [i for i, last in page.names.ends.items() if last == token.i and i > head.i]
            return min(starts, default=end)
    return end


def _has_words(low: int, high: int, page: Page) -> bool:
    return any(token.pos not in ("PUNCT", "CCONJ", "ADV") for token in page.tokens[low:high])


def read_nouns(token: Token, unit: Unit) -> Draft | None:
    """The statement of a noun of saying: "the army's claim that ...", "calls by rebels to halt ..."."""
    if token.pos != "NOUN":
        return None
    if token.lemma in cue_words("nouns", "clause"):
        opener, stance = "that", Stance.DENIES if token.lemma == "denial" else Stance.ASSERTS
    elif token.lemma in cue_words("nouns", "call"):
        opener, stance = "to", Stance.CALLS_FOR
    else:
        return None
    found = next(
        (c for c in token.dependents("acl", "ccomp", "xcomp") if _opened_by(c, opener, token) is not None), None
    )
    owner = next((c for c in token.dependents("nmod:poss", "nmod") if c.preposition() in _OWNERS), None)
    if found is None or owner is None or owner.tag in ("WDT", "WP$") or owner.i > found.i:
        return None
    first = _opened_by(found, opener, token) or 0
    speaker = noun_phrase_of(owner, unit.low, first)
    if speaker is None:
        return None
    content = (first + (opener == "that"), min(max(t.i for t in found.subtree()) + 1, unit.high))
    core = (min(speaker.words[0].i, token.i), max(speaker.words[-1].i, token.i) + 1)
    return Draft((content,), Cue(token, (token,), _PLAIN), speaker, core, stance, "statements.noun-of-saying")


def _opened_by(clause: Token, word: str, noun: Token) -> int | None:
    """The index of the word that opens a clause after a noun, if it is that word."""
    opener = next((c for c in clause.children if c.lower == word and noun.i < c.i < clause.i), None)
    return None if opener is None else opener.i


def read_hearsay(token: Token, unit: Unit) -> Draft | None:
    """The statement of "reportedly": somebody unnamed says what the verb and what follows it tell."""
    if token.lemma == "report" and token.child("aux:pass") is not None and token.agent() is None:
        return _reported(token, unit)
    if token.text not in cue_words("adverbs") or token.head is None or not token.head.is_verb():
        return None
    verb = token.head
    if cue_at(verb) is not None:
        # "reportedly claimed responsibility": that is a statement by itself
        return None
    words = [t.i for t in verb.subtree() if unit.low <= t.i < unit.high and t.i != token.i]
    first = min(i for i in words if i >= min(verb.i, token.i))
    last = max(words) + 1
    pieces = ((first, token.i), (token.i + 1, last)) if first < token.i < last else ((first, last),)
    content = tuple((low, high) for low, high in pieces if low < high)
    cue = Cue(token, (token,), _PLAIN)
    return Draft(content, cue, None, (token.i, token.i + 1), Stance.ASSERTS, "statements.hearsay")


def read_afloat(token: Token, unit: Unit) -> Draft | None:
    """The statement of nobody in particular: "reports emerged that", "there were rumours that", "it was said that"."""
    speaker = None
    if token.lemma in cue_words("nouns", "afloat") and token.rel.startswith("nsubj") and token.head is not None:
        if token.head.lemma not in cue_words("emerging") or token.is_negated():
            return None
        clauses = (*token.dependents("acl", "acl:relcl", "ccomp"), *token.head.dependents("ccomp", "acl", "advcl"))
        if token.head.lemma != "be":
            speaker = noun_phrase_of(token, unit.low, token.head.i)
    elif token.pos == "NOUN" and token.lemma in cue_words("nouns", "afloat") and _is_amid(token, unit):
        clauses = token.dependents("acl", "acl:relcl", "ccomp", "appos")
        speaker = noun_phrase_of(token, unit.low, token.i + 1)
    elif token.lemma in verbs() and "clause" in verbs()[token.lemma].takes and _is_impersonal(token):
        clauses = token.dependents("ccomp", "csubj", "csubj:pass", "xcomp")
    else:
        return None
    clause = next((c for c in clauses if c.i > token.i and _opened_by(c, "that", token) is not None), None)
    bare = next((c for c in token.dependents("ccomp") if c.i > token.i and c.child("nsubj", "nsubj:pass")), None)
    clause = clause or (bare if token.is_verb() else None)
    if clause is None or (token.is_verb() and not was_said(token)):
        return None
    opener = _opened_by(clause, "that", token)
    first = min(t.i for t in clause.subtree() if t.i > token.i) if opener is None else opener + 1
    last = min(clause.subtree()[-1].i + 1, unit.high)
    cue = Cue(token, (token,), _PLAIN)
    return Draft(((first, last),), cue, speaker, (token.i, first), Stance.ASSERTS, "statements.reports-afloat")


def _is_amid(noun: Token, unit: Unit) -> bool:
    """Whether what goes round only stands beside what the clause tells: "fled amid reports that the army was near"."""
    below = noun.subtree()
    return unit.low < below[0].i and below[0].lower in ("amid", "amidst", "following", "after")


def _is_impersonal(verb: Token) -> bool:
    """Whether nobody is told to say it: "it was claimed that"."""
    subject = verb.child("expl", "nsubj:pass", "nsubj")
    passive = verb.child("aux:pass") is not None and verb.agent() is None and not verb.is_negated()
    return passive and subject is not None and subject.lower == "it" and subject.i < verb.i


def _reported(token: Token, unit: Unit) -> Draft | None:
    """The statement of a passive without speaker: "two others were reported killed"."""
    fate = token.child("xcomp", "ccomp")
    if (
        fate is None
        or fate.child("nsubj") is not None
        or fate.tag not in ("VBN", "JJ", "VB")
        or token.child("nsubj:pass") is None
    ):
        return None
    words = [t.i for t in token.subtree() if unit.low <= t.i < unit.high]
    cue = Cue(token, (token,), _PLAIN)
    content = ((min(words), max(words) + 1),)
    return Draft(content, cue, None, (token.i, token.i + 1), Stance.ASSERTS, "statements.hearsay")
