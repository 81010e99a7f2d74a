"""Whether names that are annotated as one thing (IsSynonymOf of re3d) are told as one."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from kg.model import Span
from kg.score.mentioned import thing_at
from kg.score.sheet import Count, Fault, Sheet
from kg.score.spans import normal, words_of
from kg.score.told import ToldArticle

Ends = tuple[Span, Span]

MEASURE = "same thing"
_WORD = re.compile(r"\w")


def count_same_things(sheet: Sheet, golds: Sequence[Ends], named: Iterable[Span], answer: ToldArticle) -> None:
    """Counts "same thing": pairs of names that mean one thing, each pair of words once in an article.

    A pair is told if the mentions that fit its ends best refer to one thing. Annotators write such a pair down where
    the names stand together ("Syrian Democratic Forces (SDF)"), not wherever both occur: to be right or wrong there are
    the told pairs of the gold, and of neighbouring entities with no word between them, unless all the words of one are
    in the other.

    Args:
        sheet: of the article.
        golds: the pairs annotated.
        named: the entities annotated.
        answer: what is told of the article.
    """
    wanted = {_names(sheet.text, *ends): ends for ends in reversed(golds)}
    told = {names: ends for names, ends in wanted.items() if _is_told(sheet.text, ends, answer)}
    for ends in _neighbours(sheet.text, named):
        if _is_told(sheet.text, ends, answer):
            told.setdefault(_names(sheet.text, *ends), ends)
    for names, ends in wanted.items():
        sheet.count(MEASURE, Count(gold=1, right_gold=names in told))
        if names not in told:
            sheet.case(MEASURE, Fault.MISSED, hull(*ends), expected=_words(sheet.text, ends))
    for names, ends in told.items():
        sheet.count(MEASURE, Count(told=1, right_told=names in wanted))
        if names not in wanted:
            sheet.case(MEASURE, Fault.INVENTED, hull(*ends), told=_words(sheet.text, ends))


def hull(one: Span, other: Span) -> Span:
    """The span from the beginning of the first to the end of the last."""
    return Span(min(one.start, other.start), max(one.end, other.end))


def _is_told(text: str, ends: Ends, answer: ToldArticle) -> bool:
    one, other = (thing_at(text, span, answer.mentions) for span in ends)
    return one is not None and one == other


def _neighbours(text: str, named: Iterable[Span]) -> Iterator[Ends]:
    """Entities with no word between them, of which neither has all the words of the other.

    Where one entity lies in another, the outer one stands.
    """
    spans = sorted(set(named))
    outer = [span for span in spans if not any(other.covers(span) and other != span for other in spans)]
    for one, other in pairwise(outer):
        first, second = set(words_of(normal(one.of(text)))), set(words_of(normal(other.of(text))))
        apart = one.end <= other.start and not _WORD.search(text, one.end, other.start)
        if apart and not (first <= second or second <= first):
            yield one, other


def _names(text: str, one: Span, other: Span) -> frozenset[str]:
    return frozenset({normal(one.of(text)), normal(other.of(text))})


def _words(text: str, ends: Ends) -> str:
    return " = ".join(span.of(text) for span in ends)
