"""Battles: the fighting for one place, with its sides, and the events that are part of it."""

from kg.extract.cast import Cast
from kg.extract.events_draft import Draft
from kg.nlp import Parsed


def find_battles(drafts: tuple[Draft, ...], parsed: Parsed, cast: Cast) -> tuple[Draft, ...]:
    """The drafts, those of one battle gathered."""
    return drafts
