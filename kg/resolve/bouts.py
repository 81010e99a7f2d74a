"""Happenings over all articles, as far as the search for battles looks at them: place, window, sides."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from kg.model import EventKind, Member, Role, Status
from kg.resolve.clusters import Cluster, Site
from kg.resolve.happenings import Happening
from kg.resolve.sides import Row, number_sides

Sides = tuple[frozenset[str], frozenset[str]]


@dataclass(frozen=True, slots=True)
class Bout:
    """A happening over all articles that tell of it.

    Attributes:
        cluster: its reports.
        kind: the kind that most reports give; a battle where one says so.
        real: it happened or is claimed.
        sites: the places that its reports give, by their first members.
        earliest, latest: the window, with the days before the article for news that tells no time.
        dated: an article tells when.
        told_parts: an article makes it a part of a battle of its own.
        actors: those in it who can fight and have a name, as keys.
        unnamed: those who have none.
        sides: the two sides, where told.
    """

    cluster: Cluster
    kind: EventKind
    real: bool
    background: bool
    sites: tuple[Site, ...]
    earliest: date | None
    latest: date | None
    dated: bool
    told_parts: bool
    actors: frozenset[str]
    unnamed: frozenset[str]
    sides: Sides | None

    @property
    def first(self) -> Member:
        return self.cluster.members[0]


def to_bout(cluster: Cluster, happenings: Mapping[Member, Happening]) -> Bout:
    """The happening that a cluster of reports tells of."""
    reports = [happenings[member] for member in cluster.members]
    kinds = [report.told.kind for report in reports]
    kind = EventKind.BATTLE if EventKind.BATTLE in kinds else max(kinds, key=lambda found: (kinds.count(found), found))
    sites = {report.site.members[0]: report.site for report in reports if report.site is not None}
    starts = [report.earliest for report in reports if report.earliest]
    ends = [report.latest for report in reports if report.latest]
    earliest, latest = max(starts, default=None), min(ends, default=None)
    if kind is EventKind.BATTLE or (earliest and latest and earliest > latest):
        earliest, latest = min(starts, default=None), max(ends, default=None)
    return Bout(
        cluster=cluster,
        kind=kind,
        real=any(report.told.status in (Status.HAPPENED, Status.CLAIMED) for report in reports),
        background=all(report.told.background for report in reports),
        sites=tuple(sites[where] for where in sorted(sites)),
        earliest=earliest,
        latest=latest,
        dated=any(report.is_dated for report in reports),
        told_parts=any(report.told.part_of is not None for report in reports),
        actors=frozenset(
            actor_key(actor) for report in reports for actor, _, _ in report.fighters if actor not in report.unnamed
        ),
        unnamed=frozenset(actor_key(actor) for report in reports for actor in report.unnamed),
        sides=joint_sides(reports),
    )


def actor_key(actor: Member) -> str:
    """The actor of a cluster's first member, as a key that sorts."""
    return f"{actor.document}/{actor.index}"


def side_rows(report: Happening) -> list[Row]:
    """The sides of one report: as it numbers them, else those who did it against those who had it done to them."""
    name = actor_key(report.member)
    numbered = [(name, side, actor_key(actor)) for actor, _, side in report.fighters if side is not None]
    if len({side for _, side, _ in numbered}) > 1:
        return numbered
    return [(name, 1 if role is Role.AGENT else 2, actor_key(actor)) for actor, role, _ in report.fighters]


def joint_sides(reports: Sequence[Happening]) -> Sides | None:
    """The two sides that the reports set against each other; None where they tell of one, or of more."""
    unnamed = frozenset(actor_key(actor) for report in reports for actor in report.unnamed)
    number = number_sides((row for report in reports for row in side_rows(report)), unnamed)
    if set(number.values()) != {1, 2}:
        return None
    one, other = (frozenset(actor for actor, side in number.items() if side == wanted) for wanted in (1, 2))
    return one, other


def same_sides(left: Bout, right: Bout) -> bool:
    """Whether the same two sides fight in both, and nobody has changed sides.

    Each side has somebody in common, but that one of them may be without a name in one of the two ("the rebels").
    """
    if left.sides is None or right.sides is None:
        return False
    (one, other), (first, second) = left.sides, right.sides
    unnamed = left.unnamed | right.unnamed
    straight, crossed = ((one, first), (other, second)), ((one, second), (other, first))
    met = [[bool(mine & theirs) for mine, theirs in pairs] for pairs in (straight, crossed)]
    if any(met[0]) is any(met[1]):
        return False
    pairs = straight if any(met[0]) else crossed
    return all(mine & theirs or mine <= unnamed or theirs <= unnamed for mine, theirs in pairs)


def fits_sides(bout: Bout, sides: Sides) -> bool:
    """Whether somebody of a side is in the happening, and it sets no side against itself."""
    one, other = sides
    if not bout.actors & (one | other):
        return False
    if bout.sides is None:
        return True
    mine, theirs = bout.sides
    return not any(mine & side and theirs & side for side in sides)


def window_of(bouts: Sequence[Bout]) -> tuple[date | None, date | None]:
    """From the first to the last day of these happenings."""
    first = min((bout.earliest for bout in bouts if bout.earliest), default=None)
    return first, max((bout.latest for bout in bouts if bout.latest), default=None)
