"""Days that are told from another event."""

from datetime import date

import pytest

from kg.extract.cast import find_cast
from kg.extract.events import find_events
from kg.extract.times import find_times
from kg.resources import read_rules

CASES = [
    # text, the words of the event, its days, why
    (
        "Rebels entered Goma on Monday. The retreat came six days after an air strike killed nine people in Goma.",
        "air strike",
        ("2019-03-05", "2019-03-05"),
        "six days before the day of the news",
    ),
    (
        "Rebels attacked Goma on Monday, two days after a bombing in Bukavu.",
        "bombing",
        ("2019-03-09", "2019-03-09"),
        "two days before its own day",
    ),
    (
        "Rebels attacked Goma on Monday, two weeks after a bombing in Bukavu.",
        "bombing",
        ("2019-02-22", "2019-02-28"),
        "weeks leave three days on each side",
    ),
    (
        "Families fled Goma on Monday, just a day after deadly airstrikes on a clinic.",
        "airstrikes",
        ("2019-03-10", "2019-03-10"),
        "'a' day is one",
    ),
    ("Rebels attacked Goma two days after a bombing in Bukavu.", "bombing", None, "neither day is known"),
]


@pytest.mark.parametrize(("text", "words", "days", "why"), CASES, ids=[case[-1] for case in CASES])
def test_an_event_is_dated_from_another(parse, text, words, days, why):
    parsed = parse(text, published=date(2019, 3, 13))
    events = find_events(parsed, find_cast(parsed), find_times(parsed))
    (when,) = (event.when for event in events if parsed.words(event.trigger) == words)
    assert (None if when is None else (str(when.earliest), str(when.latest))) == days, why
    assert when is None or when.rule in read_rules()
