"""What is told by a phrase, by a participle behind its noun, or behind who hands it on. Sentences are ours."""

from collections.abc import Callable

import pytest
from said_in import said_in

from kg.nlp import Parsed

Parse = Callable[..., Parsed]

PHRASES: list[tuple[str, list[tuple[str, str]], str]] = [
    (
        "Many residents pointed their fingers at the army after the raid.",
        [("Many residents", "the army")],
        "who is pointed at is blamed",
    ),
    (
        "The mayor spoke out against the shelling of the market.",
        [("The mayor", "the shelling of the market")],
        "what is spoken out against",
    ),
    (
        "The watchdog raised concerns over the reports of gas attacks around the town.",
        [("The watchdog", "concerns over the reports of gas attacks around the town")],
        "a concern is told with what it is over",
    ),
    (
        "The army and the rebels traded accusations of truce violations.",
        [("The army", "truce violations"), ("the rebels", "truce violations")],
        "both sides accuse",
    ),
    ("The crane raised the bridge over the river.", [], "the same verb with another object says nothing"),
    ("The patrol pointed its guns at the gate.", [], "guns are no fingers"),
]


@pytest.mark.parametrize(("text", "expected", "why"), PHRASES, ids=[row[2] for row in PHRASES])
def test_phrases(parse: Parse, text: str, expected: list[tuple[str, str]], why: str) -> None:
    assert said_in(parse(text)) == expected, why


CLAIMED: list[tuple[str, list[tuple[str, str]], str]] = [
    (
        "In January another attack claimed by the Fort Brigade killed 70 people.",
        [("the Fort Brigade", "another attack")],
        "an attack claimed by somebody",
    ),
    (
        "Three bombers killed two people near the port in an attack claimed by the Fort Brigade.",
        [("the Fort Brigade", "an attack")],
        "without the preposition before it, and without the clause",
    ),
    ("The farmers mined the land claimed by the miller.", [], "land that is claimed is not said"),
]


@pytest.mark.parametrize(("text", "expected", "why"), CLAIMED, ids=[row[2] for row in CLAIMED])
def test_claimed_behind_its_noun(parse: Parse, text: str, expected: list[tuple[str, str]], why: str) -> None:
    assert said_in(parse(text)) == expected, why


THINGS: list[tuple[str, list[tuple[str, str]], str]] = [
    (
        "The Fort Brigade claimed responsibility for a bombing that killed nine farmers in the valley.",
        [("The Fort Brigade", "responsibility for a bombing that killed nine farmers in the valley")],
        "which bombing it was",
    ),
    (
        "The Fort Brigade claimed responsibility for the bombing, which killed nine farmers.",
        [("The Fort Brigade", "responsibility for the bombing")],
        "what the article adds",
    ),
    (
        "The mayor urged the council to open the road and enable it to feed the valley.",
        [("The mayor", "to open the road and enable it to feed the valley")],
        "both deeds",
    ),
    (
        "The guards stopped a man threatening farmers with a knife on the bridge.",
        [],
        "who threatens somebody with a knife says nothing",
    ),
    (
        "They left the posts that the army maintains in the north, on the side of the hill.",
        [],
        "what is maintained is no saying",
    ),
    ("The deal calls for the city to open the road.", [], "a deal does not speak"),
    (
        "The road is vital to the valley, according to wing leadership.",
        [("wing leadership", "The road is vital to the valley")],
        "those who lead",
    ),
]


@pytest.mark.parametrize(("text", "expected", "why"), THINGS, ids=[row[2] for row in THINGS])
def test_things(parse: Parse, text: str, expected: list[tuple[str, str]], why: str) -> None:
    assert said_in(parse(text)) == expected, why


SCENES: list[tuple[str, list[tuple[str, str]], str]] = [
    (
        "The agency reported dozens of families streaming into the clinic.",
        [("The agency", "dozens of families streaming into the clinic")],
        "what is going on, behind a count",
    ),
    (
        "A reporter for the agency reported families streaming into the clinic.",
        [("A reporter for the agency", "families streaming into the clinic")],
        "read as a deed of its own",
    ),
    ("The nurse reported to the clinic leaving her bag.", [], "no scene"),
]


@pytest.mark.parametrize(("text", "expected", "why"), SCENES, ids=[row[2] for row in SCENES])
def test_scenes(parse: Parse, text: str, expected: list[tuple[str, str]], why: str) -> None:
    assert said_in(parse(text)) == expected, why


BORDERS: list[tuple[str, tuple[str, str], str]] = [
    (
        "The doctors say these are typical symptoms of nerve gas the nurse said.",
        ("The doctors", "these are typical symptoms of nerve gas"),
        "without commas, who hands it on stands behind it",
    ),
    (
        "Rebel areas south of the town faced heavy shelling overnight said the Harbour monitor which relies on nurses.",
        ("the Harbour monitor", "Rebel areas south of the town faced heavy shelling overnight"),
        "a relative clause of the speaker ends what names him",
    ),
    (
        'The president hailed the retreat as "a great victory" on Monday.',
        ("The president", 'the retreat as "a great victory"'),
        "of what it is said belongs to it",
    ),
    (
        "Families fled amid reports that the army had reached the port.",
        ("reports", "the army had reached the port"),
        "reports that go round beside the news",
    ),
    (
        "The ministry announced the funding of a clinic in the north.",
        ("The ministry", "the funding of a clinic in the north"),
        "whatever is announced is said",
    ),
]


@pytest.mark.parametrize(("text", "expected", "why"), BORDERS, ids=[row[2] for row in BORDERS])
def test_borders(parse: Parse, text: str, expected: tuple[str, str], why: str) -> None:
    assert expected in said_in(parse(text)), why


def test_a_deed_of_those_who_declared_is_not_what_they_declared(parse: Parse) -> None:
    said = said_in(parse("Fighters who have declared a caliphate on their land are also being shelled by the army."))
    assert not any("shelled" in content for _, content in said)
