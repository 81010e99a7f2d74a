"""Which places of the world the articles speak of."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from kg.model import Member
from kg.resolve.clusters import Site
from kg.resolve.digest import Digest, Named
from kg.resolve.gazetteer import Gazetteer
from kg.resolve.grounding import Grounding, ground
from kg.resolve.names import bare

__all__ = ["resolve_places"]


def resolve_places(digests: Iterable[Digest], gazetteer: Gazetteer) -> tuple[Site, ...]:
    """The places of all articles, sorted by their members.

    Referents that are one place of the gazetteer are one. A name that the gazetteer lacks is one place over
    the articles about one country; a name that could be several places stays alone in its article.
    """
    grounded: dict[Member, Grounding] = {}
    groups: dict[tuple[object, ...], list[Member]] = defaultdict(list)
    for digest in digests:
        for index, grounding in ground(digest, gazetteer).items():
            member = Member(digest.document, index)
            grounded[member] = grounding
            groups[_identity(member, digest.referents[index], grounding)].append(member)
    return tuple(sorted((_site(sorted(group), grounded) for group in groups.values()), key=lambda site: site.members))


def _identity(member: Member, named: Named, grounding: Grounding) -> tuple[object, ...]:
    if grounding.entry is not None:
        return "entry", grounding.entry.id
    if named.named and grounding.context is not None and not grounding.undecided:
        return "name", bare(named.name), named.place, grounding.context
    return "alone", member


def _site(members: Sequence[Member], grounded: dict[Member, Grounding]) -> Site:
    first = grounded[members[0]]
    reasons = tuple((member, grounded[member].reason) for member in members)
    return Site(tuple(members), reasons, first.entry, first.country, first.whole)
