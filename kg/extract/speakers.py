"""Tells who speaks, to whom and by what means."""

from dataclasses import dataclass

from kg.extract.cast import Cast
from kg.extract.cues import Cue, cue_words
from kg.model import Medium, Span
from kg.nlp import Token, span_of

_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM"})
_INSIDE = frozenset(
    {"NOUN", "PROPN", "PRON", "NUM", "DET", "ADJ", "ADP", "PART", "PUNCT", "CCONJ", "SYM", "ADV", "VERB", "X"}
)
_NP_RELS = frozenset(
    {
        "nmod",
        "compound",
        "appos",
        "flat",
        "conj",
        "amod",
        "det",
        "nummod",
        "nmod:poss",
        "case",
        "cc",
        "punct",
        "obl:npmod",
        "dep",
        "advmod",
    }
)
_CLAUSES = frozenset({"ccomp", "advcl", "acl:relcl", "parataxis"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})


@dataclass(frozen=True, slots=True, eq=False)
class Speaker:
    """The words for a speaker: `head` the noun or name, `words` all of them in text order."""

    head: Token
    words: tuple[Token, ...]

    @property
    def span(self) -> Span:
        return span_of(self.words)


def speaker_before(cue: Token, tokens: tuple[Token, ...], low: int) -> Speaker | None:
    """The speaker that stands before the verb, in the words from index `low` on."""
    subject = cue.child("nsubj")
    if subject is not None and low <= subject.i < cue.i:
        words = _noun_phrase(subject, low, cue.i)
        if _is_clean(words) and not _is_gap(subject):
            return Speaker(subject, words)
    near = _noun_left_of(cue, tokens, low)
    return near


def speaker_after(cue: Token, tokens: tuple[Token, ...], high: int) -> Speaker | None:
    """The speaker that stands after the verb: "said the mayor"."""
    subject = cue.child("nsubj", "nsubj:pass")
    if subject is None or subject.i < cue.i:
        subject = next(
            (c for c in cue.children if c.i > cue.i and c.rel in ("obj", "dep", "obl:npmod", "xcomp", "ccomp")), None
        )
    if subject is None or subject.pos not in _NOMINAL or subject.i >= high:
        subject = _noun_right_of(cue, tokens, high)
    if subject is None:
        return None
    words = tuple(t for t in subject.subtree() if cue.i < t.i < high)
    return Speaker(subject, _trimmed(_without_tail(words)))


def _is_gap(token: Token) -> bool:
    """Whether it only stands for words elsewhere: "which it claimed", "there said"."""
    return token.tag in ("WDT", "WP", "EX")


def _noun_phrase(head: Token, low: int, high: int) -> tuple[Token, ...]:
    words = [t for t in head.subtree() if low <= t.i < high]
    # only what hangs together with the head: a gap means words of something else
    run = [t for t in words if t.i <= head.i]
    left = len(run) - 1
    while left > 0 and run[left].i - run[left - 1].i == 1:
        left -= 1
    return _trimmed(tuple(run[left:] + [t for t in words if t.i > head.i]))


def _is_clean(words: tuple[Token, ...]) -> bool:
    """Whether no clause was swept into the noun phrase by the parser."""
    for word in words:
        if word.tag in _FINITE and not _in_relative(word, words):
            return False
        if word.tag == "VBN" and word.rel == "acl" and word.child("obj") is not None:
            return False
    return bool(words)


def _in_relative(word: Token, words: tuple[Token, ...]) -> bool:
    """Whether a relative pronoun opens the clause of the verb: "the group that runs the clinic"."""
    first = words[0].i
    return any(
        t.tag in ("WDT", "WP", "WP$", "WRB") or t.lower == "that"
        for t in words
        if first < t.i < word.i and (t.head is word or t.head is word.head or t in word.children)
    )


def _noun_left_of(cue: Token, tokens: tuple[Token, ...], low: int) -> Speaker | None:
    i = cue.i - 1
    while i >= low and (tokens[i].pos in ("ADV", "AUX", "PUNCT") or tokens[i].rel in ("aux", "advmod")):
        i -= 1
    if i < low or tokens[i].pos not in _NOMINAL or _is_gap(tokens[i]):
        return None
    head = tokens[i]
    while head.head is not None and low <= head.head.i < cue.i and head.rel in _NP_RELS and head.head.pos in _NOMINAL:
        head = head.head
    words = tuple(t for t in _noun_phrase(head, low, cue.i) if t.i <= i)
    return Speaker(head, words) if words and _is_clean(words) else None


