"""Finds the words for the speaker beside a word of saying."""

from dataclasses import dataclass

from kg.extract.cues import cue_words
from kg.model import Span
from kg.nlp import Token, span_of

_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM"})
_INSIDE = frozenset({"NOUN", "PROPN", "PRON", "NUM", "DET", "ADJ", "ADP", "PART", "PUNCT", "CCONJ", "SYM", "ADV", "X"})
_NP_RELS = frozenset(
    {"nmod", "compound", "appos", "flat", "conj", "amod", "nummod", "nmod:poss", "obl:npmod", "dep", "obl", "nsubj"}
)
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_LONGEST_APPOSED = 10
_WH = frozenset({"WDT", "WP", "WP$", "WRB"})
# "earlier the reporter noted", "both the mayor and the judge"
_LEADING = frozenset(
    {"both", "either", "earlier", "later", "meanwhile", "also", "then", "however", "separately", "elsewhere"}
)
_TIMES = frozenset({"DATE", "TIME"})


@dataclass(frozen=True, slots=True, eq=False)
class Speaker:
    """The words for a speaker.

    Attributes:
        head: the noun or name.
        words: all of them in text order, without a relative clause ("who fled").
        reach: the index after the last word that hangs on them, the relative clause included.
    """

    head: Token
    words: tuple[Token, ...]
    reach: int = 0

    @property
    def span(self) -> Span:
        return span_of(self.words)


def speaker_before(cue: Token, tokens: tuple[Token, ...], low: int) -> Speaker | None:
    """The speaker that stands before the verb, in the words from index `low` on."""
    subject = _subject_of(cue, tokens)
    if subject is not None and subject.tag in _WH and cue.rel == "acl:relcl" and cue.head is not None:
        # "the source who gave the toll"
        return noun_phrase_of(cue.head, low, subject.i)
    if subject is not None and low <= subject.i and not _is_gap(subject) and subject.name not in _TIMES:
        whole = _governor(subject, low, cue, tokens)
        if whole is not None:
            return whole
        words = _noun_phrase(subject, low, cue.i)
        if _is_clean(words):
            return _without_lost_comma(subject, words, tokens)
    return _noun_left_of(cue, tokens, low)


def _subject_of(cue: Token, tokens: tuple[Token, ...]) -> Token | None:
    """The last subject before a verb; of "the Peace Union another rights group says", the name."""
    subjects = [child for child in cue.dependents("nsubj") if child.i < cue.i]
    if len(subjects) > 1 and any(_is_telling(means) for means in subjects[-2].modifiers("in")):
        # "the Front in a statement put out on the service Telegram said"
        return subjects[-2]
    if len(subjects) < 2 or subjects[-2].pos != "PROPN":
        return subjects[-1] if subjects else None
    between = tokens[subjects[-2].i + 1 : subjects[-1].i + 1]
    start = next((n for n, word in enumerate(between) if word.lower in ("a", "an", "another")), len(between))
    name = all(word.pos in ("PROPN", "ADP") for word in between[:start])
    rest = all(word.pos in _INSIDE or word.lower in ("based", "led", "backed", "run") for word in between[start:])
    apposed = name and rest and 0 < len(between) - start < _LONGEST_APPOSED
    return subjects[-2] if apposed else subjects[-1]


def _is_telling(noun: Token) -> bool:
    return noun.lemma in cue_words("nouns", "telling")


def _governor(subject: Token, low: int, cue: Token, tokens: tuple[Token, ...]) -> Speaker | None:
    """The noun before an "of" that the parser gave to the subject: "the head" in "the head of the council said"."""
    of = next((c for c in subject.children if c.rel == "case" and c.lower == "of" and c.i < subject.i), None)
    if of is None or of.i - 1 <= low or tokens[of.i - 1].pos != "NOUN":
        return None
    head = tokens[of.i - 1]
    owner = _noun_phrase(subject, of.i + 1, cue.i)
    first = next((i for i in range(head.i, low - 1, -1) if tokens[i].pos not in ("NOUN", "ADJ", "PROPN")), low)
    words = (*tokens[first + (tokens[first].pos != "DET") : of.i + 1], *owner)
    return Speaker(head, words) if owner and _is_clean(words) else None


