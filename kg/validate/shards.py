"""A graph cut into pieces that can be checked alone: nodes with all that the shapes may ask about them.

The shapes look one step out of a node, one step into it over a few inverse paths, and at the classes of its
neighbours. A shard has just that, so checking shard by shard finds what checking the whole would find, in memory that
holds one shard and the classes of the nodes.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING
from zlib import crc32

from kg.graph.files import read_quads
from kg.graph.notebook import to_term
from kg.vocab import RDF

if TYPE_CHECKING:
    import pyoxigraph
    import rdflib

_SHARD_BYTES = 1_000_000  # of the file to read: some 1,000 to 4,000 nodes, by serialization
_MOST_SHARDS = 400  # files open at a time


@dataclass(frozen=True, slots=True)
class Shard:
    """A plain graph, and its nodes by class; the other nodes of the graph are neighbours, to be looked at only."""

    graph: rdflib.Graph
    nodes: dict[str, list[str]]
    count: int


@dataclass(slots=True)
class _Index:
    """What is known of every node while the shards are made: its classes, and what points to it."""

    inverse: frozenset[str]
    classes: defaultdict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    incoming: defaultdict[str, list[tuple[str, str]]] = field(default_factory=lambda: defaultdict(list))

    def add(self, quad: pyoxigraph.Quad) -> None:
        predicate = quad.predicate.value
        if predicate == RDF.type:
            self.classes[_name(quad.subject)].add(_name(quad.object))
        elif predicate in self.inverse:
            self.incoming[_name(quad.object)].append((_name(quad.subject), predicate))


def cut_into_shards(path: Path, inverse: Iterable[str]) -> Iterator[Shard]:
    """The shards of a graph file, whatever the order of its quads.

    Args:
        path: a graph of any serialization.
        inverse: IRIs of the properties that a shape follows backwards.

    Raises:
        GraphError: the file can't be read.
    """
    index = _Index(frozenset(inverse))
    with TemporaryDirectory(prefix="kg-check-") as folder:
        for piece in _split(path, Path(folder), index):
            yield _shard(piece, index)


def _split(path: Path, folder: Path, index: _Index) -> list[Path]:
    """Files of N-Triples that each hold all triples of their subjects; `index` learns of every node."""
    size = path.stat().st_size if path.is_file() else 0
    pieces = [folder / f"{i}.nt" for i in range(min(size // _SHARD_BYTES + 1, _MOST_SHARDS))]
    with ExitStack() as stack:
        handles = [stack.enter_context(piece.open("w", encoding="utf-8")) for piece in pieces]
        for quad in read_quads(path):
            index.add(quad)
            handle = handles[crc32(_name(quad.subject).encode()) % len(handles)]
            handle.write(f"{quad.subject} {quad.predicate} {quad.object} .\n")
    return pieces


def _shard(piece: Path, index: _Index) -> Shard:
    import pyoxigraph
    import rdflib

    graph = rdflib.Graph()
    own: dict[str, None] = {}
    neighbours: set[str] = set()
    for quad in read_quads(piece):
        own[_name(quad.subject)] = None
        if isinstance(quad.object, pyoxigraph.NamedNode):
            neighbours.add(quad.object.value)
        graph.add((to_term(quad.subject), to_term(quad.predicate), to_term(quad.object)))
    for node in own:
        for source, predicate in index.incoming.get(node, ()):
            neighbours.add(source)
            graph.add((rdflib.URIRef(source), rdflib.URIRef(predicate), rdflib.URIRef(node)))
    for node in neighbours:
        for class_ in index.classes.get(node, ()):
            graph.add((rdflib.URIRef(node), rdflib.RDF.type, rdflib.URIRef(class_)))
    return Shard(graph, _by_class(own, index), len(own))


def _name(term: object) -> str:
    """The IRI of a node without its brackets, or `_:` and the label of a blank node."""
    return str(term).removeprefix("<").removesuffix(">")


def _by_class(nodes: Iterable[str], index: _Index) -> dict[str, list[str]]:
    found: defaultdict[str, list[str]] = defaultdict(list)
    for node in sorted(nodes):
        for class_ in sorted(index.classes.get(node, ())):
            found[class_].append(node)
    return dict(found)
