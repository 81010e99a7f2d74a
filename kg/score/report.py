"""A scored run: its table and its cases, as values and as JSON."""

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from kg.errors import InputError
from kg.score.sheet import ALL, Case, Fault
from kg.score.tally import Row

HEADINGS = ("layer", "data", "measure", "class", "P", "R", "F1", "95 %", "right", "told", "gold", "articles")
LINE_HEADINGS = ("measure", *HEADINGS[4:-1])


@dataclass(frozen=True, slots=True)
class LayerScore:
    """One layer scored by one kind of gold: the rows of the table, and every miss, invention and wrong detail."""

    layer: str
    data: str
    rows: tuple[Row, ...]
    cases: tuple[Case, ...]


@dataclass(frozen=True, slots=True)
class Report:
    """What `kg score` found.

    Attributes:
        gold: name of the gold.
        articles: how many it has.
        layers: one each, in a fixed order.
    """

    gold: str
    articles: int
    layers: tuple[LayerScore, ...]

    def rows(self) -> tuple[Row, ...]:
        """All rows of the table."""
        return tuple(row for layer in self.layers for row in layer.rows)

    def row(self, layer: str, measure: str, cls: str = ALL, *, data: str | None = None) -> Row | None:
        """One row of the table; None if nothing was counted for it."""
        wanted = (layer, measure, cls)
        same = (row for row in self.rows() if (row.layer, row.measure, row.cls) == wanted)
        return next((row for row in same if data in (None, row.data)), None)

    def cases(self) -> Iterator[tuple[LayerScore, Case]]:
        """Every miss, invention and wrong detail, with its layer."""
        return ((layer, case) for layer in self.layers for case in layer.cases)


def to_json(report: Report) -> str:
    """The whole run, cases included, as one JSON object; the same run gives the same bytes."""
    return json.dumps(asdict(report), ensure_ascii=False, indent=1) + "\n"


def read_report(path: Path) -> Report:
    """A run that was kept.

    Raises:
        InputError: the file is no kept run.
    """
    try:
        return _report(json.loads(path.read_text("utf-8")))
    except OSError as error:
        raise InputError(f"{path}: can't be read: {error.strerror or error}") from error
    except (ValueError, KeyError, TypeError) as error:
        raise InputError(f"{path}: not a run that kg score kept: {error!r}") from error


def _report(value: Any) -> Report:
    return Report(
        value["gold"],
        value["articles"],
        tuple(
            LayerScore(
                layer["layer"],
                layer["data"],
                tuple(Row(**row) for row in layer["rows"]),
                tuple(Case(**{**case, "fault": Fault(case["fault"])}) for case in layer["cases"]),
            )
            for layer in value["layers"]
        ),
    )


def to_table(rows: Iterable[Row]) -> list[tuple[str, ...]]:
    """The rows of the table as words, under `HEADINGS`; of a distance, the median stands in the place of F1."""
    return [_cells(row) for row in rows]


def to_lines(rows: Iterable[Row], *, classes: bool = True) -> list[tuple[str, ...]]:
    """The rows of one layer under `LINE_HEADINGS`, classes set in below their measure or left out."""
    shown = [row for row in rows if classes or row.cls == ALL]
    labels = (row.measure if row.cls == ALL else f"   {row.cls}" for row in shown)
    return [(label, *cells[4:-1]) for label, cells in zip(labels, to_table(shown), strict=True)]


def _cells(row: Row) -> tuple[str, ...]:
    if row.median is not None:
        figures = ("", "", f"{row.median:.1f}", f"{row.median_low:.1f}–{row.median_high:.1f}")
        counts: tuple[str, ...] = ("", number(row.told), "")
    else:
        interval = "" if row.low is None else f"{row.low:.2f}–{row.high:.2f}"
        figures = (share(row.precision), share(row.recall), share(row.f1), interval)
        counts = (number(row.right_gold), number(row.told), number(row.gold))
    return (row.layer, row.data, row.measure, row.cls, *figures, *counts, str(row.articles))


def to_case_lines(report: Report) -> Iterator[str]:
    """Every miss, invention and wrong detail, each in a few lines for a person."""
    for layer, case in report.cases():
        yield case_line(layer, case)


FAULT_HEADINGS = ("cases", "fault", "layer", "data", "measure", "class")


def to_fault_table(report: Report) -> list[tuple[str, ...]]:
    """How often each kind of case there is, under `FAULT_HEADINGS`, the most frequent first."""
    kinds = Counter(
        (case.fault.value, layer.layer, layer.data, case.measure, case.cls) for layer, case in report.cases()
    )
    return [(str(times), *kind) for kind, times in sorted(kinds.items(), key=lambda item: (-item[1], item[0]))]


def case_line(layer: LayerScore, case: Case) -> str:
    """One case: what is wrong and where, what was expected, what was told, and the sentence."""
    where = f"{case.start}-{case.end}" if case.start >= 0 else "nowhere in the text"
    cls = "" if case.cls == ALL else f" ({case.cls})"
    lines = [f"{case.fault.value.upper()} {layer.layer}, {case.measure}{cls}: {case.article} {where}"]
    lines += [f"    expected: {case.expected}"] if case.expected else []
    lines += [f"    told:     {case.told}"] if case.told else []
    lines += [f"    in: {case.sentence}"] if case.sentence else []
    return "\n".join(lines)


def number(value: float) -> str:
    """A count as the table has it: items may be right by halves."""
    return f"{value:.1f}".removesuffix(".0")


def share(value: float | None) -> str:
    """A share of 1 as the table has it."""
    return "" if value is None else f"{value:.3f}"
