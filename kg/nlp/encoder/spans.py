"""Spans of words out of labels B and I."""

import numpy as np
import numpy.typing as npt

from kg.nlp.encoder.trees import Floats

Spans = npt.NDArray[np.int64]
"""[S, 3]: first word, word after the last, type; left to right."""

_NEVER = -1e9


def decode_spans(scores: Floats, breaks: npt.NDArray[np.bool_]) -> Spans:
    """The spans of a layer.

    Args:
        scores: [T, 1 + 2K], of O, then B and I of each type.
        breaks: the words before which a span ends in any case.
    """
    labels = best_labels(scores, breaks)
    kinds = (labels + 1) // 2
    before = np.concatenate([[0], kinds[:-1]])
    first = (kinds > 0) & ((labels % 2 == 1) | (kinds != before) | breaks)
    last = (kinds > 0) & np.concatenate([first[1:] | (kinds[1:] == 0), [True]]) if len(kinds) else first
    starts, ends = np.flatnonzero(first), np.flatnonzero(last) + 1
    return np.stack([starts, ends, kinds[starts] - 1], 1)


def best_labels(scores: Floats, breaks: npt.NDArray[np.bool_]) -> npt.NDArray[np.int64]:
    """The best labels among those in which an I follows a B or I of its type (Viterbi, all stretches at once).

    A stretch goes from one break to the next, so no span crosses a break.
    """
    bounds = np.concatenate([[0], np.flatnonzero(breaks[1:]) + 1, [len(scores)]]) if len(scores) else np.zeros(1, int)
    found = np.zeros(len(scores), np.int64)
    plain = scores.argmax(1)
    found[:] = plain
    kinds = (plain + 1) // 2
    inside = (plain > 0) & (plain % 2 == 0)
    before = np.concatenate([[0], kinds[:-1]]) if len(kinds) else kinds
    wrong = inside & ((before != kinds) | breaks)
    if wrong.any():
        stretch = np.searchsorted(bounds, np.flatnonzero(wrong), "right") - 1
        for n in np.unique(stretch):
            found[bounds[n] : bounds[n + 1]] = _viterbi(scores[bounds[n] : bounds[n + 1]])
    return found


def _viterbi(scores: Floats) -> npt.NDArray[np.int64]:
    """The best labels of one stretch; in plain Python, which is faster than arrays as narrow as these."""
    rows = scores.tolist()
    width = len(rows[0])
    total = [_NEVER if label and label % 2 == 0 else score for label, score in enumerate(rows[0])]
    back: list[list[int]] = []
    for row in rows[1:]:
        best = max(total)
        came = [total.index(best)] * width
        after = [best + score for score in row]
        for inside in range(2, width, 2):
            came[inside] = inside - 1 if total[inside - 1] >= total[inside] else inside
            after[inside] = total[came[inside]] + row[inside]
        back.append(came)
        total = after
    labels = [total.index(max(total))]
    for came in reversed(back):
        labels.append(came[labels[-1]])
    return np.array(labels[::-1], np.int64)
