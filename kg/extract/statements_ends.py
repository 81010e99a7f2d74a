"""Tells where the words said end: those that follow their cue, and what goes on behind a cue."""

from kg.extract.cues import Cue, cue_at, cue_words
from kg.extract.speakers import speaker_before
from kg.extract.statements_bounds import core_start, has_clause, quote_start
from kg.extract.statements_page import Page, Unit
from kg.extract.statements_trailing import read_trailing
from kg.nlp import Token

_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
# the tagger takes many a finite verb for a participle
_VERBAL = _FINITE | {"VBN"}
_SAYS = _FINITE | {"VB"}
# in words: nothing shorter is a clause
_FEWEST = 3
_CONTRASTS = frozenset({"while", "whereas", "although", "though"})


def clause_end(cue: Cue, start: int, unit: Unit, page: Page) -> int:
    """The index after the last word of a clause that follows its cue."""
    token = cue.token
    clause = token.child("ccomp")
    if token.rel in ("acl:relcl", "acl", "advcl") and clause is not None:
        last = (token if token.rel == "acl:relcl" else clause).subtree()[-1].i
        limit = min(max(last + 1, start + 1), unit.high)
    else:
        limit = unit.high
    for i in range(start + 1, limit):
        if page.quote_of[i] < 0:
            if page.tokens[i].text == ";" and has_clause(i + 1, limit, page):
                # "had fled; the council put the number at nine": the next sentence, though no full stop
                return i
            edge = _next_saying(page.tokens[i], start, page) or _next_deed(page.tokens[i], token, start, page)
            if edge is None and i > start + _FEWEST:
                trailing = read_trailing(page.tokens[i], unit, page, start)
                # "said the road was cut the mayor said": who says all that stands behind it
                edge = None if trailing is None else trailing.core[0]
            if edge is not None:
                return edge
    return limit


def _next_saying(word: Token, start: int, page: Page) -> int | None:
    """Where the next statement of the sentence begins, if this word is its cue."""
    if word.tag == "VBG" and word.lemma in cue_words("followers"):
        comma = page.tokens[word.i - 1].text == ","
        lost = not page.commas and word.rel == "advcl" and word.lemma in cue_words("followers", "comma_lost")
        return word.i if word.lemma in ("add", "cite") or comma or lost else None
    cue = cue_at(word)
    if cue is None or word.rel == "amod" or word.tag not in _SAYS:
        return None
    if word.rel == "acl:relcl" and word.head is not None and word.head.lower == "what":
        # "killed in what they believed were raids"
        return None
    if word.rel == "acl:relcl" and word.child("ccomp") is not None:
        # "in raids that residents say flattened the market": residents say that, not the speaker
        return min((t.i for t in word.subtree() if t.i > start), default=None)
    speaker = speaker_before(word, page.tokens, start) if word.child("nsubj") is not None else None
    edge = core_start(cue, speaker, page)
    if edge <= start or page.tokens[edge].lower == "what" or page.tokens[edge - 1].lower == "what":
        return None
    before = page.tokens[edge - 1]
    if before.tag == "WDT" and word.i + 1 < len(page.tokens) and page.tokens[word.i + 1].tag in _VERBAL:
        # the same, hung elsewhere
        return edge - 1
    if speaker is not None and (before.text == ";" or (before.text == "," and _ends_sentence(word, page))):
        # "said he would not talk, state media reported"
        return edge - 1
    if page.tokens[edge].lower == "though" and speaker is not None and _has_content(word, page):
        # "said the road was cut, though she noted that it was seldom used"
        return edge
    joined = before.pos in ("CCONJ", "SCONJ") and before.lower not in ("that", "as", "or")
    clause = "clause" in cue.verb.takes and _has_content(word, page)
    # "said jets hit the town while the monitor reported strikes on the city"
    told = speaker is not None and before.lower in _CONTRASTS and word.child("obj") is not None
    return edge - 1 if joined and (clause or told or _acts_by_words(word, cue)) else None


def _acts_by_words(word: Token, cue: Cue) -> bool:
    """Whether a finite verb after "and" is the speaker's own: "said it held the ridge and called for a truce"."""
    if word.tag not in ("VBD", "VBZ", "VBP") or word.child("nsubj") is not None:
        return False
    takes = cue.verb.takes
    warns = "danger" in takes and bool(word.modifiers("of", "about", "against"))
    calls = "call" in takes and bool(word.modifiers("for", "on"))
    object_ = word.child("obj")
    return warns or calls or (object_ is not None and any(way in takes for way in ("urges", "charge", "as")))


def _ends_sentence(word: Token, page: Page) -> bool:
    after = page.tokens[word.i + 1] if word.i + 1 < len(page.tokens) else None
    return after is None or after.text in (".", "!", "?")


def _has_content(word: Token, page: Page) -> bool:
    after = word.i + 1
    if after >= len(page.tokens):
        return False
    return page.quote_of[after] >= 0 or any(child.rel == "ccomp" and child.i > word.i for child in word.children)


def _next_deed(word: Token, cue: Token, start: int, page: Page) -> int | None:
    """Where what the speaker did besides begins: "said the road was cut and left"."""
    if _answers(word, cue, page):
        return word.subtree()[0].i
    if word.head is not cue or not word.is_verb() or word.rel not in ("conj", "advcl", "ccomp", "parataxis"):
        return None
    if any(child.rel == "mark" and child.lower == "that" for child in word.children):
        # "said they heard explosions, and that power went out"
        return None
    edge = min(t.i for t in word.subtree() if t.i > start)
    if word.rel == "conj":
        while edge > start + 1 and page.tokens[edge - 1].pos == "CCONJ":
            edge -= 1
        return edge
    return edge if page.tokens[edge].lower in _CONTRASTS else None


def _answers(word: Token, cue: Token, page: Page) -> bool:
    """Whether a clause with "but" answers the one above the cue: "they said they thought he was armed, but he"."""
    if word.rel != "conj" or cue.rel != "ccomp" or word.head not in tuple(cue.ancestors()):
        return False
    first = word.subtree()[0]
    return first.lower == "but" and page.tokens[first.i - 1].text == ","


def result_behind(high: int, unit: Unit, page: Page) -> tuple[tuple[int, int], ...]:
    """The rest of a clause behind its cue, what came of the deed: "hit the depot the army said, killing nine"."""
    start = high + (high < unit.high and page.tokens[high].text == ",")
    if start >= unit.high or page.tokens[start].tag != "VBG" or page.tokens[start].lemma not in cue_words("results"):
        return ()
    later = (t.i for t in page.tokens[start:] if t.i >= unit.high or page.quote_of[t.i] >= 0 or cue_at(t) is not None)
    return ((start, next(later, unit.high)),)


def second_half(high: int, unit: Unit, page: Page) -> tuple[tuple[int, int], ...]:
    """The rest of a quote that the cue cuts in two: '"We hold", he said, "and we will stay."'."""
    start = quote_start(high, unit.high, page)
    if start is None or any(t.text in (".", "!", "?", ":") for t in page.tokens[high:start]):
        return ()
    return ((start, page.quotes[page.quote_of[start]].last),)
