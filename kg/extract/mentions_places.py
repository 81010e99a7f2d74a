"""Completes the names of places, and finds the common nouns that stand for a place named before."""

from collections.abc import Iterable
from dataclasses import replace
from functools import cache

from kg.extract.lexicon import city_names, country_of_people, fold, name_words
from kg.extract.mentions import Found
from kg.extract.place_kinds import is_shared_noun, place_kind
from kg.model import MentionForm, MentionType, PlaceKind
from kg.nlp import Parsed, Token
from kg.resources import read_table

_WIDER = frozenset({PlaceKind.REGION, PlaceKind.DISTRICT, PlaceKind.RIVER, PlaceKind.FACILITY, PlaceKind.BORDER})
_MIDDLE = frozenset(
    {
        "military",
        "air",
        "border",
        "central",
        "international",
        "refugee",
        "main",
        "dental",
        "field",
        "public",
        "children",
        "'s",
        "general",
    }
)


def complete_places(parsed: Parsed, names: tuple[Found, ...]) -> tuple[Found, ...]:
    """The same names, with places that go on ("Aleppo province", "northern Syria", "the Turkish border") made whole."""
    done: list[Found] = []
    for name in names:
        if name.place is not None or name.type is MentionType.NATIONALITY:
            name = _with_noun_after(parsed, name)
        if name.place is not None:
            name = _with_direction(parsed, name)
        while done and done[-1].last >= name.first:
            done.pop()
        done.append(name)
    return tuple(done)


def _with_noun_after(parsed: Parsed, name: Found) -> Found:
    tokens = parsed.tokens
    at = name.last + 1
    if at < len(tokens) and tokens[at].lower in _MIDDLE and name.place is not None:
        at += 1
    if (
        at >= len(tokens)
        or tokens[at].sentence != tokens[name.last].sentence
        or tokens[at].pos not in ("NOUN", "PROPN")
    ):
        return name
    kind = place_kind(tokens[at].lower)
    if tokens[at].lower == "state" and at + 1 < len(tokens) and tokens[at + 1].pos in ("NOUN", "PROPN", "ADJ"):
        return name  # "the Aleppo state media"
    if name.place is PlaceKind.COUNTRY and kind is PlaceKind.FACILITY:
        return name  # "a Syria market"
    if name.type is MentionType.NATIONALITY:
        if kind is not PlaceKind.BORDER:
            return name
        first = name.first
        if first >= 2 and tokens[first - 1].text in ("-", "–"):  # "the Syrian-Turkish border"
            first -= 2
        return replace(
            name, first=first, last=at, head=at, type=MentionType.PLACE, place=kind, rule="mentions.place-noun"
        )
    if kind not in _WIDER or (kind is PlaceKind.FACILITY and tokens[name.first - 1].lower == "of"):
        return name
    if is_shared_noun(tokens[at].lower) or tokens[at].lower in name_words("quarters"):
        return replace(name, place=kind)  # "the Tula and Kora provinces", "the Tula quarter"
    return replace(name, last=at, head=at, place=kind, key=None, rule="mentions.place-noun")  # "Aleppo province"


def _with_direction(parsed: Parsed, name: Found) -> Found:
    before = parsed.tokens[name.first - 1] if name.first else None
    first, rest = parsed.tokens[name.first], parsed.tokens[name.first + 1 : name.last + 1]
    if first.lower in name_words("directions") and " ".join(fold(token.text) for token in rest) in city_names():
        return replace(name, place=PlaceKind.DISTRICT)  # "West Aleppo"
    if before is None or before.sentence != parsed.tokens[name.first].sentence:
        return name
    if before.lower in name_words("directions") and name.place in (
        PlaceKind.COUNTRY,
        PlaceKind.REGION,
        PlaceKind.SETTLEMENT,
    ):
        return replace(
            name, first=before.i, place=PlaceKind.REGION, key=None, rule="mentions.direction"
        )  # "northern Syria"
    return name


@cache
def _place_nouns() -> dict[str, PlaceKind]:
    groups = read_table("nominals.toml")["places"]
    return {word: PlaceKind(kind) for kind, words in groups.items() for word in words}


def find_place_nominals(parsed: Parsed, taken: frozenset[int]) -> tuple[Found, ...]:
    """The bare definite nouns that can stand for a place named before: "the town"."""
    nouns = _place_nouns()
    found = []
    for token in parsed.tokens:
        kind = nouns.get(token.lemma)
        if (
            kind is not None
            and token.pos == "NOUN"
            and token.tag == "NN"
            and token.i not in taken
            and _is_bare(parsed, token)
        ):
            form = MentionForm.NOMINAL
            found.append(
                Found(token.i - 1, token.i, token.i, form, MentionType.PLACE, None, kind, None, "mentions.place-noun")
            )
    return tuple(found)


