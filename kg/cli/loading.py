"""`kg load`: a graph into a triple store."""

from pathlib import Path
from typing import Annotated

import typer

from kg.cli.console import note, progress


def register(app: typer.Typer) -> None:
    """Adds the command of this module."""
    app.command(epilog="Example: kg load graph.nq --endpoint http://localhost:7878/update")(load)


def load(
    graph: Annotated[Path, typer.Argument(metavar="GRAPH", help="A graph in a file.")],
    *,
    endpoint: Annotated[str, typer.Option("--endpoint", "-e", metavar="URL", help="The store's update endpoint.")],
    into: Annotated[str | None, typer.Option("--into", metavar="IRI", help="Load all into this named graph.")] = None,
    user: Annotated[str | None, typer.Option(envvar="KG_USER", help="User name.")] = None,
    password: Annotated[
        str | None, typer.Option(envvar="KG_PASSWORD", help="Password (better by the environment).")
    ] = None,
    token: Annotated[str | None, typer.Option(envvar="KG_TOKEN", help="Bearer token.")] = None,
    batch: Annotated[int, typer.Option(min=1, help="Triples a request.")] = 1000,
    restart: Annotated[
        bool, typer.Option("--restart", help="Begin anew instead of going on where a load broke off.")
    ] = False,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Say nothing but errors.")] = False,
) -> None:
    """Load a graph into a triple store, in batches; a load that broke off goes on where it stopped."""
    from kg.query import Endpoint
    from kg.query import load as load_graph

    target = Endpoint(endpoint, user=user, password=password, token=token)
    with progress("loading", shown=not quiet) as tick:
        loaded = load_graph(graph, target, graph=into, batch=batch, resume=not restart, on_batch=tick)
    if not quiet:
        note(f"{endpoint}: {loaded} triples loaded")
