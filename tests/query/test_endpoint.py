"""Remote endpoints: the same answers as from a file, all rows, and refusals in words for a person."""

import json
import socket
import threading
import time
import urllib.parse
import warnings
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path

import pytest

from kg.errors import EndpointError, GraphError, QueryError
from kg.query import Endpoint, LocalGraph, ask, explain, info, load, questions, run_query

GOLDEN = Path(__file__).parent / "golden.trig"
Reply = tuple[int, str, str]
Answering = Callable[..., AbstractContextManager[tuple[str, list[tuple[str, str, str]]]]]
JSON = "application/sparql-results+json"


@pytest.fixture(scope="module")
def loaded(store: str) -> str:
    load(GOLDEN, f"{store}/update")
    return f"{store}/query"


@pytest.fixture(autouse=True)
def _quick(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("KG_USER", "KG_PASSWORD", "KG_TOKEN"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr("kg.query.http.time.sleep", lambda seconds: None)


@pytest.mark.parametrize("name", questions())
def test_an_endpoint_gives_the_same_answer_as_the_file(name: str, loaded: str, golden: LocalGraph) -> None:
    assert ask(name, endpoint=loaded) == ask(name, golden)


def test_summary_and_explanation_are_the_same_too(loaded: str, golden: LocalGraph) -> None:
    assert info(endpoint=loaded) == info(golden)
    assert explain("statement/1", endpoint=loaded) == explain("statement/1", golden)


def test_an_endpoint_that_hides_the_articles_is_refused(answering: Answering) -> None:
    def reply(number: int, asked: str) -> Reply:
        return 200, JSON, json.dumps({"head": {}, "boolean": "GRAPH" in urllib.parse.unquote_plus(asked)})

    with answering(reply) as (address, asked), pytest.raises(EndpointError, match="--union-default-graph"):
        ask("documents", endpoint=address)
    assert len(asked) == 2


def test_other_forms_of_query_are_answered(loaded: str) -> None:
    about = "<https://w3id.org/conflict-kg/data/actor/mara-ode>"
    assert run_query(f"ASK {{ {about} ?p ?o }}", endpoint=loaded).rows == ((True,),)
    for query in (f"CONSTRUCT WHERE {{ {about} ?p ?o }}", f"DESCRIBE {about}"):
        answer = run_query(query, endpoint=loaded)
        assert answer.kind == "triples"
        assert (about, "<http://www.w3.org/2000/01/rdf-schema#label>", '"Mara Ode"') in answer.rows


def test_words_of_sparql_in_comments_and_names_lead_nobody_astray(loaded: str) -> None:
    query = '# INSERT nothing\nPREFIX select: <https://ask.example/#>\nSELECT ("CONSTRUCT" AS ?word) WHERE { }'
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert run_query(query, endpoint=loaded).rows == (("CONSTRUCT",),)


def test_a_long_query_is_posted(loaded: str) -> None:
    words = "x" * 20_000
    assert run_query(f'SELECT ("{words}" AS ?long) WHERE {{ }}', endpoint=loaded).rows == ((words,),)


def rows(count: int, start: int = 0) -> str:
    bindings = [{"n": {"type": "literal", "value": f"{start + number:05}"}} for number in range(count)]
    return json.dumps({"head": {"vars": ["n"]}, "results": {"bindings": bindings}})


def test_an_answer_that_the_server_cut_short_is_asked_for_to_the_end(answering: Answering) -> None:
    def reply(number: int, asked: str) -> Reply:
        return 200, JSON, rows(1000 if number < 3 else 7, 1000 * (number - 1))

    with answering(reply) as (address, asked):
        answer = run_query("PREFIX x: <urn:x>\nSELECT ?n WHERE { ?n ?p ?o } ORDER BY ?n", endpoint=address)
    assert [row[0] for row in answer.rows] == [f"{number:05}" for number in range(2007)]
    page = urllib.parse.unquote_plus(asked[-1][2])
    assert "PREFIX x: <urn:x>\nSELECT * WHERE { { SELECT ?n" in page
    assert page.endswith("LIMIT 1000 OFFSET 2000")


def test_a_busy_server_is_asked_again(answering: Answering) -> None:
    def reply(number: int, asked: str) -> Reply:
        return (503, "text/plain", "busy") if number < 3 else (200, JSON, rows(1))

    with answering(reply) as (address, asked):
        assert len(run_query("SELECT ?n WHERE { ?n ?p ?o }", endpoint=address).rows) == 1
    assert len(asked) == 3


REFUSALS = [
    (503, "busy", EndpointError, r"HTTP 503 \(busy\)", 5, "still busy after four tries more"),
    (
        500,
        "Virtuoso 37000 Error: syntax error at 'x'",
        QueryError,
        "does not parse: Virtuoso 37000",
        1,
        "no use in trying",
    ),
    (400, "unexpected token", QueryError, "does not parse: unexpected token", 1, "its words, not the library's"),
    (401, "who?", EndpointError, r"another user, password or token \(HTTP 401\) \(who\?\)", 1, "credentials"),
    (403, "", EndpointError, r"may not do that \(HTTP 403\)", 1, "no right"),
    (404, "", EndpointError, "no endpoint at this address", 1, "a wrong path"),
    (200, "<html>hello</html>", EndpointError, "no SPARQL results in JSON came back, but '<html>", 1, "a web page"),
]


@pytest.mark.parametrize(("status", "words", "kind", "message", "tries", "why"), REFUSALS)
def test_a_refusal_becomes_a_message(
    answering: Answering, status: int, words: str, kind: type[Exception], message: str, tries: int, why: str
) -> None:
    reply = lambda number, asked: (status, "text/plain", words)  # noqa: E731
    with answering(reply) as (address, asked), pytest.raises(kind, match=message):
        run_query("SELECT ?n WHERE { ?n ?p ?o }", endpoint=address)
    assert len(asked) == tries, why


def test_nobody_there_is_told() -> None:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        address = f"http://127.0.0.1:{probe.getsockname()[1]}/"
    with pytest.raises(EndpointError, match="can't be reached: Connection refused"):
        run_query("ASK { }", endpoint=address)


def test_a_slow_server_is_given_up(answering: Answering) -> None:
    def reply(number: int, asked: str) -> Reply:
        wake.wait(3)
        return 200, JSON, rows(1)

    wake = threading.Event()
    with answering(reply) as (address, _):
        start = time.monotonic()
        with pytest.raises(EndpointError, match="no answer within 1 seconds"):
            run_query("ASK { }", endpoint=Endpoint(address, timeout=1, retries=0))
        assert time.monotonic() - start < 2.5
        wake.set()


CREDENTIALS = [
    ({"user": "ann", "password": "pw"}, {}, "Basic YW5uOnB3", "given"),
    ({"token": "t0k"}, {}, "Bearer t0k", "a token"),
    ({}, {"KG_USER": "ann", "KG_PASSWORD": "pw"}, "Basic YW5uOnB3", "by the environment"),
    ({}, {"KG_TOKEN": "t0k"}, "Bearer t0k", "a token by the environment"),
    ({}, {}, "", "none: nothing is sent"),
]


@pytest.mark.parametrize(("given", "environment", "sent", "why"), CREDENTIALS)
def test_credentials_are_sent(
    answering: Answering,
    given: dict[str, str],
    environment: dict[str, str],
    sent: str,
    why: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    with answering(lambda number, asked: (200, JSON, rows(1))) as (address, asked):
        run_query("SELECT ?n WHERE { ?n ?p ?o }", endpoint=Endpoint(address, **given))
    assert asked[0][1] == sent, why


def test_who_wants_digest_gets_digest(answering: Answering) -> None:
    # as Virtuoso does: nothing is said of digest to who comes with basic authentication
    def reply(number: int, asked: str) -> Reply:
        return (200, JSON, rows(1)) if number == 3 else (401, "text/plain", 'Digest realm="SPARQL", nonce="n"')

    with answering(reply) as (address, asked):
        run_query("SELECT ?n WHERE { ?n ?p ?o }", endpoint=Endpoint(address, user="ann", password="pw"))
    assert [sent.partition(" ")[0] for _, sent, _ in asked] == ["Basic", "", "Digest"]
    assert 'username="ann"' in asked[2][1]


def test_parameters_of_an_address_are_kept(answering: Answering) -> None:
    with answering(lambda number, asked: (200, JSON, rows(1))) as (address, asked):
        run_query("SELECT ?n WHERE { ?n ?p ?o }", endpoint=f"{address}?default-graph-uri=urn%3Ag")
    path, _, parameters = asked[0][2].partition("?")
    assert path == "/sparql"
    assert urllib.parse.parse_qs(parameters)["default-graph-uri"] == ["urn:g"]
    assert "query" in urllib.parse.parse_qs(parameters)


def test_no_secret_stands_in_the_name_of_an_endpoint() -> None:
    shown = repr(Endpoint("http://x.example/", user="ann", password="hidden-1", token="hidden-2"))
    assert "ann" in shown
    assert "hidden" not in shown


def test_an_address_without_a_scheme_is_refused() -> None:
    with pytest.raises(EndpointError, match="begins with http"):
        Endpoint("localhost:7878")


# loading


def count(store: str, pattern: str = "?s ?p ?o") -> object:
    return run_query(f"SELECT (COUNT(*) AS ?n) WHERE {{ {pattern} }}", endpoint=f"{store}/query").rows[0][0]


def test_a_load_keeps_the_graphs_of_the_file(emptied: str, golden: LocalGraph) -> None:
    sent = load(GOLDEN, f"{emptied}/update", batch=37)
    assert sent == len(golden.graphs)
    assert count(emptied, "GRAPH ?g { ?s ?p ?o }") == sum(
        1 for quad in golden.graphs if "DEFAULT" not in str(quad.graph_name)
    )
    assert not list(GOLDEN.parent.glob("*.loading"))


def test_a_load_into_one_graph_puts_all_there(emptied: str, golden: LocalGraph) -> None:
    load(GOLDEN, f"{emptied}/update", graph="https://example.org/all")
    assert count(emptied, "GRAPH <https://example.org/all> { ?s ?p ?o }") == len(golden.union)


def test_hostile_text_arrives_as_it_is(emptied: str, tmp_path: Path) -> None:
    words = 'a"b\\c\nd\re\tf\u0001g "} ; DROP ALL # \\u0041 \U0001f600 {é}'
    literal = words.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\r", "\\r")
    file = tmp_path / "one.nt"
    file.write_text(f'<urn:s> <urn:p> "{literal}" .\n', newline="")
    load(file, f"{emptied}/update")
    assert run_query("SELECT ?o WHERE { <urn:s> <urn:p> ?o }", endpoint=f"{emptied}/query").rows == ((words,),)


def test_a_broken_load_goes_on_where_it_stopped(emptied: str, tmp_path: Path) -> None:
    file = tmp_path / "graph.nt"
    file.write_text("".join(f'<urn:s{number}> <urn:p> "{number}" .\n' for number in range(100)))

    def stop_after_four(triples: int) -> None:
        done.append(triples)
        if len(done) == 4:
            raise KeyboardInterrupt

    done: list[int] = []
    with pytest.raises(KeyboardInterrupt):
        load(file, f"{emptied}/update", batch=10, on_batch=stop_after_four)
    assert count(emptied) == 40
    assert load(file, f"{emptied}/update", batch=10) == 60
    assert count(emptied) == 100
    assert list(tmp_path.iterdir()) == [file]


def test_a_changed_file_is_loaded_from_its_beginning(emptied: str, tmp_path: Path) -> None:
    file = tmp_path / "graph.nt"
    file.write_text('<urn:s> <urn:p> "1" .\n<urn:s> <urn:p> "2" .\n')

    def stop(triples: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        load(file, f"{emptied}/update", batch=1, on_batch=stop)
    file.write_text('<urn:s> <urn:p> "3" .\n<urn:s> <urn:p> "2" .\n')
    assert load(file, f"{emptied}/update", batch=1) == 2
    assert load(file, f"{emptied}/update", batch=1, resume=False) == 2


def test_a_store_that_refuses_is_told_and_the_rest_waits(answering: Answering, tmp_path: Path) -> None:
    file = tmp_path / "graph.nt"
    file.write_text("".join(f'<urn:s{number}> <urn:p> "{number}" .\n' for number in range(30)))

    def reply(number: int, asked: str) -> Reply:
        return (200, "text/plain", "") if number in (1, 2, 4) else (401, "text/plain", "")

    with answering(reply) as (address, asked):
        with pytest.raises(EndpointError, match=r"HTTP 401.*--into IRI"):
            load(file, address, batch=10)
        assert load(file, address, batch=10) == 10
    assert len(asked) == 4
    assert asked[0][0] == "POST"


def test_what_cannot_be_loaded_is_told(tmp_path: Path) -> None:
    (tmp_path / "bad.nt").write_text("<urn:s> <urn:p> .\n")
    with pytest.raises(GraphError, match=r"bad\.nt: no graph that can be read"):
        load(tmp_path / "bad.nt", "http://127.0.0.1:9/")
    with pytest.raises(GraphError, match="there is no such file"):
        load(tmp_path / "none.nt", "http://127.0.0.1:9/")
    with pytest.raises(QueryError, match="no IRI for a graph"):
        load(GOLDEN, "http://127.0.0.1:9/", graph="my graph")
