"""Which actors of different articles are one."""

from collections import defaultdict
from collections.abc import Iterable

from kg.model import ActorType, Member, Reason
from kg.resolve.clusters import Cluster
from kg.resolve.digest import Digest, Named
from kg.resolve.names import bare


def resolve_actors(digests: Iterable[Digest]) -> tuple[Cluster, ...]:
    """The actors of all articles, sorted by their members."""
    groups: dict[tuple[object, ...], list[tuple[Member, Reason]]] = defaultdict(list)
    for digest in digests:
        for index, named in enumerate(digest.referents):
            if named.actor is not None:
                member = Member(digest.document, index)
                identity, reason = _identity(member, named)
                groups[identity].append((member, reason))
    clusters = []
    for pairs in groups.values():
        pairs.sort(key=lambda pair: pair[0])
        clusters.append(Cluster(tuple(member for member, _ in pairs), tuple(pairs)))
    return tuple(sorted(clusters, key=lambda cluster: cluster.members))


def _identity(member: Member, named: Named) -> tuple[tuple[object, ...], Reason]:
    if named.known is not None:
        return ("known", named.known), Reason("actors.known", f"{named.name} is listed as {named.known}", 0.95)
    person = named.actor is ActorType.PERSON
    if named.named and not (person and " " not in named.name):
        return ("name", bare(named.name), person), Reason("actors.same-name", f"named {named.name}", 0.9)
    return ("alone", member), Reason("actors.alone", "known in this article only", 0.9)
