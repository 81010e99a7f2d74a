"""Members of articles, gathered into things: the values that resolution hands on, and how links become groups."""

from collections import defaultdict
from collections.abc import Collection, Hashable, Iterable, Mapping
from dataclasses import dataclass
from typing import TypeVar

from kg.model import Member, Reason
from kg.resolve.gazetteer import Entry
from kg.resolve.judgements import Settled

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
        country: told by the entry or by the words beside the name.
        whole: the place that it is a part of ("northern Syria").
    """

    entry: Entry | None
    country: str | None
    whole: Entry | None


class Groups:
    """Items joined by links, where pairs that must stay apart do.

    Args:
        apart: pairs that no link may bring together.
        colours: items of one colour may not come together either (two events of one article).
    """

    def __init__(
        self, apart: Iterable[tuple[object, object]] = (), colours: Mapping[object, object] | None = None
    ) -> None:
        self._colours: dict[object, set[object]] = {item: {colour} for item, colour in (colours or {}).items()}
        self._above: dict[object, object] = {}
        self._below: dict[object, set[object]] = {}
        self._foes: dict[object, set[object]] = {}
        for left, right in apart:
            self._foes.setdefault(left, set()).add(right)
            self._foes.setdefault(right, set()).add(left)

    def find(self, item: object) -> object:
        """The item that stands for the group of this one."""
        top = item
        while (above := self._above.get(top, top)) != top:
            top = above
        while (above := self._above.get(item, item)) != top:
            self._above[item], item = top, above
        return top

    def join(self, left: object, right: object) -> bool:
        """Makes the groups of two items one, unless that would join a pair that must stay apart."""
        first, second = self.find(left), self.find(right)
        if first == second:
            return True
        ours, theirs = self._below.get(first, {first}), self._below.get(second, {second})
        if not self._foes.get(first, set()).isdisjoint(theirs):
            return False
        if not self._colours.get(first, set()).isdisjoint(self._colours.get(second, set())):
            return False
        if len(ours) < len(theirs):
            first, second, ours, theirs = second, first, theirs, ours
        self._above[second] = first
        self._below[first] = ours | theirs if first not in self._below else ours
        self._below[first].update(theirs)
        if foes := self._foes.pop(second, None):
            self._foes.setdefault(first, set()).update(foes)
        if colours := self._colours.pop(second, None):
            self._colours.setdefault(first, set()).update(colours)
        self._below.pop(second, None)
        return True


@dataclass(frozen=True, slots=True)
class Link:
    """Two members that are one thing, and why; the stronger link is drawn first."""

    left: Member
    right: Member
    reason: Reason


def draw(
    members: Collection[Member],
    links: Iterable[Link],
    settled: Settled,
    alone: Reason,
    *,
    one_an_article: bool = False,
    apart: Iterable[tuple[Member, Member]] = (),
) -> tuple[Cluster, ...]:
    """The clusters that links make, sorted by members; what people have settled wins over every link.

    The clusters do not depend on the order of members or links. A member's reason is that of its strongest link.

    Args:
        members: all of them.
        links: who is one with whom.
        settled: what people have decided.
        alone: the reason of a member that is linked to no other.
        one_an_article: whether two members of one article are always two things.
        apart: pairs that contradict each other.
    """
    colours: dict[object, object] = {member: member.document for member in members} if one_an_article else {}
    groups = Groups((*settled.different, *apart), colours)
    reasons: dict[Member, Reason] = {}
    human = [
        Link(left, right, Reason("resolve.decision", f"decided by a person: {row.reason or row.left}", 1.0))
        for left, right, row in settled.same
    ]
    ranked = sorted(links, key=lambda link: (-link.reason.score, link.left, link.right, link.reason.words))
    barred = settled.kept_apart
    for link in (*human, *ranked):
        pair = (min(link.left, link.right), max(link.left, link.right))
        if (link.reason.rule == "resolve.decision" or pair not in barred) and groups.join(link.left, link.right):
            reasons.setdefault(link.left, link.reason)
            reasons.setdefault(link.right, link.reason)
    found = gathered(sorted(members), groups)
    return tuple(
        Cluster(tuple(group), tuple((member, reasons.get(member, alone)) for member in group)) for group in found
    )


def gathered(items: Iterable[Item], groups: Groups) -> list[list[Item]]:
    """The groups of these items, each in the order of the items, by their first items."""
    found: dict[object, list[Item]] = defaultdict(list)
    for item in items:
        found[groups.find(item)].append(item)
    return list(found.values())
