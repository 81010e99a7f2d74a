"""Finds the words of saying in an article."""

from dataclasses import dataclass
from functools import cache

from kg.model import Stance
from kg.nlp import Token
from kg.resources import read_table

_PARTICLES = frozenset({"out", "up", "down", "in", "on", "clear", "it"})
# "will say", "would say", "if asked to say": nothing was said
_UNSAID = frozenset(
    {"will", "would", "can", "could", "may", "might", "should", "must", "shall", "'ll", "’ll", "wo", "ca"}
)
# whatever the tagger takes them for
_SAID = frozenset({"said", "says", "told", "added"})
_CONDITIONS = frozenset({"if", "unless", "whether"})


@dataclass(frozen=True, slots=True)
class Verb:
    """What a verb of saying takes ("clause", "thing", ...), and the stance each way of taking it shows."""

    takes: dict[str, Stance]


@dataclass(frozen=True, slots=True, eq=False)
class Cue:
    """A word of saying in the text.

    Attributes:
        token: the word itself, the verb or noun.
        words: all words of the cue ("called", "on"), in text order.
        verb: what it may take.
    """

    token: Token
    words: tuple[Token, ...]
    verb: Verb


@cache
def verbs() -> dict[str, Verb]:
    """The verbs of saying by lemma, particle included ("point out")."""
    found: dict[str, dict[str, Stance]] = {}
    for group in read_table("cues.toml")["verbs"]:
        for word in group["words"]:
            takes = found.setdefault(word, {})
            for way in group["takes"]:
                takes.setdefault(way, Stance(group["stance"]))
    return {word: Verb(takes) for word, takes in found.items()}


@cache
def cue_words(table: str, key: str = "words") -> frozenset[str]:
    """One list of words of the data file, e.g. `cue_words("nouns", "call")`."""
    return frozenset(read_table("cues.toml")[table][key])


@cache
def _first_words() -> frozenset[str]:
    return frozenset(word.split()[0] for word in verbs())


def cue_at(token: Token) -> Cue | None:
    """The verb of saying that this word is, or None."""
    if (token.lemma not in _first_words() and token.lemma not in _phrase_verbs()) or (
        not token.is_verb() and not _is_mistagged(token)
    ):
        return None
    if not _can_speak(token):
        return None
    for child in token.children:
        if child.i > token.i and child.lower in _PARTICLES:
            long = verbs().get(f"{token.lemma} {child.lower}")
            if long is not None:
                return Cue(token, (token, child), long)
    if token.lemma == "hold":
        guilt = guilt_of(token)
        return None if guilt is None or token.tag == "VBG" else Cue(token, (token,), verbs()[f"hold {guilt.lower}"])
    phrase = phrase_at(token)
    verb = verbs().get(token.lemma) if phrase is None else phrase[0]
    return None if verb is None else Cue(token, (token,), verb)


@cache
def _phrase_verbs() -> frozenset[str]:
    return frozenset(verb for phrase in read_table("cues.toml")["phrases"] for verb in phrase["verbs"])


def phrase_at(token: Token) -> tuple[Verb, Token, Token] | None:
    """What a verb takes that says something with some words alone, that word and the noun behind it.

    "concerns" and "raids" of "raised concerns over the raids"; "out" and "raids" of "spoke out against the raids".
    """
    for phrase in read_table("cues.toml")["phrases"]:
        words = _phrased(token, phrase)
        if words is not None:
            return Verb({"whole" if phrase["whole"] else "behind": Stance(phrase["stance"])}), *words
    return None


def _phrased(token: Token, phrase: dict[str, list[str]]) -> tuple[Token, Token] | None:
    if token.lemma not in phrase["verbs"]:
        return None
    word = next((c for c in token.children if c.i > token.i and c.lemma in phrase["words"]), None)
    if word is None:
        return None
    for noun in (c for owner in (token, word) for c in owner.children if c.i > word.i):
        if any(word.i < led.i < noun.i and led.lower in phrase["prepositions"] for led in noun.children):
            return word, noun
    return None


def guilt_of(verb: Token) -> Token | None:
    """The adjective of "held the army responsible for the blast", however the parser hung it."""
    near = [word for child in verb.children for word in (child, *(child.children if child.rel == "obj" else ()))]
    for word in near:
        if word.lower in ("responsible", "accountable") and word.i > verb.i and word.child("cop") is None:
            return word if word.rel in ("xcomp", "ccomp", "amod") else None
    return None


def _is_mistagged(token: Token) -> bool:
    """The tagger takes "claims" or "reports" for nouns, seldom "said" or "says"."""
    if token.lower in _SAID:
        return True
    # "... in the north a local broadcaster claims": the last word, with a subject of its own
    subject = token.child("nsubj") if token.lower in ("claims", "reports") else None
    return subject is not None and subject.child("det") is not None and subject.i == token.i - 1


