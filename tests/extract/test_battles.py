"""The fighting for one place as one battle, with sides and parts."""

from datetime import date

import pytest

from kg.extract.cast import find_cast
from kg.extract.events import find_events
from kg.extract.times import find_times
from kg.model import EventKind

PUBLISHED = date(2019, 3, 13)


@pytest.fixture
def read_battle(parse):
    """The events of a text with their cast, and the index of the only battle (None: there is none)."""

    def read(text):
        parsed = parse(text, published=PUBLISHED)
        cast = find_cast(parsed)
        events = find_events(parsed, cast, find_times(parsed))
        battles = [i for i, event in enumerate(events) if event.kind is EventKind.BATTLE]
        assert len(battles) <= 1
        return events, cast, battles[0] if battles else None

    return read


def sides(event, cast):
    return {cast.referents[part.referent].name: part.side for part in event.participants}


SIEGE = (
    "The battle for Aleppo began in May. Syrian troops fought Nusra Front militants in Aleppo. "
    "Militants launched a counterattack in Aleppo overnight. Jets bombed Damascus on Monday."
)


def test_a_battle_has_a_name_a_time_and_two_sides(read_battle):
    events, cast, battle = read_battle(SIEGE)
    assert events[battle].name == "Battle of Aleppo"
    assert events[battle].when.earliest == date(2018, 5, 1)
    assert events[battle].when.latest == PUBLISHED
    assert sides(events[battle], cast) == {"Syrian army": 1, "Nusra Front": 2}


def test_what_happens_at_the_place_is_part_of_the_battle_and_what_happens_elsewhere_is_not(read_battle):
    events, _, battle = read_battle(SIEGE)
    part_of = {event.kind: event.part_of for event in events}
    assert part_of[EventKind.ARMED_CLASH] == battle
    assert part_of[EventKind.COUNTERATTACK] == battle
    assert part_of[EventKind.AIRSTRIKE] is None


def test_clashes_and_a_capture_at_one_place_are_a_battle(read_battle):
    events, cast, battle = read_battle(
        "Malian soldiers clashed with Tuareg rebels in Kidal on Monday. "
        "On Tuesday the army captured the airport in Kidal."
    )
    assert events[battle].name == "Battle of Kidal"
    assert sides(events[battle], cast)["Malian Armed Forces"] == 1
    assert sides(events[battle], cast)["Tuareg rebels"] == 2


def test_who_makes_a_last_stand_defends(read_battle):
    events, cast, battle = read_battle("Rebels made their last stand in Daraa, where the army shelled them on Sunday.")
    assert sides(events[battle], cast) == {"Rebels": 2, "the army": 1}


def test_one_clash_alone_is_no_battle(read_battle):
    events, _, battle = read_battle("Soldiers clashed with rebels in Kidal on Monday.")
    assert battle is None
    assert [event.kind for event in events] == [EventKind.ARMED_CLASH]


def test_fighting_somewhere_in_a_country_is_no_one_battle(read_battle):
    events, _, battle = read_battle("Hamas is locked in a battle with Fatah in Yemen.")
    assert battle is None
    assert {event.kind for event in events} == {EventKind.ARMED_CLASH}
