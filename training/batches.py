"""Cuts records into windows and puts windows together to batches, the same ones for the same seed."""

from collections.abc import Iterator, Sequence

import numpy as np
import numpy.typing as npt
import torch
from torch import Tensor

from kg.nlp.encoder.windows import LIMIT
from training.network import Batch
from training.records import UNKNOWN, Record

Piece = tuple[Record, int, int]
"""A record's words from one to before another: a window."""

FIRST, LAST, MASK = 101, 102, 103
"""Ids of the marks at the ends of a window, and of the one that stands for a hidden word."""


def windows_of(record: Record, generator: np.random.Generator | None) -> Iterator[Piece]:
    """The windows of a text; with a generator they start at another place each time."""
    units = [*record.units, len(record.encoded)]
    sizes = record.encoded.starts
    limit = LIMIT if generator is None else int(generator.integers(LIMIT // 2, LIMIT + 1))
    n, end = 0, len(record.encoded)
    start = 0
    while start < end:
        while n < len(units) and units[n] <= start:
            n += 1
        stop = n
        while stop < len(units) and sizes[units[stop]] - sizes[start] <= limit:
            stop += 1
        if stop > n:
            last = units[stop - 1]
        else:
            last = max(start + 1, int(np.searchsorted(sizes, sizes[start] + LIMIT, "right")) - 1)
        yield record, start, min(last, end)
        start = last
        limit = LIMIT


class Stream:
    """The windows of a task, shuffled anew each time they have all been seen; knows where it stands."""

    def __init__(self, records: Sequence[Record], seed: int) -> None:
        self.records, self.seed, self.epoch, self.place = records, seed, 0, 0
        self._windows = self._cut()

    def _cut(self) -> list[Piece]:
        generator = np.random.default_rng((self.seed, self.epoch))
        windows = [window for record in self.records for window in windows_of(record, generator)]
        generator.shuffle(windows)
        return windows

    def take(self, n: int) -> list[Piece]:
        """The next `n` windows."""
        found: list[Piece] = []
        while len(found) < n:
            if self.place >= len(self._windows):
                self.epoch, self.place = self.epoch + 1, 0
                self._windows = self._cut()
            chunk = self._windows[self.place : self.place + n - len(found)]
            self.place += len(chunk)
            found += chunk
        return found

    def go_to(self, epoch: int, place: int) -> None:
        """Goes back to where an earlier run stood."""
        self.epoch, self.place = epoch, place
        self._windows = self._cut()


def shapes_of(record: Record, start: int, end: int, forms: npt.NDArray[np.int32]) -> npt.NDArray[np.int64]:
    """The row in the table of forms of each piece of these words."""
    sizes = np.diff(record.encoded.starts[start : end + 1])
    shapes = np.repeat(1 + forms * 3, sizes).astype(np.int64)
    shapes[record.encoded.starts[start:end] - record.encoded.starts[start]] += np.minimum(
        record.encoded.gaps[start:end], 2
    )
    return shapes


def _vary(piece: Piece, generator: np.random.Generator) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.int64]]:
    """Ids and shapes of a window with some words hidden, and now and then all in capitals or in lower case."""
    record, start, end = piece
    first = record.encoded.starts[start]
    ids = record.encoded.ids[first : record.encoded.starts[end]].astype(np.int64)
    sizes = np.diff(record.encoded.starts[start : end + 1])
    ids[np.repeat(generator.random(end - start) < 0.06, sizes)] = MASK
    forms = record.encoded.forms[start:end].copy()
    chance = generator.random()
    if chance < 0.03:
        forms[np.isin(forms, (1, 2, 4, 5))] = 3
    elif chance < 0.05:
        forms[np.isin(forms, (2, 3, 4, 5))] = 1
    shapes = shapes_of(record, start, end, forms)
    if generator.random() < 0.4:
        shapes[(shapes - 1) % 3 == 2] -= 1
    return ids, shapes


def _plain(piece: Piece) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.int64]]:
    record, start, end = piece
    first = record.encoded.starts[start]
    ids = record.encoded.ids[first : record.encoded.starts[end]].astype(np.int64)
    return ids, shapes_of(record, start, end, record.encoded.forms[start:end])


