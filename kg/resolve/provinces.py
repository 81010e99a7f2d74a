"""The first-level divisions of countries, by ISO 3166-2, each in the middle of the towns it holds."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

import pycountry

from kg.model import PlaceKind
from kg.resolve.cities import Cities
from kg.resolve.gazetteer import Entry
from kg.resolve.names import bare, skeleton
from kg.resources import read_table

_LARGEST = 3  # a town that gives its division the name is among so many largest of it


def province_entries(cities: Cities) -> Iterator[Entry]:
    """The divisions; those of our own table, which knows their usual names, instead of the standard's.

    The standard tells no coordinates, and the list of towns no names of divisions. A division is tied to the
    towns by one of them: the seat that our table names, or the large town of its name ("Ar Raqqah").
    """
    own = {f"{country}-{code}": (names, seat) for country, rows in _table() for names, seat, code in rows}
    pairs = [(id_, names.split("|"), _seat(cities, id_[:2], seat)) for id_, (names, seat) in sorted(own.items())]
    for row in sorted(pycountry.subdivisions, key=lambda row: str(row.code)):
        if row.parent_code is None and row.code not in own:
            names = [name.strip() for name in row.name.replace("]", "").split("[")]
            pairs.append((row.code, names, _namesake(cities, row.country_code, names[0])))
    claims = Counter(seat.admin for id_, _, seat in pairs if seat)
    for id_, names, seat in pairs:
        if seat is not None and id_ in own and _namesakes(names, seat):
            yield _with_names(seat, names)
        yield _entry(id_, names, seat, cities, shared=bool(seat and claims[seat.admin] > 1 and id_ not in own))


def _table() -> list[tuple[str, list[tuple[str, str, str]]]]:
    return sorted(read_table("resolve-provinces.toml").items())


def _entry(id_: str, names: list[str], seat: Entry | None, cities: Cities, *, shared: bool) -> Entry:
    """A division; of several that claim one group of towns, none is sure to be it, and each stands at its seat."""
    admin = seat.admin if seat and not shared else None
    if id_.startswith("US-"):  # the list of towns uses the postal codes; many towns there share a name
        admin = id_.replace("-", ".")
    middle = cities.centre(admin) if admin else (seat.latitude, seat.longitude) if seat else None
    latitude, longitude = middle or (None, None)
    spelled = (*names, *(cities.names(seat) if seat and _namesakes(names, seat) else ()))
    return Entry(id_, tuple(dict.fromkeys(spelled)), PlaceKind.REGION, id_[:2], admin, latitude, longitude, 0, None, 4)


def _namesakes(names: list[str], seat: Entry) -> bool:
    return skeleton(seat.name) in {skeleton(name) for name in names}


def _with_names(seat: Entry, names: list[str]) -> Entry:
    """The town with the spellings that our table knows of its division ("Hassakeh" is Al-Hasakah)."""
    spelled = tuple(dict.fromkeys((*seat.names, *names)))
    return replace(seat, names=spelled)


def _seat(cities: Cities, country: str, name: str) -> Entry | None:
    towns = cities.named(bare(name)) or ()
    found = [town for town in towns if town.country == country]
    found = found or [town for town in cities.sounding(skeleton(name)) if town.country == country]
    return max(found, key=lambda town: (town.population, town.id), default=None)


def _namesake(cities: Cities, country: str, name: str) -> Entry | None:
    town = _seat(cities, country, name)
    return town if town is not None and cities.rank(town) < _LARGEST else None
