"""Who said it, behind a clause without a comma: texts that have lost theirs. Sentences are ours."""

from collections.abc import Callable

import pytest
from said_in import said_in

from kg.nlp import Parsed

Parse = Callable[..., Parsed]


TRAILING = [
    (
        "Three shells landed near the mosque residents said.",
        [("residents", "Three shells landed near the mosque")],
        "a clause does not end with near",
    ),
    (
        "Nine people died in the strike on the clinic medics in the city said.",
        [("medics in the city", "Nine people died in the strike on the clinic")],
        "a speaker with a place of theirs",
    ),
    (
        "Before the soldiers left the town they shot nine prisoners by the river the report added.",
        [("the report", "Before the soldiers left the town they shot nine prisoners by the river")],
        "no participle of the report",
    ),
    (
        "Rebels retook the village two days after it was captured by the militants said the London-based group.",
        [("the London-based group", "Rebels retook the village two days after it was captured by the militants")],
        "the speaker behind",
    ),
    (
        "Both the mayor and his wife were safe but his driver was killed in the attack a cousin told Reuters.",
        [("a cousin", "Both the mayor and his wife were safe but his driver was killed in the attack")],
        "with who was told",
    ),
    (
        "Jets bombed the road linking the two towns overnight activists from the area said.",
        [("activists from the area", "Jets bombed the road linking the two towns overnight")],
        "towns do not speak",
    ),
    (
        "At least nine farmers died in clashes with troops in the north on Thursday reports said.",
        [("reports", "At least nine farmers died in clashes with troops in the north on Thursday")],
        "reports without more",
    ),
    (
        "According to the Halab News TV station shells hit the port while the mayor was there.",
        [("the Halab News TV station", "shells hit the port while the mayor was there")],
        "what a station is goes with its name",
    ),
    ("The raid killed 60 people on the river said.", [], "those who died do not speak"),
    (
        "The group claimed responsibility for the attack which it said targeted the army.",
        [("The group", "responsibility for the attack"), ("it", "targeted the army")],
        "a relative clause is no whole clause",
    ),
]


@pytest.mark.parametrize(("text", "expected", "why"), TRAILING, ids=[row[2] for row in TRAILING])
def test_speakers_behind_a_clause(parse: Parse, text: str, expected: list[tuple[str, str]], why: str) -> None:
    assert said_in(parse(text)) == expected, why


UNMARKED = [
    (
        "I was coming home when the first bomb hit a boy told the agency. Then I hid in a doorway and we waited.",
        [
            ("a boy", "I was coming home when the first bomb hit"),
            ("a boy", "Then I hid in a doorway and we waited"),
        ],
        "the first person goes on",
    ),
    (
        "The bomb hit the market a boy told the agency. The market was closed for a week.",
        [("a boy", "The bomb hit the market")],
        "the article goes on",
    ),
    (
        "The bomb hit the market, a boy told the agency. We visited the market.",
        [("a boy", "The bomb hit the market")],
        "a text that has its marks",
    ),
]


@pytest.mark.parametrize(("text", "expected", "why"), UNMARKED, ids=[row[2] for row in UNMARKED])
def test_speech_without_marks(parse: Parse, text: str, expected: list[tuple[str, str]], why: str) -> None:
    assert said_in(parse(text)) == expected, why
