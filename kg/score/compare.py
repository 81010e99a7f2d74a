"""A run against a kept one: what was gained and what was lost."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kg.score.report import LayerScore, Report, case_line, share
from kg.score.sheet import Case, Fault
from kg.score.tally import Row

Key = tuple[str, str, str, str]


@dataclass(frozen=True, slots=True)
class Change:
    """A figure of the table before and after; None where one of the runs does not have it."""

    key: Key
    before: Row | None
    after: Row | None


@dataclass(frozen=True, slots=True)
class Comparison:
    """What differs between two runs.

    Attributes:
        unlike: in what the two runs can't be compared, in words; "" if they are of the same articles.
        changes: the rows whose precision, recall, F1 or median differ.
        gained: cases that are gone: misses found, inventions and wrong details no more.
        lost: cases that are new.
    """

    unlike: str
    changes: tuple[Change, ...]
    gained: tuple[tuple[LayerScore, Case], ...]
    lost: tuple[tuple[LayerScore, Case], ...]


def compare(before: Report, after: Report) -> Comparison:
    """What was gained and lost from one run to the other, over the layers that both have.

    A case is the same if article, measure, fault, place in the text and expected words are; what the graph tells there
    instead may differ.
    """
    shared = {(layer.layer, layer.data) for layer in before.layers} & {(each.layer, each.data) for each in after.layers}
    olds, news = _cases(before, shared), _cases(after, shared)
    return Comparison(
        unlike=_unlike(before, after),
        changes=tuple(_changes(before, after, shared)),
        gained=tuple(pair for key, pair in olds.items() if key not in news),
        lost=tuple(pair for key, pair in news.items() if key not in olds),
    )


def _unlike(before: Report, after: Report) -> str:
    if (before.gold, before.articles) == (after.gold, after.articles):
        return ""
    return f"{before.gold} ({before.articles} articles) is compared with {after.gold} ({after.articles} articles)"


def _changes(before: Report, after: Report, shared: set[tuple[str, str]]) -> Iterable[Change]:
    olds, news = _rows(before, shared), _rows(after, shared)
    for key in dict.fromkeys((*olds, *news)):
        old, new = olds.get(key), news.get(key)
        if old is None or new is None or _figures(old) != _figures(new):
            yield Change(key, old, new)


def _figures(row: Row) -> tuple[float | None, ...]:
    return (row.precision, row.recall, row.f1, row.median)


def _rows(report: Report, shared: set[tuple[str, str]]) -> dict[Key, Row]:
    return {
        (row.layer, row.data, row.measure, row.cls): row for row in report.rows() if (row.layer, row.data) in shared
    }


def _cases(report: Report, shared: set[tuple[str, str]]) -> dict[tuple[object, ...], tuple[LayerScore, Case]]:
    """The cases by key; of cases that are the same (an invention told twice), each has its number in it."""
    seen: Counter[tuple[object, ...]] = Counter()
    cases = {}
    for layer, case in report.cases():
        if (layer.layer, layer.data) in shared:
            key = _key(layer, case)
            seen[key] += 1
            cases[*key, seen[key]] = (layer, case)
    return cases


def _key(layer: LayerScore, case: Case) -> tuple[object, ...]:
    words = case.told if case.fault is Fault.INVENTED else case.expected
    return (layer.layer, layer.data, case.article, case.measure, case.fault, case.start, case.end, words)


def to_comparison_lines(comparison: Comparison) -> Iterator[str]:
    """What changed, for a person: the figures first, then every case gained, then every case lost."""
    if comparison.unlike:
        yield f"Not the same gold: {comparison.unlike}"
    for change in comparison.changes:
        layer, data, measure, cls = change.key
        figures = ", ".join(
            f"{name} {_word(change.before, attribute)} → {_word(change.after, attribute)}"
            for name, attribute in (("P", "precision"), ("R", "recall"), ("F1", "f1"), ("median", "median"))
            if _word(change.before, attribute) or _word(change.after, attribute)
        )
        yield f"{layer} / {data} / {measure} / {cls}: {figures}"
    for title, cases in (("GAINED", comparison.gained), ("LOST", comparison.lost)):
        for layer_score, case in cases:
            yield f"{title}: {case_line(layer_score, case)}"
    gained, lost = len(comparison.gained), len(comparison.lost)
    yield f"{len(comparison.changes)} figures changed, {gained} cases gained, {lost} lost"


def _word(row: Row | None, attribute: str) -> str:
    return share(getattr(row, attribute)) if row else ""
