"""Speech handed on: who is quoted says it, and so does who quotes. Sentences are ours."""

from collections.abc import Callable

import pytest
from said_in import said_in

from kg.nlp import Parsed

Parse = Callable[..., Parsed]


QUOTED = [
    (
        "The agency quoted a doctor as saying that the ward was empty.",
        [("a doctor", "the ward was empty"), ("The agency", "the ward was empty")],
        "the words behind",
    ),
    (
        "“We will stay,” the mayor was quoted by Reuters as saying.",
        [("the mayor", "We will stay"), ("Reuters", "We will stay")],
        "the words before, both named",
    ),
    (
        "The mayor was quoted as saying that the well was dry.",
        [("The mayor", "the well was dry")],
        "nobody quotes",
    ),
    (
        "The rebels have left the town state media cited the mayor as saying on Monday.",
        [("the mayor", "The rebels have left the town"), ("state media", "The rebels have left the town")],
        "the words before, without a comma",
    ),
    (
        "The army took the hill, the agency reported, citing a field commander.",
        [("the agency", "The army took the hill"), ("a field commander", "The army took the hill")],
        "on the word of somebody",
    ),
    (
        "State television, quoting a military source, said the army had destroyed two tanks.",
        [
            ("State television", "the army had destroyed two tanks"),
            ("a military source", "the army had destroyed two tanks"),
        ],
        "the same, before the verb",
    ),
    (
        "The council said the road was closed, citing heavy snow.",
        [("The council", "the road was closed")],
        "snow says nothing",
    ),
]


@pytest.mark.parametrize(("text", "expected", "why"), QUOTED, ids=[row[2] for row in QUOTED])
def test_speech_handed_on(parse: Parse, text: str, expected: list[tuple[str, str]], why: str) -> None:
    assert said_in(parse(text)) == expected, why
