"""`kg build` and `kg read`: from articles to a graph, or to what one article alone yields."""

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kg.cli.console import note, out, progress, warn
from kg.errors import ArticleError, InputError

if TYPE_CHECKING:
    from kg.model import Document

Paths = Annotated[
    list[str],
    typer.Argument(
        metavar="PATH...", help="Files (.txt .md .html .pdf .jsonl .csv), folders, globs; - is standard input."
    ),
]


def register(app: typer.Typer) -> None:
    """Adds the commands of this module."""
    app.command(epilog="Example: kg build articles/ more.jsonl -o graph.ttl")(build)
    app.command(epilog="Example: kg read article.txt | less")(read)


def build(
    paths: Paths,
    output: Annotated[
        Path, typer.Option("--output", "-o", metavar="FILE", help="The graph; its ending tells the format.")
    ],
    *,
    format: Annotated[  # noqa: A002
        str | None,
        typer.Option(
            "--format", "-f", help="turtle, ntriples, nquads, trig, jsonld or rdfxml (default: by the ending)."
        ),
    ] = None,
    base: Annotated[str | None, typer.Option(help="What the IRIs of all things begin with.")] = None,
    model: Annotated[str | None, typer.Option(help="A spaCy model, by name or path.")] = None,
    decisions: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Your own same / different / undecided, kept over rebuilds.")
    ] = None,
    undecided: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Write the open cases there, as rows to decide on.")
    ] = None,
    gazetteer: Annotated[
        Path | None, typer.Option(metavar="FILE", help="A GeoNames dump (allCountries.txt, SY.txt) for more places.")
    ] = None,
    jobs: Annotated[int, typer.Option("--jobs", "-j", min=1, help="Processes that read articles.")] = 1,
    stamp: Annotated[
        bool, typer.Option("--stamp", help="Write the time into the graph (it then differs from run to run).")
    ] = False,
    strict: Annotated[bool, typer.Option("--strict", help="End with exit code 2 if any article was refused.")] = False,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Say nothing but errors.")] = False,
    verbose: Annotated[bool, typer.Option("--verbose", "-v", help="Name each article.")] = False,
) -> None:
    """Build the graph of articles."""
    from kg.pipeline import Options
    from kg.pipeline import build as build_graph

    chosen = {"base": base, "model": model}
    options = Options(
        **{name: value for name, value in chosen.items() if value is not None},
        decisions=decisions,
        undecided=undecided,
        gazetteer=gazetteer,
        jobs=jobs,
        stamp=datetime.now(UTC) if stamp else None,
    )

    def tell(document: "Document") -> None:
        tick(document)
        if verbose:
            note(f"read {document.source_id}")

    with progress("reading articles", shown=not quiet) as tick:
        summary = build_graph(
            paths,
            output,
            format=format,
            options=options,
            on_article=tell,
            on_refused=lambda error: warn(f"left out {error}"),
        )
    if not quiet:
        refused = f" ({len(summary.refused)} refused)" if summary.refused else ""
        note(
            f"{output}: {summary.articles} articles{refused}, {summary.actors} actors, {summary.places} places, "
            f"{summary.events} events, {summary.statements} statements, {summary.figures} figures, "
            f"{summary.triples} triples"
        )
    if strict and summary.refused:
        raise InputError(f"{len(summary.refused)} articles refused")


def read(
    article: Annotated[str, typer.Argument(metavar="ARTICLE", help="One article, or - for standard input.")],
    *,
    model: Annotated[str | None, typer.Option(help="A spaCy model, by name or path.")] = None,
) -> None:
    """Print what one article alone yields, as JSON."""
    from kg.nlp import DEFAULT_MODEL
    from kg.pipeline import read_articles
    from kg.publish.reading_json import to_json_values

    readings = [to_json_values(reading) for reading in read_articles([article], model=model or DEFAULT_MODEL)]
    if not readings:
        raise ArticleError(article, "no article in it")
    out.print_json(json.dumps(readings[0] if len(readings) == 1 else readings, ensure_ascii=False))
