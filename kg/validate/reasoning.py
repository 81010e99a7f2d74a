"""Whether the ontology, and what a graph says in its terms, can be true: by owlready2 and HermiT."""

from __future__ import annotations

import shutil
from importlib import import_module
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kg.errors import GraphError
from kg.resources import ontology_dir
from kg.validate.shards import cut_into_shards
from kg.validate.violation import Report, Violation
from kg.vocab import GEO, KG, SKOS, XSD

if TYPE_CHECKING:
    import rdflib

_ONTOLOGY = KG.namespace.removesuffix("#")
_SAMPLE = 20  # resources at a time: some seconds
# HermiT stops at a literal of any datatype that OWL 2 does not know, instead of passing it over
_NOT_IN_OWL = (XSD.date, GEO.wktLiteral)


def check_reasoning(graph: Path | str | rdflib.Graph | None = None) -> Report:
    """What contradicts itself: classes that nothing can be in, and what a graph says against the ontology.

    Of a file, some resources are taken, one of each sort (by classes, status and kind of event) in a piece of it:
    HermiT's time grows with the square of what it is given. A graph of rdflib is taken whole.

    Raises:
        GraphError: there is no Java, or the file can't be read.
    """
    if shutil.which("java") is None:
        raise GraphError("reasoning needs Java, which HermiT runs on: install a Java runtime, or leave --reason out")
    ontology = _read_ontology()
    samples = _sample(Path(graph)) if isinstance(graph, Path | str) else [] if graph is None else [graph]
    found: set[Violation] = set()
    for triples in [ontology + _known(sample) for sample in samples] or [ontology]:
        found.update(_reason(triples))
    words = f"the logic of the ontology and {sum(len(sample) for sample in samples):,} triples of the graph"
    return Report((words,), tuple(sorted(found)))


def _read_ontology() -> rdflib.Graph:
    """The ontology and its concepts, without the ties of SKOS: they entail nothing here, and double HermiT's time."""
    import rdflib

    ontology = rdflib.Graph()
    for name in ("kg.ttl", "concepts.ttl"):
        ontology.parse(ontology_dir() / name, format="turtle")
    for predicate in set(ontology.predicates()):
        if str(predicate).startswith(SKOS.namespace):
            ontology.remove((None, predicate, None))
    return ontology


def _sample(path: Path) -> list[rdflib.Graph]:
    """One resource of each sort, with its own triples and the classes of its neighbours, some in each graph."""
    import rdflib

    whole = next(cut_into_shards(path, ())).graph
    about = [rdflib.RDF.type, *map(rdflib.URIRef, (KG.status, KG.eventKind, KG.placeKind, KG.tieKind))]
    nodes: dict[tuple[str, ...], rdflib.term.Node] = {}
    for node in sorted(set(whole.subjects()), key=str):
        told = tuple(str(value) for property_ in about for value in sorted(whole.objects(node, property_), key=str))
        # a neighbour from another piece has nothing but its classes
        if len(list(whole.predicates(node, unique=True))) > 1:
            nodes.setdefault(told, node)
    chosen = list(nodes.values())
    return [_around(whole, chosen[i : i + _SAMPLE]) for i in range(0, len(chosen), _SAMPLE)]


def _around(whole: rdflib.Graph, nodes: list[rdflib.term.Node]) -> rdflib.Graph:
    import rdflib

    sample = rdflib.Graph()
    for node in nodes:
        for triple in whole.triples((node, None, None)):
            sample.add(triple)
            for class_ in whole.objects(triple[2], rdflib.RDF.type):
                sample.add((triple[2], rdflib.RDF.type, class_))
    return sample


def _known(graph: rdflib.Graph) -> rdflib.Graph:
    """The graph without literals that HermiT does not understand."""
    import rdflib

    unknown = {rdflib.URIRef(datatype) for datatype in _NOT_IN_OWL}
    known = rdflib.Graph()
    for subject, predicate, value in graph.triples((None, None, None)):
        if not (isinstance(value, rdflib.Literal) and value.datatype in unknown):
            known.add((subject, predicate, value))
    return known


def _reason(triples: rdflib.Graph) -> tuple[Violation, ...]:
    owlready2: Any = import_module("owlready2")  # it has no types
    # a world of its own: the default one is shared by everything in the process and keeps what was loaded
    world = owlready2.World()
    lines = BytesIO(triples.serialize(format="nt", encoding="utf-8"))  # of all formats, the one it reads without loss
    world.get_ontology(f"{_ONTOLOGY}#").load(fileobj=lines)
    try:
        owlready2.sync_reasoner_hermit(world, debug=0)
    except owlready2.OwlReadyInconsistentOntologyError:
        return (Violation("consistency", _ONTOLOGY, "What the ontology and the graph say can't be true together."),)
    return tuple(
        sorted(
            Violation("satisfiability", str(class_.iri), "Nothing can ever be in this class.")
            for class_ in world.inconsistent_classes()
            if class_ is not owlready2.Nothing
        )
    )
