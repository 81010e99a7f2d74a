"""The words that tell what became of people, and what such a word yields."""

from dataclasses import dataclass
from functools import cache

from kg.extract.parties import type_of_word
from kg.model import FigureKind, PartyType
from kg.nlp import Token
from kg.resources import read_table


@dataclass(frozen=True, slots=True, eq=False)
class Fate:
    """What became of the people, by which words, found by which rule.

    Attributes:
        verb: the governing verb, whose mood and negation decide whether it counts; None for nouns and adjectives.
    """

    kind: FigureKind
    word: Token
    rule: str
    verb: Token | None = None
    subject: Token | None = None


@cache
def kinds_of(section: str) -> dict[str, FigureKind]:
    """The kind that each word of a section of `figures.toml` tells of."""
    table = read_table("figures.toml")[section]
    return {word: FigureKind(kind) for kind, words in table.items() for word in words}


@cache
def word_list(name: str) -> frozenset[str]:
    """A list of `figures.toml` that is no table of kinds."""
    return frozenset(read_table("figures.toml")["words"][name])


def is_shared(token: Token) -> bool:
    """Whether two kinds share one number, so that neither can be told: "killed or wounded"."""
    pairs = [other for other in token.conjuncts() if abs(other.i - token.i) <= 2]
    if token.rel == "conj" and token.head is not None and abs(token.head.i - token.i) <= 2:
        pairs.append(token.head)
    own = (kinds_of("state").get(token.lower), kind_of_verb(token))
    return any((kind_of_verb(other) or kinds_of("state").get(other.lower)) not in (None, *own) for other in pairs)


def is_shared_noun(noun: Token) -> bool:
    """Whether two nouns share one number: "the killing or wounding of several"."""
    beside = (*noun.conjuncts(), noun.head) if noun.rel == "conj" else noun.conjuncts()
    nouns = kinds_of("noun")
    near = [other for other in beside if other is not None and abs(other.i - noun.i) <= 2]
    kinds = {nouns.get(other.lower) or nouns.get(other.lemma.lower()) for other in near}
    return bool(kinds - {None, nouns.get(noun.lower) or nouns.get(noun.lemma.lower())})


def auxiliaries(verb: Token) -> frozenset[str]:
    """The lower-case auxiliaries of a verb, "to" of an infinitive among them, which UD calls a marker."""
    return frozenset(
        child.lower
        for child in verb.children
        if child.rel in ("aux", "aux:pass") or (child.rel == "mark" and child.lower == "to" and verb.tag != "VBG")
    )


def kind_of_group(token: Token) -> FigureKind | None:
    """The kind of figure of those who are told to be among a group: "the dead", "those injured", "the victims"."""
    return kinds_of("state").get(token.lower) or kinds_of("group").get(token.lower)


def kind_of_patient(verb: Token, people: Token | None) -> FigureKind | None:
    """The kind of figure of those whom a verb befalls: "destroyed" of fighters only, "treated" only for a hurt."""
    lemma = verb.lemma.lower()
    if any(child.lower in word_list("to_death") for child in verb.dependents("advmod")):
        return FigureKind.KILLED  # "fatally shot two men"
    kind = kinds_of("patient").get(lemma)
    if lemma in word_list("of_fighters") and (people is None or type_of_word(people) is not PartyType.COMBATANTS):
        return None
    if lemma == "treat" and not verb.modifiers("for", "in", "at", "after"):
        return None
    return kind


def kind_of_verb(token: Token) -> FigureKind | None:
    """The kind of figure that a verb tells of, whether its object or its subject is counted."""
    lemma = token.lemma.lower()
    return kinds_of("patient").get(lemma) or kinds_of("actor").get(lemma)
