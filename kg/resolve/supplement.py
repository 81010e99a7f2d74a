"""The places that this package knows beyond the lists of towns (`kg/data/places.toml`)."""

import re
from collections.abc import Iterator

from kg.model import PlaceKind
from kg.resolve.cities import Cities
from kg.resolve.gazetteer import Entry, distance
from kg.resolve.names import bare, slug
from kg.resources import read_table

_TOLD_APART = re.compile(r" \(.*\)$")  # "Salma (Latakia)": the brackets only tell entries apart
_SAME_TOWN = 20.0  # km; two towns of one name are not so near
_PRECISION = {
    PlaceKind.SETTLEMENT: 1,
    PlaceKind.FACILITY: 1,
    PlaceKind.DISTRICT: 3,
    PlaceKind.REGION: 4,
    PlaceKind.RIVER: 5,
    PlaceKind.BORDER: 5,
    PlaceKind.OTHER: 5,
    PlaceKind.COUNTRY: 6,
}


def supplement_entries(cities: Cities) -> Iterator[Entry]:
    """The places of the table. A settlement that the list of towns has as well takes its GeoNames id from there."""
    for country, rows in sorted(read_table("places.toml").items()):
        for spelled, kind, latitude, longitude, *number in rows:
            code = None if country == "international" else country
            entry = _entry(spelled, PlaceKind(kind), code, latitude, longitude, number[0] if number else None)
            yield _tied(entry, cities) if code else entry


def _entry(
    spelled: str, kind: PlaceKind, country: str | None, latitude: float, longitude: float, number: int | None
) -> Entry:
    first, *others = spelled.split("|")
    id_ = f"{slug(first)}-{(country or 'int').lower()}-{kind.value}"
    names = (_TOLD_APART.sub("", first), *others)
    return Entry(id_, names, kind, country, None, latitude, longitude, 0, number, _PRECISION[kind])


def _tied(entry: Entry, cities: Cities) -> Entry:
    """The entry with the division it lies in and, for a settlement, its identity in the list of towns."""
    latitude, longitude, country = entry.latitude or 0.0, entry.longitude or 0.0, entry.country or ""
    near = cities.nearest(country, latitude, longitude)
    admin = near.admin if near and entry.kind is not PlaceKind.REGION else None
    town = _same_town(entry, cities) if entry.kind is PlaceKind.SETTLEMENT else None
    if town is None:
        return Entry(
            entry.id, entry.names, entry.kind, country, admin, latitude, longitude, 0, entry.geonames, entry.precision
        )
    names = tuple(dict.fromkeys((*entry.names, *town.names)))
    return Entry(
        town.id,
        names,
        entry.kind,
        country,
        town.admin,
        town.latitude,
        town.longitude,
        town.population,
        town.geonames,
        1,
    )


def _same_town(entry: Entry, cities: Cities) -> Entry | None:
    if entry.geonames is not None and (town := cities.get(f"g{entry.geonames}")) is not None:
        return town
    towns = {
        town.id: town for name in entry.names for town in cities.named(bare(name)) if town.country == entry.country
    }
    near = [(distance(town, entry.latitude or 0.0, entry.longitude or 0.0), id_) for id_, town in towns.items()]
    far, id_ = min(near, default=(_SAME_TOWN, ""))
    return towns[id_] if far < _SAME_TOWN else None
