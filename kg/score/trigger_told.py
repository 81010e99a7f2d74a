"""What a graph tells of conflict and life events, seen as triggers with arguments."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from kg.model import Span
from kg.resources import read_table
from kg.score.heads import head_of
from kg.score.spans import normal, occurrences, sentence_around
from kg.score.told import ToldArticle, ToldFigure, ToldReport, values_of


@dataclass(frozen=True, slots=True)
class ToldTrigger:
    """A report, or a figure, of a kind that tells of a conflict or life event.

    Attributes:
        kind: of the report or figure.
        types: those it can be right about, the likeliest first.
        span, words: the trigger; of a figure, the whole clause.
        arguments: (column, label, words for it) in the order told.
        is_figure: then its words only hold a trigger somewhere.
    """

    kind: str
    types: tuple[str, ...]
    span: Span
    words: str
    arguments: tuple[tuple[str, str, Span | None], ...]
    is_figure: bool = False

    def tells(self, trigger: Span) -> bool:
        """Can it be that this trigger is meant?"""
        return self.span.covers(trigger) if self.is_figure else self.span.overlaps(trigger)

    def roles(self, column: str, type_: str | None = None) -> tuple[str, ...]:
        """The roles that a column stands for in events of a type; none given: of the likeliest."""
        table = read_table("score_triggers.toml")
        roles = table["roles"].get(type_ or self.types[0], {})
        columns = (
            ("agent", "target")
            if column in ("agent", "target") and self.kind in table["mutual"]["kinds"]
            else (column,)
        )
        return tuple(role for each in columns for role in roles.get(each, ()))


def told_triggers(text: str, article: ToldArticle) -> tuple[ToldTrigger, ...]:
    """The reports and figures of an article that tell of conflict and life events, left to right.

    A figure is left out where a report's trigger inside its clause tells the same type: they are one telling.
    """
    table = read_table("score_triggers.toml")
    find = _finder(text, article)
    reports = [_of_report(report, types, find) for report in article.reports if (types := types_of(report))]
    figures = [
        _of_figure(text, figure, tuple(table["figures"][figure.kind]))
        for figure in article.figures
        if figure.kind in table["figures"]
    ]
    alone = [each for each in figures if not any(_same_telling(each, report) for report in reports)]
    return tuple(sorted((*reports, *alone), key=lambda each: (each.span.start, each.span.end, each.kind)))


def types_of(report: ToldReport) -> tuple[str, ...]:
    """The types that a report can be right about, the likeliest first; none if it is of no conflict or life event."""
    table = read_table("score_triggers.toml")
    if report.kind != "other":
        return tuple(table["types"].get(report.kind, ()))
    head = head_of(report.words)
    return next((tuple(types) for start, types in table["other"].items() if head.startswith(start)), ())


def _same_telling(figure: ToldTrigger, report: ToldTrigger) -> bool:
    return figure.span.covers(report.span) and figure.types[0] in report.types


def _of_report(report: ToldReport, types: tuple[str, ...], find: Callable[[str, Span], Span | None]) -> ToldTrigger:
    columns = (
        ("agent", report.agents),
        ("target", report.targets),
        ("place", values_of(report.place_name)),
        ("weapon", report.weapon),
    )
    arguments = tuple((column, label, find(label, report.span)) for column, labels in columns for label in labels)
    return ToldTrigger(report.kind, types, report.span, report.words, arguments)


def _of_figure(text: str, figure: ToldFigure, types: tuple[str, ...]) -> ToldTrigger:
    party = figure.row["party"]
    stands = occurrences(text, party, within=(figure.span,))
    near = min(stands, key=lambda span: distance(span, figure.span), default=None)
    arguments = (("target", party, near),) if party else ()
    return ToldTrigger(figure.kind, types, figure.span, figure.span.of(text), arguments, is_figure=True)


def _finder(text: str, article: ToldArticle) -> Callable[[str, Span], Span | None]:
    """Finds the words for a label that stand nearest to a trigger, in its sentence if there are any."""

    def find(label: str, trigger: Span) -> Span | None:
        sentence = sentence_around(text, trigger)
        places = list(_stands(text, article, label))
        apart = {span: sentence_around(text, span) != sentence for span in places}
        return min(places, key=lambda span: (apart[span], distance(span, trigger), span.start), default=None)

    return find


def _stands(text: str, article: ToldArticle, label: str) -> Sequence[Span]:
    form = normal(label)
    named = [each.span for each in article.mentions if each.name == label or normal(each.words) == form]
    return named or occurrences(text, label)


def distance(one: Span, other: Span) -> int:
    """How many characters stand between two spans; 0 if they touch or overlap."""
    return max(0, one.start - other.end, other.start - one.end)


def without_figures(told: Sequence[ToldTrigger]) -> Iterator[ToldTrigger]:
    """Those that are reports."""
    return (each for each in told if not each.is_figure)
