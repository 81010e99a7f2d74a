"""A reading as JSON: spans carry their words, nothing is lost, and anything unknown is refused."""

import json
from collections.abc import Callable
from dataclasses import fields, replace
from datetime import date

import pytest

from kg.extract.read import read
from kg.model import Reading
from kg.nlp import Parsed
from kg.publish.reading_json import to_json_values

TEXT = "Rebels captured the town of Hajin on Tuesday, killing 12 soldiers, a commander said."


@pytest.fixture(scope="module")
def reading(parse: Callable[..., Parsed]) -> Reading:
    return read(parse(TEXT, published=date(2021, 5, 7)))


def test_every_part_of_a_reading_is_told(reading: Reading) -> None:
    values = to_json_values(reading)
    assert set(values) == {field.name for field in fields(reading)}
    assert json.loads(json.dumps(values)) == values


def test_a_span_carries_its_words(reading: Reading) -> None:
    (figure,) = to_json_values(reading)["figures"]
    span = figure["span"]
    assert TEXT[span["start"] : span["end"]] == span["words"]
    assert figure["kind"] == "killed"


def test_days_are_iso_days(reading: Reading) -> None:
    assert to_json_values(reading)["document"]["published"] == "2021-05-07"


def test_what_has_no_json_is_refused(reading: Reading) -> None:
    with pytest.raises(TypeError, match="object"):
        to_json_values(replace(reading, mentions=(object(),)))
