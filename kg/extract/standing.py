"""What a common noun can stand for: which types of named actors, which synonyms, which modifiers tell two apart."""

from collections.abc import Sequence
from functools import cache

from kg.extract.lexicon import known_actors
from kg.extract.mentions import Found
from kg.extract.nominals import actor_nouns, plural_noun
from kg.model import ActorType
from kg.nlp import Parsed, Token
from kg.resources import read_table

_LOOSE = frozenset(
    {
        "at",
        "least",
        "more",
        "than",
        "about",
        "around",
        "some",
        "up",
        "to",
        "nearly",
        "remaining",
        "own",
        "same",
        "several",
        "many",
        "other",
        "dozens",
        "hundreds",
        "thousands",
        "scores",
        "of",
    }
)


@cache
def _standing() -> dict[str, frozenset[ActorType]]:
    return {noun: frozenset(map(ActorType, types)) for noun, types in read_table("nominals.toml")["standing"].items()}


def fits_standing(noun: str, actor: ActorType | None, key: str | None, names: Sequence[str], *, plural: bool) -> bool:
    """Whether "the <noun>" can stand for a named actor of this type: "the group" for an armed group."""
    told = read_table("nominals.toml")["told_by_name"].get(noun)
    if actor is None or (told is not None and not any(set(told) & set(name.split(" ")) for name in names)):
        return False
    if not plural and actor in _standing().get(noun, ()):
        return True
    creed = known_actors()[key].creed if key is not None else ""
    return plural and noun in read_table("nominals.toml")["creeds"].get(creed, ())


@cache
def synonyms_of(noun: str) -> frozenset[str]:
    """The nouns that may name the same person."""
    for nouns in read_table("nominals.toml")["synonyms"].values():
        if noun in nouns:
            return frozenset(nouns)
    return frozenset({noun})


def modifiers_of(parsed: Parsed, found: Found) -> frozenset[str]:
    """The words of a phrase that tell it from another with the same noun: articles left out."""
    return frozenset(
        token.lower
        for token in found.words(parsed)
        if token.i != found.head and token.pos not in ("DET", "PUNCT", "ADP", "CCONJ") and token.lower not in _LOOSE
    )


def noun_of(head: Token) -> str:
    """The noun of a phrase in the singular, where a capital kept the parser from it: "Rebels" is "rebel"."""
    return head.lemma if head.lemma in actor_nouns() and not is_many(head) else _singulars().get(head.lower, head.lemma)


def is_many(head: Token) -> bool:
    """Whether a noun names several people; "the armys jets" lost an apostrophe."""
    if head.lemma.endswith("y") and head.lower == head.lemma + "s":
        return False
    return head.is_plural() or head.lower in _singulars() or head.lemma in ("people", "troops")


@cache
def _singulars() -> dict[str, str]:
    return {plural_noun(noun): noun for noun in sorted(actor_nouns()) if plural_noun(noun) in actor_nouns()}
