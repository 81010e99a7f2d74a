"""The network that reads an article once more for each happening, and its losses.

`kg.nlp.encoder.asking` reads what is exported. It learns beside it which numbers belong to a happening, of what kind
that is and whether it happened.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import torch
from torch import Tensor, nn
from torch.nn import functional

from kg.nlp.encoder.asking import ASKED, FAR, UP, view_of
from kg.nlp.encoder.trees import Places
from training.blocks import GIVEN, INNER, STATES, Block, Norms, fading
from training.encoder import WIDTH
from training.teller import KINDS, STATUSES, Article, any_of, chosen, right_parties, right_places

LAYERS = 2
LEARNED: Final = (*ASKED, "figure")
"""What is learned of every other word: first what is exported."""

MARKS: Final = 3
"""What is marked of a word: that it is the one asked about, that it is known to name a place, or an actor."""

SHARES: Final[Mapping[str, float]] = {
    "place": 1.0, "agent": 0.7, "target": 0.7, "figure": 0.7, "kind": 0.5, "status": 0.3,
}  # fmt: skip
"""How much each loss counts."""

_UNREAD = -1e4
_SEEN = -9e3  # scores of words that were read are above


@dataclass(frozen=True, slots=True, eq=False)
class Readable:
    """An article with what asking needs beside the words.

    Attributes:
        article: its words, with what was annotated of them.
        heads: the word that each hangs on; -1 for none.
        spots: words that the rules know to name places.
        acting: words that the rules know to name actors.
    """

    article: Article
    heads: Places
    spots: Places
    acting: Places


class Network(nn.Module):
    """The layers over the words that are read for one happening.

    The names of the parameters are those of the exported arrays.
    """

    def __init__(self, dropout: float = 0.25) -> None:
        super().__init__()
        self.n0 = Norms()
        self.inp = nn.Linear(STATES * WIDTH + GIVEN, INNER)
        self.mark, self.event = nn.Linear(MARKS, INNER), nn.Linear(INNER, INNER)
        self.apart, self.steps = nn.Embedding(8, INNER), nn.Embedding(UP + FAR + 1, INNER)
        self.side = nn.Embedding(3, INNER)
        self.blocks = nn.ModuleList(Block(dropout) for _ in range(LAYERS))
        self.nf = nn.LayerNorm(INNER)
        self.out = nn.Linear(INNER, len(LEARNED))
        self.out_apart = nn.Parameter(torch.zeros(len(LEARNED), 8))
        self.out_steps = nn.Parameter(torch.zeros(len(LEARNED), UP + FAR + 1))
        self.nowhere = nn.Linear(2 * INNER, 1)
        self.status, self.kind = nn.Linear(2 * INNER, len(STATUSES)), nn.Linear(2 * INNER, len(KINDS))
        self.dropout = nn.Dropout(dropout)
        for table in (self.apart, self.steps, self.side):
            nn.init.normal_(table.weight, std=0.1)
        nn.init.constant_(self.out.bias[1:3], -2.0)

    def forward(self, one: Readable, words: Tensor) -> tuple[Tensor, Tensor]:
        """Scores [words, 4, N] of all words of the article for each that is asked about, and [words, 384] its own."""
        article = one.article
        base = self.inp(torch.cat([self.dropout(self.n0(article.states.float())), article.given], 1))
        rows = [_row(one, word) for word in words.tolist()]
        longest = max(len(read) for read, *_ in rows)
        read, apart, steps = (_padded([row[n] for row in rows], longest) for n in range(3))
        marks = torch.stack([functional.pad(row[3], (0, 0, 0, longest - len(row[3]))) for row in rows])
        there = torch.arange(longest)[None] < torch.tensor([[len(row[0])] for row in rows])
        x = base[read] + self.mark(marks) + self.apart(apart) + self.steps(steps)
        x = x + self.side((read - words[:, None]).sign() + 1) + self.event(base[words])[:, None]
        bias = fading(read).masked_fill(~there[:, None, None], _UNREAD)
        with torch.autocast("cpu", torch.bfloat16, enabled=self.training):
            for block in self.blocks:
                x = block(x, bias.to(torch.bfloat16) if self.training else bias)
        x = self.dropout(self.nf(x.float()))
        scores = self.out(x) + self.out_apart.T[apart] + self.out_steps.T[steps]
        every = torch.full((len(rows), len(base), len(LEARNED)), _UNREAD)
        every[torch.arange(len(rows))[:, None].expand_as(read)[there], read[there]] = scores[there]
        mean = (x * there[..., None]).sum(1) / there.sum(1, keepdim=True)
        own = x[torch.arange(len(rows)), ((read == words[:, None]) & there).float().argmax(1)]
        return every.transpose(1, 2), torch.cat([own, mean], 1)


Row = tuple[Tensor, Tensor, Tensor, Tensor]


def _row(one: Readable, word: int) -> Row:
    """The words that are read, how far away they stand in text and tree, and what is marked of them."""
    read, apart, steps, marks = map(
        torch.from_numpy, view_of(word, one.article.sentences.numpy(), one.heads, one.spots, one.acting)
    )
    return read, apart, steps, marks


def _padded(rows: Sequence[Tensor], longest: int) -> Tensor:
    return torch.stack([functional.pad(row, (0, longest - len(row))) for row in rows])


def losses(network: Network, one: Readable, told: Sequence[int]) -> dict[str, Tensor]:
    """The losses of an article by what is learned, over some of what is told; only those that it has something for."""
    article = one.article
    words, of = article.told[list(told)], [article.of[row] for row in told]
    scores, own = network(one, words)
    found = {
        "status": functional.cross_entropy(network.status(own), article.statuses[list(told)]),
        "kind": functional.cross_entropy(network.kind(own), article.kinds[words] - 1),
    }
    if len(article.spots):
        places = torch.cat([network.nowhere(own), scores[:, LEARNED.index("place"), article.spots]], 1)
        right = right_places(article, of) & (places > _SEEN)
        if right.any():
            found["place"] = chosen(places, right)
    if len(article.nominal):
        for role, parties in (("agent", article.agents), ("target", article.targets)):
            of_role = scores[:, LEARNED.index(role), article.nominal]
            right, counts = right_parties(article, words, of, parties)
            found[role] = any_of(of_role.clamp(min=-30), right, counts * (of_role > _SEEN))
    if article.figures:
        numbers = scores[:, LEARNED.index("figure"), [word for word, _ in article.figures]]
        right = torch.tensor([[happening == n for _, happening in article.figures] for n in of]).float()
        seen = numbers > _SEEN
        if seen.any():
            found["figure"] = functional.binary_cross_entropy_with_logits(numbers[seen], right[seen])
    return found
