"""The words of an article that tell of events, by the lexicon of triggers and with guards against other senses."""

from dataclasses import dataclass
from functools import cache
from typing import Final

from kg.extract.cast import Cast
from kg.extract.events_classes import class_words, classes_of, heads, singular
from kg.extract.triggers_nouns import is_event_noun
from kg.model import EventKind
from kg.nlp import Parsed, Token
from kg.resources import read_table

_HYPHENS: Final = frozenset({"-", "‐", "–"})
_OF_TAKING: Final = frozenset(read_table("event_words.toml")["conduct"]["of_taking"])
_FIGHTING: Final = frozenset(read_table("event_words.toml")["battles"]["fighting"])
_MODIFYING: Final = frozenset({"amod", "compound"})


@dataclass(frozen=True, slots=True, eq=False)
class Trigger:
    """Words that tell of an event.

    Attributes:
        token: the head.
        words: the head and what belongs to the trigger ("rocket attack", "took control"), in text order.
        verb: whether the head is a verb.
    """

    token: Token
    words: tuple[Token, ...]
    kind: EventKind
    verb: bool
    rule: str


@dataclass(frozen=True, slots=True)
class _Frame:
    """What must stand with a verb."""

    kind: EventKind
    particle: str
    objects: frozenset[str]
    words: frozenset[str]
    subjects: frozenset[str]
    prepositions: frozenset[str]
    to: frozenset[str]


def find_triggers(parsed: Parsed, cast: Cast) -> tuple[Trigger, ...]:
    """The triggers of an article, left to right; a word is the head of one at most."""
    nouns, verbs = _noun_table(), _verb_table()
    irregular: dict[str, str] = read_table("event_words.toml")["irregular"]
    found: list[Trigger] = []
    for token in parsed.tokens:
        trigger = None
        base = irregular.get(token.lemma, token.lemma)
        owned = token.tag == "VBG" and token.lower in nouns and token.child("compound", "nmod:poss", "det") is not None
        if token.pos == "VERB" and base in verbs and not owned:  # not "rebel shelling killed six"
            trigger = _as_verb(token, verbs[base], cast)
        lemma = token.lower if token.tag == "VBG" else singular(token)
        if trigger is None and lemma in nouns and (token.pos in ("NOUN", "PROPN") or token.tag == "VBG"):
            trigger = _as_noun(token, nouns[lemma], parsed, cast)
        if trigger is not None:
            found.append(trigger)
    return _without_carried(found)


def _without_carried(found: list[Trigger]) -> tuple[Trigger, ...]:
    """Leaves out verbs that merely carry a noun out which is a trigger itself ("launched an offensive")."""
    nouns = {trigger.token.i for trigger in found if not trigger.verb}
    return tuple(
        trigger
        for trigger in found
        if not (trigger.verb and any(word.i in nouns for word in trigger.words if word is not trigger.token))
    )


def _as_noun(
    token: Token, phrases: list[tuple[tuple[str, ...], EventKind]], parsed: Parsed, cast: Cast
) -> Trigger | None:
    for phrase, kind in phrases:
        words = _phrase_before(token, phrase, parsed)
        if words is None or not is_event_noun(token, cast, single=len(phrase) == 1):
            continue
        finer = _by_means(token, kind) if kind in _COARSE else kind
        return Trigger(token, tuple(_with_means(token, words)), finer, verb=False, rule="events.noun")
    return None


def _phrase_before(token: Token, phrase: tuple[str, ...], parsed: Parsed) -> list[Token] | None:
    """The words of the phrase that end in this word, hyphens passed over, or None."""
    words, i = [token], token.i
    for lemma in reversed(phrase[:-1]):
        i -= 1
        while i > 0 and parsed.tokens[i].lower in _HYPHENS:
            i -= 1
        before = parsed.tokens[i] if i >= 0 else None
        if (
            before is None
            or before.sentence != token.sentence
            or lemma not in (before.lemma, before.lower, singular(before))
        ):
            return None
        words.append(before)
    words.reverse()
    return words


def _as_verb(token: Token, frames: list[_Frame], cast: Cast) -> Trigger | None:
    if token.rel in _MODIFYING or token.rel == "case" or _is_quality(token):
        return None
    for frame in frames:
        words = _fitting(token, frame, cast)
        if words is not None:
            words.sort(key=lambda word: word.i)
            return Trigger(token, tuple(words), frame.kind, verb=True, rule="events.verb")
    if token.lemma in _FIGHTING and takes(token) and _is_class(doer_of(token), frozenset({"armed"}), cast):
        return Trigger(token, (token,), EventKind.ARMED_CLASH, verb=True, rule="events.verb")
    return None


def _is_quality(verb: Token) -> bool:
    """Whether a participle only says what people are: "the displaced need food", "six million internally displaced"."""
    if verb.tag != "VBN" or verb.child("aux", "aux:pass", "nsubj", "obj", "obl", "obl:agent") is not None:
        return False
    if any(child.rel == "det" for child in verb.children):
        return True
    return any(child.lower == "internally" and child.i == verb.i - 1 for child in verb.children)


def takes(verb: Token) -> list[Token]:
    """The infinitives of taking that a fight is fought for ("fought to drive the rebels out of Goma")."""
    return [
        child
        for child in verb.children
        if child.rel in ("advcl", "xcomp")
        and child.lemma in _OF_TAKING
        and any(mark.lower == "to" and mark.pos == "PART" for mark in child.children)
    ]


