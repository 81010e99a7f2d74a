"""The table of quality: what `kg` and plain baselines get on annotated articles, measured by `kg score`.

    python benchmarks/quality.py GOLD… [--write docs/quality.md] [--jobs 2]

GOLD: folders of articles annotated whole, `.jsonl` files named as in `quality.toml`, or folders that hold such files.
For each of them a graph is built, the baselines that `quality.toml` names are run, and both are scored. The table goes
to standard output, or with --write to a file and as figures to a `.json` beside it. The same input gives the same
bytes.
"""

import argparse
import importlib
import json
import sys
import tempfile
import tomllib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kg.errors import InputError, KgError
from kg.nlp import DEFAULT_MODEL, model_title
from kg.pipeline import Options, build
from kg.score import Gold, Report, Row, read_gold, score_answers, score_graph

HERE = Path(__file__).parent
PLAN = HERE / "quality.toml"
NOT_MEASURED = "not measured in this run"
WHOLE = "articles"
"""What `quality.toml` calls folders of articles annotated whole, whatever their names."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the table before it is measured.

    Attributes:
        layer, data, measure, cls: what is measured, on which data of the plan.
        baselines: names of scripts in `baselines/`.
        shows: "f1" for precision, recall and F1; "recall" or "precision" where only one of them means something.
        published: what others report, with the source, in words.
    """

    layer: str
    data: str
    measure: str
    cls: str
    baselines: tuple[str, ...]
    shows: str
    published: str


@dataclass(frozen=True, slots=True)
class Plan:
    """What is to be measured, and the words around it."""

    lines: tuple[Line, ...]
    data: Mapping[str, Mapping[str, str]]
    layers: Mapping[str, str]
    text: Mapping[str, str]


Measured = Mapping[str, Mapping[str, Report]]
"""By data, the reports of "kg" and of each baseline."""


def main() -> int:
    """Measures and writes; gives the exit code."""
    arguments = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    arguments.add_argument("gold", nargs="+", type=Path, help="annotated articles, or folders that hold such data")
    arguments.add_argument("--write", type=Path, metavar="FILE", help="write the table here, its figures beside it")
    arguments.add_argument("--jobs", type=int, default=1, help="processes that read articles")
    options = arguments.parse_args()
    try:
        run(options.gold, options.write, jobs=options.jobs, plan=read_plan(PLAN))
    except KgError as error:
        print(f"quality.py: {error}", file=sys.stderr)
        return 2
    return 0


def run(golds: Sequence[Path], write: Path | None, *, plan: Plan, jobs: int = 1) -> None:
    """Measures what is given, and writes or prints the table.

    Raises:
        InputError: a path holds nothing that the plan knows, or a measure of the plan was not counted.
    """
    measured = {name: measure(read_gold(path), name, plan, jobs) for name, path in find_data(golds, plan)}
    table = to_markdown(plan, measured)
    if write is None:
        print(table, end="")
        return
    write.write_text(table, "utf-8")
    write.with_suffix(".json").write_text(to_figures(plan, measured), "utf-8")


def read_plan(path: Path) -> Plan:
    """What is to be measured."""
    table = tomllib.loads(path.read_text("utf-8"))
    lines = tuple(
        Line(
            layer=row["layer"],
            data=row["data"],
            measure=row["measure"],
            cls=row.get("class", "all"),
            baselines=tuple(row.get("baselines", ())),
            shows=row.get("shows", "f1"),
            published=row.get("published", ""),
        )
        for row in table["row"]
    )
    return Plan(lines, table["data"], table["layers"], table["text"])


def find_data(paths: Iterable[Path], plan: Plan) -> Iterator[tuple[str, Path]]:
    """The names and paths of the data that the paths hold, each once, in the order of the plan.

    Raises:
        InputError: a path holds none, or data was given twice.
    """
    found: list[tuple[str, Path]] = []
    for path in paths:
        here = [(name, file) for name in plan.data for file in _holds(path, name)]
        if not here:
            raise InputError(f"{path}: neither articles annotated whole nor data that {PLAN.name} knows")
        found += here
    for name in plan.data:
        files = [file for each, file in found if each == name]
        if len(files) > 1:
            raise InputError(f"{name} was given more than once: {', '.join(map(str, files))}")
        yield from ((name, file) for file in files)


def _holds(path: Path, name: str) -> list[Path]:
    if name == WHOLE:
        return [path] if path.is_dir() and any(path.glob("gold-*.json")) else []
    files = sorted(path.rglob(f"{name}.jsonl")) if path.is_dir() else [path] * path.exists()
    return [file for file in files if file.name == f"{name}.jsonl"]


def measure(gold: Gold, data: str, plan: Plan, jobs: int) -> dict[str, Report]:
    """The reports of the graph and of each baseline on one gold."""
    lines = [line for line in plan.lines if line.data == data]
    layers = tuple(dict.fromkeys(line.layer for line in lines))
    baselines = tuple(dict.fromkeys(name for line in lines for name in line.baselines))
    _note(f"{data}: {len(gold.articles)} articles")
    with tempfile.TemporaryDirectory(prefix="kg-quality-") as scratch:
        folder = Path(scratch)
        reports = {"kg": _score_build(gold, layers, folder, jobs)}
        for name in baselines:
            _note(f"{data}: {name}")
            answers = folder / f"{name}.json"
            answers.write_text(_answer(name, gold), "utf-8")
            mine = tuple(dict.fromkeys(line.layer for line in lines if name in line.baselines))
            reports[name] = score_answers(gold, answers, layers=mine)
    return reports


