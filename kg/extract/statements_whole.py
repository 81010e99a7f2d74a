"""Makes whole what a language model takes for words said: it stops amid a name, or tells one saying in pieces."""

from collections.abc import Iterator
from dataclasses import dataclass

from kg.extract.statements_page import Page, Unit
from kg.nlp import Attribution, Token

_MARKS = frozenset('"“”(')
# pieces of one saying have no more words than these between them
_APART = 6
_STEPS = 4
_FARTHEST = 12


@dataclass(frozen=True, slots=True)
class Saying:
    """Pieces of text (word indices, half-open) that one cue tells, with the words of the cue and the source."""

    pieces: tuple[tuple[int, int], ...]
    cue: tuple[Token, ...]
    source: tuple[Token, ...]


def sayings(attributions: tuple[Attribution, ...]) -> Iterator[Saying]:
    """The attributions by their cue; those without one each by itself."""
    of_cue: dict[tuple[int, ...], list[Attribution]] = {}
    for attribution in attributions:
        if attribution.content:
            cue = tuple(token.i for token in attribution.cue)
            of_cue.setdefault(cue or (-1, attribution.content[0].i), []).append(attribution)
    for told in of_cue.values():
        first = told[0]
        blocked = {token.i for token in (*first.cue, *first.source)}
        yield Saying(_joined(told, blocked), first.cue, first.source)


def _joined(told: list[Attribution], blocked: set[int]) -> tuple[tuple[int, int], ...]:
    """The pieces, joined where only a few words stand between two, none of them of the cue or source."""
    found: list[tuple[int, int]] = []
    for low, high in sorted((one.content[0].i, one.content[-1].i + 1) for one in told):
        gap = range(found[-1][1], low) if found else range(0)
        if found and len(gap) <= _APART and blocked.isdisjoint(gap):
            found[-1] = (found[-1][0], max(high, found[-1][1]))
        else:
            found.append((low, high))
    return tuple(found)


def made_whole(low: int, high: int, saying: Saying, unit: Unit, page: Page) -> tuple[int, int]:
    """The words said, up to the end of the phrase or quote in which the model stops; maybe none (low = high)."""
    inside = {page.quote_of[i] for i in range(low, high) if page.tokens[i].pos != "PUNCT"}
    quote = page.quotes[min(inside)] if len(inside) == 1 and min(inside) >= 0 else None
    if quote is not None and quote.verbal:
        return quote.first, quote.last
    blocked = {token.i for token in (*saying.cue, *saying.source)}
    low, high = _stripped(low, high, page)
    for _ in range(_STEPS):
        end = _grown(low, high, blocked, unit, page) if low < high else high
        if end == high:
            break
        high = end
    return _stripped(low, high, page)


def _stripped(low: int, high: int, page: Page) -> tuple[int, int]:
    tokens = page.tokens
    while low < high and (_is_plain_mark(tokens[low]) or (tokens[low].lower == "that" and tokens[low].rel == "mark")):
        low += 1
    while low < high and _is_plain_mark(tokens[high - 1]) and tokens[high - 1].text not in ")%":
        high -= 1
    return low, high


def _is_plain_mark(token: Token) -> bool:
    return token.pos == "PUNCT" and token.text not in _MARKS


def _grown(low: int, high: int, blocked: set[int], unit: Unit, page: Page) -> int:
    """The end moved on over what hangs below a word of the range, or to the word that its last one hangs on."""
    tokens = page.tokens
    if high >= unit.high or high in blocked or tokens[high].pos == "PUNCT":
        return high
    if page.quote_of[high] != page.quote_of[high - 1]:
        return high
    top: Token | None = tokens[high]
    while top is not None and not (top.head is not None and low <= top.head.i < high):
        top = top.head
    if top is not None:
        below = {token.i for token in top.subtree()}
        end = high
        while end < unit.high and end in below and end not in blocked:
            end += 1
        return end
    head = tokens[high - 1].head
    if head is None or not high <= head.i < min(unit.high, high + _FARTHEST) or head.i in blocked:
        return high
    return head.i + 1 if blocked.isdisjoint(range(high, head.i)) else high
