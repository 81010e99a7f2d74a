"""The words of an article that tell of events, by the lexicon of triggers and with guards against other senses."""

from dataclasses import dataclass
from typing import Final

from kg.extract.cast import Cast
from kg.extract.events_classes import classes_of, heads, singular
from kg.extract.triggers_frames import Frame, noun_table, verb_table
from kg.extract.triggers_means import by_means, by_poison, with_means
from kg.extract.triggers_nouns import is_event_noun
from kg.extract.triggers_read import ATTACK, read_kind
from kg.extract.verbs import doer_of, patient_of
from kg.model import EventKind
from kg.nlp import Parsed, Token
from kg.resources import read_table

_HYPHENS: Final = frozenset({"-", "‐", "–"})
_OF_TAKING: Final = frozenset(read_table("event_words.toml")["conduct"]["of_taking"])
_FIGHTING: Final = frozenset(read_table("event_words.toml")["battles"]["fighting"])
_APPOSED: Final = 4  # words
_EFFECTS: Final = frozenset(read_table("event_words.toml")["conduct"]["effects"])
_LAUNCHING: Final = frozenset(read_table("event_words.toml")["conduct"]["launch"])
_STOPPING: Final = frozenset(read_table("event_words.toml")["battles"]["stopping"])
_GROUND_WON: Final = frozenset({EventKind.ADVANCE, EventKind.CAPTURE_OF_PLACE})
_MODIFYING: Final = frozenset({"amod", "compound"})

AS_TOLD: Final = "events.as-told"

_LEAST: Final = 0.15
"""How likely the language model must at least take words for a happening; which are worth telling is asked later. By
development data."""


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


def find_triggers(parsed: Parsed, cast: Cast) -> tuple[Trigger, ...]:
    """The triggers of an article, left to right; a word is the head of one at most."""
    nouns, verbs = noun_table(), verb_table()
    attacks = frozenset(seen.word.i for seen in parsed.happenings if seen.kind == ATTACK)
    irregular: dict[str, str] = read_table("event_words.toml")["irregular"]
    found: list[Trigger] = []
    for token in parsed.tokens:
        trigger = None
        base = irregular.get(token.lemma, token.lemma)
        owned = token.tag == "VBG" and token.lower in nouns and token.child("compound", "nmod:poss", "det") is not None
        if token.pos == "VERB" and base in verbs and not owned:  # not "rebel shelling killed six"
            trigger = _as_verb(token, verbs[base], cast)
        if trigger is None and token.pos == "VERB" and token.i in attacks and not owned:
            trigger = _as_read(token, cast)
        trigger = trigger or _as_named(token, parsed)
        lemma = token.lower if token.tag == "VBG" else singular(token)
        if trigger is None and lemma in nouns and (token.pos in ("NOUN", "PROPN") or token.tag == "VBG"):
            trigger = _as_noun(token, nouns[lemma], parsed, cast)
        if trigger is not None and _is_told(trigger, parsed):
            found.append(trigger)
    found += _as_told(found, parsed)
    return _without_carried(sorted(found, key=lambda trigger: trigger.token.i))


def _is_told(trigger: Trigger, parsed: Parsed) -> bool:
    """Whether the language model, where it reads the article as a whole, takes the words for a happening as well."""
    telling = parsed.telling
    return telling is None or max(telling.sure(word.i) for word in trigger.words) >= _LEAST


def _as_told(found: list[Trigger], parsed: Parsed) -> list[Trigger]:
    """The words that the language model alone takes for a happening."""
    telling = parsed.telling
    if telling is None:
        return []
    taken = {word for trigger in found for word in trigger.words}
    return [
        Trigger(token, (token,), kind_as_told(token, telling.kind(token.i)), verb=token.pos == "VERB", rule=AS_TOLD)
        for token in parsed.tokens
        if token.pos in ("VERB", "NOUN", "PROPN") and token not in taken and telling.sure(token.i) >= _LEAST
    ]


def kind_as_told(token: Token, kind: str) -> EventKind:
    """The kind that the language model takes words for; what stops a thing is not that thing: "halted the raids"."""
    return EventKind.OTHER if token.pos == "VERB" and token.lemma in _STOPPING else EventKind(kind)


def _without_carried(found: list[Trigger]) -> tuple[Trigger, ...]:
    """Leaves out verbs that merely carry a noun out which is a trigger itself ("launched an offensive").

    Also what only fills such a word out: "negotiating | a deal", "made progress | in liberating the north".
    """
    nouns = {trigger.token.i for trigger in found if not trigger.verb}
    kept = [
        trigger
        for trigger in found
        if not (trigger.verb and any(word.i in nouns for word in trigger.words if word is not trigger.token))
        and not (trigger.verb and trigger.kind is not EventKind.DISPLACEMENT and _is_done_by(trigger.token, nouns))
    ]
    return tuple(
        trigger for trigger in kept if not any(_fills(trigger, other) for other in kept if other is not trigger)
    )


