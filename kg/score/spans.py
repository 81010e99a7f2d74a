"""Spans and words compared: overlap, token F1, where words stand in a text, the sentence around a span."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from kg.model import Span

WORD = re.compile(r"\w+")
# "… was killed. The army said": a full stop, a space and a capital; a line's end
_STOP = re.compile(r"[.!?][\"'”’)]*\s+(?=[\"'“‘(]?[A-Z])|\n+")
_ARTICLES = frozenset({"the", "a", "an"})
_LONGEST = 400


def words_of(text: str) -> tuple[str, ...]:
    """The words of a text, lower case, without punctuation."""
    return tuple(WORD.findall(text.casefold()))


def token_f1(one: str, other: str) -> float:
    """How far two texts have the same words, 0 to 1: F1 over the two bags of words."""
    first, second = Counter(words_of(one)), Counter(words_of(other))
    total = first.total() + second.total()
    return 2 * (first & second).total() / total if total else 0.0


def normal(name: str) -> str:
    """A name as it is compared: lower case, without punctuation, without an article before it."""
    words = words_of(name)
    return " ".join(words[1:] if len(words) > 1 and words[0] in _ARTICLES else words)


def normals(names: Iterable[str | None]) -> frozenset[str]:
    """The names as they are compared; None and what holds no word are left out."""
    return frozenset(form for name in names if name and (form := normal(name)))


def occurrences(text: str, words: str | None, *, within: Sequence[Span] = ()) -> tuple[Span, ...]:
    """Where the words stand in the text, left to right.

    Only inside one of `within`, if they stand there; and only as whole words, if they do: "IS" is not in "THIS".
    """
    if not words:
        return ()
    whole, loose = (
        tuple(Span(at.start(), at.end()) for at in re.finditer(pattern, text))
        for pattern in (rf"(?<!\w){re.escape(words)}(?!\w)", re.escape(words))
    )
    inside = (tuple(span for span in found if any(outer.covers(span) for outer in within)) for found in (whole, loose))
    return next(filter(None, (*inside, whole, loose)), ())


def overlap(some: Iterable[Span], others: Sequence[Span]) -> bool:
    """Does any of the spans share a character with any of the others?"""
    return any(one.overlaps(other) for one in some for other in others)


def sentence_around(text: str, span: Span | None) -> str:
    """The sentence that holds the span, in one line; cut to the words near it where that is very long."""
    if span is None:
        return ""
    # a stop is known by what follows it, an opening quotation mark and a capital at most: "… fled. “We left"
    start = max((stop.end() for stop in _STOP.finditer(text) if stop.end() <= span.start), default=0)
    after = _STOP.search(text, max(span.start, span.end - 2))  # the span may hold its sentence's full stop
    end = after.end() if after else len(text)
    start, end = max(start, span.start - _LONGEST), min(end, span.end + _LONGEST)
    return " ".join(text[start:end].split())
