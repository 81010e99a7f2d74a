"""The places of the gazetteer that a name could mean, before anything is weighed."""

from dataclasses import dataclass, replace
from functools import lru_cache

from kg.model import PlaceKind
from kg.resolve.gazetteer import Entry, Gazetteer
from kg.resolve.names import bare, fold, skeleton
from kg.resources import read_table

_LETTERS_OF_ACRONYM = 3  # "EU" is not the town of Eu
_SHORTEST_SOUND = 4  # letters, or one less of a longer name ("Foouaa"); shorter skeletons fit anything


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place that a name could mean.

    Attributes:
        kind: the kind that the words around the name tell ("Idlib province"), else None.
        county: they tell a county, which is never the town of its name ("Orange County").
        part: the words mean a part of it ("northern Syria").
        sound: found by sound only.
        exact: the words are its usual name to the letter.
        alias: the words are nothing like its usual name ("Washington" once was a name of Watervliet).
    """

    entry: Entry
    kind: PlaceKind | None
    county: bool
    part: bool
    sound: bool
    exact: bool
    alias: bool


@dataclass(frozen=True, slots=True)
class Reading:
    """A way to read the words for a place: a name, with what the words around it say."""

    name: str
    kind: PlaceKind | None = None
    county: bool = False
    part: bool = False


def find_candidates(names: tuple[str, ...], gazetteer: Gazetteer) -> tuple[Candidate, ...]:
    """The places that one of these names could mean, by name before by sound, each once; larger ones first."""
    readings = [reading for name in names for reading in readings_of(name)]
    found = _adjective(readings, gazetteer)
    found = found or _by_name([reading for reading in readings if not reading.part], gazetteer)
    return tuple((found or _by_name([reading for reading in readings if reading.part], gazetteer)).values())


def find_by_sound(names: tuple[str, ...], gazetteer: Gazetteer) -> tuple[Candidate, ...]:
    """The places whose names sound like one of these names."""
    found: dict[str, Candidate] = {}
    for reading in (reading for name in names for reading in readings_of(name) if not reading.part):
        if len(skeleton(reading.name)) >= _SHORTEST_SOUND - (len(bare(reading.name)) > _SHORTEST_SOUND):
            plain = reading.name[:-1] if reading.name.endswith("s") else ""  # a genitive that lost its apostrophe
            for entry in (*gazetteer.sounding(reading.name), *(gazetteer.named(plain) if plain else ())):
                found.setdefault(
                    entry.id,
                    Candidate(entry, reading.kind, reading.county, part=False, sound=True, exact=False, alias=False),
                )
    return tuple(found.values())


def _adjective(readings: list[Reading], gazetteer: Gazetteer) -> dict[str, Candidate]:
    """The country of "Syrian" or "Syrians"; such words are first of all that, and only then towns (Canadian, Texas).

    So are names of countries that have lost the apostrophe of their genitive ("Syrias army").
    """
    found = {}
    for reading in readings:
        word = reading.name.lower()
        code = gazetteer.adjectives.get(word)
        entry = gazetteer.get(code) if code else _genitive(word, gazetteer)
        if entry is not None:
            found[entry.id] = Candidate(
                entry, None, county=False, part=reading.part, sound=False, exact=False, alias=False
            )
    return found


def _genitive(word: str, gazetteer: Gazetteer) -> Entry | None:
    if not word.endswith("s") or gazetteer.named(word):
        return None
    return next((entry for entry in gazetteer.named(word[:-1]) if entry.kind is PlaceKind.COUNTRY), None)


def _is_other_kind(reading: Reading, entry: Entry) -> bool:
    """Whether the words tell another thing by the name of a place: "Homs hospital", "Zabadani state"."""
    if reading.kind is PlaceKind.FACILITY:
        return entry.kind is not PlaceKind.FACILITY
    return reading.kind is PlaceKind.REGION and entry.kind is PlaceKind.SETTLEMENT


def _is_acronym(name: str) -> bool:
    return name.isupper() and len(name) <= _LETTERS_OF_ACRONYM


def _alike(name: str, usual: str) -> bool:
    return skeleton(name) == skeleton(usual)


def _by_name(readings: list[Reading], gazetteer: Gazetteer) -> dict[str, Candidate]:
    found: dict[str, Candidate] = {}
    for reading in readings:
        for entry in gazetteer.named(reading.name):
            if _is_acronym(reading.name) and entry.kind is PlaceKind.SETTLEMENT and reading.name not in entry.names:
                continue
            exact = fold(reading.name) == fold(entry.name)
            part = reading.part or _is_other_kind(reading, entry)
            alias = not any(_alike(reading.name, name) for name in entry.names)
            candidate = Candidate(entry, reading.kind, reading.county, part, sound=False, exact=exact, alias=alias)
            if entry.id not in found or (exact and not found[entry.id].exact):
                found[entry.id] = candidate
    return found


@lru_cache(maxsize=1 << 14)
def readings_of(name: str) -> tuple[Reading, ...]:
    """The ways to read a name: as it stands, without the word for its kind, without the word for a part."""
    plain = fold(name)
    found = [Reading(name)]
    for word, kind in _generic():
        if plain.endswith(f" {word}"):
            found.append(Reading(plain[: -len(word) - 1], *_kind_of(kind)))
        elif plain.startswith(f"{word} of "):  # "city of Homs"
            found.append(Reading(plain[len(word) + 4 :], *_kind_of(kind)))
    before, after = _parts()
    first, _, rest = plain.partition(" ")
    if rest and first in before and (first.endswith("ern") or name[0].islower()):  # not "North Port", "West Wing"
        found += _parts_of(rest.removeprefix("of "))  # "west of Aleppo city"
    rest, _, last = plain.rpartition(" ")
    if rest and last in after:
        found += _parts_of(rest)
    return tuple(found)


def _parts_of(rest: str) -> list[Reading]:
    return [replace(reading, part=True) for reading in readings_of(rest)]


def _kind_of(told: str) -> tuple[PlaceKind, bool]:
    return (PlaceKind.DISTRICT, True) if told == "county" else (PlaceKind(told), False)


@lru_cache(maxsize=1)
def _generic() -> tuple[tuple[str, str], ...]:
    table = read_table("resolve.toml")["generic"]
    words = [(fold(word), kind) for kind, listed in table.items() for word in listed]
    return tuple(sorted(words, key=lambda pair: (-len(pair[0]), pair[0])))


@lru_cache(maxsize=1)
def _parts() -> tuple[frozenset[str], frozenset[str]]:
    table = read_table("resolve.toml")["parts"]
    return frozenset(map(fold, table["before"])), frozenset(map(fold, table["after"]))
