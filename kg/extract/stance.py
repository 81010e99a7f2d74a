"""Tells the stance of a speaker to the words said."""

from kg.extract.cues import Cue
from kg.model import Stance
from kg.nlp import Token


def stance_of(cue: Cue, way: str) -> Stance:
    """The stance that a verb shows when taken this way ("thing", "infinitive", ...)."""
    return cue.verb.takes.get(way, Stance.ASSERTS)


def is_call(content: list[Token]) -> bool:
    """Whether a reported clause asks for something: "that the raids should stop" is no such, "that they must" is none."""
    return bool(content) and content[0].lower in ("to",)
