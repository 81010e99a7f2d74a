"""Finds datelines: "BAGHOUZ, Syria (AP) —"."""

import re
from functools import cache

from kg.ingest.dates import DAY_MONTH, PLAIN_DATE, WEEKDAY, read_date
from kg.ingest.phrases import agency_name, agency_words, not_places, outlet_name, place_starts
from kg.ingest.pieces import Piece
from kg.model import BlockKind, Span

_CAPS = r"[A-Z][A-Z'’.]{2,}(?:[ /-](?:(?:al|el|ad|as|ar|az|de|la)-)?[A-Z][A-Z'’.]+){0,4}"
_TITLED = r"[A-Z][\w'’]+(?:[ /-](?:(?:al|el|ad|as|ar|az)-)?[A-Z][\w'’]+){0,3}"
_REGION = r"(?:,\s*[A-Z][\w'’.]*(?:\s[A-Z][\w'’.]*){0,2}){0,2}"
# A dash, also one that a wrong decoding has spoilt: "BEIRUT (AP) \x97 A man", "BEIRUT (AP) â€” A man"
_DASH = r"(?:[-–—_\x96\x97\ufffd]|â€[”“\"\x93\x94])"
_NEAR = re.compile(r"(?:near|outside|inside|aboard|around)\s+", re.IGNORECASE)  # "NEAR MOSUL, Iraq — "
_OPENING = r"(?=[\"“‘'(\[]?[A-Z0-9])"
_STANDS = r"(?<![\w])"
_MONTHS_AND_DAYS = re.compile(
    rf"(?:{WEEKDAY}|{DAY_MONTH}|\w+ber|january|february|march|april|june|july|august)$", re.IGNORECASE
)


@cache
def _with_agency(place: str) -> re.Pattern[str]:
    """Matches "BAGHOUZ, Syria (AP) — ", "BEIRUT, March 3 (Reuters) - ", "HOMS, 3rd January 2017, (SANA) "."""
    when = rf"(?:,?\s*(?:(?i:{WEEKDAY})\b,?\s*)?(?i:{PLAIN_DATE}|{DAY_MONTH}))?"
    agency = rf"\(\s*(?P<agency>(?i:{agency_words()})[^()]{{0,30}})\)"
    return re.compile(
        rf"{_STANDS}(?:(?P<place>{place}{_REGION}?)(?P<when>{when}),?\s*)?{agency}\s*(?::|{_DASH}|\"(?=\s))*\s*{_OPENING}"
    )


@cache
def _with_unknown_agency() -> re.Pattern[str]:
    """Matches "HOMS, Syria (NW) — ": without a known agency it takes a dash and capitals or a region."""
    when = rf"(?:,?\s*(?:(?i:{WEEKDAY})\b,?\s*)?(?i:{PLAIN_DATE}|{DAY_MONTH}))?"
    place = rf"(?P<place>{_CAPS}{_REGION}|{_TITLED}(?=,){_REGION})"
    return re.compile(rf"{place}(?P<when>{when}),?\s*\((?P<agency>[A-Z][\w .&-]{{1,30}})\)\s*{_DASH}+\s*{_OPENING}")


@cache
def _with_dash() -> re.Pattern[str]:
    """Matches "BEIRUT: ", "GAZA CITY, Gaza Strip — ", "Homs, SANA – ", "Beirut - "."""
    agency = rf"(?:,?\s*(?P<agency>(?i:{agency_words()})))?"
    when = rf"(?P<when>(?:,?\s*(?:(?i:{WEEKDAY})\b,?\s*)?(?i:{PLAIN_DATE}|{DAY_MONTH}))?)"
    agency2, when2 = agency.replace("agency", "agency2"), when.replace("when", "when2")
    capitals = rf"(?P<place>{_CAPS}{_REGION})?{when}{agency}\s*(?::\s|{_DASH}+\s|[—–])"
    titled = rf"(?P<titled>{_TITLED}{_REGION}){when2}{agency2}\s*(?:[–—]\s?|\s?-{{1,2}}\s)"
    return re.compile(rf"(?:{capitals}|{titled})\s*{_OPENING}")


def find_dateline(text: str, start: int, end: int) -> Piece | None:
    """The dateline that stands at `start`, with the white space after it."""
    match = _with_agency(f"(?:{_CAPS}|{_TITLED})").match(text, start, end)
    if match is None:
        match = _with_unknown_agency().match(text, start, end) or _with_dash().match(text, start, end)
    return _to_piece(match) if match else None


def find_inner_dateline(text: str, start: int, end: int) -> Piece | None:
    """A dateline with place in capitals and agency after the first sentences: "... on Monday. MOSCOW (Sputnik) "."""
    for match in _with_agency(_CAPS).finditer(text, start, end):
        before = text[start : match.start()].rstrip()
        if match["place"] and before.endswith((".", "!", "?", '"', "”")):
            return _to_piece(match)
    return None


def _to_piece(match: re.Match[str]) -> Piece | None:
    groups = match.groupdict()
    name = "place" if groups.get("place") else "titled"
    agency = outlet_name(groups.get("agency") or groups.get("agency2") or "")
    when = groups.get("when") or groups.get("when2") or ""
    if groups.get("titled") and not _looks_like_place(groups):
        return None
    place, signed = _place_span(match, name) if groups.get(name) else (None, None)
    agency = agency or signed
    if place is None and not agency:
        return None
    return Piece(
        BlockKind.DATELINE,
        Span(match.start(), match.end()),
        published=read_date(when),
        publisher=agency,
        dateline=place,
    )


def _looks_like_place(groups: dict[str, str | None]) -> bool:
    """Whether words in small letters before a dash may be a place: one word, or with region, agency or date."""
    words = groups.get("titled") or ""
    if "," in words or groups.get("agency2") or groups.get("when2"):
        return True
    parts = words.lower().split()
    return len(parts) == 1 or parts[0] in place_starts() or parts[-1] in ("city", "province", "town", "camp", "airport")


def _place_span(match: re.Match[str], name: str) -> tuple[Span | None, str | None]:
    """The words of the place, None where they name none, and the agency that stood behind a comma ("Homs, SANA")."""
    start, end = match.span(name)
    near = _NEAR.match(match[name])
    start += near.end() if near else 0
    words = match.string[start:end]
    parts = words.split(",")
    agency = None
    while len(parts) > 1 and agency_name(parts[-1]):
        agency = agency_name(parts[-1])
        end -= len(parts.pop()) + 1
    first = parts[0].strip()
    if first.lower() in not_places() or agency_name(first) or _MONTHS_AND_DAYS.match(first):
        return None, agency
    return Span(start, end), agency
