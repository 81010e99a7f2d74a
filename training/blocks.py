"""What the networks that read articles as wholes are built of; `kg.nlp.encoder.attention` computes the same."""

import math
from typing import Final

import torch
from torch import Tensor, nn
from torch.nn import functional

from kg.nlp.encoder.attention import SLOPES
from training.encoder import READ, WIDTH

STATES: Final = 2 * len(READ)
"""Layers whose states are given: of the trained encoder, and of the published one."""

INNER, FEED = 192, 384
HEADS: Final = len(SLOPES)
GIVEN = 4
"""What is given beside the states: how far down the sentence stands, in two ways; whether the word is verb or noun."""


class Block(nn.Module):
    """A layer of attention over the article, each head seeing less of what stands farther away."""

    def __init__(self, dropout: float) -> None:
        super().__init__()
        self.n1 = nn.LayerNorm(INNER)
        self.qkv = nn.Linear(INNER, 3 * INNER)
        self.o = nn.Linear(INNER, INNER)
        self.n2 = nn.LayerNorm(INNER)
        self.f1 = nn.Linear(INNER, FEED)
        self.f2 = nn.Linear(FEED, INNER)
        self.dropout = nn.Dropout(dropout)

    def forward(self, x: Tensor, bias: Tensor) -> Tensor:
        """States [..., N, 192] after the layer; `bias` [..., heads, N, N] is added to the attention."""
        width = INNER // HEADS
        q, k, v = self.qkv(self.n1(x)).unflatten(-1, (3, HEADS, width)).transpose(-4, -2).unbind(-3)
        seen = (q @ k.transpose(-1, -2) / math.sqrt(width) + bias).softmax(-1) @ v
        x = x + self.dropout(self.o(seen.transpose(-3, -2).flatten(-2)))
        inside = functional.gelu(self.f1(self.n2(x)), approximate="tanh")
        updated: Tensor = x + self.dropout(self.f2(self.dropout(inside)))
        return updated


class Norms(nn.Module):
    """Brings what each layer of the encoder left to one scale."""

    def __init__(self) -> None:
        super().__init__()
        self.weight = nn.Parameter(torch.ones(STATES, WIDTH))
        self.bias = nn.Parameter(torch.zeros(STATES, WIDTH))

    def forward(self, states: Tensor) -> Tensor:
        """[N, layers * 384] of the same."""
        scaled = functional.layer_norm(states.view(-1, STATES, WIDTH), (WIDTH,))
        return (scaled * self.weight + self.bias).flatten(1)


def fading(at: Tensor) -> Tensor:
    """[..., heads, N, N] what is added to the attention of words that stand [..., N] where in the article."""
    far = (at[..., :, None] - at[..., None, :]).abs().float()
    return -torch.from_numpy(SLOPES)[:, None, None] * far[..., None, :, :]
