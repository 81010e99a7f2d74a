"""Asking: the named questions, and any query of SPARQL."""

import difflib
import os
from pathlib import Path
from typing import Protocol

from kg.errors import EndpointError, QueryError
from kg.query.answer import Answer
from kg.query.endpoint import Endpoint
from kg.query.local import LocalGraph
from kg.query.tidy import tidy, tidy_question
from kg.resources import queries_dir
from kg.vocab import KG


class Source(Protocol):
    """What can be asked: a graph in a file, or a remote endpoint."""

    def query(self, sparql: str) -> Answer:
        """The engine's own answer to one query."""


Graph = str | os.PathLike[str] | Source
"""A graph's file, or one that is already open."""


def questions() -> dict[str, str]:
    """The named questions and what one row of each is, sorted by name."""
    return {path.stem: _one_row(path.read_text("utf-8")) for path in sorted(queries_dir().glob("*.rq"))}


def question(name: str) -> str:
    """The SPARQL of a named question.

    Raises:
        QueryError: there is none of that name; the message names those there are.
    """
    names = [path.stem for path in sorted(queries_dir().glob("*.rq"))]
    if name not in names:
        near = difflib.get_close_matches(name, names, n=1)
        hint = f"did you mean {near[0]}? " if near else ""
        raise QueryError(f"there is no question {name!r}; {hint}there are {', '.join(names)}")
    return (queries_dir() / f"{name}.rq").read_text("utf-8")


def ask(name: str, graph: Graph | None = None, *, endpoint: str | Endpoint | None = None) -> Answer:
    """The answer to a named question, the same from every engine: columns and rows as the contract has them.

    Args:
        name: the name of a file in `queries/`, without its ending.
        graph: a graph's file or an open `LocalGraph`; or
        endpoint: a SPARQL endpoint's address or an `Endpoint`.

    Raises:
        QueryError: there is no such question.
        GraphError: the graph can't be read.
        EndpointError: the endpoint refused or did not answer.
    """
    sparql = question(name)
    source = open_source(graph, endpoint=endpoint)
    if isinstance(source, Endpoint):
        _check_default_graph(source)
    return tidy_question(source.query(sparql), sparql)


def run_query(sparql: str, graph: Graph | None = None, *, endpoint: str | Endpoint | None = None) -> Answer:
    """The answer to any SELECT, ASK, CONSTRUCT or DESCRIBE; see `ask` for the arguments and errors.

    Rows that the query does not order are sorted by all columns.
    """
    return tidy(open_source(graph, endpoint=endpoint).query(sparql), sparql)


def open_source(graph: Graph | None = None, *, endpoint: str | Endpoint | None = None) -> Source:
    """The one that is given of a graph and an endpoint, open.

    Raises:
        QueryError: neither or both are given.
    """
    if (graph is None) == (endpoint is None):
        raise QueryError("give either a graph's file or an endpoint")
    if endpoint is not None:
        return Endpoint(endpoint) if isinstance(endpoint, str) else endpoint
    # mypy does not see that the graph is given where the endpoint is not
    return LocalGraph(Path(graph)) if isinstance(graph, str | os.PathLike) else graph  # type: ignore[return-value]


def _check_default_graph(endpoint: Endpoint) -> None:
    """Refuses an endpoint whose default graph leaves the articles' graphs out: its answers would lack them silently.

    Raises:
        EndpointError: the articles are in named graphs only.
    """
    article = f"?article a <{KG.Document}>"
    if endpoint.query(f"ASK {{ {article} }}").rows[0][0]:
        return
    if endpoint.query(f"ASK {{ GRAPH ?graph {{ {article} }} }}").rows[0][0]:
        raise EndpointError(
            f"{endpoint.address}: the articles are in named graphs that its default graph does not show; have it show "
            "the union of all graphs (oxigraph serve --union-default-graph), or load all into one graph (--into IRI)"
        )


def _one_row(sparql: str) -> str:
    """What one row is, from the comment at the top, which goes on till "# Example: …"."""
    words, _, _ = sparql.removeprefix("# One row: ").partition("\n# Example:")
    return words.replace("\n# ", " ")
