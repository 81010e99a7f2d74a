"""Where a happening is that several places are told for: "in Ras and Dael in Daraa", "in Syria and Iraq"."""

from dataclasses import replace

from kg.extract.cast import Cast
from kg.extract.events_classes import class_words, singular
from kg.extract.events_place import NARROW, Where, kind_of, lies_in, where_at
from kg.model import PlaceKind
from kg.nlp import Parsed, Token


def of_several(where: Where, parsed: Parsed, cast: Cast) -> Where | None:
    """The place; of several towns what they lie in, or the first of them; of several countries none."""
    kind = kind_of(cast, where.place)
    inside = parsed.tokens_in(where.evidence)
    own = next((token for token in inside if cast.place_at(token) == where.place), inside[-1])
    row = [each for each in _row_of(own, parsed, cast) if _is_like(kind_of(cast, each[1]), kind)]
    others = {place for _, place in row} - {where.place}
    if kind is PlaceKind.COUNTRY:
        return None if others else where
    heads = [token for token in inside if token.head is None or token.head not in inside]
    if not others and not any(_are_lands(head.head) for head in heads):
        return where
    around = _around(where, others, {cast.place_at(token) for token in parsed.sentence_of(inside[0]).tokens}, cast)
    if len(around) == 1:
        return replace(where, place=around.pop(), outer=frozenset())
    return where if not others or row[0][1] == where.place else where_at(row[0], cast, where.rule)


def _are_lands(noun: Token | None) -> bool:
    """Whether a noun tells several places: "the towns of Ras in Daraa"."""
    lands = class_words()["ground"] - class_words()["building"]
    return noun is not None and noun.is_plural() and singular(noun) in lands


def _row_of(token: Token, parsed: Parsed, cast: Cast) -> list[tuple[Token, int]]:
    """The places that a word is joined with by "and", commas or nothing, left to right: "Ras city and Dael village"."""
    rows: list[list[tuple[Token, int]]] = [[]]
    joined = {0: False}
    for word in parsed.sentence_of(token).tokens:
        place, row = cast.place_at(word), rows[-1]
        if place is not None:
            if row and lies_in(row[-1][1], place, cast):
                rows.append([])
            rows[-1].append((word, place))
        elif word.lower == "and" and row:
            joined[len(rows) - 1] = True
        elif not (word.text == "," or word.lower == "the" or singular(word) in class_words()["ground"]):
            rows.append([])
    told = (row for n, row in enumerate(rows) if joined.get(n))
    return next((row for row in told if any(word.i == token.i for word, _ in row)), [])


def _around(where: Where, others: set[int], here: set[int | None], cast: Cast) -> set[int]:
    """The places of a sentence, smaller than countries, that one of these is told to lie in."""
    left = {place for place in here - {None, where.place, *others} if place is not None}
    return {
        place
        for place in left
        if kind_of(cast, place) is not PlaceKind.COUNTRY
        and (place in where.outer or any(lies_in(one, place, cast) for one in (where.place, *others)))
    }


def _is_like(one: PlaceKind, other: PlaceKind) -> bool:
    return one is other or (one in NARROW and other in NARROW)
