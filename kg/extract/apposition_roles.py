"""Finds the named person meant by a role: "the head of the group", "a spokesman" whom the next sentence names."""

from kg.extract.chains import Chain, Chains
from kg.extract.lexicon import known_actors
from kg.extract.mentions import Found
from kg.extract.namesakes import acting_words
from kg.model import ActorType, MentionForm
from kg.nlp import Token


def of_same_role(chains: Chains, found: Found, head: Token) -> Chain | None:
    """The one named person with the same role, if no name in the phrase speaks against it."""
    holders, told = _holders(chains, head)
    inside = [
        one.text(chains.parsed)
        for one in chains.founds
        if one.form is MentionForm.NAME and one.actor is not None and found.first <= one.first <= found.last
    ]
    return None if len(holders) != 1 or any(name not in told for name in inside) else holders[0]


def named_later(chains: Chains, found: Found, head: Token) -> Chain | None:
    """The one person with the same role whom the next sentences name: "A Front spokesman said. Omar Haddad, spokesman".

    Only where the article starts with the unnamed one, and each name in the phrase stands beside the person's, too.
    """
    tokens = chains.parsed.tokens
    if (
        tokens[found.first].lower not in ("a", "an")
        or head.sentence > _LEAD
        or head.lemma not in acting_words("unique")
    ):
        return None
    holders, told = _holders(chains, head)
    if not holders:
        return _speaks_next(chains, head)
    if len(holders) != 1:
        return None
    first = min(chains.founds[n].first for n in holders[0].members)
    near = found.last < first and tokens[first].sentence - head.sentence <= _SOON
    bodies = [known_actors()[key] for key in sorted(_keys_in(chains, told))]
    known = " ".join((told, *(text for body in bodies for text in (body.creed, *body.descriptions)))).lower()
    named = (token.lower for token in found.words(chains.parsed)[1:] if token.text[0].isupper())
    return holders[0] if near and all(name in known for name in named) else None


def _speaks_next(chains: Chains, head: Token) -> Chain | None:
    """The person who goes on speaking by name alone: "A spokesman said the town fell. Omar Haddad said it burned".

    Nobody is told of by a bare name who was not told of before.
    """
    tokens = chains.parsed.tokens
    if head.rel != "nsubj" or head.head is None or head.head.lemma not in acting_words("telling"):
        return None
    for n, chain in chains.of.items():
        name = chains.founds[n]
        top = tokens[name.head]
        if top.sentence != head.sentence + 1 or name.actor is not ActorType.PERSON or name.first == name.last:
            continue
        speaks = top.rel == "nsubj" and top.head is not None and top.head.lemma in acting_words("telling")
        opens = name.first == chains.parsed.sentences[top.sentence].tokens[0].i
        if speaks and opens and tokens[name.last + 1] is top.head and min(chain.members) == n:
            return chain
    return None


_LEAD = 1  # sentences
_SOON = 4


def _keys_in(chains: Chains, words: str) -> set[str]:
    """The keys of the known actors whose names stand in these words."""
    names = (one for one in chains.founds if one.form is MentionForm.NAME and one.key in known_actors())
    return {one.key for one in names if one.key is not None and f" {one.text(chains.parsed)} " in f" {words} "}


def _holders(chains: Chains, head: Token) -> tuple[list[Chain], str]:
    """The named persons beside whom a role stands, and the words around their names there."""
    holders: dict[int, Chain] = {}
    told = ""
    for n, chain in chains.of.items():
        name = chains.founds[n]
        if name.form is MentionForm.NAME and name.actor is ActorType.PERSON:
            beside = _beside(chains, name, head)
            if beside is not None:
                holders[id(chain)] = chain
                told += beside
    return list(holders.values()), told


_AROUND = 4


def _beside(chains: Chains, name: Found, head: Token) -> str | None:
    """The words around a name if the role stands right beside it, in the same sentence."""
    tokens = chains.parsed.tokens
    sentence = tokens[name.last].sentence
    near = (*tokens[max(0, name.first - 2) : name.first], *tokens[name.last + 1 : name.last + 1 + _AROUND])
    if not any(token.lemma == head.lemma and token.sentence == sentence and token is not head for token in near):
        return None
    words = tokens[max(0, name.first - 3 * _AROUND) : name.last + 3 * _AROUND]
    return " ".join(" ".join(token.text for token in words if token.sentence == sentence).split()) + " "
