"""Concepts of the closed lists: which list is which scheme, and the classes that kinds and types have."""

from collections.abc import Iterator
from enum import StrEnum
from functools import cache, lru_cache

from kg.graph.terms import Quad, describe, iri, text
from kg.model import (
    ActorType,
    EventKind,
    FigureKind,
    Medium,
    MentionType,
    Mode,
    PartyType,
    PlaceKind,
    Role,
    Stance,
    Status,
    TieKind,
)
from kg.vocab import CONCEPTS, KG, RDF, SKOS, Scheme, concept

CLOSED_LISTS: dict[type[StrEnum], Scheme] = {
    EventKind: "event-kind",
    FigureKind: "figure-kind",
    Medium: "medium",
    MentionType: "mention-type",
    Mode: "mode",
    PartyType: "party-type",
    PlaceKind: "place-kind",
    Role: "role",
    Stance: "stance",
    Status: "status",
    TieKind: "tie-kind",
}
UNREALIZED = frozenset({Status.DENIED, Status.PLANNED, Status.HYPOTHETICAL})


# typed: members of different lists that are spelt alike are equal, and each needs its own term
@lru_cache(maxsize=None, typed=True)
def concept_term(value: StrEnum) -> str:
    """The term of the concept that stands for a member of a closed list."""
    return iri(concept(CLOSED_LISTS[type(value)], value))


@cache
def actor_class(actor: ActorType) -> str:
    """The term of an actor's class."""
    return iri(KG.terms()[actor.value])


@cache
def event_class(kind: EventKind) -> str:
    """The term of the class of happenings of a kind: `capture_of_place` has `kg:CaptureOfPlace`."""
    if kind is EventKind.OTHER:
        return iri(KG.OtherHappening)
    return iri(KG.terms()[kind.value.title().replace("_", "")])


def notation_quads() -> Iterator[Quad]:
    """Scheme and notation of every concept of the closed lists, so that a graph is asked without the ontology."""
    for closed_list, scheme in CLOSED_LISTS.items():
        for value in closed_list:
            yield from describe(
                concept_term(value),
                "",
                (RDF.type, iri(SKOS.Concept)),
                (SKOS.inScheme, iri(CONCEPTS + scheme)),
                (SKOS.notation, text(value)),
            )
