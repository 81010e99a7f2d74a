"""Every shape reports what breaks it, the golden graph passes, and piece by piece finds what at once finds."""

import re
from functools import cache
from pathlib import Path

import pytest
import rdflib
from golden_story import BASE, golden_quads
from rdflib.namespace import RDF

from kg.errors import GraphError
from kg.graph.notebook import read_graph, to_graph
from kg.validate import check_shapes, shards
from kg.validate.shapes import inverse_paths, read_shapes
from kg.validate.shards import cut_into_shards
from kg.vocab import KG, concept

SH = rdflib.Namespace("http://www.w3.org/ns/shacl#")
SHAPES = read_shapes()
SHAPE = "https://w3id.org/conflict-kg/shapes#"
JUNK = rdflib.Literal("junk", datatype=rdflib.URIRef("urn:x:junk"))


def names(kind: rdflib.URIRef) -> list[str]:
    return sorted(str(shape) for shape in SHAPES.subjects(RDF.type, kind))


@cache
def golden_graph() -> rdflib.Graph:
    return to_graph(golden_quads())


def excerpt(node: rdflib.term.Node) -> rdflib.Graph:
    """A node with its neighbourhood: small, so that each broken graph is checked quickly."""
    graph, whole = rdflib.Graph(), golden_graph()
    for triple in [*whole.triples((node, None, None)), *whole.triples((None, None, node))]:
        graph.add(triple)
        for end in (triple[0], triple[2]):
            for class_ in whole.objects(end, RDF.type):
                graph.add((end, RDF.type, class_))
    return graph


@cache
def fullest(class_: rdflib.term.Node) -> rdflib.term.Node | None:
    """The node of a class of which the story tells most."""
    found = sorted(golden_graph().subjects(RDF.type, class_), key=lambda node: (-len(excerpt(node)), str(node)))
    return found[0] if found else None


def target(shape: rdflib.URIRef) -> tuple[rdflib.term.Node, rdflib.Graph]:
    """A node that the shape looks at, with its neighbourhood; for a class without one, an event is made into it."""
    classes = sorted(SHAPES.objects(shape, SH.targetClass), key=str)
    for class_ in classes:
        found = fullest(class_)
        if found is not None:
            return found, excerpt(found)
    node = rdflib.URIRef(f"{BASE}event/assault-tal-amara")
    graph = excerpt(node)
    graph.remove((node, RDF.type, rdflib.URIRef(KG.Assault)))
    graph.add((node, RDF.type, classes[0]))
    return node, graph


def reported(graph: rdflib.Graph, node: rdflib.term.Node) -> set[str]:
    return {violation.check for violation in check_shapes(graph).violations if violation.node == str(node)}


def test_the_golden_graph_passes(golden: Path) -> None:
    report = check_shapes(golden)
    assert report.conforms
    assert report.checked == (f"the shapes of {len(set(golden_graph().subjects())):,} resources",)


def asked(shape: str) -> list[tuple[str, rdflib.term.Node, rdflib.term.Node | None]]:
    """Name, path and inverse path of each property shape of a node shape."""
    found = []
    for part in sorted(SHAPES.objects(rdflib.URIRef(shape), SH.property), key=str):
        path = SHAPES.value(part, SH.path)
        found.append((str(part).rsplit("#")[-1], path, SHAPES.value(path, SH.inversePath)))
    return found


@pytest.mark.parametrize("shape", names(SH.NodeShape), ids=lambda shape: shape.rsplit("#")[-1])
def test_each_property_shape_reports_a_wrong_value(shape: str) -> None:
    node, graph = target(rdflib.URIRef(shape))
    expected = {name for name, _, _ in asked(shape)}
    assert expected
    for _, path, inverse in asked(shape):
        if inverse is not None:
            graph.add((rdflib.URIRef("urn:x:wrong"), inverse, node))
        elif path == RDF.type:
            graph.add((node, path, rdflib.URIRef("urn:x:Junk")))
        else:
            graph.remove((node, path, None))
            graph.add((node, path, JUNK))
    assert expected <= reported(graph, node)


def needed(shape: str) -> list[tuple[str, rdflib.term.Node, rdflib.term.Node | None]]:
    """Those of them that ask for a value."""
    return [row for row in asked(shape) if SHAPES.value(rdflib.URIRef(f"{SHAPE}{row[0]}"), SH.minCount) is not None]


@pytest.mark.parametrize("shape", list(filter(needed, names(SH.NodeShape))), ids=lambda shape: shape.rsplit("#")[-1])
def test_each_property_shape_reports_a_missing_value(shape: str) -> None:
    node, graph = target(rdflib.URIRef(shape))
    classes = set(SHAPES.objects(rdflib.URIRef(shape), SH.targetClass))
    for _, path, inverse in needed(shape):
        if inverse is not None:
            graph.remove((None, inverse, node))
        else:
            for value in list(graph.objects(node, path)):
                if path != RDF.type or value not in classes:
                    graph.remove((node, path, value))
    assert {name for name, _, _ in needed(shape)} <= reported(graph, node)


@pytest.mark.parametrize(
    ("shape", "without", "adding"),
    [
        ("Selector", ["oa#TextQuoteSelector"], []),
        ("Figure", ["ontology#low>"], []),
        ("Assault", [f"{BASE}event/assault-tal-amara> <", "#type>", "ontology#Happening"], []),
    ],
)
def test_a_node_shape_reports(shape: str, without: list[str], adding: list[str], broken) -> None:  # type: ignore[no-untyped-def]
    assert shape in {violation.check for violation in check_shapes(broken(without, adding)).violations}


