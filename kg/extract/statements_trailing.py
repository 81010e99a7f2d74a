"""Reads who said it behind a clause where no comma parts the two: "nine died near the mosque residents said".

A parser leans on the comma; without it the speaker is taken for a part of the clause. So these words are read flat.
"""

from kg.extract.cues import Cue, Verb, cue_words, hearer_of, is_unsaid, verbs, was_said
from kg.extract.speakers import Speaker, plain
from kg.extract.speakers_narrow import can_speak
from kg.extract.stance import stance_of
from kg.extract.statements_bounds import has_verb
from kg.extract.statements_page import Draft, Page, Unit
from kg.nlp import Token

_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_WH = frozenset({"WDT", "WP", "WP$", "WRB"})
_NOUNS = frozenset({"NOUN", "PROPN"})
_INSIDE = frozenset({"NOUN", "PROPN", "ADJ", "NUM", "X"})
_OPENS = frozenset(
    {"the", "a", "an", "another", "one", "some", "several", "two", "three", "many", "their", "his", "her", "its"}
)
_LINKS = frozenset({"of", "for", "in", "from", "at", "on", "to", "and", "with"})
# these stand behind what they belong to: "on Saturday alone | activists said"
_APART = frozenset(
    {"alone", "overnight", "earlier", "later", "today", "yesterday", "recently", "far", "dead", "wounded"}
)
_UNNAMED = frozenset({"a", "an", "another", "several", "two", "three", "many"})
_WITHIN = frozenset("-()[]")
# no clause ends with these
_OPEN = frozenset({"ADP", "DET", "CCONJ", "SCONJ", "PART", "AUX"})
_LONGEST = 16
_FEWEST = 3


def read_trailing(token: Token, unit: Unit, page: Page, floor: int) -> Draft | None:
    """The statement whose speaker and cue end the sentence; None where they do not, or a comma says more."""
    verb = verbs().get(token.lemma)
    if page.commas or verb is None or "bare" not in verb.takes or token.i - floor < _FEWEST:
        return None
    cue = Cue(token, (token,), verb)
    end = _tail_end(token, unit, page)
    if end is None or is_unsaid(cue) or not _was_told(token, page) or token.lemma in cue_words("opinions"):
        return None
    speaker = _after(token, end, verb, page) or _before(token, floor, page)
    if speaker is None:
        return None
    low = min(token.i, speaker.words[0].i)
    # "also wounded 56 people the broadcaster said": the tagger takes the verb for an adjective
    tells = has_verb(floor, low, page) or any(t.tag == "JJ" and t.lower.endswith("ed") for t in page.tokens[floor:low])
    if low - floor < _FEWEST or ends_open(low, page) or not tells:
        return None
    led = (page.tokens[floor], *page.tokens[low - 2 : low])
    if any(word.tag in _WH for word in led) or page.quote_of[low - 1] >= 0:
        return None
    stance = stance_of(cue, "clause", "quote")
    return Draft(((floor, low),), cue, speaker, (low, end), stance, "statements.clause-then-cue")


def titled_after(cue: Token, high: int, page: Page) -> Speaker | None:
    """The name behind a title cut short, at whose stop the parser ends its sentence: "said Maj. Gen. Bello"."""
    first = cue.i + 1
    if first >= high or page.tokens[first].lower.rstrip(".") not in cue_words("abbreviations"):
        return None
    end = first
    while end < high and page.quote_of[end] < 0 and _is_of_name(page.tokens[end], page):
        end += 1
    words = page.tokens[first:end]
    names = [word for word in words if word.pos == "PROPN"]
    return Speaker(names[-1], words, end) if names and names[-1].i > first else None


def _is_of_name(word: Token, page: Page) -> bool:
    """Whether a word may stand in a title and name: a name, or the stop of an abbreviation or initial."""
    if word.text == ".":
        before = page.tokens[word.i - 1]
        return before.lower in cue_words("abbreviations") or len(before.text) == 1
    return word.pos == "PROPN" or word.lower.rstrip(".") in cue_words("abbreviations")


def ends_open(i: int, page: Page) -> bool:
    """Whether a clause that ends before word `i` lacks its end: "three shells landed near"."""
    last = page.tokens[i - 1]
    # "the commander well | -informed sources said"
    cut = i < len(page.tokens) and "-" in (last.text, page.tokens[i].text) and last.end == page.tokens[i].start
    return cut or last.lower == "including" or (last.pos in _OPEN and last.rel != "compound:prt")


def _was_told(token: Token, page: Page) -> bool:
    if token.lemma == "hear" and hearer_of(token) is None:
        return False
    if token.tag in ("NN", "NNS", "NNP"):
        # "... killed six people Reuters reports": the tagger takes it for a noun
        before = page.tokens[token.i - 1]
        named = token.text in ("reports", "claims", "says") and before.pos == "PROPN"
        return named or (token.text in ("report", "say", "claim") and before.lower in ("media", "sources", "activists"))
    return token.tag in ("VBD", "VBZ", "VBP", "VBN", "VB") and was_said(token)


def _tail_end(token: Token, unit: Unit, page: Page) -> int | None:
    """The index after what hangs on the cue, where no clause of its own follows it; None where one does."""
    for word in page.tokens[token.i + 1 : unit.high]:
        if (
            word.text in ".!?"
            or (word.pos == "CCONJ" and word.i == token.i + 1)
            or (word.tag == "VBG" and word.lemma in cue_words("followers"))
        ):
            return word.i
        if word.tag in ("WDT", "WP") and word.lower != "that" and word.i > token.i + 1:
            # "... said the monitor which relies on a network of sources": who speaks ends there
            return word.i
        if word.tag in _FINITE or word.lower == "that" or page.quote_of[word.i] >= 0 or word.text in ",:;":
            return None
        if word.i - token.i > _LONGEST:
            return None
    return unit.high


