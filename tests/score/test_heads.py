"""Head words found without a parser."""

import pytest

from kg.score.heads import head_of


@pytest.mark.parametrize(
    ("phrase", "head", "why"),
    [
        ("attack", "attack", "one word"),
        ("suicide attack", "attack", "what stands before is not the head"),
        ("the siege of Homs", "siege", "what hangs on a preposition is not the head"),
        ("blew up", "blew", "a particle is not the head"),
        ("up", "up", "a particle alone is all there is"),
        ("Fighters who fled", "fighters", "a relative clause is left out"),
        ("Ahmad, a witness", "ahmad", "an apposition is left out"),
        ("23 Afghan soldiers", "soldiers", "numbers and adjectives stand before"),
        ("the Taliban’s", "taliban", "a possessive ending is no word"),
        ("the rebels' base", "base", "nor in the middle"),
        ("O'Brien", "brien", "an apostrophe inside a name is no possessive"),
        ("…", "", "no word"),
    ],
)
def test_head(phrase: str, head: str, why: str) -> None:
    assert head_of(phrase) == head, why
