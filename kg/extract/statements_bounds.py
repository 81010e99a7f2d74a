"""Tells where the words said begin beside their cue, and where its own words end."""

from kg.extract.cues import Cue, cue_at, cue_words, lost_its_subject
from kg.extract.speakers import Speaker, noun_phrase_of
from kg.extract.statements_page import Page, Unit
from kg.nlp import Token

_ADJUNCTS = frozenset({"obl", "advmod", "obl:npmod", "obl:unmarked", "compound:prt", "obl:agent", "nmod"})
_FREE = frozenset({"obl", "obl:npmod", "obl:unmarked", "nmod", "nmod:unmarked", "advmod", "dep"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
# the tagger takes many a finite verb for a participle
_VERBAL = _FINITE | {"VBN"}
_AFTER_DAY = frozenset({"DET", "PRON", "NOUN", "PROPN", "ADJ", "NUM", "SCONJ", "PUNCT"})
SUBORDINATE = frozenset(
    {"before", "after", "when", "as", "while", "because", "since", "until", "despite", "without", "than"}
)
_GOES_ON = frozenset({"add", "stress", "note", "explain", "insist", "point"})
_WH = frozenset({"WDT", "WP", "WP$", "WRB"})
_NEAR = 12


def has_clause(low: int, high: int, page: Page, cue: Token | None = None) -> bool:
    """Whether these words hold a finite verb that leads no relative clause, before any next word of saying."""
    for token in page.tokens[low:high]:
        if page.quote_of[token.i] >= 0:
            continue
        if token.lower in ("said", "says") or (token.tag == "VBG" and token.lemma in _GOES_ON):
            # "said the source stressing that the road was cut"
            return False
        finite = token.tag in _FINITE or (token.tag == "VBN" and token.rel == "ccomp" and _leads(token, low))
        if finite and not _is_relative(token, low) and not _governs(token, cue):
            return True
    return False


def _is_relative(token: Token, low: int) -> bool:
    """Whether the verb is of a relative or adverbial clause that lies in the words from `low` on."""
    current: Token | None = token
    while current is not None and current.i >= low:
        if current.rel in ("acl:relcl", "advcl", "acl"):
            return current.head is not None and current.head.i >= low and not _is_left_bare(current)
        current = current.head
    return False


def _is_left_bare(verb: Token) -> bool:
    """Whether it is relative in name only: "reported six civilians were killed", where the noun is its subject."""
    before = [word for word in verb.subtree() if word.i < verb.i]
    led = any(word.tag in _WH or word.lower == "that" for word in before)
    # "six civilians including two children were killed"
    own = [c for c in verb.dependents("nsubj", "nsubj:pass", "csubj") if c.child("case") is None]
    return verb.rel == "acl:relcl" and not led and not own


def _governs(token: Token, cue: Token | None) -> bool:
    if cue is None:
        return False
    # "fighters who declared a truce were shelled": the verb of the main clause, with what helps it
    helps = cue.rel == "acl:relcl" and token.rel in ("aux", "aux:pass", "cop")
    return any(above is (token.head if helps else token) for above in cue.ancestors())


def has_verb(low: int, high: int, page: Page, tags: frozenset[str] = _VERBAL) -> bool:
    """Whether there is a verb of these tags that no adverbial or relative clause holds ("when asked about it")."""
    words = (token for token in page.tokens[low:high] if token.rel != "amod")
    return any(token.tag in tags and not _is_adverbial(token, low) for token in words)


def quote_ends_at(i: int, page: Page) -> bool:
    """Whether a quote ends right before word `i`, punctuation aside."""
    i -= 1
    while i >= 0 and page.tokens[i].pos == "PUNCT" and page.quote_of[i] < 0:
        i -= 1
    return i >= 0 and page.quote_of[i] >= 0


def quote_start(i: int, high: int, page: Page) -> int | None:
    """The first word of a quote that starts at word `i`, marks, colons and commas aside."""
    while i < high and page.tokens[i].pos == "PUNCT" and page.quote_of[i] < 0:
        i += 1
    starts = i < high and page.quote_of[i] >= 0 and (i == 0 or page.quote_of[i - 1] != page.quote_of[i])
    return i if starts else None


def core_start(cue: Cue, speaker: Speaker | None, page: Page) -> int:
    """The index of the first word of the speaker and the cue; what stands before them may be what was said."""
    low = cue.token.i
    for child in cue.token.children:
        if 0 < cue.token.i - child.i <= 3 and child.rel in ("aux", "aux:pass", "advmod", "mark"):
            low = min(low, child.i)
    # a shared speaker stands further off: "confirmed the toll and said"
    if speaker is not None and speaker.words[0].i < low and not _is_shared(cue.token, speaker):
        low = speaker.words[0].i
    while low and page.tokens[low - 1].lower in ("as", "though", "what") and page.tokens[low - 1].rel != "case":
        low -= 1
    return low


def _is_shared(token: Token, speaker: Speaker) -> bool:
    return (
        token.rel == "conj"
        and token.child("nsubj") is None
        and token.head is not None
        and speaker.head.i < token.head.i
    )


def shared_speaker(token: Token, low: int) -> Speaker | None:
    """The speaker of the verb before: "confirmed the toll and said", "said the raid was over and added"."""
    above = [verb for verb in token.ancestors() if verb.child("nsubj") is not None]
    verb = next((verb for verb in above if cue_at(verb) is not None), None) or next(iter(above), None)
    subject = None if verb is None else verb.child("nsubj")
    if verb is None or subject is None or not subject.i < verb.i < token.i:
        return None
    return noun_phrase_of(subject, low, verb.i)


def core_end(cue: Cue, speaker: Speaker | None, unit: Unit, page: Page) -> int:
    """The index after the last word that hangs on the cue as its adjunct: who was told, when, by what means."""
    high = cue.words[-1].i + 1
    if speaker is not None:
        high = max(high, speaker.reach, speaker.words[-1].i + 1)
    tells = "person" in cue.verb.takes or "urges" in cue.verb.takes
    while high < unit.high and page.quote_of[high] < 0:
        child = page.tokens[high]
        while child.head is not None and child.head is not cue.token:
            child = child.head
        if child.head is not cue.token or not _may_hang(child, tells=tells):
            break
        end = _run_end(child, high, unit, page)
        if end == high:
            break
        # one object is told: "told him", not "told him the nominee" of "told him the nominee had paid"
        tells = tells and child.rel not in ("obj", "iobj")
        high = end
    return _after_day(high, unit, page)


def _after_day(high: int, unit: Unit, page: Page) -> int:
    """The index after a day that the parser gave to the clause: "said on Monday the bridge was gone"."""
    i = high + (high < unit.high and page.tokens[high].lower == "on")
    if i + 1 >= unit.high or page.quote_of[i] >= 0:
        return high
    day, after = page.tokens[i], page.tokens[i + 1]
    plain = day.lower in cue_words("days") and day.rel in _FREE and not day.children[(i > high) :]
    return i + 1 if plain and (after.pos in _AFTER_DAY or after.lower == "without") else high


def _may_hang(child: Token, *, tells: bool) -> bool:
    return tells if child.rel in ("obj", "iobj") else child.rel in _ADJUNCTS


def _run_end(child: Token, high: int, unit: Unit, page: Page) -> int:
    inside = set(child.subtree())
    end = high
    while end < unit.high and page.tokens[end] in inside and page.quote_of[end] < 0:
        word = page.tokens[end]
        # "on condition that he not be identified": what the speaker asked for, not what was said
        if child.lemma != "condition" and (word.lower == "that" or word.tag in _FINITE or word.rel in ("mark", "acl")):
            break
        end += 1
    return end


def clause_start(cue: Cue, high: int, unit: Unit, page: Page) -> int | None:
    """Where the clause after the cue begins, or None where there is none."""
    tokens, token = page.tokens, cue.token
    if high >= unit.high or tokens[high - 1].lemma == "condition":
        # "on condition that he not be named": no words of his
        return None
    if tokens[high].lower == "that" and (tokens[high].rel in ("mark", "det") or tokens[high].tag == "IN"):
        # "told the council that was held hostage": a relative clause
        relative = high + 1 < unit.high and tokens[high + 1].tag in _FINITE and tokens[high + 1].rel != "advmod"
        return None if relative else high + 1
    for i in range(high, min(high + _NEAR, unit.high)):
        word = tokens[i]
        if word.tag in _FINITE and i + 1 < unit.high and tokens[i + 1].lower != "that":
            # "said it had begun an inquiry following reports that": the clause began before
            break
        head = word.head if word.lower == "that" and word.rel == "mark" else None
        if head is not None and head.head is token and head.rel != "conj":
            return i + 1
    far = _cited_that(high, unit, page) or _far_that(high, unit, page)
    if far is not None:
        return far + 1
    clause = next((c for c in token.children if c.i >= high and c.rel in ("ccomp", "parataxis")), None)
    bare = "bare" in cue.verb.takes
    if clause is not None and clause.rel == "ccomp" and bare and tokens[high].text == ",":
        # "said three days after the raid, the two men were held"
        return high + 1
    if clause is not None and (bare or clause.rel == "ccomp") and tokens[high].text not in ",;":
        start = min(t.i for t in clause.subtree() if t.i >= high)
        return high if bare else start
    if not bare or tokens[high].text in ",;" or tokens[high].lower in SUBORDINATE:
        return None
    above = None if lost_its_subject(token) else token
    return high if has_clause(high, unit.high, page, above) else None


def _cited_that(high: int, unit: Unit, page: Page) -> int | None:
    """The "that" behind who is cited: "reported, citing a minister, that"."""
    first = high + (page.tokens[high].text == ",")
    if first >= unit.high or page.tokens[first].lemma not in cue_words("handing"):
        return None
    return next((t.i for t in page.tokens[first : min(first + _NEAR, unit.high)] if t.lower == "that"), None)


def _far_that(high: int, unit: Unit, page: Page) -> int | None:
    """The "that" behind a participle that tells of the medium: "said in a statement posted on Monday that"."""
    first, before = page.tokens[high], page.tokens[high - 1]
    if first.tag != "VBN" or before.lemma not in cue_words("nouns", "telling"):
        return None
    for word in page.tokens[high : min(high + _NEAR, unit.high)]:
        if word.tag in _FINITE or word.text in ",;":
            return None
        if word.lower == "that" and word.rel == "mark":
            return word.i
    return None


def tells(low: int, high: int, page: Page) -> bool:
    """Whether these words tell something: no question word first, and a finite verb of their own or a quote in them."""
    first = page.tokens[low]
    if first.tag in ("WP", "WRB", "WP$") or first.lower in ("whether", "if", "to"):
        return False
    if any(n >= 0 for n in page.quote_of[low:high]) or has_verb(low, high, page, _FINITE):
        return True
    # the tagger takes many a finite verb for a participle: "said the mill no longer worked"
    return any(t.tag == "VBN" and t.rel == "ccomp" and _leads(t, low) for t in page.tokens[low:high])


def _leads(verb: Token, low: int) -> bool:
    """Whether a noun of its own stands before a verb, in the words from `low` on."""
    own = [child for child in verb.children if low <= child.i < verb.i and child.rel in ("nsubj", "nsubj:pass", "obj")]
    return bool(own) and verb.head is not None and verb.head.i < low


def _is_adverbial(token: Token, low: int) -> bool:
    """Whether the verb stands in an adverbial or relative clause that hangs on a word from `low` on."""
    current: Token | None = token
    while current is not None and current.i >= low:
        if current.rel in ("advcl", "acl:relcl") and current.head is not None and current.head.i >= low:
            return any(child.rel in ("mark", "advmod") and child.i < current.i for child in current.children)
        current = current.head
    return False
