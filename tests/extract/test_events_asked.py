"""What the language model, asked about each happening, changes in its place and parties; it is played here."""

import pytest

from kg.extract.cast import find_cast
from kg.model import Role
from tests.conftest import Parse
from tests.extract.played import ALWAYS, Played, told


@pytest.mark.parametrize(
    ("text", "shares", "place", "why"),
    [
        ("Goma was calm. The hospital was shelled on Monday.", {"Goma": 0.65}, "Goma", "the rules found none"),
        ("Goma was calm. The hospital was shelled on Monday.", {"Goma": 0.4}, None, "the model is not sure"),
        (
            "Goma was calm. Rebels shelled Bukavu on Monday.",
            {"Goma": 0.6, "Bukavu": 0.4},
            "Bukavu",
            "hardly less likely",
        ),
        ("Goma was calm. Rebels shelled Bukavu on Monday.", {"Goma": 0.8, "Bukavu": 0.2}, "Goma", "the model is sure"),
        (
            "Goma was calm. Rebels shelled the east of the city on Monday.",
            {"Goma": 0.9},
            "east of the city",
            "what its own words tell lies in that",
        ),
        (
            "Reporters in Syria and Iraq spoke. The hospital was shelled on Monday.",
            {"Syria": 0.8},
            None,
            "of two countries none",
        ),
    ],
)
def test_a_place_that_the_model_is_sure_of_is_told(
    parse: Parse, text: str, shares: dict[str, float], place: str | None, why: str
) -> None:
    parsed = parse(text)
    (event,) = told(parsed, Played(parsed, {"shelled": (0.9, 0.9, "shelling")}, at={"shelled": shares}))
    cast = find_cast(parsed)
    assert (None if event.place is None else cast.referents[event.place].name) == place, why


def test_who_is_told_elsewhere_has_part_in_it(parse: Parse) -> None:
    parsed = parse("The army gathered near Goma. A hospital was shelled on Monday.")
    played = Played(parsed, {"shelled": (0.9, 0.9, "shelling")}, agents={"shelled": {"army": 1.0}})
    (event,) = told(parsed, played)
    cast = find_cast(parsed)
    agents = [cast.referents[part.referent].name for part in event.participants if part.role is Role.AGENT]
    assert agents == ["The army"]
    assert "participants.as-told" in {part.rule for part in event.participants}


def test_who_surely_has_no_part_in_it_is_left_out(parse: Parse) -> None:
    parsed = parse("The army shelled Goma on Monday.")
    for likely, found in ((-1.0, 1), (-4.0, 0)):
        played = Played(parsed, {"shelled": (0.9, 0.9, "shelling")}, agents={"shelled": {"army": likely}})
        (event,) = told(parsed, played)
        assert sum(part.role is Role.AGENT for part in event.participants) == found


@pytest.mark.parametrize(
    ("text", "agents", "why"),
    [
        ("A raid on a village held by Hamas killed six people.", [], "who holds the place does not raid it"),
        ("A raid carried out by Hamas killed six people.", ["Hamas"], "who carries it out does"),
    ],
)
def test_who_only_holds_the_place_does_nothing_there(parse: Parse, text: str, agents: list[str], why: str) -> None:
    parsed = parse(text)
    (event,) = told(parsed, Played(parsed, {"raid": ALWAYS}, agents={"raid": {"Hamas": 2.0}}))
    cast = find_cast(parsed)
    assert [cast.referents[p.referent].name for p in event.participants if p.role is Role.AGENT] == agents, why


def test_a_place_told_only_later_needs_more(parse: Parse) -> None:
    parsed = parse("The hospital was shelled on Monday. Many fled from the town of Goma.")
    for sure, place in ((0.65, None), (0.75, "Goma")):
        (event,) = told(parsed, Played(parsed, {"shelled": ALWAYS}, at={"shelled": {"Goma": sure}}))
        cast = find_cast(parsed)
        assert (None if event.place is None else cast.referents[event.place].name) == place
