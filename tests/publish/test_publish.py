"""Writing a graph: every format, the same bytes, all or nothing."""

import gzip
from collections.abc import Iterator
from pathlib import Path

import pyoxigraph
import pytest
import rdflib
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.errors import GraphError
from kg.publish import FORMATS, Quad, format_of, publish
from kg.publish.sort import sort_lines

EX = "https://example.org/"
PREFIXES = {
    "ex": EX,
    "a": "https://a.example/",
    "b": "https://b.example/",
    "c": "https://c.example/",
    "doc": EX + "doc/",
}
QUADS: list[Quad] = [
    (f"<{EX}b>", f"<{EX}name>", '"Zûr \\"the hill\\""', ""),
    (f"<{EX}b>", f"<{EX}name>", '"line\\r\\nbreak & <tag>"@en', ""),
    (f"<{EX}b>", f"<{EX}part>", f"<{EX}doc/1>", f"<{EX}doc/1>"),
    (f"<{EX}a>", f"<{EX}size>", '"12"^^<http://www.w3.org/2001/XMLSchema#integer>', f"<{EX}doc/2>"),
    (f"<{EX}a>", f"<{EX}size>", '"0.90"^^<http://www.w3.org/2001/XMLSchema#decimal>', f"<{EX}doc/1>"),
    (f"<{EX}a>", "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>", f"<{EX}Thing>", ""),
    (f"<{EX}a>", "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>", f"<{EX}Thing>", f"<{EX}doc/2>"),
]
ENDINGS = [each.endings[0] for each in FORMATS]
GRAPHLESS = {".ttl", ".nt", ".rdf"}


def expected(ending: str) -> set[tuple[str, ...]]:
    quads = QUADS + QUADS
    return {quad[:3] if ending in GRAPHLESS else quad for quad in quads}


def read_back(path: Path) -> list[tuple[str, ...]]:
    found = []
    for quad in pyoxigraph.parse(path=str(path)):
        named = not isinstance(quad.graph_name, pyoxigraph.DefaultGraph)
        terms = (str(quad.subject), str(quad.predicate), str(quad.object), str(quad.graph_name) if named else "")
        found.append(terms[:3] if path.suffix in GRAPHLESS else terms)
    return found


@pytest.mark.parametrize("ending", ENDINGS)
def test_what_is_written_is_what_was_given_each_statement_once(ending: str, tmp_path: Path) -> None:
    path = tmp_path / f"graph{ending}"
    count = publish(QUADS + QUADS, path, prefixes=PREFIXES)
    found = read_back(path)
    assert set(found) == expected(ending)
    assert len(found) == count == len(expected(ending))


@pytest.mark.parametrize("ending", ENDINGS)
def test_rdflib_reads_the_same(ending: str, tmp_path: Path) -> None:
    path = tmp_path / f"graph{ending}"
    publish(QUADS, path, prefixes=PREFIXES)
    known = {".jsonld": "json-ld", ".rdf": "xml", ".nq": "nquads", ".trig": "trig", ".nt": "nt", ".ttl": "turtle"}
    dataset = rdflib.Dataset(default_union=True)
    dataset.parse(path, format=known[ending])
    subject, name = rdflib.URIRef(EX + "b"), rdflib.URIRef(EX + "name")
    assert set(dataset.objects(subject, name)) == {
        rdflib.Literal('Zûr "the hill"'),
        rdflib.Literal("line\r\nbreak & <tag>", lang="en"),
    }


@pytest.mark.parametrize("ending", [*ENDINGS, ".ttl.gz", ".trig.gz"])
@pytest.mark.parametrize("chunk", [1, 200, 10**6])
def test_order_and_chunks_leave_no_trace_in_the_bytes(ending: str, chunk: int, tmp_path: Path) -> None:
    one, two = tmp_path / "1" / f"graph{ending}", tmp_path / "2" / f"graph{ending}"
    publish(QUADS, one, prefixes=PREFIXES)
    publish([*reversed(QUADS), QUADS[0]], two, prefixes=dict(reversed(PREFIXES.items())), chunk=chunk)
    assert one.read_bytes() == two.read_bytes()
    assert [each.name for each in two.parent.iterdir()] == [two.name]


def test_turtle_reads_well(tmp_path: Path) -> None:
    path = tmp_path / "graph.ttl"
    publish(QUADS[5:6] + QUADS[3:4], path, prefixes={"ex": EX, "a": "https://a.example/"})
    assert path.read_text() == (
        f"@prefix a: <https://a.example/> .\n@prefix ex: <{EX}> .\nex:a a ex:Thing ;\n\tex:size 12 .\n"
    )


def test_trig_opens_each_graph_once(tmp_path: Path) -> None:
    path = tmp_path / "graph.trig"
    publish(QUADS, path)
    assert path.read_text().count(f"<{EX}doc/1> {{") == 1


