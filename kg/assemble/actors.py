"""Makes the actors of the world out of clusters of referents."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from kg.assemble.keys import content_of, unique_keys
from kg.model import Actor, ActorType, Member
from kg.resolve.clusters import Cluster
from kg.resolve.digest import Named
from kg.resolve.names import fold, short_hash, slug

_ORDER = {actor_type: index for index, actor_type in enumerate(ActorType)}


_WIKIDATA = "http://www.wikidata.org/entity/"


def assemble_actors(
    clusters: Sequence[Cluster], named: Mapping[Member, Named], known: Mapping[str, Mapping[str, Any]]
) -> tuple[Actor, ...]:
    """The actors, sorted by key.

    Args:
        clusters: members that are one.
        named: the referents of all articles.
        known: the actors that the package knows by name, by key.
    """
    wanted = [_wanted(cluster, [named[member] for member in cluster.members]) for cluster in clusters]
    keys = unique_keys(wanted, [content_of(cluster.members) for cluster in clusters])
    actors = [_actor(key, cluster, named, known) for key, cluster in zip(keys, clusters, strict=True)]
    return tuple(sorted(actors, key=lambda actor: actor.key))


def _wanted(cluster: Cluster, referents: Sequence[Named]) -> str:
    known = _known(referents)
    if known is not None:
        return known
    name = best_name(referents)
    return slug(name) if referents[0].named else f"{slug(name)}-{short_hash(*content_of(cluster.members), name)}"


def _known(referents: Sequence[Named]) -> str | None:
    counts = Counter(referent.known for referent in referents if referent.known)
    return min(counts, key=lambda key: (-counts[key], key)) if counts else None


def _actor(key: str, cluster: Cluster, named: Mapping[Member, Named], known: Mapping[str, Mapping[str, Any]]) -> Actor:
    referents = [named[member] for member in cluster.members]
    listed = known.get(_known(referents) or "", {})
    name = str(listed.get("name") or best_name(referents))
    forms = {form for referent in referents if referent.named for form in (referent.name, *referent.names)}
    return Actor(
        key=key,
        type=ActorType(listed["type"]) if "type" in listed else _type(referents),
        name=name,
        named=any(referent.named for referent in referents),
        aliases=tuple(sorted(forms - {name})),
        same_as=tuple(sorted(_WIKIDATA + end for end in listed.get("same_as", ()))),
        members=cluster.members,
        reasons=cluster.reasons,
    )


def best_name(referents: Sequence[Named]) -> str:
    """The fullest name in use: most words, then most often used, then longest, then first in the alphabet."""
    counts: Counter[str] = Counter()
    for referent in referents:
        counts[referent.name] += referent.mentions
    return min(counts, key=lambda name: (-len(fold(name).split()), -counts[name], -len(name), name))


def _type(referents: Sequence[Named]) -> ActorType:
    counts: Counter[ActorType] = Counter()
    for referent in referents:
        if referent.actor is not None:
            counts[referent.actor] += referent.mentions
    return min(counts, key=lambda actor_type: (-counts[actor_type], _ORDER[actor_type]))
