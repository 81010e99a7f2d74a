"""Numbers of people, and what became of them. Sentences are ours."""

import pytest

from kg.extract.cast import Cast
from kg.extract.figures import find_figures

NOBODY = Cast.of((), ())

FIGURES = [
    ("The raid killed 32 people.", [("killed", 32, 32, "people", "unknown")], "an active verb"),
    ("At least four soldiers were killed.", [("killed", 4, None, "soldiers", "combatants")], "a passive"),
    (
        "The shell killed 12 villagers and wounded dozens.",
        [("killed", 12, 12, "villagers", "civilians"), ("wounded", 24, None, None, "civilians")],
        "two verbs, two kinds",
    ),
    (
        "Nine civilians were killed and 40 wounded.",
        [("killed", 9, 9, "civilians", "civilians"), ("wounded", 40, 40, None, "civilians")],
        "one auxiliary for both",
    ),
    (
        "The strike killed 16 people, including five children.",
        [("killed", 16, 16, "people", "unknown"), ("killed", 5, 5, "children", "children")],
        "part of a total",
    ),
    ("The blast left 20 dead.", [("killed", 20, 20, None, "unknown")], "a state that people are left in"),
    ("The death toll rose to 16.", [("killed", 16, 16, None, "unknown")], "a toll"),
    ("The death toll rose from 10 to 16.", [("killed", 16, 16, None, "unknown")], "the old toll is not told"),
    ("The army lost 12 soldiers.", [("killed", 12, 12, "soldiers", "combatants")], "losses"),
    (
        "Gunmen took 30 villagers hostage.",
        [("captured", 30, 30, "villagers", "civilians")],
        "a verb and its complement",
    ),
    ("Police arrested 14 suspects.", [("captured", 14, 14, "suspects", "unknown")], "an arrest"),
    (
        "Hundreds of fighters surrendered.",
        [("surrendered", 200, None, "fighters", "combatants")],
        "an active verb of the people",
    ),
    ("More than 10,000 civilians were evacuated.", [("evacuated", 10001, None, "civilians", "civilians")], "a removal"),
    (
        "The shelling forced 13,000 residents to flee.",
        [("displaced", 13000, 13000, "residents", "civilians")],
        "forced to flee",
    ),
    ("Thousands of families fled the town.", [("displaced", 2000, None, "families", "civilians")], "flight"),
    ("Soldiers rescued 21 schoolgirls.", [("rescued", 21, 21, "schoolgirls", "children")], "a rescue"),
    ("Seven sailors are still missing.", [("missing", 7, 7, "sailors", "civilians")], "a state"),
    (
        "Some 20,000 civilians are trapped in the city.",
        [("besieged", 20000, 20000, "civilians", "civilians")],
        "a siege",
    ),
    (
        "Some 300 fighters remain in the town.",
        [("strength", 300, 300, "fighters", "combatants")],
        "fighters that are there",
    ),
    ("A child was killed.", [("killed", 1, 1, "child", "children")], "one person"),
    (
        "Women and children aside, 15 of the wounded were in a bad state.",
        [("wounded", 15, 15, None, "unknown")],
        "of the wounded",
    ),
]

NO_FIGURES = [
    ("Simone, a 22-year-old fighter, was killed.", "an age, and a person in a role"),
    ("The raid killed many people.", "many is no number"),
    ("The army captured 16 villages.", "villages are no people"),
    ("The strike destroyed 20 rebel positions.", "positions are no people"),
    ("The 92nd Brigade killed a commander.", "a unit, and a person in a role"),
    ("The offensive could displace 300,000 people.", "merely possible"),
    ("The group vowed to kill 100 soldiers.", "wanted"),
    ("They did not kill 40 people, he said.", "denied"),
    ("It happened 40 days after 12 tanks were captured.", "days and tanks"),
    ("At least 30 people were killed or wounded.", "neither kind can be told"),
    ("He told Kurdistan 24 that fighting went on.", "a name with a number"),
    ("Some 350,000 people lived there.", "nothing became of them"),
]


@pytest.mark.parametrize(("text", "expected", "why"), FIGURES)
def test_figures(parse, text, expected, why):
    parsed = parse(text)
    figures = find_figures(parsed, NOBODY, (), ())
    told = [(f.kind, f.low, f.high, f.party and parsed.words(f.party), f.party_type) for f in figures]
    assert told == expected, why


@pytest.mark.parametrize(("text", "why"), NO_FIGURES)
def test_what_is_no_figure(parse, text, why):
    assert find_figures(parse(text), NOBODY, (), ()) == (), why


def test_the_same_claim_stands_once(parse):
    parsed = parse("The raid killed 32 people.\nAs told, 32 people were killed.")
    assert len(find_figures(parsed, NOBODY, (), ())) == 1
