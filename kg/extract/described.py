"""Finds the known actor that a listed description means, where the article names it: "the Kurdish-led alliance"."""

from kg.extract.chains import Chain, Chains
from kg.extract.lexicon import described_phrases, fold
from kg.extract.mentions import Found
from kg.extract.namesakes import acting_words
from kg.extract.standing import noun_of
from kg.model import MentionType
from kg.nlp import Token

DEFINITE = frozenset({"the", "this", "that", "these", "those"})
NEW = frozenset({
    "a", "an", "another", "one", "other", "some", "third", "second", "fourth", "no", "any", "every", "each", "both",
    "several", "many",
})  # fmt: skip


def known_by_description(chains: Chains, found: Found, head: Token) -> Chain | None:
    """The known actor that the article names and that a phrase describes by a listed description.

    An indefinite phrase only if it tells of a people, too: "an Arab-Kurdish coalition", not "a US-backed force".
    """
    parsed = chains.parsed
    words = found.words(parsed)
    first = next((token.lower for token in words if token.pos != "PUNCT"), "")
    told = first in DEFINITE or (head.is_plural() and first not in NEW)  # "US-backed forces took it"
    if not told and not (first in ("a", "an") and _tells_people(chains, found)):
        return None
    named = [_parts(words), _parts(tuple(token for token in words if token.i <= head.i))]
    if noun_of(head) in acting_words("people_of"):
        named.append(_parts(tuple(token for token in words if token.i < head.i)))  # "the Kurdish-led alliance fighters"
    keys = (described_phrases().get(parts) for parts in named)
    return next((chain for key in keys if key is not None and (chain := chains.known(key)) is not None), None)


def _parts(words: tuple[Token, ...]) -> tuple[str, ...]:
    """The folded words without articles, at their hyphens apart."""
    spoken = (fold(token.text) for token in words if token.pos not in ("DET", "PUNCT"))
    return tuple(part for word in spoken for part in word.split("-") if part)


def _tells_people(chains: Chains, found: Found) -> bool:
    inside = (one for one in chains.founds if found.first <= one.first and one.last <= found.last)
    return any(one.type is MentionType.NATIONALITY for one in inside)
