"""Trains what reads an article once more for each happening: where it was, who did it, whom it befell.

    python -m training.asking training/happenings.jsonl ARTICLES.jsonl... MODEL --out asking.npz

The arguments are those of `training.telling`; the encoder stays as it is.
"""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path
from random import Random

import numpy as np
import torch
from torch import Tensor

from kg.extract.cast import find_cast
from kg.nlp import Parsed
from kg.nlp.encoder.asking import ASKED
from kg.nlp.parse import heads_of
from training.asker import SHARES, Network, Readable, losses
from training.fitting import fit
from training.happenings import Annotated
from training.telling import options_of, read_all, to_article

AT_MOST = 10
"""Words of an article that are asked about each time it is read."""

EPOCHS = 6
SEED = 1


def to_readable(parsed: Parsed, annotated: Annotated) -> Readable:
    """A parsed article that can be asked, with what was annotated of it."""
    cast = find_cast(parsed)
    tokens = parsed.tokens
    return Readable(
        article=to_article(parsed, annotated, cast),
        heads=heads_of(tokens),
        spots=np.array([token.i for token in tokens if cast.place_at(token) is not None], np.int64),
        acting=np.array([token.i for token in tokens if cast.actor_at(token) is not None], np.int64),
    )


def train(
    articles: Sequence[Readable], *, epochs: int, seed: int, log: Callable[[int, Mapping[str, float]], None]
) -> dict[str, Tensor]:
    """The weights, averaged over the steps; the mean losses of each epoch go to `log`."""
    torch.manual_seed(seed)
    network, choose = Network(), Random(seed)  # noqa: S311

    def some(one: Readable) -> Mapping[str, Tensor]:
        every = range(len(one.article.told))
        told = sorted(choose.sample(every, AT_MOST)) if len(every) > AT_MOST else every
        return losses(network, one, told)

    told = [one for one in articles if len(one.article.told)]
    return fit(network, told, some, SHARES, epochs=epochs, seed=seed, log=log)


def write(networks: Sequence[Mapping[str, Tensor]], out: Path) -> None:
    """Writes what the run time reads, in half precision; what was learned only beside it is left out."""
    kept = {
        f"{n}.{name}": (value[: len(ASKED)] if name.startswith("out") else value).numpy().astype(np.float16)
        for n, weights in enumerate(networks)
        for name, value in weights.items()
        if not name.startswith(("status", "kind"))
    }
    np.savez(out, **kept)  # type: ignore[arg-type]  # numpy: may be allow_pickle


def main() -> None:
    """Runs from the command line."""
    options = options_of(__doc__ or "", out="asking.npz", epochs=EPOCHS, seeds=(SEED,))
    articles = [to_readable(*one) for one in read_all(options)]
    print(f"{len(articles)} articles", flush=True)
    networks = [
        train(articles, epochs=options.epochs, seed=seed, log=partial(print, f"seed {seed}, epoch", flush=True))
        for seed in options.seeds
    ]
    write(networks, options.out)


if __name__ == "__main__":
    main()
