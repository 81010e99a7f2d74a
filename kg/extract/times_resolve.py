"""The days that matched time words stand for: strings and dates only, no syntax."""

import re
from collections.abc import Callable, Mapping
from datetime import date, timedelta
from typing import Final, NamedTuple

from kg.extract import times_calendar as days
from kg.extract.times_calendar import Bounds


class Reckoning(NamedTuple):
    """The day of reference (None: unknown), and whether to look forward from it ("will meet on Tuesday")."""

    day: date | None
    forward: bool


Found = Mapping[str, str]
Resolver = Callable[[Found, Reckoning], Bounds | None]
"""From the named groups of a match and the reckoning to bounds; None where it can't be resolved."""

_NUMBERS: Final[Mapping[str, int]] = {
    word: number
    for number, word in enumerate(
        (
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
        ),
        start=1,
    )
} | {"a": 1, "an": 1, "eighteen": 18, "twenty": 20, "twenty-four": 24, "couple of": 2}
ORDINALS: Final[Mapping[str, int]] = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5,
    "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10,
}  # fmt: skip
_PARTS: Final[Mapping[str, str]] = {"beginning": "early", "start": "early", "middle": "mid", "end": "late"}


def _part(found: Mapping[str, str]) -> str:
    words = (found.get("part") or "").lower().removeprefix("the ").removesuffix(" of")
    return _PARTS.get(words, words.strip("- "))


def _month(words: str) -> int:
    return days.MONTHS[words.lower().rstrip(".")]


def _day(words: str) -> int:
    return int(re.sub(r"\D", "", words))


def full(found: Found, _now: Reckoning) -> Bounds | None:
    """A day of a named month and year."""
    day = days.day_of(int(found["year"]), _month(found["month"]), _day(found["day"]))
    return None if day is None else (day, day)


def iso(found: Found, _now: Reckoning) -> Bounds | None:
    """A day written in digits, year first."""
    day = days.day_of(int(found["year"]), int(found["month"]), int(found["day"]))
    return None if day is None else (day, day)


def month_day(found: Found, now: Reckoning) -> Bounds | None:
    """A day of a named month, no year told."""
    day = (
        None
        if now.day is None
        else days.day_near(now.day, _month(found["month"]), _day(found["day"]), forward=now.forward)
    )
    return None if day is None else (day, day)


def day_range(found: Found, now: Reckoning) -> Bounds | None:
    """The days from one to another."""
    month, last_month = found["month"], found.get("month2") or found["month"]
    if found.get("year"):
        year = int(found["year"])
        low = days.day_of(year, _month(month), _day(found["day"]))
        high = days.day_of(year, _month(last_month), _day(found["day2"]))
    elif now.day is not None:
        high = days.day_near(now.day, _month(last_month), _day(found["day2"]), forward=now.forward)
        low = None if high is None else days.day_near(high, _month(month), _day(found["day"]))
    else:
        return None
    return (low, high) if low is not None and high is not None and low <= high else None


def month_year(found: Found, now: Reckoning) -> Bounds | None:
    """A month, or a part of it, of a year."""
    return days.capped(days.month_of(int(found["year"]), _month(found["month"]), _part(found)), now.day)


def bare_month(found: Found, now: Reckoning) -> Bounds | None:
    """A month, or a part of it, no year told."""
    if now.day is None:
        return None
    return days.capped(days.month_near(now.day, _month(found["month"]), _part(found), forward=now.forward), now.day)


def year(found: Found, now: Reckoning) -> Bounds | None:
    """A year, a part or a season of it."""
    year = int(found["year"])
    bounds = days.season_of(year, found["season"]) if found.get("season") else days.year_of(year, _part(found))
    return days.capped(bounds, now.day)


def year_range(found: Found, now: Reckoning) -> Bounds | None:
    """The years from one to another."""
    low, high = int(found["year"]), int(found["year2"])
    return days.capped((date(low, 1, 1), date(high, 12, 31)), now.day) if low <= high else None


def weekday(found: Found, now: Reckoning) -> Bounds | None:
    """A day of the week."""
    if now.day is None:
        return None
    which = (found.get("which") or "").lower()
    day = days.weekday_near(now.day, days.WEEKDAYS[found["weekday"].lower()], forward=now.forward or which == "next")
    if which == "next" and day == now.day:
        day += timedelta(7)
    if which == "last" and day == now.day:
        day -= timedelta(7)
    if found.get("night"):  # "overnight on Monday": it may have been after midnight
        return days.capped((day, day + timedelta(1)), now.day)
    return day, day


def into_weekday(found: Found, now: Reckoning) -> Bounds | None:
    """The night that ends on a day of the week."""
    if now.day is None:
        return None
    day = days.weekday_near(now.day, days.WEEKDAYS[found["weekday"].lower()])
    return day - timedelta(1), day


