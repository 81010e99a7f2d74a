"""Dates against articles annotated whole: the bounds of the statements and events that were found.

What was not found is no matter of dates and is left out here; so precision and recall differ only in the measure of
what is dated.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from kg.model import Span
from kg.score.annotation import Annotation, GoldStatement
from kg.score.events import match_events, tellings
from kg.score.gold import Gold, GoldArticle
from kg.score.sheet import Count, Fault, Sheet
from kg.score.statements import match_statements, speaker_test
from kg.score.told import Told, ToldArticle, ToldStatement

QUESTIONS = ("actors", "events", "mentions", "reports", "statements")


def holds(article: GoldArticle) -> bool:
    """Is there anything in the gold to score dates by?"""
    return article.whole is not None


def score(gold: Gold, told: Told) -> Iterator[Sheet]:
    """One sheet an article: for statements and for events, three measures over those that were found.

    The plain one: both bounds are the same, or both times there is none. "dated": the same, of those with a date only
    (precision over what is told with one, recall over what the gold dates). "touching": of those with a date, the times
    share a day; a bound that is not told is open.

    Classes of the plain one say how exact a time is: "day", "days" (two bounds), "open" (one bound), "none".
    """
    for article in gold.articles:
        if article.whole is None:
            continue
        sheet = Sheet(article.id, article.text)
        there = told.article(article.id)
        _tick(
            sheet,
            "statements",
            _statements(article.whole, there, speaker_test(article.whole, told, there, article.text)),
        )
        _tick(sheet, "events", _events(article.whole, there))
        yield sheet


@dataclass(frozen=True, slots=True)
class _Time:
    """Days that bound a time; None: open."""

    earliest: str | None
    latest: str | None

    @property
    def cls(self) -> str:
        bounds = {self.earliest, self.latest} - {None}
        if None in (self.earliest, self.latest):
            return "open" if bounds else "none"
        return "day" if len(bounds) == 1 else "days"

    def touches(self, other: "_Time") -> bool:
        """Is there a day in both? ISO days sort as they follow one another."""
        begins = max(self.earliest or "", other.earliest or "")
        ends = min(self.latest or "9999", other.latest or "9999")
        return begins <= ends

    def __str__(self) -> str:
        if self.cls == "none":
            return "no date"
        return self.earliest or "" if self.cls == "day" else f"{self.earliest or ''}…{self.latest or ''}"


@dataclass(frozen=True, slots=True)
class _Found:
    """A statement or event of the gold that was found, its times, and its words for the cases."""

    gold: _Time
    told: _Time
    words: str
    span: Span | None


def _statements(
    whole: Annotation, article: ToldArticle, same_speaker: Callable[[GoldStatement, ToldStatement], bool]
) -> Iterator[_Found]:
    for i, j in match_statements(whole.statements, article.statements, same_speaker):
        gold, row = whole.statements[i], article.statements[j].row
        day, span = _Time(gold.date, gold.date), gold.spans[0] if gold.spans else None
        yield _Found(day, _time(row["said_earliest"], row["said_latest"]), gold.content, span)


def _events(whole: Annotation, article: ToldArticle) -> Iterator[_Found]:
    reports = tellings(whole.events, article.reports)
    for i, j in match_events(whole.events, reports):
        gold, report = whole.events[i], reports[j]
        span = next(iter((*gold.trigger, *gold.evidence)), None)
        words = f"{gold.kind}: {gold.words}"
        yield _Found(_time(gold.earliest, gold.latest), _time(report.earliest, report.latest), words, span)


def _time(earliest: str | None, latest: str | None) -> _Time:
    return _Time(earliest or None, latest or None)


def _tick(sheet: Sheet, what: str, found: Iterator[_Found]) -> None:
    for each in found:
        gold, told = each.gold.cls, each.told.cls
        same = each.gold == each.told
        sheet.tick(what, [gold], [told], [(gold, told)] if same else [])
        if not same:
            expected, other = f"{each.gold} ({each.words})", f"{each.told} ({each.words})"
            sheet.case(what, Fault.WRONG, each.span, expected=expected, told=other, cls=gold)
        dated = Count(0, told != "none", 0, gold != "none")
        both = gold != "none" and told != "none"
        sheet.count(f"{what}, dated", dated + Count(right_told=both and same, right_gold=both and same))
        touch = both and each.gold.touches(each.told)
        sheet.count(f"{what}, touching", dated + Count(right_told=touch, right_gold=touch))
