"""The golden graph as a file, and ways to break it."""

from collections.abc import Callable, Iterable
from pathlib import Path

import pytest
from golden_story import golden_lines

Broken = Callable[..., Path]


@pytest.fixture(scope="session")
def lines() -> list[str]:
    return golden_lines()


@pytest.fixture
def golden(lines: list[str], tmp_path: Path) -> Path:
    path = tmp_path / "golden.nq"
    path.write_text("".join(lines), "utf-8")
    return path


@pytest.fixture
def broken(lines: list[str], tmp_path: Path) -> Broken:
    """`broken(without, adding) -> Path`: the golden graph less the lines that hold all of some words, and some more."""

    def write(without: Iterable[str] = (), adding: Iterable[str] = ()) -> Path:
        words = list(without)
        kept = [line for line in lines if not (words and all(word in line for word in words))]
        assert len(kept) < len(lines) or not words, "nothing was taken away"
        path = tmp_path / "broken.nq"
        path.write_text("".join([*kept, *(f"{line} .\n" for line in adding)]), "utf-8")
        return path

    return write
