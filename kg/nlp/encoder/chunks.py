"""Noun chunks of trees in Universal Dependencies: spaCy's own for English know other labels."""

from collections.abc import Iterator

from spacy.tokens import Doc, Token

_HEADS = frozenset({"NOUN", "PROPN", "PRON"})
_BEFORE = frozenset({"det", "det:predet", "amod", "nummod", "compound", "nmod:poss", "nmod:desc", "advmod", "flat"})
_AFTER = frozenset({"flat", "compound", "goeswith", "nummod"})  # "Omar Haddad", "Resolution 2254"
_INSIDE = frozenset({"compound", "flat", "fixed", "goeswith", "nmod:poss", "nmod:desc", "nummod", "amod", "det"})
"""Relations of nouns that are part of another noun's chunk."""


def noun_chunks(doc: Doc) -> Iterator[tuple[int, int, int]]:
    """Start, end and label of the base noun phrases, left to right: a noun with what stands before it and its name.

    What hangs on it after the name ("of", a relative clause, an apposition) begins another chunk or none.
    """
    label = doc.vocab.strings.add("NP")
    last = 0
    for token in doc:
        if token.pos_ not in _HEADS or token.dep_ in _INSIDE:
            continue
        start = min((child.left_edge.i for child in token.lefts if child.dep_ in _BEFORE), default=token.i)
        end = max((child.right_edge.i + 1 for child in token.rights if _joins(child)), default=token.i + 1)
        start = max(start, last)
        if start <= token.i:
            yield start, end, label
            last = end


def _joins(word: Token) -> bool:
    """Whether a word after the noun is part of its name, with nothing in between."""
    before = range(word.head.i + 1, word.i)
    return word.dep_ in _AFTER and all(word.doc[n].dep_ in _AFTER for n in before)
