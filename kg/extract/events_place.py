"""Where an event takes place by the syntax of the words of place around its trigger."""

from dataclasses import dataclass
from typing import Final

from kg.extract.cast import Cast
from kg.extract.events_classes import class_words, heads, singular
from kg.extract.events_source import is_of_source
from kg.extract.triggers import Trigger
from kg.extract.verbs import patient_of
from kg.model import EventKind, PlaceKind, Span
from kg.nlp import Parsed, Token
from kg.resources import read_table

_IN: Final = frozenset(read_table("event_words.toml")["place"]["prepositions"])
_FROM: Final = frozenset({"from", "to"})
_LEAVING: Final = frozenset(read_table("event_words.toml")["place"]["leaving"])
_OF_SCENE: Final = frozenset({"in", "at", "near", "outside", "inside", "around", "across"})
_SIDES: Final = frozenset(read_table("event_words.toml")["place"]["sides"])
_MEASURES: Final = frozenset(read_table("event_words.toml")["place"]["measures"])
_BLOWS: Final = frozenset(read_table("event_words.toml")["means"]["of"])
_RANK: Final = {
    PlaceKind.SETTLEMENT: 0, PlaceKind.FACILITY: 0, PlaceKind.DISTRICT: 0, PlaceKind.OTHER: 0, PlaceKind.RIVER: 2,
    PlaceKind.BORDER: 2, PlaceKind.REGION: 3, PlaceKind.COUNTRY: 5,
}  # fmt: skip


_FOR_GROUND: Final = frozenset({EventKind.CAPTURE_OF_PLACE, EventKind.SIEGE, EventKind.ADVANCE, EventKind.RETREAT})
_AIMS: Final = frozenset({"against", "over", "for"})
_PROTESTS: Final = frozenset(read_table("event_words.toml")["place"]["protests"])
_WAYS: Final = frozenset(read_table("event_words.toml")["place"]["ways"])
_TOWARDS: Final = ("on", "onto", "into", "in", "to", "toward", "towards")
_BESIDE: Final = frozenset({"near", "outside", "around", "beyond", "towards", "toward", "off"})
_WARDS: Final = frozenset(read_table("event_words.toml")["place"]["wards"])
OWN: Final = "events.place-of-trigger"
NARROW: Final = frozenset({PlaceKind.SETTLEMENT, PlaceKind.FACILITY, PlaceKind.DISTRICT})


@dataclass(frozen=True, slots=True)
class Where:
    """A place of the cast, the words that say it, and the places that it is told to lie in.

    Attributes:
        ward: told as a part of a town or a building in it ("the Salah quarter").
        near: only told to be near the place ("a village near Homs").
    """

    place: int
    evidence: Span
    rule: str
    outer: frozenset[int]
    ward: bool = False
    near: bool = False


def of_object(trigger: Trigger, cast: Cast) -> Where | None:
    """The narrow place that is taken or attacked ("retook Homs", "the fall of the town", "advanced on Homs")."""
    token, takes = trigger.token, trigger.kind in _FOR_GROUND
    found: list[tuple[Token, int]] = []
    if trigger.verb:
        patient = patient_of(token)
        found = [] if patient is None else places_of(patient, cast)
        subject = token.subject() if token.lemma == "fall" else None
        found += [] if subject is None else places_of(subject, cast)
    elif takes:
        found = [each for child in token.dependents("nmod:poss") for each in places_of(child, cast)]
    if takes and not found:
        owners = [word for word in trigger.words if word is not token or not trigger.verb]
        words = [word for owner in owners for word in owner.modifiers("of", "over", "on")]
        words += token.modifiers(*_TOWARDS) if trigger.kind is EventKind.ADVANCE else ()
        found = [each for word in words for each in places_of(word, cast)]
    best = _best(found, cast)
    return None if best is None or kind_of(cast, best[1]) not in NARROW else where_at(best, cast, OWN)