def _is_bare(parsed: Parsed, token: Token) -> bool:
    """Whether only "the", "this" or "that" stands before a noun, and nothing that narrows it behind."""
    if token.i == 0 or parsed.tokens[token.i - 1].lower not in ("the", "this", "that"):
        return False
    if token.rel == "compound":
        return False
    after = parsed.tokens[token.i + 1] if token.i + 1 < len(parsed.tokens) else None
    return after is None or (
        after.lower not in ("of", "called", "-") and after.text[0] != "'" and not after.text[0].isupper()
    )


def find_containers(parsed: Parsed, places: tuple[Found, ...], countries: dict[int, str]) -> dict[int, tuple[str, ...]]:
    """The names of the places told to contain each place, nearest first, by the index of its first word.

    Args:
        parsed: the article.
        places: names of places, left to right.
        countries: the country of each name of a people, by the index of its word ("Syria" for "Syrian").
    """
    containers: dict[int, tuple[str, ...]] = {}
    for n in range(len(places) - 1, -1, -1):
        place = places[n]
        found: tuple[str, ...] = ()
        if n + 1 < len(places) and _stands_in(parsed, place, places[n + 1]):
            outer = places[n + 1]
            found = (outer.text(parsed), *containers.get(outer.first, ()))
        for i in range(max(0, place.first - 3), place.first):
            if i in countries and parsed.tokens[i].sentence == parsed.tokens[place.first].sentence and not found:
                found = _after_people(parsed, i, place, countries[i])
        if found:
            containers[place.first] = found
    return containers


def countries_of_peoples(parsed: Parsed, founds: Iterable[Found]) -> dict[int, str]:
    """The name of the country of each name of a people, by the index of its word."""
    countries: dict[int, str] = {}
    for found in founds:
        if found.type is MentionType.NATIONALITY:
            country = country_of_people(fold(parsed.tokens[found.last].text))
            if country is not None:
                countries[found.last] = country
    return countries


def _after_people(parsed: Parsed, at: int, place: Found, country: str) -> tuple[str, ...]:
    """The country where "the Syrian village of" or "the Syrian city" stands right before a place."""
    between = [token.lower for token in parsed.tokens[at + 1 : place.first]]
    if (
        not between
        or (between[-1] in ("of",) and len(between) == 2)
        or (len(between) == 1 and place_kind(between[0]) is not PlaceKind.OTHER)
    ):
        noun = between[0] if between else "city"
        return (country,) if place_kind(noun) is not PlaceKind.OTHER and place.place is not PlaceKind.COUNTRY else ()
    return ()


_INSIDE = {
    PlaceKind.SETTLEMENT: (PlaceKind.COUNTRY, PlaceKind.REGION, PlaceKind.DISTRICT),
    PlaceKind.FACILITY: (PlaceKind.COUNTRY, PlaceKind.REGION, PlaceKind.DISTRICT, PlaceKind.SETTLEMENT),
    PlaceKind.DISTRICT: (PlaceKind.COUNTRY, PlaceKind.REGION, PlaceKind.SETTLEMENT),
    PlaceKind.REGION: (PlaceKind.COUNTRY,),
    PlaceKind.OTHER: (PlaceKind.COUNTRY, PlaceKind.REGION),
}


_PARTS_OF_TOWNS = frozenset({"neighborhood", "neighbourhood", "district", "quarter"})


def _is_part_of_town(between: list[str], outer: Found) -> bool:
    """Whether the words between two names tell a part of a town: "the Foo quarter of Bar", "Foo, a suburb of Bar"."""
    if outer.place not in (PlaceKind.SETTLEMENT, PlaceKind.REGION, None):
        return False
    if between in ([",", "a", "suburb", "of"], [",", "the", "suburb", "of"]):  # not "the Foo suburb of Bar"
        return True
    return len(between) == 2 and between[0] in _PARTS_OF_TOWNS and between[1] in ("of", "in")


def _stands_in(parsed: Parsed, inner: Found, outer: Found) -> bool:
    """Whether the words between two names of places say that the second contains the first."""
    words = [token.lower for token in parsed.tokens[inner.last + 1 : outer.first]]
    if parsed.tokens[inner.last].sentence == parsed.tokens[outer.first].sentence and _is_part_of_town(words, outer):
        return True
    if outer.place not in _INSIDE.get(inner.place or PlaceKind.OTHER, ()):
        return False
    between = [token.lower for token in parsed.tokens[inner.last + 1 : outer.first]]
    if parsed.tokens[inner.last].sentence != parsed.tokens[outer.first].sentence:
        return False
    if between and place_kind(between[0]) is PlaceKind.SETTLEMENT:
        between = between[1:]
    return between in ([], [","], ["in"], ["in", "the"], [",", "in"], ["'s"]) and not (
        not between and outer.place is not PlaceKind.COUNTRY
    )
