"""What is told as happened was not later than the article; what is not told so has no such bound."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from kg.extract.events_bounds import bound_events
from kg.extract.read import read
from kg.model import EventKind, Status
from kg.nlp import Parsed

Parse = Callable[..., Parsed]
DAY = date(2021, 5, 7)


@pytest.mark.parametrize(
    ("text", "expected", "why"),
    [
        ("Rebels captured the town of Hajin.", (None, DAY), "told as happened"),
        ("Rebels captured the town of Hajin on Tuesday.", (date(2021, 5, 4), date(2021, 5, 4)), "its own time stays"),
        ("Rebels will attack the town of Hajin.", None, "not told as happened: the day of the article bounds nothing"),
    ],
)
def test_the_day_of_the_article_bounds_what_happened(parse: Parse, text: str, expected: object, why: str) -> None:
    (event,) = (each for each in read(parse(text, published=DAY)).events if each.kind is not EventKind.OTHER)
    assert (event.when and (event.when.earliest, event.when.latest)) == expected, why


def test_an_article_without_a_date_bounds_nothing(parse: Parse) -> None:
    reading = read(parse("Rebels captured the town of Hajin."))
    assert all(event.when is None for event in bound_events(reading.events, reading.document))
    assert all(event.status is Status.HAPPENED for event in reading.events)


def test_the_day_that_the_text_bears_counts_more_than_that_of_the_metadata(parse: Parse) -> None:
    parsed = parse("Rebels captured the town of Hajin on Tuesday.", published=date(2019, 1, 2))
    parsed = replace(parsed, document=replace(parsed.document, printed=DAY))
    (event,) = read(parsed).events
    assert (event.when and event.when.latest) == date(2021, 5, 4)
