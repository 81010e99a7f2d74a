"""The network: one encoder, and heads for every layer of annotation over the states of the words."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from typing import Any

import torch
from torch import Tensor, nn
from torch.nn import functional

from training.encoder import WIDTH, Encoder
from training.records import UNKNOWN

GROUPS: Mapping[str, tuple[str, ...]] = {
    "parse": ("tag", "sent"),
    "names": ("newswire", "field", "noun"),
    "speech": ("source", "cue", "content"),
    "event": ("trigger",),
}
"""Layers of one label a word, by the hidden layer that they share."""

VECTORS: Mapping[str, Mapping[str, int]] = {
    "parse": {"arc_word": 192, "arc_head": 192, "rel_word": 128, "rel_head": 128},
    "names": {},
    "speech": {"content_link": 64, "source_link": 64, "cue_link": 64},
    "event": {"role_event": 64, "role_word": 64, "place_event": 64, "place_word": 64},
}
"""Vectors that are compared between words, with their widths."""

HIDDEN: Mapping[str, int] = {"parse": 384, "names": 256, "speech": 256, "event": 256}


@dataclass(frozen=True, slots=True)
class Read:
    """What the network says of N words: logits by layer and vectors by name, each [N, width]."""

    logits: dict[str, Tensor]
    vectors: dict[str, Tensor]


class Group(nn.Module):
    """The heads that share one hidden layer."""

    def __init__(self, hidden: int, widths: Sequence[int], dropout: float) -> None:
        super().__init__()
        self.widths = list(widths)
        self.up = nn.Linear(WIDTH, hidden)
        self.out = nn.Linear(hidden, sum(widths))
        self.drop = nn.Dropout(dropout)

    def forward(self, x: Tensor) -> Tensor:
        """All values of all heads, [N, sum of widths]."""
        out: Tensor = self.out(self.drop(functional.gelu(self.up(x))))
        return out


class Network(nn.Module):
    """Encoder and heads.

    Args:
        labels: names of the labels by layer, as `prepare` wrote them.
        layers: how many layers of the encoder are kept.
    """

    def __init__(self, labels: Mapping[str, Sequence[str]], layers: int = 6, dropout: float = 0.1) -> None:
        super().__init__()
        self.encoder = Encoder(layers, dropout)
        self.parts = {
            name: {**{layer: len(labels[layer]) for layer in GROUPS[name]}, **VECTORS[name]} for name in GROUPS
        }
        self.groups = nn.ModuleDict(
            {name: Group(HIDDEN[name], list(parts.values()), 2 * dropout) for name, parts in self.parts.items()}
        )
        self.drop = nn.Dropout(dropout)
        self.root_head = nn.Parameter(torch.zeros(VECTORS["parse"]["arc_head"]))
        self.root_rel = nn.Parameter(torch.zeros(VECTORS["parse"]["rel_head"]))
        self.no_place = nn.Parameter(torch.zeros(()))
        self.no_link = nn.Parameter(torch.zeros(()))
        self.rel = nn.Linear(VECTORS["parse"]["rel_word"], len(labels["rel"]))
        self.role = nn.Linear(VECTORS["event"]["role_word"], len(labels["role"]))

    def forward(self, ids: Tensor, shapes: Tensor, mask: Tensor, words: Tensor) -> tuple[Tensor, ...]:
        """All values of the heads by group, for the words at these places of the flattened states."""
        states = self.encoder(ids, shapes, mask).reshape(-1, WIDTH)
        x = self.drop(states[words])
        return tuple(group(x) for group in self.groups.values())

    def read(self, values: Sequence[Tensor]) -> Read:
        """The values of `forward`, by layer and by vector."""
        logits: dict[str, Tensor] = {}
        vectors: dict[str, Tensor] = {}
        for name, value in zip(self.groups, values, strict=True):
            parts = self.parts[name]
            for part, cut in zip(parts, torch.split(value.float(), list(parts.values()), 1), strict=True):
                (vectors if part in VECTORS[name] else logits)[part] = cut
        return Read(logits, vectors)


@dataclass(frozen=True, slots=True)
class Batch:
    """Windows as the network reads them, with what it should say.

    Attributes:
        ids, shapes, mask: [B, L].
        words: place of each of the N words in the flattened windows.
        grid: [B, W] index of the word in a window's row and column, N where there is none.
        row, column: of each word in `grid`.
        layers: labels [N] by layer.
        heads: 0 for the root, 1 + column of the head, `UNKNOWN` where not annotated.
        links: by kind, the words asked about [K] and which columns are right [K, W].
        roles: the events [K] and the role of each column's word [K, W], `UNKNOWN` where there is no word.
        places: the events [K] and which columns are right [K, 1 + W]; the first stands for none.
    """

    ids: Tensor
    shapes: Tensor
    mask: Tensor
    words: Tensor
    grid: Tensor
    row: Tensor
    column: Tensor
    layers: dict[str, Tensor]
    heads: Tensor
    links: dict[str, tuple[Tensor, Tensor]]
    roles: tuple[Tensor, Tensor] | None
    places: tuple[Tensor, Tensor] | None

    def to(self, device: torch.device) -> "Batch":
        """The same batch on another device."""
        return Batch(**{one.name: _moved(getattr(self, one.name), device) for one in fields(self)})


def _moved(value: Any, device: torch.device) -> Any:
    if isinstance(value, dict):
        return {name: _moved(one, device) for name, one in value.items()}
    if isinstance(value, tuple):
        return tuple(_moved(one, device) for one in value)
    return value if value is None else value.to(device)


WEIGHTS: Mapping[str, float] = {"sent": 0.5, "noun": 0.4, "newswire": 1.5, "arc": 1.5, "link": 0.2}
"""Weight of each loss; 1 where not named."""


def read_batch(network: Network, batch: Batch, *, half: bool = False) -> Read:
    """What the network says of a batch; with `half` the encoder and the heads compute in bfloat16."""
    with torch.autocast(batch.ids.device.type, dtype=torch.bfloat16, enabled=half):
        values = network(batch.ids, batch.shapes, batch.mask, batch.words)
    return network.read(values)


def losses(network: Network, batch: Batch, *, half: bool = False) -> dict[str, Tensor]:
    """The mean loss of each head over what is annotated in this batch; heads with nothing to learn are left out."""
    read = read_batch(network, batch, half=half)
    found = {}
    for layer, gold in batch.layers.items():
        if layer in read.logits and bool((gold != UNKNOWN).any()):
            found[layer] = functional.cross_entropy(read.logits[layer], gold, ignore_index=UNKNOWN)
    if bool((batch.heads != UNKNOWN).any()):
        found.update(_parse_losses(network, read, batch))
    for kind, (asked, right) in batch.links.items():
        scores = read.vectors[f"{kind}_link"][asked], _grid(read.vectors["cue_link"], batch)
        found[f"link-{kind}"] = _any_of(_compare(*scores, batch, asked, network.no_link), right)
    if batch.roles is not None:
        found["role"] = _role_loss(network, read, batch, *batch.roles)
    if batch.places is not None:
        asked, right = batch.places
        scores = read.vectors["place_event"][asked], _grid(read.vectors["place_word"], batch)
        found["place"] = _any_of(_compare(*scores, batch, asked, network.no_place), right)
    return found


def total(found: Mapping[str, Tensor]) -> Tensor:
    """The weighted sum of the losses."""
    return torch.stack([WEIGHTS.get(name.split("-")[0], 1.0) * loss for name, loss in found.items()]).sum()


def _grid(vectors: Tensor, batch: Batch) -> Tensor:
    """Vectors [N, d] as [B, W, d], zeros where there is no word."""
    return torch.cat([vectors, vectors.new_zeros(1, vectors.shape[1])])[batch.grid]


def arc_scores(network: Network, read: Read, batch: Batch) -> Tensor:
    """Scores [N, 1 + W] of each word's possible heads; the first column is the root."""
    words = read.vectors["arc_word"]
    grid = torch.bmm(_grid(words, batch), _grid(read.vectors["arc_head"], batch).transpose(1, 2))
    scores = grid[batch.row, batch.column].masked_fill(batch.grid[batch.row] == len(words), -1e4)
    scores = scores.scatter(1, batch.column[:, None], -1e4)
    both: Tensor = torch.cat([words @ network.root_head[:, None], scores], 1) * words.shape[1] ** -0.5
    return both