def by_syntax(trigger: Trigger, parsed: Parsed, cast: Cast) -> Where | None:
    """The place of an event: its own words first, then those of the verbs above it, then of its sentence."""
    own = [*_below(trigger.token, cast, deep=4)]
    patient = patient_of(trigger.token) if trigger.verb else None
    if patient is not None:
        own += places_of(patient, cast) + _below(patient, cast, deep=4)
    if trigger.verb and trigger.token.lemma == "fall":  # "the town fell"
        subject = trigger.token.subject()
        own += [] if subject is None else places_of(subject, cast) + _below(subject, cast, deep=4)
    for word in trigger.words:
        if word is not trigger.token:
            own += _below(word, cast, deep=1)
            if word.rel in ("compound", "nmod:poss"):
                own += places_of(word, cast)
    for verb in trigger.token.dependents("acl", "acl:relcl") if not trigger.verb else ():
        thing = verb.child("obj")
        own += _below(verb, cast, deep=4) + ([] if thing is None else _below(thing, cast, deep=4))
    for verb in taking_of(trigger.token):
        aim = patient_of(verb)
        own += _below(verb, cast, deep=4)
        if aim is not None:
            own += places_of(aim, cast) + _below(aim, cast, deep=4)
    for child in trigger.token.children:
        if child.rel in ("nmod:poss", "compound") and not trigger.verb:
            own += [each for each in places_of(child, cast) if kind_of(cast, each[1]) is not PlaceKind.COUNTRY]
    found = _best(own, cast)
    if found is not None:
        return where_at(found, cast, OWN)
    for word in _governors(trigger.token):
        place = _where_clause(word, cast)
        thing = patient_of(word) if word.is_verb() else None
        if thing is not None and thing is not trigger.token:
            place += places_of(thing, cast) + _below(thing, cast, deep=4)
        place += _beside(word, cast)
        found = _best([*_below(word, cast, deep=4), *place], cast)
        if found is not None:
            return where_at(found, cast, "events.place-of-governor")
    return _of_sentence(trigger, parsed, cast)


def taking_of(noun: Token) -> list[Token]:
    """The infinitives that say what a fight is for ("the battle to retake the port")."""
    return [
        child
        for child in noun.children
        if child.rel in ("acl", "xcomp", "advcl")
        and child.is_verb()
        and any(mark.lower == "to" for mark in child.children)
    ]


def kind_of(cast: Cast, place: int) -> PlaceKind:
    """What a place of the cast is."""
    return cast.referents[place].place or PlaceKind.OTHER


def places_of(token: Token, cast: Cast) -> list[tuple[Token, int]]:
    """The places that a word and its conjuncts mean, by name or by the name before it ("Salah village")."""
    found: list[tuple[Token, int]] = []
    for word in heads(token):
        named = [
            (each, place) for each in (word, *_naming(word)) for place in (cast.place_at(each),) if place is not None
        ]
        inner = [each for each in named if any(lies_in(each[1], other, cast) for _, other in named)]
        found += (inner or named)[:1]  # "the Salah quarter of Homs", "the Homs quarter of Salah"
    return found


def lies_in(inner: int, outer: int, cast: Cast) -> bool:
    """Whether the article tells the one place as lying in the other."""
    around = cast.referents[outer]
    return not {around.name, *around.names}.isdisjoint(cast.referents[inner].within)


def _naming(word: Token) -> list[Token]:
    """What may name the land or building: "the capital's district of Shaab", "Salah village", "his Homs office"."""
    classes = class_words()
    land = singular(word) in classes["ground"]
    if not land and singular(word) not in classes["building"]:
        return []
    before = [child for child in word.children if child.rel in ("compound", "amod", "nmod:poss") and child.i < word.i]
    return [*((*word.modifiers("of"), *word.dependents("appos")) if land else ()), *reversed(before)]


def _is_distance(word: Token) -> bool:
    """Whether it only tells how far off a place is ("90 kilometres north of the capital")."""
    above = [word.head, None if word.head is None else word.head.head]
    measures = (word, *(each for each in above if each is not None and not each.is_verb()))
    return any(
        child.lemma in _MEASURES and child.i < word.i
        for each in measures
        for child in (each, *each.children)
        if child is not word
    )


def _below(token: Token, cast: Cast, *, deep: int) -> list[tuple[Token, int]]:
    """Places among the words of place that hang on this word, and on those again, so many levels down."""
    found: list[tuple[Token, int]] = []
    for child in token.modifiers():
        preposition = child.preposition()
        if preposition not in _IN and preposition.split(" ")[-1] not in _IN:
            continue
        if preposition.startswith("according") or _is_distance(child):
            continue
        if preposition in ("toward", "towards") and token.lemma in _WAYS:  # "in their push towards Raqqa they took ..."
            continue
        if preposition in _AIMS and token.lemma in _PROTESTS:  # "marched in Rome against the war on Iraq"
            continue
        if preposition in _FROM and token.lemma not in (
            "withdraw",
            "retreat",
            "evacuate",
            "flee",
            "displace",
            "clear",
            "push",
            "move",
            "counterattack",
        ):
            continue
        here = places_of(child, cast)
        found += here
        if deep > 1 and not here:
            found += _below(child, cast, deep=deep - 1)
            for clause in child.dependents("acl", "acl:relcl"):  # "in raids that rebels launched on the town"
                found += _below(clause, cast, deep=1)
    for child in token.dependents("advmod"):  # "further west near the border"
        found += _below(child, cast, deep=1)
    return found