def test_classes_of_happenings_ask_for_a_happening() -> None:
    classes = {shape.rsplit("#")[-1] for shape in names(SH.NodeShape)} & set(KG.terms())
    asking = {str(shape).rsplit("#")[-1] for shape in SHAPES.subjects(SH["class"], rdflib.URIRef(KG.Happening))}
    events = {str(value).rsplit("#")[-1] for value in SHAPES.subjects(SH["in"]) if str(value).endswith("-eventKind")}
    assert asking == {name.removesuffix("-eventKind") for name in events} <= classes


D = f"<{BASE}document/d1>"
EVENT = f"<{BASE}event/assault-tal-amara>"
DATE, OFFSET = rdflib.XSD.date, rdflib.Literal("9999", datatype=rdflib.XSD.nonNegativeInteger)
ORG, OA = "http://www.w3.org/ns/org#", "http://www.w3.org/ns/oa#"


@pytest.mark.parametrize(
    ("check", "predicate", "value", "why"),
    [
        ("Figure-low", KG.high, rdflib.Literal(3), "at least 4 and at most 3"),
        ("Figure-low", KG.low, rdflib.Literal(-1), "fewer than nobody"),
        ("Eventuality-earliest", KG.earliest, rdflib.Literal("2021-06-01", datatype=DATE), "after the latest"),
        ("Tie-subject", KG.tieSubject, rdflib.URIRef(f"{BASE}actor/army"), "a tie of an actor to itself"),
        ("Selector-start", f"{OA}start", OFFSET, "after its end"),
        ("Eventuality-partOf", KG.partOf, rdflib.URIRef(f"{BASE}event/denied-bombing"), "part of what is no battle"),
        ("Place-precision", KG.precision, rdflib.Literal(8), "a scale from 1 to 7"),
        ("Citation-confidence", KG.confidence, rdflib.Literal("1.1", datatype=rdflib.XSD.decimal), "surer than sure"),
        ("Document-datePublished", "https://schema.org/datePublished",
         rdflib.Literal("2021-02-30", datatype=rdflib.XSD.date, normalize=False), "a day that does not exist"),
        ("Document-datePublished", "https://schema.org/datePublished",
         rdflib.Literal("2021-05", datatype=rdflib.XSD.date, normalize=False), "a month is no day"),
        ("Affiliation-organization", f"{ORG}organization", rdflib.URIRef(f"{BASE}actor/haddad"), "of himself"),
        ("Happening-status", KG.status, rdflib.URIRef(concept("status", "planned")), "planned and yet a happening"),
        ("Assault-eventKind", KG.eventKind, rdflib.URIRef(concept("event-kind", "siege")), "the class of another kind"),
        ("Mention-mentionType", KG.mentionType, rdflib.URIRef(concept("role", "agent")), "a concept of another list"),
    ],
)  # fmt: skip
def test_values_that_contradict_are_reported(check: str, predicate: str, value: rdflib.term.Node, why: str) -> None:
    node, graph = target(rdflib.URIRef(f"{SHAPE}{check.split('-')[0]}"))
    assert check not in reported(graph, node)
    graph.remove((node, rdflib.URIRef(predicate), None))
    graph.add((node, rdflib.URIRef(predicate), value))
    assert check in reported(graph, node), why


def test_every_shape_has_a_message_for_people() -> None:
    for shape in names(SH.PropertyShape):
        (message,) = SHAPES.objects(rdflib.URIRef(shape), SH.message)
        assert re.fullmatch(r"[A-Z].*\.", str(message))


def test_shapes_look_no_farther_than_one_step() -> None:
    # what makes it right to check piece by piece: see kg/validate/shards.py
    for path in SHAPES.objects(None, SH.path):
        assert isinstance(path, rdflib.URIRef) or list(SHAPES.predicates(path)) == [SH.inversePath]
    for far in (SH.node, SH.sparql, SH.closed, SH.targetObjectsOf, SH.targetSubjectsOf, SH.qualifiedValueShape):
        assert not list(SHAPES.triples((None, far, None)))


def test_piece_by_piece_finds_what_at_once_finds(broken, monkeypatch) -> None:  # type: ignore[no-untyped-def]
    path = broken(["ontology#refersTo"], [f'<{BASE}actor/army> <{KG.weapon}> "x" {D}', f"{EVENT} <{KG.place}> {D}"])
    at_once = check_shapes(read_graph(path))
    monkeypatch.setattr(shards, "_SHARD_BYTES", 10_000)
    assert len(list(cut_into_shards(path, inverse_paths(SHAPES)))) > 10
    assert check_shapes(path) == at_once
    assert {violation.check for violation in at_once.violations} == {"Actor-mention", "Eventuality-place"}


def test_a_violation_is_a_sentence(broken) -> None:  # type: ignore[no-untyped-def]
    (violation,) = check_shapes(
        broken([], [f'{EVENT} <{KG.weapon}> "knife"', f'{EVENT} <{KG.weapon}> "gun"'])
    ).violations
    assert str(violation) == f"Eventuality-weapon: {EVENT[1:-1]}: An event has at most one means."


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(GraphError):
        check_shapes(tmp_path / "missing.nq")
