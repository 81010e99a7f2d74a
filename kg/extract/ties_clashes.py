"""Finds who stands against whom where no verb of fighting says so: in clashes, in retreat, in help against somebody."""

from collections.abc import Iterator

from kg.extract.ties_aims import Found, all_of, tie_words
from kg.model import TieKind
from kg.nlp import Token

BACKED = "ties.backed-against"


def clashing(noun: Token) -> tuple[Token, ...]:
    """Who clashes: whose clause it stands in, be it that they fell there ("were killed in | clashes with")."""
    head = noun.head if noun.rel in ("nmod", "obl", "obj") else None
    if head is not None and head.rel == "obl" and not head.is_verb() and noun.preposition() == "of":
        head = head.head  # "after hours of | clashes with"
    if head is None or not head.is_verb() or head.is_negated():
        return ()
    own = head.child("nsubj", "nsubj:pass")
    return all_of(head.head if own is None and head.rel == "acl" else own)


def foes_of(noun: Token) -> tuple[Token, ...]:
    """With whom one clashes, also where the parser hangs the "with" on the noun before it."""
    with_ = next((child.i for child in noun.dependents("case") if child.lower == "with" and child.i > noun.i), None)
    loose = (child for child in noun.dependents("nmod") if with_ is not None and child.i > with_)
    own = (*noun.modifiers("with"), *(child for child in loose if not child.preposition()))
    return tuple(each for child in own for each in all_of(child))


def drives_off(verb: Token) -> bool:
    """Whether somebody is driven off: "pushed the group back", "drove it from the town", "out of the town"."""
    off = any(child.lower in ("back", "out", "off") for child in verb.children)
    return off or bool(verb.modifiers("from", "out of", "of out"))


def backed_against(verb: Token) -> Iterator[Found]:
    """The ties that "sent jets to support the government against the rebels" tells of, be it only meant to."""
    if verb.lemma not in tie_words("support_verbs") | tie_words("help_verbs"):
        return
    for thing in verb.dependents("obj", "iobj"):
        for enemy in (*verb.modifiers("against"), *thing.modifiers("against")):
            yield from ((one, TieKind.FIGHTS, other, BACKED) for one in all_of(thing) for other in all_of(enemy))
