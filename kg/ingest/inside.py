"""Cuts the first paragraph of prose where a dateline or a list of tags has run into it."""

import re

from kg.ingest.datelines import find_inner_dateline
from kg.ingest.phrases import openers
from kg.ingest.pieces import Piece, trimmed
from kg.model import BlockKind, Span

_WITHIN = 900
_TAG_WORDS = 40
# "... near the town. Tags Syria Idlib air raids At least 10 people"
_TAGS = re.compile(r"(?<=[.!?\"”])\s+(?P<tags>(?:Tags|Keywords|Topics):?\s+(?=[A-Z]))")


def split_inside(text: str, span: Span, *, dated: bool) -> list[Piece]:
    """The paragraph as prose, with what has run into its beginning cut out, in order.

    Args:
        text: the article.
        span: the paragraph.
        dated: whether a dateline has been found before; an article has one.
    """
    end = min(span.end, span.start + _WITHIN)
    cuts = [_tags(text, span.start, end), None if dated else find_inner_dateline(text, span.start, end)]
    pieces: list[Piece] = []
    start = span.start
    for cut in sorted((cut for cut in cuts if cut), key=lambda cut: cut.span):
        head = trimmed(text, start, cut.span.start) if cut.span.start >= start else None
        if head is None or trimmed(text, cut.span.end, span.end) is None:
            continue
        pieces += [Piece(BlockKind.PROSE, head), cut]
        start = cut.span.end
    rest = trimmed(text, start, span.end)
    return [*pieces, Piece(BlockKind.PROSE, rest)] if rest else pieces


def _tags(text: str, start: int, end: int) -> Piece | None:
    """A list of tags up to the word that plainly opens a sentence; None where no such word shows its end."""
    match = _TAGS.search(text, start, end)
    if match is None:
        return None
    for count, word in enumerate(re.finditer(r"\S+", text[match.end() : end])):
        if count > _TAG_WORDS or word.group()[-1] in ".!?":
            return None
        if count and word.group() in openers():
            return Piece(BlockKind.BOILERPLATE, Span(match.start("tags"), match.end() + word.start()))
    return None
