"""Times that are told from another event: "the raid came six days after a strike on the camp" dates the strike."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Final

from kg.extract.events_draft import Draft
from kg.extract.times import TimeWords, when_of
from kg.model import Span, When
from kg.nlp import Parsed, Token
from kg.resources import read_table

_DAYS: Final = {"day": 1, "week": 7}
_SLACK: Final = {"day": 0, "week": 3}
_COMING: Final = frozenset({"come", "happen", "occur", "follow", "be"})
_NUMBERS: Final[dict[str, int]] = read_table("numbers.toml")["units"]


def with_offsets(drafts: tuple[Draft, ...], parsed: Parsed, times: tuple[TimeWords, ...]) -> tuple[Draft, ...]:
    """The drafts; those that another came so many days after (or before) have their day from it."""
    found = list(drafts)
    for unit in parsed.tokens:
        offset = _offset(unit, parsed)
        inner = None if offset is None else _inner(unit, parsed)
        outer = None if inner is None else next((word for word in inner.ancestors() if word.is_verb()), None)
        if offset is None or inner is None or outer is None:
            continue
        base = _base(outer, drafts, parsed, times)
        if base is None:
            continue
        for i, draft in enumerate(found):
            token = draft.first.token
            own = draft.when is None or draft.when.earliest == draft.when.latest == base
            if own and (token is inner or (token.head is inner and token.rel in ("nsubj", "nsubj:pass"))):
                found[i] = replace(draft, when=_moved(base, offset, unit))
    return tuple(found)


def _inner(unit: Token, parsed: Parsed) -> Token | None:
    """The noun or verb that "after" or "before" stands with: "two days after | a bombing", "after rebels | shelled"."""
    link = parsed.tokens[unit.i + 1]
    if link.rel in ("case", "mark"):
        return link.head
    inner = unit.head  # of parsers that hang the unit on the inner event
    return inner.head if inner is link else inner


def _offset(unit: Token, parsed: Parsed) -> int | None:
    """How many days on the inner event lies ("six days after": -6), None where the words tell no such thing."""
    number = _count_of(unit)
    if unit.lower.removesuffix("s") not in _DAYS or number is None or unit.i + 1 >= len(parsed.tokens):
        return None
    plain = 1 if number.rel == "det" else _NUMBERS.get(number.lower)
    count = int(number.lower) if number.lower.isdigit() else plain
    word = parsed.tokens[unit.i + 1].lower
    if count is None or word not in ("after", "before"):
        return None
    return count * _DAYS[unit.lower.removesuffix("s")] * (-1 if word == "after" else 1)


def _count_of(unit: Token) -> Token | None:
    """The word for how many: a number, or "a" ("a day after the raid")."""
    return unit.child("nummod") or next((c for c in unit.children if c.rel == "det" and c.lower == "a"), None)


def _base(verb: Token, drafts: tuple[Draft, ...], parsed: Parsed, times: tuple[TimeWords, ...]) -> date | None:
    """The day of the outer event: its own, or, of "the raid came", that of the news."""
    own = when_of(verb, times, parsed)
    if own is not None and own.latest is not None and own.earliest == own.latest:
        return own.earliest
    news = next((draft.when for draft in drafts if draft.when is not None and not draft.background), None)
    if own is None and verb.lemma in _COMING and news is not None and news.earliest == news.latest:
        return news.earliest
    return None


def _moved(base: date, offset: int, unit: Token) -> When:
    day, slack = base + timedelta(offset), timedelta(_SLACK[unit.lower.removesuffix("s")])
    number = _count_of(unit) or unit
    return When(day - slack, day + slack, Span(number.start, unit.end), "times.from-another")