def test_nquads_stand_in_sorted_lines(tmp_path: Path) -> None:
    path = tmp_path / "graph.nq"
    publish(QUADS, path)
    lines = path.read_bytes().splitlines()
    assert lines == sorted(lines)
    assert lines[0].decode() == f"<{EX}a> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <{EX}Thing> ."


def test_an_empty_graph_is_a_file_that_parses(tmp_path: Path) -> None:
    for ending in ENDINGS:
        assert publish([], tmp_path / f"graph{ending}") == 0
        assert read_back(tmp_path / f"graph{ending}") == []


def test_gzip_holds_the_same(tmp_path: Path) -> None:
    publish(QUADS, tmp_path / "graph.nq")
    publish(QUADS, tmp_path / "graph.nq.gz")
    assert gzip.decompress((tmp_path / "graph.nq.gz").read_bytes()) == (tmp_path / "graph.nq").read_bytes()


@pytest.mark.parametrize("broken", [KeyboardInterrupt, RuntimeError])
def test_a_broken_run_leaves_what_was_there(broken: type[BaseException], tmp_path: Path) -> None:
    def quads() -> Iterator[Quad]:
        yield from QUADS
        raise broken

    path = tmp_path / "graph.ttl"
    path.write_text("what was there")
    with pytest.raises(broken):
        publish(quads(), path, chunk=1)
    assert path.read_text() == "what was there"
    assert list(tmp_path.iterdir()) == [path]


BAD = [
    ("graph.ttl", ("<no iri>", f"<{EX}p>", '"x"', ""), "can't be written as turtle", "a space in an IRI"),
    ("graph.nt", (f"<{EX}s>", f"<{EX}p>", '"x', ""), "can't be written as ntriples", "a quote left open"),
    ("graph.rdf", (f"<{EX}s>", f"<{EX}1>", '"x"', ""), "no name for the predicate", "no XML name starts with a digit"),
    ("graph.rdf", (f"<{EX}s>", f"<{EX}p/>", '"x"', ""), "no name for the predicate", "nothing after the slash"),
    ("graph.rdf", (f"<{EX}s>", f"<{EX}p>", '"a\\u0001"', ""), "control character", "XML 1.0 forbids it"),
    ("graph.nq", (f"<{EX}s>", f"<{EX}p>", '"\ud800"', ""), "surrogate", "half a character"),
]


@pytest.mark.parametrize(("name", "quad", "message", "why"), BAD)
def test_what_a_format_cannot_say_is_refused(name: str, quad: Quad, message: str, why: str, tmp_path: Path) -> None:
    with pytest.raises(GraphError, match=message):
        publish([*QUADS, quad], tmp_path / name)
    assert list(tmp_path.iterdir()) == [], why


def test_a_folder_in_the_way_is_no_file_to_write(tmp_path: Path) -> None:
    (tmp_path / "graph.ttl").mkdir()
    with pytest.raises(GraphError, match="no regular file"):
        publish(QUADS, tmp_path / "graph.ttl")


NAMES = [
    ("g.ttl", None, "turtle"),
    ("g.TTL", None, "turtle"),
    ("g.nq.gz", None, "nquads"),
    ("g.txt", "N-Triples", "ntriples"),
    ("g.rdf", "ttl", "turtle"),
    ("g.xml", None, "rdfxml"),
]


@pytest.mark.parametrize(("file", "name", "known"), NAMES)
def test_the_option_goes_before_the_ending(file: str, name: str | None, known: str) -> None:
    assert format_of(Path(file), name).name == known


@pytest.mark.parametrize(("file", "name"), [("g.docx", None), ("g", None), ("g.gz", None), ("g.ttl", "yaml")])
def test_an_unknown_format_lists_the_known_ones(file: str, name: str | None) -> None:
    with pytest.raises(GraphError, match=r"turtle \(\.ttl\).*rdfxml \(\.rdf \.xml\)"):
        format_of(Path(file), name)


@settings(max_examples=40, deadline=None)
@given(
    lines=st.lists(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\n"))), chunk=st.integers(1, 40)
)
def test_sorting_in_pieces_is_sorting(lines: list[str], chunk: int, tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = tmp_path_factory.mktemp("sort")
    count = sort_lines((line + "\n" for line in lines), folder / "out", folder, chunk=chunk)
    wanted = sorted({line + "\n" for line in lines})
    assert (folder / "out").read_bytes() == "".join(wanted).encode()
    assert count == len(wanted)


def test_more_pieces_than_files_may_be_open_merge_in_rounds(tmp_path: Path) -> None:
    lines = [f"{number:05}\n" for number in range(600)]
    sort_lines(reversed(lines), tmp_path / "out", tmp_path, chunk=1)
    assert (tmp_path / "out").read_text() == "".join(lines)
