"""Where a happening took place and who had part in it, as the language model answers for each."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Final

from kg.extract.cast import Cast
from kg.extract.events_draft import Draft
from kg.extract.events_place import OWN, Where, lies_in, where_at
from kg.extract.events_several import of_several
from kg.extract.participants import only_holds
from kg.model import Participant, Role
from kg.nlp import Asked, Parsed, Token

_FOUND: Final = 0.6
"""How likely a place must be where the rules found none,"""

_AHEAD: Final = 0.7
"""how likely, if all that names it stands in later sentences,"""

_ELSEWHERE: Final = 0.3
"""how much likelier than the place that the rules took from the sentence,"""

_NOT_OWN: Final = 0.5
"""and how much likelier than that which the words of the happening name themselves."""

_NOWHERE: Final = 0.6
"""How likely it must be that no place is told, for the sentence's to be dropped."""

_TAKES_PART: Final = 0.0
"""Above this a party that the rules did not find has part in it,"""

_NO_PART: Final = -3.0
"""and below this one that they found has none. All chosen on development data."""


def with_answers(draft: Draft, spots: Sequence[Token], acting: Sequence[Token], parsed: Parsed, cast: Cast) -> Draft:
    """The draft with the place that the model is sure of, and with all whom it takes to do or suffer it.

    Where the model can't be asked, the draft is as it was.

    Args:
        draft: of one happening.
        spots: the words of the article that name places.
        acting: those that name actors.
        parsed: the article.
        cast: what it speaks of.
    """
    if parsed.asking is None:
        return draft
    shown = (draft.shown or draft.first).token
    asked = parsed.asking.about(shown.i, [token.i for token in spots], [token.i for token in acting])
    where = _where(draft, shown, asked, spots, parsed, cast)
    return replace(draft, where=where, participants=_parties(draft, asked, acting, cast))


def _where(
    draft: Draft, shown: Token, asked: Asked, places: Sequence[Token], parsed: Parsed, cast: Cast
) -> Where | None:
    """The place that the rules found, or that which the model is sure of, wherever in the article it is named."""
    where = draft.where
    own = None if where is None else where.place
    spots = [token for token in places if _is_named(cast.place_at(token), own, cast)]
    shares = asked.places([token.i for token in spots])
    words = _surest(spots, shares, cast.place_at)
    likely = dict.fromkeys(words, 0.0)
    for token, share in zip(spots, shares, strict=True):
        place = cast.place_at(token)
        if place is not None:
            likely[place] += share
    best = max(likely, key=likely.__getitem__, default=None)
    if best is None:
        return where
    later = all(t.sentence > shown.sentence for t in spots if cast.place_at(t) == best)
    if _is_surer(best, where, likely, cast) and not (later and likely[best] <= _AHEAD):
        return of_several(where_at((words[best][1], best), cast, "events.place-as-told"), parsed, cast)
    nowhere = where is not None and where.rule != OWN and 1 - sum(likely.values()) > _NOWHERE
    return None if nowhere else where


def _is_surer(best: int, where: Where | None, likely: dict[int, float], cast: Cast) -> bool:
    """Whether the likeliest place is to be told rather than that of the rules, or none."""
    if where is None:
        return likely[best] > _FOUND
    if best == where.place or (where.rule == OWN and lies_in(where.place, best, cast)):
        return False
    return likely[best] - likely.get(where.place, 0.0) > (_NOT_OWN if where.rule == OWN else _ELSEWHERE)


def _is_named(place: int | None, own: int | None, cast: Cast) -> bool:
    """Whether it is a named place, or the one that the rules found: "the eastern districts"."""
    return place is not None and (place == own or cast.referents[place].named)


def _parties(draft: Draft, asked: Asked, acting: Sequence[Token], cast: Cast) -> tuple[Participant, ...]:
    """Those that the rules found, but for whom the model takes for none, and whom it takes for one."""
    parts = {part.referent: part for part in draft.participants}
    for role in (Role.AGENT, Role.TARGET):
        tokens = [token for token in acting if role is Role.TARGET or not only_holds(token)]
        scores = asked.parties([token.i for token in tokens], suffering=role is Role.TARGET)
        likely = _surest(tokens, scores, cast.actor_at)
        parts = {
            referent: part
            for referent, part in parts.items()
            if part.role is not role or referent not in likely or likely[referent][0] >= _NO_PART
        }
        for referent, (score, token) in likely.items():
            if score > _TAKES_PART and referent not in parts:
                mention = cast.mention_at(token)
                span = mention.span if mention is not None else token.span
                parts[referent] = Participant(referent, role, None, span, "participants.as-told")
    return tuple(parts.values())


def _surest(
    tokens: list[Token], scores: list[float], of: Callable[[Token], int | None]
) -> dict[int, tuple[float, Token]]:
    """Of each referent the highest score and its word, the surest referent first."""
    found: dict[int, tuple[float, Token]] = {}
    for score, token in sorted(zip(scores, tokens, strict=True), key=lambda one: -one[0]):
        referent = of(token)
        if referent is not None:
            found.setdefault(referent, (score, token))
    return found
