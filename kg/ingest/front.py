"""Takes from the front of a paragraph what is not prose: date, title, byline, agency, dateline."""

import re
from dataclasses import replace
from functools import cache

from kg.ingest.datelines import find_dateline
from kg.ingest.dates import DATE, TIME, WEEKDAY, date_of, find_date
from kg.ingest.phrases import agency_name, agency_words, credit, date_labels, glued, number_words, outlet_name
from kg.ingest.pieces import Piece, skip_space, trimmed
from kg.ingest.titles import end_of_title
from kg.model import BlockKind, Span
from kg.resources import read_words

_NAME = r"(?:[A-Z][\w.'’-]*|(?:al|el|bin|van|von|de|der)\b-?\w*|\d{2,4})"
_NAMES = rf"{_NAME}(?:(?:\s*,\s*|\s+(?:and\s+|&\s+)?){_NAME})*"
_BYLINE = re.compile(rf"[Bb]y:?\s+(?P<author>{_NAMES})")
_LONE_NAMES = re.compile(rf"(?P<author>{_NAME}(?:\s+(?:and\s+)?{_NAME}){{1,7}})\.(?=\s+[A-Z\"“])")
_OPENS = re.compile(r"[\W_]*[A-Z0-9]")
_WEEKDAY = re.compile(rf"\W*{WEEKDAY}\b", re.IGNORECASE)
# What sites put above an article to send it on: "SEND https://example.org/x1", "Get short URL 0 67"
_SENDING = re.compile(
    r"(?:(?:SEND|SHARE|TWEET|PRINT|EMAIL|Share|Print)\s+){0,4}https?\S+"
    r"|[Gg]et short (?:URL|url)(?:\s+0\b)?(?:\s+\d+\b)?"
)
# "a monitor said", "have reportedly been killed", "were wounded": no caption tells news so
_NEWS = re.compile(
    r"\b(?:said|says|(?:have|has|had|was|were)\s(?:\w+\s){0,2}?(?:killed|wounded|injured|captured|destroyed|displaced))\b"
)
_MOST_PIECES = 16
_TITLE_WITHIN = 160
_AGENCY_DATE_WITHIN = 220
_CAPTION_WITHIN = 500
_CAPTION_WORDS = 60
_REPEATED_AT_LEAST = 25


def take_front(text: str, span: Span, keys: tuple[str, ...], *, first: bool) -> tuple[tuple[Piece, ...], Span | None]:
    """The pieces at the front of a paragraph, in order, and the rest of it.

    Args:
        text: the article.
        span: the paragraph.
        keys: the title of the article, as `title_keys` gives it.
        first: whether no prose comes before it: only there stand titles, agencies and datelines.
    """
    pieces: list[Piece] = []
    start = span.start
    while start < span.end and len(pieces) < _MOST_PIECES:
        found = _next_piece(text, start, span.end, keys, pieces, first=first)
        if not found:
            break
        pieces.extend(found)
        start = skip_space(text, found[-1].span.end, span.end)
    return tuple(pieces), trimmed(text, start, span.end)


def _next_piece(
    text: str, start: int, end: int, keys: tuple[str, ...], before: list[Piece], *, first: bool
) -> tuple[Piece, ...]:
    stuck = _SENDING.match(text, start, end) or glued().match(text, start, end)
    if stuck and stuck.end() > start:
        return (Piece(BlockKind.BOILERPLATE, Span(start, stuck.end())),)
    if not first:
        return ()
    if before and before[-1].kind in (BlockKind.DATELINE, BlockKind.PROSE):
        return ()
    if before and before[-1].kind is BlockKind.CAPTION:
        dateline = find_dateline(text, start, end)
        return (dateline,) if dateline else ()
    dated = _date_piece(text, start, end)
    if dated:
        return (dated,)
    titled = _title_pieces(text, start, end, keys, before)
    if titled:
        return titled
    dateline = find_dateline(text, start, end)
    if dateline:
        return (dateline,)
    if signed := _signature(text, start, end, before):
        return (signed,)
    return _caption(text, start, end)


def _opens_prose(rest: str) -> bool:
    """Whether a new sentence, a title or a bracket begins here: no "was the day when ...", no ", when ..."."""
    if rest[0] in ",;":
        return False
    words = rest.lstrip()
    if words[0] in "([" or _BYLINE.match(words):
        return True
    return bool(_OPENS.match(rest) or glued().match(words) or number_words().match(words))