def _after(token: Token, end: int, verb: Verb, page: Page) -> Speaker | None:
    """Who is named behind the verb: "... said the monitor"."""
    if "inverted" not in verb.takes or token.i + 1 >= end or page.tokens[token.i + 1].name in ("DATE", "TIME"):
        return None
    words = []
    for word in page.tokens[token.i + 1 : end]:
        if (word.pos == "PUNCT" and word.text not in _WITHIN) or word.tag == "VBG" or _is_medium(word, page):
            break
        words.append(word)
    head = noun_in(tuple(words))
    said = plain(tuple(words))
    return Speaker(head, said, words[-1].i + 1) if head is not None and said and can_speak(head, page.names) else None


def _is_medium(preposition: Token, page: Page) -> bool:
    """Whether the words tell how it was said: "in a statement", "on Monday"."""
    if preposition.pos != "ADP":
        return False
    after = page.tokens[preposition.i + 1 : preposition.i + 4]
    return any(word.lemma in cue_words("nouns", "telling") | cue_words("days") | {"interview"} for word in after)


def _before(token: Token, floor: int, page: Page) -> Speaker | None:
    """Who is named before the verb: the longest noun phrase that can speak and leaves a whole clause before it."""
    last = page.tokens[token.i - 1]
    if last.lower in ("he", "she", "it", "they"):
        return Speaker(last, (last,))
    found = None
    for first in range(token.i - 1, max(floor, token.i - _LONGEST), -1):
        word = page.tokens[first]
        finite = word.tag in _FINITE and not word.rel.startswith("nsubj")
        if finite or (word.pos == "PUNCT" and word.text not in _WITHIN):
            break
        words = page.tokens[first : token.i]
        head = noun_in(words)
        if (
            head is not None
            and _may_begin(first, head, page)
            and can_speak(head, page.names)
            and not ends_open(first, page)
        ):
            found = Speaker(head, words)
    return found or _bare_name(last, page)


def _bare_name(last: Token, page: Page) -> Speaker | None:
    """A name of one word that nothing else knows, right behind a noun: "it left the city | Rahal said"."""
    before = page.tokens[last.i - 1]
    ends = before.pos in ("NOUN", "VERB", "ADV", "NUM") and before.lower not in cue_words("nouns", "beside")
    days = cue_words("days") | cue_words("months")
    named = last.pos == "PROPN" and last.text.istitle() and last.lower not in days
    return Speaker(last, (last,)) if named and ends and last.i else None


def _may_begin(first: int, head: Token, page: Page) -> bool:
    """Whether a noun phrase can begin at a word: at its article, a name, a role, or a plural noun that needs none."""
    word, before = page.tokens[first], page.tokens[first - 1]
    if word.lower in _OPENS:
        return before.lower not in _OPENS
    if first in page.names.ends and word.pos == "PROPN":
        return before.lower not in _OPENS
    body = head.is_plural() or head.pos == "PROPN" or head.lemma in cue_words("nouns", "voices")
    if word.lower in cue_words("nouns", "beside") and body:
        return before.lower not in _OPENS and before.pos != "ADJ"
    if _is_hyphened(0, page.tokens[first : first + 2]) and head.is_plural():
        # "well-informed sources"
        return True
    plain = cue_words("nouns", "plain")
    people = word.pos in ("ADJ", "PROPN") and word.text[0].isupper() and (head.lemma in plain or head.lower in plain)
    if people and (head.is_plural() or head.lower in ("media", "police")):
        # "Kurdish media", "Syrian activists"
        apart = before.pos not in ("ADJ", "PROPN") or before.lower in cue_words("fates")
        return before.lower not in _OPENS and apart
    # "... on Thursday reports said": the tagger takes them for a verb
    many = head is word and (head.is_plural() or head.lower in ("media", "police", "reports"))
    telling = head.lemma in cue_words("nouns", "plain") or head.lower == "reports"
    return many and before.lower not in _OPENS and telling


def _may_stand_inside(n: int, words: tuple[Token, ...]) -> bool:
    """Whether a word may be part of a noun phrase; a subject is a noun, and a participle before one an adjective."""
    word = words[n]
    plain = word.pos in _INSIDE or word.text in _WITHIN or word.tag in ("VBN", "POS")
    return plain or word.rel.startswith("nsubj") or word.rel == "amod" or _is_hyphened(n, words)


def _is_hyphened(n: int, words: tuple[Token, ...]) -> bool:
    """Whether an adverb is the first part of a word with a hyphen: "well-informed"."""
    return words[n].pos == "ADV" and n + 1 < len(words) and words[n + 1].text == "-"


def noun_in(words: tuple[Token, ...]) -> Token | None:
    """The noun that a run of words is about: the last before its first preposition; None for no noun phrase."""
    head = None
    led = True
    for n, word in enumerate(words):
        if word.lower in _LINKS and head is not None:
            led = True
        elif word.lower in cue_words("days") or word.lower in _APART:
            return None
        elif word.pos == "DET" or word.lower in _OPENS:
            if not led:
                return None
            led = False
        elif n == 0 and len(words) > 1 and word.lemma in cue_words("fates"):
            # "left three others wounded | Kurdish media said"
            return None
        elif _may_stand_inside(n, words):
            led = led and n == 0
            if (word.pos in _NOUNS or word.rel.startswith("nsubj")) and not any(w.lower in _LINKS for w in words[:n]):
                head = word
        else:
            return None
    if head is None:
        return None
    unnamed = words[0].lower in _UNNAMED and head.pos == "PROPN" and head is words[-1]
    # "killing two and injuring a fourth | SANA said"
    return None if unnamed or "others" in (word.lower for word in words[:-1]) else head
