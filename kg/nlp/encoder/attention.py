"""A layer of attention over the words of an article, in numpy: each head sees less of what stands farther away."""

from collections.abc import Mapping
from typing import Any, Final

import numpy as np

from kg.nlp.encoder.trees import Floats, Places

Weights = Mapping[str, Floats]

SLOPES: Final = np.array([0.5, 0.1, 0.03, 0.01, 0.0, 0.0], np.float32)
"""What each head takes off for every word between two: from neighbours to the whole article."""

_ROWS = 256
"""Words that look at all others at once: keeps the memory small in long articles."""


def attend(x: Floats, at: Places, weights: Weights, name: str) -> Floats:
    """States [N, width] of words after a layer.

    Args:
        x: their states before.
        at: [N] where in the article each of them stands.
        weights: by name, as `training.blocks` names its parameters.
        name: what the names of those of the layer start with.
    """
    n, width = x.shape
    inside = linear(normed(x, weights, f"{name}.n1"), weights, f"{name}.qkv").reshape(n, 3, len(SLOPES), -1)
    q, k, v = inside.transpose(1, 2, 0, 3)
    scale = np.float32((width // len(SLOPES)) ** -0.5)
    places = at.astype(np.float32)
    seen = np.empty((n, width), np.float32)
    for start in range(0, n, _ROWS):
        here = slice(start, start + _ROWS)
        far = np.abs(places[here, None] - places[None])
        scores = q[:, here] @ k.transpose(0, 2, 1) * scale - SLOPES[:, None, None] * far
        seen[here] = (softmax(scores) @ v).transpose(1, 0, 2).reshape(-1, width)
    x = x + linear(seen, weights, f"{name}.o")
    return x + linear(gelu(linear(normed(x, weights, f"{name}.n2"), weights, f"{name}.f1")), weights, f"{name}.f2")


def linear(x: Floats, weights: Weights, name: str) -> Floats:
    """The linear map of x that is called so."""
    return np.asarray(x @ weights[f"{name}.weight"].T + weights[f"{name}.bias"], np.float32)


def normed(x: Floats, weights: Weights, name: str) -> Floats:
    """X brought to one scale, along its last axis."""
    off = x - x.mean(-1, keepdims=True)
    scale = np.sqrt((off**2).mean(-1, keepdims=True) + np.float32(1e-5))
    return np.asarray(off / scale * weights[f"{name}.weight"] + weights[f"{name}.bias"], np.float32)


def of_layers(states: Floats, weights: Weights, name: str) -> Floats:
    """States [N, layers * width], what each layer of the encoders left brought to one scale."""
    return normed(states.reshape(len(states), *weights[f"{name}.weight"].shape), weights, name).reshape(states.shape)


def networks_in(arrays: Mapping[str, np.ndarray[Any, Any]]) -> tuple[Weights, ...]:
    """The weights of each network of a file, whose names start with its number and a dot."""
    networks: dict[str, dict[str, Floats]] = {}
    for name, value in arrays.items():
        network, _, part = name.partition(".")
        if part:
            networks.setdefault(network, {})[part] = value.astype(np.float32)
    return tuple(networks.values())


def layers_in(weights: Weights) -> int:
    """How many layers of attention there are."""
    return 1 + max(int(name.split(".")[1]) for name in weights if name.startswith("blocks."))


def gelu(x: Floats) -> Floats:
    """The Gaussian error linear unit, by tanh."""
    inner = np.float32((2 / np.pi) ** 0.5) * x * (1 + np.float32(0.044715) * x * x)
    return np.asarray(x * (1 + np.tanh(inner)) / 2, np.float32)


def softmax(x: Floats) -> Floats:
    """X as shares of 1, along its last axis."""
    powers = np.exp(x - x.max(-1, keepdims=True))
    return np.asarray(powers / powers.sum(-1, keepdims=True), np.float32)
