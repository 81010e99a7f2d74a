"""A piece of a text: its kind, and what it tells of the article."""

from dataclasses import dataclass
from datetime import date

from kg.model import BlockKind, Span


@dataclass(frozen=True, slots=True)
class Piece:
    """A block, and what its words tell of the article; None for what they do not tell."""

    kind: BlockKind
    span: Span
    title: str | None = None
    published: date | None = None
    updated: date | None = None
    publisher: str | None = None
    author: str | None = None
    dateline: Span | None = None


def skip_space(text: str, start: int, end: int) -> int:
    """The offset of the first character at or after `start` that is no white space; `end` if there is none."""
    while start < end and text[start].isspace():
        start += 1
    return start


def trimmed(text: str, start: int, end: int) -> Span | None:
    """The span without white space around it; None if nothing is left."""
    while end > start and text[end - 1].isspace():
        end -= 1
    start = skip_space(text, start, end)
    return Span(start, end) if start < end else None
