"""The places of the world by name: cities, countries, provinces, rivers, and what wars made known."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from math import asin, cos, inf, radians, sin, sqrt
from typing import Protocol

from kg.model import PlaceKind
from kg.resolve.names import bare, skeleton


@dataclass(frozen=True, slots=True)
class Entry:
    """A place of the gazetteer.

    Attributes:
        id: unique and lasting: "g172955" (GeoNames), "SY-RA" (ISO 3166), "baghouz-sy" (ours).
        names: all its names, the usual English one first.
        country: ISO 3166-1 alpha-2; None for seas and what lies in several countries.
        admin: code of the first-level division that it lies in, or is ("SY.04"), where known.
        population: 0 where unknown.
        precision: UCDP's scale, 1 exact to 7 unknown.
    """

    id: str
    names: tuple[str, ...]
    kind: PlaceKind
    country: str | None
    admin: str | None
    latitude: float | None
    longitude: float | None
    population: int
    geonames: int | None
    precision: int

    @property
    def name(self) -> str:
        return self.names[0]


@dataclass(frozen=True, slots=True)
class Country:
    """A country: its usual English name, and its neighbours by code."""

    code: str
    name: str
    neighbours: frozenset[str]


class Source(Protocol):
    """What can be asked for places."""

    def named(self, key: str) -> tuple[Entry, ...]: ...

    def sounding(self, key: str) -> tuple[Entry, ...]: ...

    def get(self, id: str) -> Entry | None: ...  # noqa: A002


class Lookup:
    """Entries by name, held in memory."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self.entries = tuple(sorted(entries, key=lambda entry: entry.id))
        self._ids = {entry.id: entry for entry in self.entries}
        self._names: dict[str, list[Entry]] = defaultdict(list)
        self._sounds: dict[str, list[Entry]] = defaultdict(list)
        for entry in self.entries:
            for key in sorted({bare(name) for name in entry.names}):
                self._names[key].append(entry)
            for key in sorted({skeleton(name) for name in entry.names}):
                self._sounds[key].append(entry)

    def named(self, key: str) -> tuple[Entry, ...]:
        """The entries with this name (`names.bare`)."""
        return tuple(self._names.get(key, ()))

    def sounding(self, key: str) -> tuple[Entry, ...]:
        """The entries that sound so (`names.skeleton`)."""
        return tuple(self._sounds.get(key, ()))

    def get(self, id: str) -> Entry | None:  # noqa: A002
        """The entry with this id."""
        return self._ids.get(id)


@dataclass(frozen=True, slots=True, eq=False)
class Gazetteer:
    """Places by name, from several sources; the first source that has an entry's id wins."""

    sources: tuple[Source, ...]
    countries: Mapping[str, Country] = field(default_factory=dict)
    adjectives: Mapping[str, str] = field(default_factory=dict)

    def named(self, name: str) -> tuple[Entry, ...]:
        """The places with this name, most populous first."""
        key = bare(name)
        return _ordered(entry for source in self.sources for entry in source.named(key))

    def sounding(self, name: str) -> tuple[Entry, ...]:
        """The places whose name sounds like this one, most populous first."""
        key = skeleton(name)
        return _ordered(entry for source in self.sources for entry in source.sounding(key))

    def get(self, id: str) -> Entry | None:  # noqa: A002
        """The place with this id."""
        for source in self.sources:
            entry = source.get(id)
            if entry is not None:
                return entry
        return None


def distance(entry: Entry, latitude: float, longitude: float) -> float:
    """Kilometres from a place to a point, along the great circle; infinite where the place has no coordinates."""
    if entry.latitude is None or entry.longitude is None:
        return inf
    here, there = radians(entry.latitude), radians(latitude)
    across = radians(longitude - entry.longitude)
    chord = sin((there - here) / 2) ** 2 + cos(here) * cos(there) * sin(across / 2) ** 2
    return 2 * 6371.0 * asin(sqrt(min(1.0, chord)))


def _ordered(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    unique: dict[str, Entry] = {}
    for entry in entries:
        unique.setdefault(entry.id, entry)
    return tuple(sorted(unique.values(), key=lambda entry: (-entry.population, entry.id)))
