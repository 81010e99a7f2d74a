"""Tells the stance of a speaker to the words said."""

from kg.extract.cues import Cue, cue_words
from kg.model import Stance
from kg.nlp import Token

_FIRST = 8  # words
_OWN = frozenset({"i", "we"})
_SELVES = frozenset({"i", "we", "it", "they", "he", "she"})
_AHEAD = frozenset({"will", "would", "'ll", "’ll"})


def stance_of(cue: Cue, *ways: str) -> Stance:
    """The stance that a verb shows when taken in the first of these ways that it has ("thing", "infinitive", ...)."""
    return next((cue.verb.takes[way] for way in ways if way in cue.verb.takes), Stance.ASSERTS)


def stance_beside(stance: Stance, cue: Cue | None, words: tuple[Token, ...]) -> Stance:
    """The stance, where the words said or those around their cue show another than the cue: "please", "ultimatum"."""
    if stance is not Stance.ASSERTS:
        return stance
    if any(word.lower == "please" for word in words[:_FIRST]):
        return Stance.CALLS_FOR
    above = cue.token.head if cue is not None and cue.token.tag == "VBG" else None
    near = () if above is None else (above, *above.dependents("obj"), *above.ancestors())
    if any(word.lemma in cue_words("threats") for word in near):
        return Stance.THREATENS  # "issued an ultimatum stating that"
    if _is_wish(cue, words):
        return Stance.CALLS_FOR
    if cue is not None and cue.token.lemma == "warn" and _is_own_deed(words):
        return Stance.THREATENS
    return Stance.BLAMES if any(map(_is_guilt, words)) else stance


def _is_wish(cue: Cue | None, words: tuple[Token, ...]) -> bool:
    """Whether somebody is to do what is said: "told them to leave", "“we urge both sides”", "aid must get in"."""
    first = next((word for word in words if word.pos != "PUNCT"), None)
    if first is None:
        return False
    if cue is not None and first.lower == "to" and "urges" in cue.verb.takes:
        return True
    if cue is not None and first.pos in ("DET", "NOUN") and any(w.lemma == "need" for w in words[:3]):
        # "stressed the need for a truce"
        return "thing" in cue.verb.takes and not any(word.tag in ("VBD", "VBZ", "VBP", "MD") for word in words)
    return any(map(_asks, words)) or any(_must(word, words) for word in words)


def _asks(verb: Token) -> bool:
    """Whether "I" or "we" ask for something: "we call on all sides to", "we ask that"."""
    if verb.lemma not in cue_words("asking") or verb.tag not in ("VBP", "VBG"):
        return False
    first = verb.head if verb.rel == "conj" and verb.child("nsubj") is None else verb
    subject = None if first is None else first.child("nsubj")
    return subject is not None and subject.lower in _OWN


def _must(word: Token, words: tuple[Token, ...]) -> bool:
    """Whether a word is the "must" of the main clause: "the raids must stop", never "must have been"."""
    verb = word.head
    if word.lower != "must" or verb is None or any(child.lower == "have" for child in verb.children):
        return False
    return verb in words and (verb.head is None or verb.head not in words)


def _is_own_deed(words: tuple[Token, ...]) -> bool:
    """Whether the speaker tells what he will do: "warned that it would shell the town"."""
    plain = [word for word in words[:_FIRST] if word.pos != "PUNCT"]
    return len(plain) > 1 and plain[0].lower in _SELVES and plain[1].lower in _AHEAD


def _is_guilt(word: Token) -> bool:
    """Whether a word tells whose fault it is: "is responsible for the raid", "bears the blame", "commits crimes"."""
    if word.lower == "responsible":
        subject = word.child("nsubj")
        known = subject is not None and subject.tag not in ("WP", "WDT")
        return known and word.child("cop") is not None and any(c.preposition() == "for" for c in word.children)
    if word.lemma in cue_words("guilt", "verbs"):
        return word.is_verb() and not word.is_negated()
    verb = word.head if word.rel == "obj" else None
    if verb is None or verb.is_negated():
        return False
    kinds = (("faults", ("bear", "carry")), ("crimes", ("commit", "perpetrate")))
    return any(word.lemma in cue_words("guilt", name) and verb.lemma in verbs for name, verbs in kinds)
