"""Graphs for notebooks, and reading files back."""

import gzip
import subprocess
import sys
from pathlib import Path

import pytest
import rdflib
from golden_story import BASE, golden_lines, golden_quads

from kg.errors import GraphError
from kg.graph.files import open_store, read_quads
from kg.graph.notebook import open_graph, read_graph, to_dataset, to_graph
from kg.vocab import KG, OA


@pytest.fixture
def path(tmp_path: Path) -> Path:
    target = tmp_path / "golden.nq"
    target.write_text("".join(golden_lines()), "utf-8")
    return target


def test_a_dataset_keeps_the_graphs() -> None:
    dataset = to_dataset(golden_quads())
    names = {str(graph.identifier) for graph in dataset.graphs()}
    assert {f"{BASE}document/d1", f"{BASE}document/d2"} <= names
    rows = list(dataset.query("SELECT ?battle WHERE { ?battle a kg:Battle ; kg:evidence/oa:hasSource ?document }"))
    assert len(rows) == 1, "the default graph is the union of all"


def test_a_graph_has_every_triple_once() -> None:
    assert len(to_graph(golden_quads())) == len({quad[:3] for quad in golden_quads()})


def test_a_file_comes_back_as_it_was(path: Path) -> None:
    assert set(read_graph(path)) == set(to_graph(golden_quads()))
    assert len(open_graph(path)) == len(open_graph(str(path)))


def test_prefixes_are_bound(path: Path) -> None:
    turtle = read_graph(path).serialize(format="turtle")
    assert "status:denied" in turtle
    assert "kg:UnrealizedEvent" in turtle


def test_literals_stay_as_they_were_written(path: Path) -> None:
    starts = set(read_graph(path).objects(None, rdflib.URIRef(OA.start)))
    assert {literal.datatype for literal in starts} == {rdflib.XSD.nonNegativeInteger}
    # a store gives numbers back in one form: why datatypes are never checked on it
    stored = next(q.object for q in open_store(path) if q.predicate.value == OA.start)
    assert stored.datatype.value == str(rdflib.XSD.integer)


def test_a_zipped_file_is_read(path: Path) -> None:
    zipped = path.with_suffix(".nq.gz")
    zipped.write_bytes(gzip.compress(path.read_bytes()))
    assert len(list(read_quads(zipped))) == len(list(read_quads(path)))


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("graph.txt", "", "names no serialization"),
        ("graph", "", "names no serialization"),
        ("graph.ttl", "this is no turtle", "graph.ttl"),
        ("graph.nt", "<a> <b> .", "graph.nt"),
        ("graph.ttl.gz", "not zipped", "graph.ttl.gz"),
    ],
)
def test_a_file_that_is_no_graph_is_refused(tmp_path: Path, name: str, content: str, message: str) -> None:
    (tmp_path / name).write_text(content, "utf-8")
    with pytest.raises(GraphError, match=message):
        list(read_quads(tmp_path / name))


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(GraphError, match="no such file"):
        list(read_quads(tmp_path / "missing.ttl"))


def test_a_triple_about_a_triple_is_refused(tmp_path: Path) -> None:
    (tmp_path / "new.nt").write_text("<a:s> <a:p> <<( <a:s> <a:p> <a:o> )>> .\n", "utf-8")
    with pytest.raises(GraphError):
        read_graph(tmp_path / "new.nt")


def test_graph_and_checks_start_without_the_rdf_libraries() -> None:
    code = (
        "import sys, kg.graph, kg.validate; "
        "print([m for m in ('rdflib', 'pyshacl', 'owlready2', 'pyoxigraph') if m in sys.modules])"
    )
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "[]\n"


def test_classes_of_the_golden_graph_are_there(path: Path) -> None:
    assert (None, rdflib.RDF.type, rdflib.URIRef(KG.Participation)) in read_graph(path)
