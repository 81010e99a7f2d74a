"""`kg check`: does the graph keep its promises?"""

from pathlib import Path
from typing import Annotated

import typer

from kg.cli.console import complain, note, progress, warn
from kg.errors import CheckError


def register(app: typer.Typer) -> None:
    """Adds the command of this module."""
    app.command(epilog="Example: kg check graph.ttl articles/ --reason")(check)


def check(
    graph: Annotated[Path, typer.Argument(metavar="GRAPH", help="A graph in a file.")],
    articles: Annotated[
        list[str] | None, typer.Argument(metavar="[ARTICLE...]", help="The articles, to cut every cited span again.")
    ] = None,
    *,
    reason: Annotated[
        bool, typer.Option("--reason", help="Also the logic of the ontology, by HermiT (needs Java).")
    ] = False,
    limit: Annotated[int, typer.Option("--limit", "-n", min=1, help="Show only so many violations.")] = 20,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Say nothing but violations.")] = False,
) -> None:
    """Check a graph: its shapes, and with the articles every cited span; exit code 1 if anything is broken."""
    from kg.ingest import read_documents
    from kg.validate import check_graph

    documents = read_documents(articles, on_refused=lambda error: warn(f"left out {error}")) if articles else None
    with progress("checking", shown=not quiet):
        report = check_graph(graph, documents=documents, reason=reason)
    for violation in report.violations[:limit]:
        complain(str(violation))
    if report.violations:
        raise CheckError(f"{graph}: {len(report.violations)} violations")
    if not quiet:
        note(f"{graph}: {'; '.join(report.checked)}: no violations")
