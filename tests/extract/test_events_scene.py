"""Fighting without a place of its own goes on at the scene of the lead, or nowhere that is known."""

from datetime import date

import pytest

from kg.extract.cast import find_cast
from kg.extract.events import find_events
from kg.extract.times import find_times

LEAD = "Islamic State fighters attacked Syrian soldiers in Palmyra overnight. "


@pytest.fixture
def last_of(parse):
    """The words, the place and the days of the last event of a text."""

    def read(text):
        parsed = parse(text, published=date(2019, 3, 13))
        cast = find_cast(parsed)
        event = find_events(parsed, cast, find_times(parsed))[-1]
        place = None if event.place is None else cast.referents[event.place].name
        days = None if event.when is None else (str(event.when.earliest), str(event.when.latest))
        return parsed.words(event.trigger), place, days

    return read


CASES = [
    # what follows the lead, the words, place and days of the last event, why
    ("Clashes went on into the afternoon.", "Clashes", "Palmyra", ("2019-03-12", "2019-03-13"), "the day of the news"),
    ("Heavy fighting continued.", "fighting", "Palmyra", None, "the place, but no word of the day"),
    ("Jets bombed the city of Homs. Fighting continued.", "Fighting", None, None, "the scene has moved"),
    ("Clashes, he said in Ankara, went on.", "Clashes", None, None, "another place stands there"),
    ("Boko Haram launched a raid.", "raid", None, None, "other fighters"),
]


@pytest.mark.parametrize(("more", "words", "place", "days", "why"), CASES, ids=[case[0] for case in CASES])
def test_only_fighting_that_goes_on_has_the_place_of_the_lead(last_of, more, words, place, days, why):
    assert last_of(LEAD + more) == (words, place, days), why