def _can_speak(token: Token) -> bool:
    if token.text.istitle() and not _opens(token):
        # a verb in capitals stands in a headline: "Turkey Denies Plans"
        return False
    if token.lemma == "threaten" and token.tag == "VBG" and token.child("obj") is not None:
        # "a man threatening people with a gun"
        return False
    if token.lemma == "claim" and any(child.lemma in ("life", "victim") for child in _objects(token)):
        # "the blast claimed nine lives"
        return False
    if token.lemma in cue_words("finders", "verbs"):
        subject = token.child("nsubj")
        if subject is None or subject.lemma not in cue_words("finders"):
            # "the patrol found that the road was mined": a deed
            return False
    if token.lemma == "hear" and hearer_of(token) is None:
        # "the patrol heard a blast"
        return False
    if token.lemma == "report" and any(c.i == token.i + 1 and c.lemma in cue_words("fates") for c in _objects(token)):
        # "two others reported missing were found"
        return False
    if token.tag == "VBN" and token.rel == "acl" and not _tells_after_noun(token):
        # "elements said to be armed"
        return False
    if token.rel in ("amod", "compound", "aux", "aux:pass", "cop", "case") and token.lower not in ("said", "says"):
        return False
    return was_said(token)


def hearer_of(verb: Token) -> Token | None:
    """The body before which something is said: "a court heard that", "the jury was told that"."""
    told = verb.lemma == "tell" and verb.is_passive() and verb.agent() is None
    body = verb.child("nsubj:pass") if told else verb.child("nsubj") if verb.lemma == "hear" else None
    return body if body is not None and body.lemma in cue_words("hearers") else None


def was_said(token: Token) -> bool:
    """Whether the words of a verb of saying were said: not "would say", "if he says", "without saying"."""
    for child in token.children:
        if child.lower in ("without", "instead") and child.i < token.i:
            return False
        if child.rel == "aux" and child.lower in _UNSAID:
            return False
        if child.rel == "mark" and child.lower in _CONDITIONS:
            return False
    # "refused to say", "to claim": only a finite verb or a participle tells of words that were said
    return (
        token.lower in _SAID
        or token.tag in ("VBD", "VBZ", "VBP", "VBN", "VBG", "NNS", "NN", "NNP")
        or (
            token.tag == "VB"
            and (_is_coordinated(token) or any(child.lower in ("did", "do", "does") for child in token.children))
        )
    )


def _tells_after_noun(token: Token) -> bool:
    """Whether a participle after a noun tells: its speaker is named, or it is finite ("the army tweeted it was")."""
    if any(child.rel == "nsubj" and child.i < token.i for child in token.children):
        # "the suit in which the mayor argued that"
        return True
    if token.lemma == "claim" and claimant_behind(token) is not None:
        return True
    return token.agent() is not None or token.lemma in cue_words("active") or lost_its_subject(token)


def claimant_behind(verb: Token) -> Token | None:
    """Who stands behind "claimed by", also where it hangs on the next verb: "claimed by rebels killed nine"."""
    near = (c for above in verb.ancestors() for c in above.children)
    led = (c for c in near if any(case.lower == "by" and case.i == verb.i + 1 for case in c.children))
    return verb.agent() or next(led, None)


def lost_its_subject(token: Token) -> bool:
    """Whether its noun was taken for the subject of the clause it tells: "the army reported on Friday it had left"."""
    noun = token.head
    verb = noun.head if noun is not None and token.rel == "acl" and noun.rel.startswith("nsubj") else None
    if token.rel == "acl" and token.tag == "VBN" and token.lemma in cue_words("transitive"):
        # "state media accused rebels of it": a participle takes no object
        object_ = token.child("obj")
        if object_ is not None and object_.i > token.i:
            return True
    own = [c for c in verb.children if c.rel.startswith("nsubj") and c.i > token.i] if verb is not None else []
    return any(c.pos == "PRON" or c.child("det") is not None for c in own)


def _objects(token: Token) -> list[Token]:
    """The nouns right after a verb, however the parser hung them."""
    return [
        word
        for child in token.children
        if child.i > token.i
        for word in (child, *child.children)
        if word.i < token.i + 8
    ]


def _opens(token: Token) -> bool:
    """Whether no word of its sentence stands before it."""
    top = next((above for above in token.ancestors() if above.head is None), token)
    return token.i <= top.subtree()[0].i


def _is_coordinated(token: Token) -> bool:
    """Whether it stands for a finite verb: "the rebels deny it and say", not "wants to meet and say"."""
    before = [child for child in token.children if child.i < token.i]
    first = token.head.children if token.head is not None else ()
    plain = not any(child.lower == "to" or child.rel == "aux" for child in (*before, *first) if child.i < token.i)
    return token.rel == "conj" and plain and any(child.rel == "cc" for child in before)


def is_unsaid(cue: Cue) -> bool:
    """Whether the words were not said: "did not say that", "has not confirmed the toll"."""
    return cue.token.is_negated()
