"""Spans out of raw layers, and what is refused."""

from collections.abc import Callable
from typing import Any

import pytest

from kg.errors import InputError
from kg.model import Span
from kg.score.gold import GoldArticle
from kg.score.raw_spans import rows_of, to_span, to_spans

TEXT = "ten letter"


def article(**layers: Any) -> GoldArticle:
    return GoldArticle("a", TEXT, {}, None, layers)


def test_spans_are_given_left_to_right() -> None:
    assert to_spans("here", [[4, 10], [0, 3]], TEXT) == (Span(0, 3), Span(4, 10))


@pytest.mark.parametrize("value", [None, []], ids=["null", "empty"])
def test_no_spans(value: Any) -> None:
    assert to_spans("here", value, TEXT) == ()


@pytest.mark.parametrize(
    ("read", "value"),
    [
        (to_span, None),
        (to_span, [1]),
        (to_span, [3, 3]),
        (to_span, [-1, 3]),
        (to_span, [0, 11]),
        (to_span, ["0", "3"]),
        (to_span, [0, 3, 5]),
        (to_spans, "0-3"),
        (to_spans, [0, 3]),
        (to_spans, [[0, 3], [9, 4]]),
    ],
)
def test_what_is_no_span_is_refused_with_its_place(read: Callable[[str, Any, str], Any], value: Any) -> None:
    with pytest.raises(InputError, match="article a, layer 1"):
        read("article a, layer 1", value, TEXT)


def test_rows_are_named_by_number() -> None:
    assert [where for where, _ in rows_of(article(events=[{}, {}]), "events")] == [
        "article a, events 1",
        "article a, events 2",
    ]


@pytest.mark.parametrize("rows", [{"a": 1}, ["a"], [None], 3])
def test_rows_that_are_no_objects_are_refused(rows: Any) -> None:
    with pytest.raises(InputError, match="article a, events"):
        list(rows_of(article(events=rows), "events"))
