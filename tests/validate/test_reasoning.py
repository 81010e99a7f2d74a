"""HermiT finds the ontology and the golden graph consistent, and what contradicts them not."""

import shutil
from io import BytesIO
from pathlib import Path

import pytest
import rdflib
from golden_story import BASE
from rdflib.namespace import OWL, RDF, RDFS

from kg.errors import GraphError
from kg.graph.notebook import to_term
from kg.resources import ontology_dir
from kg.validate import check_reasoning
from kg.validate import reasoning as module
from kg.validate.check import check_graph
from kg.vocab import KG, concept

EVENT, STATUS = rdflib.URIRef(f"{BASE}event/x"), rdflib.URIRef(KG.status)
JAVA = shutil.which("java") is not None


def facts(*triples: tuple[rdflib.term.Node, rdflib.term.Node, rdflib.term.Node]) -> rdflib.Graph:
    graph = rdflib.Graph()
    for triple in triples:
        graph.add(triple)
    return graph


def outcome(graph: rdflib.Graph | Path | None) -> list[str]:
    """What the check finds; without Java, that it says so plainly."""
    if not JAVA:
        with pytest.raises(GraphError, match="needs Java"):
            check_reasoning(graph)
        return ["no Java"]
    return [violation.check for violation in check_reasoning(graph).violations]


def test_the_ontology_is_consistent_and_every_class_can_be_filled() -> None:
    assert outcome(None) in ([], ["no Java"])


def test_an_event_that_happened_and_was_denied_is_a_contradiction() -> None:
    graph = facts(
        (EVENT, RDF.type, rdflib.URIRef(KG.Battle)),
        (EVENT, STATUS, rdflib.URIRef(concept("status", "denied"))),
        (EVENT, rdflib.URIRef(KG.earliest), rdflib.Literal("2021-05-11", datatype=rdflib.XSD.date)),
    )
    assert outcome(graph) in (["consistency"], ["no Java"])


def test_a_class_that_nothing_can_be_in_is_found() -> None:
    chimera = rdflib.URIRef("urn:x:Chimera")
    graph = facts(
        (chimera, RDF.type, OWL.Class),
        (chimera, RDFS.subClassOf, rdflib.URIRef(KG.Person)),
        (chimera, RDFS.subClassOf, rdflib.URIRef(KG.Organization)),
    )
    assert outcome(graph) in (["satisfiability"], ["no Java"])


def test_the_golden_graph_is_consistent(golden: Path) -> None:
    assert outcome(golden) in ([], ["no Java"])


def test_without_java_the_message_is_clear(monkeypatch: pytest.MonkeyPatch, golden: Path) -> None:
    monkeypatch.setattr(module.shutil, "which", lambda name: None)
    with pytest.raises(GraphError, match="needs Java"):
        check_graph(golden, reason=True)


def test_all_checks_of_a_file(golden: Path) -> None:
    report = check_graph(golden)
    assert report.conforms
    assert len(report.checked) == 2


def test_terms_are_handed_over_unchanged() -> None:
    import pyoxigraph

    assert to_term(pyoxigraph.Literal("0.90", datatype=pyoxigraph.NamedNode(str(rdflib.XSD.decimal)))).n3() == (
        '"0.90"^^<http://www.w3.org/2001/XMLSchema#decimal>'
    )


def test_owlready2_finds_the_classes_in_a_world_of_its_own() -> None:
    import owlready2

    lines = rdflib.Graph().parse(ontology_dir() / "kg.ttl").serialize(format="nt", encoding="utf-8")
    world = owlready2.World()
    world.get_ontology("urn:x:test#").load(fileobj=BytesIO(lines))
    happening = world[KG.Happening]
    assert {world[KG.Battle], world[KG.SuicideBombing], world[KG.ArmedClash]} <= set(happening.descendants())
    assert world[KG.UnrealizedEvent] not in happening.descendants()
    assert owlready2.default_world[KG.Battle] is None, "another world knows nothing of it"
