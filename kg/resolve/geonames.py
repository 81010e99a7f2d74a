"""Reads a GeoNames dump (`allCountries.txt`, `SY.txt`), for those who need more places than come with the package."""

from collections.abc import Iterator
from pathlib import Path

from kg.errors import ArticleError
from kg.model import PlaceKind
from kg.resolve.gazetteer import Entry

_COLUMNS = 19
# By feature code, then by feature class (https://www.geonames.org/export/codes.html); others are left out.
_CODES = {
    "PCLI": (PlaceKind.COUNTRY, 6),
    "PCLS": (PlaceKind.COUNTRY, 6),
    "PCLD": (PlaceKind.COUNTRY, 6),
    "ADM1": (PlaceKind.REGION, 4),
    "ADM2": (PlaceKind.DISTRICT, 3),
    "ADM3": (PlaceKind.DISTRICT, 3),
    "RGN": (PlaceKind.REGION, 5),
    "STM": (PlaceKind.RIVER, 5),
    "STMI": (PlaceKind.RIVER, 5),
}
_CLASSES = {
    "P": (PlaceKind.SETTLEMENT, 1),
    "S": (PlaceKind.FACILITY, 1),
    "H": (PlaceKind.OTHER, 5),
    "T": (PlaceKind.OTHER, 5),
}


def read_geonames(path: Path) -> Iterator[Entry]:
    """The places of a dump, in its order.

    Raises:
        ArticleError: a line does not have the nineteen columns of GeoNames.
    """
    with path.open(encoding="utf-8") as handle:
        for number, line in enumerate(handle, 1):
            cells = line.rstrip("\n").split("\t")
            if len(cells) != _COLUMNS:
                raise ArticleError(f"{path}, line {number}", f"{len(cells)} columns, a GeoNames dump has {_COLUMNS}")
            kind = _CODES.get(cells[7]) or _CLASSES.get(cells[6])
            if kind is not None:
                yield _entry(cells, *kind)


def _entry(cells: list[str], kind: PlaceKind, precision: int) -> Entry:
    number, name, ascii_name, others = cells[:4]
    latin = (
        other for other in others.split(",") if other and other[0] < "ɐ" and (len(other) > 3 or not other.isupper())
    )
    names = tuple(dict.fromkeys((name, ascii_name, *latin)))
    country = cells[8] or None
    admin = f"{country}.{cells[10]}" if country and cells[10] and kind is not PlaceKind.COUNTRY else None
    id_ = str(country) if kind is PlaceKind.COUNTRY else f"g{number}"
    return Entry(
        id_, names, kind, country, admin, float(cells[4]), float(cells[5]), int(cells[14] or 0), int(number), precision
    )
