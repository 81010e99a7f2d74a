"""Words to word pieces: ids of an uncased WordPiece vocabulary, and the form of each word that lower-casing loses."""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

MAX_PIECES = 6
"""Pieces kept of one word: what a web address says is said by its beginning."""

FORMS = 8
"""How many classes `form` tells apart."""

GAPS = ("none", "space", "newline", "blank line")
"""What stands before a word; the encoder does not tell the last from the third."""

Ints = npt.NDArray[np.int32]


@dataclass(frozen=True, slots=True)
class Encoded:
    """The words of a text as the encoder reads them.

    Attributes:
        ids: word pieces of all words, one after the other.
        starts: place of each word's first piece in `ids`, and the length of `ids` at the end.
        forms: class of each word's form (`form`).
        gaps: index into `GAPS` of what stands before each word.
    """

    ids: Ints
    starts: Ints
    forms: Ints
    gaps: Ints

    def __len__(self) -> int:
        return len(self.forms)


class Pieces:
    """A WordPiece vocabulary with a memory of the words it has seen."""

    def __init__(self, vocabulary: Sequence[str]) -> None:
        self.ids = {piece: n for n, piece in enumerate(vocabulary)}
        self.unknown, self.first, self.last = (self.ids[name] for name in ("[UNK]", "[CLS]", "[SEP]"))
        self.mask = self.ids["[MASK]"]
        self._seen: dict[str, tuple[tuple[int, ...], int]] = {}

    def of(self, word: str) -> tuple[tuple[int, ...], int]:
        """The ids of a word's pieces (one at least, `MAX_PIECES` at most) and the class of its form."""
        found = self._seen.get(word)
        if found is None:
            if len(self._seen) > 200_000:
                self._seen.clear()
            found = self._seen[word] = (tuple(self._cut(word)), form(word))
        return found

    def encode(self, words: Sequence[str], gaps: Sequence[int]) -> Encoded:
        """The words of a text as the encoder reads them."""
        of = self.of
        pairs = [of(word) for word in words]
        sizes = np.fromiter((len(ids) for ids, _ in pairs), np.int32, len(pairs))
        starts = np.zeros(len(pairs) + 1, np.int32)
        np.cumsum(sizes, out=starts[1:])
        flat = np.fromiter((one for ids, _ in pairs for one in ids), np.int32, int(starts[-1]))
        forms = np.fromiter((kind for _, kind in pairs), np.int32, len(pairs))
        return Encoded(flat, starts, forms, np.asarray(gaps, np.int32))

    def _cut(self, word: str) -> list[int]:
        found: list[int] = []
        for part in _parts(word):
            found += self._longest_first(part)
            if len(found) >= MAX_PIECES:
                break
        return found[:MAX_PIECES] or [self.unknown]

    def _longest_first(self, part: str) -> list[int]:
        if len(part) > 100:
            return [self.unknown]
        found, start = [], 0
        while start < len(part):
            end = len(part)
            while end > start:
                piece = self.ids.get(("##" if start else "") + part[start:end])
                if piece is not None:
                    break
                end -= 1
            else:
                return [self.unknown]
            found.append(piece)
            start = end
        return [one for one in found if one is not None]


def _parts(word: str) -> list[str]:
    """The word in lower case without accents, cut at punctuation and at Chinese characters, as BERT does it."""
    plain = "".join(c for c in unicodedata.normalize("NFD", word.lower()) if unicodedata.category(c) != "Mn")
    parts = [""]
    for c in plain:
        if _stands_alone(c):
            parts += [c, ""]
        else:
            parts[-1] += c
    return [part for part in parts if part]


def _stands_alone(c: str) -> bool:
    if c.isascii():
        return not c.isalnum() and c.isprintable()
    return unicodedata.category(c).startswith("P") or "\u4e00" <= c <= "\u9fff"


def form(word: str) -> int:
    """The class of a word's form: 0 other, lower, Title, UPPER, one capital, miXed, digits, 7 digits and letters."""
    letters = [c for c in word if c.isalpha()]
    if any(c.isdigit() for c in word):
        return 7 if letters else 6
    if not letters:
        return 0
    uppers = sum(c.isupper() for c in letters)
    if uppers == 0:
        return 1
    if uppers == len(letters):
        return 4 if len(letters) == 1 else 3
    return 2 if uppers == 1 and letters[0].isupper() else 5


def gaps_of(text: str, starts: Sequence[int], ends: Sequence[int]) -> list[int]:
    """For each word, an index into `GAPS`: what stands before it; a blank line before the first."""
    found, before = [], 0
    for start, end in zip(starts, ends, strict=True):
        gap = text[before:start]
        found.append(3 if before == 0 else 0 if not gap else min(3, 1 + gap.count("\n")))
        before = end
    return found
