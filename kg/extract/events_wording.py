"""What the words of one draft say of it: one or many, known or new, a blow or a campaign."""

from typing import Final

from kg.extract.events_classes import singular
from kg.extract.events_draft import Draft
from kg.extract.events_kinds import GENERAL
from kg.model import EventKind, FigureKind
from kg.resources import read_table

_CAMPAIGNS: Final = frozenset(read_table("event_words.toml")["battles"]["campaigns"])
_ATTACKS: Final = frozenset({"attack", "assault", "raid", "strike"})
_POINTED: Final = _ATTACKS | {"airstrike", "counterattack", "counteroffensive", "bombing", "ambush", "shelling"}
_MANY: Final = 10


def is_shown(draft: Draft) -> bool:
    """Whether it points back: "these killings"."""
    return not draft.first.verb and any(
        child.lower in ("this", "that", "these", "those", "such") and child.rel in ("det", "amod", "det:predet")
        for child in draft.first.token.children
    )


def is_bare_definite(draft: Draft) -> bool:
    """Whether it speaks of a known event and says no more of it: "the massacre"."""
    return draft.definite and not draft.first.verb and not draft.first.token.modifiers("of", "in", "at")


def is_many(draft: Draft) -> bool:
    """Whether its noun is a plural: "air strikes"."""
    return not draft.first.verb and draft.first.token.is_plural()


def is_one(draft: Draft) -> bool:
    """Whether it speaks of one blow as of something new: "a strike"."""
    return not draft.first.verb and any(
        child.lower in ("a", "an") and child.rel == "det" for child in draft.first.token.children
    )


def is_event_word(draft: Draft) -> bool:
    """Whether it is a noun that articles point back with: "the strike"."""
    return singular(draft.first.token) in _POINTED


def introduces(draft: Draft) -> bool:
    """Whether it speaks of something as new: a verb, a noun with "a" ("a mortar attack") or bare ("raids hit")."""
    token = draft.first.token
    bare = token.is_plural() and not any(child.rel in ("det", "nmod:poss") for child in token.children)
    return (draft.first.verb and not draft.definite) or bare or is_one(draft)


def toll_of(draft: Draft) -> str:
    """How many it is told to have killed or hurt, by the verb it is the subject of, or ""."""
    token = draft.first.token
    verb = token.head
    if draft.first.verb or verb is None or token.rel != "nsubj" or verb.lemma not in ("kill", "wound", "injure"):
        return ""
    victims = verb.child("obj")
    number = None if victims is None else victims if victims.pos == "NUM" else victims.child("nummod")
    return "" if number is None else f"{verb.lemma} {number.lower}"


def is_total(draft: Draft) -> bool:
    """Whether it counts many: "520 air strikes"."""
    number = draft.number.replace(",", "")
    return number.isdigit() and int(number) >= _MANY


def is_campaign(draft: Draft) -> bool:
    """Whether its noun is one for a lasting effort: "the offensive"."""
    return not draft.first.verb and singular(draft.first.token) in _CAMPAIGNS


def is_general(draft: Draft) -> bool:
    """Whether its words may mean any kind of attack ("the attack", but not "the offensive")."""
    if draft.kind not in GENERAL:
        return False
    return draft.kind is not EventKind.ASSAULT or draft.first.verb or singular(draft.first.token) in _ATTACKS


def dead_of(draft: Draft) -> set[int]:
    """The numbers of dead that its clause tells."""
    return {number for kind, number in draft.tolls if kind is FigureKind.KILLED}
