"""The named questions, asked of the sample texts: what a careful reader answers, and what must not be there."""

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from kg.pipeline import build
from kg.query import LocalGraph, ask, questions

TEXTS = Path(__file__).parents[2] / "texts"
EXPECTED = tomllib.loads(Path(__file__).with_name("expected.toml").read_text("utf-8"))
Row = dict[str, Any]


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> LocalGraph:
    path = tmp_path_factory.mktemp("sample") / "graph.nq"
    build([TEXTS], path)
    return LocalGraph(path)


@pytest.fixture(scope="session")
def answers(sample: LocalGraph) -> dict[str, list[Row]]:
    found = {name: ask(name, sample).records() for name in EXPECTED}
    files = {row["document"]: row["source_id"] for row in found["documents"]}
    for rows in found.values():
        for row in rows:
            for column in ("document", "document_a", "document_b"):
                if column in row:
                    row[column] = files.get(row[column], row[column])
    return found


def expectations(side: str) -> Iterator[Any]:
    for name, sides in EXPECTED.items():
        for number, row in enumerate(sides.get(side, ())):
            yield pytest.param(name, row, id=f"{name}-{number}")


def agrees(row: Row, wanted: Row) -> bool:
    return all(_is(row[column], value) for column, value in wanted.items())


def _is(cell: Any, value: Any) -> bool:
    if isinstance(value, list):
        return any(_is(cell, each) for each in value)
    return cell is None if value == "" and not isinstance(cell, str) else cell == value


@pytest.mark.parametrize(("name", "wanted"), list(expectations("has")))
def test_a_row_that_a_reader_expects_is_there(answers: dict[str, list[Row]], name: str, wanted: Row) -> None:
    assert any(agrees(row, wanted) for row in answers[name]), wanted


@pytest.mark.parametrize(("name", "unwanted"), list(expectations("never")))
def test_a_row_that_must_not_be_there_is_not(answers: dict[str, list[Row]], name: str, unwanted: Row) -> None:
    assert answers[name], "a question without any row shows nothing"
    assert set(unwanted) <= set(answers[name][0]), "a misspelt column would make this test pass for ever"
    assert [row for row in answers[name] if agrees(row, unwanted)] == []


def test_every_question_has_rows_that_must_and_rows_that_must_not_be_there() -> None:
    contract = {
        "documents", "actors", "affiliations", "relations", "places", "mentions", "battles", "events", "reports",
        "statements", "figures", "disagreements", "corroboration", "evidence", "timeline",
    }  # fmt: skip
    assert contract <= set(EXPECTED)
    assert contract <= set(questions())
    assert all(sides["has"] and sides["never"] for sides in EXPECTED.values())
