"""Groupings compared: which mentions are one thing, which reports are one happening."""

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations
from typing import Generic, TypeVar

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


def pairs_across(
    golds: Mapping[Item, Hashable],
    told: Mapping[Item, Hashable],
    *,
    home: Callable[[Item], Hashable],
    decided: Callable[[Item, Item], bool] = lambda _, __: True,
) -> dict[Item, Count]:
    """What each item adds to the links between items of different homes: each link counts half for either end.

    Args:
        golds: the gold group of each item.
        told: the told group of each item that was found; items that the gold does not have are left out.
        home: the article of an item.
        decided: does the gold say whether the two are one? Links of which it does not are left out.
    """
    found = {item: group for item, group in told.items() if item in golds}
    gold_links = {pair for pair in linked(golds) if _apart(pair, home)}
    told_links = {pair for pair in linked(found) if _apart(pair, home) and (pair in gold_links or decided(*pair))}
    counts = dict.fromkeys(golds, Count())
    for pair in gold_links | told_links:
        is_gold, is_told = pair in gold_links, pair in told_links
        both = 0.5 if is_gold and is_told else 0.0
        for item in pair:
            counts[item] += Count(both, 0.5 * is_told, both, 0.5 * is_gold)
    return counts


def _apart(pair: frozenset[Item], home: Callable[[Item], Hashable]) -> bool:
    return len({home(item) for item in pair}) > 1


@dataclass(frozen=True, slots=True)
class Stray(Generic[Item]):
    """An item that stands in the wrong group.

    Attributes:
        item: the item.
        other: of the items that it should stand with, or stands with, the first.
        split: it should stand with `other`, and does not; else it stands with `other`, and should not.
    """

    item: Item
    other: Item
    split: bool


def strays(golds: Mapping[Item, Hashable], told: Mapping[Item, Hashable]) -> Iterator[Stray[Item]]:
    """The items to move, so that told groups become gold ones: those outside the most of their group.

    Of each gold group, the found items that are not in the told group that holds most of them; of each told group, the
    items that are not of the gold group that most of it is of. Where two groups are as large, the one of the first item
    counts as the larger.
    """
    found = {item: told[item] for item in golds if item in told}
    kept = {item: golds[item] for item in found}
    yield from (Stray(item, other, split=True) for item, other in _outside(kept, found))
    yield from (Stray(item, other, split=False) for item, other in _outside(found, kept))


def _outside(groups: Mapping[Item, Hashable], others: Mapping[Item, Hashable]) -> Iterator[tuple[Item, Item]]:
    """Of each group, the items that are not in the other grouping's largest part of it, each with that part's first."""
    members: dict[Hashable, list[Item]] = defaultdict(list)
    for item, group in groups.items():
        members[group].append(item)
    for items in members.values():
        largest = Counter(others[item] for item in items).most_common(1)[0][0]
        first = next(item for item in items if others[item] == largest)
        yield from ((item, first) for item in items if others[item] != largest)
