"""Which events of different articles are one happening."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import combinations

from kg.model import EventKind, Member, Reason, Status
from kg.resolve.battles import Belonging, Fray, find_battles
from kg.resolve.clusters import Cluster, Link, Site, draw
from kg.resolve.digest import Digest
from kg.resolve.gazetteer import Gazetteer
from kg.resolve.happenings import Happening, compare, kind_groups, score, told
from kg.resolve.judgements import Called, Judgements, Thing
from kg.resolve.names import fold

SAME = 0.5  # joined at this probability
NEVER = 0.005  # two so unlike that no third report may bring them together
_ALONE = Reason("incidents.alone", "told by this article only", 0.9)
_MOST_DAYS = 12  # a happening with wider bounds is not looked up by day
_LASTING = (EventKind.BATTLE, EventKind.SIEGE)  # for weeks: no day to look them up by
_FEW = 2  # people; so small a number befalls many
_LARGEST_BLOCK = 120  # events of one kind, country and day; beyond, only those of one place are compared


@dataclass(frozen=True, slots=True)
class Incidents:
    """The happenings of all articles, sorted by their members; which of them make a battle; which belong to one."""

    clusters: tuple[Cluster, ...]
    frays: tuple[Fray, ...]
    belongings: tuple[Belonging, ...]


def resolve_incidents(
    digests: Sequence[Digest],
    sites: Iterable[Site],
    actors: Iterable[Cluster],
    judgements: Judgements,
    gazetteer: Gazetteer,
) -> Incidents:
    """The happenings of all articles.

    Two events of one article are never one: the article told them apart. What happened or is claimed is never
    one with what is denied, planned or supposed.
    """
    happenings = _happenings(digests, sites, actors, gazetteer)
    links, apart = [], []
    for left, right in _pairs(happenings):
        features = compare(left, right)
        likely = score(features)
        if likely >= SAME:
            rule = "incidents.battle" if left.told.kind is EventKind.BATTLE else "incidents.same"
            links.append(Link(left.member, right.member, Reason(rule, told(features), round(likely, 3))))
        elif likely <= NEVER:
            apart.append((left.member, right.member))
    settled = judgements.settled(Thing.EVENT, _called(digests))
    members = tuple(happening.member for happening in happenings)
    clusters = draw(members, links, settled, _ALONE, one_an_article=True, apart=apart)
    frays, belongings = find_battles(clusters, {happening.member: happening for happening in happenings})
    return Incidents(clusters, frays, belongings)


def _happenings(
    digests: Sequence[Digest], sites: Iterable[Site], actors: Iterable[Cluster], gazetteer: Gazetteer
) -> tuple[Happening, ...]:
    site_of = {member: site for site in sites for member in site.members}
    actor_of = {member: cluster.members[0] for cluster in actors for member in cluster.members}
    return tuple(
        Happening.of(digest, index, site_of, actor_of, gazetteer)
        for digest in digests
        for index in range(len(digest.events))
    )


def _called(digests: Iterable[Digest]) -> dict[Member, Called]:
    return {
        Member(digest.document, index): Called(
            frozenset(fold(words) for words in (event.name, event.trigger) if words), digest.source_id
        )
        for digest in digests
        for index, event in enumerate(digest.events)
    }


def _pairs(happenings: Sequence[Happening]) -> Iterator[tuple[Happening, Happening]]:
    """The pairs worth a look: of kinds that go together, and of one country and day, or of one place."""
    blocks: dict[tuple[object, ...], list[int]] = defaultdict(list)
    for index, happening in enumerate(happenings):
        for key in _keys(happening):
            blocks[key].append(index)
    seen: set[tuple[int, int]] = set()
    for block in blocks.values():
        for pair in _within(block, happenings):
            if pair not in seen:
                seen.add(pair)
                left, right = happenings[pair[0]], happenings[pair[1]]
                if left.member.document != right.member.document and _realised(left) == _realised(right):
                    yield left, right


def _within(block: list[int], happenings: Sequence[Happening]) -> Iterator[tuple[int, int]]:
    if len(block) <= _LARGEST_BLOCK:
        yield from combinations(block, 2)
        return
    places: dict[object, list[int]] = defaultdict(list)
    for index in block:
        if happenings[index].site is not None:
            places[happenings[index].where].append(index)
    for group in places.values():
        yield from combinations(group[:_LARGEST_BLOCK], 2)


def _keys(happening: Happening) -> Iterator[tuple[object, ...]]:
    groups = kind_groups()[happening.told.kind]
    days = _days(happening.earliest, happening.latest)
    for group in groups:
        if happening.told.kind in _LASTING and happening.site is not None:
            yield group, happening.where
        for day in days:
            yield group, happening.country, day
        if happening.site is not None:
            for figure, low, _ in happening.told.figures:
                if low is not None and low > _FEW:
                    yield group, happening.where, figure, low


def _days(earliest: date | None, latest: date | None) -> tuple[date, ...]:
    if earliest is None or latest is None or (latest - earliest).days > _MOST_DAYS:
        return ()
    return tuple(earliest + timedelta(days=day) for day in range((latest - earliest).days + 1))


def _realised(happening: Happening) -> object:
    status = happening.told.status
    return True if status in (Status.HAPPENED, Status.CLAIMED) else status
