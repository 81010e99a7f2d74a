"""Which things a graph tells of at given words."""

from collections.abc import Container, Iterable

from kg.model import Span
from kg.score.told import ToldMention

PERSON = "Person"


def fit(one: Span, other: Span) -> float:
    """How far two spans are the same, 0 to 1: twice what they share, by what they hold together (Dice)."""
    shared = min(one.end, other.end) - max(one.start, other.start)
    return max(0.0, 2 * shared / (len(one) + len(other)))


def thing_at(
    place: Span, mentions: Iterable[ToldMention], *, known: Container[str] | None = None, person: bool | None = None
) -> str | None:
    """The thing of the mention that fits a place best; None if no mention there refers to one.

    Args:
        place: the words.
        mentions: of the article.
        known: things that count; None: all.
        person: do the words mean a person? Mentions of the right sort go first then: "a source at the police command"
            is a person, though the words for the command fill more of it. None: either.
    """

    def rank(mention: ToldMention) -> tuple[bool, float]:
        return (person is None or (mention.type == PERSON) == person, fit(mention.span, place))

    over = (
        mention
        for mention in mentions
        if mention.refers_to is not None
        and mention.span.overlaps(place)
        and (known is None or mention.refers_to in known)
    )
    best = max(over, key=rank, default=None)
    return best.refers_to if best else None
