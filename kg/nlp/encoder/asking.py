"""Reads an article once more for one happening: where it took place, who did it, whom it befell.

`kg.nlp.encoder.telling` looks at all words alike. Here the word that tells of the happening is marked, and all others
are read in its light: how far away they stand, in the text and in the tree. Small networks in numpy, whose answers are
averaged; `training.asking` makes the weights.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np

from kg.nlp.encoder.attention import Weights, attend, layers_in, linear, networks_in, normed, of_layers, softmax
from kg.nlp.encoder.telling import class_of
from kg.nlp.encoder.trees import Floats, Places

FILE: Final = "asking.npz"

ASKED: Final = ("place", "agent", "target")
"""What is asked of every other word, in the order of the rows of `out`."""

LEAD: Final = 32
"""Words at the beginning of the article that are always read;"""

WINDOW: Final = 192
"""and words around the one that is asked about,"""

BEFORE: Final = WINDOW * 5 // 9
"""so many of them before it."""

FAR: Final = 7
"""Steps through the tree from which all count the same."""

UP: Final = FAR + 1
"""What is added to the steps where the way leads upwards anywhere."""

_UNREAD: Final = np.float32(-1e4)


@dataclass(frozen=True, slots=True, eq=False)
class Asked:
    """What an article answers about one happening; scores are above 0 where it is likelier than not.

    Attributes:
        scores: [3, N] of each word of the article, by what is asked; -10,000 for those too far away to be read.
        nowhere: the score for there being no place.
    """

    scores: Floats
    nowhere: float

    def places(self, candidates: Sequence[int]) -> list[float]:
        """How likely each word names its place; what they lack to 1 is for none."""
        scores = self.scores[ASKED.index("place")][list(candidates)]
        found: list[float] = softmax(np.append(scores, np.float32(self.nowhere)))[:-1].tolist()
        return found

    def parties(self, candidates: Sequence[int], *, suffering: bool) -> list[float]:
        """How likely each word names who does, or who suffers it."""
        found: list[float] = self.scores[ASKED.index("target" if suffering else "agent")][list(candidates)].tolist()
        return found


class Asker:
    """The exported weights.

    Args:
        folder: of the language model.
    """

    def __init__(self, folder: Path) -> None:
        with np.load(folder / FILE) as arrays:
            self._networks = networks_in(arrays)

    def read(self, states: Floats, given: Floats, sentences: Places, heads: Places) -> "Asking":
        """An article that can be asked.

        Args:
            states: [N, width] of its words.
            given: [N, 4] what is known of them beside it (`kg.nlp.encoder.telling.beside`).
            sentences: index of the sentence of each word.
            heads: the word that each hangs on; -1 for none.
        """
        bases = [linear(np.concatenate([of_layers(states, w, "n0"), given], 1), w, "inp") for w in self._networks]
        return Asking(self._networks, bases, sentences, heads)


@dataclass(frozen=True, slots=True, eq=False)
class Asking:
    """An article that can be asked about each of its words.

    Attributes:
        networks: the weights of each.
        bases: [N, width] what each of them makes of the words before it is asked.
        sentences: index of the sentence of each word.
        heads: the word that each hangs on; -1 for none.
    """

    networks: Sequence[Weights]
    bases: Sequence[Floats]
    sentences: Places
    heads: Places

    def about(self, word: int, spots: Sequence[int], acting: Sequence[int]) -> Asked:
        """What the article answers about what a word tells of.

        Args:
            word: that tells of a happening.
            spots: words that are known to name places.
            acting: words that are known to name actors.
        """
        read, apart, steps, marks = view_of(word, self.sentences, self.heads, spots, acting)
        scores = np.full((len(ASKED), len(self.sentences)), _UNREAD, np.float32)
        found = [
            _answer(w, base, word, read, apart, steps, marks) for w, base in zip(self.networks, self.bases, strict=True)
        ]
        scores[:, read] = sum(one for one, _ in found) / np.float32(len(found))
        return Asked(scores, sum(nowhere for _, nowhere in found) / len(found))


def _answer(
    w: Weights, base: Floats, word: int, read: Places, apart: Places, steps: Places, marks: Floats
) -> tuple[Floats, float]:
    """Scores [3, words read], and that of there being no place."""
    x = base[read] + linear(marks, w, "mark") + w["apart.weight"][apart] + w["steps.weight"][steps]
    x = x + w["side.weight"][np.sign(read - word) + 1] + linear(base[word], w, "event")
    for n in range(layers_in(w)):
        x = attend(x, read, w, f"blocks.{n}")
    x = normed(x, w, "nf")
    scores = linear(x, w, "out").T + w["out_apart"][:, apart] + w["out_steps"][:, steps]
    own = np.concatenate([x[int(np.searchsorted(read, word))], x.mean(0)])
    return np.asarray(scores, np.float32), float(linear(own, w, "nowhere")[0])


def view_of(
    word: int, sentences: Places, heads: Places, spots: Sequence[int] | Places, acting: Sequence[int] | Places
) -> tuple[Places, Places, Places, Floats]:
    """The words that are read for one, how far away they stand in text and tree, and their [words, 3] marks."""
    read = words_read(word, len(sentences))
    marks = np.stack([read == word, np.isin(read, spots), np.isin(read, acting)], 1).astype(np.float32)
    return read, class_of(sentences[read] - sentences[word]), steps_from(word, read, heads), marks


def words_read(word: int, count: int) -> Places:
    """The words that are read for one, in text order: the beginning of the article, and those around it."""
    start = max(0, min(word - BEFORE, count - WINDOW))
    return np.union1d(np.arange(min(LEAD, count)), np.arange(start, min(count, start + WINDOW)))


def steps_from(word: int, others: Places, heads: Places) -> Places:
    """How far through the tree each other is: 0 for itself, to 6; 7 for farther; 8 more where it leads upwards."""
    there = dict(_reached(word, heads))
    return np.array([there.get(other, FAR) for other in others.tolist()], np.int64)


def _reached(word: int, heads: Places) -> Iterator[tuple[int, int]]:
    """The words less than 7 steps away, with their classes."""
    near: dict[int, list[int]] = {}
    for child, head in enumerate(heads.tolist()):
        if head not in (-1, child):
            near.setdefault(child, []).append(head)
            near.setdefault(head, []).append(child)
    seen, level = {word: False}, [word]
    yield word, 0
    for step in range(1, FAR):
        further: list[int] = []
        for one in level:
            for other in near.get(one, ()):
                if other not in seen:
                    seen[other] = seen[one] or bool(heads[one] == other)
                    further.append(other)
                    yield other, step + UP * seen[other]
        level = further
