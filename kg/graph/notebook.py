"""Graphs for notebooks: what this package makes, as the values of rdflib."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from kg.errors import GraphError
from kg.graph.files import read_quads
from kg.graph.terms import Quad
from kg.vocab import PREFIXES

if TYPE_CHECKING:
    import pyoxigraph
    import rdflib
    from rdflib.term import Node

_STRING = "http://www.w3.org/2001/XMLSchema#string"


def to_dataset(quads: Iterable[Quad]) -> rdflib.Dataset:
    """The quads as a dataset: what each article tells in a graph of its own, things in the default graph.

    The default graph of the dataset is the union of all, so that a query need not name graphs.
    """
    import pyoxigraph

    lines = "".join(" ".join(filter(None, quad)) + " .\n" for quad in quads)
    return _dataset(pyoxigraph.parse(lines, format=pyoxigraph.RdfFormat.N_QUADS))


def to_graph(quads: Iterable[Quad]) -> rdflib.Graph:
    """The same triples in one graph, without the names of the graphs that they stand in."""
    return _flat(to_dataset(quads))


def open_graph(path: Path | str) -> rdflib.Dataset:
    """The dataset in a file of any serialization, with the prefixes of this package bound.

    Its default graph is the union of all, so that a query need not name graphs.

    Raises:
        GraphError: the file is missing, or is not what its ending says.
    """
    return _dataset(read_quads(Path(path)))


def read_graph(path: Path | str) -> rdflib.Graph:
    """The triples in a file of any serialization as one graph, with the prefixes of this package bound.

    Raises:
        GraphError: the file is missing, or is not what its ending says.
    """
    return _flat(open_graph(path))


def to_term(term: pyoxigraph.NamedNode | pyoxigraph.BlankNode | pyoxigraph.Literal | pyoxigraph.Triple) -> Node:
    """The same term for rdflib, with a literal written as it was.

    Raises:
        GraphError: it is a triple (of RDF 1.2), which no graph of ours holds.
    """
    import pyoxigraph
    from rdflib import BNode, Literal, URIRef

    if isinstance(term, pyoxigraph.NamedNode):
        return URIRef(term.value)
    if isinstance(term, pyoxigraph.BlankNode):
        return BNode(term.value)
    if isinstance(term, pyoxigraph.Triple):
        raise GraphError(f"a triple about a triple can't be read: {term}")
    if term.language:
        return Literal(term.value, lang=term.language)
    datatype = term.datatype.value
    return Literal(term.value, datatype=None if datatype == _STRING else URIRef(datatype), normalize=False)


def _dataset(quads: Iterable[pyoxigraph.Quad]) -> rdflib.Dataset:
    import pyoxigraph
    import rdflib

    dataset = rdflib.Dataset(default_union=True)
    _bind(dataset)
    for quad in quads:
        name = quad.graph_name
        in_default = isinstance(name, pyoxigraph.DefaultGraph)
        graph = dataset.default_graph if in_default else dataset.graph(rdflib.URIRef(str(name)[1:-1]))
        graph.add((to_term(quad.subject), to_term(quad.predicate), to_term(quad.object)))
    return dataset


def _flat(dataset: rdflib.Dataset) -> rdflib.Graph:
    import rdflib

    graph = rdflib.Graph()
    _bind(graph)
    for subject, predicate, value, _ in dataset.quads():
        graph.add((subject, predicate, value))
    return graph


def _bind(graph: rdflib.Graph) -> None:
    for prefix, namespace in PREFIXES.items():
        graph.bind(prefix, namespace, override=True, replace=True)
