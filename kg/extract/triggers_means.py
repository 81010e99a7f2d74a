"""The finer kind of a blow, by what it is dealt with ("a mortar attack", "struck the town with chlorine")."""

from typing import Final

from kg.extract.events_classes import class_words, singular
from kg.model import EventKind
from kg.nlp import Token
from kg.resources import read_table

_COARSE: Final = frozenset(
    {EventKind.ASSAULT, EventKind.BOMBING, EventKind.SHELLING, EventKind.AIRSTRIKE, EventKind.KILLING}
)


_FROM_AFAR: Final = frozenset(
    {
        EventKind.ASSAULT, EventKind.BOMBING, EventKind.SHELLING, EventKind.AIRSTRIKE, EventKind.ROCKET_ATTACK,
        EventKind.DRONE_STRIKE,
    }
)  # fmt: skip


def by_means(token: Token, kind: EventKind) -> EventKind:
    """The finer kind of a plain attack, by what stands before it or what it is made with."""
    if kind not in _COARSE:
        return kind
    means = read_table("event_words.toml")["means"]
    lemma = singular(token)
    if lemma not in means["of"]:
        return by_poison(token, kind)
    before = set(_modifiers(token)) | {word for means in _with(token) for word in (singular(means), *_modifiers(means))}
    for name, words in means.items():
        if name not in ("of", "poisons") and before.intersection(words):
            return EventKind(name)
    if any(singular(doer) in class_words()["aircraft"] for doer in _carriers(token)):
        return EventKind.AIRSTRIKE  # "a massacre carried out by warplanes"
    if lemma == "strike" and kind is EventKind.ASSAULT:
        return EventKind.AIRSTRIKE  # "coalition strikes": of guns and rockets it is mostly told
    return kind


def _with(token: Token) -> list[Token]:
    """What it is made with, also where the parser hangs that elsewhere: "killed in attacks with rocket shells"."""
    own = list(token.modifiers("with", "by", "involving", "using"))
    above = () if token.head is None else token.head.subtree()
    next_ = [word for word in above if any(c.lower == "with" and c.i == token.i + 1 for c in word.dependents("case"))]
    return own + [word for word in next_ if word not in own]


def _carriers(token: Token) -> list[Token]:
    """Who is told to have carried it out, by a participle on it or by the passive that it is the subject of."""
    above = [token.head] if token.head is not None and token.rel == "nsubj:pass" else []
    doers = [verb.agent() for verb in (*token.dependents("acl"), *above)]
    return [doer for doer in doers if doer is not None]


def _modifiers(token: Token) -> list[str]:
    found: list[str] = []
    for child in token.children:
        if child.rel in ("compound", "amod", "nmod") and child.i < token.i:
            found += [child.lemma, *_modifiers(child)]
    return found


def with_means(token: Token, words: list[Token]) -> list[Token]:
    """The words of the trigger, and the compound words right before it ("car bomb" in "a car bomb attack")."""
    means = read_table("event_words.toml")["means"]
    all_means = {word for name, some in means.items() if name not in ("of", "poisons") for word in some}
    first = words[0]
    before = [c for c in token.children if c.rel in ("compound", "amod") and c.i < first.i and c.lemma in all_means]
    return sorted([*before, *words], key=lambda word: word.i)


def by_poison(token: Token, kind: EventKind) -> EventKind:
    """A chemical attack where poison is what is dropped or struck with: "dropped barrels containing chlorine"."""
    if kind not in _FROM_AFAR:
        return kind
    poisons = read_table("event_words.toml")["means"]["poisons"]
    below = [child for child in token.children if child.rel in ("obj", "nsubj:pass", "obl", "nmod", "acl", "compound")]
    words = [
        word
        for child in below
        for word in (child, *child.children, *(each for c in child.children for each in c.children))
    ]
    return EventKind.CHEMICAL_ATTACK if any(word.lemma in poisons for word in words) else kind
