"""Finds the people of whom others are a part: "15 civilians, among them 11 children"."""

from kg.extract.chains import Chain, Chains, uncounted
from kg.extract.mentions import Found
from kg.model import ActorType, MentionForm
from kg.nlp import Token

_UNNAMED = frozenset({ActorType.CIVILIANS, ActorType.GROUP})
_CIVIL = _UNNAMED | {ActorType.PERSON}
_STARTS = (("including",), ("among", "them"), ("most", "of", "them"), ("some", "of", "them"), ("half", "of", "them"),
    ("many", "of", "them"), ("mostly",), ("mainly",))  # fmt: skip


def whole_of(chains: Chains, found: Found, head: Token) -> Chain | None:
    """The unnamed people counted before, of whom these are told to be a part, alone or as the first of several."""
    tokens = chains.parsed.tokens
    if found.actor not in _CIVIL:
        return None
    if head.rel == "conj" and head.head is not None:  # "including a woman and a child"
        return next((_part(chains, n) for n, one in enumerate(chains.founds) if one.head == head.head.i), None)
    for words in _STARTS:
        at = found.first - len(words)
        if at > 0 and tuple(token.lower for token in tokens[at : found.first]) == words:
            at -= tokens[at - 1].text in (",", "-", "–", "—", "(")
            return _ending_at(chains, at - 1)
    return None


def _part(chains: Chains, n: int) -> Chain | None:
    """The whole of which a mention was found to be a part."""
    found = chains.founds[n]
    return chains.of.get(n) if whole_of(chains, found, chains.parsed.tokens[found.head]) is not None else None


def _ending_at(chains: Chains, last: int) -> Chain | None:
    """The unnamed people whose description ends with a word."""
    for n, one in enumerate(chains.founds):
        if one.last == last and one.form is MentionForm.NOMINAL and n in chains.of:
            chain = chains.of[n]
            counted = uncounted(one.text(chains.parsed)) != one.text(chains.parsed)
            return chain if counted and chain.plural and chain.actor in _UNNAMED and not chain.names else None
    return None
