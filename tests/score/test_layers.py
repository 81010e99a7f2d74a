"""Which layers are scored by which gold."""

from pathlib import Path
from typing import Any

import pytest
from least_gold import LAYERS_OF_LINES, LEAST, TEXT, WHOLE
from made_answers import made_answers, made_gold, made_layers, no_answers

from kg.errors import InputError
from kg.query import questions
from kg.score import LAYERS, Report, read_report, score, scorers_for, to_json
from kg.score.layers import SCORERS
from kg.score.told import QUESTIONS


def test_articles_annotated_whole_have_all_layers_of_articles(tmp_path: Path) -> None:
    able = scorers_for(made_gold(tmp_path, {"a": TEXT}, {"a": {}}, incidents=[]))
    assert {"statements", "figures", "events", "actors", "places", "dates"} <= {scorer.layer for scorer in able}
    assert {scorer.data for scorer in able} == {"articles"}


def test_a_layer_may_be_chosen(tmp_path: Path) -> None:
    gold = made_gold(tmp_path, {"a": TEXT}, {"a": {}})
    assert [scorer.layer for scorer in scorers_for(gold, ["figures", "statements"])] == ["statements", "figures"]


@pytest.mark.parametrize(
    ("layer", "rows", "expected"),
    [
        ("attributions", [{"content": [[4, 8]], "cue": [], "source": []}], ("statements", "attributions")),
        ("places", [{"start": 4, "end": 8, "name": "army", "lat": None, "lon": None}], ("places", "coordinates")),
    ],
)
def test_lines_have_the_layers_that_they_give(tmp_path: Path, layer: str, rows: list, expected: tuple) -> None:
    able = scorers_for(made_layers(tmp_path, TEXT, **{layer: rows}))
    assert expected in [(scorer.layer, scorer.data) for scorer in able]
    assert "articles" not in [scorer.data for scorer in able]


def test_a_layer_that_there_is_not_is_refused_with_those_there_are(tmp_path: Path) -> None:
    gold = made_gold(tmp_path, {"a": TEXT}, {"a": {}})
    with pytest.raises(InputError) as refused:
        scorers_for(gold, ["statments"])
    assert str(refused.value) == f"there is no layer statments; there are {', '.join(LAYERS)}"


def test_a_layer_that_the_gold_has_nothing_for_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="layers holds no gold for figures; it has gold for: statements"):
        scorers_for(made_layers(tmp_path, TEXT, attributions=[{"content": [[4, 8]]}]), ["figures"])
    with pytest.raises(InputError, match="holds no gold for any layer; it has gold for: none"):
        scorers_for(made_layers(tmp_path, TEXT))


def test_scorers_read_questions_that_there_are() -> None:
    for scorer in SCORERS:
        assert set(scorer.questions) <= set(QUESTIONS) <= set(questions()), (scorer.layer, scorer.data)


def test_a_graph_is_asked_once_for_all_layers(tmp_path: Path) -> None:
    asked = []
    answers = made_answers()

    def ask(question: str):
        asked.append(question)
        return answers(question)

    score(made_gold(tmp_path, {"a": TEXT}, {"a": {}}), ask)
    assert len(asked) == len(set(asked))


def test_an_empty_graph_and_an_empty_gold_have_no_figures_in_any_layer(tmp_path: Path) -> None:
    report = score(made_gold(tmp_path, {"a": TEXT}, {"a": {}}, incidents=[]), no_answers())
    assert {(row.precision, row.recall, row.f1, row.median) for row in report.rows()} == {(None, None, None, None)}


def test_the_same_gold_and_answers_give_the_same_report(tmp_path: Path) -> None:
    gold = made_gold(tmp_path, {"a": TEXT}, {"a": {"statements": [{"id": "s1", "content": "the road is shut"}]}})
    assert score(gold, no_answers()) == score(gold, no_answers())


def test_a_system_that_tells_little_is_scored_in_every_layer(tmp_path: Path) -> None:
    scored = set()
    golds = [made_gold(tmp_path, {"a": TEXT}, {"a": WHOLE}, incidents=[])]
    golds += [made_layers(tmp_path, TEXT, **layers) for layers in LAYERS_OF_LINES]
    for gold in golds:
        report = score(gold, made_answers(**LEAST))
        scored |= {(layer.layer, layer.data) for layer in report.layers if layer.rows}
        assert read_back(tmp_path, report) == report
    assert scored == {(scorer.layer, scorer.data) for scorer in SCORERS}


def read_back(tmp_path: Path, report: Report) -> Report:
    (tmp_path / "run.json").write_text(to_json(report), "utf-8")
    return read_report(tmp_path / "run.json")


@pytest.mark.parametrize("layers", LAYERS_OF_LINES, ids=lambda layers: " and ".join(layers))
@pytest.mark.parametrize("broken", [5, "x", [5], [[900, 901]], [{"content": 5}], {"a": 1}])
def test_a_layer_that_can_not_be_used_is_refused_with_its_article(
    tmp_path: Path, layers: dict[str, Any], broken: Any
) -> None:
    for name in layers:
        if name in ("topic", "confidence"):
            continue
        try:
            score(made_layers(tmp_path, TEXT, **{**layers, name: broken}), made_answers())
        except InputError as refused:
            # either it is no gold at all, or it is told which article has what
            assert "article a" in str(refused) or "holds no gold" in str(refused), refused
        else:
            pytest.fail(f"{name} {broken!r} was taken as gold")
