"""`kg ask`, `kg query`, `kg explain` and `kg info`: what a graph tells."""

import sys
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kg.cli.console import note, out, show_table
from kg.errors import QueryError

if TYPE_CHECKING:
    from kg.query import Answer, Endpoint


class Shape(StrEnum):
    """How an answer is written."""

    TABLE = "table"
    JSON = "json"
    CSV = "csv"


GraphOption = Annotated[Path | None, typer.Option("--graph", "-g", metavar="FILE", help="A graph in a file.")]
EndpointOption = Annotated[
    str | None,
    typer.Option("--endpoint", "-e", metavar="URL", help="A SPARQL endpoint (KG_USER, KG_PASSWORD or KG_TOKEN)."),
]
ShapeOption = Annotated[Shape, typer.Option("--format", "-f", help="table for people, json and csv for programs.")]
LimitOption = Annotated[int | None, typer.Option("--limit", "-n", min=1, help="Show only the first rows.")]

DEFAULT_GRAPH = Path("build/graph.ttl")


def register(app: typer.Typer) -> None:
    """Adds the commands of this module."""
    app.command(epilog="Example: kg ask battles --graph graph.ttl --format json")(ask)
    app.command(epilog="Example: kg query my.rq --graph graph.ttl")(query)
    app.command(
        epilog="Example: kg explain https://w3id.org/conflict-kg/data/actor/islamic-state --graph graph.ttl texts/"
    )(explain)
    app.command(epilog="Example: kg info graph.ttl")(info)


def ask(
    name: Annotated[str | None, typer.Argument(metavar="NAME", help="A question; none: list them.")] = None,
    *,
    graph: GraphOption = None,
    endpoint: EndpointOption = None,
    format: ShapeOption = Shape.TABLE,  # noqa: A002
    columns: Annotated[str | None, typer.Option(metavar="A,B,…", help="Show only these columns.")] = None,
    limit: LimitOption = None,
) -> None:
    """Ask a named question of a graph."""
    from kg.query import ask as ask_graph
    from kg.query import questions

    if name is None:
        show_table(("question", "one row is"), tuple(questions().items()))
        return
    answer = ask_graph(name, given_graph(graph, endpoint), endpoint=endpoint_of(endpoint))
    show(_with_columns(answer, columns), format, limit)


def query(
    file: Annotated[str, typer.Argument(metavar="FILE.rq", help="A SPARQL query, or - for standard input.")],
    *,
    graph: GraphOption = None,
    endpoint: EndpointOption = None,
    format: ShapeOption = Shape.TABLE,  # noqa: A002
    limit: LimitOption = None,
) -> None:
    """Ask a graph anything in SPARQL."""
    from kg.query import run_query

    sparql = sys.stdin.read() if file == "-" else _read_query(Path(file))
    show(run_query(sparql, given_graph(graph, endpoint), endpoint=endpoint_of(endpoint)), format, limit)


def explain(
    iri: Annotated[
        str, typer.Argument(metavar="IRI", help="A thing, statement, figure, event …, or the end of its IRI.")
    ],
    articles: Annotated[
        list[str] | None, typer.Argument(metavar="[ARTICLE...]", help="The articles, to show sentences.")
    ] = None,
    *,
    graph: GraphOption = None,
    endpoint: EndpointOption = None,
    limit: Annotated[int, typer.Option("--limit", "-n", min=1, help="Show only so many passages.")] = 20,
) -> None:
    """Print why something is in the graph: rule, article, the words, and what they were resolved to."""
    from kg.cli.explaining import print_explanation
    from kg.ingest import read_documents
    from kg.query import explain as explain_iri

    documents = read_documents(articles, on_refused=lambda error: note(f"left out {error}")) if articles else ()
    source = given_graph(graph, endpoint)
    print_explanation(explain_iri(iri, source, endpoint=endpoint_of(endpoint), documents=tuple(documents)), limit)


def info(
    graph: Annotated[Path | None, typer.Argument(metavar="[GRAPH]", help="A graph in a file.")] = None,
    *,
    endpoint: EndpointOption = None,
) -> None:
    """Print what a graph holds: articles, things, dates, and the build that made it."""
    from kg.query import info as graph_info
    from kg.query import to_table

    answer = graph_info(given_graph(graph, endpoint), endpoint=endpoint_of(endpoint))
    show_table(answer.columns, to_table(answer))


def given_graph(graph: Path | None, endpoint: str | None) -> Path | None:
    """The graph's file that is meant: the one named, else (without an endpoint) the one that `make graph` built."""
    if graph is not None or endpoint is not None:
        return graph
    if DEFAULT_GRAPH.exists():
        return DEFAULT_GRAPH
    raise QueryError(f"which graph? say --graph FILE or --endpoint URL (there is no {DEFAULT_GRAPH} here)")


def endpoint_of(url: str | None) -> "Endpoint | None":
    """The endpoint, with the user and password of the environment."""
    from kg.query import Endpoint

    return None if url is None else Endpoint(url)


def show(answer: "Answer", shape: Shape, limit: int | None) -> None:
    """Prints an answer."""
    from kg.query import Answer, to_csv, to_json, to_ntriples, to_table

    if shape is Shape.TABLE and answer.kind != "triples":
        show_table(answer.columns, to_table(answer), limit=limit)
        return
    cut = answer if limit is None else Answer(answer.columns, answer.rows[:limit], answer.kind)
    if shape is Shape.TABLE:
        out.file.write(to_ntriples(cut))
    else:
        out.file.write(to_json(cut) if shape is Shape.JSON else to_csv(cut))


def _with_columns(answer: "Answer", columns: str | None) -> "Answer":
    from kg.query import Answer

    if columns is None:
        return answer
    wanted = tuple(name.strip() for name in columns.split(","))
    unknown = [name for name in wanted if name not in answer.columns]
    if unknown:
        raise QueryError(f"no column {', '.join(unknown)}; there are {', '.join(answer.columns)}")
    places = [answer.columns.index(name) for name in wanted]
    return Answer(wanted, tuple(tuple(row[place] for place in places) for row in answer.rows), answer.kind)


def _read_query(path: Path) -> str:
    try:
        return path.read_text("utf-8")
    except OSError as error:
        hint = " (named questions are asked with kg ask)" if "." not in path.name else ""
        raise QueryError(f"{path}: {error.strerror}{hint}") from error
