"""The classes of words that the frames of events ask for: who can fight, what is ground, what is a weapon."""

from functools import cache
from typing import Final

from kg.extract.cast import Cast
from kg.model import ActorType, PlaceKind
from kg.nlp import Token
from kg.resources import read_table

ARMED: Final = frozenset({ActorType.ARMED_GROUP, ActorType.MILITARY, ActorType.COALITION, ActorType.GOVERNMENT})
_STATE: Final = frozenset({ActorType.MILITARY, ActorType.COALITION, ActorType.GOVERNMENT})
_OF_STATES: Final = frozenset({"army", "military", "navy", "government", "regime", "coalition", "loyalist"})
_AIR_FORCES: Final = ("air force", "air forces", "aerospace forces", "airforce")
_POISONOUS: Final = frozenset({"chemical", "toxic", "poison", "poisonous", "nerve", "mustard", "chlorine", "sarin"})
_PARTITIVES: Final = frozenset(read_table("event_words.toml")["counting"]["partitives"])


@cache
def class_words() -> dict[str, frozenset[str]]:
    """The lemmas of each class."""
    classes = {name: frozenset(words) for name, words in read_table("event_words.toml")["classes"].items()}
    nominals, people = read_table("nominals.toml"), read_table("people.toml")
    fighters = frozenset(nominals["fighters"]["words"]) | frozenset(nominals["soldiers"]["words"])
    civilians = (
        frozenset(people["civilians"])
        | frozenset(people["children"])
        | frozenset(people["women"])
        | frozenset(people["medics"])
    )
    everybody = fighters | civilians | frozenset(people["combatants"]) | frozenset(people["unknown"])
    return classes | {
        "fighters": fighters | classes["troops"],
        "civilians": civilians | frozenset(people["unknown"]),
        "people": everybody | classes["troops"],
        "armed": fighters | classes["troops"],
        "weapon": classes["weapon"],
    }


def singular(token: Token) -> str:
    """The lemma, also where the tagger took a common noun for a name ("Airstrikes")."""
    lemma = token.lemma
    if token.tag == "NNPS" or (token.pos == "PROPN" and lemma.endswith("s") and len(lemma) > 3):
        return lemma[:-2] if lemma.endswith(("shes", "ches", "sses")) else lemma.removesuffix("s")
    if token.tag == "NN" and lemma.endswith("s") and lemma == token.lower and lemma not in _known():
        return lemma[:-1] if lemma[:-1] in _known() else lemma  # "Warplanes", read as one
    return lemma


@cache
def _known() -> frozenset[str]:
    """The words of all classes."""
    return frozenset(word for words in class_words().values() for word in words)


def heads(token: Token) -> list[Token]:
    """The word, what it counts or is a part of ("dozens of fighters", "parts of the town"), and its conjuncts."""
    found = [token, *token.conjuncts()]
    if token.lemma in _PARTITIVES or token.pos == "NUM":
        found += token.modifiers("of")
    return found


def classes_of(token: Token, cast: Cast) -> frozenset[str]:
    """The classes that a word belongs to by its lemma, and by what it refers to."""
    found: set[str] = set()
    for word in heads(token):
        found |= _of_word(word, cast)
    return frozenset(found)


def _of_word(token: Token, cast: Cast) -> set[str]:
    lemma = singular(token)
    found = {name for name, words in class_words().items() if lemma in words}
    if token.lower in ("himself", "herself", "themselves", "itself"):
        found.add("self")
    referent = cast.referent_at(token)
    if referent is not None:
        actor, place = cast.referents[referent].actor, cast.referents[referent].place
        if actor is not None:
            found.add("people")
            if cast.referents[referent].name.lower().endswith(_AIR_FORCES):
                found.add("aircraft")
            if actor in _STATE and (cast.referents[referent].named or _OF_STATES & {lemma, *token.lowers()}):
                found.add("state")
            if actor in ARMED:
                found |= {"armed", "fighters"} if actor is not ActorType.GOVERNMENT else {"armed"}
            elif actor is ActorType.CIVILIANS:
                found.add("civilians")
        elif place is not None:
            found.add("place")
            if place is PlaceKind.COUNTRY:
                found |= {"armed", "state"}
    elif token.pos == "PRON" and token.lower not in ("it", "this", "that", "which", "what", "there"):
        found |= {"people", "armed"}
    elif token.lower in ("it", "which", "that", "who"):
        found |= {"armed", "people"} if token.lower == "who" else {"armed"}
    elif token.name in ("PERSON", "NORP"):
        found |= {"people", "armed"} if token.name == "NORP" else {"people"}
    _weaponry(token, lemma, found)
    return found


def _weaponry(token: Token, lemma: str, found: set[str]) -> None:
    """Adds what words before a weapon or a carrier make of it ("suicide attacker", "fighter jet", "roadside bomb")."""
    before = token.lowers(("compound", "amod", "nmod"))
    if lemma in ("bomber", "attacker", "assailant"):
        if "suicide" in before or any(
            word in ("car", "motorcycle", "motorbike", "truck", "female", "bike") for word in before
        ):
            found.add("bomber")
        elif lemma == "attacker":
            found.discard("bomber")
        if "stealth" in before or "b-52" in before or (token.is_plural() and "suicide" not in before):
            found.discard("bomber")
    if lemma == "bomb" and ("roadside" in before or "buried" in before):
        found.add("mine")
    if lemma == "mine" and "found" in before:
        found.discard("mine")
    if lemma == "grenade" and {"rocket-propelled", "propelled"} & set(before):
        found.add("rocket")
    if lemma in ("force", "fleet") and "air" in before:
        found.add("aircraft")
    if lemma in ("weapon", "arm", "gas", "agent", "munition", "substance") and not _POISONOUS.isdisjoint(before):
        found.add("poison")
    if lemma == "fighter" and "jet" in before:
        found.add("aircraft")
    if "shell" in found and "rocket" in before:
        found.add("rocket")