def speaker_after(cue: Token, tokens: tuple[Token, ...], high: int) -> Speaker | None:
    """The speaker that stands after the verb: "said the mayor"."""
    subject = next((child for child in cue.dependents("nsubj", "nsubj:pass") if child.i > cue.i), None)
    if subject is None:
        if any(child.i < cue.i and child.pos == "PROPN" and child.name != "DATE" for child in cue.dependents("nsubj")):
            return None  # "the Peace Monitor reported the same toll": who speaks stands before
        rels = ("obj", "dep", "obl:npmod", "xcomp", "ccomp")
        subject = next((child for child in cue.children if child.i > cue.i and child.rel in rels), None)
    if subject is None or subject.pos not in _NOMINAL or subject.i >= high or subject.name in _TIMES:
        subject = _noun_right_of(cue, tokens, high)
    if subject is None:
        return None
    whole = _without_tail(tuple(token for token in subject.subtree() if cue.i < token.i < high))
    words = _trimmed(_without_relative(whole))
    return Speaker(subject, words, whole[-1].i + 1) if words else None


def agent_of(cue: Token) -> Speaker | None:
    """The speaker of a passive: "regarded by the ministry as"."""
    name = next((child for child in cue.children if child.i < cue.i and is_acronym(child)), None)
    if name is not None:
        # "IS said in a statement": the name was taken for a verb
        return Speaker(name, (name,))
    agent = cue.agent()
    if agent is None or agent.preposition() not in ("by", ""):
        # "confirmed to a reporter": who was told
        return None
    words = _trimmed(_without_relative(tuple(agent.subtree())))
    return Speaker(agent, words) if words else None


def noun_phrase_of(head: Token, low: int, high: int) -> Speaker | None:
    """The noun phrase of a head within these indices, as a speaker."""
    words = _noun_phrase(head, low, high)
    return Speaker(head, words) if words else None


def _is_gap(token: Token) -> bool:
    """Whether it only stands for words elsewhere: "which it claimed", "there said"."""
    demonstrative = token.lower in ("this", "that", "these", "those", "everything", "nothing") and not token.children
    return demonstrative or token.tag in ("WDT", "EX") or (token.tag == "WP" and token.lower != "who")


def _noun_phrase(head: Token, low: int, high: int) -> tuple[Token, ...]:
    words = [token for token in head.subtree() if low <= token.i < high]
    # only what hangs together with the head: a gap means words of something else
    run = [token for token in words if token.i <= head.i]
    left = len(run) - 1
    while left > 0 and run[left].i - run[left - 1].i == 1 and not _is_before(run[left - 1], head):
        left -= 1
    return _trimmed(_without_relative((*run[left:], *(token for token in words if token.i > head.i))))


def _is_before(word: Token, head: Token) -> bool:
    """Whether it is a preposition or conjunction of the noun: "just a day after the ministry said"."""
    return word.head is head and word.rel in ("case", "mark") and word.pos in ("ADP", "SCONJ")


def _is_clean(words: tuple[Token, ...]) -> bool:
    """Whether no clause was swept into the noun phrase by the parser."""
    for word in words:
        if word.tag in _FINITE and not (word.text.isupper() and len(word.text) > 1):
            # "the Islamic Front (IF) said": an acronym is no verb
            return False
        if word.tag == "VBN" and word.rel == "acl" and word.child("obj") is not None:
            return False
    return bool(words)


def _without_relative(words: tuple[Token, ...]) -> tuple[Token, ...]:
    """The noun phrase up to its relative clause or aside: "the group", not "which runs the clinic", ", speaking in"."""
    for n, word in enumerate(words):
        if n and word.tag == "VBG" and words[n - 1].text == ",":
            return words[: n - 1]
        if n and (word.tag in _WH or (word.lower == "that" and word.tag == "WDT")):
            # "the mother of whom": the preposition goes with it
            return words[: n - 1] if words[n - 1].pos == "ADP" and n > 1 else words[:n]
    return words


