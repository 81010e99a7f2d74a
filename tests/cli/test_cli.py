"""The command line as a user types it."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from typed_command import ROOT, kg

TEXT = ROOT / "texts" / "kabul-airport.txt"


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("cli") / "graph.trig"
    done = kg("build", TEXT, "-o", path)
    assert done.returncode == 0, done.stderr
    assert "1 articles" in done.stderr
    return path


def test_help_has_an_example_for_each_command() -> None:
    for command in ("build", "read", "ask", "query", "explain", "info", "check", "load"):
        done = kg(command, "--help")
        assert done.returncode == 0
        assert f"Example: kg {command}" in done.stdout


def test_help_does_not_wait_for_the_language_library() -> None:
    slow = "'spacy', 'rdflib', 'pyoxigraph', 'pyshacl', 'owlready2', 'trafilatura'"
    code = f"import sys, kg.cli; sys.exit(any(name in sys.modules for name in ({slow})))"
    assert subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=False).returncode == 0


def test_ask_prints_json_with_exactly_the_columns(graph: Path) -> None:
    done = kg("ask", "documents", "--graph", graph, "--format", "json")
    (row,) = json.loads(done.stdout)
    assert list(row) == ["document", "source_id", "title", "published", "publisher", "author"]
    assert row["source_id"] == "kabul-airport.txt"


def test_ask_prints_csv_and_a_table(graph: Path) -> None:
    assert kg("ask", "documents", "-g", graph, "-f", "csv").stdout.startswith("document,source_id,title")
    assert "kabul-airport.txt" in kg("ask", "documents", "-g", graph).stdout


def test_ask_without_a_name_lists_the_questions() -> None:
    assert "disagreements" in kg("ask").stdout


def test_only_some_columns_and_rows(graph: Path) -> None:
    done = kg("ask", "mentions", "-g", graph, "-f", "json", "--columns", "words,type", "--limit", "2")
    assert [list(row) for row in json.loads(done.stdout)] == [["words", "type"]] * 2
    assert kg("ask", "mentions", "-g", graph, "--columns", "wrods").returncode == 2


def test_query_reads_sparql_from_standard_input(graph: Path) -> None:
    done = kg("query", "-", "-g", graph, "-f", "json", given="SELECT (1 + 1 AS ?two) {}")
    assert json.loads(done.stdout) == [{"two": 2}]
    broken = kg("query", "-", "-g", graph, given="SELEKT")
    assert (broken.returncode, "does not parse" in broken.stderr) == (2, True)


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("ask", "batles"), "battles"),  # a misspelt question: the near one is named
        (("ask", "battles", "-g", "nowhere.ttl"), "nowhere.ttl"),
        (("build", "nowhere.txt", "-o", "graph.ttl"), "nowhere.txt"),
        (("build", TEXT, "-o", "graph.docx"), "turtle"),
        (("build", TEXT, "-o", "graph.ttl", "--model", "no_such_model"), "no_such_model"),
        (("check", "nowhere.ttl"), "nowhere.ttl"),
    ],
)
def test_a_usual_mistake_gives_a_message_and_exit_code_2(tmp_path: Path, arguments: tuple[str, ...], told: str) -> None:
    if arguments[0] == "ask" and "-g" not in arguments:
        (tmp_path / "graph.nt").write_text("")
        arguments = (*arguments, "-g", "graph.nt")
    done = kg(*arguments, cwd=tmp_path)
    assert done.returncode == 2
    assert told in done.stderr
    assert "Traceback" not in done.stderr


def test_a_graph_that_keeps_its_promises_passes_the_check(graph: Path) -> None:
    done = kg("check", graph, TEXT)
    assert done.returncode == 0, done.stderr


def test_a_changed_article_breaks_the_check(graph: Path, tmp_path: Path) -> None:
    broken = tmp_path / "broken.trig"
    broken.write_text(graph.read_text("utf-8").replace('"Taliban"', '"Talibam"'), "utf-8")
    assert kg("check", broken, TEXT).returncode == 1


def test_explain_shows_rule_and_words(graph: Path) -> None:
    done = kg("explain", "actor/taliban", TEXT, "--graph", graph)
    assert done.returncode == 0, done.stderr
    assert "Taliban" in done.stdout
    assert "mentions." in done.stdout


def test_read_prints_json_whose_spans_cut_their_words() -> None:
    done = kg("read", TEXT)
    reading = json.loads(done.stdout)
    text = TEXT.read_text("utf-8")
    assert reading["statements"]
    for mention in reading["mentions"]:
        span = mention["span"]
        assert text[span["start"] : span["end"]] == span["words"]


def test_standard_input_is_an_article(tmp_path: Path) -> None:
    done = kg("build", "-", "-o", tmp_path / "graph.ttl", given=TEXT.read_text("utf-8"))
    assert done.returncode == 0, done.stderr


def test_quiet_says_nothing(tmp_path: Path) -> None:
    done = kg("build", TEXT, "-o", tmp_path / "graph.ttl", "--quiet")
    assert (done.stdout, done.stderr) == ("", "")


def test_strict_ends_with_2_when_an_article_was_refused(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_text("")
    assert kg("build", TEXT, tmp_path / "empty.txt", "-o", tmp_path / "graph.ttl").returncode == 0
    assert kg("build", TEXT, tmp_path / "empty.txt", "-o", tmp_path / "graph.ttl", "--strict").returncode == 2


def test_version() -> None:
    assert kg("--version").stdout.startswith("kg ")
