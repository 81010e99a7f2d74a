"""What kind of place a noun names, alone or for several names that share it."""

from functools import cache

from kg.extract.lexicon import city_names, fold, name_words
from kg.model import PlaceKind
from kg.nlp import Token
from kg.resources import read_table


def place_kind(noun: str) -> PlaceKind:
    """The kind of place that a common noun names: "province" is a region."""
    for form in (noun, noun.removesuffix("s"), noun.removesuffix("ies") + "y"):
        for group, kind in _PLACE_GROUPS:
            if form in name_words(group):
                return kind
    return PlaceKind.OTHER


def is_shared_noun(noun: str) -> bool:
    """Whether a noun is the plural of one that names a kind of place, and none itself: "provinces", not "hills"."""
    listed = any(noun in name_words(group) for group, _ in _PLACE_GROUPS)
    return noun.endswith("s") and not listed and place_kind(noun) is not PlaceKind.OTHER


_PLACE_GROUPS = (
    ("city", PlaceKind.SETTLEMENT),
    ("district", PlaceKind.DISTRICT),
    ("region", PlaceKind.REGION),
    ("river", PlaceKind.RIVER),
    ("facility", PlaceKind.FACILITY),
    ("border", PlaceKind.BORDER),
)

_SHORTEST = 4


@cache
def place_nouns() -> frozenset[str]:
    """The nouns for a kind of place that stand in names: "River", "Airport"."""
    return frozenset(noun for group, _ in _PLACE_GROUPS if group != "border" for noun in name_words(group))


@cache
def region_names() -> frozenset[str]:
    """The folded names of first-level divisions that no town of some size has: "Helmand", "California"."""
    found = set()
    for rows in read_table("resolve-provinces.toml").values():
        for names, *_ in rows:
            folded = {fold(name).replace("-", " ") for name in names.split("|") if len(name) >= _SHORTEST}
            if not folded & city_names():
                found |= {name for name in folded if "." not in name}
    return frozenset(found)


_SHARED = frozenset({PlaceKind.SETTLEMENT, PlaceKind.DISTRICT, PlaceKind.REGION})
_FURTHEST = 12


def shared_place(tokens: tuple[Token, ...], last: int) -> PlaceKind | None:
    """The kind of place of a name in a row that ends in a plural noun: "Tula and Kora villages", "and other towns"."""
    at, joined = last + 1, False
    while at < len(tokens) and at - last <= _FURTHEST and tokens[at].sentence == tokens[last].sentence:
        token = tokens[at]
        if token.lower in ("and", ",", "or"):
            joined = True
        elif joined and token.is_plural() and token.text.islower():
            kind = place_kind(token.lower)
            return kind if kind in _SHARED else None
        elif not (token.text[0].isupper() or token.text in ("-", "al") or token.lower in ("other", "nearby", "the")):
            return None
        at += 1
    return None


def is_held(tokens: tuple[Token, ...], first: int, last: int) -> bool:
    """Whether a name stands behind who holds it, or before "based"."""
    before = [token.lower for token in tokens[max(0, first - 2) : first]]
    joined = len(before) == 2 and (before[0] in ("-", "–") or before[0].endswith("-"))
    held = bool(before) and (before[-1].endswith(("-held", "-controlled")) or (joined and before[-1] in _HELD))
    return held or based_after(tokens, last)


def based_after(tokens: tuple[Token, ...], last: int) -> bool:
    """Whether "-based" stands behind a name."""
    return [token.lower for token in tokens[last + 1 : last + 3]] in (["-", "based"], ["–", "based"])


_HELD = frozenset({"held", "controlled", "occupied"})