def rel_scores(network: Network, read: Read, batch: Batch, heads: Tensor) -> Tensor:
    """Scores [N, R] of each word's relation to this head (0 the root, else 1 + column)."""
    column = (heads - 1).clamp(min=0)
    place = batch.grid[batch.row, column].clamp(max=len(heads) - 1)
    other = torch.where((heads > 0)[:, None], read.vectors["rel_head"][place], network.root_rel)
    out: Tensor = network.rel(functional.relu(read.vectors["rel_word"] + other))
    return out


def _parse_losses(network: Network, read: Read, batch: Batch) -> dict[str, Tensor]:
    arc = functional.cross_entropy(arc_scores(network, read, batch), batch.heads, ignore_index=UNKNOWN)
    rels = rel_scores(network, read, batch, batch.heads.clamp(min=0))
    gold = batch.layers["rel"].masked_fill(batch.heads == UNKNOWN, UNKNOWN)
    return {"arc": arc, "rel": functional.cross_entropy(rels, gold, ignore_index=UNKNOWN)}


def _compare(asked_vectors: Tensor, others: Tensor, batch: Batch, asked: Tensor, none: Tensor) -> Tensor:
    """Scores [K, 1 + W] of each column's word for each word asked about; the first column stands for none."""
    rows = batch.row[asked]
    scores = torch.einsum("kd,kwd->kw", asked_vectors, others[rows]) * others.shape[-1] ** -0.5
    scores = scores.masked_fill(batch.grid[rows] == len(batch.words), -1e4)
    return torch.cat([none.expand(len(asked), 1), scores], 1)


def _any_of(scores: Tensor, right: Tensor) -> Tensor:
    """The mean negative log probability that one of the right columns is chosen."""
    chosen = scores.masked_fill(~right, -1e4).logsumexp(1)
    return (scores.logsumexp(1) - chosen).mean()


def _role_loss(network: Network, read: Read, batch: Batch, asked: Tensor, gold: Tensor) -> Tensor:
    others = _grid(read.vectors["role_word"], batch)[batch.row[asked]]
    scores = network.role(functional.relu(read.vectors["role_event"][asked][:, None] + others))
    loss = functional.cross_entropy(scores.flatten(0, 1), gold.flatten(), ignore_index=UNKNOWN, reduction="sum")
    return 0.1 * loss / len(asked)
