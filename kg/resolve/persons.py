"""Persons whose name is spelled in two ways: one or two?"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from math import exp

from rapidfuzz.distance import DamerauLevenshtein

from kg.model import Member, Reason
from kg.resolve.clusters import Link
from kg.resolve.judgements import Judgement, Term, Thing, Verdict
from kg.resolve.names import bare, numbers, skeleton
from kg.resources import read_table

SAME = 0.5  # joined at this probability
MAYBE = 0.15  # written down as undecided at this one
_LARGEST_BLOCK = 200  # spellings; a block so full is of no name but of a fashion
_COMPANY = 2  # so many known actors told of in both articles speak for one scene
_VOWELS = re.compile("[aeiou ]")
_NO_GIVEN_NAME = frozenset({"abu", "umm", "um", "ibn", "sheikh", "mullah"})  # "Abu Omar": no given name and surname


@dataclass(frozen=True, slots=True)
class Person:
    """A person of one article: the full name, organisations and roles, and the known actors told of beside."""

    member: Member
    name: str
    bodies: frozenset[str]
    roles: frozenset[str]
    company: frozenset[str]


@dataclass(frozen=True, slots=True)
class Spelling:
    """All persons, of whatever article, whose name is spelled so."""

    key: str
    persons: tuple[Person, ...]

    @property
    def bodies(self) -> frozenset[str]:
        return frozenset().union(*(person.bodies for person in self.persons))

    @property
    def roles(self) -> frozenset[str]:
        return frozenset().union(*(person.roles for person in self.persons))

    @property
    def company(self) -> frozenset[str]:
        return frozenset().union(*(person.company for person in self.persons))

    @property
    def documents(self) -> frozenset[str]:
        return frozenset(person.member.document for person in self.persons)


def link_variants(persons: Iterable[Person]) -> tuple[tuple[Link, ...], tuple[Judgement, ...]]:
    """Links between spellings of one name, and the pairs that were left undecided."""
    grouped: dict[str, list[Person]] = defaultdict(list)
    for person in persons:
        grouped[bare(person.name)].append(person)
    spellings = [
        Spelling(key, tuple(sorted(group, key=lambda person: person.member))) for key, group in sorted(grouped.items())
    ]
    links, undecided = [], []
    for left, right in _pairs(spellings):
        features = compare(left, right)
        score = _score(features)
        one, other = left.persons[0], right.persons[0]
        words = f"{one.name} / {other.name}: {_told(features)}"
        if score >= SAME:
            links.append(Link(one.member, other.member, Reason("actors.spelling", words, round(score, 3))))
        elif score >= MAYBE:
            terms = Term(one.name), Term(other.name)
            undecided.append(Judgement(Verdict.UNDECIDED, Thing.ACTOR, *terms, f"{score:.2f}: {_told(features)}"))
    return tuple(links), tuple(undecided)


def _pairs(spellings: Sequence[Spelling]) -> Iterator[tuple[Spelling, Spelling]]:
    """The pairs worth a look: one of the names the same and the consonants of the other, or both of one sound."""
    blocks: dict[tuple[str, str], list[int]] = defaultdict(list)
    for index, spelling in enumerate(spellings):
        first, last = _ends(spelling.key)
        if first not in _NO_GIVEN_NAME:
            blocks[f"{first}+", _consonants(last)].append(index)
            blocks[_consonants(first), f"+{last}"].append(index)
            blocks[f"~{skeleton(first)}", skeleton(last)].append(index)
    pairs = {pair for block in blocks.values() if len(block) <= _LARGEST_BLOCK for pair in combinations(block, 2)}
    return ((spellings[left], spellings[right]) for left, right in sorted(pairs))


def _ends(key: str) -> tuple[str, str]:
    words = key.split()
    return words[0], words[-1]


def _consonants(word: str) -> str:
    return _VOWELS.sub("", skeleton(word)) or word


def compare(left: Spelling, right: Spelling) -> tuple[tuple[str, float], ...]:
    """What speaks for and against two spellings being of one person, each feature with its value."""
    (first, last), (other_first, other_last) = _ends(left.key), _ends(right.key)
    both_told = bool(left.bodies and right.bodies)
    features = (
        ("first", _likeness(first, other_first)),
        ("last", _likeness(last, other_last)),
        ("middle", float(_middles_clash(left.key, right.key))),
        ("organisation", float(bool(left.bodies & right.bodies))),
        ("elsewhere", float(both_told and not left.bodies & right.bodies)),
        ("company", float(len(left.company & right.company) >= _COMPANY)),
        ("role", float(bool(left.roles & right.roles))),
        ("together", float(bool(left.documents & right.documents))),
        ("numbers", float(numbers(left.key) != numbers(right.key))),
    )
    return tuple((name, value) for name, value in features if value)


def _likeness(one: str, other: str) -> float:
    """1 the same, 0.9 the same sound, 0.5 one letter apart (in a word that is not short), -1 further apart."""
    if one == other:
        return 1.0
    if skeleton(one) == skeleton(other):
        return 0.9
    apart = DamerauLevenshtein.distance(one, other)
    return 0.5 if apart == 1 and min(len(one), len(other)) > 3 else 0.2 if apart <= 2 < len(one) - 2 else -1.0


def _middles_clash(one: str, other: str) -> bool:
    """Whether both have names in the middle, and none in common."""
    left, right = set(one.split()[1:-1]), set(other.split()[1:-1])
    return bool(left and right and not left & right)


def _score(features: Iterable[tuple[str, float]]) -> float:
    weights = read_table("resolve.toml")["person_weights"]
    return 1 / (1 + exp(-weights["bias"]["weight"] - sum(weights[name]["weight"] * value for name, value in features)))


def _told(features: Iterable[tuple[str, float]]) -> str:
    weights = read_table("resolve.toml")["person_weights"]
    return ", ".join(f"{weights[name]['words']} {weights[name]['weight'] * value:+.1f}" for name, value in features)
