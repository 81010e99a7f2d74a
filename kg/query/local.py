"""A graph in a file, asked in this process."""

import gzip
import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from kg.errors import GraphError, QueryError
from kg.query.answer import Answer, Cell
from kg.query.cells import literal_cell
from kg.query.words import query_words

ENDINGS = {
    ".ttl": "TURTLE", ".nt": "N_TRIPLES", ".nq": "N_QUADS", ".trig": "TRIG", ".jsonld": "JSON_LD",
    ".rdf": "RDF_XML", ".xml": "RDF_XML", ".owl": "RDF_XML",
}  # fmt: skip
NAMED = frozenset({"N_QUADS", "TRIG", "JSON_LD"})
# the words of SPARQL by which a query asks for single graphs: "GRAPH ?article { … }", "FROM <…>"
GRAPH_WORDS = re.compile(r"\b(?:GRAPH|FROM)\b", re.IGNORECASE)


class LocalGraph:
    """A graph read from a file into memory; its default graph is the union of all its graphs.

    Each statement counts once, in however many graphs it stands. Queries that name graphs (GRAPH, FROM) find the
    file's own graphs.

    Args:
        path: a graph in Turtle, N-Triples, N-Quads, TriG, JSON-LD or RDF/XML, also with `.gz`.

    Raises:
        GraphError: there is no such file, or it can't be read.
    """

    def __init__(self, path: str | os.PathLike[str]) -> None:
        self.path = Path(path)
        self._format = graph_format(self.path)
        self._union: Any = None
        self._graphs: Any = None

    def query(self, sparql: str) -> Answer:
        """The engine's answer, its cells plain; the order of rows is the engine's.

        Raises:
            QueryError: the query does not parse.
        """
        named = {word.upper() for word in GRAPH_WORDS.findall(query_words(sparql))}
        store = self.graphs if named else self.union
        try:
            return to_answer(store.query(sparql, use_default_graph_as_union=named == {"GRAPH"}))
        except (SyntaxError, ValueError) as error:
            raise QueryError(f"the query does not parse: {error}") from error
        except (OSError, RuntimeError) as error:
            raise QueryError(f"the query failed: {error}") from error

    @property
    def union(self) -> Any:
        """All statements, each once, in one graph: a `pyoxigraph.Store`."""
        if self._union is None:
            self._union = self._read(keep_names=False)
        return self._union

    @property
    def graphs(self) -> Any:
        """All statements in the graphs that they stand in: a `pyoxigraph.Store`."""
        if self._graphs is None:
            self._graphs = self._read(keep_names=True)
        return self._graphs

    def _read(self, *, keep_names: bool) -> Any:
        import pyoxigraph

        store = pyoxigraph.Store()
        with reading(self.path) as handle:
            if keep_names or self._format not in NAMED:
                store.load(input=handle, format=_engine_format(self._format))
            else:
                store.bulk_extend(_without_names(pyoxigraph.parse(input=handle, format=_engine_format(self._format))))
        return store


def parse_file(path: Path) -> Iterator[Any]:
    """The statements of a graph's file, one at a time: quads of pyoxigraph.

    Raises:
        GraphError: there is no such file, or it can't be read.
    """
    import pyoxigraph

    form = _engine_format(graph_format(path))
    with reading(path) as handle:
        yield from pyoxigraph.parse(input=handle, format=form)


@contextmanager
def reading(path: Path) -> Iterator[Any]:
    """The file, open and unpacked; what goes wrong while it is read becomes a GraphError."""
    opened: Any = gzip.open if path.suffix.lower() == ".gz" else open
    try:
        with opened(path, "rb") as handle:
            yield handle
    except (SyntaxError, ValueError, EOFError) as error:
        raise GraphError(f"{path}: no graph that can be read: {error}") from error
    except OSError as error:
        raise GraphError(f"{path}: can't be read: {error.strerror or error}") from error


def _engine_format(name: str) -> Any:
    import pyoxigraph

    return getattr(pyoxigraph.RdfFormat, name)


def graph_format(path: Path) -> str:
    """The name of the format of a graph's file, by its ending.

    Raises:
        GraphError: there is no such file, or its ending tells no format.
    """
    suffixes = [suffix.lower() for suffix in path.suffixes]
    ending = suffixes[-2] if suffixes[-1:] == [".gz"] and len(suffixes) > 1 else "".join(suffixes[-1:])
    if ending not in ENDINGS:
        known = " ".join(ENDINGS)
        raise GraphError(
            f"{path}: the file ending {ending!r} tells no graph format; known are {known}, each also with .gz"
        )
    if not path.is_file():
        raise GraphError(f"{path}: there is no such file" if not path.exists() else f"{path}: is no file")
    return ENDINGS[ending]


def _without_names(quads: Any) -> Iterator[Any]:
    from pyoxigraph import Quad

    return (Quad(quad.subject, quad.predicate, quad.object) for quad in quads)


def to_answer(found: Any) -> Answer:
    """The answer that a result of pyoxigraph holds."""
    import pyoxigraph

    if isinstance(found, pyoxigraph.QueryBoolean):
        return Answer(("answer",), ((bool(found),),), "truth")
    if isinstance(found, pyoxigraph.QueryTriples):
        triples = (tuple(map(str, (each.subject, each.predicate, each.object))) for each in found)
        return Answer(("subject", "predicate", "object"), tuple(triples), "triples")
    columns = tuple(variable.value for variable in found.variables)
    return Answer(columns, tuple(tuple(map(_cell, row)) for row in found))


def _cell(term: Any) -> Cell:
    if term is None:
        return None
    datatype = getattr(term, "datatype", None)
    if datatype is not None:
        return literal_cell(term.value, datatype.value)
    value: str | None = getattr(term, "value", None)
    return str(term) if value is None or str(term).startswith("_:") else value
