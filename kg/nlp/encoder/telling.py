"""Reads an article as a whole, over the states that the encoder left of its words.

Says which words tell of a happening, of what kind, and how likely a reader would name it by them; who does or suffers
it; and which words tell of the same one. Some small networks of two layers with attention over the whole article, in
numpy, whose answers are averaged; `training.telling` makes the weights.
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

# by what is asked: vectors of the word and of the others, table and row of the distances, what is added, with its sign
_PAIRS: Final = {
    "agent": ("agent_word", "agent_other", ("dist", 0), (1, "agent_bias")),
    "target": ("target_word", "target_other", ("dist", 1), (1, "target_bias")),
    "same": ("same_word", "same_word", ("dist", 2), (1, "same_bias")),
    "place": ("place_word", "place_other", ("beside", 0), (-1, "no_place")),
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
        vectors: [N, width] what is compared between words, by each network.
    """

    teller: "Teller"
    kinds: Floats
    picked: Floats
    sentences: Places
    vectors: Sequence[Mapping[str, Floats]]

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

    def parties(self, word: int, candidates: Sequence[int], *, suffering: bool) -> list[float]:
        """How likely each candidate names who does, or who suffers, what the word tells of: above 0 rather than not."""
        if not candidates:
            return []
        found: list[float] = self.teller.compare(self, "target" if suffering else "agent", word, candidates).tolist()
        return found

    def places(self, word: int, candidates: Sequence[int]) -> list[float]:
        """How likely each candidate names the place of what the word tells of; what they lack to 1 is for none."""
        if not candidates:
            return []
        scores = self.teller.compare(self, "place", word, candidates)
        found: list[float] = _softmax(np.append(scores, np.float32(0)))[:-1].tolist()
        return found

    def likeness(self, word: int, others: Sequence[int]) -> list[float]:
        """How likely each of the others tells of one happening with a word: above 0 rather than not."""
        found: list[float] = self.teller.compare(self, "same", word, others).tolist()
        return found


class Teller:
    """The exported weights.

    Args:
        folder: of the language model.
    """

    def __init__(self, folder: Path) -> None:
        networks: dict[str, dict[str, Floats]] = {}
        with np.load(folder / FILE) as arrays:
            for name in arrays.files:
                network, _, part = name.partition(".")
                if part:
                    networks.setdefault(network, {})[part] = arrays[name].astype(np.float32)
            self.kinds = str(arrays["kinds"]).split()
        self._networks = [_Network(weights) for weights in networks.values()]

    def read(self, states: Floats, sentences: Places, verbs: Places, nouns: Places) -> Telling:
        """What an article tells.

        Args:
            states: [N, width] of its words.
            sentences: index of the sentence of each word.
            verbs: [N] whether the word is one.
            nouns: [N] whether the word is one.
        """
        given = beside(sentences, verbs, nouns)
        kinds, picked, vectors = zip(*(network.read(states, given) for network in self._networks), strict=True)
        return Telling(self, _mean(kinds), _mean(picked), sentences, vectors)

    def compare(self, told: Telling, what: str, word: int, others: Sequence[int]) -> Floats:
        """Scores of these words beside another; above 0 is likelier than not."""
        places = np.asarray(others, np.int64)
        apart = told.sentences[places] - told.sentences[word]
        classes = class_of(np.abs(apart) if what == "same" else apart)
        both = zip(self._networks, told.vectors, strict=True)
        return _mean([network.compare(vectors, what, word, places, classes) for network, vectors in both])


class _Network:
    """The weights of one network.

    Args:
        weights: by name, as `training.teller` names its parameters.
    """

    def __init__(self, weights: Mapping[str, Floats]) -> None:
        self._weights = weights
        self._layers = 1 + max(int(name.split(".")[1]) for name in weights if name.startswith("blocks."))

    def read(self, states: Floats, given: Floats) -> tuple[Floats, Floats, Mapping[str, Floats]]:
        """How likely each word tells of each kind, how likely it names what it tells of, and its vectors."""
        w = self._weights
        layers = states.reshape(len(states), *w["n0.weight"].shape)
        scaled = _normed(layers, w, "n0").reshape(states.shape)
        x = first = _linear(np.concatenate([scaled, given], 1), w, "inp")
        for n in range(self._layers):
            x = self._layer(x, f"blocks.{n}")
        hidden = _gelu(_linear(np.concatenate([_normed(x, w, "nf"), first], 1), w, "mid"))
        return (
            _softmax(_linear(hidden, w, "kind")),
            np.asarray(1 / (1 + np.exp(-_linear(hidden, w, "main")[:, 0])), np.float32),
            {name: _linear(hidden, w, name) for word, other, *_ in _PAIRS.values() for name in (word, other)},
        )

    def compare(self, vectors: Mapping[str, Floats], what: str, word: int, others: Places, apart: Places) -> Floats:
        """Scores of these words beside another; `apart` are the classes of how far they are."""
        left, right, (table, row), (sign, bias) = _PAIRS[what]
        found = vectors[right][others]
        scores = found @ vectors[left][word] * np.float32(found.shape[1] ** -0.5)
        return np.asarray(scores + self._weights[table][row][apart] + sign * self._weights[bias], np.float32)

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


def _mean(values: Sequence[Floats]) -> Floats:
    return np.asarray(sum(values[1:], values[0]) / np.float32(len(values)), np.float32)


def _normed(x: Floats, weights: Mapping[str, Floats], name: str) -> Floats:
    off = x - x.mean(-1, keepdims=True)
    scale = np.sqrt((off**2).mean(-1, keepdims=True) + np.float32(1e-5))
    return np.asarray(off / scale * weights[f"{name}.weight"] + weights[f"{name}.bias"], np.float32)


def _gelu(x: Floats) -> Floats:
    inner = np.float32((2 / np.pi) ** 0.5) * x * (1 + np.float32(0.044715) * x * x)
    return np.asarray(x * (1 + np.tanh(inner)) / 2, np.float32)


def _softmax(x: Floats) -> Floats:
    powers = np.exp(x - x.max(-1, keepdims=True))
    return np.asarray(powers / powers.sum(-1, keepdims=True), np.float32)
