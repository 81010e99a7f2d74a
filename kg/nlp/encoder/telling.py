"""Reads an article as a whole, over the states that the encoder left of its words.

Says which words tell of a happening, of what kind, and how likely a reader would name it by them; and which words tell
of the same one. Some small networks of two layers with attention over the whole article, in numpy, whose answers are
averaged; `training.telling` makes the weights.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np

from kg.nlp.encoder.attention import Weights, attend, gelu, layers_in, linear, networks_in, normed, of_layers, softmax
from kg.nlp.encoder.trees import Floats, Places

FILE: Final = "telling.npz"

# classes of how many sentences the other word stands after (or before) the first; 7 for farther on
_DISTANCES: Final = ((-(10**6), -9, 6), (-8, -4, 5), (-3, -2, 3), (-1, -1, 1), (0, 0, 0), (1, 1, 2), (2, 3, 4))
_FARTHER: Final = 7

_SAME: Final = 2  # the row of the distances: those before it are for what is learned beside


@dataclass(frozen=True, slots=True, eq=False)
class Telling:
    """What the words of one article tell; they are given by their indices.

    Attributes:
        kinds: [N, 1 + K] how likely each word tells of nothing, or of a happening of each kind.
        picked: [N] how likely a reader would pick the word, of all that tell of a happening, to name it.
        sentences: [N] the sentence of each word.
        vectors: [N, width] what is compared between words, of each network.
    """

    teller: "Teller"
    kinds: Floats
    picked: Floats
    sentences: Places
    vectors: Sequence[Floats]

    def sure(self, word: int) -> float:
        """How likely the word tells of a happening, whatever its kind."""
        return float(1 - self.kinds[word, 0])

    def kind(self, word: int) -> str:
        """The kind of happening that the word most likely tells of."""
        return self.teller.kinds[int(self.kinds[word, 1:].argmax())]

    def chosen(self, word: int) -> float:
        """How likely a reader would name the happening by this word."""
        return float(self.picked[word])

    def kinds_of(self, words: Sequence[int]) -> dict[str, float]:
        """How likely each kind is, of all kinds, for what these words tell of together."""
        found = self.kinds[list(words), 1:].sum(0)
        shares = (found / max(float(found.sum()), 1e-9)).tolist()
        return dict(zip(self.teller.kinds, shares, strict=True))

    def likeness(self, word: int, others: Sequence[int]) -> list[float]:
        """How likely each of the others tells of one happening with a word: above 0 rather than not."""
        found: list[float] = self.teller.compare(self, word, others).tolist()
        return found


class Teller:
    """The exported weights.

    Args:
        folder: of the language model.
    """

    def __init__(self, folder: Path) -> None:
        with np.load(folder / FILE) as arrays:
            self.kinds = str(arrays["kinds"]).split()
            self._networks = [_Network(weights) for weights in networks_in(arrays)]

    def read(self, states: Floats, given: Floats, sentences: Places) -> Telling:
        """What an article tells.

        Args:
            states: [N, width] of its words.
            given: [N, 4] what is known of them `beside` it.
            sentences: index of the sentence of each word.
        """
        kinds, picked, vectors = zip(*(network.read(states, given) for network in self._networks), strict=True)
        return Telling(self, _mean(kinds), _mean(picked), sentences, vectors)

    def compare(self, told: Telling, word: int, others: Sequence[int]) -> Floats:
        """How likely these words tell of one happening with another; above 0 is likelier than not."""
        places = np.asarray(others, np.int64)
        classes = class_of(np.abs(told.sentences[places] - told.sentences[word]))
        both = zip(self._networks, told.vectors, strict=True)
        return _mean([network.compare(vectors, word, places, classes) for network, vectors in both])


class _Network:
    """The weights of one network.

    Args:
        weights: by name, as `training.teller` names its parameters.
    """

    def __init__(self, weights: Weights) -> None:
        self._weights = weights

    def read(self, states: Floats, given: Floats) -> tuple[Floats, Floats, Floats]:
        """How likely each word tells of each kind, how likely it names what it tells of, and its vector."""
        w = self._weights
        x = first = linear(np.concatenate([of_layers(states, w, "n0"), given], 1), w, "inp")
        at = np.arange(len(x))
        for n in range(layers_in(w)):
            x = attend(x, at, w, f"blocks.{n}")
        hidden = gelu(linear(np.concatenate([normed(x, w, "nf"), first], 1), w, "mid"))
        return (
            softmax(linear(hidden, w, "kind")),
            np.asarray(1 / (1 + np.exp(-linear(hidden, w, "main")[:, 0])), np.float32),
            linear(hidden, w, "same_word"),
        )

    def compare(self, vectors: Floats, word: int, others: Places, apart: Places) -> Floats:
        """Scores of these words beside another; `apart` are the classes of how far they are."""
        scores = vectors[others] @ vectors[word] * np.float32(vectors.shape[1] ** -0.5)
        return np.asarray(scores + self._weights["dist"][_SAME][apart] + self._weights["same_bias"], np.float32)


def beside(sentences: Places, verbs: Places, nouns: Places) -> Floats:
    """What is read of each word beside its state: how far down its sentence stands, in two ways, and what it is."""
    order = (1 / (1 + sentences), np.minimum(sentences, 20) / 20, verbs, nouns)
    return np.stack(order, 1).astype(np.float32)


def class_of(apart: Places) -> Places:
    """The class of each distance between sentences."""
    found = np.full(apart.shape, _FARTHER)
    for low, high, one in _DISTANCES:
        found[(apart >= low) & (apart <= high)] = one
    return found


def _mean(values: Sequence[Floats]) -> Floats:
    return np.asarray(sum(values[1:], values[0]) / np.float32(len(values)), np.float32)
