"""Which events of different articles are one happening."""

from collections.abc import Iterable

from kg.model import Member, Reason
from kg.resolve.clusters import Cluster, Site
from kg.resolve.digest import Digest


def resolve_incidents(
    digests: Iterable[Digest], sites: Iterable[Site], actors: Iterable[Cluster]
) -> tuple[Cluster, ...]:
    """The happenings of all articles, sorted by their members."""
    del sites, actors
    reason = Reason("incidents.alone", "told by this article only", 0.9)
    members = sorted(Member(digest.document, index) for digest in digests for index in range(len(digest.events)))
    return tuple(Cluster((member,), ((member, reason),)) for member in members)