def _without_lost_comma(head: Token, words: tuple[Token, ...], tokens: tuple[Token, ...]) -> Speaker:
    """The speaker without the words before it, where the comma was lost: "in the province of Deir the army said"."""
    first = words[0].i
    if first == 0 or tokens[first - 1].pos not in ("ADP", "VERB"):
        return Speaker(head, words)
    for n in range(len(words) - 1, 0, -1):
        article = words[n].lower in ("the", "a", "an") and words[n - 1].pos in _NOMINAL
        # "killed ten and wounded several others activists said"
        plural = n == len(words) - 1 and words[n].tag == words[n - 1].tag == "NNS"
        if article or plural:
            rest = words[n:]
            inside = set(rest)
            tops = (word for word in rest if word.pos in _NOMINAL and (word is head or word.head not in inside))
            return Speaker(next(tops, rest[-1]), rest)
    return Speaker(head, words)


def _noun_left_of(cue: Token, tokens: tuple[Token, ...], low: int) -> Speaker | None:
    i = cue.i - 1
    while i >= low and (tokens[i].pos in ("ADV", "AUX", "PUNCT") or tokens[i].rel in ("aux", "advmod")):
        if is_acronym(tokens[i]):
            return Speaker(tokens[i], (tokens[i],))
        i -= 1
    if i < low or tokens[i].pos not in _NOMINAL or _is_gap(tokens[i]) or tokens[i].name in _TIMES:
        return None
    head = tokens[i]
    while head.head is not None and low <= head.head.i < cue.i and head.rel in _NP_RELS and head.head.pos in _NOMINAL:
        if not _is_clean(tuple(token for token in head.head.subtree() if low <= token.i < cue.i)):
            break
        head = head.head
    words = tuple(token for token in _noun_phrase(head, low, cue.i) if token.i <= i)
    return _without_lost_comma(head, words, tokens) if words and _is_clean(words) else None


def is_acronym(token: Token) -> bool:
    """Whether a name in capitals was taken for a verb: "IS said"."""
    return token.text.isupper() and token.text.isalpha() and len(token.text) > 1 and not token.children


def _noun_right_of(cue: Token, tokens: tuple[Token, ...], high: int) -> Token | None:
    for i in range(cue.i + 1, high):
        if tokens[i].pos in _NOMINAL and tokens[i].rel not in ("compound", "nmod:poss", "amod"):
            return tokens[i] if tokens[i].name not in _TIMES else None
        if tokens[i].pos not in _INSIDE:
            return None
    return None


def _without_tail(words: tuple[Token, ...]) -> tuple[Token, ...]:
    """The noun phrase without a participle that goes with the saying: "the mayor, adding that"."""
    for n, word in enumerate(words):
        if n and word.tag == "VBG" and (word.lemma in ("add", "say", "warn", "note", "speak", "refer", "cite")):
            return words[:n]
    return words


def plain(words: tuple[Token, ...]) -> tuple[Token, ...]:
    """The words of a noun phrase without a relative clause, prepositions before it and a day after it."""
    return _trimmed(_without_relative(words))


def _trimmed(words: tuple[Token, ...]) -> tuple[Token, ...]:
    low, high = 0, len(words)
    while low < high and (
        words[low].pos in ("PUNCT", "CCONJ")
        or (words[low].lower in _LEADING and words[low].rel != "amod")  # not "earlier reports"
        or (words[low].rel == "case" and words[low].pos == "ADP")
    ):
        low += 1
    while low < high and words[high - 1].pos == "PUNCT" and words[high - 1].text not in ")]":
        high -= 1
    if high - low > 2 and words[high - 1].name == "DATE" and words[high - 2].lower == "on":
        # "the ministry on Monday denied"
        high -= 2
    while high - low > 1 and words[high - 1].name == "DATE" and words[high - 1].pos != "PROPN":
        # "the mayor this week said"
        high -= 1
    words = words[low:high]
    texts = [word.text for word in words]
    if ")" in texts[:-1] and "(" not in texts:
        # a picture credit: "(Photo Aden Press Agency) UN says"
        words = words[texts.index(")") + 1 :]
        texts = [word.text for word in words]
    for opening, closing in (("(", ")"), ("“", "”")):
        if opening in texts[1:] and closing not in texts:
            return words[: texts.index(opening)]
    return words
