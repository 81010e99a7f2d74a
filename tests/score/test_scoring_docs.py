"""What docs/scoring.md shows can be used, and leaves no value, layer or option out."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from least_gold import LAYERS_OF_LINES, LEAST, TEXT, WHOLE
from made_answers import COLUMNS, made_answers, made_gold, made_layers
from typer.main import get_command

from kg.cli.app import app
from kg.model import Span
from kg.score import Gold, Report, read_gold, score, score_answers
from kg.score.layers import SCORERS
from kg.score.well_formed import LISTS, NEEDED, VALUES

DOCS = (Path(__file__).parents[2] / "docs" / "scoring.md").read_text("utf-8")
ARTICLE, READ, INCIDENTS, ANSWERS = re.findall(r"```json\n(.*?)```", DOCS, flags=re.DOTALL)


@pytest.fixture
def gold(tmp_path: Path) -> Gold:
    (tmp_path / "articles.jsonl").write_text(ARTICLE, "utf-8")
    (tmp_path / "gold-tesh-1.json").write_text(READ, "utf-8")
    return read_gold(tmp_path)


def test_the_example_is_an_annotated_article(gold: Gold) -> None:
    (article,) = gold.articles
    whole = article.whole
    assert whole is not None
    sizes = (whole.actors, whole.affiliations, whole.places, whole.events, whole.statements, whole.figures)
    assert [len(rows) for rows in sizes] == [6, 1, 1, 2, 2, 2]
    for spans in (event.trigger for event in whole.events):
        assert len(spans) == 1  # in the text, not in the title, and in one place of it
    assert [said.spans for said in whole.statements] == [(Span(94, 140),), (Span(187, 203),)]


def test_the_groups_of_the_example_are_of_its_form() -> None:
    (group,) = json.loads(INCIDENTS)
    assert [set(member) for member in group["members"]] == [{"doc", "event"}] * 2


def figures(report: Report, layer: str, measure: str) -> tuple[Any, ...]:
    row = report.row(layer, measure)
    assert row is not None
    return (row.precision, row.recall, row.f1)


def test_the_answers_of_the_example_score_as_it_says(gold: Gold, tmp_path: Path) -> None:
    path = tmp_path / "answers.json"
    path.write_text(ANSWERS, "utf-8")
    report = score_answers(gold, path)
    assert figures(report, "statements", "content") == (1, 0.5, pytest.approx(2 / 3))
    assert figures(report, "statements", "content + speaker") == (1, 0.5, pytest.approx(2 / 3))
    assert figures(report, "figures", "claim") == (0.5, 0.5, 0.5)
    text = gold.articles[0].text
    for rows in json.loads(ANSWERS).values():
        for row in rows:
            spans = [row[column] for column in row if column.endswith("_spans")]
            spans += [f"{row['start']}-{row['end']}"] if "start" in row else []
            cut = [text[slice(*map(int, span.split("-")))] for span in spans]
            assert all(words == words.strip() and words for words in cut), cut


def test_every_value_field_and_column_is_told() -> None:
    told = set(re.findall(r"`([^`\n]+)`", DOCS))
    for (table, key), values in VALUES.items():
        assert set(values) <= told, (table, key)
    for fields in (*NEEDED.values(), *LISTS.values()):
        assert set(fields) <= told
    columns = {column for names in COLUMNS.values() for column in names.split()}
    table = DOCS.partition("| question | what the layers read")[2].partition("\n\n")[0]
    shown = set(re.findall(r"`(\w+)`", table))
    assert shown - columns - {"documents", *COLUMNS} == set()


def sections() -> dict[str, str]:
    """How each layer is measured, in one line each."""
    measured = DOCS.partition("## How each layer is measured")[2].partition("\n## ")[0]
    found = re.findall(r"### (\w+)\n(.*?)(?=\n### |\Z)", measured, flags=re.DOTALL)
    return {layer: " ".join(words.split()) for layer, words in found}


def test_every_layer_is_told_with_its_gold() -> None:
    fields = DOCS.partition("## Articles with layers of spans")[2].partition("\n## ")[0]
    for scorer in SCORERS:
        assert f"*{scorer.data}*" in sections()[scorer.layer], (scorer.layer, scorer.data)
        if scorer.data != "articles":
            assert f"| {scorer.layer} | {scorer.data} |" in fields


def is_told(measure: str, told: set[str]) -> bool:
    """Is the measure told by its name, or what it begins with and what follows: `claim`, and then `event`?"""
    rests = (measure.removeprefix(f"{first}{sign}") for first in told for sign in (" + ", ", "))
    return measure in told or any(is_told(rest, told) for rest in rests if rest != measure)


def test_every_measure_is_told(tmp_path: Path) -> None:
    golds = [made_gold(tmp_path, {"a": TEXT}, {"a": WHOLE}, incidents=[])]
    golds += [made_layers(tmp_path, TEXT, **layers) for layers in LAYERS_OF_LINES]
    located = {
        "places": [{"place": "x2", "name": "road", "latitude": 1.5, "longitude": 2.5}]
    }  # so that there is a distance
    rows = [row for gold in golds for row in score(gold, made_answers(**{**LEAST, **located})).rows()]
    assert "km error" in {row.measure for row in rows}
    told = {layer: set(re.findall(r"`([^`]+)`", words)) for layer, words in sections().items()}
    missing = {(row.layer, row.data, row.measure) for row in rows if not is_told(row.measure, told[row.layer])}
    assert missing == set()


def test_every_option_is_told() -> None:
    command = get_command(app).commands["score"]  # type: ignore[attr-defined] # a group: it has them
    options = {option for parameter in command.params for option in (*parameter.opts, *parameter.secondary_opts)}
    told = set(re.findall(r"--?[a-z][a-z-]*", DOCS))
    assert options - {"gold", "--help", "-h", "--classes"} <= told
