"""The best tree over the words of a sentence, against all trees there are."""

import itertools

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.nlp.encoder.trees import arborescence, decode_heads

SCORES = st.integers(2, 5).flatmap(
    lambda n: st.lists(st.lists(st.integers(-9, 9), min_size=n, max_size=n), min_size=n, max_size=n)
)


def is_tree(heads: tuple[int, ...], root: int) -> bool:
    for word in range(len(heads)):
        steps = 0
        while word != root:
            word, steps = heads[word], steps + 1
            if steps > len(heads):
                return False
    return heads[root] == root


def total(scores: np.ndarray, heads: tuple[int, ...], root: int) -> float:
    return float(sum(scores[word, head] for word, head in enumerate(heads) if word != root))


@settings(max_examples=60, deadline=None)
@given(SCORES, st.data())
def test_no_tree_is_better(rows: list[list[int]], data: st.DataObject) -> None:
    scores = np.array(rows, np.float64)
    n = len(rows)
    np.fill_diagonal(scores, -1e9)
    root = data.draw(st.integers(0, n - 1))
    found = tuple(arborescence(scores.copy(), root).tolist())
    trees = (one for one in itertools.product(range(n), repeat=n) if is_tree(one, root))
    assert is_tree(found, root)
    assert total(scores, found, root) == pytest.approx(max(total(scores, one, root) for one in trees))


@settings(max_examples=40, deadline=None)
@given(st.lists(st.integers(1, 7), min_size=1, max_size=6), st.integers(0, 2**31))
def test_each_sentence_is_one_tree_of_its_own(sizes: list[int], seed: int) -> None:
    random = np.random.default_rng(seed)
    bounds = np.cumsum([0, *sizes])
    words, heads = random.normal(size=(2, bounds[-1], 3)).astype(np.float32)
    found = decode_heads(words, heads, random.normal(size=3).astype(np.float32), bounds)
    for start, end in itertools.pairwise(bounds.tolist()):
        inside = tuple((found[start:end] - start).tolist())
        roots = [word for word, head in enumerate(inside) if word == head]
        assert len(roots) == 1
        assert is_tree(inside, roots[0])


def test_a_cycle_is_broken_where_it_costs_least() -> None:
    # 1 and 2 want each other; 1 is the one that word 0 governs nearly as well
    scores = np.array([[-9, 0, 0], [4, -9, 5], [1, 5, -9]], np.float64)
    assert arborescence(scores, 0).tolist() == [0, 0, 1]
