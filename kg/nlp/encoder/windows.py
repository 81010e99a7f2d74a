"""Cuts a text into windows that the encoder reads at once, at places that look like sentence starts."""

from collections.abc import Sequence
from dataclasses import dataclass

from kg.nlp.encoder.pieces import Ints

LIMIT = 126
"""Word pieces in a window, the two marks at its ends not counted."""

CONTEXT = 28
"""Word pieces of the text before a window that are read along with it, at most."""

_ENDS = frozenset([".", "?", "!", "…", "...", ". . ."])
_CLOSERS = frozenset(['"', "”", "’", "''", "'", ")", "]", "»"])


@dataclass(frozen=True, slots=True)
class Window:
    """Words `start` to `end`; those before `core` are read for context only."""

    start: int
    core: int
    end: int


def unit_starts(words: Sequence[str], gaps: Sequence[int]) -> list[int]:
    """The words, the first among them, that look like the first of a sentence: after a line's or a sentence's end."""
    later = range(1, len(words))
    found = [i for i in later if gaps[i] >= 2 or (gaps[i] == 1 and _ended(words, i) and not words[i][0].islower())]
    return [0, *found] if words else []


def _ended(words: Sequence[str], i: int) -> bool:
    """Whether a sentence may have ended before word `i`: "." or ".”" stands there."""
    before = words[i - 1]
    return before in _ENDS or (i > 1 and before in _CLOSERS and words[i - 2] in _ENDS)


def cut(starts: Ints, units: Sequence[int], *, limit: int = LIMIT, context: int = CONTEXT) -> list[Window]:
    """The windows of a text, left to right; their cores cover each word once.

    Args:
        starts: place of each word's first piece, and the number of pieces at the end (`Encoded.starts`).
        units: where a window may start (`unit_starts`); inside a unit a window starts only if the unit is too long.
        limit: word pieces in a window.
        context: word pieces of the unit before that are read along, the whole unit or nothing.
    """
    sizes = starts.tolist()
    pieces = _fitting(sizes, units, limit)
    found: list[Window] = []
    n = 0
    while n < len(pieces):
        core, last = pieces[n]
        start = pieces[n - 1][0] if n and sizes[core] - sizes[pieces[n - 1][0]] <= context else core
        if sizes[last] - sizes[start] > limit:
            start = core
        while n + 1 < len(pieces) and sizes[pieces[n + 1][1]] - sizes[start] <= limit:
            n += 1
            last = pieces[n][1]
        found.append(Window(start, core, last))
        n += 1
    return found


def _fitting(sizes: list[int], units: Sequence[int], limit: int) -> list[tuple[int, int]]:
    """The units, those that are too long cut into parts of equal size."""
    found = []
    for start, end in zip(units, [*units[1:], len(sizes) - 1], strict=True):
        parts = -(-(sizes[end] - sizes[start]) // limit)
        if parts <= 1:
            found.append((start, end))
            continue
        goal = (sizes[end] - sizes[start]) / (parts + 0.5)
        first = start
        for i in range(start + 1, end):
            if sizes[i + 1] - sizes[first] > goal:
                found.append((first, i))
                first = i
        found.append((first, end))
    return found
