"""Windows of a text: each word is read once, no window is too long."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from kg.nlp.encoder.windows import Window, cut, unit_starts

SIZES = st.lists(st.integers(1, 6), max_size=120)


def places(sizes: list[int]) -> np.ndarray:
    return np.cumsum([0, *sizes]).astype(np.int32)


@given(SIZES, st.data(), st.integers(6, 40), st.integers(0, 10))
def test_the_cores_cover_each_word_once(sizes: list[int], data: st.DataObject, limit: int, context: int) -> None:
    if not sizes:
        return
    units = sorted({0, *data.draw(st.lists(st.integers(0, len(sizes) - 1), max_size=20))})
    starts = places(sizes)
    windows = cut(starts, units, limit=limit, context=context)
    assert [i for one in windows for i in range(one.core, one.end)] == list(range(len(sizes)))
    for one in windows:
        assert one.start <= one.core < one.end
        assert starts[one.end] - starts[one.start] <= limit
        assert starts[one.core] - starts[one.start] <= context or one.start == one.core


def test_a_window_takes_the_short_sentence_before_along() -> None:
    # three sentences of four words, two of which fill a window
    windows = cut(places([1] * 12), [0, 4, 8], limit=8, context=4)
    assert windows == [Window(0, 0, 8), Window(4, 8, 12)]


def test_a_sentence_that_is_too_long_is_cut_into_parts() -> None:
    windows = cut(places([1] * 20), [0], limit=8, context=0)
    sizes = [one.end - one.core for one in windows]
    assert sum(sizes) == 20
    assert max(sizes) <= 8
    assert max(sizes) - min(sizes) <= 1


def test_sentences_start_after_the_end_of_one_or_of_a_line() -> None:
    words = ["He", "left", ".", "“", "Go", ".", "”", "They", "did", ".", "and", "Headline", "Text"]
    gaps = [3, 1, 0, 1, 0, 0, 0, 1, 1, 0, 1, 1, 2]
    assert unit_starts(words, gaps) == [0, 3, 7, 12]
    assert unit_starts([], []) == []
