"""Cuts Markdown into paragraphs, and tells its titles, headings, pictures and code from its prose."""

import re

from kg.ingest.dates import read_date
from kg.ingest.paragraphs import find_lines
from kg.ingest.pieces import Piece, trimmed
from kg.model import BlockKind, Span

_FRONT_MATTER = re.compile(r"\A\s*(---|\+\+\+)[ \t]*\r?\n(?P<body>.*?)\r?\n\1[ \t]*(?:\r?\n|\Z)", re.DOTALL)
_FIELD = re.compile(
    r"^(?P<name>title|date|published|author|publisher|source)\s*[:=]\s*[\"']?(?P<value>.*?)[\"']?\s*$", re.MULTILINE
)
_HEADING = re.compile(r"(?P<marks>#{1,6})\s+(?P<words>.*?)(?:\s+#+)?$")
_UNDERLINE = re.compile(r"=+|-+")
_FENCE = re.compile(r"```|~~~")
_NO_PROSE = re.compile(r"[|<]|\[[^\]]+\]:\s|(?:[-*_]\s*){3,}$")  # a table, HTML, a link's address, a rule
_PICTURE = re.compile(r"!\[[^\]]*\]\([^)]*\)\W*")
_MARKER = re.compile(r"(?:>\s*)*(?:(?:[-*+]|\d{1,3}[.)])\s+)?")


def split_markdown(text: str) -> tuple[tuple[Piece, ...], tuple[Span, ...]]:
    """What the marks tell to be no prose, and the paragraphs that are left, both in text order.

    The marks of lists and quotes stand outside the paragraphs; lines that no empty line parts are one paragraph.
    """
    pieces = list(_front_matter(text))
    start = pieces[0].span.end if pieces else 0
    lines = [line for line in find_lines(text) if line.start >= start]
    paragraphs: list[Span] = []
    fenced = False
    end_before = -1  # of the last line of an open paragraph
    for line in lines:
        words = line.of(text)
        fence = bool(_FENCE.match(words))
        if fence or fenced:
            pieces.append(Piece(BlockKind.BOILERPLATE, line))
            fenced = fenced != fence
        elif piece := _marked(line, words, titled=any(piece.title for piece in pieces)):
            pieces.append(piece)
        elif end_before >= 0 and _UNDERLINE.fullmatch(words) and text.count("\n", end_before, line.start) == 1:
            pieces.append(_underlined(text, paragraphs.pop(), line, titled=any(piece.title for piece in pieces)))
        else:
            end_before = _add_line(text, paragraphs, line, end_before)
            continue
        end_before = -1
    return tuple(sorted(pieces, key=lambda piece: piece.span)), tuple(paragraphs)


def _front_matter(text: str) -> tuple[Piece, ...]:
    match = _FRONT_MATTER.match(text)
    span = trimmed(text, match.start(), match.end()) if match else None
    if match is None or span is None:
        return ()
    told = {field["name"]: field["value"] or None for field in _FIELD.finditer(match["body"])}
    return (
        Piece(
            BlockKind.BOILERPLATE,
            span,
            title=told.get("title"),
            published=read_date(told.get("published") or told.get("date") or ""),
            publisher=told.get("publisher") or told.get("source"),
            author=told.get("author"),
        ),
    )


def _marked(line: Span, words: str, *, titled: bool) -> Piece | None:
    heading = _HEADING.match(words)
    if heading:
        if heading["marks"] == "#" and not titled:
            return Piece(BlockKind.TITLE, line, title=heading["words"] or None)
        return Piece(BlockKind.HEADING, line)
    if _PICTURE.fullmatch(words):
        return Piece(BlockKind.CAPTION, line)
    if _NO_PROSE.match(words):
        return Piece(BlockKind.BOILERPLATE, line)
    return None


def _underlined(text: str, words: Span, line: Span, *, titled: bool) -> Piece:
    """The heading that a line of "===" or "---" makes of the paragraph before it."""
    span = Span(words.start, line.end)
    if line.of(text).startswith("=") and not titled:
        return Piece(BlockKind.TITLE, span, title=words.of(text))
    return Piece(BlockKind.HEADING, span)


def _add_line(text: str, paragraphs: list[Span], line: Span, end_before: int) -> int:
    """Puts a line to the open paragraph or opens one; returns where the paragraph ends now."""
    marker = _MARKER.match(text, line.start, line.end)
    start = marker.end() if marker else line.start
    span = trimmed(text, start, line.end)
    if span is None:
        return -1
    listed = bool(marker and marker.group().strip(" >"))
    parted = end_before < 0 or text.count("\n", end_before, line.start) + text.count("\r", end_before, line.start) > 2
    if not listed and not parted and text[end_before : line.start].count("\n") <= 1:
        paragraphs[-1] = Span(paragraphs[-1].start, span.end)
    else:
        paragraphs.append(span)
    return span.end
