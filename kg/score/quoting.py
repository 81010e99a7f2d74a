"""Which words of a text stand in quotation marks, and so how a content is quoted."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from kg.model import Span
from kg.score.spans import WORD

OPENING, CLOSING, EITHER = "“„«", "”»", '"'
_PARAGRAPH = re.compile(r"[^\n]+")


def quoted_spans(text: str) -> tuple[Span, ...]:
    """The stretches between quotation marks, marks included, left to right.

    A straight mark opens and closes in turn within its paragraph. What is opened and not closed goes to the end of the
    paragraph: a quotation that goes on in the next one is opened there again.
    """
    return tuple(span for paragraph in _PARAGRAPH.finditer(text) for span in _quoted(text, paragraph))


def _quoted(text: str, paragraph: re.Match[str]) -> Iterator[Span]:
    opened: int | None = None
    for at in range(paragraph.start(), paragraph.end()):
        mark = text[at]
        if opened is None and mark in OPENING + EITHER:
            opened = at
        elif opened is not None and mark in CLOSING + EITHER:
            yield Span(opened, at + 1)
            opened = None
    if opened is not None:
        yield Span(opened, paragraph.end())


def mode_of(text: str, content: Sequence[Span], quoted: Sequence[Span]) -> str:
    """How the content is quoted: "direct" if all its words stand in quotation marks, "indirect" if none, else "mixed".

    Args:
        text: the article.
        content: pieces of it.
        quoted: what `quoted_spans` gives for it.
    """
    starts = [span.start for span in quoted]
    words = [piece.start + word.start() for piece in content for word in WORD.finditer(piece.of(text))]
    inside = sum((place := bisect_right(starts, at)) > 0 and at < quoted[place - 1].end for at in words)
    if not inside:
        return "indirect"
    return "direct" if inside == len(words) else "mixed"
