"""Cuts the first paragraph of prose where a dateline or a list of tags has run into it."""

import re

from kg.ingest.datelines import find_inner_dateline
from kg.ingest.phrases import openers, running_words
from kg.ingest.pieces import Piece, trimmed
from kg.model import BlockKind, Span

_WITHIN = 900
_TAG_WORDS = 40
_LINKS = frozenset({"in", "of", "for"})  # in names, too, with a capital or "the" behind
_DAYS = frozenset({"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"})
# "... near the town. Tags Syria Idlib air raids At least 10 people"; of these "Tags" alone may follow a lost full stop
_TAGS = re.compile(
    r"(?:(?<=[.!?\"”])\s+(?P<tags>(?:Tags|Keywords|Topics):?\s+)|(?<=[a-z])\s+(?P<bare>Tags\s+))(?=[A-Z])"
)


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
    """A list of tags up to the words that open a sentence; None where nothing shows its end."""
    match = _TAGS.search(text, start, end)
    if match is None:
        return None
    words = list(re.finditer(r"\S+", text[match.end() : end]))[:_TAG_WORDS]
    first = _end_of_tags([word.group() for word in words])
    if first is None or first == len(words):
        return None
    begin = match.start("tags" if match["tags"] else "bare")
    return Piece(BlockKind.BOILERPLATE, Span(begin, match.end() + words[first].start()))


def _end_of_tags(words: list[str]) -> int | None:
    """The index of the first word behind a list of tags.

    A word that opens sentences ("At least ..."), what follows a full stop, or, where only a word of a sentence shows
    that one runs ("... Aleppo Warplanes carried out a"), the last word with a capital before that.
    """
    for count, word in enumerate(words):
        if count and word in openers():
            return count
        small_behind = count + 1 < len(words) and words[count + 1].islower() and words[count + 1] != "the"
        if word in running_words() or (word in _LINKS and small_behind):
            return next((n for n in range(count - 1, 0, -1) if words[n][0].isupper() and words[n] not in _DAYS), None)
        if word[-1] in ".!?":
            return count + 1
    return None
