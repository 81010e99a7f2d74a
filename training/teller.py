"""The network that reads an article as a whole, over the states that the encoder left of its words, and its losses.

`kg.nlp.encoder.telling` reads what is exported. Figures and whether it happened are learned beside it, since they teach
the same layers.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from kg.model import EventKind, Status
from kg.nlp.encoder.telling import class_of
from training.blocks import GIVEN, INNER, STATES, Block, Norms, fading
from training.encoder import WIDTH

KINDS: Final = tuple(kind.value for kind in EventKind)
STATUSES: Final = (*(status.value for status in Status), "background")

LAYERS, COMPARED = 2, 64

SHARES: Final[Mapping[str, float]] = {
    "kind": 1.0, "main": 0.7, "status": 0.3, "place": 0.6, "agent": 0.4, "target": 0.4, "same": 0.4, "figure": 0.4,
}  # fmt: skip
"""How much each loss counts."""

SHIPPED: Final = ("agent", "target", "same")
"""What the rows of `dist` are for, in the order that the run time knows."""

BESIDE: Final = ("place", "figure")
"""The same for `beside`; figures are not exported."""

_NEVER = -1e4
_NEAR = 30  # words: how much farther another sentence counts


@dataclass(frozen=True, slots=True, eq=False)
class Article:
    """An article's words, with what was annotated of them; words are given by their indices.

    Attributes:
        states: [N, 2304] of three layers of each of the two encoders, in half precision.
        given: [N, 4] what is known of the words beside it.
        sentences: [N] the sentence of each.
        kinds: [N] 0, or 1 and the index of the kind of what the word tells of.
        named: [N] 1 for the words that name a happening, else 0.
        kind_weights, named_weights: [N] how much the two count.
        told: [T] the words that tell of something.
        of: index of the happening that each of them tells of.
        statuses: [T] whether it happened.
        places: of each happening, the words for its place; None where there is none.
        agents, targets: of each happening, of each actor, the words for it.
        nominal: words that may name an actor.
        spots: words that may name a place.
        figures: the words of numbers, with the index of the happening.
    """

    states: Tensor
    given: Tensor
    sentences: Tensor
    kinds: Tensor
    named: Tensor
    kind_weights: Tensor
    named_weights: Tensor
    told: Tensor
    of: tuple[int, ...]
    statuses: Tensor
    places: Sequence[Sequence[int] | None]
    agents: Sequence[Sequence[Sequence[int]]]
    targets: Sequence[Sequence[Sequence[int]]]
    nominal: Tensor
    spots: Tensor
    figures: Sequence[tuple[int, int | None]]


class Network(nn.Module):
    """The layers over the article, and vectors that answer questions about pairs of words.

    The names of the parameters are those of the exported arrays.
    """

    def __init__(self, dropout: float = 0.25) -> None:
        super().__init__()
        self.inp = nn.Linear(STATES * WIDTH + GIVEN, INNER)
        self.n0 = Norms()
        self.blocks = nn.ModuleList(Block(dropout) for _ in range(LAYERS))
        self.nf = nn.LayerNorm(INNER)
        self.mid = nn.Linear(2 * INNER, INNER)
        self.kind = nn.Linear(INNER, len(KINDS) + 1)
        self.main = nn.Linear(INNER, 1)
        self.status = nn.Linear(INNER, len(STATUSES))
        self.place_word, self.place_other = _pair()
        self.agent_word, self.agent_other = _pair()
        self.target_word, self.target_other = _pair()
        self.same_word = nn.Linear(INNER, COMPARED)
        self.figure_word, self.figure_other = _pair()
        self.no_place, self.no_figure = nn.Parameter(torch.zeros(())), nn.Parameter(torch.zeros(()))
        self.agent_bias, self.target_bias = nn.Parameter(torch.tensor(-2.0)), nn.Parameter(torch.tensor(-2.0))
        self.same_bias = nn.Parameter(torch.zeros(()))
        self.dist = nn.Parameter(torch.zeros(len(SHIPPED), 8))
        self.beside = nn.Parameter(torch.zeros(len(BESIDE), 8))
        self.dropout = nn.Dropout(dropout)

    def forward(self, article: Article) -> Tensor:
        """[N, 192] what became of the words."""
        first = self.inp(torch.cat([self.dropout(self.n0(article.states.float())), article.given], 1))
        x, bias = first, fading(torch.arange(len(first)))
        for block in self.blocks:
            x = block(x, bias)
        hidden: Tensor = self.dropout(functional.gelu(self.mid(torch.cat([self.nf(x), first], 1)), approximate="tanh"))
        return hidden

    def compare(self, hidden: Tensor, sentences: Tensor, what: str, words: Tensor, others: Tensor) -> Tensor:
        """[words, others] scores of each word beside each other one."""
        word = getattr(self, f"{what}_word")
        other = word if what == "same" else getattr(self, f"{what}_other")
        near = self.dist[SHIPPED.index(what)] if what in SHIPPED else self.beside[BESIDE.index(what)]
        apart = sentences[others][None] - sentences[words][:, None]
        classes = torch.from_numpy(class_of((apart.abs() if what == "same" else apart).numpy()))
        scores: Tensor = word(hidden[words]) @ other(hidden[others]).T / math.sqrt(COMPARED) + near[classes]
        return scores + getattr(self, f"{what}_bias") if what in SHIPPED else scores


def _pair() -> tuple[nn.Linear, nn.Linear]:
    return nn.Linear(INNER, COMPARED), nn.Linear(INNER, COMPARED)


def losses(network: Network, article: Article) -> dict[str, Tensor]:
    """The losses of an article by what is learned; only those that it has something for."""
    hidden = network(article)
    kind = functional.cross_entropy(network.kind(hidden), article.kinds, reduction="none") * article.kind_weights
    named = functional.binary_cross_entropy_with_logits(network.main(hidden)[:, 0], article.named, reduction="none")
    found = {
        "kind": kind.sum() / max(8, int((article.kinds > 0).sum())) / 1.5,
        "main": (named * article.named_weights).sum() / max(8, int(article.named.sum())) / 1.5,
    }
    if not len(article.told):
        return found
    found["status"] = functional.cross_entropy(network.status(hidden[article.told]), article.statuses)
    if len(article.spots) and (right := right_places(article, article.of)).any():
        scores = network.compare(hidden, article.sentences, "place", article.told, article.spots)
        found["place"] = chosen(_with_none(scores, network.no_place), right)
    if len(article.nominal):
        for role, parties in (("agent", article.agents), ("target", article.targets)):
            scores = network.compare(hidden, article.sentences, role, article.told, article.nominal)
            found[role] = any_of(scores, *right_parties(article, article.told, article.of, parties))
    if len(article.told) > 1:
        scores = network.compare(hidden, article.sentences, "same", article.told, article.told)
        one, other = torch.triu_indices(len(article.told), len(article.told), 1)
        of = torch.tensor(article.of)
        found["same"] = functional.binary_cross_entropy_with_logits(
            scores[one, other], (of[one] == of[other]).to(scores.dtype)
        )
    if article.figures:
        numbers = torch.tensor([word for word, _ in article.figures])
        scores = network.compare(hidden, article.sentences, "figure", numbers, article.told)
        right = torch.tensor([[of is None, *(of == one for one in article.of)] for _, of in article.figures])
        found["figure"] = chosen(_with_none(scores, network.no_figure), right)
    return found


def right_places(article: Article, of: Sequence[int]) -> Tensor:
    """[words, 1 + spots] which answers are right, the first that there is none; all False where nobody knows.

    Args:
        article: with its places.
        of: the happening that each word tells of.
    """
    spots = {word: 1 + n for n, word in enumerate(article.spots.tolist())}
    right = torch.zeros(len(of), 1 + len(spots), dtype=torch.bool)
    for row, happening in enumerate(of):
        places = article.places[happening]
        right[row, [0] if places is None else [spots[word] for word in places]] = True
    return right


def _with_none(scores: Tensor, none: Tensor) -> Tensor:
    return torch.cat([none.expand(len(scores), 1), scores], 1)


def chosen(scores: Tensor, right: Tensor) -> Tensor:
    """The loss where one answer of a row is to be chosen and some are right; rows without any do not count."""
    missed = scores.logsumexp(1) - scores.masked_fill(~right, _NEVER).logsumexp(1)
    return missed[right.any(1)].mean()


def right_parties(
    article: Article, words: Tensor, of: Sequence[int], parties: Sequence[Sequence[Sequence[int]]]
) -> tuple[Tensor, Tensor]:
    """[words, nominal] 1 for the nearest word of each actor; and 0 for its other words, which do not count, else 1."""
    columns = {word: n for n, word in enumerate(article.nominal.tolist())}
    right = torch.zeros(len(words), len(columns))
    counts = torch.ones_like(right)
    sentences = article.sentences.tolist()
    for row, (word, happening) in enumerate(zip(words.tolist(), of, strict=True)):
        for forms in parties[happening]:
            known = [one for one in forms if one in columns]
            if known:
                far = [abs(one - word) + (0 if sentences[one] == sentences[word] else _NEAR) for one in known]
                nearest = columns[known[int(np.argmin(far))]]
                counts[row, [columns[one] for one in known]] = 0
                right[row, nearest] = counts[row, nearest] = 1
    return right, counts


def any_of(scores: Tensor, right: Tensor, counts: Tensor) -> Tensor:
    """The loss where any number of answers of a row may be right; `counts` is 0 for those that say nothing."""
    missed = functional.binary_cross_entropy_with_logits(scores, right, reduction="none") * counts
    return missed.sum() / max(4, float(right.sum())) / 3
