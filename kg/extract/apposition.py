"""Finds the name that a description stands beside: "Omar Haddad, a commander", "the Northern Front, an alliance"."""

from functools import cache

from kg.extract.chains import Chain, Chains
from kg.extract.lexicon import name_words
from kg.extract.mentions import Found
from kg.model import ActorType, MentionForm
from kg.nlp import Token

_NEAR = 12


def beside_name(chains: Chains, found: Found, head: Token) -> Chain | None:
    """The person whose name stands in apposition, or right behind: "a third commander, Omar Haddad"."""
    tokens = chains.parsed.tokens
    end = max([one.last for one in chains.founds if one.first <= found.last <= one.last], default=found.last)
    told = head.subject() if head.child("cop") is not None and not head.is_negated() else None
    for n, chain in list(chains.of.items()):
        name = chains.founds[n]
        if told is not None and name.head == told.i and chain.actor is ActorType.PERSON and not chain.plural:
            return chain  # "Omar Haddad is a commander"
        if (
            name.form is not MentionForm.NAME
            or name.actor is not ActorType.PERSON
            or found.first <= name.first <= found.last
        ):
            continue
        top = tokens[name.head]
        if tokens[name.head].sentence != head.sentence:
            continue
        gap = "".join(token.text for token in tokens[end + 1 : name.first]) if name.first > end else None
        back = "".join(token.text for token in tokens[name.last + 1 : found.first]) if name.last < found.first else None
        if gap == "" and _is_cited(tokens, found):
            continue  # whatever the parser took the name for
        if (top.rel == "appos" and top.head is head) or (
            head.rel == "appos" and head.head is top and back in (",", "", "(")
        ):
            return chain
        if back == "" and found.first == found.head and not head.is_plural():
            return chain  # "Omar Haddad head of the agency"
        if gap is not None and name.first > end and _are_ranks(tokens[end + 1 : name.first]):
            gap = ""  # "press director Navy Capt. Omar Haddad"
        if gap == "" and (found.last == found.head or not head.is_plural()):
            return chain  # "an SDF spokesman Omar Haddad"
        if gap == "," and name.last + 1 < len(tokens) and tokens[name.last + 1].text == ",":
            return chain  # "a spokesman for the forces, Omar Haddad, said"
        if gap in ("named", "called", ",named", ",called", "knownas"):
            return chain  # "a witness named Ahmad"
        if gap is not None and gap.startswith(("who", ",who")) and gap.endswith(_NAMED_AS) and len(gap) < _LONG:
            return chain  # "a fighter who gave his name as Ahmad"
    return None


def _is_cited(tokens: tuple[Token, ...], found: Found) -> bool:
    """Whether the name behind begins what is told: "according to an official from the forces Haddad works"."""
    before = tokens[max(0, found.first - 2) : found.first]
    return found.last > found.head and [word.lower for word in before] == ["according", "to"]


_NAMED_AS = ("nameas", "name,", "asonly", "himselfas", "herselfas", "goesby", "nameis", "namewas")
_LONG = 40


def _are_ranks(words: tuple[Token, ...]) -> bool:
    return 0 < len(words) < 5 and all(word.lower.rstrip(".") in _ranks() for word in words)


@cache
def _ranks() -> frozenset[str]:
    return name_words("titles") | {"navy", "army", "air", "force", "marine", "marines", "corps", ""}


def apposed_body(chains: Chains, head: Token) -> Chain | None:
    """The body whose name stands in apposition: "the Northern Front, a rebel alliance", "the Front is an alliance"."""
    if head.is_plural():
        return None
    told = head.subject() if head.child("cop") is not None and not head.is_negated() else None
    for n, chain in chains.of.items():
        name = chains.founds[n]
        top = chains.parsed.tokens[name.head]
        if name.form is MentionForm.NAME and name.actor not in (None, ActorType.PERSON, ActorType.GOVERNMENT):
            if name.actor is ActorType.ARMED_GROUP and _is_civil(head):
                continue  # a lost comma: "a raid on the Northern Front a monitoring group said"
            if told is top:
                return chain
            linked = (top.rel == "appos" and top.head is head) or (head.rel == "appos" and head.head is top)
            first, last = sorted((top.i, head.i))
            others = (
                one for one in chains.founds if one.form is MentionForm.NAME and first < one.first and one.last < last
            )
            if linked and last - first < _NEAR and not any(one.actor for one in others):
                return chain
    return None


def _is_civil(head: Token) -> bool:
    """Whether a noun for a body tells of one that bears no arms: "a monitoring group", "an aid organisation"."""
    words = {head.lemma, *head.lowers()}
    return bool(words & name_words("civil_bodies"))
