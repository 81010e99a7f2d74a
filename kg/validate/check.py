"""All checks of one graph in a file."""

from collections.abc import Iterable
from pathlib import Path

from kg.graph.files import open_store
from kg.model import Document
from kg.validate.never import check_never
from kg.validate.reasoning import check_reasoning
from kg.validate.shapes import check_shapes
from kg.validate.spans import check_spans
from kg.validate.violation import Report, join


def check_graph(graph: Path | str, *, documents: Iterable[Document] | None = None, reason: bool = False) -> Report:
    """What is wrong with a graph: its shapes, what must never be, and more where asked for.

    Args:
        graph: a file of any serialization.
        documents: its articles, to cut every cited span again; None leaves that out.
        reason: whether to ask HermiT too, which needs Java.

    Raises:
        GraphError: the file can't be read, or there is no Java.
    """
    path = Path(graph)
    reports = [check_reasoning(path)] if reason else []
    reports.append(check_shapes(path))
    store = open_store(path)
    reports.append(check_never(store))
    if documents is not None:
        reports.append(check_spans(store, documents))
    return join(reports)
