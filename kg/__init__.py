"""Knowledge graphs that people can trust, from news articles about wars.

    import kg
    kg.build(["articles/"], "graph.trig")
    kg.ask("battles", "graph.trig").records()

The verbs are those of the command line; each is loaded when it is first used, so that `import kg` is quick.

- `build(paths, output)` → `Summary`; raises `InputError`, `GraphError`.
- `read_articles(paths)` → one `Reading` after another: what each article alone yields; spans are half-open
  character offsets.
- `ask(name, graph)`, `run_query(sparql, graph)` → `Answer` (columns, rows, `records()`); raises `QueryError`,
  `GraphError`, `EndpointError`.
- `check_graph(graph, documents=...)` → a report with its violations; `read_documents(paths, on_refused=...)` gives
  the documents.
- `explain(iri, graph)` → `Explanation`; `info(graph)` → `Answer`.
- `score_graph(gold, graph)` → a report: how much of what careful readers found the graph tells, and how much of what it
  tells is right.
- `load(graph, endpoint)` → number of triples sent; raises `EndpointError`.
- `open_graph(path)` → an `rdflib.Dataset`, for notebooks.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from kg.graph.notebook import open_graph
    from kg.ingest import read_documents
    from kg.pipeline import Options, Summary, build, read_articles
    from kg.query import Answer, Endpoint, LocalGraph, ask, explain, info, load, questions, run_query
    from kg.score import score_graph
    from kg.validate import check_graph

__all__ = [
    "Answer", "Endpoint", "LocalGraph", "Options", "Summary", "ask", "build", "check_graph", "explain", "info", "load",
    "open_graph", "questions", "read_articles", "read_documents", "run_query", "score_graph",
]  # fmt: skip

_HOMES = {
    "kg.graph.notebook": ("open_graph",),
    "kg.ingest": ("read_documents",),
    "kg.pipeline": ("Options", "Summary", "build", "read_articles"),
    "kg.query": ("Answer", "Endpoint", "LocalGraph", "ask", "explain", "info", "load", "questions", "run_query"),
    "kg.score": ("score_graph",),
    "kg.validate": ("check_graph",),
}
_HOME_OF = {name: home for home, names in _HOMES.items() for name in names}


def __getattr__(name: str) -> Any:
    if name not in _HOME_OF:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(_HOME_OF[name]), name)


def __dir__() -> list[str]:
    return sorted(__all__)
