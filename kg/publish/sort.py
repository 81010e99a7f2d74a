"""Sorting more lines than memory holds: sorted pieces in files, merged."""

import heapq
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack
from pathlib import Path

from kg.errors import GraphError

CHUNK = 32 * 2**20  # characters held in memory at once
FAN_IN = 128  # files open at once while merging


def sort_lines(lines: Iterable[str], target: Path, folder: Path, *, chunk: int = CHUNK) -> int:
    """How many lines were written to `target`: all of `lines`, sorted by code point, each once, in UTF-8.

    The order of UTF-8 bytes is that of code points, so that pieces sorted as text merge as bytes.

    Args:
        lines: each ends in a newline and holds no other.
        target: the file to write.
        folder: an existing folder for the pieces.
        chunk: how many characters are held in memory at once.
    """
    pieces = [_write(piece, folder / f"piece-{number}") for number, piece in enumerate(_pieces(lines, chunk))]
    round_ = 0
    while len(pieces) > FAN_IN:
        round_ += 1
        groups = [pieces[at : at + FAN_IN] for at in range(0, len(pieces), FAN_IN)]
        pieces = [_merged(group, folder / f"merge-{round_}-{number}")[0] for number, group in enumerate(groups)]
    return _merged(pieces, target)[1]


def _pieces(lines: Iterable[str], chunk: int) -> Iterator[list[str]]:
    held: list[str] = []
    size = 0
    for line in lines:
        held.append(line)
        size += len(line)
        if size >= chunk:
            yield sorted(set(held))
            held, size = [], 0
    yield sorted(set(held))


def _write(piece: list[str], path: Path) -> Path:
    try:
        data = "".join(piece).encode()
    except UnicodeEncodeError as error:
        words = error.object[max(0, error.start - 40) : error.end]
        raise GraphError(f"half a surrogate pair can't be written: …{words!r}") from error
    path.write_bytes(data)
    return path


def _merged(pieces: list[Path], target: Path) -> tuple[Path, int]:
    if len(pieces) == 1:
        with pieces[0].open("rb") as handle:
            count = sum(1 for _ in handle)
        pieces[0].replace(target)
        return target, count
    with ExitStack() as stack:
        files = [stack.enter_context(piece.open("rb", buffering=2**18)) for piece in pieces]
        write = stack.enter_context(target.open("wb", buffering=2**20)).write
        count = _write_each_once(heapq.merge(*files), write)
    for piece in pieces:
        piece.unlink()
    return target, count


def _write_each_once(lines: Iterable[bytes], write: Callable[[bytes], int]) -> int:
    last, count = b"", 0
    for line in lines:
        if line != last:
            write(line)
            last = line
            count += 1
    return count
