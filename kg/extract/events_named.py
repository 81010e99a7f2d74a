"""The name of a place that is told without one first: "shelled a village near Homs. ... the village of Dael"."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from kg.extract.cast import Cast
from kg.extract.events_classes import singular
from kg.extract.events_draft import Draft
from kg.extract.events_place import NARROW, Where, kind_of, lies_in
from kg.extract.verbs import patient_of
from kg.model import EventKind, MentionForm, PlaceKind, Span
from kg.nlp import Parsed, Token
from kg.resources import read_table

_RULE: Final = "events.place-named-later"
_AHEAD: Final = 3  # sentences
_BACK: Final = 7  # words
_KINDS: Final = tuple(frozenset(group) for group in read_table("event_words.toml")["place"]["alike"])
_LANDS: Final = frozenset(word for group in _KINDS for word in group)
_NAMED: Final = frozenset({*NARROW, PlaceKind.REGION, PlaceKind.OTHER})
_ELSEWHERE: Final = frozenset(read_table("event_words.toml")["place"]["elsewhere"])


def with_names(drafts: tuple[Draft, ...], parsed: Parsed, cast: Cast) -> tuple[Draft, ...]:
    """The drafts; what happened in "a village near Homs" has the village that is named soon after."""
    return tuple(_named(draft, parsed, cast) for draft in drafts)


def _named(draft: Draft, parsed: Parsed, cast: Cast) -> Draft:
    where = draft.where
    land = None if where is None or not draft.real else _land_before(where, parsed)
    if where is None or land is None:
        return draft
    if draft.kind is EventKind.CAPTURE_OF_PLACE and patient_of(draft.first.token) is not land:
        return draft  # "as rebels took ground to the south"
    for token in _names_after(draft.first.token, parsed, cast):
        place, mention = cast.place_at(token), cast.mention_at(token)
        if (
            place is None
            or mention is None
            or place == where.place
            or not _fits(land, mention.span, place, where, parsed, cast)
        ):
            continue
        outer = frozenset({where.place, *where.outer})
        return replace(draft, where=Where(place, mention.span, _RULE, outer, where.ward))
    return draft


def _land_before(where: Where, parsed: Parsed) -> Token | None:
    """The unnamed land that the place is only told for: the village of "a village near Homs", not of "of Dael"."""
    at = parsed.tokens_in(where.evidence)[0].i
    for i in range(at - 1, max(-1, at - _BACK), -1):
        token = parsed.tokens[i]
        if singular(token) in _LANDS and any(child.lower in ("a", "an") for child in token.children):
            named = parsed.tokens[i + 1].lower == "of" and singular(token) not in _KINDS[0]
            return None if named else token
        if token.is_verb() or token.pos in ("PUNCT", "CCONJ"):
            return None
    return None


def _names_after(trigger: Token, parsed: Parsed, cast: Cast) -> Iterator[Token]:
    """The heads of the names of narrow places in the next sentences, until these turn to something else."""
    for sentence in parsed.sentences[trigger.sentence + 1 : trigger.sentence + 1 + _AHEAD]:
        if any(token.lower in _ELSEWHERE for token in sentence.tokens[:3]):
            return
        for token in sentence.tokens:
            mention = cast.mention_at(token)
            place = cast.place_at(token)
            if place is None or mention is None or mention.form is not MentionForm.NAME:
                continue
            if kind_of(cast, place) in _NAMED and token is _head(mention.span, parsed):
                yield token


def _head(span: Span, parsed: Parsed) -> Token:
    """The word of a span that hangs on none of it."""
    inside = parsed.tokens_in(span)
    return next((token for token in inside if token.head is None or token.head not in inside), inside[-1])


def _fits(land: Token, span: Span, place: int, where: Where, parsed: Parsed, cast: Cast) -> bool:
    """Whether a named place may be that land: a village where one was told, a part of the town where that was."""
    alike = next(group for group in _KINDS if singular(land) in group)
    inside = parsed.tokens_in(span)
    first, last = inside[0].i, inside[-1].i
    near = [*inside, *parsed.tokens[max(0, first - 2) : first], *parsed.tokens[last + 1 : last + 2]]
    lands = {singular(word) for word in near} & _LANDS  # "the Sukkari quarter", "the village of Dael"
    if lands:
        return not lands.isdisjoint(alike)
    return lies_in(place, where.place, cast) and kind_of(cast, place) is not PlaceKind.REGION
