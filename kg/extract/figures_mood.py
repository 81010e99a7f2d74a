"""Whether what became of people is told as a fact, or as denied, wanted, feared, or merely possible."""

from itertools import islice

from kg.extract.figures_words import Fate, auxiliaries, word_list
from kg.extract.parties import Counted
from kg.model import FigureKind
from kg.nlp import Token


def _is_that_clause(verb: Token) -> bool:
    return any(child.lower == "that" for child in verb.dependents("mark"))


def _words_around(token: Token) -> set[str]:
    """The lower-case words of its sentence."""
    root = next((above for above in token.ancestors() if above.rel == "root"), token)
    return {word.lower for word in root.subtree()}


def is_intended(counted: Counted) -> bool:
    """Whether the people are the object of what is only meant to be: "is set to | see 3,000 people evacuated"."""
    verb = counted.anchor.head
    if verb is not None and verb.lemma != "see" and verb.tag == "VBN":
        verb = verb.head  # where the parser makes a clause of "people evacuated"
    if counted.anchor.rel not in ("obj", "nsubj:pass") or verb is None or verb.lemma != "see" or verb.head is None:
        return False
    helpers = auxiliaries(verb)
    return bool(helpers & word_list("unreal")) or (
        "to" in helpers and verb.head.lemma.lower() not in word_list("achieving")
    )


def is_unreal(fate: Fate) -> bool:
    """Whether it is denied, wanted, feared or merely possible ("could displace 300,000"), or no death by war."""
    verb = fate.verb
    if fate.kind is FigureKind.KILLED and not word_list("peacetime").isdisjoint(_words_around(fate.word)):
        return True
    if verb is None or not verb.is_verb():
        return False
    helpers = auxiliaries(verb)
    for above in islice(verb.ancestors(), 2):
        if above.lemma.lower() in word_list("denying") and (
            above.is_verb() or "to" in helpers or _is_that_clause(verb)
        ):
            return True
    if helpers & word_list("unreal") and ("have" not in helpers or helpers & word_list("counterfactual")):
        return True  # "could displace 300,000", "would have killed 40"; "may have killed 40" is told
    negated = verb.is_negated() and all(
        word.lower != "only" for word in verb.subtree() if word.i < verb.i
    )  # "not only claimed lives"
    if negated or any(child.lower in ("if", "unless") for child in verb.dependents("mark")):
        return True
    if "to" in helpers and verb.head is not None:
        return "have" not in helpers and verb.head.lemma.lower() not in word_list("achieving")
    return False
