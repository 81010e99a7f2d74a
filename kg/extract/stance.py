"""Tells the stance of a speaker to the words said."""

from kg.extract.cues import Cue
from kg.model import Stance


def stance_of(cue: Cue, *ways: str) -> Stance:
    """The stance that a verb shows when taken in the first of these ways that it has ("thing", "infinitive", ...)."""
    return next((cue.verb.takes[way] for way in ways if way in cue.verb.takes), Stance.ASSERTS)
