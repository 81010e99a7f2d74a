"""Figures that sum up more than one happening: a whole war, or a stretch of time."""

from itertools import pairwise

from kg.extract.figures_words import word_list
from kg.model import EventKind, EventReport, Span
from kg.nlp import Parsed, Sentence, Token

_WAR = 5000
_FARTHEST_WAR = 3
_LONGEST_STRETCH = 10
_LONG = frozenset(("week", "month", "year"))
_DURING = ("during", "over", "in", "within", "for")
_WARS = frozenset((EventKind.OTHER, EventKind.ARMED_CLASH, EventKind.BATTLE))


def is_total(parsed: Parsed, words: Span) -> bool:
    """Whether the sentence sums up a stretch of time: "since the war began"."""
    sentence = parsed.sentence_of(parsed.tokens_in(words)[0])
    told = [token.lower for token in sentence.tokens]
    spans = any(
        told[n] in ("past", "last") and any(token.lemma.lower() in _LONG for token in sentence.tokens[n + 1 : n + 4])
        for n in range(len(told))
    )  # "over the past four years"
    return spans or _is_from_to(sentence) or not word_list("totals").isdisjoint(told)


def sums_up(word: Token) -> bool:
    """Whether its own clause sums up a stretch of time: "2,000 people have been killed | during the past month"."""
    return any(
        span.lemma.lower() in _LONG and any(child.lower in ("past", "last") for child in span.children)
        for span in word.modifiers(*_DURING)
    )


def _is_from_to(sentence: Sentence) -> bool:
    """Whether two dates bound a stretch of time: "from Friday March 27 to Friday April 10"."""
    words = sentence.tokens
    starts = (n for n in range(len(words) - 1) if words[n].lower == "from" and words[n + 1].name == "DATE")
    return any(
        word.lower == "to" and after.name == "DATE"
        for n in starts
        for word, after in pairwise(words[n + 2 : n + _LONGEST_STRETCH])
    )


def is_of_a_war(low: int | None) -> bool:
    """Whether so many died that a whole war stands behind it, unless the clause itself names the happening."""
    return low is not None and low >= _WAR


def _is_war(parsed: Parsed, event: EventReport) -> bool:
    """Whether the event is a whole war: "the civil war", "Syria's conflict"."""
    last = parsed.tokens_in(event.trigger)[-1]
    return event.kind in _WARS and last.lemma.lower() in word_list("wars")


def find_war(parsed: Parsed, word: Token, told: list[int], events: tuple[EventReport, ...]) -> int | None:
    """The war that so many died in: the one told nearest, in this sentence rather than before or after it."""
    wars = [n for n in told if _is_war(parsed, events[n])]
    far = [
        (abs(parsed.tokens_in(span)[0].sentence - word.sentence), n) for n in wars for span in triggers_of(events[n])
    ]
    near = [(distance, n) for distance, n in far if distance <= _FARTHEST_WAR]
    return min(near)[1] if near else None


def triggers_of(event: EventReport) -> tuple[Span, ...]:
    """All words that tell of an event."""
    return (event.trigger, *event.other_triggers)