def _is_done_by(verb: Token, nouns: set[int]) -> bool:
    """Whether the blow that does it is told itself: "killed by air strikes | and missiles"."""
    doer = doer_of(verb) if verb.lemma in _EFFECTS else None
    return doer is not None and doer.i in nouns


def _fills(trigger: Trigger, other: Trigger) -> bool:
    """Whether it hangs on the words of the other and says no more than these."""
    if other.rule == "events.named-operation" and singular(trigger.token) == "operation":
        return (
            trigger.token.sentence == other.token.sentence
        )  # "Operation Northern Lion, the operation to free the north"
    head = trigger.token.head
    if not other.verb or head is None or all(word is not head for word in other.words):
        return False
    if trigger.verb and trigger.token.rel == "acl:relcl":
        return True  # "fired a round that landed in the market"
    if trigger.kind is EventKind.AGREEMENT:
        return other.kind is EventKind.TALKS and trigger.token.rel == "obj"
    return (
        trigger.verb
        and trigger.token.tag == "VBG"
        and {trigger.kind, other.kind} <= _GROUND_WON
        and len(other.words) > 1
    )


def _as_named(token: Token, parsed: Parsed) -> Trigger | None:
    """An operation called by its name where nobody launches it here: "as part of Operation Northern Lion"."""
    if token.text != "Operation" or (token.i and parsed.tokens[token.i - 1].lower in _HYPHENS):
        return None  # "the commander of Task Force West - Operation Northern Lion": who he is
    words = [token]
    while words[-1].i + 1 < len(parsed.tokens) and parsed.tokens[words[-1].i + 1].text.istitle():
        words.append(parsed.tokens[words[-1].i + 1])
    if len(words) == 1:
        return None
    token = next((word for word in words if word.head not in words), token)
    verb = token.head
    launched = verb is not None and token.rel in ("obj", "nsubj:pass") and verb.lemma in _LAUNCHING
    kind = EventKind.ASSAULT if launched else EventKind.OTHER
    return Trigger(token, tuple(words), kind, verb=False, rule="events.named-operation")


def _as_noun(
    token: Token, phrases: list[tuple[tuple[str, ...], EventKind]], parsed: Parsed, cast: Cast
) -> Trigger | None:
    for phrase, kind in phrases:
        words = _phrase_before(token, phrase, parsed)
        if words is None or not is_event_noun(token, cast, single=len(phrase) == 1):
            continue
        finer = by_means(token, kind)
        return Trigger(token, tuple(with_means(token, words)), finer, verb=False, rule="events.noun")
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


def _as_verb(token: Token, frames: list[Frame], cast: Cast) -> Trigger | None:
    if token.rel in _MODIFYING or token.rel == "case" or _is_quality(token):
        return None
    for frame in frames:
        words = _fitting(token, frame, cast)
        if words is not None:
            words.sort(key=lambda word: word.i)
            return Trigger(token, tuple(words), by_poison(token, frame.kind), verb=True, rule="events.verb")
    if token.lemma in _FIGHTING and takes(token) and _is_class(doer_of(token), frozenset({"armed"}), cast):
        return Trigger(token, (token,), EventKind.ARMED_CLASH, verb=True, rule="events.verb")
    return None


def _as_read(token: Token, cast: Cast) -> Trigger | None:
    """An attack by the language model, where the lexicon knows the verb but none of its frames fits."""
    if token.rel in _MODIFYING or token.rel == "case" or _is_quality(token):
        return None
    kind = read_kind(token, cast)
    return None if kind is None else Trigger(token, (token,), kind, verb=True, rule="events.as-read")


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


def _fitting(token: Token, frame: Frame, cast: Cast) -> list[Token] | None:
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
    if frame.objects and not _is_class(thing, frame.objects, cast) and not _is_ground(thing, frame):
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


def _is_ground(thing: Token | None, frame: Frame) -> bool:
    """Whether "it" means the town that is captured ("two days after it was seized by rebels"; but "took it")."""
    return thing is not None and thing.lower == "it" and frame.kind is EventKind.CAPTURE_OF_PLACE and not frame.subjects


def _is_class(token: Token | None, wanted: frozenset[str], cast: Cast) -> bool:
    if token is None:
        return "none" in wanted or "no" in wanted
    if "place" in wanted and token.pos == "PROPN" and cast.referent_at(token) is None:
        return token.name in ("", "GPE", "LOC", "FAC")  # a place that no list knows
    return bool(classes_of(token, cast) & wanted)
