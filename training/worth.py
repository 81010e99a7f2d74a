"""Weighs what speaks for a happening being written down: the weights of `kg/data/events_worth.toml`.

    python -m training.worth training/happenings.jsonl ARTICLES.jsonl... MODEL

MODEL must not have learned from the articles that it is weighed on: train its `telling.npz` with --leave, which leaves
out the same ones.
"""

import argparse
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt

from kg.extract.cast import find_cast
from kg.extract.events import find_drafts
from kg.extract.events_draft import Draft
from kg.extract.events_told import shown_by, with_kinds
from kg.extract.events_worth import features
from kg.extract.times import find_times
from kg.model import kind_group
from kg.nlp import Parsed, Parser
from kg.score.matching import match
from training.happenings import Annotated, Happening, read_happenings
from training.telling import is_left_out, read_parsed

PENALTY = 5.0
"""On the squares of the weights, whose features have been brought to one scale."""

STEPS = 25

Floats = npt.NDArray[np.float64]


def read_drafts(parsed: Parsed, annotated: Annotated) -> Iterator[tuple[dict[str, float], bool]]:
    """What speaks for each happening that could be told of an article, and whether a reader wrote it down."""
    if parsed.telling is None:
        raise ValueError("the language model does not read articles as a whole")
    telling, cast = parsed.telling, find_cast(parsed)
    drafts = with_kinds(find_drafts(parsed, cast, find_times(parsed)), telling)
    golds = annotated.happenings

    def likeness(gold: Happening, draft: Draft) -> float:
        if kind_group(gold.kind) != kind_group(draft.kind.value):
            return 0.0
        word = shown_by(draft, telling).token
        start, end = gold.tellings[0]
        sentence = parsed.sentence_of(word).span
        return 4.0 * (word.start < end and start < word.end) + (sentence.start <= start < sentence.end)

    written = {place for _, place in match(golds, drafts, likeness)}
    for place, found in enumerate(features(drafts, telling)):
        yield found, place in written


def fit(rows: Floats, right: Floats) -> tuple[Floats, float]:
    """The weights of a logistic regression, and what they are counted from: Newton's method, no chance in it."""
    mean, scale = rows.mean(0), rows.std(0) + 1e-6
    scaled = np.c_[(rows - mean) / scale, np.ones(len(rows))]
    weights = np.zeros(scaled.shape[1])
    penalty = np.append(np.full(rows.shape[1], PENALTY), 1e-6)
    for _ in range(STEPS):
        likely = 1 / (1 + np.exp(-scaled @ weights))
        slope = scaled.T @ (likely - right) + penalty * weights
        bend = (scaled * (likely * (1 - likely))[:, None]).T @ scaled + np.diag(penalty)
        weights -= np.linalg.solve(bend, slope)
    found = weights[:-1] / scale
    return found, float(weights[-1] - mean @ found)


def least(scores: Floats, right: Floats, written: int) -> float:
    """Above which score the harmonic mean of precision and recall is best."""
    order = np.argsort(-scores, kind="stable")
    found = 2 * np.cumsum(right[order]) / (np.arange(1, len(scores) + 1) + written)
    return float(scores[order[found.argmax()]])


def table(names: Sequence[str], weights: Sequence[float], worth: float) -> str:
    """What `kg/data/events_worth.toml` says."""
    lines = [f"{name} = {weight:.3f}" for name, weight in zip(names, weights, strict=True)]
    return "\n".join(["[weights]", *lines, "", "[least]", f"worth = {worth:.2f}", ""])


def main() -> None:
    """Runs from the command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("annotations", type=Path, help="offsets of what articles tell: training/happenings.jsonl")
    parser.add_argument("articles", type=Path, nargs="+", help="the corpora's JSONL files with the texts")
    parser.add_argument("model", type=Path, help="folder of a language model that has not learned from these articles")
    options = parser.parse_args()
    annotated = [one for one in read_happenings(options.annotations) if one.whole and is_left_out(one)]
    reader = Parser(str(options.model))
    found: list[tuple[dict[str, float], bool]] = []
    for path in options.articles:
        for parsed, one in read_parsed(reader, path, [one for one in annotated if one.corpus == path.name]):
            found += read_drafts(parsed, one)
    names = list(found[0][0])
    rows = np.array([[row[name] for name in names] for row, _ in found])
    right = np.array([float(written) for _, written in found])
    weights, base = fit(rows, right)
    worth = least(rows @ weights, right, sum(len(one.happenings) for one in annotated))
    print(f"# {len(annotated)} articles, {len(found)} drafts, {int(right.sum())} written down; 0 is at {-base:.2f}")
    print(table(names, weights.tolist(), worth))


if __name__ == "__main__":
    main()
