"""Writing a graph to a file: sorted, each statement once, all or nothing."""

import gzip
import os
import shutil
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, BinaryIO

from kg.errors import GraphError
from kg.graph import Quad
from kg.publish.formats import Format, format_of, is_gzip
from kg.publish.rdfxml import write_rdfxml
from kg.publish.sort import CHUNK, sort_lines
from kg.vocab import DATA, PREFIXES

BLOCK = 2**20
KINDS = (
    "actor", "affiliation", "document", "event", "evidence", "figure", "mention", "participation", "place", "report",
    "resolution", "statement", "tie",
)  # fmt: skip


def publish(
    quads: Iterable[Quad],
    path: str | os.PathLike[str],
    *,
    format: str | Format | None = None,  # noqa: A002 — the name that rdflib's and everybody's users know
    base: str = DATA,
    prefixes: Mapping[str, str] | None = None,
    chunk: int = CHUNK,
) -> int:
    """How many statements were written to `path`; duplicates are dropped.

    The bytes depend on the set of quads alone, never on their order. The file appears whole or not at all:
    it is written beside the target and then put in its place. Memory stays bounded by `chunk`.

    Args:
        quads: any number of them, in any order.
        path: the file; missing folders are made; a last `.gz` compresses.
        format: a format or its name ("turtle", "nquads", …); None: by the file's ending.
        base: what the IRIs of all things begin with; `actor:x` then stands for `<base>actor/x`.
        prefixes: prefix → namespace, for Turtle, TriG and RDF/XML; None: those of the vocabulary and the base's.
            Of two namespaces one inside the other only the inner one is used.
        chunk: characters held in memory at once.

    Raises:
        GraphError: unknown format, a term that is none, or a predicate that RDF/XML has no name for.
    """
    target = Path(os.path.realpath(path))
    known = format if isinstance(format, Format) else format_of(Path(path), format)
    used = default_prefixes(base) if prefixes is None else prefixes
    if target.exists() and not target.is_file():
        raise GraphError(f"{path}: is no regular file")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix=f".{target.name}.", dir=target.parent) as name:
            folder = Path(name)
            count = sort_lines(_lines(quads, known), folder / "sorted", folder, chunk=chunk)
            _serialize(folder / "sorted", folder / "graph", known, _apart(used))
            _put(folder / "graph", target, folder)
    except OSError as error:
        raise GraphError(f"{path}: can't be written: {error.strerror or error}") from error
    return count


def default_prefixes(base: str) -> dict[str, str]:
    """The prefixes of the vocabulary, and one for each kind of thing under the base."""
    return PREFIXES | {kind: f"{base}{kind}/" for kind in KINDS}


def _lines(quads: Iterable[Quad], known: Format) -> Iterable[str]:
    """Each quad as one line that sorts as the format wants it: N-Quads, or the graph first."""
    if not known.graphs:
        return (f"{subject} {predicate} {thing} .\n" for subject, predicate, thing, _ in quads)
    if known.grouped:
        return (f"{graph}\t{subject} {predicate} {thing} \n" for subject, predicate, thing, graph in quads)
    return (
        f"{subject} {predicate} {thing} {graph} .\n" if graph else f"{subject} {predicate} {thing} .\n"
        for subject, predicate, thing, graph in quads
    )


def _serialize(sorted_: Path, written: Path, known: Format, prefixes: dict[str, str]) -> None:
    import pyoxigraph

    with sorted_.open("rb") as handle:
        source: Any = GraphLast(handle) if known.grouped else handle
        quads = pyoxigraph.parse(source, pyoxigraph.RdfFormat.N_QUADS)
        statements: Iterator[Any] = iter(quads) if known.graphs else (quad.triple for quad in quads)
        try:
            if known.oxigraph:
                form = getattr(pyoxigraph.RdfFormat, known.oxigraph)
                pyoxigraph.serialize(statements, written, form, prefixes=prefixes)
            else:
                write_rdfxml(statements, written, prefixes)
        except (SyntaxError, ValueError) as error:
            raise GraphError(f"the graph can't be written as {known.name}: {error}") from error
    if known.name in ("turtle", "trig"):
        _order_prefixes(written, len(prefixes))


class GraphLast:
    """A file of `graph<TAB>subject predicate object` lines, read as N-Quads a block at a time."""

    def __init__(self, handle: BinaryIO) -> None:
        self.handle = handle
        self.block = b""
        self.at = 0

    def read(self, size: int = BLOCK) -> bytes:
        if self.at == len(self.block):
            self.block = b"".join(_graph_last(line) for line in self.handle.readlines(BLOCK))
            self.at = 0
        piece = self.block[self.at : self.at + size]
        self.at += len(piece)
        return piece


def _graph_last(line: bytes) -> bytes:
    graph, _, triple = line.rstrip(b"\n").partition(b"\t")
    return triple + graph + b" .\n"


def _apart(prefixes: Mapping[str, str]) -> dict[str, str]:
    """The prefixes none of whose namespaces holds another: which of two fits is else left to hash order."""
    return {
        prefix: space
        for prefix, space in sorted(prefixes.items())
        if not any(other != space and other.startswith(space) for other in prefixes.values())
    }


def _order_prefixes(written: Path, count: int) -> None:
    """Sorts the `@prefix` lines at the top, where they stand: pyoxigraph writes them in hash order."""
    with written.open("r+b") as handle:
        lines = sorted(handle.readline() for _ in range(count))
        handle.seek(0)
        handle.writelines(lines)


def _put(written: Path, target: Path, folder: Path) -> None:
    """Compresses the file where the target's name asks for it, and puts it in the target's place."""
    if is_gzip(target):
        zipped = folder / "zipped"
        # neither name nor time goes into the header: same graph, same bytes
        with (
            written.open("rb") as source,
            zipped.open("wb") as raw,
            gzip.GzipFile(filename="", mode="wb", compresslevel=6, fileobj=raw, mtime=0) as pack,
        ):
            shutil.copyfileobj(source, pack, BLOCK)
        written = zipped
    with written.open("rb") as handle:
        os.fsync(handle.fileno())
    written.replace(target)
