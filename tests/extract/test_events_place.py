"""Where an event takes place: the words of place that are its own, and those that are not."""

from datetime import date

import pytest

from kg.extract.cast import find_cast
from kg.extract.events import find_events
from kg.extract.times import find_times


@pytest.fixture
def places_of(parse):
    """By the first words of each event, the name of its place (None: it has none)."""

    def read(text):
        parsed = parse(text, published=date(2019, 3, 13))
        cast = find_cast(parsed)
        return {
            parsed.words(event.trigger): None if event.place is None else cast.referents[event.place].name
            for event in find_events(parsed, cast, find_times(parsed))
        }

    return read


CASES = [
    # text, trigger, place, why
    ("A car bomb killed nine in Kabul's northern district of Khair Khana.", "killed", "Khair Khana", "what it names"),
    ("Rebels captured the town of Goma, 90 kilometres from Bukavu.", "captured", "Goma", "a distance is no place"),
    ("Two men were caught and beheaded in Raqqa.", "beheaded", "Raqqa", "its own"),
    ("Two women were abducted and beaten in Maiduguri.", "abducted", "Maiduguri", "what two verbs share"),
    ("The army resumed its offensive on Monday, shelling the town of Saraqib.", "offensive", "Saraqib", "what goes on"),
    ("The blast in Aden killed six soldiers.", "blast", "Aden", "a place of the noun"),
    (
        "Six people died in raids which the army had launched on the city of Homs.",
        "raids",
        "Homs",
        "a clause on the noun",
    ),
    ("In the port of Hodeidah, medics said jets bombed a market.", "bombed", "Hodeidah", "it opens the sentence"),
    ("Diplomats in Geneva said that rebels shelled a hospital.", "shelled", None, "where the speakers are"),
    ("Rebels shelled a hospital, according to officials in Ankara.", "shelled", None, "where the source is"),
    ("Rebels shelled a hospital, the army in Damascus says.", "shelled", None, "where the army speaks"),
    ("Rebels seized control of Idlib from the army in Hama province.", "seized control", "Idlib", "what is seized"),
    ("The fall of Idlib shook the capital Damascus.", "fall", "Idlib", "what falls"),
    (
        "Troops from Homs province advanced on the town of Palmyra.",
        "advanced",
        "Palmyra",
        "where they go, not where they are",
    ),
    ("In their push towards Raqqa, rebels shelled six villages.", "shelled", None, "only the way is told"),
    ("Students in Rome protested against the war in Iraq.", "protested", "Rome", "not what they protest against"),
    ("Rebels captured three villages south of Homs.", "captured", None, "not the town that they lie off"),
    ("Rebels captured the south of Homs.", "captured", "south of Homs", "but a part of it"),
    ("A bomb exploded in Syria's western city of Homs.", "exploded", "Homs", "a country only owns it"),
    (
        "The army used the Mosul offensive to hide its attack on the city of Homs.",
        "offensive",
        "Mosul",
        "right before it",
    ),
    ("The monitor, which follows the war in Syria, said that fighting raged.", "fighting", None, "what a speaker does"),
    ("The army carried out strikes in Syria and Iraq.", "strikes", None, "two countries are no one place"),
    ("Six soldiers were killed in clashes in Ras and Dael in Daraa province.", "clashes", "Daraa province", "both"),
]


@pytest.mark.parametrize(("text", "trigger", "place", "why"), CASES, ids=[case[0] for case in CASES])
def test_an_event_takes_place_where_its_own_words_say(places_of, text, trigger, place, why):
    found = places_of(text)
    assert found[trigger] == place, why