def weekday_range(found: Found, now: Reckoning) -> Bounds | None:
    """From one day of the week to another."""
    if now.day is None:
        return None
    high = days.weekday_near(now.day, days.WEEKDAYS[found["weekday2"].lower()])
    return days.weekday_near(high, days.WEEKDAYS[found["weekday"].lower()]), high


_DAY_WORDS: Final[Mapping[str, tuple[int, int]]] = {
    "today": (0, 0), "tonight": (0, 0), "yesterday": (-1, -1), "tomorrow": (1, 1), "overnight": (-1, 0),
    "last night": (-1, 0), "last evening": (-1, -1), "the day before yesterday": (-2, -2),
}  # fmt: skip


def day_word(found: Found, now: Reckoning) -> Bounds | None:
    """The days of "yesterday", "overnight", "this morning"."""
    if now.day is None:
        return None
    words = found["word"].lower()
    # "this morning" is in none of the rows, "yesterday evening" in that of its first word
    low, high = _DAY_WORDS.get(words) or _DAY_WORDS.get(words.split(" ")[0], (0, 0))
    return now.day + timedelta(low), now.day + timedelta(high)


_WHICH: Final[Mapping[str, int]] = {"last": -1, "past": -1, "previous": -1, "this": 0, "next": 1, "coming": 1}


def unit(found: Found, now: Reckoning) -> Bounds | None:
    """The days of "last week", "early this month", "next year"."""
    if now.day is None:
        return None
    step, unit = _WHICH[found["which"].lower()], found["unit"].lower()
    if unit == "week":
        return days.capped(days.week_near(now.day, step), now.day)
    if unit == "weekend":
        return _weekend(now.day, step)
    year, month = days.months_back(now.day, -step) if unit == "month" else (now.day.year + step, 1)
    bounds = days.month_of(year, month, _part(found)) if unit == "month" else days.year_of(year, _part(found))
    return days.capped(bounds, now.day)


def month_of_unit(found: Found, now: Reckoning) -> Bounds | None:
    """The days of "August last year"."""
    if now.day is None:
        return None
    year = now.day.year + _WHICH[found["which"].lower()]
    return days.capped(days.month_of(year, _month(found["month"]), _part(found)), now.day)


_SLACK: Final[Mapping[str, int]] = {"day": 1, "week": 4, "month": 16, "year": 190}


def so_long(found: Found, now: Reckoning) -> Bounds | None:
    """The days of "a four-month siege": back so long from now, and half a unit more, until now."""
    number, unit = _number(found["number"]), found["unit"].lower()
    first = None if now.day is None or number is None else days.back(now.day, number, unit)
    return None if first is None else (first - timedelta(_SLACK[unit]), now.day)


def _weekend(reference: date, step: int) -> Bounds:
    """The last weekend that has begun, or the next one; "last weekend" on a Saturday is that of a week ago."""
    if step > 0:
        saturday = days.weekday_near(reference + timedelta(1), 5, forward=True)
    else:
        saturday = days.weekday_near(reference - timedelta(1) if step < 0 else reference, 5)
    return days.capped((saturday, saturday + timedelta(1)), reference)


def the_weekend(_found: Found, now: Reckoning) -> Bounds | None:
    """The days of "over the weekend"."""
    return None if now.day is None else _weekend(now.day, 0)


def _number(words: str) -> int | None:
    return int(words) if words.isdigit() else _NUMBERS.get(words.lower())


def ago(found: Found, now: Reckoning) -> Bounds | None:
    """Days are exact; weeks leave three days on each side; months and years are those of the calendar."""
    if now.day is None:
        return None
    number, unit = _number(found["number"]), found["unit"].lower()
    if number is None:
        return None, days.back(now.day, 1, unit)
    day = days.back(now.day, number, unit)
    if day is None:
        return None
    if unit == "week":
        return day - timedelta(3), day + timedelta(3)
    if unit == "month":
        return days.capped(days.month_of(day.year, day.month), now.day)
    if unit == "year":
        return days.capped(days.year_of(day.year), now.day)
    return (day, now.day) if unit == "hour" else (day, day)


def past(found: Found, now: Reckoning) -> Bounds | None:
    """The days of "the past six years": all days from then on."""
    if now.day is None:
        return None
    words = found.get("number")
    number = _number(words) if words else None if found.get("many") else 1
    return (None if number is None else days.back(now.day, number, found["unit"].lower())), now.day


def recent(_found: Found, now: Reckoning) -> Bounds | None:
    """The days of "in recent weeks": open to the past."""
    return None if now.day is None else (None, now.day)


def straight(found: Found, now: Reckoning) -> Bounds | None:
    """The days of "for the fourth straight day": three days back to now."""
    number = ORDINALS[found["ordinal"].lower()]
    if now.day is None or number < 2:
        return None
    return days.back(now.day, number - 1, found["unit"].lower()), now.day
