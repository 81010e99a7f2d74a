"""Which things a graph tells of at given words."""

import re
from collections.abc import Container, Iterable

from kg.model import Span
from kg.score.heads import head_of
from kg.score.spans import words_of
from kg.score.told import ToldMention

_OWNS = re.compile(r"(?:his|her|its|their|our|my|your)", re.IGNORECASE)
_ENDING = re.compile(r"['’]s?$")
_OWNED = re.compile(r"['’]")


def fit(one: Span, other: Span) -> float:
    """How far two spans are the same, 0 to 1: twice what they share, by what they hold together (Dice)."""
    shared = min(one.end, other.end) - max(one.start, other.start)
    return max(0.0, 2 * shared / (len(one) + len(other)))


def head_at(text: str, place: Span) -> str:
    """The head of the words at a place, lower case; an ending of owners ("the army's") is none of them."""
    return head_of(_ENDING.sub("", place.of(text)))


def thing_at(
    text: str,
    place: Span,
    mentions: Iterable[ToldMention],
    *,
    known: Container[str] | None = None,
    head_only: bool = False,
) -> str | None:
    """The thing of the mention that fits a place best; None if no mention there refers to one.

    Mentions that hold the head of the words go first, however little else of them they hold: "a source at the police
    command" is a source, though the words for the command fill more of it. One that only owns the rest does not count:
    "his" and "the army's" in "his enemies", "the army's enemies".

    Args:
        text: of the article.
        place: the words.
        mentions: of the article.
        known: things that count; None: all.
        head_only: mentions without the head of the words do not count.
    """
    head = head_at(text, place)
    over = (
        (head in words_of(mention.words), fit(mention.span, place), mention.refers_to)
        for mention in mentions
        if mention.refers_to is not None
        and mention.span.overlaps(place)
        and (known is None or mention.refers_to in known)
        and (head in words_of(mention.words) or not _is_owner(text, mention))
    )
    best = max((each for each in over if each[0] or not head_only), key=lambda each: each[:2], default=None)
    return best[2] if best else None


def _is_owner(text: str, mention: ToldMention) -> bool:
    if _OWNS.fullmatch(mention.words) or mention.words.endswith(("'s", "’s")):
        return True
    return _OWNED.match(text, mention.span.end) is not None
