"""Makes the world of things out of the decisions."""

from collections.abc import Iterable, Mapping
from typing import Any

from kg.assemble.actors import assemble_actors
from kg.assemble.events import Tables, assemble_events
from kg.assemble.places import assemble_places
from kg.assemble.wholes import Wholes
from kg.model import Member, World
from kg.resolve import Decisions, Digest
from kg.resolve.decide import each_once
from kg.resources import data_path, read_table


def assemble(digests: Iterable[Digest], decisions: Decisions) -> World:
    """All things that the articles speak of, each sorted by key.

    Merging unites: every referent and every event report is a member of exactly one thing.
    """
    named, told, published = {}, {}, {}
    for digest in each_once(digests):
        named.update({Member(digest.document, index): referent for index, referent in enumerate(digest.referents)})
        published[digest.document] = digest.published
        told.update({Member(digest.document, index): event for index, event in enumerate(digest.events)})
    actors = assemble_actors(decisions.actors, named, _known_actors())
    places = assemble_places(decisions.places, named, decisions.gazetteer)
    things = {member: actor.key for actor in actors for member in actor.members}
    things |= {member: place.key for place in places for member in place.members}
    names = {place.key: place.name for place in places}
    wholes = Wholes(decisions.incidents, decisions.frays, decisions.belongings, told)
    unnamed = frozenset(actor.key for actor in actors if not actor.named)
    events = assemble_events(decisions.incidents, Tables(told, published, things, names, unnamed), wholes)
    return World(actors, places, events, decisions.copies)


def _known_actors() -> Mapping[str, Mapping[str, Any]]:
    return read_table("actors.toml") if data_path("actors.toml").is_file() else {}
