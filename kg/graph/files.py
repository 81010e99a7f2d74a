"""Graphs in files, read back: as a stream of quads, or into a store that answers SPARQL."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, cast

from kg.errors import GraphError

if TYPE_CHECKING:
    import pyoxigraph


# by ending; pyoxigraph's own table also takes .txt for N-Triples, which would hide a slip
_ENDINGS = {
    "ttl": "ttl",
    "nt": "nt",
    "nq": "nq",
    "trig": "trig",
    "jsonld": "jsonld",
    "rdf": "rdf",
    "xml": "rdf",
    "owl": "rdf",
}


def rdf_format(path: Path) -> pyoxigraph.RdfFormat:
    """The serialization that the ending of `path` names; a further `.gz` says that it is zipped.

    Raises:
        GraphError: it names none that can be read.
    """
    import pyoxigraph  # not at the top: the command line starts without it

    ending = path.name.lower().removesuffix(".gz").rpartition(".")[2]
    found = pyoxigraph.RdfFormat.from_extension(_ENDINGS.get(ending, ""))
    if found is None:
        raise GraphError(
            f"{path}: the ending names no serialization of RDF; use .ttl, .nt, .nq, .trig, .jsonld or .rdf"
        )
    return found


def read_quads(path: Path) -> Iterator[pyoxigraph.Quad]:
    """The quads of a file as they stand there: unlike a store, this keeps how each literal is written.

    Raises:
        GraphError: the file is missing, or is not what its ending says.
    """
    import pyoxigraph

    serialization = rdf_format(path)
    if not path.is_file():
        raise GraphError(f"{path}: there is no such file")
    try:
        with _open(path) as handle:
            yield from pyoxigraph.parse(handle, format=serialization)
    except (EOFError, SyntaxError, ValueError, OSError) as error:
        raise GraphError(f"{path}: {error}") from error


def _open(path: Path) -> BinaryIO:
    return cast(BinaryIO, gzip.open(path)) if path.suffix.lower() == ".gz" else path.open("rb")


def open_store(path: Path) -> pyoxigraph.Store:
    """A store in memory with the quads of a file.

    Numbers come out of it in one form: an `xsd:nonNegativeInteger` as an `xsd:integer`, `0.90` as `0.9`. So datatypes
    are checked on `read_quads`, never here.

    Raises:
        GraphError: the file is missing, or is not what its ending says.
    """
    import pyoxigraph

    store = pyoxigraph.Store()
    store.bulk_extend(read_quads(path))
    return store
