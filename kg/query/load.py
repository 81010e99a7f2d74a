"""Loading a graph into a triple store, in batches that an interrupted load goes on with."""

import hashlib
import json
import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any

from kg.errors import EndpointError, GraphError, QueryError
from kg.query.endpoint import Endpoint
from kg.query.explain import NOT_IN_IRI
from kg.query.local import graph_format, parse_file

BATCH = 1000  # triples: Virtuoso takes no more in one INSERT
WINDOW = 50  # batches of statements that are gathered by graph before they are sent
HINT = "it may have no default graph: name one to load into (--into IRI)"


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a load has come: batches that are in the store, of a certain cutting of a certain file."""

    plan: str
    batches: int


def load(
    path: str | os.PathLike[str],
    endpoint: str | Endpoint,
    *,
    graph: str | None = None,
    batch: int = BATCH,
    resume: bool = True,
    on_batch: Callable[[int], object] = lambda _: None,
) -> int:
    """How many triples were sent: all of the graph's, or those that an interrupted load had left over.

    What is loaded twice stands once, so that a load may be repeated. Beside the graph a small file remembers how
    far the load came; it goes away when all is loaded.

    Args:
        path: the graph's file.
        endpoint: the store's update address, or an `Endpoint`.
        graph: the IRI of a named graph that all is loaded into; None keeps the graphs of the file.
        batch: triples in one request.
        resume: go on where an interrupted load of the same file broke off.
        on_batch: called with the number of triples of each batch once it is in the store.

    Raises:
        GraphError: the file can't be read.
        EndpointError: the store refused or did not answer; what is loaded stays, the next load goes on.
    """
    if graph is not None and (NOT_IN_IRI.search(graph) or ":" not in graph):
        raise QueryError(f"{graph!r} is no IRI for a graph")
    target = Endpoint(endpoint) if isinstance(endpoint, str) else endpoint
    file = Path(path)
    graph_format(file)  # complain before anything is sent
    batches = _batches(parse_file(file), graph, batch)
    plan = f"{_sha256(file)} {batch} {graph or ''}"
    state = _state_path(file, target)
    done = _read_state(state, plan) if resume else 0
    sent = 0
    for number, (into, triples) in enumerate(batches):
        if number < done:
            continue
        _insert(target, into, triples)
        _write_state(state, Progress(plan, number + 1))
        sent += len(triples)
        on_batch(len(triples))
    state.unlink(missing_ok=True)
    return sent


def _batches(quads: Iterable[Any], graph: str | None, batch: int) -> Iterator[tuple[str, list[str]]]:
    """Graph and triples of each request: of a graph "" that has no name, or of one named graph."""
    quads = iter(quads)
    while window := list(islice(quads, WINDOW * batch)):
        gathered: dict[str, list[str]] = {}
        for quad in window:
            # the name of the default graph is "DEFAULT"; a named graph's begins with "<"
            name = f"<{graph}>" if graph else str(quad.graph_name)
            triple = f"{quad.subject} {quad.predicate} {quad.object} ."
            gathered.setdefault(name if name.startswith("<") else "", []).append(triple)
        for name, triples in gathered.items():
            for at in range(0, len(triples), batch):
                yield name, triples[at : at + batch]


def _insert(target: Endpoint, into: str, triples: list[str]) -> None:
    lines = "\n".join(triples)
    text = f"INSERT DATA {{ GRAPH {into} {{\n{lines}\n}} }}" if into else f"INSERT DATA {{\n{lines}\n}}"
    try:
        target.update(text)
    except (EndpointError, QueryError) as error:
        hint = "" if into else f"; {HINT}"
        raise EndpointError(f"{error}{hint}") from error


def _state_path(file: Path, target: Endpoint) -> Path:
    where = hashlib.sha256((target.update_address or target.address).encode()).hexdigest()[:8]
    return file.with_name(f".{file.name}.{where}.loading")


def _read_state(state: Path, plan: str) -> int:
    """How many batches of this plan are in the store already; none where the file has changed since."""
    if not state.is_file():
        return 0
    try:
        known = json.loads(state.read_text("utf-8"))
    except ValueError:
        return 0
    return int(known["batches"]) if known.get("plan") == plan else 0


def _write_state(state: Path, progress: Progress) -> None:
    fresh = state.with_name(state.name + ".new")
    try:
        fresh.write_text(json.dumps({"plan": progress.plan, "batches": progress.batches}), "utf-8")
        fresh.replace(state)
    except OSError as error:
        raise GraphError(f"{state}: can't remember how far the load came: {error.strerror}") from error


def _sha256(file: Path) -> str:
    with file.open("rb") as handle:
        return hashlib.file_digest(handle, "sha256").hexdigest()
