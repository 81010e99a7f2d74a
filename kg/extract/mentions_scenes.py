"""Finds common nouns that tell where something happens: "a hospital in Rastan", "the rebel-held parts of the city"."""

from functools import cache
from typing import Final

from kg.extract.mentions import Found
from kg.model import MentionForm, MentionType, PlaceKind
from kg.nlp import Parsed, Token
from kg.resources import read_table

SCENE: Final = "mentions.scene"
_BEFORE: Final = frozenset({"det", "amod", "compound", "nummod", "nmod:poss", "advmod"})
_HOLDING: Final = frozenset({"of", "in"})
_GAP: Final = 3  # words between the preposition and the place: "of the besieged city"


def find_scenes(parsed: Parsed, founds: tuple[Found, ...], taken: frozenset[int]) -> tuple[Found, ...]:
    """The phrases, left to right, each up to the place that it is said to lie in.

    Args:
        parsed: the article.
        founds: names, and nouns that stand for places.
        taken: the words of names and the heads of all other mentions.
    """
    starts = {found.first: found.last for found in founds if found.place is not None}
    inside = {i for found in founds if found.place is not None for i in range(found.first, found.last + 1)}
    found = (_scene(parsed, token, starts, inside) for token in parsed.tokens if token.i not in taken)
    return tuple(one for one in found if one is not None)


def _scene(parsed: Parsed, token: Token, starts: dict[int, int], inside: set[int]) -> Found | None:
    words = _words()
    if token.lemma not in words["nouns"] or token.pos != "NOUN" or token.rel == "compound":
        return None
    first = _first(token)
    before = parsed.tokens[first : token.i]
    parts = {part for word in before for part in word.lower.split("-")} | {word.lower for word in before}
    tells = not parts.isdisjoint(words["held"]) or not parts.isdisjoint(words["compass"])
    alone = token.lemma in words["only_several"] and not token.is_plural()
    if not tells or alone or any(word.i in inside for word in before):
        return None
    last = _holder(parsed, token, starts) or token.i
    return Found(
        first, last, token.i, MentionForm.NOMINAL, MentionType.PLACE, None, PlaceKind.DISTRICT, None, SCENE
    )


def _first(token: Token) -> int:
    """The first word of the phrase that ends in the noun."""
    before = [
        word.i for child in token.children if child.i < token.i and child.rel in _BEFORE for word in child.subtree()
    ]
    first = token.i
    while first - 1 in before:
        first -= 1
    return first


def _holder(parsed: Parsed, token: Token, starts: dict[int, int]) -> int | None:
    """The last word of the place that the noun is said to lie in."""
    at = token.i + 1
    if at >= len(parsed.tokens) or parsed.tokens[at].lower not in _HOLDING:
        return None
    for i in range(at + 1, min(at + 2 + _GAP, len(parsed.tokens))):
        if i in starts:
            return starts[i]
        if parsed.tokens[i].pos not in ("DET", "ADJ", "NOUN", "PROPN") or parsed.tokens[i].sentence != token.sentence:
            return None
    return None


@cache
def _words() -> dict[str, frozenset[str]]:
    return {name: frozenset(words) for name, words in read_table("scenes.toml").items()}
