"""Whether a graph has the shapes that `ontology/shapes.ttl` asks for, by pySHACL."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from kg.resources import ontology_dir
from kg.validate.shards import Shard, cut_into_shards
from kg.validate.violation import Report, Violation

if TYPE_CHECKING:
    import rdflib

_SH = "http://www.w3.org/ns/shacl#"


@cache
def read_shapes() -> rdflib.Graph:
    """The shapes, read once. Callers must not write into them."""
    import rdflib

    return rdflib.Graph().parse(ontology_dir() / "shapes.ttl", format="turtle")


def check_shapes(graph: Path | str | rdflib.Graph) -> Report:
    """What breaks a shape, in a file or in a graph of rdflib.

    A file is checked piece by piece and may be large. A graph (or a dataset) of rdflib is checked at once. It must be
    a plain one in memory: pySHACL over a store that wraps another engine does not finish.

    Raises:
        GraphError: the file can't be read.
    """
    shapes = read_shapes()
    if not isinstance(graph, Path | str):
        found = _validate(graph, shapes)
        return _report(len(set(graph.subjects())), found)
    checked, violations = 0, set[Violation]()
    for shard in cut_into_shards(Path(graph), inverse_paths(shapes)):
        checked += shard.count
        violations.update(_validate(shard.graph, aim(shapes, shard)))
    return _report(checked, violations)


def _report(checked: int, found: Iterable[Violation]) -> Report:
    return Report((f"the shapes of {checked:,} resources",), tuple(sorted(set(found))))


def inverse_paths(shapes: rdflib.Graph) -> list[str]:
    """IRIs of the properties that some shape follows backwards."""
    import rdflib

    return sorted(str(path) for path in shapes.objects(None, rdflib.URIRef(f"{_SH}inversePath")))


def aim(shapes: rdflib.Graph, shard: Shard) -> rdflib.Graph:
    """The shapes with the nodes of the shard itself as their targets, not all nodes of a class.

    So neighbours, of which a shard knows too little to judge them, are left alone. (pySHACL's own list of focus nodes
    does the same in time that grows with the square of the shard.)
    """
    import rdflib

    target_class, target_node = rdflib.URIRef(f"{_SH}targetClass"), rdflib.URIRef(f"{_SH}targetNode")
    aimed = rdflib.Graph()
    for triple in shapes:
        if triple[1] != target_class:
            aimed.add(triple)
    for shape, class_ in shapes.subject_objects(target_class):
        for node in shard.nodes.get(str(class_), ()):
            aimed.add((shape, target_node, rdflib.URIRef(node)))
    return aimed


def _validate(graph: rdflib.Graph, shapes: rdflib.Graph) -> list[Violation]:
    import pyshacl
    import rdflib

    conforms, results, text = pyshacl.validate(graph, shacl_graph=shapes, inplace=True)
    if conforms:
        return []
    if not isinstance(results, rdflib.Graph):  # pySHACL hands its own failures back as a value
        raise TypeError(f"pySHACL could not check the graph: {text}")
    return [_violation(results, node) for node in results.objects(None, rdflib.URIRef(f"{_SH}result"))]


def _violation(results: rdflib.Graph, node: rdflib.term.Node) -> Violation:
    import rdflib

    def value(name: str) -> str:
        return str(results.value(node, rdflib.URIRef(_SH + name)) or "")

    path = results.value(node, rdflib.URIRef(f"{_SH}resultPath"))
    shape = value("sourceShape").rsplit("#")[-1]
    return Violation(
        shape, value("focusNode"), value("resultMessage"), str(path) if isinstance(path, rdflib.URIRef) else "",
        value("value"),
    )  # fmt: skip
