"""Annotated texts in the one form that training reads, whatever corpus they come from."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import numpy.typing as npt

from kg.nlp.encoder.pieces import Encoded, Pieces, gaps_of
from kg.nlp.encoder.windows import unit_starts
from kg.nlp.encoder.words import english

UNKNOWN = -100
"""The label of a word that nobody has annotated."""

Labels = npt.NDArray[np.int16]


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a text with their places in it, white space left out."""

    texts: list[str]
    starts: list[int]
    ends: list[int]
    gaps: list[int]

    def inside(self, start: int, end: int) -> tuple[int, int] | None:
        """First word and the word after the last that a character span touches; None if it touches none."""
        first = bisect_right(self.ends, start)
        if first == len(self.starts) or self.starts[first] >= end:
            return None
        return first, bisect_left(self.starts, end)


@dataclass(frozen=True, slots=True)
class Link:
    """A word that belongs to one of several others: a content's or a source's first word to a cue's first word."""

    kind: str
    word: int
    golds: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Event:
    """A word that tells of an event.

    Attributes:
        word: the word.
        roles: argument words with the index of their role; None where arguments are not annotated.
        places: words of the place; empty where the annotators found none; None where not annotated.
    """

    word: int
    roles: tuple[tuple[int, int], ...] | None = None
    places: tuple[int, ...] | None = None


@dataclass(frozen=True, slots=True)
class Record:
    """A text ready to be cut into windows.

    Attributes:
        key: the document it comes from.
        encoded: its words as the encoder reads them.
        units: words at which a window may start.
        layers: labels by layer, one a word, `UNKNOWN` where not annotated.
        heads: head of each word by its place in the text, -1 for a root; None without a parse.
        links, events: what connects words.
    """

    key: str
    encoded: Encoded
    units: list[int]
    layers: dict[str, Labels]
    heads: npt.NDArray[np.int32] | None = None
    links: tuple[Link, ...] = ()
    events: tuple[Event, ...] = ()


@dataclass(slots=True)
class Builder:
    """Makes records of raw texts: tokenises as spaCy's English does, and encodes."""

    pieces: Pieces
    _nlp: Any = field(default_factory=english)

    def words(self, text: str) -> Words:
        """The words of a text."""
        tokens = [token for token in self._nlp.make_doc(text) if not token.is_space]
        starts = [token.idx for token in tokens]
        ends = [token.idx + len(token) for token in tokens]
        return Words([token.text for token in tokens], starts, ends, gaps_of(text, starts, ends))

    def record(
        self,
        key: str,
        words: Words,
        layers: dict[str, Labels],
        *,
        links: Iterable[Link] = (),
        events: Iterable[Event] = (),
    ) -> Record:
        """A record of these words, its windows cut as at run time."""
        encoded = self.pieces.encode(words.texts, words.gaps)
        units = unit_starts(words.texts, words.gaps)
        return Record(key, encoded, units, layers, links=tuple(links), events=tuple(events))


def bio_names(types: Sequence[str]) -> list[str]:
    """The labels of a layer of spans: O, then B and I of each type."""
    return ["O", *(f"{mark}-{kind}" for kind in types for mark in "BI")]


def to_bio(size: int, spans: Iterable[tuple[int, int, int]]) -> Labels:
    """One label a word: 0 outside, 1 + 2t first of a span of type t, 2 + 2t inside.

    Args:
        size: how many words.
        spans: first word, word after the last, type; of two that overlap the one that comes first is kept.
    """
    found = np.zeros(size, np.int16)
    for start, end, kind in spans:
        if not found[start:end].any():
            found[start:end] = 2 + 2 * kind
            found[start] = 1 + 2 * kind
    return found
