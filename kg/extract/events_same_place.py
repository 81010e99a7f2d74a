"""Whether the places that two drafts of one article name can be the scene of one happening."""

from typing import Final

from kg.extract.cast import Cast
from kg.extract.events_place import Where
from kg.model import PlaceKind
from kg.resources import read_table

_COMPASS: Final = frozenset(read_table("event_words.toml")["place"]["compass"])
_WIDE: Final = frozenset({PlaceKind.COUNTRY, PlaceKind.REGION})
Nested = frozenset[tuple[int, int]]
"""Pairs of places, the first told to lie in the second."""


def places_agree(one: Where | None, other: Where | None, cast: Cast, nested: Nested, *, loosely: bool) -> bool:
    """Whether one happening can have taken place at both.

    Args:
        one: a place.
        other: the other place.
        cast: what the article speaks of.
        nested: which places are told to lie in which.
        loosely: whether a quarter may lie in any town, and what is "near" a town be any other.
    """
    if one is None or other is None or one.place == other.place:
        return True
    if (one.place, other.place) in nested or (other.place, one.place) in nested:
        return True
    if is_wide(one.place, cast) != is_wide(other.place, cast) or _within(one.place, other.place, cast):
        return True
    if loosely and (one.ward != other.ward or one.near != other.near):
        return True  # "the Salah quarter" of the town, "a village near Homs"
    kinds = {cast.referents[where.place].place for where in (one, other)}
    if loosely and kinds in ({PlaceKind.SETTLEMENT, PlaceKind.DISTRICT}, {PlaceKind.SETTLEMENT, PlaceKind.FACILITY}):
        return True  # "the blasts in the Zahra neighbourhood"
    if PlaceKind.COUNTRY in kinds and len(kinds) == 2:
        return True
    return is_compass(one.place, cast) != is_compass(other.place, cast)  # but not "the east" and "the west"


def is_compass(place: int, cast: Cast) -> bool:
    """Whether it is a vague part of a country ("eastern Syria")."""
    referent = cast.referents[place]
    return referent.place is PlaceKind.REGION and not _COMPASS.isdisjoint(
        referent.name.lower().replace("-", " ").split(" ")
    )


def merely_wide(one: Where | None, other: Where | None, cast: Cast, nested: Nested) -> bool:
    """Whether nothing but its width lets one place hold the other: the town may lie in another province."""
    if one is None or other is None or one.place == other.place:
        return False
    told = {(one.place, other.place), (other.place, one.place)} & nested
    names = [cast.referents[where.place].name.lower() for where in (one, other)]
    if names[0] in names[1] or names[1] in names[0]:
        return False  # "eastern Aleppo", "Aleppo"
    return not told and not _within(one.place, other.place, cast)


def is_wide(place: int, cast: Cast) -> bool:
    """Whether it is a country or a region; most districts are quarters of a town."""
    return cast.referents[place].place in _WIDE


def _within(one: int, other: int, cast: Cast) -> bool:
    """Whether the article tells one of the two places as lying in the other."""
    first, second = cast.referents[one], cast.referents[other]
    return not {first.name, *first.names}.isdisjoint(second.within) or not {second.name, *second.names}.isdisjoint(
        first.within
    )
