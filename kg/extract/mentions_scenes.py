"""Finds parts of a place by which something happens: "the rebel-held parts of the city", "its eastern half"."""

from functools import cache
from typing import Final

from kg.extract.mentions import Found
from kg.extract.place_kinds import place_kind
from kg.model import MentionForm, MentionType, PlaceKind
from kg.nlp import Parsed, Token
from kg.resources import read_table

SCENE: Final = "mentions.scene"
_BEFORE: Final = frozenset({"det", "amod", "compound", "nummod", "nmod:poss", "advmod"})
_HOLDING: Final = frozenset({"of", "in"})
_BESIDE: Final = frozenset({"near", "around", "outside", "across", "throughout", "along", "close"})
_GAP: Final = 5  # words between the preposition and the place: "of the besieged city of Tula"


def find_scenes(parsed: Parsed, founds: tuple[Found, ...], taken: frozenset[int]) -> tuple[Found, ...]:
    """The phrases, left to right, each up to the place that it is said to lie in.

    Args:
        parsed: the article.
        founds: names, and nouns that stand for places.
        taken: the words of names and the heads of all other mentions.
    """
    places = {found.first: found for found in founds if found.place is not None}
    inside = {i for found in places.values() for i in range(found.first, found.last + 1)}
    found = (_scene(parsed, token, places, inside) for token in parsed.tokens if token.i not in taken)
    return tuple(one for one in found if one is not None)


def _scene(parsed: Parsed, token: Token, places: dict[int, Found], inside: set[int]) -> Found | None:
    side = token.lower in _words()["sides"]
    if not side and (token.lemma not in _words()["nouns"] or token.pos != "NOUN" or token.rel == "compound"):
        return None
    first = _first(token)
    before = parsed.tokens[first : token.i]
    holder = _holder(parsed, token, places)
    if holder is None and any(word.lower in _BESIDE for word in parsed.tokens[token.i + 1 : token.i + 2]):
        return None  # "rebel-held areas near Tula": the town tells more
    if any(word.i in inside for word in before) or not (
        _is_side(parsed.tokens, first, token, holder) if side else _tells_which(before, token, holder)
    ):
        return None
    wide = side and holder is not None and holder.place in (PlaceKind.REGION, PlaceKind.COUNTRY)
    kind = PlaceKind.REGION if wide else PlaceKind.DISTRICT
    last = token.i if holder is None else holder.last
    return Found(first, last, token.i, MentionForm.NOMINAL, MentionType.PLACE, None, kind, None, SCENE)


def _is_side(tokens: tuple[Token, ...], first: int, side: Token, holder: Found | None) -> bool:
    """Whether it is a part of the place: "the east of the city", but not "to the east of the city"."""
    of = holder is not None and tokens[side.i + 1].lower == "of"
    return of and tokens[first].lower == "the" and (not first or tokens[first - 1].lower != "to")


def _tells_which(before: tuple[Token, ...], noun: Token, holder: Found | None) -> bool:
    """Whether the words before a noun tell who holds it or where it lies; of one quarter, and in what, the latter."""
    parts = {part for word in before for part in (word.lower, *word.lower.split("-"))}
    lies = not parts.isdisjoint(_words()["compass"])
    if noun.lemma in _words()["only_several"] and not noun.is_plural():
        return lies and holder is not None
    return lies or not parts.isdisjoint(_words()["held"])


def _first(token: Token) -> int:
    """The first word of the phrase that ends in the noun."""
    before = [
        word.i for child in token.children if child.i < token.i and child.rel in _BEFORE for word in child.subtree()
    ]
    first = token.i
    while first - 1 in before:
        first -= 1
    return first


def _holder(parsed: Parsed, token: Token, places: dict[int, Found]) -> Found | None:
    """The place that the noun is said to lie in."""
    at = token.i + 1
    if at >= len(parsed.tokens) or parsed.tokens[at].lower not in _HOLDING:
        return None
    for word in parsed.tokens[at + 1 : at + 2 + _GAP]:
        if word.i in places:
            return places[word.i]
        joins = word.lower == "of" and place_kind(parsed.tokens[word.i - 1].lower) is not PlaceKind.OTHER
        if not (joins or word.pos in ("DET", "ADJ", "NOUN", "PROPN")) or word.sentence != token.sentence:
            return None
    return None


@cache
def _words() -> dict[str, frozenset[str]]:
    return {name: frozenset(words) for name, words in read_table("scenes.toml").items()}
