"""Sheets added up: precision, recall, F1 or a median, each with a bootstrap interval over the articles."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from kg.score.sheet import ALL, Count, Sheet

ROUNDS = 1000
SEED = 20_240_229


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table.

    Attributes:
        layer, data, measure, cls: what was measured; `data` tells which gold of the layer ("articles", "attributions").
        articles: how many articles have anything to count in it.
        right_told, told: how much of what was told is right.
        right_gold, gold: how much of what there is to find was found.
        precision, recall, f1: None where there is nothing to divide by.
        low, high: the middle 95 % of F1 over bootstrap samples of articles.
        median, median_low, median_high: of measures that are distances, in their own unit; else None.
    """

    layer: str
    data: str
    measure: str
    cls: str
    articles: int
    right_told: float
    told: float
    right_gold: float
    gold: float
    precision: float | None
    recall: float | None
    f1: float | None
    low: float | None
    high: float | None
    median: float | None = None
    median_low: float | None = None
    median_high: float | None = None


def tally(layer: str, data: str, sheets: Sequence[Sheet]) -> tuple[Row, ...]:
    """The rows of one layer, measures in the order in which they were first counted, "all" before the classes."""
    weights = _weights(len(sheets))
    order = list(dict.fromkeys(measure for sheet in sheets for measure, _ in (*sheet.counts, *sheet.values)))
    keys = {key for sheet in sheets for key in (*sheet.counts, *sheet.values)}
    ranked = sorted(keys, key=lambda key: (order.index(key[0]), key[1] != ALL, key[1]))
    return tuple(_row(layer, data, measure, cls, sheets, weights) for measure, cls in ranked)


def _row(layer: str, data: str, measure: str, cls: str, sheets: Sequence[Sheet], weights: NDArray[np.float64]) -> Row:
    key = (measure, cls)
    if any(key in sheet.values for sheet in sheets):
        return _median_row(layer, data, measure, cls, [sheet.values.get(key, []) for sheet in sheets], weights)
    counts = [sheet.counts.get(key, Count()) for sheet in sheets]
    table = np.array([(each.right_told, each.told, each.right_gold, each.gold) for each in counts], dtype=np.float64)
    total = table.sum(axis=0)
    precision, recall = _ratio(total[0], total[1]), _ratio(total[2], total[3])
    right_told, told, right_gold, gold = map(float, total)
    articles = int((table.sum(axis=1) > 0).sum())
    f1 = f1_of(precision, recall, told=told, gold=gold)
    low, high = (None, None) if f1 is None else _interval(weights @ table)
    return Row(
        layer, data, measure, cls, articles, right_told, told, right_gold, gold, precision, recall, f1, low, high
    )


def f1_of(precision: float | None, recall: float | None, *, told: float, gold: float) -> float | None:
    """The harmonic mean; 0 where nothing is right.

    None where nothing is told and nothing is to be found; and where a class is found only as another class ("shelling"
    told as "airstrike" within one group), so that one of the two can't be divided.
    """
    if (told == 0 and gold == 0) or (precision is None and recall) or (recall is None and precision):
        return None
    if not precision or not recall:
        return 0.0
    return 2 * precision * recall / (precision + recall)


def _ratio(part: float, whole: float) -> float | None:
    return float(part / whole) if whole else None


def _interval(samples: NDArray[np.float64]) -> tuple[float | None, float | None]:
    """The middle 95 % of F1 over the samples; samples in which there is nothing to count are left out."""
    some = samples[(samples[:, 1] > 0) | (samples[:, 3] > 0)]
    if not len(some):
        return None, None
    with np.errstate(divide="ignore", invalid="ignore"):
        precision = np.nan_to_num(some[:, 0] / some[:, 1])
        recall = np.nan_to_num(some[:, 2] / some[:, 3])
        f1 = np.nan_to_num(2 * precision * recall / (precision + recall))
    low, high = np.percentile(f1, [2.5, 97.5])
    return float(low), float(high)


def _median_row(
    layer: str, data: str, measure: str, cls: str, values: Sequence[Sequence[float]], weights: NDArray[np.float64]
) -> Row:
    numbers = np.array([value for each in values for value in each], dtype=np.float64)
    owners = np.array([at for at, each in enumerate(values) for _ in each], dtype=np.intp)
    order = np.argsort(numbers, kind="stable")
    numbers, owners = numbers[order], owners[order]
    samples = [_weighted_median(numbers, weights[at, owners]) for at in range(len(weights))]
    low, high = np.percentile([sample for sample in samples if sample is not None] or [0.0], [2.5, 97.5])
    size = float(len(numbers))
    articles = sum(bool(each) for each in values)
    return Row(
        layer, data, measure, cls, articles, 0.0, size, 0.0, size, None, None, None, None, None,
        float(np.median(numbers)), float(low), float(high),
    )  # fmt: skip


def _weighted_median(numbers: NDArray[np.float64], weights: NDArray[np.float64]) -> float | None:
    """The middle of sorted numbers, each counted as often as its weight says; of an even number, between the two."""
    reached = np.cumsum(weights)
    if not len(reached) or not reached[-1]:
        return None
    low, high = (np.searchsorted(reached, reached[-1] / 2, side) for side in ("left", "right"))
    return float((numbers[low] + numbers[high]) / 2)


def _weights(articles: int) -> NDArray[np.float64]:
    """How often each article stands in each bootstrap sample; the same at every run."""
    if not articles:
        return np.zeros((0, 0))
    generator = np.random.default_rng(SEED)
    return generator.multinomial(articles, np.full(articles, 1 / articles), size=ROUNDS).astype(np.float64)
