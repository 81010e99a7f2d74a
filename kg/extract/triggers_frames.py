"""The lexicon of triggers: which nouns tell of an event, and what must stand with a verb that does."""

from dataclasses import dataclass
from functools import cache

from kg.extract.events_classes import class_words
from kg.model import EventKind
from kg.resources import read_table


@dataclass(frozen=True, slots=True)
class Frame:
    """What must stand with a verb."""

    kind: EventKind
    particle: str
    objects: frozenset[str]
    words: frozenset[str]
    subjects: frozenset[str]
    prepositions: frozenset[str]
    to: frozenset[str]


@cache
def noun_table() -> dict[str, list[tuple[tuple[str, ...], EventKind]]]:
    """By head lemma, the phrases that end in it, the longest first."""
    table: dict[str, list[tuple[tuple[str, ...], EventKind]]] = {}
    for kind, lists in read_table("triggers.toml").items():
        for phrase in lists["nouns"]:
            words = tuple(phrase.split(" "))
            if "-" in words[-1]:  # the tokenizer cuts "counter-attack" in three
                table.setdefault(words[-1].split("-")[-1], []).append(
                    ((*words[:-1], *words[-1].split("-")), EventKind(kind))
                )
            table.setdefault(words[-1], []).append((words, EventKind(kind)))
    for phrases in table.values():
        phrases.sort(key=lambda entry: -len(entry[0]))
    return table


@cache
def verb_table() -> dict[str, list[Frame]]:
    """By lemma, the frames in the order of the lexicon."""
    table: dict[str, list[Frame]] = {}
    for kind, lists in read_table("triggers.toml").items():
        for entry in lists["verbs"]:
            lemma, *rest = entry.split(" ")
            slots = dict(part.split("=", 1) for part in rest if "=" in part)
            unknown = set(slots) - {"obj", "word", "subj", "prep", "to"}
            wanted = {name: frozenset(value.split(",")) for name, value in slots.items()}
            for name in ("obj", "subj", "to"):
                unknown |= wanted.get(name, frozenset()) - class_words().keys() - {"place", "self", "none", "no"}
            if unknown:
                raise ValueError(f"triggers.toml: {entry!r}: unknown {sorted(unknown)}")
            empty: frozenset[str] = frozenset()
            frame = Frame(
                EventKind(kind),
                next((part for part in rest if "=" not in part), ""),
                wanted.get("obj", empty),
                wanted.get("word", empty),
                wanted.get("subj", empty),
                wanted.get("prep", empty),
                wanted.get("to", empty),
            )
            table.setdefault(lemma, []).append(frame)
    # "took control" before "took the town", and a frame that asks for nothing last
    return {lemma: sorted(frames, key=_looseness) for lemma, frames in table.items()}


def _looseness(frame: Frame) -> int:
    if frame.words:
        return 0
    return 1 if frame.particle or frame.objects or frame.subjects or frame.prepositions or frame.to else 2
