"""Dates as headers, footers and metadata write them: complete ones only."""

import re
from datetime import date

_MONTHS = ("january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
           "november", "december")  # fmt: skip
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)"
)
_YEAR = r"(?:19|20)\d\d"

WEEKDAY = r"(?:mon|tue(?:s)?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?"
_ZONE = r"(?:gmt|utc|bst|ksa|est|edt|cst|cdt|pst|pdt|cet|cest|eet|eest|et|msk|ist|local time)\b"
_SHIFT = r"(?:\s?[+-]\d{1,2}(?::?\d\d)?)?"
TIME = "(?:" + "|".join((
    rf"\d{{4}}\s{_ZONE}{_SHIFT}",
    rf"(?:{_ZONE}\s*)?\d{{1,2}}[:.]\d\d(?:[:.]\d\d)?(?:\s?[ap]\.?m\b\.?)?{_SHIFT}(?:\s?{_ZONE}{_SHIFT})?",
    _ZONE,
)) + ")"  # fmt: skip
"""A clock's time: "16:00", "KSA 16:00", "2:36 pm", "1.19pm GMT"."""

# "2017-04-05"; "5th of July, 2016"; "March 15, 2019"; "28.04.2017"
DATE = "(?:" + "|".join((
    rf"(?P<iso_year>{_YEAR})(?P<sep>[-/.])(?P<iso_month>\d{{1,2}})(?P=sep)(?P<iso_day>\d{{1,2}})(?!\d)",
    rf"(?P<day>\d{{1,2}})(?:st|nd|rd|th)?[\s-]+(?:of\s+)?(?P<month>{_MONTH})\b\.?,?[\s-]+(?P<year>{_YEAR})(?!\d)",
    rf"(?P<month2>{_MONTH})\b\.?[\s-]+(?P<day2>\d{{1,2}})(?:st|nd|rd|th)?,?[\s-]*(?P<year2>{_YEAR})(?!\d)",
    rf"(?P<first>\d{{1,2}})(?P<sep2>[-/.])(?P<second>\d{{1,2}})(?P=sep2)(?P<year3>{_YEAR})(?!\d)",
)) + ")"  # fmt: skip
PLAIN_DATE = re.sub(r"\(\?P=\w+\)", "[-/.]", re.sub(r"\?P<\w+>", "?:", DATE))
"""The same without named groups, to stand inside other patterns."""

DAY_MONTH = rf"(?:\d{{1,2}}(?:st|nd|rd|th)?\s+{_MONTH}\b\.?|{_MONTH}\b\.?\s+\d{{1,2}}(?:st|nd|rd|th)?\b)"
_DATE = re.compile(rf"(?<![\w/.-]){DATE}", re.IGNORECASE)


def find_date(text: str, start: int = 0, end: int | None = None) -> re.Match[str] | None:
    """The first match of a date, complete or not understood; `date_of` tells which."""
    return _DATE.search(text, start, len(text) if end is None else end)


def date_of(match: re.Match[str]) -> date | None:
    """The day that a match of `DATE` names; None where it could be two days ("05/07/2016") or there is no such day."""
    group = match.group
    if group("iso_year"):
        return _day(group("iso_year"), group("iso_month"), group("iso_day"))
    if group("month"):
        return _day(group("year"), _month(group("month")), group("day"))
    if group("month2"):
        return _day(group("year2"), _month(group("month2")), group("day2"))
    day_first = _day(group("year3"), group("second"), group("first"))
    if group("sep2") == ".":
        return day_first  # "28.04.2017": written day first wherever dots are used
    month_first = _day(group("year3"), group("first"), group("second"))
    if day_first and month_first and day_first != month_first:
        return None
    return day_first or month_first


def read_date(text: str) -> date | None:
    """The day that a cell or a metadata value names ("2019-03-15T08:00:00Z"), None where that is unclear."""
    match = find_date(text[:80])
    return date_of(match) if match else None


def _month(word: str) -> int:
    return next(n for n, month in enumerate(_MONTHS, 1) if month.startswith(word.lower()[:3]))


def _day(year: str, month: str | int, day: str) -> date | None:
    y, m, d = int(year), int(month), int(day)
    if not 1 <= m <= 12 or not 1 <= d <= 31:
        return None
    try:
        return date(y, m, d)
    except ValueError:  # "31 April 2016": there is no such day
        return None
