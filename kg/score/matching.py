"""One-to-one matching of what should be found with what was found."""

from collections.abc import Callable, Sequence
from typing import TypeVar

Gold = TypeVar("Gold")
Found = TypeVar("Found")

Pairs = tuple[tuple[int, int], ...]
"""Places in the two sequences, in the order of the first."""


def match(golds: Sequence[Gold], told: Sequence[Found], score: Callable[[Gold, Found], float]) -> Pairs:
    """As many pairs as can be, no item in two of them, the best-scoring taken first.

    Pairs are taken in descending order of score; where an item would stay alone, earlier pairs are moved to other
    admissible partners (augmenting paths), so that no order of the items changes how many are matched.

    Args:
        golds: what should be found.
        told: what was found.
        score: how well two go together; 0 or less: not at all.
    """
    scored = ((score(one, other), i, j) for i, one in enumerate(golds) for j, other in enumerate(told))
    edges = sorted((edge for edge in scored if edge[0] > 0), key=lambda edge: (-edge[0], edge[1], edge[2]))
    partners: dict[int, list[int]] = {}
    for _, i, j in edges:
        partners.setdefault(i, []).append(j)
    of_told = _greedy(edges)
    taken = set(of_told.values())
    for i in sorted(partners.keys() - taken):
        _augment(i, partners, of_told, set())
    return tuple(sorted((i, j) for j, i in of_told.items()))


def one_each(
    golds: Sequence[Gold],
    told: Sequence[Found],
    score: Callable[[Gold, Found], float],
    key: Callable[[Found], str | None],
) -> tuple[Found, ...]:
    """What was found, each thing once: a thing may have several rows, as it may be told with several words.

    The row that stands for a thing is the one that goes best with any of the gold, of equals the first. A row without a
    key is a thing of its own.
    """
    best: dict[str | int, tuple[float, Found]] = {}
    for at, other in enumerate(told):
        name, value = key(other), max((score(one, other) for one in golds), default=0.0)
        thing = at if name is None else name
        if thing not in best or value > best[thing][0]:
            best[thing] = (value, other)
    return tuple(other for _, other in best.values())


def _greedy(edges: Sequence[tuple[float, int, int]]) -> dict[int, int]:
    of_told: dict[int, int] = {}
    used: set[int] = set()
    for _, i, j in edges:
        if i not in used and j not in of_told:
            used.add(i)
            of_told[j] = i
    return of_told


def _augment(i: int, partners: dict[int, list[int]], of_told: dict[int, int], seen: set[int]) -> bool:
    """Finds a partner for `i`, moving others on where they have another; true if there was one."""
    for j in partners[i]:
        if j in seen:
            continue
        seen.add(j)
        if j not in of_told or _augment(of_told[j], partners, of_told, seen):
            of_told[j] = i
            return True
    return False