@cache
def _dated() -> re.Pattern[str]:
    label = rf"(?:(?P<published>{date_labels('published')})|(?P<updated>{date_labels('updated')}))"
    clock = rf"(?:{TIME}|\d{{4}}(?:\d\d)?\b(?:\s?[ap]m\b)?(?!\s*(?-i:[a-z]))|at\s+\d{{4}}\b|(?:ksa|gmt|utc)\b)"
    weekday = rf"(?:{WEEKDAY}\b[.,]?\s*)?"
    return re.compile(
        rf"[(\[]?(?:{label}\s*(?:on\b|at\b)?\s*[:|–-]?\s*)?{weekday}(?:{clock}[\s,|-]*)?{weekday}"
        rf"{DATE}(?:[\s,|–-]*(?:at\s+)?{clock})*[)\].]?",
        re.IGNORECASE,
    )


@cache
def _outlet_dated() -> re.Pattern[str]:
    """Matches "Sample TV Published Saturday, March 31, 2018 1:19PM", "Staff | Updated: 5 July 2016"."""
    words = r"(?:[A-Z][\w.'’-]*(?:\s+[-–|•·]\s+|,?\s+)){1,6}"
    label = rf"(?:(?P<published>{date_labels('published')})|(?P<updated>{date_labels('updated')}))"
    return re.compile(
        rf"{words}(?i:{label}\s*(?:on\b|at\b)?\s*[:|–-]?\s*(?:{WEEKDAY}\b[.,]?\s*)?{DATE}(?:[\s,|–-]*(?:at\s+)?{TIME})*)"
    )


def _date_piece(text: str, start: int, end: int) -> Piece | None:
    """A date that opens the text and no sentence: "Published: Fri, March 15, 2019", "Tue 05 Jul 2016 Title"."""
    match = _dated().match(text, start, end) or _outlet_dated().match(text, start, min(end, start + _TITLE_WITHIN))
    if match is None:
        return None
    day = date_of(match)
    rest = text[match.end() : min(end, match.end() + 40)]
    labelled = match["published"] or match["updated"]
    if rest.strip() and not labelled and not _opens_prose(rest):
        return None
    piece = Piece(BlockKind.DATE, Span(start, match.end()))
    return replace(piece, updated=day) if match["updated"] else replace(piece, published=day)


def _title_pieces(text: str, start: int, end: int, keys: tuple[str, ...], before: list[Piece]) -> tuple[Piece, ...]:
    """The title at the front, or a little after it behind names; or a sentence that stands there twice."""
    if keys:
        after = end_of_title(text, start, end, keys)
        if after is not None and _may_follow_title(text, after, end):
            return (Piece(BlockKind.TITLE, Span(start, after)),)
        byline = _BYLINE.match(text, start, min(end, start + _TITLE_WITHIN))
        if byline:
            for space in re.finditer(r"\s+", text[byline.start("author") : byline.end() + 1]):
                position = byline.start("author") + space.end()
                after = end_of_title(text, position, end, keys)
                if after is not None:
                    names = trimmed(text, start, position) or Span(start, position)
                    author = text[byline.start("author") : names.end]
                    return (
                        Piece(BlockKind.BYLINE, names, author=author),
                        Piece(BlockKind.TITLE, Span(position, after)),
                    )
    return _agency_date(text, start, end) if not before else () or _repeated(text, start, end)


def _may_follow_title(text: str, after: int, end: int) -> bool:
    """Whether what comes behind the words of the title shows that they were the title and no sentence's beginning."""
    rest = text[after : min(end, after + 40)]
    if not rest.strip():
        return True
    if text[after - 1] in ".!?:…":
        return True
    return bool(_dated().match(rest.lstrip()) or (_OPENS.match(rest) and not _WEEKDAY.match(rest)))


@cache
def _agency_dated() -> re.Pattern[str]:
    return re.compile(
        rf"\s(?P<agency>{agency_words()})\s+(?:{WEEKDAY}\b,?\s*){DATE}(?=\s+(?-i:[A-Z\"“]))", re.IGNORECASE
    )


def _agency_date(text: str, start: int, end: int) -> tuple[Piece, ...]:
    """An unknown title before agency and date: "Bridge in Homs falls Reuters Saturday 11 Jul 2015 A bridge"."""
    match = _agency_dated().search(text, start, min(end, start + _AGENCY_DATE_WITHIN))
    if match is None or re.search(r"[.!?]\s", text[start : match.start()]):
        return ()
    title = Span(start, match.start())
    signed = Span(match.start("agency"), match.end())
    return (
        Piece(BlockKind.TITLE, title, title=title.of(text)),
        Piece(BlockKind.BYLINE, signed, publisher=agency_name(match["agency"]), published=date_of(match)),
    )


