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
        ("The army lifted its siege of Hajin on Tuesday.", (None, date(2021, 5, 4)), "until then"),
        ("Rebels broke the siege of Hajin on Tuesday.", (None, date(2021, 5, 4)), "until then, too"),
        ("Clashes broke out in Hajin on Tuesday.", (date(2021, 5, 4), DAY), "from then on"),
        ("Rebels will attack the town of Hajin.", None, "not told as happened: the day of the article bounds nothing"),
    ],
)
def test_the_day_of_the_article_bounds_what_happened(parse: Parse, text: str, expected: object, why: str) -> None:
    (event,) = (each for each in read(parse(text, published=DAY)).events if each.kind is not EventKind.OTHER)
    assert (event.when and (event.when.earliest, event.when.latest)) == expected, why


def test_a_war_lasts_from_its_beginning(parse: Parse) -> None:
    parsed = parse("Over 300 people have been killed in Goma since the conflict began in March 2019.", published=DAY)
    times = [(one.when.earliest, one.when.latest) for one in read(parsed).events if one.when is not None]
    assert times == [(date(2019, 3, 1), DAY)]


def test_what_is_stopped_is_not_told_of_the_day_on_which_it_stops(parse: Parse) -> None:
    reading = read(parse("Jets halted airstrikes on Hajin on Tuesday.", published=DAY))
    assert [event.kind for event in reading.events if event.kind is EventKind.AIRSTRIKE] == []


def test_an_article_without_a_date_bounds_nothing(parse: Parse) -> None:
    reading = read(parse("Rebels captured the town of Hajin."))
    assert all(event.when is None for event in bound_events(reading.events, reading.document))
    assert all(event.status is Status.HAPPENED for event in reading.events)


def test_the_day_that_the_text_bears_counts_more_than_that_of_the_metadata(parse: Parse) -> None:
    parsed = parse("Rebels captured the town of Hajin on Tuesday.", published=date(2019, 1, 2))
    parsed = replace(parsed, document=replace(parsed.document, printed=DAY))
    (event,) = read(parsed).events
    assert (event.when and event.when.latest) == date(2021, 5, 4)
