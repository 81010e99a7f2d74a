"""Scoring the answers of any system, read from a file."""

import json
from pathlib import Path

import pytest
from made_answers import made_gold

from kg.errors import InputError
from kg.score import score_answers, score_graph
from kg.score.run import read_answers

TEXT = "The army said the road is shut."
READ = {"statements": [{"id": "s1", "content": "the road is shut"}]}


def written(tmp_path: Path, value: object) -> Path:
    path = tmp_path / "answers.json"
    path.write_text(json.dumps(value), "utf-8")
    return path


def test_columns_and_questions_that_the_file_lacks_are_empty(tmp_path: Path) -> None:
    ask = read_answers(written(tmp_path, {"documents": [{"document": "x1", "source_id": "a"}]}))
    (row,) = ask("documents")
    assert (row["source_id"], row["title"]) == ("a", None)
    assert ask("statements") == []


def test_the_least_that_another_system_can_tell(tmp_path: Path) -> None:
    answers = {
        "documents": [{"document": "x1", "source_id": "a"}],
        "statements": [{"document": "x1", "content": "the road is shut"}],
    }
    report = score_answers(made_gold(tmp_path, {"a": TEXT}, {"a": READ}), written(tmp_path, answers))
    row = report.row("statements", "content")
    assert row is not None
    assert (row.precision, row.recall) == (1, 1)
    wrong = report.row("statements", "content + mode")  # it tells no mode
    assert wrong is not None
    assert wrong.recall == 0


def test_an_answer_without_anything_misses_everything(tmp_path: Path) -> None:
    report = score_answers(made_gold(tmp_path, {"a": TEXT}, {"a": READ}), written(tmp_path, {}))
    row = report.row("statements", "content")
    assert row is not None
    assert (row.precision, row.recall) == (None, 0)


@pytest.mark.parametrize("value", [[], None, {"statements": {}}, {"statements": ["said"]}])
def test_answers_of_another_shape_are_refused(tmp_path: Path, value: object) -> None:
    with pytest.raises(InputError, match="not an object that holds a list of rows"):
        read_answers(written(tmp_path, value))


def test_answers_that_can_not_be_read(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="can't be read"):
        read_answers(tmp_path / "nowhere.json")
    (tmp_path / "broken.json").write_text("{", "utf-8")
    with pytest.raises(InputError, match="can't be read"):
        read_answers(tmp_path / "broken.json")


def test_a_graph_of_other_articles_misses_everything(tmp_path: Path) -> None:
    gold = made_gold(tmp_path, {"a": TEXT}, {"a": READ})
    golden = Path(__file__).parents[1] / "query" / "golden.trig"
    report = score_graph(gold, golden, layers=["statements"])
    row = report.row("statements", "content")
    assert row is not None
    assert (row.told, row.recall) == (0, 0)
