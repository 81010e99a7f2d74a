"""Arithmetic of days: names of time turned into inclusive bounds, reckoned back from a day of reference."""

import calendar
from collections.abc import Mapping
from datetime import date, timedelta
from typing import Final

Bounds = tuple[date | None, date | None]

WEEKDAYS: Final[Mapping[str, int]] = {
    name.lower(): index for index, name in enumerate(calendar.day_name)
} | {"tues": 1, "wed": 2, "weds": 2, "thurs": 3, "thur": 3, "thu": 3, "fri": 4, "tue": 1, "mon": 0}  # fmt: skip
MONTHS: Final[Mapping[str, int]] = {
    name.lower(): index for index, name in enumerate(calendar.month_name) if name
} | {name.lower(): index for index, name in enumerate(calendar.month_abbr) if name} | {"sept": 9}  # fmt: skip
_SEASONS: Final[Mapping[str, tuple[int, int]]] = {
    "spring": (3, 5),
    "summer": (6, 8),
    "autumn": (9, 11),
    "fall": (9, 11),
}
_FIRST_YEAR, _LAST_YEAR = 1000, 2100


def day_of(year: int, month: int, day: int) -> date | None:
    """That day, or None where the calendar has none ("31 June")."""
    if not (_FIRST_YEAR <= year <= _LAST_YEAR and 1 <= month <= 12):
        return None
    return date(year, month, day) if 1 <= day <= calendar.monthrange(year, month)[1] else None


def month_of(year: int, month: int, part: str = "") -> Bounds:
    """The first and last day of a month, or of its early (1-10), middle (11-20) or late (21-end) part."""
    last = calendar.monthrange(year, month)[1]
    low, high = {"early": (1, 10), "mid": (11, 20), "late": (21, last)}.get(part, (1, last))
    return date(year, month, low), date(year, month, high)


def year_of(year: int, part: str = "") -> Bounds:
    """The first and last day of a year, or of its early, middle or late four months."""
    low, high = {"early": (1, 4), "mid": (5, 8), "late": (9, 12)}.get(part, (1, 12))
    return date(year, low, 1), month_of(year, high)[1]


def season_of(year: int, season: str) -> Bounds:
    """The months of a season of the northern year; all of the year for winter, which has parts of two."""
    if season not in _SEASONS:
        return year_of(year)
    low, high = _SEASONS[season]
    return date(year, low, 1), month_of(year, high)[1]


def weekday_near(reference: date, weekday: int, *, forward: bool = False) -> date:
    """The latest such weekday not after the reference day; looking forward, the next one not before it."""
    if forward:
        return reference + timedelta((weekday - reference.weekday()) % 7)
    return reference - timedelta((reference.weekday() - weekday) % 7)


def day_near(reference: date, month: int, day: int, *, forward: bool = False) -> date | None:
    """The latest such day of a year not after the reference day, or the next one not before it."""
    years = (reference.year, reference.year + 1) if forward else (reference.year, reference.year - 1)
    for year in years:
        found = day_of(year, month, day)
        if found is not None and (found >= reference if forward else found <= reference):
            return found
    return None


def month_near(reference: date, month: int, part: str = "", *, forward: bool = False) -> Bounds:
    """The latest such month that has begun by the reference day, or the next one that has not ended."""
    year = reference.year
    low, high = month_of(year, month, part)
    if forward:
        return (low, high) if high is not None and high >= reference else month_of(year + 1, month, part)
    return (low, high) if low is not None and low <= reference else month_of(year - 1, month, part)


def months_back(reference: date, months: int) -> tuple[int, int]:
    """Year and month, so many months before the reference day."""
    index = reference.year * 12 + reference.month - 1 - months
    return index // 12, index % 12 + 1


def week_near(reference: date, weeks: int) -> Bounds:
    """Monday and Sunday of the calendar week so many weeks after that of the reference day (-1: "last week")."""
    monday = reference - timedelta(reference.weekday()) + timedelta(7 * weeks)
    return monday, monday + timedelta(6)


def back(reference: date, number: int, unit: str) -> date | None:
    """The day so many hours, days, weeks, months or years before; None beyond the calendar."""
    if unit == "hour":
        return reference - timedelta(-(-number // 24))
    if unit in ("day", "week"):
        return reference - timedelta(number * (7 if unit == "week" else 1)) if number < 40_000 else None
    year, month = months_back(reference, number * (12 if unit == "year" else 1))
    if year < _FIRST_YEAR:
        return None
    return date(year, month, min(reference.day, calendar.monthrange(year, month)[1]))


def capped(bounds: Bounds, reference: date | None) -> Bounds:
    """Bounds that do not run on beyond the reference day, where they began by then."""
    low, high = bounds
    if reference is not None and high is not None and high > reference and (low is None or low <= reference):
        return low, reference
    return bounds
