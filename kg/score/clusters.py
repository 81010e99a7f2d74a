"""Groupings compared: which mentions are one thing, which reports are one happening."""

from collections import Counter
from collections.abc import Hashable, Mapping
from itertools import combinations
from typing import TypeVar

from kg.score.sheet import Count

Item = TypeVar("Item", bound=Hashable)


def b_cubed(golds: Mapping[Item, Hashable], told: Mapping[Item, Hashable]) -> dict[Item, Count]:
    """What each item adds to B³ (Bagga and Baldwin 1998).

    The precision of an item is the share of its told group that is of its gold group; its recall the share of its gold
    group that is in its told group. An item that was not found has recall 0 and no precision; items told that the gold
    does not have are left out.

    Args:
        golds: the gold group of each item.
        told: the told group of each item that was found.
    """
    found = {item: group for item, group in told.items() if item in golds}
    gold_sizes, told_sizes = Counter(golds.values()), Counter(found.values())
    shared = Counter((golds[item], group) for item, group in found.items())
    counts = {}
    for item, gold in golds.items():
        if item in found:
            both = shared[gold, found[item]]
            counts[item] = Count(both / told_sizes[found[item]], 1, both / gold_sizes[gold], 1)
        else:
            counts[item] = Count(gold=1)
    return counts


def linked(groups: Mapping[Item, Hashable]) -> frozenset[frozenset[Item]]:
    """The pairs of items that stand in one group."""
    members: dict[Hashable, list[Item]] = {}
    for item, group in groups.items():
        members.setdefault(group, []).append(item)
    return frozenset(frozenset(pair) for each in members.values() for pair in combinations(each, 2))