def _answer(name: str, gold: Gold) -> str:
    try:
        answers: str = load_baseline(name)(gold).to_json()
    except ModuleNotFoundError as error:
        raise InputError(f"the baseline {name} needs {error.name}, see docs/quality.md: {error}") from error
    return answers


def load_baseline(name: str) -> Callable[[Gold], Any]:
    """The function of a script in `baselines/` that answers for a gold."""
    folder = str(HERE / "baselines")
    if folder not in sys.path:
        sys.path.insert(0, folder)
    answer: Callable[[Gold], Any] = importlib.import_module(name).answer
    return answer


def _score_build(gold: Gold, layers: Sequence[str], folder: Path, jobs: int) -> Report:
    articles, graph = folder / "articles.jsonl", folder / "graph.nq"
    rows = (json.dumps(dict(article.row), ensure_ascii=False) for article in gold.articles)
    articles.write_text("\n".join(rows) + "\n", "utf-8")
    build([articles], graph, options=Options(jobs=jobs), on_refused=lambda error: _note(f"left out {error}"))
    return score_graph(gold, graph, layers=layers)


def _note(words: str) -> None:
    print(words, file=sys.stderr, flush=True)


def to_markdown(plan: Plan, measured: Measured) -> str:
    """The page: a table for each layer, with what its measures mean, and how to reproduce it."""
    made = f"{plan.text['made']} Made with {model_title(DEFAULT_MODEL)}."
    parts = [f"# {plan.text['title']}", plan.text["about"].strip(), made, plan.text["reading"].strip()]
    for layer, words in plan.layers.items():
        lines = [line for line in plan.lines if line.layer == layer]
        parts += [f"## {layer}", words.strip(), "\n".join(_table(plan, lines, measured))]
    parts += ["## The data", "\n".join(_data(plan, measured))]
    parts += [f"## {name}\n\n{plan.text[key].strip()}" for name, key in _SECTIONS]
    return "\n\n".join(parts) + "\n"


_SECTIONS = (("The baselines", "baselines"), ("Limits", "limits"), ("How to reproduce it", "reproduce"))
_HEADINGS = ("data", "measure", "class", "baseline", "P / R / F1", "kg: P / R / F1", "95 %", "published")


def _table(plan: Plan, lines: Iterable[Line], measured: Measured) -> Iterator[str]:
    yield f"| {' | '.join(_HEADINGS)} |"
    yield "|" + "---|" * len(_HEADINGS)
    for line in lines:
        reports = measured.get(line.data)
        ours = _row(line, reports["kg"]) if reports else None
        names = "<br>".join(f"`{name}`" for name in line.baselines)
        theirs = "<br>".join(_cell(line, _row_of(line, reports[name])) for name in line.baselines) if reports else ""
        what = (plan.data[line.data]["name"], line.measure, line.cls, names, theirs)
        found = (_cell(line, ours) if ours else NOT_MEASURED, _interval(line, ours), line.published)
        yield f"| {' | '.join(what + found)} |"


def _data(plan: Plan, measured: Measured) -> Iterator[str]:
    yield "| data | what | articles |"
    yield "|---|---|---|"
    for name, row in plan.data.items():
        size = str(measured[name]["kg"].articles) if name in measured else NOT_MEASURED
        yield f"| {row['name']} (`{name}`) | {row['what']} | {size} |"


def _row(line: Line, report: Report) -> Row:
    row = _row_of(line, report)
    if row is None:
        there = sorted({each.measure for each in report.rows() if each.layer == line.layer})
        raise InputError(
            f"{PLAN.name}: {line.layer} on {line.data} has no {line.measure!r} ({line.cls}); it has {there}"
        )
    return row


def _row_of(line: Line, report: Report) -> Row | None:
    return report.row(line.layer, line.measure, line.cls)


def _cell(line: Line, row: Row | None) -> str:
    if row is None:
        return "–"
    if row.median is not None:
        return f"{row.median:.1f}"
    if line.shows != "f1":
        return share(getattr(row, line.shows))
    return " / ".join(map(share, (row.precision, row.recall, row.f1)))


def _interval(line: Line, row: Row | None) -> str:
    if row is None or line.shows != "f1":
        return ""
    ends = (row.low, row.high) if row.median is None else (row.median_low, row.median_high)
    if None in ends:
        return ""
    return "–".join(share(end) if row.median is None else f"{end:.1f}" for end in ends)


def share(value: float | None) -> str:
    """A share of 1 with three places; "–" where there is nothing to divide by."""
    return "–" if value is None else f"{value:.3f}"


def to_figures(plan: Plan, measured: Measured) -> str:
    """The figures of the table as JSON, without any words of the data."""
    rows = [
        {
            "layer": line.layer,
            "data": line.data,
            "measure": line.measure,
            "class": line.cls,
            **{name: _figures(_row_of(line, measured[line.data][name])) for name in ("kg", *line.baselines)},
        }
        for line in plan.lines
        if line.data in measured
    ]
    return json.dumps(rows, ensure_ascii=False, indent=1) + "\n"


_FIGURES = ("precision", "recall", "f1", "low", "high", "median", "median_low", "median_high")
_COUNTS = ("right_gold", "gold", "right_told", "told")


def _figures(row: Row | None) -> dict[str, float | None] | None:
    if row is None:
        return None
    values = {name: getattr(row, name) for name in (*_FIGURES, *_COUNTS, "articles")}
    return {name: round(value, 6) for name, value in values.items() if value is not None}


if __name__ == "__main__":
    sys.exit(main())
