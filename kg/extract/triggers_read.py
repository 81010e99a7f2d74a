"""Verbs of attack that the language model takes for such where no frame of the lexicon fits: "the school was hit"."""

from typing import Final

from kg.extract.cast import Cast
from kg.extract.events_classes import classes_of
from kg.extract.triggers_frames import verb_table
from kg.extract.triggers_means import by_poison
from kg.extract.verbs import doer_of, is_passive, patient_of
from kg.model import EventKind
from kg.nlp import Token
from kg.resources import read_table

ATTACK: Final = "Conflict.Attack"
_VIOLENT: Final = frozenset({EventKind.AIRSTRIKE, EventKind.SHELLING, EventKind.BOMBING, EventKind.ASSAULT})
# by who or what does it
_KINDS: Final = (
    ("drone", EventKind.DRONE_STRIKE),
    ("aircraft", EventKind.AIRSTRIKE),
    ("bomber", EventKind.SUICIDE_BOMBING),
    ("rocket", EventKind.ROCKET_ATTACK),
    ("shell", EventKind.SHELLING),
    ("mine", EventKind.LANDMINE),
    ("weapon", EventKind.BOMBING),
    ("armed", EventKind.ASSAULT),
    ("people", EventKind.ASSAULT),
)


def read_kind(token: Token, cast: Cast) -> EventKind | None:
    """The kind of attack that a verb tells of which the language model takes for one, or None for none.

    A verb that the lexicon does not know as one of violence, or whose words say nothing of who or what is struck,
    tells of none.
    """
    words = read_table("event_words.toml")["conduct"]
    known = any(frame.kind in _VIOLENT for frame in verb_table().get(token.lemma, ()))
    if not (known or token.lemma in words["striking"]) or token.lemma in words["agents"]:
        return None
    thing, doer = patient_of(token), doer_of(token)
    struck = frozenset[str]() if thing is None else classes_of(thing, cast)
    if thing is None and doer is None:
        return None
    by = frozenset[str]() if doer is None else classes_of(doer, cast)
    kind = next((kind for name, kind in _KINDS if name in by), None)
    if kind is EventKind.ASSAULT and "state" in by and token.lemma in ("strike", "hit"):
        kind = EventKind.AIRSTRIKE  # as in the lexicon: "Turkish forces struck gun emplacements"
    if kind is None and is_passive(token) and doer is None and struck & {"building", "ground", "place", "vehicle"}:
        kind = EventKind.BOMBING  # "one of the hospitals was hit": from afar, who knows by what
    return None if kind is None else by_poison(token, kind)