def to_batch(windows: Sequence[Piece], generator: np.random.Generator | None = None) -> Batch:
    """The windows as one batch; with a generator they are varied as in training."""
    cut = [_vary(window, generator) if generator is not None else _plain(window) for window in windows]
    length = 2 + max(len(ids) for ids, _ in cut)
    ids = np.zeros((len(cut), length), np.int64)
    shapes = np.zeros_like(ids)
    mask = np.zeros(ids.shape, np.float32)
    words, rows, columns = [], [], []
    for n, ((one, shape), (record, start, end)) in enumerate(zip(cut, windows, strict=True)):
        ids[n, : len(one) + 2] = [FIRST, *one, LAST]
        shapes[n, 1 : len(one) + 1] = shape
        mask[n, : len(one) + 2] = 1
        words.append(n * length + 1 + record.encoded.starts[start:end] - record.encoded.starts[start])
        rows.append(np.full(end - start, n))
        columns.append(np.arange(end - start))
    row, column = np.concatenate(rows), np.concatenate(columns)
    grid = np.full((len(cut), int(column.max()) + 1), len(row))
    grid[row, column] = np.arange(len(row))
    firsts = np.cumsum([0, *(len(one) for one in columns)])
    return Batch(
        ids=torch.from_numpy(ids),
        shapes=torch.from_numpy(shapes),
        mask=torch.from_numpy(mask),
        words=torch.from_numpy(np.concatenate(words).astype(np.int64)),
        grid=torch.from_numpy(grid),
        row=torch.from_numpy(row),
        column=torch.from_numpy(column),
        layers=_layers(windows, len(row), firsts),
        heads=_heads(windows),
        links=_links(windows, grid.shape[1], firsts),
        roles=_roles(windows, grid, firsts),
        places=_places(windows, grid.shape[1], firsts),
    )


def _layers(windows: Sequence[Piece], size: int, firsts: npt.NDArray[np.int64]) -> dict[str, Tensor]:
    found: dict[str, npt.NDArray[np.int64]] = {}
    for n, (record, start, end) in enumerate(windows):
        for layer, labels in record.layers.items():
            all_labels = found.setdefault(layer, np.full(size, UNKNOWN, np.int64))
            all_labels[firsts[n] : firsts[n] + end - start] = labels[start:end]
    return {layer: torch.from_numpy(labels) for layer, labels in found.items()}


def _heads(windows: Sequence[Piece]) -> Tensor:
    found = []
    for record, start, end in windows:
        if record.heads is None:
            found.append(np.full(end - start, UNKNOWN, np.int64))
            continue
        heads = record.heads[start:end].astype(np.int64)
        near = np.where((heads >= start) & (heads < end), heads - start + 1, UNKNOWN)
        found.append(np.where(heads == -1, 0, near))
    return torch.from_numpy(np.concatenate(found))


def _links(windows: Sequence[Piece], width: int, firsts: npt.NDArray[np.int64]) -> dict[str, tuple[Tensor, Tensor]]:
    asked: dict[str, tuple[list[int], list[npt.NDArray[np.bool_]]]] = {}
    for n, (record, start, end) in enumerate(windows):
        for link in record.links:
            if not start <= link.word < end:
                continue
            right = np.zeros(width + 1, bool)
            right[[gold - start + 1 for gold in link.golds if start <= gold < end] or [0]] = True
            words, rights = asked.setdefault(link.kind, ([], []))
            words.append(int(firsts[n]) + link.word - start)
            rights.append(right)
    return {kind: (torch.tensor(words), torch.from_numpy(np.stack(rights))) for kind, (words, rights) in asked.items()}


def _roles(
    windows: Sequence[Piece], grid: npt.NDArray[np.int64], firsts: npt.NDArray[np.int64]
) -> tuple[Tensor, Tensor] | None:
    words, golds = [], []
    for n, (record, start, end) in enumerate(windows):
        for event in record.events:
            if event.roles is None or not start <= event.word < end:
                continue
            gold = np.full(grid.shape[1], UNKNOWN)
            gold[: end - start] = 0
            for word, role in event.roles:
                if start <= word < end:
                    gold[word - start] = role
            words.append(int(firsts[n]) + event.word - start)
            golds.append(gold)
    return (torch.tensor(words), torch.from_numpy(np.stack(golds))) if words else None


def _places(windows: Sequence[Piece], width: int, firsts: npt.NDArray[np.int64]) -> tuple[Tensor, Tensor] | None:
    words, rights = [], []
    for n, (record, start, end) in enumerate(windows):
        for event in record.events:
            if event.places is None or not start <= event.word < end:
                continue
            near = [place - start + 1 for place in event.places if start <= place < end]
            if event.places and not near:
                continue
            right = np.zeros(width + 1, bool)
            right[near or [0]] = True
            words.append(int(firsts[n]) + event.word - start)
            rights.append(right)
    return (torch.tensor(words), torch.from_numpy(np.stack(rights))) if words else None
