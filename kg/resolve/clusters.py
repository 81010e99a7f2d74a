"""Members of articles, gathered into things: the values that resolution hands on, and how links become groups."""

from collections import defaultdict
from collections.abc import Hashable, Iterable
from dataclasses import dataclass
from typing import TypeVar

from kg.model import Member, Reason
from kg.resolve.gazetteer import Entry

Item = TypeVar("Item", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Cluster:
    """Members that are one thing, sorted, each with the reason why it is in."""

    members: tuple[Member, ...]
    reasons: tuple[tuple[Member, Reason], ...]


@dataclass(frozen=True, slots=True)
class Site(Cluster):
    """Members that are one place.

    Attributes:
        entry: the place of the gazetteer; None where undecided or unknown.
        country: told by the entry or, less surely, by the articles.
    """

    entry: Entry | None
    country: str | None


class Groups:
    """Items joined by links. What the groups are does not depend on the order of the links."""

    def __init__(self) -> None:
        self._above: dict[object, object] = {}

    def find(self, item: object) -> object:
        """The item that stands for the group of this one."""
        top = item
        while (above := self._above.get(top, top)) != top:
            top = above
        while (above := self._above.get(item, item)) != top:
            self._above[item], item = top, above
        return top

    def join(self, left: object, right: object) -> None:
        """Makes the groups of two items one."""
        first, second = self.find(left), self.find(right)
        if first != second:
            self._above[second] = first


def gathered(items: Iterable[Item], groups: Groups) -> list[list[Item]]:
    """The groups of these items, each in the order of the items, by their first items."""
    found: dict[object, list[Item]] = defaultdict(list)
    for item in items:
        found[groups.find(item)].append(item)
    return list(found.values())
