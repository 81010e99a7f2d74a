"""Spans out of labels B and I."""

import itertools

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.nlp.encoder.spans import best_labels, decode_spans

# labels of two types: O, B-0, I-0, B-1, I-1
OUT, B0, I0, B1, I1 = range(5)


def scores_of(labels: list[int]) -> np.ndarray:
    return np.eye(5, dtype=np.float32)[labels].reshape(-1, 5)


@pytest.mark.parametrize(
    ("labels", "breaks", "expected"),
    [
        ([OUT, B0, I0, OUT], [], [(1, 3, 0)]),
        ([B0, B0, B1], [], [(0, 1, 0), (1, 2, 0), (2, 3, 1)]),
        ([B1, I1, I1], [2], [(0, 2, 1)]),  # no span crosses the end of a sentence, none begins with an I
        ([OUT, OUT], [], []),
        ([], [], []),
    ],
)
def test_spans_are_read_off(labels: list[int], breaks: list[int], expected: list[tuple[int, int, int]]) -> None:
    broken = np.isin(np.arange(len(labels)), breaks)
    assert [tuple(one) for one in decode_spans(scores_of(labels), broken).tolist()] == expected


@given(st.lists(st.lists(st.floats(-4, 4, width=32), min_size=5, max_size=5), min_size=1, max_size=4))
def test_the_labels_are_the_best_of_all_that_are_allowed(rows: list[list[float]]) -> None:
    scores = np.array(rows, np.float32)

    def allowed(labels: tuple[int, ...]) -> bool:
        pairs = zip((OUT, *labels), labels, strict=False)
        return all(label not in (I0, I1) or before in (label, label - 1) for before, label in pairs)

    def total(labels: tuple[int, ...]) -> float:
        return float(sum(row[label] for row, label in zip(scores, labels, strict=True)))

    found = tuple(best_labels(scores, np.zeros(len(rows), bool)).tolist())
    best = max(total(one) for one in itertools.product(range(5), repeat=len(rows)) if allowed(one))
    assert allowed(found)
    assert total(found) == pytest.approx(best, abs=1e-4)


@given(st.lists(st.integers(0, 4), max_size=30), st.lists(st.integers(0, 29), max_size=5))
def test_spans_lie_one_after_the_other(labels: list[int], breaks: list[int]) -> None:
    broken = np.isin(np.arange(len(labels)), breaks)
    ends = [0]
    for first, last, kind in decode_spans(scores_of(labels), broken).tolist():
        assert ends[-1] <= first < last <= len(labels)
        assert kind in (0, 1)
        assert not broken[first + 1 : last].any()
        ends.append(last)
