"""Places found and where the graph puts them: how many are near enough, and how far off the middle one is."""

from collections.abc import Sequence
from dataclasses import dataclass

from kg.errors import InputError
from kg.model import Span
from kg.score.distance import Point, great_circle_km, to_point
from kg.score.sheet import Fault, Sheet
from kg.score.told import Row

TOWN_KM = 25
"""The right town, or the one beside it."""
REGION_KM = 161
"""100 miles, as in the literature on geoparsing since Cheng, Caverlee and Lee (2010)."""


@dataclass(frozen=True, slots=True)
class Located:
    """A place of the gold, and where the graph puts it.

    Attributes:
        words, span, cls: of the gold.
        gold: where it is; None where the gold does not say.
        found: does the graph tell it?
        told: where the graph says it is; None if it does not say.
        told_name: the graph's name for it.
    """

    words: str
    span: Span | None
    cls: str
    gold: Point | None
    found: bool = False
    told: Point | None = None
    told_name: str = ""


def tick_resolved(sheet: Sheet, places: Sequence[Located], kilometres: Sequence[int], *, of: str = "") -> None:
    """Counts `within … km` and the values of `km error`, over the places whose coordinates the gold gives.

    The recall is over all of them, found or not, and in `within … km, found ones` over those found; the precision and
    the error are over those found to which the graph gives coordinates.

    Args:
        sheet: it gets the counts.
        places: of one article.
        kilometres: how near is near enough, ascending.
        of: added to the names of the measures.
    """
    golds = [place for place in places if place.gold]
    found = [place for place in golds if place.found]
    for limit in kilometres:
        measure = f"within {limit} km{of}"
        _tick_near(sheet, measure, golds, limit)
        _tick_near(sheet, f"{measure}, found ones", found, limit)
    for place in golds:
        if place.gold and place.told:
            kilometres_off = great_circle_km(place.gold, place.told)
            sheet.value(f"km error{of}", kilometres_off)
            sheet.value(f"km error{of}", kilometres_off, place.cls)


def _tick_near(sheet: Sheet, measure: str, golds: Sequence[Located], limit: int) -> None:
    right = [place.cls for place in golds if _is_near(place, limit)]
    told = (place.cls for place in golds if place.told)
    sheet.tick(measure, (place.cls for place in golds), told, zip(right, right, strict=True))


def _is_near(place: Located, limit: int) -> bool:
    return bool(place.gold and place.told and great_circle_km(place.gold, place.told) <= limit)


def note_far(sheet: Sheet, places: Sequence[Located], kilometres: Sequence[int], *, of: str = "") -> None:
    """Notes what was found and lies elsewhere, or nowhere, under the widest measure that it costs."""
    for place in places:
        failed = [limit for limit in kilometres if not _is_near(place, limit)]
        if place.gold is None or not place.found or not failed:
            continue
        measure, expected = f"within {failed[-1]} km{of}", f"{place.words} ({place.gold})"
        if place.told:
            off = great_circle_km(place.gold, place.told)
            told = f"{place.told_name} ({place.told}), {off:.0f} km off"
            sheet.case(measure, Fault.WRONG, place.span, expected=expected, told=told, cls=place.cls)
        else:
            sheet.case(measure, Fault.MISSED, place.span, expected=expected, cls=place.cls)


def told_point(row: Row) -> Point | None:
    """Where a row of `places` says that the place is.

    Raises:
        InputError: there is no such point.
    """
    try:
        return to_point(row["latitude"], row["longitude"])
    except ValueError as error:
        raise InputError(f"places, {row['place']}: {error}") from error


def gold_point(where: str, lat: object, lon: object) -> Point | None:
    """Where the gold says that a place is.

    Args:
        where: the article and place, for the message.
        lat: in degrees, or None.
        lon: in degrees, or None.

    Raises:
        InputError: there is no such point.
    """
    try:
        return to_point(lat, lon)
    except ValueError as error:
        raise InputError(f"{where}: {error}") from error
