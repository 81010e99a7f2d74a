"""Reads an article as a whole, over the states that the encoder left of its words.

Says which words tell of a happening, of what kind, and how likely a reader would name it by them; who does or suffers
it; and which words tell of the same one. Two small layers with attention over the whole article, in numpy;
`training.telling` makes the weights.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np

from kg.nlp.encoder.trees import Floats, Places

FILE: Final = "telling.npz"

SLOPES: Final = np.array([0.5, 0.1, 0.03, 0.01, 0.0, 0.0], np.float32)
"""What each head of the attention takes off for every word between two: from neighbours to the whole article."""

_ROWS = 256
"""Words that look at all others at once: keeps the memory small in long articles."""

# by what is asked: vectors of the word and of the others, row of the distances, bias
_PAIRS: Final = {
    "agent": ("agent_word", "agent_other", 0, "agent_bias"),
    "target": ("target_word", "target_other", 1, "target_bias"),
    "same": ("same_word", "same_word", 2, "same_bias"),
}

# classes of how many sentences the other word stands after (or before) the first; 7 for farther on
_DISTANCES: Final = ((-(10**6), -9, 6), (-8, -4, 5), (-3, -2, 3), (-1, -1, 1), (0, 0, 0), (1, 1, 2), (2, 3, 4))
_FARTHER: Final = 7


@dataclass(frozen=True, slots=True, eq=False)
class Telling:
    """What the words of one article tell; they are given by their indices.

    Attributes:
        kinds: [N, 1 + K] how likely each word tells of nothing, or of a happening of each kind.
        picked: [N] how likely a reader would pick the word, of all that tell of a happening, to name it.
        sentences: [N] the sentence of each word.
        vectors: [N, width] what is compared between words.
    """

    teller: "Teller"
    kinds: Floats
    picked: Floats
    sentences: Places
    vectors: Mapping[str, Floats]

    def sure(self, word: int) -> float:
        """How likely the word tells of a happening, whatever its kind."""
        return float(1 - self.kinds[word, 0])

    def kind(self, word: int) -> str:
        """The kind of happening that the word most likely tells of."""
        return self.teller.kinds[int(self.kinds[word, 1:].argmax())]

    def chosen(self, word: int) -> float:
        """How likely a reader would name the happening by this word."""
        return float(self.picked[word])

    def parties(self, word: int, candidates: Sequence[int], *, suffering: bool) -> list[int]:
        """The candidates that name who does, or who suffers, what the word tells of; the surest first."""
        if not candidates:
            return []
        scores = self.teller.compare(self, "target" if suffering else "agent", word, candidates)
        return [candidates[n] for n in np.argsort(-scores, kind="stable").tolist() if scores[n] > 0]

    def likeness(self, word: int, other: int) -> float:
        """How likely two words tell of one happening: above 0 rather than not."""
        return float(self.teller.compare(self, "same", word, [other])[0])


class Teller:
    """The exported weights.

    Args:
        folder: of the language model.
    """

    def __init__(self, folder: Path) -> None:
        with np.load(folder / FILE) as arrays:
            self._weights = {name: arrays[name] for name in arrays.files if name != "kinds"}
            self.kinds = str(arrays["kinds"]).split()
        self._layers = 1 + max(int(name.split(".")[1]) for name in self._weights if name.startswith("blocks."))

    def read(self, states: Floats, sentences: Places, verbs: Places, nouns: Places) -> Telling:
        """What an article tells.

        Args:
            states: [N, width] of its words.
            sentences: index of the sentence of each word.
            verbs: [N] whether the word is one.
            nouns: [N] whether the word is one.
        """
        w = self._weights
        given = np.concatenate([_normed(states, w, "n0"), beside(sentences, verbs, nouns)], 1)
        x = first = _linear(given, w, "inp")
        for n in range(self._layers):
            x = self._layer(x, f"blocks.{n}")
        hidden = _gelu(_linear(np.concatenate([_normed(x, w, "nf"), first], 1), w, "mid"))
        return Telling(
            self,
            _softmax(_linear(hidden, w, "kind")),
            np.asarray(1 / (1 + np.exp(-_linear(hidden, w, "main")[:, 0])), np.float32),
            sentences,
            {name: _linear(hidden, w, name) for word, other, *_ in _PAIRS.values() for name in (word, other)},
        )

    def compare(self, told: Telling, what: str, word: int, others: Sequence[int]) -> Floats:
        """Scores of these words beside another; above 0 is likelier than not."""
        left, right, distances, bias = _PAIRS[what]
        places = np.asarray(others, np.int64)
        vectors = told.vectors[right][places]
        apart = told.sentences[places] - told.sentences[word]
        near = self._weights["dist"][distances][class_of(np.abs(apart) if what == "same" else apart)]
        scores = vectors @ told.vectors[left][word] * np.float32(vectors.shape[1] ** -0.5)
        return np.asarray(scores + near + self._weights[bias], np.float32)

    def _layer(self, x: Floats, name: str) -> Floats:
        w, n, width = self._weights, len(x), x.shape[1]
        inside = _linear(_normed(x, w, f"{name}.n1"), w, f"{name}.qkv").reshape(n, 3, len(SLOPES), -1)
        q, k, v = inside.transpose(1, 2, 0, 3)
        scale = np.float32((width // len(SLOPES)) ** -0.5)
        places = np.arange(n, dtype=np.float32)
        seen = np.empty((n, width), np.float32)
        for start in range(0, n, _ROWS):
            here = slice(start, start + _ROWS)
            far = np.abs(places[here, None] - places[None])
            scores = q[:, here] @ k.transpose(0, 2, 1) * scale - SLOPES[:, None, None] * far
            seen[here] = (_softmax(scores) @ v).transpose(1, 0, 2).reshape(-1, width)
        x = x + _linear(seen, w, f"{name}.o")
        return x + _linear(_gelu(_linear(_normed(x, w, f"{name}.n2"), w, f"{name}.f1")), w, f"{name}.f2")


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


def _linear(x: Floats, weights: Mapping[str, Floats], name: str) -> Floats:
    return np.asarray(x @ weights[f"{name}.weight"].T + weights[f"{name}.bias"], np.float32)


def _normed(x: Floats, weights: Mapping[str, Floats], name: str) -> Floats:
    off = x - x.mean(1, keepdims=True)
    scale = np.sqrt((off**2).mean(1, keepdims=True) + np.float32(1e-5))
    return np.asarray(off / scale * weights[f"{name}.weight"] + weights[f"{name}.bias"], np.float32)


def _gelu(x: Floats) -> Floats:
    inner = np.float32((2 / np.pi) ** 0.5) * x * (1 + np.float32(0.044715) * x * x)
    return np.asarray(x * (1 + np.tanh(inner)) / 2, np.float32)


def _softmax(x: Floats) -> Floats:
    powers = np.exp(x - x.max(-1, keepdims=True))
    return np.asarray(powers / powers.sum(-1, keepdims=True), np.float32)
