"""Which places of the world the articles speak of."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from kg.model import Member, Reason
from kg.resolve.clusters import Cluster, Link, Site, draw
from kg.resolve.digest import Digest, Named
from kg.resolve.gazetteer import Gazetteer
from kg.resolve.grounding import Grounding, ground
from kg.resolve.judgements import Called, Judgements, Thing
from kg.resolve.names import bare, fold

_ALONE = Reason("places.unknown", "in this article only", 0.5)
_ENOUGH = 3  # articles that mean one place by a name make it the usual one


def resolve_places(digests: Sequence[Digest], gazetteer: Gazetteer, judgements: Judgements) -> tuple[Site, ...]:
    """The places of all articles, sorted by their members.

    Referents that are one place of the gazetteer are one. A name that the gazetteer lacks is one place over
    the articles about one country; a name that could be several places stays alone in its article.
    """
    first = {digest.document: ground(digest, gazetteer) for digest in digests}
    usual = _usual(digests, first)
    grounded: dict[Member, Grounding] = {}
    named: dict[Member, Named] = {}
    for digest in digests:
        found = first[digest.document]
        if any(bare(digest.referents[index].name) in usual for index, item in found.items() if item.entry is None):
            found = ground(digest, gazetteer, usual)
        for index, grounding in found.items():
            grounded[Member(digest.document, index)] = grounding
            named[Member(digest.document, index)] = digest.referents[index]
    settled = judgements.settled(Thing.PLACE, _called(digests))
    clusters = draw(tuple(grounded), _links(grounded, named), settled, _ALONE)
    return tuple(_site(cluster, grounded) for cluster in clusters)


def _usual(digests: Iterable[Digest], grounded: Mapping[str, Mapping[int, Grounding]]) -> dict[str, dict[str, float]]:
    """What articles mean by each name, where enough of them are sure: entry ids, with their shares."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for digest in digests:
        for index, grounding in grounded[digest.document].items():
            if grounding.entry is not None:
                counts[bare(digest.referents[index].name)][grounding.entry.id] += 1
    return {
        name: {id_: count / sum(found.values()) for id_, count in sorted(found.items())}
        for name, found in sorted(counts.items())
        if sum(found.values()) >= _ENOUGH
    }


def _links(grounded: Mapping[Member, Grounding], named: Mapping[Member, Named]) -> list[Link]:
    """Links from the first member of each place to the others, each with the reason of the other's grounding."""
    groups: dict[tuple[object, ...], list[Member]] = defaultdict(list)
    for member in sorted(grounded):
        identity = _identity(named[member], grounded[member])
        if identity is not None:
            groups[identity].append(member)
    return [Link(group[0], other, grounded[other].reason) for group in groups.values() for other in group[1:]]


def _identity(named: Named, grounding: Grounding) -> tuple[object, ...] | None:
    """What members of one place have in common; None for a member that stays alone."""
    if grounding.entry is not None:
        return "entry", grounding.entry.id
    if named.named and grounding.context is not None and not grounding.undecided:
        return "name", bare(named.name), named.place, grounding.context
    return None


def _called(digests: Iterable[Digest]) -> dict[Member, Called]:
    return {
        Member(digest.document, index): Called(
            frozenset(fold(name) for name in (named.name, *named.names)), digest.source_id
        )
        for digest in digests
        for index, named in enumerate(digest.referents)
        if named.place is not None
    }


def _site(cluster: Cluster, grounded: Mapping[Member, Grounding]) -> Site:
    """The place; where a person's decision has joined several groundings, the surest one counts."""
    members = cluster.members
    best = max(members, key=lambda member: (grounded[member].entry is not None, grounded[member].reason.score, member))
    chosen = grounded[best]
    human = {member: reason for member, reason in cluster.reasons if reason.rule == "resolve.decision"}
    reasons = tuple((member, human.get(member, grounded[member].reason)) for member in members)
    return Site(members, reasons, chosen.entry, chosen.country, chosen.whole)
