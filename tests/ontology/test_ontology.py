"""The ontology is complete, agrees with the closed lists, and leans on nothing that it does not declare."""

import pytest
import rdflib
from rdflib.namespace import OWL, RDF, RDFS, SKOS

from kg.graph.concepts import CLOSED_LISTS, event_class
from kg.model import ActorType, EventKind
from kg.resources import ontology_dir
from kg.vocab import CONCEPTS, KG, concept

ONTOLOGY = rdflib.URIRef("https://w3id.org/conflict-kg/ontology")
BUILT_IN = (*(str(namespace) for namespace in (RDF, RDFS, OWL)), "http://www.w3.org/2001/XMLSchema#")


@pytest.fixture(scope="module")
def graph() -> rdflib.Graph:
    return rdflib.Graph().parse(ontology_dir() / "kg.ttl")


@pytest.fixture(scope="module")
def concepts() -> rdflib.Graph:
    return rdflib.Graph().parse(ontology_dir() / "concepts.ttl")


@pytest.mark.parametrize("name", KG.terms())
def test_a_term_has_label_definition_and_home(name: str, graph: rdflib.Graph) -> None:
    term = rdflib.URIRef(KG.terms()[name])
    assert len(list(graph.objects(term, RDFS.label))) == 1
    assert len(list(graph.objects(term, SKOS.definition))) == 1
    assert list(graph.objects(term, RDFS.isDefinedBy)) == [ONTOLOGY]


def test_labels_of_terms_of_one_kind_differ(graph: rdflib.Graph) -> None:
    for kind in (OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty):
        own = [term for term in graph.subjects(RDF.type, kind) if str(term).startswith(KG.namespace)]
        labels = [str(graph.value(term, RDFS.label)) for term in own]
        assert len(labels) == len(set(labels))


def test_nothing_is_imported(graph: rdflib.Graph, concepts: rdflib.Graph) -> None:
    assert not list(graph.objects(None, OWL.imports)) + list(concepts.objects(None, OWL.imports))


def test_terms_of_others_that_axioms_use_are_declared(graph: rdflib.Graph) -> None:
    axioms = (
        RDFS.subClassOf, RDFS.subPropertyOf, RDFS.domain, RDFS.range, OWL.onProperty, OWL.disjointWith,
        SKOS.closeMatch, SKOS.relatedMatch,
    )  # fmt: skip
    used = {str(value) for axiom in axioms for value in graph.objects(None, axiom) if isinstance(value, rdflib.URIRef)}
    typed = {str(subject) for subject in graph.subjects(RDF.type)}
    assert {iri for iri in used if not iri.startswith(BUILT_IN)} <= typed


def test_no_range_is_a_datatype_that_owl_does_not_know(graph: rdflib.Graph) -> None:
    assert rdflib.XSD.date not in set(graph.objects(None, RDFS.range))


@pytest.mark.parametrize("actor", ActorType)
def test_every_type_of_actor_is_a_class_below_actor(actor: ActorType, graph: rdflib.Graph) -> None:
    above = set(graph.transitive_objects(rdflib.URIRef(KG.namespace + actor), RDFS.subClassOf))
    assert rdflib.URIRef(KG.Actor) in above


@pytest.mark.parametrize("closed_list", CLOSED_LISTS, ids=lambda value: value.__name__)
def test_a_closed_list_and_its_scheme_agree_both_ways(closed_list: type, concepts: rdflib.Graph) -> None:
    scheme = CLOSED_LISTS[closed_list]
    members = {str(member) for member in concepts.subjects(SKOS.inScheme, rdflib.URIRef(CONCEPTS + scheme))}
    assert members == {concept(scheme, value) for value in closed_list}


def test_concepts_have_notation_label_and_definition(concepts: rdflib.Graph) -> None:
    for member in concepts.subjects(RDF.type, SKOS.Concept):
        counts = [len(list(concepts.objects(member, p))) for p in (SKOS.notation, SKOS.prefLabel, SKOS.definition)]
        assert counts == [1, 1, 1], member
        if not str(member).startswith((f"{CONCEPTS}acled/", f"{CONCEPTS}plover/")):
            assert str(concepts.value(member, SKOS.notation)) == str(member).rsplit("/", 1)[1]


def test_what_concepts_point_to_exists(concepts: rdflib.Graph) -> None:
    known = set(concepts.subjects(RDF.type, SKOS.Concept))
    for property_ in (SKOS.broader, SKOS.closeMatch, SKOS.broadMatch, SKOS.narrowMatch, SKOS.relatedMatch):
        assert set(concepts.objects(None, property_)) <= known


def test_kinds_of_violence_map_to_both_lists(concepts: rdflib.Graph) -> None:
    mapped = {
        str(kind).rsplit("/", 1)[1]: {str(other).removeprefix(CONCEPTS).split("/")[0] for other in others}
        for kind, others in (
            (
                kind,
                {o for p in (SKOS.closeMatch, SKOS.broadMatch, SKOS.relatedMatch) for o in concepts.objects(kind, p)},
            )
            for kind in concepts.subjects(SKOS.inScheme, rdflib.URIRef(f"{CONCEPTS}event-kind"))
        )
    }
    assert mapped["suicide_bombing"] == mapped["battle"] == mapped["shelling"] == {"acled", "plover"}
    assert mapped["other"] == set(), "no list has a kind that is none of its kinds"


@pytest.mark.parametrize("kind", EventKind)
def test_classes_of_happenings_stand_like_their_kinds(
    kind: EventKind, graph: rdflib.Graph, concepts: rdflib.Graph
) -> None:
    broader = concepts.value(rdflib.URIRef(concept("event-kind", kind)), SKOS.broader)
    above = KG.Happening if broader is None else event_class(EventKind(str(broader).rsplit("/", 1)[1]))[1:-1]
    assert set(graph.objects(rdflib.URIRef(event_class(kind)[1:-1]), RDFS.subClassOf)) == {rdflib.URIRef(above)}


def test_no_property_of_events_drags_the_denied_into_sem(graph: rdflib.Graph) -> None:
    # SEM gives its properties the domain sem:Event: a subproperty would make a happening of what was denied
    for parent in graph.objects(None, RDFS.subPropertyOf):
        assert not str(parent).startswith("http://semanticweb.cs.vu.nl/"), parent


@pytest.mark.parametrize("name", KG.terms())
def test_the_readme_defines_a_term_as_the_ontology_does(name: str, graph: rdflib.Graph) -> None:
    definition = graph.value(rdflib.URIRef(KG.terms()[name]), SKOS.definition)
    assert f"| `kg:{name}` | {definition} |" in (ontology_dir() / "README.md").read_text("utf-8")
