"""What must never be in a graph: queries in `ontology/never/`, each of which must find nothing.

The first line of a query says, as a comment, what must never be; it selects `?node` and, where that helps, `?value`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.resources import ontology_dir
from kg.validate.violation import Report, Violation

if TYPE_CHECKING:
    import pyoxigraph


def read_never() -> dict[str, str]:
    """The queries by name, in the order of the names."""
    return {path.stem: path.read_text("utf-8") for path in sorted((ontology_dir() / "never").glob("*.rq"))}


def check_never(store: pyoxigraph.Store) -> Report:
    """What the queries find in a store."""
    queries = read_never()
    found = {violation for name, query in queries.items() for violation in _ask(store, name, query)}
    return Report((f"{len(queries)} things that must never be",), tuple(sorted(found)))


def _ask(store: pyoxigraph.Store, name: str, query: str) -> list[Violation]:
    import pyoxigraph

    message = query.splitlines()[0].removeprefix("# ")
    answer = store.query(query, use_default_graph_as_union=True)
    if not isinstance(answer, pyoxigraph.QuerySolutions):
        raise TypeError(f"ontology/never/{name}.rq must be a SELECT")
    named = {variable.value for variable in answer.variables}
    return [
        Violation(name, _text(row["node"]), message, value=_text(row["value"]) if "value" in named else "")
        for row in answer
    ]


def _text(term: object) -> str:
    return "" if term is None else str(term).removeprefix("<").removesuffix(">")
