"""Finds the files of the articles: files, folders, globs."""

import glob
import os
from collections.abc import Callable, Iterator, Sequence
from difflib import get_close_matches
from pathlib import Path

from kg.errors import ArticleError

Refuse = Callable[[ArticleError], None]

TEXT_ENDINGS = ("", ".txt", ".text")
MARKDOWN_ENDINGS = (".md", ".markdown")
PAGE_ENDINGS = (".html", ".htm", ".xhtml")
PDF_ENDINGS = (".pdf",)
JSON_ENDINGS = (".jsonl", ".ndjson")
CSV_ENDINGS = (".csv", ".tsv")
ENDINGS = TEXT_ENDINGS + MARKDOWN_ENDINGS + PAGE_ENDINGS + PDF_ENDINGS + JSON_ENDINGS + CSV_ENDINGS
KNOWN = "known are .txt, .md, .html, .pdf, .jsonl, .csv"

# Files that stand beside articles and tell of the folder, not of the world.
_ABOUT_THE_FOLDER = (
    "readme",
    "licence",
    "license",
    "copying",
    "notice",
    "changelog",
    "contributing",
    "authors",
    "makefile",
)


def find_files(paths: Sequence[str | Path], on_refused: Refuse) -> Iterator[Path | None]:
    """Each file once, in the order of the paths given and sorted inside a folder or glob; None for standard input.

    A file named outright is always given, whatever its name; in folders and globs hidden files, those with unknown
    endings and those about the folder (README, LICENSE) are passed over.
    """
    seen: set[Path | None] = set()
    for path in paths:
        for file in _files_of(path, on_refused):
            key = file.resolve() if file is not None else None
            if key not in seen:
                seen.add(key)
                yield file


def _files_of(path: str | Path, on_refused: Refuse) -> Iterator[Path | None]:
    if str(path) == "-":
        yield None
        return
    place = Path(path)
    if place.is_dir():
        yield from _files_in(place, on_refused)
    elif place.exists():
        yield place
    elif glob.has_magic(str(path)):
        yield from _files_matching(str(path), on_refused)
    else:
        on_refused(ArticleError(str(path), _why_missing(place)))


def _files_in(folder: Path, on_refused: Refuse) -> Iterator[Path]:
    def refuse(error: OSError) -> None:
        on_refused(ArticleError(str(error.filename), f"the folder can't be read ({error.strerror})"))

    found: list[Path] = []
    for top, folders, names in os.walk(folder, onerror=refuse):
        folders[:] = [name for name in folders if not name.startswith(".")]
        found.extend(Path(top, name) for name in names if is_article_name(name))
    if not found:
        on_refused(ArticleError(str(folder), f"there are no articles in this folder; {KNOWN}"))
    yield from sorted(found, key=lambda file: file.relative_to(folder).parts)


def _files_matching(pattern: str, on_refused: Refuse) -> Iterator[Path]:
    matches = [Path(match) for match in sorted(glob.glob(pattern, recursive=True))]  # noqa: PTH207 - absolute patterns too
    files = [match for match in matches if match.is_file() and is_article_name(match.name)]
    if not files:
        on_refused(
            ArticleError(pattern, "no file matches this pattern" if not matches else f"no articles match; {KNOWN}")
        )
    yield from files


def is_article_name(name: str) -> bool:
    """Whether a file of this name, found in a folder, is taken for an article."""
    stem = name.split(".")[0].lower()
    hidden = name.startswith((".", "~")) or name.endswith("~")
    return not hidden and Path(name).suffix.lower() in ENDINGS and stem not in _ABOUT_THE_FOLDER


def _why_missing(path: Path) -> str:
    parent = path.parent
    if not parent.is_dir():
        return f"there is no folder {parent}"
    near = get_close_matches(path.name, sorted(file.name for file in parent.iterdir()), n=1)
    return "there is no such file" + (f"; did you mean {parent / near[0]}?" if near else "")
