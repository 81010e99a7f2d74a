"""The whole way: the same bytes from the same articles, refusals that stop nobody, nothing half-written."""

import json
from pathlib import Path

import pytest

from kg.errors import ArticleError, GraphError, InputError
from kg.model import Document
from kg.pipeline import Options, build, read_articles
from kg.query import ask

TEXTS = Path(__file__).parents[1] / "texts"
FEW = ("kabul-airport.txt", "kidal-taken.txt", "saada-bus.txt")


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    folder = tmp_path / "articles"
    folder.mkdir()
    for name in FEW:
        (folder / name).write_bytes((TEXTS / name).read_bytes())
    return folder


def test_the_same_articles_in_another_order_give_the_same_bytes(articles: Path, tmp_path: Path) -> None:
    files = sorted(articles.iterdir())
    build(files, tmp_path / "one.ttl")
    build(files[::-1], tmp_path / "two.ttl")
    assert (tmp_path / "one.ttl").read_bytes() == (tmp_path / "two.ttl").read_bytes()


def test_two_processes_write_what_one_writes(articles: Path, tmp_path: Path) -> None:
    build([articles], tmp_path / "one.nq")
    build([articles], tmp_path / "two.nq", options=Options(jobs=2))
    assert (tmp_path / "one.nq").read_bytes() == (tmp_path / "two.nq").read_bytes()


def test_another_article_changes_the_bytes(articles: Path, tmp_path: Path) -> None:
    build([articles], tmp_path / "one.nq")
    (articles / FEW[0]).unlink()
    build([articles], tmp_path / "two.nq")
    assert (tmp_path / "one.nq").read_bytes() != (tmp_path / "two.nq").read_bytes()


def test_a_bad_article_is_told_and_the_others_go_on(articles: Path, tmp_path: Path) -> None:
    (articles / "broken.txt").write_bytes(b"\x00\x01\x02\x00" * 500)
    (articles / "empty.txt").write_text(" \n")
    refused: list[ArticleError] = []
    read: list[Document] = []
    summary = build([articles], tmp_path / "graph.ttl", on_refused=refused.append, on_article=read.append)
    assert summary.articles == len(read) == len(FEW)
    assert {Path(error.where).name for error in refused} == {"broken.txt", "empty.txt"}
    assert summary.refused == tuple(refused)


def test_no_article_at_all_is_an_error_and_writes_nothing(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_text("")
    with pytest.raises(InputError, match="no article"):
        build([tmp_path / "empty.txt"], tmp_path / "graph.ttl")
    assert not (tmp_path / "graph.ttl").exists()


def test_a_build_that_fails_leaves_the_old_graph_alone(
    articles: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "graph.ttl"
    target.write_text("old")

    def broken(*_: object, **__: object) -> None:
        raise RuntimeError("in the middle")

    monkeypatch.setattr("kg.pipeline.reading_quads", broken)
    with pytest.raises(RuntimeError):
        build([articles], target)
    assert target.read_text() == "old"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["articles", "graph.ttl"]


@pytest.mark.parametrize("base", ["not an iri", "http://example.org/no-end", "relative/"])
def test_a_base_that_can_not_begin_iris_is_told_before_the_work(articles: Path, tmp_path: Path, base: str) -> None:
    with pytest.raises(InputError):
        build([articles], tmp_path / "graph.ttl", options=Options(base=base))


def test_the_base_begins_every_thing(articles: Path, tmp_path: Path) -> None:
    build([articles], tmp_path / "graph.nt", options=Options(base="https://example.org/war/"))
    text = (tmp_path / "graph.nt").read_text("utf-8")
    assert "<https://example.org/war/actor/" in text
    assert "<https://w3id.org/conflict-kg/data/" not in text


def test_an_ending_that_tells_no_format_is_told_before_the_work(articles: Path, tmp_path: Path) -> None:
    with pytest.raises(GraphError, match="turtle"):
        build([articles], tmp_path / "graph.docx")


def test_what_one_article_yields_points_into_its_text() -> None:
    (reading,) = read_articles([TEXTS / "kabul-airport.txt"])
    text = reading.document.text
    assert reading.statements
    for statement in reading.statements:
        assert all(span.of(text).strip() for span in (*statement.content, *statement.cue, *statement.speaker))


def test_rows_are_read_as_files_are(tmp_path: Path) -> None:
    rows = tmp_path / "rows.jsonl"
    row = {"id": "row-1", "text": (TEXTS / "kidal-taken.txt").read_text("utf-8"), "published": "2023-11-15"}
    rows.write_text(json.dumps(row) + "\n{broken\n")
    summary = build([rows], tmp_path / "graph.ttl")
    assert (summary.articles, len(summary.refused)) == (1, 1)


def test_a_decision_of_yours_holds(tmp_path: Path) -> None:
    """Two spellings that nothing ties are left apart, told as open, and joined when you say so."""
    (tmp_path / "one.txt").write_text(
        "General Tarek Sabbagh said on Monday that rebels had captured the town of Hajin."
    )
    (tmp_path / "two.txt").write_text("General Tarek Sabagh said on Monday that soldiers had left the town of Hajin.")
    articles = [tmp_path / "one.txt", tmp_path / "two.txt"]

    def people(**choices: Path) -> list[object]:
        build(articles, tmp_path / "graph.nq", options=Options(**choices))
        return sorted(
            str(row["name"]) for row in ask("actors", tmp_path / "graph.nq").records() if row["type"] == "Person"
        )

    assert people(undecided=tmp_path / "open.tsv") == ["Tarek Sabagh", "Tarek Sabbagh"]
    assert "undecided\tactor\tTarek Saba" in (tmp_path / "open.tsv").read_text()
    (tmp_path / "mine.tsv").write_text("same\tactor\tTarek Sabbagh\tTarek Sabagh\tone general\n")
    assert len(people(decisions=tmp_path / "mine.tsv")) == 1
