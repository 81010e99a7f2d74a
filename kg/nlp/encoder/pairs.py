"""What the model says of two words of an article: whether the one names the place of what the other tells of."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from kg.nlp.encoder.asking import Asker
from kg.nlp.encoder.runtime import Model, Reading
from kg.nlp.encoder.telling import Teller
from kg.nlp.encoder.trees import Floats, Places


@dataclass(frozen=True, slots=True, eq=False)
class Page:
    """A paragraph as the model read it.

    Attributes:
        model: that read it.
        reading: what it says.
        places: the token of the paragraph that each word of the reading is; white space is a token, but no word.
    """

    model: Model
    reading: Reading
    places: Places

    def __deepcopy__(self, memo: Mapping[int, Any]) -> "Page":
        # a doc that is copied shares the model
        del memo
        return self


class Pairs:
    """Answers questions about pairs of words of an article; words of two paragraphs are never a pair.

    Args:
        pages: the paragraphs, each with the word of the article that each of its tokens is.
    """

    def __init__(self, pages: Sequence[tuple[Page, Mapping[int, int]]]) -> None:
        self._pages = [page for page, _ in pages]
        self._where = {
            words[token]: (n, word)
            for n, (page, words) in enumerate(pages)
            for word, token in enumerate(page.places.tolist())
            if token in words
        }

    def place(self, word: int, candidates: Sequence[int]) -> int | None:
        """The word, among the candidates, that names the place of what a verb or noun tells of; None for none."""
        page, own, asked = self._asked(word, candidates)
        if not asked:
            return None
        found = page.model.place(page.reading, own, np.array(list(asked), np.int64))
        return asked.get(found)

    def states(self) -> Floats:
        """The states of all words of the article, in their order."""
        pages = [page.reading.states for page in self._pages]
        return np.stack([pages[n][own] for _, (n, own) in sorted(self._where.items())])

    @property
    def teller(self) -> Teller | None:
        """What reads the article as a whole; None where the model has none."""
        return self._pages[0].model.teller

    @property
    def asker(self) -> Asker | None:
        """What can be asked about the happenings of the article; None where the model has none."""
        return self._pages[0].model.asker

    def _asked(self, word: int, candidates: Sequence[int]) -> tuple[Page, int, dict[int, int]]:
        """The page of a word, its place there, and the candidates on that page by their places."""
        n, own = self._where[word]
        asked = {place: one for one in candidates for page, place in [self._where[one]] if page == n}
        return self._pages[n], own, asked
