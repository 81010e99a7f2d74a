"""The chains of mentions of one article while they are being made, and the names by which each is found."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from kg.extract.lexicon import country_code_of_people, country_name, fold, known_actors, known_forms, name_words
from kg.extract.mentions import Found
from kg.extract.names import folded
from kg.model import ActorType, MentionType, PlaceKind
from kg.nlp import Parsed
from kg.resources import read_words


def home_of(parsed: Parsed, founds: Sequence[Found]) -> str | None:
    """The ISO code of the country that the article is about: the one named most, by itself or its people.

    As a place it counts more than its people, bodies and government: these act abroad, too.
    """
    counts: Counter[str] = Counter()
    for found in founds:
        code = found.key if found.place is PlaceKind.COUNTRY else None
        weight = 1 if code is None else _AS_PLACE
        if found.type is MentionType.NATIONALITY:
            code = country_code_of_people(fold(parsed.tokens[found.last].text))
        elif found.key in known_actors():
            code = known_actors()[found.key].country
        if code is not None:
            counts[code] += weight
    best = counts.most_common(2)
    return best[0][0] if best and (len(best) == 1 or best[0][1] > best[1][1]) else None


_AS_PLACE = 3


@dataclass(slots=True)
class Chain:
    """A referent in the making; only this module and the pronouns write into it, while the cast is made."""

    actor: ActorType | None
    place: PlaceKind | None
    key: str | None
    rule: str
    names: list[str] = field(default_factory=list)
    shown: list[str] = field(default_factory=list)
    described: list[str] = field(default_factory=list)
    heads: set[str] = field(default_factory=set)
    modifiers: frozenset[str] = frozenset()
    plural: bool = False
    members: list[int] = field(default_factory=list)


class Chains:
    """The chains of an article, built mention by mention in text order."""

    def __init__(self, parsed: Parsed, founds: Sequence[Found]) -> None:
        self.parsed = parsed
        self.founds = list(founds)
        self.chains: list[Chain] = []
        self.of: dict[int, Chain] = {}
        self._by_name: dict[tuple[str, str], Chain] = {}
        self.home = home_of(parsed, self.founds)

    def put(self, index: int, chain: Chain) -> None:
        """Adds a mention to a chain."""
        chain.members.append(index)
        self.of[index] = chain

    def start(self, index: int, rule: str) -> Chain:
        """A new chain that the mention starts."""
        found = self.founds[index]
        chain = Chain(found.actor, found.place, found.key, rule)
        self.chains.append(chain)
        self.put(index, chain)
        return chain

    def add_name(self, index: int) -> None:
        """Puts a name into the chain of the same actor or place, or starts one."""
        found = self.founds[index]
        words = folded(self.parsed, found.first, found.last)
        side = "actor" if found.actor is not None else "place"
        chain = self._by_name.get((side, found.key or words)) or self._by_name.get((side, words))
        if chain is None and words.endswith("s"):
            chain = self._by_name.get((side, words[:-1]))  # an apostrophe lost: "Haddads men"
        if chain is None and found.place is not None:
            chain = self._by_name.get((side, _without_noun(words)))
        rule = "coreference.same-name"
        if chain is None and found.actor is not None:
            chain, rule = self._like(found, words)
        if chain is None:
            chain = self.start(index, "coreference.same-name")
        else:
            self.put(index, chain)
            chain.rule = chain.rule if rule == "coreference.same-name" else rule
        self.learn(chain, found, words)

    def learn(self, chain: Chain, found: Found, words: str) -> None:
        """Lets a chain be found by this name from here on."""
        side = "actor" if chain.actor is not None else "place"
        if found.type is not MentionType.NATIONALITY:
            self._by_name.setdefault((side, words), chain)
            if side == "place":
                self._by_name.setdefault((side, _without_noun(words)), chain)
        if found.key is not None:
            self._by_name.setdefault((side, found.key), chain)
            chain.key = chain.key or found.key
            if found.place is PlaceKind.COUNTRY:
                chain.place = PlaceKind.COUNTRY  # "Syria", first taken for a town
        if words not in chain.names and found.type is not MentionType.NATIONALITY:
            chain.names.append(words)
            chain.shown.append(_shown(found.text(self.parsed), words, found, chain))

    def register(self, chain: Chain, key: str) -> None:
        """Lets a chain without a proper name be found by the key of a known actor."""
        self._by_name.setdefault(("actor", key), chain)

    def known(self, key: str) -> Chain | None:
        """The chain of a known actor."""
        return self._by_name.get(("actor", key))

    def _like(self, found: Found, words: str) -> tuple[Chain | None, str]:
        """The chain whose name this one shortens or lengthens: a surname, or initials."""
        for chain in reversed(self.chains):
            if chain.actor is None or not chain.names or (chain.key and found.key and chain.key != found.key):
                continue
            if chain.actor is ActorType.PERSON and found.actor is ActorType.PERSON:
                if any(_is_part(words, name) for name in chain.names):
                    return chain, "coreference.surname"
            elif ActorType.PERSON not in (chain.actor, found.actor) and any(
                _are_initials(words, name) for name in chain.names
            ):
                return chain, "coreference.initials"
        return None, ""


def _without_noun(words: str) -> str:
    """The name of a place without the noun that may be left out: "tula village" is "tula"."""
    name, _, noun = words.rpartition(" ")
    return name if name and noun in name_words("left_out") else words


def _shown(text: str, words: str, found: Found, chain: Chain) -> str:
    """The name as it is shown, with the "s" of a lost apostrophe taken off."""
    if not words.endswith("s") or text.isupper():
        return text
    if words[:-1] in chain.names:
        return text[:-1]
    if found.key is None or found.actor is None:
        return text
    listed = {fold(alias).replace("-", " ") for alias in known_forms(found.key)}
    return text[:-1] if words not in listed and words[:-1] in listed else text


def _is_part(one: str, other: str) -> bool:
    """Whether one name of a person is a part of the other: "haddad", "omar", "abu omar" of "abu omar haddad".

    Its end, its given name, several words that start it, or its first and last words.
    """
    short, long = sorted((one, other), key=len)
    words, all_words = short.split(" "), long.split(" ")
    starts = long.startswith(short + " ") and (len(words) > 1 or short in read_words("given_names.txt"))
    around = len(words) == 2 and len(all_words) > 2 and (words[0], words[1]) == (all_words[0], all_words[-1])
    return (long.endswith(" " + short) or starts or around) and len(short) > 2


def _are_initials(one: str, other: str) -> bool:
    """Whether one name is made of the first letters of the other."""
    short, long = sorted((one, other), key=len)
    words = [word for word in long.split(" ") if word not in ("of", "the", "and", "for", "al", "in")]
    return (
        " " not in short
        and len(short) >= 3
        and len(words) == len(short)
        and all(w[0] == c for w, c in zip(words, short, strict=True))
    )


def best_name(chain: Chain) -> str:
    """The fullest proper name of a chain, or its first description."""
    if chain.key is not None and chain.actor is ActorType.GOVERNMENT and chain.key.startswith("government-of-"):
        return known_actors()[chain.key].name
    if chain.place is not None and chain.key is not None:
        return country_name(chain.key)
    if chain.key is not None and known_actors()[chain.key].name in chain.shown:
        return known_actors()[chain.key].name
    if chain.shown:
        return max(chain.shown, key=lambda name: (len(name.split()), len(name), name))
    if chain.key is not None:
        return known_actors()[chain.key].name
    return uncounted(chain.described[0])


_SMALL = frozenset(
    {"a", "an", "of", "to", "as", "at", "another", "other", "only", "just", "over", "under", "above", "below"}
)


def uncounted(description: str) -> str:
    """A description without its number and the words around that: "more than 20 civilians" are "civilians"."""
    words = description.split(" ")
    at = 1 if words[0].lower() in ("the", "a", "these", "those", "all") and len(words) > 2 else 0
    first = at
    while first < len(words) - 1 and (_counts(words[first]) or _joins_counts(words, first)):
        first += 1
    if all(word.lower() in _SMALL for word in words[at:first]):
        return description
    kept = [words[0]] if at and words[0].lower() == "the" else []
    return " ".join((*kept, *words[first:]))


def _joins_counts(words: list[str], at: int) -> bool:
    """Whether a word joins two numbers: "500 and 1,300 people"."""
    return words[at].lower() in ("and", "or", "to") and _counts(words[at + 1])


def _counts(word: str) -> bool:
    """Whether a word is a number or one of those that go with it."""
    word = word.lower().rstrip(",")
    return word[:1].isdigit() or word in name_words("counting") or word.split("-")[0] in name_words("counting")


def only_one(chains: list[Chain]) -> Chain | None:
    """The one of them; None where there are none or several, which is undecided."""
    return chains[0] if len(chains) == 1 else None