def _noun_right_of(cue: Token, tokens: tuple[Token, ...], high: int) -> Token | None:
    for i in range(cue.i + 1, high):
        if tokens[i].pos in _NOMINAL and tokens[i].rel not in ("compound", "nmod:poss", "amod"):
            return tokens[i]
        if tokens[i].pos not in _INSIDE:
            return None
    return None


def _without_tail(words: tuple[Token, ...]) -> tuple[Token, ...]:
    """The noun phrase without what follows its last comma, if that is a clause: ", adding that"."""
    for n, word in enumerate(words):
        if word.tag == "VBG" and (word.lemma in ("add", "say", "warn", "note", "speak", "refer", "cite")):
            return words[:n]
    return words


def _trimmed(words: tuple[Token, ...]) -> tuple[Token, ...]:
    low, high = 0, len(words)
    while low < high and (
        words[low].pos in ("PUNCT", "CCONJ") or (words[low].rel == "case" and words[low].pos == "ADP")
    ):
        low += 1
    while low < high and words[high - 1].pos == "PUNCT" and words[high - 1].text not in ")]":
        high -= 1
    return words[low:high]


def referent_of(speaker: Speaker, cast: Cast) -> int | None:
    """The actor that speaks: what the head, else its name, leads to; for "the army's statement" its owner."""
    actor = cast.actor_at(speaker.head)
    if actor is not None:
        return actor
    inside = set(speaker.words)
    for rel in ("appos", "flat"):
        for child in speaker.head.dependents(rel):
            if child in inside and cast.actor_at(child) is not None:
                return cast.actor_at(child)
    if speaker.head.lemma in cue_words("nouns", "telling"):
        for child in speaker.head.dependents("nmod:poss", "compound", "nmod", "amod"):
            if child in inside and child.preposition() in ("", "by", "from", "of") and cast.actor_at(child) is not None:
                return cast.actor_at(child)
    return None


def is_anonymous(speaker: Speaker, referent: int | None, cast: Cast) -> bool:
    """Whether an unnamed person, or people, speak: "a commander", "residents"."""
    if referent is not None and cast.referents[referent].named:
        return False
    head = speaker.head
    if head.pos != "NOUN":
        if referent is None or head.pos != "PRON":
            return False
        return _is_person_word(
            cast.referents[referent].name.split(" with ")[0].split(" of ")[0].split(" in ")[0].split(" at ")[0]
        )
    if any(t.name == "PERSON" for t in speaker.words):
        return False
    return head.lemma in cue_words("nouns", "persons") and head.lemma not in cue_words("nouns", "bodies")


def _is_person_word(name: str) -> bool:
    last = name.lower().split()[-1] if name.split() else ""
    return last in cue_words("nouns", "persons") and last not in cue_words("nouns", "bodies")


def addressee_of(cue: Cue, speaker: Speaker | None, cast: Cast) -> int | None:
    """Who is told: "told reporters", "said in an interview with the channel", "confirmed to the agency"."""
    own = set(speaker.words) if speaker is not None else set()
    if "person" in cue.verb.takes or cue.token.lemma in ("urge", "accuse", "blame", "call"):
        for child in cue.token.dependents("obj", "iobj"):
            if child not in own:
                return cast.actor_at(child)
    for child in cue.token.modifiers():
        if child in own:
            continue
        if child.preposition() == "to" and cast.actor_at(child) is not None:
            return cast.actor_at(child)
        if child.lemma in ("interview", "phone", "telephone", "remark", "comment", "statement", "call"):
            for inner in child.modifiers("with", "to"):
                if cast.actor_at(inner) is not None:
                    return cast.actor_at(inner)
    return None


def medium_of(cue: Cue, speaker: Speaker | None) -> Medium | None:
    """By what means: "said in a statement", "tweeted", "told state television"."""
    if cue.token.lemma == "tweet":
        return Medium.TWEET
    words: list[Token] = []
    for child in cue.token.children:
        if child.rel in ("obl", "obj", "iobj", "nmod", "obl:agent") and (speaker is None or child not in speaker.words):
            words.extend(t for t in child.subtree() if t.head is child or t is child or t.head in child.children)
    if speaker is not None and speaker.head.lemma in cue_words("nouns", "telling"):
        words.append(speaker.head)
    lowers = {word.lower for word in words} | {word.lemma for word in words}
    for medium in (Medium.TELEVISION, Medium.INTERVIEW, Medium.VIDEO, Medium.TWEET, Medium.STATEMENT, Medium.REPORT):
        if lowers & cue_words("media", medium.value):
            return medium
    return None
