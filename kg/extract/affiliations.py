"""Finds which person belongs to which organisation, and in what role."""

from kg.extract.cast import Cast
from kg.model import Affiliation
from kg.nlp import Parsed


def find_affiliations(parsed: Parsed, cast: Cast) -> tuple[Affiliation, ...]:
    """The affiliations of persons, left to right."""
    del parsed, cast
    return ()