def _repeated(text: str, start: int, end: int) -> tuple[Piece, ...]:
    """A first sentence that stands there twice in a row: the first time it is the lead above the article."""
    again = text.find(text[start : start + _REPEATED_AT_LEAST], start + _REPEATED_AT_LEAST, end)
    if again < 0:
        return ()
    lead = trimmed(text, start, again)
    if lead is None or not text.startswith(lead.of(text), again):
        return ()
    return (Piece(BlockKind.HEADING, lead),)


@cache
def _agency_opening() -> re.Pattern[str]:
    return re.compile(rf"(?:[A-Z]\w+\s+)?(?P<agency>(?i:{agency_words()}))(?:\s+[-–—]+\s+|\s+(?=[A-Z\"“][\w-]*\s+\w+))")


@cache
def _labels_dated() -> re.Pattern[str]:
    label = r"[A-Z][\w.'’-]*"
    clock = rf"(?:,?\s+(?:\d{{4}}(?:\s?[AP]M)?\b|(?i:{TIME})))?"
    return re.compile(rf"(?:{label},?\s+){{1,9}}(?:\d{{4}}\s+)?(?i:{DATE}){clock}\.?(?=\W*[A-Z])")


def _signature(text: str, start: int, end: int, before: list[Piece]) -> Piece | None:
    """Agency, section and names between title and prose: "Reuters Middle East 06.04.2017 ", "A. Writer B. Author. "."""
    labels = _labels_dated().match(text, start, end)
    if labels and (before or _is_signature(labels.group())):
        return Piece(
            BlockKind.BYLINE,
            Span(start, labels.end()),
            publisher=_first_agency(labels.group()),
            published=date_of(labels),
        )
    if not before:
        return None
    agency = _agency_opening().match(text, start, end)
    if agency and text[agency.start("agency")].isupper():
        return Piece(BlockKind.BYLINE, Span(start, agency.end("agency")), publisher=agency_name(agency["agency"]))
    names = _LONE_NAMES.match(text, start, end)
    if names and before[-1].kind is BlockKind.TITLE and _are_names(names["author"]):
        return Piece(BlockKind.BYLINE, Span(start, names.end()), author=names["author"])
    return None


def _is_signature(words: str) -> bool:
    """Whether an outlet, a weekday or a clock's time shows that these words sign an article and tell no story."""
    date_at = find_date(words)
    names = words[: date_at.start()].strip(" ,") if date_at else words
    clock = re.search(rf"\b{WEEKDAY}\b|\d:\d\d", words, re.IGNORECASE)
    return bool(clock or outlet_name(names.split(",")[-1].strip()))


def _are_names(words: str) -> bool:
    """Whether these are whole names: no "Gov. Timothy M.", no "The U.N."."""
    parts = words.split()
    return len(parts[-1]) > 2 and "." not in parts[-1] and parts[0].lower() not in read_words("ingest_english.txt")


def _first_agency(words: str) -> str | None:
    match = re.match(agency_words(), words, re.IGNORECASE)
    return agency_name(match.group()) if match else None


def _caption(text: str, start: int, end: int) -> tuple[Piece, ...]:
    """A caption run into the first lines, told by its credit: "Men wait at a checkpoint. (AFP) At least"."""
    match = credit().search(text, start, min(end, start + _CAPTION_WITHIN))
    if match is None or text[start : match.start()].rstrip()[-1:] not in (".", '"', "”"):
        return ()
    if not re.match(r"\s+[\"“]?[A-Z]", text[match.end() : match.end() + 3]):
        return ()
    last = start
    for ended in re.finditer(r"[a-z]{2}[.!?][\"”]?\s+(?=[A-Z])", text[start : match.start()]):
        last = start + ended.end()
    words = text[last : match.start()]
    if len(words.split()) > _CAPTION_WORDS:
        return ()
    if _NEWS.search(words):
        last = match.start()  # "... a monitor said. (Agency)": news, and only the credit is none
    lead = trimmed(text, start, last)
    return (*((Piece(BlockKind.PROSE, lead),) if lead else ()), Piece(BlockKind.CAPTION, Span(last, match.end())))
