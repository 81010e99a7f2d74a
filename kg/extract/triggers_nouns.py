"""Whether a noun of the lexicon tells of an event here, or is used in another sense."""

from functools import cache
from typing import Any

from kg.extract.cast import Cast
from kg.extract.events_classes import classes_of, singular
from kg.nlp import Token
from kg.resources import read_table

_BEFORE = ("compound", "amod", "nmod", "nmod:poss")


@cache
def _words() -> dict[str, Any]:
    return read_table("event_words.toml")


def is_event_noun(token: Token, cast: Cast, *, single: bool) -> bool:
    """Whether this noun tells of an event.

    Args:
        token: the head of the phrase.
        cast: who and where the article speaks of.
        single: the noun stands alone in the lexicon; the words of a longer phrase ("air strike") show the sense.
    """
    if token.rel in ("compound", "amod") and token.head is not None and token.head.i > token.i:
        return False  # "attack helicopter", "ceasefire monitors"
    lemma = singular(token)
    before = {child.lemma for child in token.children if child.rel in _BEFORE and child.i < token.i}
    before |= {child.lower for child in token.children if child.rel in _BEFORE and child.i < token.i}
    if before.intersection(_words()["not_before"].get(lemma, ())):
        return False
    alone = not token.is_plural() and not any(child.i < token.i and child.rel != "case" for child in token.children)
    if alone and token.preposition() in ("in", "on") and lemma in ("advance", "strike"):
        return False  # "in advance", "on strike"
    if lemma == "strike" and token.head is not None and token.head.lemma == "go" and token.rel == "obj":
        return False  # "went on strike", with "on" read as a particle
    if (
        single
        and lemma == "attack"
        and token.rel in ("obj", "conj", "compound")
        and not token.is_plural()
        and not any(child.i < token.i for child in token.children)
    ):
        return False  # "using attack, bomber and fighter aircraft"
    if token.rel == "obj" and token.head is not None and token.head.lemma in _words()["conduct"]["running"]:
        return False  # "who oversees military operations in the region"
    if any(child.lemma in _words()["not_on"].get(lemma, ()) for child in _complements(token, "on", "against")):
        return False  # "an attack on the report"
    evidence = _words()["soft"].get(lemma)
    return not single or evidence is None or any(_shows(token, kind, before, cast) for kind in evidence)


def _shows(token: Token, kind: str, before: set[str], cast: Cast) -> bool:
    if kind == "any":
        return True
    if kind == "plural":
        return token.is_plural()
    if kind == "modifier":
        return bool(before.intersection(_words()["soft_modifiers"]["words"]))
    if kind == "actor":
        return any(
            "armed" in classes_of(child, cast)
            for child in token.children
            if child.rel in ("compound", "nmod:poss", "amod", "nmod") and child.i < token.i
        ) or any("armed" in classes_of(child, cast) for child in token.modifiers("by"))
    if kind == "resolution":  # "the adoption of Resolution 2254"
        return any("resolution" in (word.lower for word in child.subtree()) for child in token.modifiers("of"))
    if kind == "poison":  # "the use of chemical weapons"
        told = (word for child in token.modifiers("of") for word in child.subtree())
        return any("poison" in classes_of(word, cast) for word in told)
    if kind == "take":
        return _is_to_take(token)
    if kind == "years":  # "the five-year conflict", "Syria's six-year-old war"
        return any("year" in word for word in before)
    if kind == "course":
        above = "" if token.head is None or token.rel != "nmod" else token.head.lemma
        return "ongoing" in before or above in _words()["conduct"]["course"]
    if kind in _LISTS:
        return _is_told(token, kind)
    return _has_complement(token, kind, cast)


def _is_to_take(token: Token) -> bool:
    """For "the fight to retake the port", "a drive to oust the rebels", "an operation aimed at clearing the town"."""
    taking = _words()["conduct"]["of_taking"]
    return any(
        verb.lemma in taking
        for child in token.children
        if child.rel in ("acl", "xcomp", "advcl", "nmod", "acl:relcl")
        for verb in (child, *child.dependents("advcl", "obl", "xcomp"))
    )


def _is_told(token: Token, kind: str) -> bool:
    """Whether a verb carries it out, or tells what it did."""
    head = token.head
    if kind == "raging" or head is None or not head.is_verb():
        telling = _words()["conduct"]["raging" if kind == "raging" else "verbs"]
        beside = () if head is None else (child for child in head.children if child.i == token.i + 1)  # hung too high
        if any(
            child.rel in ("acl", "acl:relcl", "advcl") and child.lemma in telling
            for child in (*token.children, *beside)
        ):
            return True
    if head is None:
        return False
    words = _words()["conduct"][_LISTS[kind]]
    return token.rel in ("nsubj", "nsubj:pass", "obj", "obl", "obl:agent") and head.lemma in words


_LISTS = {"conduct": "verbs", "effect": "effects", "sign": "sign", "raging": "raging", "launch": "launch"}
_PREPOSITIONS = {
    "against": ("against", "on", "upon", "targeting", "aimed"),
    "at": ("at", "in", "on", "for", "near", "around", "outside", "over", "across", "inside", "of"),
    "toward": ("into", "toward", "towards", "on", "onto", "from", "to", "through", "across"),
    "of": ("of",),
    "between": ("between", "among"),
    "into": ("into",),
    "with": ("with",),
}


def _has_complement(token: Token, kind: str, cast: Cast) -> bool:
    if kind == "of" and any(
        classes_of(child, cast) & {"place", "people"}
        for child in token.children
        if child.rel in ("nmod:poss", "compound") and child.i < token.i
    ):
        return True
    if kind in ("between", "into"):
        return bool(_complements(token, *_PREPOSITIONS[kind]))
    wanted = (
        {"place", "ground", "building"}
        if kind in ("at", "toward")
        else {"place", "ground", "people", "armed", "building"}
    )
    return any(
        child.pos == "PROPN" or classes_of(child, cast) & wanted for child in _complements(token, *_PREPOSITIONS[kind])
    )


def _complements(token: Token, *prepositions: str) -> tuple[Token, ...]:
    """What stands after the noun with these prepositions, also where the parser hangs it on the verb above."""
    verb = token.head
    own = token.modifiers(*prepositions)
    if verb is None or not verb.is_verb() or token.rel not in ("obj", "obl", "nsubj:pass") or token.i < verb.i:
        return own
    return (*own, *(child for child in verb.modifiers(*prepositions) if child.i > token.i))
