"""Spans out of the raw layers of a `.jsonl` file, checked."""

from collections.abc import Iterator, Mapping
from typing import Any

from kg.errors import InputError
from kg.model import Span
from kg.score.gold import GoldArticle


def rows_of(article: GoldArticle, layer: str) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """The rows of a layer, each with the words by which an error names it.

    Raises:
        InputError: the layer is no list of objects; the message says in which article.
    """
    rows = article.layers.get(layer) or []
    if not isinstance(rows, list):
        raise InputError(f"article {article.id}, {layer}: not a list")
    for number, row in enumerate(rows, 1):
        where = f"article {article.id}, {layer} {number}"
        if not isinstance(row, dict):
            raise InputError(f"{where}: not an object")
        yield where, row


def to_span(where: str, value: Any, text: str) -> Span:
    """The span that `[start, end]` means.

    Raises:
        InputError: it is no such pair, or does not lie in the text.
    """
    match value:
        case [int(start), int(end)] if 0 <= start < end <= len(text):
            return Span(start, end)
    raise InputError(f"{where}: {value!r} is no [start, end] in a text of {len(text)} characters")


def to_spans(where: str, value: Any, text: str) -> tuple[Span, ...]:
    """The spans that a list of `[start, end]` means, left to right; null: none.

    Raises:
        InputError: it is no such list, or one does not lie in the text.
    """
    if value is not None and not isinstance(value, list):
        raise InputError(f"{where}: {value!r} is not a list of [start, end]")
    pieces = (to_span(where, piece, text) for piece in value or ())
    return tuple(sorted(pieces, key=lambda span: (span.start, span.end)))
