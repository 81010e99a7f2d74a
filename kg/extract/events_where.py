"""Where an event takes place: what it is done to, then as the language model reads its sentence, then by its syntax."""

from dataclasses import replace

from kg.extract.cast import Cast
from kg.extract.events_place import NARROW, OWN, Where, by_syntax, kind_of, lies_in, of_object, where_at
from kg.extract.events_several import of_several
from kg.extract.events_source import is_of_source, is_of_speaker
from kg.extract.triggers import Trigger
from kg.model import EventKind, MentionForm, PlaceKind
from kg.nlp import Parsed, Token
from kg.resources import read_table

_COMPASS = frozenset(read_table("event_words.toml")["place"]["compass"])


def where_of(trigger: Trigger, parsed: Parsed, cast: Cast) -> Where | None:
    """The place of an event, or None where none is told, or two countries are."""
    found = of_object(trigger, cast) or _before(trigger, cast) or _as_read(trigger, parsed, cast)
    told = by_syntax(trigger, parsed, cast)
    if told is not None and (_is_sure(told, trigger, parsed, cast) if found is None else _agrees(told, found, cast)):
        found = told
    if found is None:
        return None
    near = found.near or _lies_beside(found, parsed)
    if near and trigger.kind is EventKind.CAPTURE_OF_PLACE:
        return None  # "took three villages south of Aleppo": not Aleppo
    return of_several(replace(found, near=near), parsed, cast)


def _before(trigger: Trigger, cast: Cast) -> Where | None:
    """The narrow place right before a noun: "the Mosul offensive"."""
    for child in trigger.token.dependents("compound", "nmod:poss") if not trigger.verb else ():
        place = cast.place_at(child)
        if place is not None and kind_of(cast, place) in NARROW and cast.actor_at(child) is None:
            return where_at((child, place), cast, OWN)
    return None


def _lies_beside(where: Where, parsed: Parsed) -> bool:
    """Whether it is told by the place that it is off: "south of Aleppo", but not "the south of Aleppo"."""
    at = parsed.tokens_in(where.evidence)[0].i
    before = [parsed.tokens[i].lower for i in range(max(0, at - 6), at)]
    while len(before) > 1 and before[-1] in ("the", "city", "town", "capital", "village", "of"):
        if before[-1] == "of" and before[-2] in _COMPASS:
            return before[-3:-2] not in (["the"], ["its"])
        before.pop()
    return False


def _agrees(told: Where, found: Where, cast: Cast) -> bool:
    """Whether it is the same place, or a narrower one that lies in it."""
    return told.place == found.place or (_width(told, cast) < _width(found, cast) and _is_inside(told, found, cast))


def narrower_place(one: Where | None, other: Where | None, cast: Cast) -> Where | None:
    """The narrower of the places that two tellings of one event give; of equals the first."""
    if one is None or other is None or one.place == other.place:
        return one or other
    if _is_inside(one, other, cast):
        return one
    if _is_inside(other, one, cast):
        return other
    return other if _width(other, cast) < _width(one, cast) else one


def _is_inside(inner: Where, outer: Where, cast: Cast) -> bool:
    """Whether the words of the one, or others of the article, tell it as lying in the other."""
    return outer.place in inner.outer or lies_in(inner.place, outer.place, cast)


def _width(where: Where, cast: Cast) -> int:
    kind = kind_of(cast, where.place)
    if where.ward or kind is PlaceKind.FACILITY:
        return 0
    if kind is PlaceKind.COUNTRY:
        return 5
    return 1 + where.near if kind in NARROW else 3


def _as_read(trigger: Trigger, parsed: Parsed, cast: Cast) -> Where | None:
    """The place that the language model picks from those that the sentence names."""
    places = [token for token in parsed.sentence_of(trigger.token).tokens if cast.place_at(token) is not None]
    token = parsed.place_of(trigger.token, places)
    place = None if token is None else cast.place_at(token)
    if token is None or place is None or is_of_source(token) or is_of_speaker(token, trigger.token):
        return None
    if kind_of(cast, place) is PlaceKind.COUNTRY:
        token, place = _owned(token, parsed, cast) or (token, place)
    if token.preposition() in ("toward", "towards") and trigger.kind is not EventKind.ADVANCE:
        return None  # "took six villages in their march towards Raqqa"
    return where_at((token, place), cast, "events.place-as-read")


def _owned(token: Token, parsed: Parsed, cast: Cast) -> tuple[Token, int] | None:
    """The place that a country is only the owner of: "Syria's western city of Homs", the apostrophe often lost."""
    if not token.lower.endswith("s") and parsed.tokens[min(token.i + 1, len(parsed.tokens) - 1)].tag != "POS":
        return None
    for other in parsed.tokens[token.i + 1 : token.i + 7]:
        place = cast.place_at(other)
        if place is not None and place != cast.place_at(token):
            return other, place
        if other.pos not in ("ADJ", "NOUN", "PROPN", "ADP", "PART", "DET") or other.lower in (
            "in",
            "and",
            "to",
            "with",
        ):
            return None
    return None


def _is_sure(told: Where, trigger: Trigger, parsed: Parsed, cast: Cast) -> bool:
    """Whether the syntax is to be believed where the model picks nothing: it knows names well, "the town" less."""
    if parsed.pairs is None:
        return True
    mention = cast.mention_at(parsed.tokens_in(told.evidence)[-1])
    named = mention is not None and mention.form is MentionForm.NAME
    carried = not trigger.verb and trigger.token.rel in ("obj", "nsubj", "nsubj:pass")
    return not named or told.rule == OWN or (carried and told.rule == "events.place-of-governor")
