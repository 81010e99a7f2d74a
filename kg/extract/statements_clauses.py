"""Reads statements whose content is a clause or quoted words: "X said that ...", "..., said X"."""

from kg.extract.cues import Cue
from kg.extract.speakers import Speaker, speaker_after, speaker_before
from kg.extract.stance import stance_of
from kg.extract.statements_page import Draft, Page, Unit
from kg.nlp import Token

_ADJUNCTS = frozenset({"obl", "advmod", "obl:npmod", "compound:prt", "iobj", "obl:agent", "nmod"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_JOINERS = frozenset({"and", "but", "while", "whereas", "although", "though"})


def read_clause(cue: Cue, unit: Unit, page: Page, floor: int) -> Draft | None:
    """The statement of a verb that takes a clause or quoted words; None where neither is there.

    Args:
        floor: index of the first word that belongs to no statement before this one in the unit.
    """
    token = cue.token
    speaker = _subject(cue, unit, page)
    if speaker is not None and speaker.head.lower in ("there",):
        return None
    inverted = speaker is not None and speaker.head.i > token.i
    low = _core_start(cue, speaker, page)
    high = _core_end(cue, speaker, unit, page, inverted=inverted)
    if not inverted:
        after = _after(cue, speaker, low, high, unit, page, floor)
        if after is not None:
            return after
    if low > floor:
        return _before(cue, speaker, low, high, unit, page, floor)
    return None


def _subject(cue: Cue, unit: Unit, page: Page) -> Speaker | None:
    before = speaker_before(cue.token, page.tokens, unit.low)
    if "inverted" in cue.verb.takes and _looks_inverted(cue.token, unit, page, before):
        after = speaker_after(cue.token, page.tokens, unit.high)
        if after is not None:
            return after
    if before is not None:
        return before
    if cue.token.is_passive() and cue.token.agent() is not None:
        agent = cue.token.agent()
        return speaker_after(cue.token, page.tokens, unit.high) if agent is None else _agent(agent, unit)
    return None


def _agent(agent: Token, unit: Unit) -> Speaker:
    words = tuple(
        t
        for t in agent.subtree()
        if unit.low <= t.i < unit.high and not (t.head is agent and t.rel == "case" and t.i < agent.i)
    )
    return Speaker(agent, words)


def _looks_inverted(cue: Token, unit: Unit, page: Page, before: Speaker | None) -> bool:
    """Whether the subject follows the verb: after a quote or a comma, or with no clause after it."""
    tokens = page.tokens
    i = cue.i + 1
    if i >= unit.high or tokens[i].pos not in ("DET", "NOUN", "PROPN", "ADJ", "NUM", "PRON", "ADV"):
        return False
    if tokens[i].pos == "PRON" and tokens[i].tag not in ("PRP", "DT", "NN", "PRP$"):
        return False
    previous = tokens[cue.i - 1] if cue.i > unit.low else None
    if previous is None or cue.child("aux", "aux:pass") is not None:
        return False
    quoted_before = _quote_ends_at(cue.i, page)
    own = cue.child("nsubj")
    if quoted_before or previous.text == ",":
        return (own is None or own.i > cue.i or quoted_before) and not _has_clause(cue.i + 1, unit.high, page)
    if own is not None and own.i > cue.i:
        return True
    if _has_clause(cue.i + 1, unit.high, page):
        return False
    # "Fifteen were in a critical condition said the head of the group": a clause before, none after
    return _has_verb(unit.low, cue.i, page) and (before is None or cue.rel != "root" or not own)


def _has_clause(low: int, high: int, page: Page) -> bool:
    """Whether these words hold a finite verb that no relative pronoun leads, before any next word of saying."""
    for token in page.tokens[low:high]:
        if page.quote_of[token.i] >= 0:
            continue
        if token.lower in ("adding", "said", "says"):
            return False
        if token.tag in _FINITE and not _is_relative(token):
            return True
    return False


def _is_relative(token: Token) -> bool:
    seen = 0
    current: Token | None = token
    while current is not None and seen < 4:
        if current.rel in ("acl:relcl", "advcl", "acl"):
            return True
        current = current.head
        seen += 1
    return False


def _has_verb(low: int, high: int, page: Page) -> bool:
    return any(token.tag in _FINITE or token.tag == "VBN" for token in page.tokens[low:high])


def _quote_ends_at(i: int, page: Page) -> bool:
    """Whether a quote ends right before word `i`, punctuation aside."""
    i -= 1
    while i >= 0 and page.tokens[i].pos == "PUNCT" and page.quote_of[i] < 0:
        i -= 1
    return i >= 0 and page.quote_of[i] >= 0


def _quote_starts_at(i: int, high: int, page: Page) -> bool:
    """Whether a quote starts at word `i`, marks, colons and commas aside."""
    while i < high and page.tokens[i].pos == "PUNCT" and page.quote_of[i] < 0:
        i += 1
    return i < high and page.quote_of[i] >= 0 and (i == 0 or page.quote_of[i - 1] != page.quote_of[i])


def _core_start(cue: Cue, speaker: Speaker | None, page: Page) -> int:
    low = cue.token.i
    for child in cue.token.children:
        if child.i < cue.token.i and child.rel in ("aux", "aux:pass", "advmod", "mark") and cue.token.i - child.i <= 3:
            low = min(low, child.i)
    if speaker is not None and speaker.words[0].i < low:
        low = speaker.words[0].i
    if low and page.tokens[low - 1].lower == "as" and page.tokens[low - 1].rel == "mark":
        low -= 1
    return low


def _core_end(cue: Cue, speaker: Speaker | None, unit: Unit, page: Page, *, inverted: bool) -> int:
    """The index after the last word that hangs on the cue as its adjunct: who was told, when, by what means."""
    high = cue.words[-1].i + 1
    if inverted and speaker is not None:
        high = max(high, speaker.words[-1].i + 1)
    tells = "person" in cue.verb.takes
    while high < unit.high and page.quote_of[high] < 0:
        child = page.tokens[high]
        while child.head is not None and child.head is not cue.token:
            child = child.head
        if child.head is not cue.token:
            break
        if child.rel not in _ADJUNCTS and not (tells and child.rel == "obj"):
            break
        end = high
        inside = set(child.subtree())
        while end < unit.high and page.tokens[end] in inside and page.quote_of[end] < 0:
            end += 1
        if end == high:
            break
        high = end
    return high


def _after(cue: Cue, speaker: Speaker | None, low: int, high: int, unit: Unit, page: Page, floor: int) -> Draft | None:
    """The statement whose content follows the cue."""
    takes = cue.verb.takes
    if _quote_starts_at(high, unit.high, page):
        start = high
        while page.quote_of[start] < 0:
            start += 1
        quote = page.quotes[page.quote_of[start]]
        if quote.verbal or quote.last + 1 < unit.high or "clause" in takes:
            end = _quoted_end(cue, start, quote.last, unit, page)
            return Draft(
                ((start - (end != quote.last), end),),
                cue,
                speaker,
                (low, high),
                stance_of(cue, "clause"),
                "statements.cue-then-quote",
            )
    if "clause" not in takes or speaker is None:
        return None
    start = _clause_start(cue, high, unit, page)
    if start is None or (
        _quote_ends_at(low, page) and page.tokens[start].lower != "that" and cue.token.child("ccomp") is None
    ):
        return None
    if _is_middle(cue, low, high, floor, page):
        end = _clause_end(cue, start, unit, page)
        return Draft(
            ((floor, low), (start, end)),
            cue,
            speaker,
            (low, high),
            stance_of(cue, "clause"),
            "statements.cue-in-the-middle",
        )
    end = _clause_end(cue, start, unit, page)
    if end <= start:
        return None
    return Draft(((start, end),), cue, speaker, (low, start), stance_of(cue, "clause"), "statements.said-that")


def _quoted_end(cue: Cue, start: int, last: int, unit: Unit, page: Page) -> int:
    """The end of words said that begin with a quote: the quote's, or the clause's where the quote is a part of it."""
    i = last
    while i < unit.high and page.tokens[i].pos == "PUNCT":
        i += 1
    before_close = page.tokens[last - 1].text
    if i >= unit.high or before_close in (".", "!", "?", ",") or page.tokens[i].pos == "CCONJ":
        return last
    if page.quotes[page.quote_of[start]].verbal and _has_clause(i, unit.high, page):
        return last
    return _clause_end(cue, start, unit, page)


def _clause_start(cue: Cue, high: int, unit: Unit, page: Page) -> int | None:
    """Where the clause after the cue begins, or None where there is none."""
    token = cue.token
    for i in range(high, min(high + 12, unit.high)):
        if page.tokens[i].lower == "that" and page.tokens[i].rel == "mark" and page.tokens[i].head is not None:
            if page.tokens[i].head.head is token or i == high:
                return i + 1
            break
    clause = next(
        (c for c in token.children if c.i >= high and c.rel in ("ccomp", "parataxis") and c.rel != "punct"), None
    )
    if clause is not None and (clause.rel == "ccomp" or "bare" in cue.verb.takes):
        words = [t.i for t in clause.subtree() if t.i >= high]
        start = min(words)
        if start - high <= 1 or all(t.pos == "PUNCT" for t in page.tokens[high:start]):
            return start
        return high if "bare" in cue.verb.takes else start
    if page.tokens[high].lower == "that" if high < unit.high else False:
        return high + 1
    if (
        "bare" in cue.verb.takes
        and high < unit.high
        and _has_clause(high, unit.high, page)
        and page.tokens[high].text not in ",;"
    ):
        return high
    return None


def _is_middle(cue: Cue, low: int, high: int, floor: int, page: Page) -> bool:
    """Whether the cue stands between commas inside what was said: "In the north, he said, the road is open"."""
    if high >= len(page.tokens) or page.tokens[high].text != "," or low - floor < 1:
        return False
    before = page.tokens[low - 1]
    return before.text == "," and not (page.tokens[floor:low] and page.tokens[floor].lower in ("as", "while", "when"))


def _clause_end(cue: Cue, start: int, unit: Unit, page: Page) -> int:
    """The index after the last word of a clause that follows its cue."""
    token = cue.token
    if token.rel in ("acl:relcl", "acl", "advcl") and token.child("ccomp") is not None:
        return _subtree_end(token, start, unit, page)
    for i in range(start, unit.high):
        word = page.tokens[i]
        if page.quote_of[i] >= 0 or i <= start:
            continue
        if word.lower == "adding" or (word.lower in ("added", "saying") and word.head is token):
            return i
        if word.head is token and word.rel in ("conj", "advcl") and word.is_verb():
            edge = min(t.i for t in word.subtree() if t.i > start)
            while edge > start and page.tokens[edge - 1].lower in _JOINERS:
                edge -= 1
            if word.rel == "conj" or word.tag == "VBG" and _speaks(word) or page.tokens[edge].lower in _JOINERS:
                return edge
        if word.rel == "parataxis" and _speaks(word) and word.child("nsubj") is not None:
            return unit.high
    return unit.high


def _speaks(word: Token) -> bool:
    return word.lemma in (
        "add",
        "say",
        "call",
        "cite",
        "note",
        "warn",
        "insist",
        "tell",
        "claim",
        "describe",
        "accuse",
        "speak",
        "refer",
    )


def _subtree_end(token: Token, start: int, unit: Unit, page: Page) -> int:
    clause = token.child("ccomp")
    if clause is None:
        return unit.high
    last = max(t.i for t in clause.subtree())
    return min(max(last + 1, start + 1), unit.high)


def _before(cue: Cue, speaker: Speaker | None, low: int, high: int, unit: Unit, page: Page, floor: int) -> Draft | None:
    """The statement whose content stands before the cue."""
    stance = stance_of(cue, "clause")
    if _quote_ends_at(low, page):
        last = low
        while page.quote_of[last - 1] < 0:
            last -= 1
        quote = page.quotes[page.quote_of[last - 1]]
        first = quote.first
        whole = all(t.pos == "PUNCT" or t.pos == "CCONJ" for t in page.tokens[floor:first] if page.quote_of[t.i] < 0)
        if quote.verbal and (whole or not _has_clause(floor, first, page)) and (whole or first - floor <= 3):
            ranges = [(first, last)]
            return Draft(
                (*ranges, *_second_half(high, unit, page)),
                cue,
                speaker,
                (low, high),
                stance,
                "statements.quote-then-cue",
            )
        if "bare" in cue.verb.takes or "quote" in cue.verb.takes:
            return Draft(
                ((floor, low), *_second_half(high, unit, page)),
                cue,
                speaker,
                (low, high),
                stance,
                "statements.clause-then-cue",
            )
    if "bare" not in cue.verb.takes or speaker is None:
        return None
    if not _has_verb(floor, low, page) or low - floor < 3:
        return None
    if cue.token.rel in ("acl:relcl", "acl") or (
        cue.token.rel == "conj" and speaker.head.i < cue.token.i and not _ends_unit(high, unit, page)
    ):
        return None
    if cue.token.tag == "VBG":
        return None
    return Draft(((floor, low),), cue, speaker, (low, high), stance, "statements.clause-then-cue")


def _ends_unit(high: int, unit: Unit, page: Page) -> bool:
    return all(t.pos == "PUNCT" for t in page.tokens[high : unit.high])


def _second_half(high: int, unit: Unit, page: Page) -> tuple[tuple[int, int], ...]:
    """The rest of a quote that the cue cuts in two: '"We hold", he said, "and we will stay."'."""
    if high >= unit.high or not _quote_starts_at(high, unit.high, page):
        return ()
    i = high
    while page.quote_of[i] < 0:
        if page.tokens[i].text in ".!?":
            return ()
        i += 1
    return ((i, page.quotes[page.quote_of[i]].last),)
