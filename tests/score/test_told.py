"""The answers of a graph as values by article."""

from typing import Any

import pytest
from made_answers import at, made_answers, mention, no_answers

from kg.errors import InputError
from kg.model import Span
from kg.score.told import read_told, spans_of, values_of

TEXT = "The Greens shelled Tesh. The group left, Mara Ode said."
GREENS = {"actor": "x1", "name": "Green Brigade", "type": "ArmedGroup", "aliases": "GB | the Greens"}


@pytest.mark.parametrize(
    ("cell", "expected"),
    [("12-19;25-40", (Span(12, 19), Span(25, 40))), ("3-4", (Span(3, 4),)), ("", ()), (None, ())],
)
def test_the_spans_of_a_cell(cell: str | None, expected: tuple[Span, ...]) -> None:
    assert spans_of(cell) == expected


def test_the_values_of_a_cell() -> None:
    assert values_of("GB | the Greens") == ("GB", "the Greens")
    assert values_of("A|B") == ("A|B",)  # a bar without spaces belongs to the name
    assert values_of(None) == values_of("") == ()


def test_each_row_goes_to_its_article() -> None:
    told = read_told(
        made_answers(
            {"d:a": "a", "d:b": "b"},
            figures=[
                {"figure": "f1", "kind": "killed", "low": 2, "document": "d:b", **at(TEXT, "shelled")},
                {"figure": "f2", "kind": "wounded", "document": "d:a", **at(TEXT, "Tesh")},
            ],
        )
    )
    assert [figure.iri for figure in told.article("a").figures] == ["f2"]
    assert [(figure.low, figure.high) for figure in told.article("b").figures] == [(2, None)]
    assert told.article("a").figures[0].span == Span(19, 23)


def test_an_article_that_the_graph_does_not_have_tells_nothing() -> None:
    article = read_told(no_answers()).article("a")
    assert (article.id, article.statements, article.mentions) == ("a", (), ())


def test_the_names_of_a_thing_are_its_aliases_and_the_words_of_this_article() -> None:
    told = read_told(
        made_answers(
            {"d:a": "a", "d:b": "b"},
            actors=[GREENS],
            mentions=[
                {**mention(TEXT, "The group", iri="x1", name="Green Brigade"), "document": "d:a"},
                {**mention(TEXT, "Mara Ode", iri="x2", name="Mara Ode"), "document": "d:a"},
            ],
        )
    )
    here, elsewhere = told.article("a"), told.article("b")
    assert told.names(here, "x1") == {"green brigade", "gb", "greens", "group"}
    assert told.names(elsewhere, "x1") == {"green brigade", "gb", "greens"}
    assert told.names(here, "x2") == {"mara ode"}  # told by a mention only
    assert told.names(here, None) == frozenset()
    # some questions give a thing by its label
    assert told.names_by_label(here, "Green Brigade") == {"green brigade", "gb", "greens", "group"}
    assert told.names_by_label(elsewhere, "Green Brigade") == {"green brigade"}
    assert told.names_by_label(here, None) == frozenset()


def test_a_report_has_the_kind_of_its_event() -> None:
    told = read_told(
        made_answers(
            events=[{"event": "e1", "kind": "shelling", "weapon": "mortar"}],
            reports=[
                {"event": "e1", "words": "shelled", "agents": "Ode | the Greens", **at(TEXT, "shelled")},
                {"event": "e2", "words": "left", **at(TEXT, "left")},  # an event that `events` does not have
            ],
        )
    )
    one, two = told.article("a").reports
    assert (one.kind, one.weapon, one.agents) == ("shelling", ("mortar",), ("Ode", "the Greens"))
    assert (two.kind, two.weapon, two.agents) == ("other", (), ())


def test_only_the_questions_that_are_needed_are_asked() -> None:
    asked = []

    def ask(question: str) -> list[dict[str, Any]]:
        asked.append(question)
        return []

    read_told(ask, ["statements"])
    assert asked == ["documents", "statements"]


def test_two_articles_of_one_source_id_are_refused() -> None:
    with pytest.raises(InputError, match="same source_id"):
        read_told(made_answers({"d:1": "a", "d:2": "a"}))


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ({"start": None, "end": None}, "mentions: a row can't be used"),
        ({"start": 5, "end": 5}, "mentions: a row can't be used: not a span: 5-5"),
        ({"start": 0, "end": 3, "document": "d:z"}, "mentions: the document d:z is not among the documents"),
    ],
)
def test_a_row_that_can_not_be_used_is_refused(row: dict[str, Any], told: str) -> None:
    with pytest.raises(InputError, match=told):
        read_told(made_answers(mentions=[row]))


def test_spans_that_are_none_are_refused() -> None:
    with pytest.raises(InputError, match="statements: a row can't be used"):
        read_told(made_answers(statements=[{"statement": "s", "content_spans": "here"}]))


def test_an_answer_that_lacks_a_column_is_refused() -> None:
    with pytest.raises(InputError, match="lacks the column 'source_id'"):
        read_told(lambda _: [{"document": "d:a"}])
