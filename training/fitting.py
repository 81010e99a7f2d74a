"""Fits the weights of a network to articles."""

import math
import random
from collections.abc import Callable, Mapping, Sequence
from typing import TypeVar

import torch
from torch import Tensor, nn

AT_ONCE = 4
"""Articles in a step."""

KEPT = 0.995
"""Of the averaged weights, in each step after the first epoch."""

Item = TypeVar("Item")


def fit(
    network: nn.Module,
    articles: Sequence[Item],
    losses: Callable[[Item], Mapping[str, Tensor]],
    shares: Mapping[str, float],
    *,
    epochs: int,
    seed: int,
    log: Callable[[int, Mapping[str, float]], None],
) -> dict[str, Tensor]:
    """The weights, averaged over the steps; the mean losses of each epoch go to `log`.

    Args:
        network: fresh; it is changed.
        articles: to learn from; each has some loss.
        losses: of an article by the network, by what is learned.
        shares: how much each loss counts.
        epochs: how often all articles are read.
        seed: of the order in which they are.
        log: is told the number of the epoch as well.
    """
    shuffle = random.Random(seed).shuffle  # noqa: S311
    optimiser = torch.optim.AdamW(network.parameters(), lr=1e-3, weight_decay=0.05)
    steps = epochs * math.ceil(len(articles) / AT_ONCE)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimiser, lambda n: min(1, (n + 1) / 50) * max(0.02, 1 - n / steps))
    averaged = {name: value.clone() for name, value in network.state_dict().items()}
    for epoch in range(epochs):
        order, sums = list(articles), dict.fromkeys(shares, 0.0)
        shuffle(order)
        for start in range(0, len(order), AT_ONCE):
            found = [losses(article) for article in order[start : start + AT_ONCE]]
            whole = sum(shares[name] * loss for each in found for name, loss in each.items()) / AT_ONCE
            optimiser.zero_grad()
            whole.backward()  # type: ignore[union-attr]  # never empty
            nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimiser.step()
            schedule.step()
            for name, value in network.state_dict().items():
                averaged[name].lerp_(value, 1 - KEPT if epoch else 1.0)
            for name in shares:
                sums[name] += sum(float(each[name].detach()) for each in found if name in each)
        log(epoch, {name: round(value / len(articles), 3) for name, value in sums.items()})
    return averaged
