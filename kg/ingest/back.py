"""Takes from the back of a paragraph what is not prose: sign-offs, reporters, counters, menus."""

import re
from functools import cache

from kg.ingest.dates import DATE, TIME, WEEKDAY, date_of
from kg.ingest.phrases import agency_name, agency_words, date_labels, glued, tails
from kg.ingest.pieces import Piece, trimmed
from kg.model import BlockKind, Span

_MOST_PIECES = 16
_TAIL_WITHIN = 900
_ENDED = r"(?<=[.!?\"”’)])"
_SOURCE = re.compile(rf"{_ENDED}\s*\(?(?:Source|With|Via|Tags?)\b:?\s+[^.!?]{{2,200}}$")
# "... Rises to 70 Tags Syria Aleppo Community standardsDiscussion Comment via": a page's foot, whatever stands before
_FOOT = re.compile(r"(?<=\s)Tags?\s[^.!?]{2,300}Community standards.{0,200}$", re.DOTALL)
_WORD = r"(?:[A-Z0-9][\w'’./-]*|/|-|and)"
_REMNANT = re.compile(rf"{_ENDED}\s+(?P<words>{_WORD}(?:\s+{_WORD}){{0,5}})(?<!\.)$")
_NUMBER = re.compile(rf"{_ENDED}\s*[A-Z]{{0,4}}[\s/]?\d[\d/-]*$")
_REMNANT_LENGTH = 60


def take_back(text: str, span: Span, *, last: bool) -> tuple[Span | None, tuple[Piece, ...]]:
    """What is left of a paragraph, and the pieces behind it, in order.

    Args:
        text: the article.
        span: the paragraph.
        last: whether no prose comes after it: only there stand sign-offs.
    """
    pieces: list[Piece] = []
    rest: Span | None = span
    while rest is not None and len(pieces) < _MOST_PIECES:
        found = _last_piece(text, rest, last=last)
        if found is None:
            break
        pieces.insert(0, found)
        rest = trimmed(text, rest.start, found.span.start)
    return rest, tuple(pieces)


def _last_piece(text: str, span: Span, *, last: bool) -> Piece | None:
    for match in glued().finditer(text, max(span.start, span.end - 60), span.end):
        if match.end() == span.end and _sentence_ended(text, span.start, match.start()):
            return _piece(text, match.start(), span.end)
    if not last:
        return None
    foot = _FOOT.search(text, span.start, span.end)
    if foot is not None:
        return _piece(text, foot.start(), span.end)
    return _dated_end(text, span) or _tail(text, span) or _sign_off(text, span) or _remnant(text, span)


def _sentence_ended(text: str, start: int, end: int) -> bool:
    words = text[start:end].rstrip()
    return not words or words[-1] in '.!?"”’)'


def _piece(text: str, start: int, end: int, publisher: str | None = None) -> Piece | None:
    span = trimmed(text, start, end)
    return Piece(BlockKind.BOILERPLATE, span, publisher=publisher) if span else None


@cache
def _updated() -> re.Pattern[str]:
    return re.compile(rf"{date_labels('updated')}\s*:?\s*(?:{WEEKDAY}\b,?\s*)?{DATE}", re.IGNORECASE)


def _tail(text: str, span: Span) -> Piece | None:
    """All from the first phrase on that speaks about the article: "... he said. Reporting by A. Writer"."""
    words = text[span.start : span.end]
    match = tails().search(words, max(0, len(words) - _TAIL_WITHIN))
    if match is None:
        return None
    piece = _piece(text, span.start + match.start("tail"), span.end)
    if piece is None:
        return None
    updated = _updated().search(text, piece.span.start, span.end)
    return Piece(piece.kind, piece.span, updated=date_of(updated) if updated else None)


@cache
def _dated() -> re.Pattern[str]:
    label = rf"(?:(?P<published>{date_labels('published')})|(?P<updated>{date_labels('updated')}))"
    return re.compile(
        rf"(?:{_ENDED}|^)\s*(?:{label}\s*:?\s*)?(?:{WEEKDAY}\b,?\s*)?{DATE}(?:[\s,|–-]*(?:at\s+)?{TIME})*\s*$",
        re.IGNORECASE,
    )


def _dated_end(text: str, span: Span) -> Piece | None:
    """A date behind the last sentence: "... he said. Updated 7 April 2017"."""
    words = text[span.start : span.end]
    match = _dated().search(words, max(0, len(words) - 100))
    found = trimmed(text, span.start + match.start(), span.end) if match else None
    if match is None or found is None:
        return None
    day = date_of(match)
    if match["updated"]:
        return Piece(BlockKind.DATE, found, updated=day)
    return Piece(BlockKind.DATE, found, published=day)


@cache
def _signed() -> re.Pattern[str]:
    agency = rf"(?:{agency_words()})(?:\s*(?:/|,|&|\band\b)\s*(?:{agency_words()}|agencies))*"
    return re.compile(
        rf"(?:{_ENDED}\s*[-–—]*\s*[(\[/|]?|\s[-–—]+\s*[(\[]?|\s[(\[/|])\s*(?P<agency>{agency})\s*[)\]/|]?\.?$",
        re.IGNORECASE,
    )


def _sign_off(text: str, span: Span) -> Piece | None:
    """The agency that signs: "... on Monday. --Reuters", "... he said. (AFP)"."""
    words = text[span.start : span.end]
    match = _signed().search(words, max(0, len(words) - 80))
    if match and match["agency"][0].isupper():
        return _piece(text, span.start + match.start(), span.end, agency_name(match["agency"]))
    match = _SOURCE.search(words, max(0, len(words) - 200))
    return _piece(text, span.start + match.start(), span.end) if match else None


def _remnant(text: str, span: Span) -> Piece | None:
    """Names or a number behind the last sentence: "... he said. A. Writer / B. Author", "... he said. 218-11"."""
    words = text[span.start : span.end]
    match = _NUMBER.search(words, max(0, len(words) - 30)) or _REMNANT.search(
        words, max(0, len(words) - _REMNANT_LENGTH)
    )
    return _piece(text, span.start + match.start(), span.end) if match else None
