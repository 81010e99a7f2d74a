"""Tells the stance of a speaker to the words said."""

from kg.extract.cues import Cue, cue_words
from kg.model import Stance
from kg.nlp import Token

_FIRST = 8  # words


def stance_of(cue: Cue, *ways: str) -> Stance:
    """The stance that a verb shows when taken in the first of these ways that it has ("thing", "infinitive", ...)."""
    return next((cue.verb.takes[way] for way in ways if way in cue.verb.takes), Stance.ASSERTS)


def stance_beside(stance: Stance, cue: Cue | None, words: tuple[Token, ...]) -> Stance:
    """The stance, where the words said or those around their cue show another than the cue: "please", "ultimatum"."""
    if stance is not Stance.ASSERTS:
        return stance
    if any(word.lower == "please" for word in words[:_FIRST]):
        return Stance.CALLS_FOR
    above = cue.token.head if cue is not None and cue.token.tag == "VBG" else None
    near = () if above is None else (above, *above.dependents("obj"), *above.ancestors())
    if any(word.lemma in cue_words("threats") for word in near):
        return Stance.THREATENS  # "issued an ultimatum stating that"
    return stance
