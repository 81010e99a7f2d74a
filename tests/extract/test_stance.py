"""The stance that the words said show, whatever their word of saying is. Sentences are ours."""

from collections.abc import Callable

import pytest

from kg.extract.cast import find_cast
from kg.extract.statements import find_statements
from kg.extract.times import find_times
from kg.nlp import Parsed

Parse = Callable[..., Parsed]


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("“We urge both sides to hold their fire,” the mayor said.", "calls_for"),
        ("“We saw the raids and we call on both sides to stop,” the mayor said.", "calls_for"),
        ("“The council urges both sides to hold their fire every day,” the mayor said.", "asserts"),
        ("The mayor said that both sides must leave the valley.", "calls_for"),
        ("The mayor said that both sides must have left the valley.", "asserts"),
        ("The mayor stressed the need for a truce.", "calls_for"),
        ("The army warned that it would shell the valley.", "threatens"),
        ("The army warned that rebels would shell the valley.", "asserts"),
        ("The mayor said the army was responsible for the raid on the mill.", "blames"),
        ("The mayor said nobody knew who was responsible for the raid on the mill.", "asserts"),
        ("The mayor said the army bears the responsibility for the raid on the mill.", "blames"),
        ("The mayor said the army had committed crimes against the farmers of the valley.", "blames"),
        ("The mayor said the army had carried out the raid on the mill.", "asserts"),
        ("The mayor queried the number of the dead.", "doubts"),
    ],
)
def test_stance_of_the_words(parse: Parse, text: str, stance: str) -> None:
    parsed = parse(text)
    found = find_statements(parsed, find_cast(parsed), find_times(parsed))
    assert [statement.stance.value for statement in found] == [stance]
