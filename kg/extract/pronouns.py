"""Finds whom a pronoun speaks of: "he", "they", "it"; undecided where no mention before fits."""

from collections.abc import Callable

from kg.extract.chains import Chain, Chains
from kg.extract.mentions import Found, mention_type
from kg.extract.namesakes import acting_words
from kg.extract.quotes import find_quotes
from kg.model import ActorType, MentionForm
from kg.nlp import Parsed, Token

_PERSON = frozenset({"he", "she", "him", "his", "her"})
_MANY = frozenset({"they", "them"})
_SINGLE = frozenset({"it"})
_COLLECTIVE = frozenset(
    {ActorType.ARMED_GROUP, ActorType.MILITARY, ActorType.CIVILIANS, ActorType.GROUP, ActorType.COALITION}
)
_SUBJECTS = frozenset({"nsubj", "nsubj:pass", "obl:agent"})


def add_pronouns(chains: Chains) -> None:
    """Adds the pronouns whose meaning is clear to the chains, as mentions behind all others."""
    parsed = chains.parsed
    heads = {found.head: n for n, found in enumerate(chains.founds) if n in chains.of}
    quoted = {i for quote in find_quotes(parsed) for i in range(quote.first, quote.last)}
    for token in parsed.tokens:
        if token.pos != "PRON" or token.i in quoted:
            continue
        chain = _antecedent(parsed, chains, heads, token)
        if chain is not None and chain.actor is not None:
            kind = mention_type(chain.actor, None)
            form = MentionForm.PRONOUN
            found = Found(token.i, token.i, token.i, form, kind, chain.actor, None, None, "coreference.pronoun")
            chains.founds.append(found)
            chains.put(len(chains.founds) - 1, chain)
            heads[token.i] = len(chains.founds) - 1


def _antecedent(parsed: Parsed, chains: Chains, heads: dict[int, int], token: Token) -> Chain | None:
    if token.lower in _PERSON:
        return _nearest(parsed, chains, heads, token, back=2, fits=_is_person)
    if token.lower in _MANY:
        return _nearest(parsed, chains, heads, token, back=1, fits=_is_many)
    if (
        token.lower in _SINGLE
        and token.rel == "nsubj"
        and token.head is not None
        and token.head.lemma in acting_words("body_acts")
    ):
        return _nearest(parsed, chains, heads, token, back=1, fits=_is_body)
    return None


def _is_person(chain: Chain) -> bool:
    return chain.actor is ActorType.PERSON and not chain.plural


def _is_many(chain: Chain) -> bool:
    return chain.actor in _COLLECTIVE and (chain.plural or bool(chain.names))


def _is_body(chain: Chain) -> bool:
    return chain.actor not in (None, ActorType.PERSON, ActorType.CIVILIANS) and not chain.plural


def _nearest(
    parsed: Parsed,
    chains: Chains,
    heads: dict[int, int],
    token: Token,
    *,
    back: int,
    fits: Callable[[Chain], bool],
) -> Chain | None:
    """The fitting chain nearest before as a subject, at most `back` sentences away; else the nearest person."""
    paragraph = parsed.sentences[token.sentence].paragraph
    other = None
    for i in range(token.i - 1, -1, -1):
        before = parsed.tokens[i]
        if token.sentence - before.sentence > back or paragraph - parsed.sentences[before.sentence].paragraph > 1:
            break
        index = heads.get(i)
        if index is None or not fits(chains.of[index]):
            continue
        if before.rel in _SUBJECTS:
            return chains.of[index]
        other = other or chains.of[index]
    return other if fits is _is_person else None
