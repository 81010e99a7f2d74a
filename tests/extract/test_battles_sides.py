"""Who stands on which side of a battle, and when it ends."""

from datetime import date

import pytest

from kg.extract.cast import find_cast
from kg.extract.events import find_events
from kg.extract.times import find_times
from kg.model import EventKind


@pytest.fixture
def battle_of(parse):
    """The only battle of a text: its name, its sides by name, its days; None where there is none."""

    def read(text):
        parsed = parse(text, published=date(2019, 3, 13))
        cast = find_cast(parsed)
        events = find_events(parsed, cast, find_times(parsed))
        battles = [event for event in events if event.kind is EventKind.BATTLE]
        if not battles:
            return None
        (battle,) = battles
        sides = {cast.referents[part.referent].name: part.side for part in battle.participants}
        days = None if battle.when is None else (str(battle.when.earliest), str(battle.when.latest))
        return battle.name, sides, days

    return read


CASES = [
    # text, name, sides, days, why
    (
        "Al-Shabaab militants surrendered in Kismayo on Monday. The fight for Kismayo began on February 4.",
        "Battle of Kismayo",
        {"Al-Shabaab": 2},
        ("2019-02-04", "2019-03-13"),
        "who gives up holds the place",
    ),
    (
        "The Taliban captured Kunduz on Tuesday. The victory ended a battle that had begun on 9 February.",
        "Battle of Kunduz",
        {"Taliban": 1},
        ("2019-02-09", "2019-03-12"),
        "the battle of the place taken, which ends with it",
    ),
    (
        "The battle of Mosul began in October. Islamic State blamed an American air strike on Mosul for the fire.",
        "Battle of Mosul",
        {},
        ("2018-10-01", "2019-03-13"),
        "a strike that is only blamed gives no side",
    ),
    (
        "The battle of Mosul began in October. About 300 fighters surrendered in Mosul on Monday.",
        "Battle of Mosul",
        {},
        ("2018-10-01", "2019-03-13"),
        "nobody says whose fighters they are",
    ),
    (
        "The battle of Kismayo began on Monday. Al-Shabaab attacked Hamas in Kismayo on Monday. "
        "Hamas resumed its attack on Al-Shabaab in Kismayo on Tuesday, backed by NATO air strikes.",
        "Battle of Kismayo",
        {"Al-Shabaab": 1, "Hamas": 2, "NATO": 2},
        ("2019-03-11", "2019-03-13"),
        "who backs a side stands on it",
    ),
    (
        "Somali soldiers captured Kismayo on Tuesday after clashes with Al-Shabaab militants in Kismayo.",
        "Battle of Kismayo",
        None,
        ("2019-03-12", "2019-03-12"),
        "a clash with those whose place is taken",
    ),
    (
        "Hamas fought on Monday to drive Al-Shabaab militants out of Kismayo.",
        "Battle of Kismayo",
        {"Hamas": 1, "Al-Shabaab": 2},
        ("2019-03-11", "2019-03-11"),
        "fighting to take a place",
    ),
]


@pytest.mark.parametrize(("text", "name", "sides", "days", "why"), CASES, ids=[case[-1] for case in CASES])
def test_a_battle_has_the_sides_and_days_that_the_text_tells(battle_of, text, name, sides, days, why):
    found = battle_of(text)
    assert found is not None
    assert (found[0], found[2]) == (name, days), why
    if sides is not None:
        assert found[1] == sides, why
