"""Graphs in files: every format, one default graph, and what can't be read."""

import gzip
from pathlib import Path

import pyoxigraph
import pytest

from kg.errors import GraphError, QueryError
from kg.query import LocalGraph, ask, info, open_source, run_query

FORMATS = {
    "ttl": "TURTLE", "nt": "N_TRIPLES", "nq": "N_QUADS", "trig": "TRIG", "jsonld": "JSON_LD", "rdf": "RDF_XML",
}  # fmt: skip


@pytest.mark.parametrize("ending", FORMATS)
@pytest.mark.parametrize("zipped", [False, True])
def test_every_format_gives_the_same_answers(ending: str, zipped: bool, golden: LocalGraph, tmp_path: Path) -> None:
    form = getattr(pyoxigraph.RdfFormat, FORMATS[ending])
    quads = golden.graphs if form.supports_datasets else (quad.triple for quad in golden.union)
    data = pyoxigraph.serialize(quads, format=form)
    path = tmp_path / (f"graph.{ending}.gz" if zipped else f"graph.{ending}")
    path.write_bytes(gzip.compress(data) if zipped else data)
    assert ask("events", path) == ask("events", golden)


@pytest.fixture
def twice(tmp_path: Path) -> Path:
    """One statement in three graphs."""
    path = tmp_path / "twice.nq"
    statement = "<urn:s> <urn:p> <urn:o>"
    path.write_text(f"{statement} .\n{statement} <urn:g1> .\n{statement} <urn:g2> .\n")
    return path


def test_a_statement_in_several_graphs_counts_once(twice: Path) -> None:
    assert run_query("SELECT (COUNT(*) AS ?n) WHERE { ?s ?p ?o }", twice).rows == ((1,),)


def test_graphs_can_be_asked_for_by_name(twice: Path) -> None:
    assert run_query("SELECT ?g WHERE { GRAPH ?g { ?s ?p ?o } }", twice).rows == (("urn:g1",), ("urn:g2",))
    assert run_query("SELECT (COUNT(*) AS ?n) FROM <urn:g1> WHERE { ?s ?p ?o }", twice).rows == ((1,),)
    assert run_query("SELECT (COUNT(*) AS ?n) FROM <urn:g3> WHERE { ?s ?p ?o }", twice).rows == ((0,),)


def test_other_forms_of_query_are_answered(golden: LocalGraph) -> None:
    assert run_query("ASK { ?s ?p ?o }", golden).rows == ((True,),)
    assert run_query("ASK { ?s ?p <urn:none> }", golden).rows == ((False,),)
    answer = run_query("CONSTRUCT { <urn:a> <urn:b> 5 } WHERE { }", golden)
    assert (answer.kind, answer.rows) == (
        "triples",
        (("<urn:a>", "<urn:b>", '"5"^^<http://www.w3.org/2001/XMLSchema#integer>'),),
    )


def test_cells_of_a_query_keep_their_kinds(golden: LocalGraph) -> None:
    query = 'SELECT ?a ?b ?c ?d ?e WHERE { BIND(5 AS ?a) BIND(1.5 AS ?b) BIND(true AS ?c) BIND("x"@en AS ?d) }'
    assert run_query(query, golden).rows == ((5, 1.5, True, "x", None),)


UNREADABLE = [
    ("none.ttl", None, "there is no such file"),
    ("graph.docx", b"", r"'\.docx' tells no graph format; known are \.ttl"),
    ("graph", b"", "tells no graph format"),
    ("bad.ttl", b"<a> <b>", "no graph that can be read"),
    ("bad.nq.gz", b"not zipped", "can't be read"),
    ("cut.nt.gz", gzip.compress(b"<urn:a> <urn:b> <urn:c> .\n" * 50, mtime=0)[:-12], "no graph that can be read"),
    ("bytes.nt", b'<urn:a> <urn:b> "\xff" .\n', "no graph that can be read"),
]


@pytest.mark.parametrize(("name", "data", "message"), UNREADABLE)
def test_what_cannot_be_read_is_told(name: str, data: bytes | None, message: str, tmp_path: Path) -> None:
    if data is not None:
        (tmp_path / name).write_bytes(data)
    with pytest.raises(GraphError, match=message):
        ask("events", tmp_path / name)


def test_a_query_that_does_not_parse_is_told(golden: LocalGraph) -> None:
    for query in ("SELEKT", "SELECT ?x WHERE { ?x kg:nothing }", ""):
        with pytest.raises(QueryError, match="does not parse"):
            run_query(query, golden)


def test_a_graph_or_an_endpoint_is_needed_and_not_both(golden: LocalGraph) -> None:
    with pytest.raises(QueryError, match="either"):
        open_source(golden, endpoint="http://x.example/")
    with pytest.raises(QueryError, match="either"):
        open_source()


def test_a_summary_counts_what_there_is(golden: LocalGraph) -> None:
    answer = info(golden)
    assert answer.columns == ("what", "value")
    rows = dict(answer.rows)
    assert rows == {
        "articles": 3, "  from": "2021-05-03", "  to": "2021-05-04", "  publishers": 3, "  copies of others": 1,
        "actors": 5, "  Person": 2, "  ArmedGroup": 1, "  Military": 2, "places": 3,
        "events": 4, "  claimed": 1, "  denied": 1, "  happened": 2, "battles": 1,
        "statements": 3, "figures": 8, "affiliations": 1, "ties": 1, "mentions": 7,
        "triples": len(golden.union), "language model": "en-test", "built by conflict-kg": "0.1.0",
    }  # fmt: skip


def test_a_summary_of_nothing(tmp_path: Path) -> None:
    (tmp_path / "empty.nt").touch()
    rows = dict(info(tmp_path / "empty.nt").rows)
    assert (rows["articles"], rows["triples"]) == (0, 0)
    assert "  from" not in rows