def _governors(token: Token) -> list[Token]:
    """The words above whose place is also that of the trigger: until the clause ends, or a verb of saying stands."""
    found: list[Token] = []
    if token.is_verb():
        found.append(token)
    for child in [token, *token.ancestors()]:
        head = child.head
        if head is None or child.rel in ("ccomp", "acl:relcl", "parataxis", "appos"):
            break
        if child.rel == "conj" and child.is_verb() and child.child("nsubj") is not None:
            break
        found.append(head)
    return found


def _beside(verb: Token, cast: Cast) -> list[tuple[Token, int]]:
    """The places of a verb's subject that is a blow, and of the verbs that go on with it.

    For "the blast in the port killed six", "were caught and hanged in Homs", "resumed their attack, hitting Homs".
    """
    if not verb.is_verb():
        return []
    found: list[tuple[Token, int]] = []
    subject = verb.child("nsubj")
    if subject is not None and singular(subject) in _BLOWS:
        found += _below(subject, cast, deep=4)
    for other in verb.dependents("conj", "advcl", "xcomp"):
        goes_on = other.rel == "conj" and other.child("nsubj", "nsubj:pass") is None
        if other.is_verb() and (goes_on or other.tag == "VBG" or other.rel == "xcomp"):
            thing = other.child("obj")
            found += _below(other, cast, deep=4)
            found += [] if thing is None else places_of(thing, cast) + _below(thing, cast, deep=4)
    return found


def _where_clause(verb: Token, cast: Cast) -> list[tuple[Token, int]]:
    """The place that a clause with "where" hangs on ("the village where rebels made their last stand")."""
    if verb.rel != "acl:relcl" or verb.head is None or not any(child.lower == "where" for child in verb.children):
        return []
    return places_of(verb.head, cast) or _below(verb.head, cast, deep=1)


def _best(found: list[tuple[Token, int]], cast: Cast) -> tuple[Token, int] | None:
    """The most narrow place; of equals the first."""
    return min(found, key=lambda each: _RANK[kind_of(cast, each[1])], default=None)


def where_at(found: tuple[Token, int], cast: Cast, rule: str) -> Where:
    """A word for a place, with the mention that it belongs to and the places that this is told to lie in."""
    token, place = found
    mention = cast.mention_at(token)
    head = token.head if token.rel in ("compound", "amod", "nmod:poss") else None
    outer = [*_below(token, cast, deep=4), *([] if head is None else _below(head, cast, deep=4))]
    around = frozenset(each for _, each in outer if each != place)
    land = head if head is not None else token.head if token.preposition() == "of" else None
    named = [word for word in (token, land) if word is not None]
    ward = any(singular(word) in _WARDS and word.text.islower() for word in named)
    near = any(word.preposition().split(" ")[-1] in _BESIDE for word in named)
    return Where(place, mention.span if mention is not None else token.span, rule, around, ward, near)


def _word_before(token: Token, parsed: Parsed, cast: Cast) -> str:
    """The word right before the mention of a place, the article passed over: the parser often loses a preposition."""
    mention = cast.mention_at(token)
    inside = () if mention is None else parsed.tokens_in(mention.span)
    i = (inside[0].i if inside else token.i) - 1
    while i > 0 and parsed.tokens[i].lower not in _OF_SCENE and parsed.tokens[i].pos in ("DET", "ADJ", "PROPN"):
        i -= 1
    return parsed.tokens[i].lower if i >= 0 and parsed.tokens[i].sentence == token.sentence else ""


def _is_scene(token: Token, parsed: Parsed, cast: Cast) -> bool:
    """Whether a word of place stands before it, or before the land that it names ("in the district of Shaab")."""
    before = _word_before(token, parsed, cast)
    land = token.head
    if before == "of" and land is not None and singular(land) in class_words()["ground"]:
        return land.preposition() in _OF_SCENE
    return before in _OF_SCENE and not _is_distance(token)


def _of_sentence(trigger: Trigger, parsed: Parsed, cast: Cast) -> Where | None:
    """The place that opens the sentence ("In Homs, ..."), or the only one that it names by a word of place."""
    sentence = parsed.sentence_of(trigger.token)
    located = [
        (token, place)
        for token in sentence.tokens
        for place in (cast.place_at(token),)
        if place is not None and _is_scene(token, parsed, cast) and not is_of_source(token)
    ]
    opening = [each for each in located if each[0].i - sentence.tokens[0].i <= 5]
    for some, rule in ((opening, "events.place-opening"), (located, "events.place-of-sentence")):
        if some and (rule.endswith("opening") or len({place for _, place in some}) == 1):
            best = _best(some, cast)
            if best is not None and kind_of(cast, best[1]) is not PlaceKind.COUNTRY:
                return where_at(best, cast, rule)
    return None
