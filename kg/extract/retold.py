"""Finds the doer whom an article tells of again as if new: "a suicide bomber" in the words of its second teller."""

from kg.extract.chains import Chain, Chains
from kg.extract.mentions import Found
from kg.extract.standing import synonyms_of
from kg.model import ActorType
from kg.nlp import Token
from kg.resources import read_table


def told_again(chains: Chains, found: Found, head: Token) -> Chain | None:
    """The one attacker told of before, where "a bomber" starts no other attack.

    None where the article speaks of several attackers, or the sentence of another time ("last month a bomber ...").
    """
    words = read_table("nominals.toml")["retold"]
    nouns = synonyms_of("attacker")
    parsed = chains.parsed
    if head.lemma not in nouns or head.is_plural() or parsed.tokens[found.first].lower not in ("a", "an"):
        return None
    said = {token.lower for token in parsed.sentence_of(head).tokens}
    published = parsed.document.day
    now = set() if published is None else {f"{published:%B}".lower()}
    if said & (set(words["other_times"]) - now) or any(_is_several(chains, token) for token in parsed.tokens):
        return None
    before = [
        chain
        for chain in chains.chains
        if chain.actor is ActorType.PERSON and not chain.plural and chain.heads & nouns and not chain.names
    ]
    return before[0] if len(before) == 1 else None


def _is_several(chains: Chains, token: Token) -> bool:
    """Whether a noun tells of several attackers, or of one beside another: "bombers", "a second bomber"."""
    if token.lemma not in synonyms_of("attacker"):
        return False
    if token.is_plural():
        return True
    words = read_table("nominals.toml")["retold"]["others"]
    first = max(0, token.i - 3)
    return any(before.lower in words for before in chains.parsed.tokens[first : token.i])
