"""`kg score`: how good a graph is, measured on articles that careful readers annotated."""

import json
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kg.cli.asking import EndpointOption, Shape, endpoint_of
from kg.cli.console import err, note, out, progress, show_table, warn
from kg.errors import InputError

if TYPE_CHECKING:
    from kg.score import Comparison, Gold, Report

HELP = (
    "Score a graph: how much of what careful readers found does it tell, and how much of what it tells is right.\n\n"
    "GOLD is a folder of articles annotated whole (articles.jsonl with the texts, gold-ID.json with what a reader "
    "wrote down, incidents.json), or a .jsonl file with one article a line and layers of spans; docs/scoring.md says "
    "how to annotate your own. The graph is built from the gold's texts, unless --graph, --endpoint or --answers "
    "gives one.\n\n"
    "Layers: statements, figures, events, incidents, actors, places, names, dates."
)


def register(app: typer.Typer) -> None:
    """Adds the command of this module."""
    app.command(help=HELP, epilog="Example: kg score my-annotated-articles/ --layer statements --errors")(score)


def score(
    gold: Annotated[Path, typer.Argument(metavar="GOLD", help="Annotated articles: a folder or a .jsonl file.")],
    *,
    layer: Annotated[
        list[str] | None,
        typer.Option("--layer", "-l", help="A layer (may be given again); none: all there is gold for."),
    ] = None,
    graph: Annotated[
        Path | None, typer.Option("--graph", "-g", metavar="FILE", help="Score this graph of the gold's articles.")
    ] = None,
    endpoint: EndpointOption = None,
    answers: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Score another system: a JSON object with rows for each named question."),
    ] = None,
    model: Annotated[str | None, typer.Option(help="A spaCy model to build with, by name or path.")] = None,
    jobs: Annotated[int, typer.Option("--jobs", "-j", min=1, help="Processes that read articles.")] = 1,
    only: Annotated[str | None, typer.Option(metavar="ID,…", help="Score these articles only.")] = None,
    without: Annotated[str | None, typer.Option(metavar="ID,…", help="Leave these articles out.")] = None,
    format: Annotated[  # noqa: A002
        Shape, typer.Option("--format", "-f", help="table for people, json and csv for programs.")
    ] = Shape.TABLE,
    classes: Annotated[
        bool, typer.Option("--classes/--no-classes", help="Show the table's rows of single classes.")
    ] = True,
    errors: Annotated[bool, typer.Option("--errors", help="List every miss, invention and wrong detail.")] = False,
    baseline: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Show what was gained and lost against a kept run.")
    ] = None,
    strict: Annotated[
        bool, typer.Option("--strict", help="Refuse gold with any fault (else: told, and left out).")
    ] = False,
    keep: Annotated[
        Path | None, typer.Option("--keep", "-k", metavar="FILE", help="Keep this run, as JSON, for --baseline.")
    ] = None,
) -> None:
    """Score a graph."""
    from kg.score import compare, read_gold, read_report, to_json

    given = [name for name, value in (("--graph", graph), ("--endpoint", endpoint), ("--answers", answers)) if value]
    if len(given) > 1:
        raise InputError(f"give one of {' and '.join(given)}")
    kept = read_report(baseline) if baseline else None
    if keep and not keep.parent.is_dir():
        raise InputError(f"{keep}: there is no folder {keep.parent}")  # told before the work, not after it
    articles = _cut(read_gold(gold, on_fault=_refuse if strict else _warn), only, without)
    layers = tuple(layer or ())
    if graph or endpoint or answers:
        report = _score_given(articles, graph, endpoint, answers, layers)
    else:
        report = _build_and_score(articles, layers, model, jobs)
    if keep:
        _keep(to_json(report), keep)
    _show(report, format, classes=classes)
    if errors and format is Shape.TABLE:
        _show_cases(report)
    if kept is not None:
        _show_comparison(compare(kept, report), format)


def _warn(error: InputError) -> None:
    warn(str(error))


def _refuse(error: InputError) -> None:
    raise error


def _cut(gold: "Gold", only: str | None, without: str | None) -> "Gold":
    from kg.score import cut

    ids = frozenset(article.id for article in gold.articles)
    kept = _ids(only) if only else ids
    left_out = _ids(without) if without else frozenset()
    unknown = (kept | left_out) - ids
    if unknown:
        raise InputError(f"{gold.name}: no article {', '.join(sorted(unknown))}")
    if not kept - left_out:
        raise InputError(f"{gold.name}: no article is left to score")
    return cut(gold, kept - left_out)


def _ids(written: str) -> frozenset[str]:
    return frozenset(name.strip() for name in written.split(",") if name.strip())


def _score_given(
    gold: "Gold", graph: Path | None, endpoint: str | None, answers: Path | None, layers: tuple[str, ...]
) -> "Report":
    from kg.score import score_answers, score_graph

    if answers is not None:
        return score_answers(gold, answers, layers=layers)
    return score_graph(gold, graph, endpoint=endpoint_of(endpoint), layers=layers)


def _build_and_score(gold: "Gold", layers: tuple[str, ...], model: str | None, jobs: int) -> "Report":
    from kg.pipeline import Options, build
    from kg.score import score_graph, scorers_for

    scorers_for(gold, layers)  # a wrong layer is told before the work, not after it
    options = Options(jobs=jobs) if model is None else Options(jobs=jobs, model=model)
    with tempfile.TemporaryDirectory(prefix="kg-score-") as folder:
        articles, graph = Path(folder) / "articles.jsonl", Path(folder) / "graph.nq"
        rows = (json.dumps(dict(article.row), ensure_ascii=False) for article in gold.articles)
        articles.write_text("\n".join(rows) + "\n", "utf-8")
        with progress("reading articles", shown=True, total=len(gold.articles)) as tick:
            build(
                [articles], graph, options=options, on_article=tick, on_refused=lambda error: warn(f"left out {error}")
            )
        return score_graph(gold, graph, layers=layers)


def _keep(written: str, path: Path) -> None:
    try:
        path.write_text(written, "utf-8")
    except OSError as error:
        raise InputError(f"{path}: can't be written: {error.strerror or error}") from error


def _show(report: "Report", format: Shape, *, classes: bool) -> None:  # noqa: A002
    from kg.query import Answer, to_csv
    from kg.score import HEADINGS, LINE_HEADINGS, to_json, to_lines, to_table

    if format is Shape.JSON:
        out.file.write(to_json(report))
        return
    if format is Shape.CSV:
        out.file.write(to_csv(Answer(HEADINGS, tuple(to_table(report.rows())))))
        return
    note(f"{report.gold}: {report.articles} articles")
    for layer in report.layers:
        title = f"{layer.layer} ({layer.data})"
        show_table(LINE_HEADINGS, to_lines(layer.rows, classes=classes), title=title, numbers=len(LINE_HEADINGS) - 1)


def _show_cases(report: "Report") -> None:
    from kg.score import FAULT_HEADINGS, to_case_lines, to_fault_table

    for line in to_case_lines(report):
        out.print(line, soft_wrap=True, markup=False, highlight=False)
    show_table(FAULT_HEADINGS, to_fault_table(report), title="how often", numbers=0)


def _show_comparison(comparison: "Comparison", format: Shape) -> None:  # noqa: A002
    from kg.score import to_comparison_lines

    console = out if format is Shape.TABLE else err  # what programs read stays one JSON object or one table
    for line in to_comparison_lines(comparison):
        console.print(line, soft_wrap=True, markup=False, highlight=False)