def _fitting(token: Token, frame: _Frame, cast: Cast) -> list[Token] | None:
    """The words of the trigger where all that the frame asks for is there, else None."""
    words = [token]
    if frame.particle:
        particle = next(
            (c for c in token.children if c.lower == frame.particle and c.rel not in ("case", "mark")), None
        )
        if particle is None:
            return None
        words.append(particle)
    thing, doer = patient_of(token), doer_of(token)
    if frame.words:
        if thing is None or not any(singular(word) in frame.words for word in heads(thing)):
            return None
        words.append(thing)
    if frame.objects and not _is_class(thing, frame.objects, cast):
        return None
    if frame.objects == {"self"} and thing is not None:
        words.append(thing)
    if frame.subjects and not _is_class(doer, frame.subjects, cast):
        return None
    if (frame.prepositions or frame.to) and not any(
        (not frame.prepositions or set(child.preposition().split(" ")) & frame.prepositions)
        and (not frame.to or _is_class(child, frame.to, cast))
        for child in token.modifiers()
    ):
        return None
    return words


def _is_class(token: Token | None, wanted: frozenset[str], cast: Cast) -> bool:
    if token is None:
        return "none" in wanted or "no" in wanted
    if "place" in wanted and token.pos == "PROPN" and cast.referent_at(token) is None:
        return token.name in ("", "GPE", "LOC", "FAC")  # a place that no list knows
    return bool(classes_of(token, cast) & wanted)


def is_passive(verb: Token) -> bool:
    """Whether it is passive; a participle with an object is a past tense that the parser took for one."""
    participle = verb.tag == "VBN" or (verb.tag == "VBD" and verb.rel == "advcl" and verb.child("mark") is None)
    bare = participle and verb.rel in ("xcomp", "ccomp", "dep", "advcl") and verb.child("aux", "obj", "nsubj") is None
    if bare:
        return True  # "were reported killed", "the number still besieged"
    return verb.is_passive() and not (verb.rel == "acl" and verb.tag == "VBN" and verb.child("obj") is not None)


def patient_of(verb: Token) -> Token | None:
    """Whom or what a verb acts on: the object, or the subject of a passive."""
    if is_passive(verb):
        if verb.rel == "advcl" and verb.head is not None and verb.i > verb.head.i and verb.child("nsubj:pass") is None:
            return None  # "put the number of people besieged there at 500": not the one who puts it
        return verb.child("nsubj:pass") or (verb.head if verb.rel in ("acl", "acl:relcl") else verb.subject())
    thing = verb.child("obj")
    if verb.rel == "acl:relcl" and thing is not None and thing.lower in ("that", "which", "whom", "who"):
        return verb.head  # "a hill that rebels seized"
    return thing


def doer_of(verb: Token) -> Token | None:
    """Who or what does it: the subject, or the agent of a passive."""
    if is_passive(verb):
        return verb.agent()
    if verb.rel == "acl" and verb.tag == "VBN":
        return verb.head
    subject = verb.subject()
    if subject is not None and subject.lower in ("which", "that", "who") and verb.rel == "acl:relcl":
        return verb.head
    return subject or (verb.head if verb.rel == "acl" and verb.head is not None and not verb.head.is_verb() else None)


_COARSE: Final = frozenset(
    {EventKind.ASSAULT, EventKind.BOMBING, EventKind.SHELLING, EventKind.AIRSTRIKE, EventKind.KILLING}
)


def _by_means(token: Token, kind: EventKind) -> EventKind:
    """The finer kind of a plain attack, by what stands before it or what it is made with."""
    means = read_table("event_words.toml")["means"]
    lemma = singular(token)
    if lemma not in means["of"]:
        return kind
    before = set(_modifiers(token)) | {singular(child) for child in token.modifiers("with", "by", "involving", "using")}
    for name, words in means.items():
        if name != "of" and before.intersection(words):
            return EventKind(name)
    if lemma == "strike" and kind is EventKind.ASSAULT:
        return EventKind.AIRSTRIKE  # "coalition strikes": of guns and rockets it is mostly told
    return kind


def _modifiers(token: Token) -> list[str]:
    found: list[str] = []
    for child in token.children:
        if child.rel in ("compound", "amod", "nmod") and child.i < token.i:
            found += [child.lemma, *_modifiers(child)]
    return found


def _with_means(token: Token, words: list[Token]) -> list[Token]:
    """The words of the trigger, and the compound words right before it ("car bomb" in "a car bomb attack")."""
    means = read_table("event_words.toml")["means"]
    all_means = {word for name, some in means.items() if name != "of" for word in some}
    first = words[0]
    before = [c for c in token.children if c.rel in ("compound", "amod") and c.i < first.i and c.lemma in all_means]
    return sorted([*before, *words], key=lambda word: word.i)


@cache
def _noun_table() -> dict[str, list[tuple[tuple[str, ...], EventKind]]]:
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
def _verb_table() -> dict[str, list[_Frame]]:
    """By lemma, the frames in the order of the lexicon."""
    table: dict[str, list[_Frame]] = {}
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
            frame = _Frame(
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


def _looseness(frame: _Frame) -> int:
    if frame.words:
        return 0
    return 1 if frame.particle or frame.objects or frame.subjects or frame.prepositions or frame.to else 2
