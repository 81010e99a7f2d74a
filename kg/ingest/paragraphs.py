"""Cuts a text into paragraphs, whether its lines are wrapped or not."""

import re
from collections.abc import Iterator
from itertools import pairwise

from kg.model import Span

_LINE = re.compile(r"[^\r\n\u2028\u2029\x0b\x0c]+")
_ENDED = re.compile(r"""[.!?:;…][)\]"'”’»]*$""")
_BLANK = re.compile(r"(?:\r\n?|\n|\u2029)[^\S\r\n]*(?:\r\n?|\n|\u2029)|\x0c")
_WRAP_WIDTHS = range(40, 121)
_WRAPPED_SHARE = 0.3
_SLACK = 0.8
_EVEN = 1.3


def find_paragraphs(text: str) -> tuple[Span, ...]:
    """The paragraphs in order, white space around them left out; lines that a wrap has cut are one paragraph.

    A text counts as wrapped where many of its lines go on in the next one with a small letter; then a line that had
    room for the next word ends its paragraph. In other texts a line is a paragraph.
    """
    lines = find_lines(text)
    width = _wrap_width(text, lines)
    paragraphs: list[Span] = []
    before: Span | None = None
    for line in lines:
        if before and _goes_on(text, before, line, width):
            paragraphs[-1] = Span(paragraphs[-1].start, line.end)
        else:
            paragraphs.append(line)
        before = line
    return tuple(paragraphs)


def find_lines(text: str) -> tuple[Span, ...]:
    """The lines that have words, without the white space around them."""
    found = []
    for match in _LINE.finditer(text):
        line = match.group()
        words = line.strip()
        if words:
            start = match.start() + len(line) - len(line.lstrip())
            found.append(Span(start, start + len(words)))
    return tuple(found)


def _neighbours(text: str, lines: tuple[Span, ...]) -> Iterator[tuple[str, str]]:
    for line, following in pairwise(lines):
        if not _BLANK.search(text, line.end, following.start):
            yield line.of(text), following.of(text)


def _wrap_width(text: str, lines: tuple[Span, ...]) -> int:
    """The width to which the text is wrapped, 0 for a text that is not."""
    pairs = list(_neighbours(text, lines))
    going_on = [line for line, following in pairs if following[0].islower() and not _ENDED.search(line)]
    if len(going_on) < 2 or len(going_on) < _WRAPPED_SHARE * len(pairs):
        return 0
    widths = sorted(len(line) for line in going_on)
    width = widths[int(0.9 * (len(widths) - 1))]
    lengths = sorted(len(line) for line in lines)
    even = lengths[int(0.95 * (len(lengths) - 1))] <= _EVEN * width
    return width if width in _WRAP_WIDTHS and even else 0


def _goes_on(text: str, line_before: Span, line: Span, width: int) -> bool:
    """Whether the line goes on with the paragraph of the line before it."""
    if _BLANK.search(text, line_before.end, line.start):
        return False
    before = line_before.of(text)
    following = line.of(text)
    if following[0].islower() and not _ENDED.search(before):
        return True  # "... said the US-led" / "coalition" / "in a statement": a link stood on a line of its own
    if not width:
        return False
    next_word = following.split(maxsplit=1)[0]
    return len(before) + 1 + len(next_word) > _SLACK * width
