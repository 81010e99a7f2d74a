"""One trigger with all that its sentence tells of the event: a draft, before those of one happening are merged."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Final

from kg.extract.cast import Cast
from kg.extract.events_classes import class_words, singular
from kg.extract.events_kinds import WARS
from kg.extract.events_place import NARROW, OWN, Where, taking_of
from kg.extract.events_where import where_of
from kg.extract.participants import find_participants
from kg.extract.status import attempt_of, status_of
from kg.extract.times import TimeWords, when_of
from kg.extract.times_calendar import WEEKDAYS
from kg.extract.triggers import Trigger, takes
from kg.extract.verbs import doer_of, patient_of
from kg.model import EventKind, FigureKind, Participant, Span, Status, When
from kg.nlp import Parsed, Token
from kg.resources import read_table

_AIMING: Final = frozenset(read_table("event_words.toml")["battles"]["aiming"])
_STOPPING: Final = frozenset(read_table("event_words.toml")["battles"]["stopping"])
_BEGINNING: Final = frozenset(read_table("event_words.toml")["battles"]["beginning"])
_FIGHTING: Final = frozenset(read_table("event_words.toml")["battles"]["fighting"])
_TRIED: Final = frozenset({EventKind.ASSAULT, EventKind.ADVANCE, EventKind.CAPTURE_OF_PLACE})
_FOR_GROUND: Final = frozenset({EventKind.CAPTURE_OF_PLACE, EventKind.ADVANCE, EventKind.SIEGE, EventKind.RETREAT})
_LASTING: Final = frozenset({EventKind.BATTLE, EventKind.ARMED_CLASH, EventKind.SIEGE})
_WEEKDAYS: Final = frozenset(day.lower() for day in WEEKDAYS)
_PART_IN: Final = frozenset(read_table("event_words.toml")["disowned"]["nouns"])
_DENYING: Final = frozenset(read_table("event_words.toml")["status"]["verbs"]["denied"])
_OLD: Final = timedelta(45)
_AGES: Final = timedelta(500)  # battles and sieges have lasted a year and more
_NEW_WORDS: Final = frozenset(read_table("event_words.toml")["anaphoric"]["fresh"])
_DEFINITE: Final = frozenset({"the", "this", "that", "these", "those", "its", "their", "his"})


@dataclass(frozen=True, slots=True, eq=False)
class Draft:
    """What one trigger tells.

    Attributes:
        definite: "the attack": may speak of an event told before.
        fresh: "another attack": speaks of a further event.
        number: "three" in "three strikes", or "".
        tolls: how many its clause tells to be dead or hurt, by what befell them.
        shown: the trigger that names it; None: the first.
    """

    kind: EventKind
    triggers: tuple[Trigger, ...]
    status: Status
    background: bool
    when: When | None
    where: Where | None
    participants: tuple[Participant, ...]
    weapon: Span | None
    definite: bool
    fresh: bool
    number: str
    rule: str
    tolls: frozenset[tuple[FigureKind, int]] = frozenset()
    shown: Trigger | None = None

    @property
    def first(self) -> Trigger:
        return self.triggers[0]

    @property
    def real(self) -> bool:
        """Whether it happened or is claimed to have."""
        return self.status in (Status.HAPPENED, Status.CLAIMED)


def draft_of(trigger: Trigger, parsed: Parsed, cast: Cast, times: tuple[TimeWords, ...]) -> Draft:
    """The event that one trigger tells of, by its own sentence."""
    attempt = attempt_of(trigger.token) if trigger.kind in _TRIED else None
    if attempt is not None:  # "tried to storm the base": stormed it was, whatever came of it
        trigger = replace(trigger, kind=EventKind.ASSAULT)
    judged = status_of(trigger.token if attempt is None else attempt)
    where = where_of(trigger, parsed, cast)
    when = _from_beginning(trigger, when_of(trigger.token, times, parsed), parsed.document.day)
    habit = _is_habit(trigger, when)
    return Draft(
        kind=EventKind.OTHER if habit else EventKind.BATTLE if _is_for_place(trigger, where, cast) else trigger.kind,
        triggers=(trigger,),
        status=judged.status,
        background=habit or _is_background(trigger, when, parsed.document.day),
        when=when,
        where=where,
        participants=find_participants(trigger, cast),
        weapon=_weapon(trigger),
        definite=_is_definite(trigger),
        fresh=_is_fresh(trigger),
        number=_number(trigger),
        rule=trigger.rule,
    )


def _is_habit(trigger: Trigger, when: When | None) -> bool:
    """Whether it is no single blow: "has often targeted the town", "have targeted schools and clinics"."""
    words = read_table("event_words.toml")["background"]
    token = trigger.token
    doer = doer_of(token) if trigger.verb else None
    flown = doer is not None and "aircraft" in _classes(doer)
    if not trigger.verb or flown or trigger.kind not in (EventKind.ASSAULT, EventKind.AIRSTRIKE):
        return False
    if any(child.lower in words["adverbs"] for child in token.children if child.rel == "advmod"):
        return token.lemma in words["often"]
    perfect = any(child.rel == "aux" and child.lower in ("has", "have", "'ve", "’ve") for child in token.children)
    thing = patient_of(token)
    plain = perfect and when is None and thing is not None and thing.is_plural()
    return plain and token.lemma in words["habits"]


def is_vague(draft: Draft) -> bool:
    """Whether it is only wished, feared or denied, and nothing tells where or when: "vowed further attacks"."""
    sure = (OWN, "events.place-as-read") if draft.kind in _FOR_GROUND else (OWN,)
    placed = draft.where is not None and draft.where.rule in sure
    dated = draft.first.verb and draft.when is not None
    return draft.status in (Status.PLANNED, Status.HYPOTHETICAL) and not (placed or dated)


def _is_for_place(trigger: Trigger, where: Where | None, cast: Cast) -> bool:
    """Whether fighting is told as one for a narrow place: "the fight for the port", "fought to retake the port"."""
    narrow = where is not None and cast.referents[where.place].place in NARROW
    if trigger.kind is not EventKind.ARMED_CLASH or not narrow or where is None:
        return False
    if trigger.verb:
        return bool(takes(trigger.token))
    aims = trigger.token.modifiers("for")
    wanted = singular(trigger.token) in _FIGHTING and (bool(aims) or bool(taking_of(trigger.token)))
    return wanted and where.rule == "events.place-of-trigger"


def _from_beginning(trigger: Trigger, when: When | None, published: date | None) -> When | None:
    """The time of lasting fighting, or of a war, that "began on Tuesday": from then on; or ended: until then."""
    verb = trigger.token.head if not trigger.verb else None
    clause = trigger.token.child("acl:relcl") if not trigger.verb else None
    starts = any(word is not None and word.lemma in _BEGINNING for word in (verb, clause))
    begun = clause is not None and clause.lemma in _BEGINNING
    if when is not None and trigger.kind in _LASTING and not begun and _is_brought_to_an_end(trigger):
        return replace(when, earliest=None)  # "lifted the siege on Monday"
    lasts = trigger.kind in _LASTING or (not trigger.verb and singular(trigger.token) in WARS)
    if when is None or not lasts or not starts:
        return when
    return replace(when, latest=published)


def is_standing(draft: Draft) -> bool:
    """Whether it tells of no happening but of what somebody is about: no place, no time, "a coalition fighting IS"."""
    token = draft.first.token
    if not draft.first.verb or token.tag != "VBG" or draft.where is not None or draft.when is not None:
        return False
    if token.rel == "acl":
        return draft.background and draft.kind in _LASTING
    going_on = any(
        child.rel == "aux" and child.lower in ("is", "are", "'s", "’s", "’re", "'re") for child in token.children
    )
    return going_on and token.lemma == "target"


def is_disowned(draft: Draft) -> bool:
    """Whether it is only named as what somebody had no part in: "denied any involvement in the raids"."""
    token = draft.first.token
    part = token.head
    placed = draft.where is not None and draft.where.rule == "events.place-of-trigger"
    if draft.first.verb or part is None or part.lemma not in _PART_IN or placed:
        return False
    verb = part.head
    return verb is not None and part.rel == "obj" and verb.lemma in _DENYING


def is_aim(trigger: Trigger, triggers: tuple[Trigger, ...]) -> bool:
    """Whether a verb only tells what another event is for ("the battle to retake the port")."""
    head = trigger.token.head
    if not trigger.verb or trigger.token.rel not in ("acl", "advcl", "xcomp") or head is None:
        return False
    infinitive = any(child.lower == "to" and child.pos == "PART" for child in trigger.token.children)
    carried = {word.i for other in triggers if other is not trigger for word in (other.token, *_carrier(other))}
    return infinitive and (head.i in carried or head.lemma in _AIMING)


def is_stopped(trigger: Trigger) -> bool:
    """Whether it only names what no longer goes on: "halted air strikes", but not "halted its offensive"."""
    if not _is_brought_to_an_end(trigger):
        return False
    return not any(child.rel in ("det", "nmod:poss", "nummod") for child in trigger.token.children)


def _is_brought_to_an_end(trigger: Trigger) -> bool:
    head = trigger.token.head
    if trigger.verb or head is None or not head.is_verb() or trigger.token.rel not in ("obj", "nsubj:pass"):
        return False
    return head.lemma in _STOPPING or head.lemma == "break"  # "broke the siege", but "clashes broke out"


def _carrier(trigger: Trigger) -> list[Token]:
    """The verb that a noun is carried out by ("launched" in "launched an offensive to take the port")."""
    head = trigger.token.head
    return (
        [head] if not trigger.verb and head is not None and trigger.token.rel in ("obj", "nsubj", "nsubj:pass") else []
    )


def _is_definite(trigger: Trigger) -> bool:
    if trigger.verb:  # "The shells were fired from the hills"
        arms = {"weapon", "rocket", "shell", "mine", "drone"}
        known = [word for word in (patient_of(trigger.token), trigger.token.subject()) if word is not None]
        return any(
            arms & _classes(word) and any(child.lower in _DEFINITE for child in word.dependents("det"))
            for word in known
        )
    if any(child.lower.rstrip("s") in _WEEKDAYS for child in trigger.token.children if child.i < trigger.token.i):
        return True  # "Monday's strike"
    determiners = [child for child in trigger.token.children if child.rel in ("det", "nmod:poss", "nmod")]
    return any(child.lower in _DEFINITE for child in determiners)


def _is_fresh(trigger: Trigger) -> bool:
    token = trigger.token
    if _is_also(trigger):
        return True
    if trigger.verb:  # "another car bomb killed six"
        subject = token.child("nsubj", "nsubj:pass")
        if subject is None or not {"weapon", "rocket", "shell", "mine", "drone", "bomber"} & _classes(subject):
            return False
        token = subject
    before = [child for child in token.children if child.i < token.i]
    return any(child.lower in _NEW_WORDS for child in before if child.rel in ("amod", "det", "compound", "nmod"))


def _is_also(trigger: Trigger) -> bool:
    """Whether it is told as a further one by its verb: "Mortar fire also hit the port", but not "The fire also hit"."""
    token = trigger.token
    verb = token if trigger.verb else token.head
    if verb is None or not verb.is_verb() or not any(child.lower == "also" for child in verb.children):
        return False
    return not _is_definite(trigger) and (trigger.verb or token.rel in ("nsubj", "nsubj:pass"))


def _classes(token: Token) -> set[str]:
    return {name for name, words in class_words().items() if singular(token) in words}


def _number(trigger: Trigger) -> str:
    before = trigger.token.child("nummod") if not trigger.verb else None
    return "" if before is None else before.lower


def _is_background(trigger: Trigger, when: When | None, published: date | None) -> bool:
    """Whether it is told as earlier history: long before the article, or as what a group does by habit."""
    words = read_table("event_words.toml")["background"]
    token = trigger.token
    if singular(token) in words["wars"] and trigger.kind is EventKind.OTHER:
        return True
    if token.head is not None and token.head.lemma in words["series"] and token.head.preposition() == "in":
        return True  # "the latest in a spate of blasts"
    if when is not None and published is not None:
        end, start = when.latest or published, when.earliest
        since = _AGES if trigger.kind in _LASTING else _OLD
        if end < published - _OLD or (start is not None and start < published - since):
            return True  # "have been battling the group for the past six years"
    if any(child.lower in words["adjectives"] for child in token.children if child.i < token.i and not trigger.verb):
        return True
    verb = token if trigger.verb else token.head
    if verb is None:
        return False
    if any(child.lower in words["adverbs"] for child in verb.children if child.rel == "advmod"):
        return True
    # "a coalition battling the group": what it is, not what is new
    return (
        trigger.verb
        and verb.rel == "acl"
        and verb.tag == "VBG"
        and verb.head is not None
        and verb.head.rel in ("appos", "root", "xcomp", "nmod")
    )


def _weapon(trigger: Trigger) -> Span | None:
    """The words for the means: what is fired or dropped, what stands before "attack", "with mortars"."""
    arms = class_words()
    weapons = arms["weapon"] | arms["rocket"] | arms["shell"] | arms["mine"] | arms["drone"]
    if trigger.verb:
        patient = patient_of(trigger.token)
        for word in [patient, trigger.token.subject(), *trigger.token.modifiers("with", "by", "using")]:
            if word is not None and singular(word) in weapons:
                return _phrase(word)
        return None
    for word in [*reversed(trigger.words), *trigger.token.children]:
        if singular(word) in weapons and (word.rel == "compound" or word is trigger.token):
            return _phrase(word)
    for word in trigger.token.modifiers("with", "using", "by"):
        if singular(word) in weapons:
            return _phrase(word)
    return None


def _phrase(word: Token) -> Span:
    """The noun with the compounds and adjectives right before it ("incendiary bombs")."""
    start = min(
        [
            word.start,
            *(child.start for child in word.children if child.rel in ("compound", "amod") and child.i < word.i),
        ]
    )
    return Span(start, word.end)
