"""From articles to a graph: the whole way, on one screen.

Articles are read one at a time and wait on disk; what has to see all of them sees only their digests.
"""

import pickle
import tempfile
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from multiprocessing import get_context
from multiprocessing.pool import AsyncResult
from pathlib import Path
from typing import BinaryIO

from kg.assemble import assemble
from kg.errors import ArticleError, InputError
from kg.extract.read import read
from kg.graph import BuildInfo, Quad, check_base, dataset_quads, links, notation_quads, reading_quads, world_quads
from kg.ingest import read_documents
from kg.model import Document, Reading, World
from kg.nlp import DEFAULT_MODEL, Parser, model_title
from kg.publish import format_of, publish
from kg.resolve import (
    Decisions,
    Digest,
    decide,
    default_cache,
    digest,
    load_gazetteer,
    read_decisions,
    read_geonames,
    to_rows,
)
from kg.version import version
from kg.vocab import DATA

_DOCUMENTS_A_TASK = 24


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """How a graph is built.

    Attributes:
        base: what all IRIs of things begin with.
        model: name or path of a spaCy model.
        decisions: file of a person's same / different / undecided.
        undecided: file to write the open cases to, as rows for such a file.
        gazetteer: a GeoNames dump to use beside the built-in places.
        jobs: processes that read articles; the graph is the same whatever their number.
        stamp: a time to write into the description of the build; None leaves it out.
    """

    base: str = DATA
    model: str = DEFAULT_MODEL
    decisions: Path | None = None
    undecided: Path | None = None
    gazetteer: Path | None = None
    jobs: int = 1
    stamp: datetime | None = None


@dataclass(frozen=True, slots=True)
class Summary:
    """What a build made."""

    articles: int
    refused: tuple[ArticleError, ...]
    actors: int
    places: int
    events: int
    statements: int
    figures: int
    triples: int


def read_articles(paths: Sequence[str | Path], *, model: str = DEFAULT_MODEL) -> Iterator[Reading]:
    """What each article alone yields, in reading order.

    Raises:
        ArticleError: an article can't be read.
    """
    documents = read_documents(paths, on_refused=_raise)
    for parsed in Parser(model).parse(documents):
        yield read(parsed)


def build(
    paths: Sequence[str | Path],
    output: Path,
    *,
    format: str | None = None,  # noqa: A002
    options: Options | None = None,
    on_article: Callable[[Document], None] = lambda _: None,
    on_refused: Callable[[ArticleError], None] = lambda _: None,
) -> Summary:
    """Builds the graph of the articles at `paths` and writes it to `output`, all or nothing.

    Args:
        paths: files, folders, globs, or "-" for standard input.
        output: the file; it appears whole or not at all.
        format: name of a serialization ("turtle"); None = by the ending of `output`.
        options: base of IRIs, model, decisions, …; None for the defaults.
        on_article: called for each article that was read.
        on_refused: called for each article that can't be read; the others go on.

    Raises:
        InputError: no article could be read, or an option can't be used.
    """
    options = options or Options()
    check_base(options.base)
    format_of(output, format)  # a wrong name is told before the work, not after it
    refused: list[ArticleError] = []

    def refuse(error: ArticleError) -> None:
        refused.append(error)
        on_refused(error)

    with tempfile.TemporaryDirectory(prefix="kg-build-") as scratch:
        spool = _Spool(Path(scratch) / "readings")
        readings = _read_all(read_documents(paths, on_refused=refuse), options)
        digests = tuple(_keep(readings, spool, on_article))
        if not digests:
            raise InputError("no article could be read" + (f" ({len(refused)} refused)" if refused else ""))
        world = assemble(digests, _decide(digests, options))
        quads = _to_graph(spool, digests, world, options)
        triples = publish(quads, output, format=format, base=options.base)
    return Summary(
        articles=len(digests),
        refused=tuple(refused),
        actors=len(world.actors),
        places=len(world.places),
        events=len(world.events),
        statements=spool.statements,
        figures=spool.figures,
        triples=triples,
    )


def _raise(error: ArticleError) -> None:
    raise error


def _decide(digests: tuple[Digest, ...], options: Options) -> Decisions:
    extra = read_geonames(options.gazetteer) if options.gazetteer else ()
    gazetteer = load_gazetteer(extra, cache=default_cache())
    judgements = read_decisions(options.decisions) if options.decisions else None
    decisions = decide(digests, gazetteer, judgements)
    if options.undecided:
        options.undecided.write_text(to_rows(decisions.undecided), "utf-8")
    return decisions


def _to_graph(spool: "_Spool", digests: tuple[Digest, ...], world: World, options: Options) -> Iterator[Quad]:
    documents = tuple(sorted(item.document for item in digests))
    info = BuildInfo(version(), model_title(options.model), documents, options.stamp)
    yield from notation_quads()
    yield from dataset_quads(info, base=options.base)
    yield from world_quads(world, base=options.base)
    linked = links(world)
    for reading in spool:
        yield from reading_quads(reading, linked[reading.document.id], base=options.base)


def _read_all(documents: Iterable[Document], options: Options) -> Iterator[Reading]:
    if options.jobs <= 1:
        for parsed in Parser(options.model).parse(documents):
            yield read(parsed)
        return
    with get_context("spawn").Pool(options.jobs, initializer=_start_reader, initargs=(options.model,)) as pool:
        waiting: deque[AsyncResult[list[Reading]]] = deque()
        for batch in _batches(documents):
            waiting.append(pool.apply_async(_read_batch, (batch,)))
            if len(waiting) > 2 * options.jobs:  # no more than that is in memory
                yield from waiting.popleft().get()
        while waiting:
            yield from waiting.popleft().get()


def _batches(documents: Iterable[Document]) -> Iterator[list[Document]]:
    batch: list[Document] = []
    for document in documents:
        batch.append(document)
        if len(batch) == _DOCUMENTS_A_TASK:
            yield batch
            batch = []
    if batch:
        yield batch


_parser: Parser | None = None


def _start_reader(model: str) -> None:
    """Loads the parser once in each worker process."""
    global _parser
    _parser = Parser(model)


def _read_batch(batch: list[Document]) -> list[Reading]:
    assert _parser is not None  # noqa: S101 - set by _start_reader before the first task
    return [read(parsed) for parsed in _parser.parse(batch)]


def _keep(readings: Iterable[Reading], spool: "_Spool", on_article: Callable[[Document], None]) -> Iterator[Digest]:
    with spool.writing() as put:
        for reading in readings:
            put(reading)
            on_article(reading.document)
            yield digest(reading)


class _Spool:
    """Readings that wait on disk, so that memory holds one at a time."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self.statements = 0
        self.figures = 0

    @contextmanager
    def writing(self) -> Iterator[Callable[[Reading], None]]:
        with self._path.open("wb") as handle:
            yield partial(self._put, handle)

    def _put(self, handle: BinaryIO, reading: Reading) -> None:
        pickle.dump(reading, handle, protocol=pickle.HIGHEST_PROTOCOL)
        self.statements += len(reading.statements)
        self.figures += len(reading.figures)

    def __iter__(self) -> Iterator[Reading]:
        with self._path.open("rb") as handle:
            while handle.peek(1):
                yield pickle.load(handle)  # noqa: S301 - written by this process a moment ago
