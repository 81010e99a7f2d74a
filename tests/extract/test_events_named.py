"""What is told of a village, a quarter or a base without its name has the one that is named soon after."""

from datetime import date

import pytest

from kg.extract.cast import find_cast
from kg.extract.events import find_events
from kg.extract.times import find_times


@pytest.fixture
def first_of(parse):
    """The name of the place of the first event of a text."""

    def read(text):
        parsed = parse(text, published=date(2019, 3, 13))
        cast = find_cast(parsed)
        event = find_events(parsed, cast, find_times(parsed))[0]
        return None if event.place is None else cast.referents[event.place].name

    return read


LEAD = "Jets bombed a village near Homs on Monday, killing six people."
CASES = [
    # text, place, why
    (f"{LEAD} Residents fled from the village of Dael at once.", "Dael", "the village named next"),
    (f"{LEAD} The village of Dael lies on a hill.", "Dael", "whatever is said of it"),
    (f"{LEAD} The city of Aleppo was calm.", "Homs", "a city is no village"),
    (f"{LEAD} Elsewhere rebels shelled the village of Dael.", "Homs", "another place"),
    ("Jets bombed the city of Homs on Monday. The village of Dael was calm.", "Homs", "a name is told at once"),
    (
        "A bomb killed six people in a district of Aleppo. The blast hit the Sukkari district at noon.",
        "Sukkari",
        "a part",
    ),
]


@pytest.mark.parametrize(("text", "place", "why"), CASES, ids=[case[-1] for case in CASES])
def test_an_unnamed_place_has_the_name_told_soon_after(first_of, text, place, why):
    assert (first_of(text) or "").removesuffix(" district") == place, why
