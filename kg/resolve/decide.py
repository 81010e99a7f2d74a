"""Decides, over all articles, which of their referents and events are one thing."""

from collections.abc import Iterable
from dataclasses import dataclass

from kg.resolve.actors import resolve_actors
from kg.resolve.battles import Belonging, Fray
from kg.resolve.clusters import Cluster, Site
from kg.resolve.copies import find_copies
from kg.resolve.digest import Digest
from kg.resolve.gazetteer import Gazetteer
from kg.resolve.incidents import resolve_incidents
from kg.resolve.judgements import Judgement, Judgements
from kg.resolve.places import resolve_places


@dataclass(frozen=True, slots=True)
class Decisions:
    """What is one thing: clusters of members, each sorted by its members.

    Attributes:
        frays: battles that no article calls one, made of some of the incidents.
        belongings: incidents that are part of a battle which other articles tell of.
        copies: each document with the first of its copies.
        undecided: pairs that could be one and were left apart, as rows for the file of decisions.
        gazetteer: where places were looked up, to name what contains them.
    """

    actors: tuple[Cluster, ...]
    places: tuple[Site, ...]
    incidents: tuple[Cluster, ...]
    frays: tuple[Fray, ...]
    belongings: tuple[Belonging, ...]
    copies: tuple[tuple[str, str], ...]
    undecided: tuple[Judgement, ...]
    gazetteer: Gazetteer


def decide(digests: Iterable[Digest], gazetteer: Gazetteer, decisions: Judgements | None = None) -> Decisions:
    """Which referents and events of all articles are one thing; the order of the articles does not matter.

    Args:
        digests: one for each article.
        gazetteer: see `atlas.load_gazetteer`.
        decisions: what people have settled (`judgements.read_decisions`); it wins over every score.
    """
    ordered = each_once(digests)
    judgements = decisions or Judgements()
    places = resolve_places(ordered, gazetteer, judgements)
    actors = resolve_actors(ordered, judgements)
    incidents = resolve_incidents(ordered, places, actors.clusters, judgements, gazetteer)
    return Decisions(
        actors.clusters,
        places,
        incidents.clusters,
        incidents.frays,
        incidents.belongings,
        find_copies(ordered),
        actors.undecided,
        gazetteer,
    )


def each_once(digests: Iterable[Digest]) -> list[Digest]:
    """The digests by document id; of a text that was handed in twice, the one with the first source id."""
    unique: dict[str, Digest] = {}
    for digest in sorted(digests, key=lambda digest: (digest.document, digest.source_id)):
        unique.setdefault(digest.document, digest)
    return list(unique.values())
