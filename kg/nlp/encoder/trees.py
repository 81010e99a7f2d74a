"""The best tree over the words of a sentence."""

from collections.abc import Iterator

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float32]
Places = npt.NDArray[np.int64]

_FAR = np.float32(-1e9)


def decode_heads(words: Floats, heads: Floats, root: Floats, bounds: Places) -> Places:
    """The head of each word, by its place among all words; a root is its own head. Every sentence is one tree.

    Args:
        words: [T, d] vectors of the words as dependents.
        heads: [T, d] vectors of the words as heads.
        root: [d] vector of the root as head.
        bounds: first word of each sentence, and T at the end.
    """
    found = np.arange(len(words))
    rooted = words @ root
    for places, valid in _by_length(bounds):
        best = _decode(np.matmul(words[places], heads[places].transpose(0, 2, 1)), rooted[places], valid)
        chosen = places[np.arange(len(places))[:, None], best]
        found[places[valid]] = chosen[valid]
    return found


def _by_length(bounds: Places, *, area: int = 60_000) -> Iterator[tuple[Places, npt.NDArray[np.bool_]]]:
    """Sentences of about the same length: places of their words [S, n], and which of these are words."""
    sizes = np.diff(bounds)
    order = np.argsort(sizes, kind="stable")
    start = 0
    while start < len(order):
        end = start + 1
        while end < len(order) and (end + 1 - start) * int(sizes[order[end]]) ** 2 <= area:
            end += 1
        chosen = order[start:end]
        n = int(sizes[chosen[-1]])
        valid = np.arange(n) < sizes[chosen][:, None]
        yield np.where(valid, bounds[chosen][:, None] + np.arange(n), bounds[chosen][:, None]), valid
        start = end


def _decode(scores: Floats, rooted: Floats, valid: npt.NDArray[np.bool_]) -> Places:
    """Heads [S, n] by column; scores [S, n, n] are of dependents (rows) under heads (columns)."""
    rows, n = valid.shape
    scores = np.where(valid[:, None, :], scores, _FAR)
    scores[:, np.arange(n), np.arange(n)] = _FAR
    margin = np.where(valid, rooted - scores.max(2), _FAR)
    roots = margin.argmax(1)
    heads: Places = scores.argmax(2)
    heads[np.arange(rows), roots] = roots
    for row in np.flatnonzero(_has_cycle(heads, roots, valid)):
        size = int(valid[row].sum())
        heads[row, :size] = arborescence(scores[row, :size, :size].astype(np.float64), int(roots[row]))
    return heads


def _has_cycle(heads: Places, roots: Places, valid: npt.NDArray[np.bool_]) -> npt.NDArray[np.bool_]:
    """Which sentences have a word from which the heads do not lead to the root."""
    reached, steps = heads, 1
    while steps < heads.shape[1]:
        reached = np.take_along_axis(reached, reached, 1)
        steps *= 2
    lost: npt.NDArray[np.bool_] = ((reached != roots[:, None]) & valid).any(1)
    return lost


def arborescence(scores: npt.NDArray[np.float64], root: int) -> Places:
    """The tree of highest score: head of each word, the root its own (Chu and Liu 1965, Edmonds 1967).

    Args:
        scores: [n, n] of dependents (rows) under heads (columns).
        root: the word that has no head.
    """
    heads: Places = scores.argmax(1)
    heads[root] = root
    cycle = _find_cycle(heads, root)
    if cycle is None:
        return heads
    inside = np.zeros(len(heads), bool)
    inside[cycle] = True
    outer = np.flatnonzero(~inside)
    gain = scores[cycle] - scores[cycle, heads[cycle]][:, None]
    entry = gain[:, outer].argmax(0)
    exit_ = scores[np.ix_(outer, cycle)].argmax(1)
    small = np.full((len(outer) + 1, len(outer) + 1), -1e18)
    small[:-1, :-1] = scores[np.ix_(outer, outer)]
    small[:-1, -1] = scores[np.ix_(outer, cycle)].max(1)
    small[-1, :-1] = gain[:, outer].max(0)
    chosen = arborescence(small, int(np.flatnonzero(outer == root)[0]))
    for n, word in enumerate(outer):
        heads[word] = cycle[exit_[n]] if chosen[n] == len(outer) else outer[chosen[n]]
    heads[cycle[entry[chosen[-1]]]] = outer[chosen[-1]]
    heads[root] = root
    return heads


def _find_cycle(heads: Places, root: int) -> Places | None:
    """The words of a cycle, if there is one."""
    state = np.zeros(len(heads), int)
    state[root] = -1
    for start in range(len(heads)):
        word = start
        while state[word] == 0:
            state[word] = start + 1
            word = int(heads[word])
        if state[word] == start + 1:
            cycle = [word]
            while heads[cycle[-1]] != word:
                cycle.append(int(heads[cycle[-1]]))
            return np.asarray(cycle)
        state[state == start + 1] = -1
    return None
