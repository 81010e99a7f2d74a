"""The things that all articles together speak of, as quads of the default graph."""

from collections.abc import Iterator

from kg.graph.concepts import UNREALIZED, actor_class, concept_term, event_class
from kg.graph.names import Names
from kg.graph.terms import Quad, day, decimal, describe, foreign_iri, integer, iri, optional, point, text
from kg.model import Actor, Event, Place, Role, World
from kg.vocab import GEO, KG, RDF, RDFS, SKOS


def world_quads(world: World, *, base: str) -> Iterator[Quad]:
    """The quads of all actors, places, events and participations.

    Raises:
        InputError: `base` can't be a base.
    """
    names = Names(base)
    for actor in world.actors:
        yield from _actor(actor, names)
    for place in world.places:
        yield from _place(place, names)
    for event in world.events:
        yield from _event(event, names)
        yield from _participations(event, names)


def _actor(actor: Actor, names: Names) -> Iterator[Quad]:
    return describe(
        names.thing(f"actor/{actor.key}"),
        "",
        (RDF.type, iri(KG.Actor)),
        (RDF.type, actor_class(actor.type)),
        (RDFS.label, text(actor.name)),
        *((SKOS.altLabel, text(alias)) for alias in actor.aliases if alias != actor.name),
        *((SKOS.exactMatch, foreign_iri(same)) for same in actor.same_as),
    )


def _place(place: Place, names: Names) -> Iterator[Quad]:
    term = names.thing(f"place/{place.key}")
    geonames = None if place.geonames is None else f"<https://sws.geonames.org/{place.geonames}/>"
    yield from describe(
        term,
        "",
        (RDF.type, iri(KG.Place)),
        (RDFS.label, text(place.name)),
        *((SKOS.altLabel, text(alias)) for alias in place.aliases if alias != place.name),
        (KG.placeKind, concept_term(place.kind)),
        (KG.countryCode, optional(text, place.country)),
        (KG.countryName, optional(text, place.country_name)),
        (KG.precision, integer(place.precision)),
        (KG.geonamesId, optional(integer, place.geonames)),
        (SKOS.exactMatch, geonames),
        (KG.within, names.thing(f"place/{place.within}") if place.within else None),
    )
    if place.latitude is not None and place.longitude is not None:
        yield from _position(f"place/{place.key}", place.latitude, place.longitude, names)


def _position(path: str, latitude: float, longitude: float, names: Names) -> Iterator[Quad]:
    geometry = names.thing(f"{path}/geometry")
    yield from describe(
        names.thing(path),
        "",
        (KG.latitude, decimal(latitude)),
        (KG.longitude, decimal(longitude)),
        (GEO.hasGeometry, geometry),
    )
    yield from describe(geometry, "", (RDF.type, iri(GEO.Geometry)), (GEO.asWKT, point(longitude, latitude)))


def _event(event: Event, names: Names) -> Iterator[Quad]:
    """What was denied, planned or supposed gets no class of happening: no query for battles finds it."""
    if event.status in UNREALIZED:
        classes: tuple[str, ...] = (iri(KG.UnrealizedEvent),)
    else:
        classes = (iri(KG.Happening), event_class(event.kind))
    properties = {Role.AGENT: KG.agent, Role.TARGET: KG.target}
    return describe(
        names.thing(f"event/{event.key}"),
        "",
        (RDF.type, iri(KG.Eventuality)),
        *((RDF.type, class_) for class_ in classes),
        (RDFS.label, text(event.name)),
        (KG.eventKind, concept_term(event.kind)),
        (KG.status, concept_term(event.status)),
        (KG.earliest, optional(day, event.earliest)),
        (KG.latest, optional(day, event.latest)),
        (KG.place, names.thing(f"place/{event.place}") if event.place else None),
        (KG.weapon, optional(text, event.weapon)),
        (KG.partOf, names.thing(f"event/{event.part_of}") if event.part_of else None),
        *((properties[part.role], names.thing(f"actor/{part.actor}")) for part in event.parts),
        *((KG.participation, names.participation(event.key, part.actor, part.role)) for part in event.parts),
    )


def _participations(event: Event, names: Names) -> Iterator[Quad]:
    for part in event.parts:
        yield from describe(
            names.participation(event.key, part.actor, part.role),
            "",
            (RDF.type, iri(KG.Participation)),
            (KG.participant, names.thing(f"actor/{part.actor}")),
            (KG.role, concept_term(part.role)),
            (KG.sideNumber, optional(integer, part.side)),
        )
