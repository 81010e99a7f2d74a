"""Reads articles, one at a time, whatever they are kept in."""

import io
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import BinaryIO

from kg.errors import ArticleError
from kg.ingest.article import Article, document_id, to_document
from kg.ingest.decode import MAX_BYTES, check_text, decode
from kg.ingest.find import (
    CSV_ENDINGS,
    ENDINGS,
    JSON_ENDINGS,
    KNOWN,
    MARKDOWN_ENDINGS,
    PAGE_ENDINGS,
    PDF_ENDINGS,
    find_files,
)
from kg.ingest.language import check_english
from kg.ingest.layout import find_layout
from kg.ingest.page import read_page
from kg.ingest.pdf import read_pdf
from kg.ingest.rows import read_csv, read_jsonl
from kg.model import Document

Refuse = Callable[[ArticleError], None]
STDIN_NAME = "stdin"
_MAX_PAGE_BYTES = 10 * MAX_BYTES  # a page or a PDF carries more than its text
_SNIFFED = 4096


def read_documents(
    paths: Sequence[str | Path], *, on_refused: Refuse, stdin: BinaryIO | None = None
) -> Iterator[Document]:
    """The articles at these paths, each once, in the order of the paths (sorted inside folders and globs).

    Files are told apart by their endings; "-" reads `stdin` (else the standard input), JSONL, HTML or
    text. One article is in memory at a time. What can't be read is handed to `on_refused` with path and reason; the
    rest goes on.
    """
    seen: set[str] = set()
    for article in _read_articles(paths, on_refused, stdin):
        try:
            check_text(article.text, article.where)
            check_english(article.text, article.where)
        except ArticleError as error:
            on_refused(error)
            continue
        key = document_id(article)
        if key not in seen:
            seen.add(key)
            yield to_document(article, find_layout(article))


def _read_articles(paths: Sequence[str | Path], on_refused: Refuse, stdin: BinaryIO | None) -> Iterator[Article]:
    for path in find_files(paths, on_refused):
        try:
            if path is None:
                yield from _read_stream(stdin or sys.stdin.buffer, on_refused)
            else:
                yield from _read_file(path, on_refused)
        except ArticleError as error:
            on_refused(error)
        except OSError as error:
            on_refused(ArticleError(str(path or STDIN_NAME), f"it can't be read ({error.strerror or error})"))


def _read_file(path: Path, on_refused: Refuse) -> Iterator[Article]:
    ending = path.suffix.lower()
    if not path.is_file():
        raise ArticleError(str(path), "neither a file nor a folder")
    if ending in JSON_ENDINGS:
        with path.open("rb") as stream:
            yield from read_jsonl(stream, path.name, str(path), on_refused)
    elif ending in CSV_ENDINGS:
        yield from read_csv(path, on_refused)
    else:
        yield _read_one(path, ending)


def _read_one(path: Path, ending: str) -> Article:
    """The one article of a file that holds one."""
    where = str(path)
    if ending not in ENDINGS:
        hint = "; rows go into .jsonl, one JSON object a line" if ending == ".json" else ""
        raise ArticleError(where, f"the ending {ending} is not known; {KNOWN}{hint}")
    limit = _MAX_PAGE_BYTES if ending in PAGE_ENDINGS + PDF_ENDINGS else MAX_BYTES
    size = path.stat().st_size
    if size > limit:
        raise ArticleError(where, f"enormous: {size:,} bytes (the limit is {limit:,}); split it")
    data = path.read_bytes()
    if not data.strip():
        raise ArticleError(where, "the file is empty")
    if ending in PDF_ENDINGS:
        return read_pdf(data, path.name, where)
    if ending in PAGE_ENDINGS:
        return read_page(data, path.name, where)
    return Article(where, path.name, decode(data, where), markdown=ending in MARKDOWN_ENDINGS)


def decoded_text(path: str | Path) -> str:
    """The text that the spans of a file with one article point into.

    Raises:
        ArticleError: the file can't be read.
    """
    place = Path(path)
    if not place.is_file():
        raise ArticleError(str(path), "there is no such file")
    return _read_one(place, place.suffix.lower()).text


def _read_stream(stream: BinaryIO, on_refused: Refuse) -> Iterator[Article]:
    """The articles of standard input: rows if it begins with a JSON object, a page if with a tag, else one text."""
    buffered = stream if isinstance(stream, io.BufferedReader) else io.BufferedReader(_Raw(stream))
    head = buffered.peek(_SNIFFED)[:_SNIFFED].removeprefix(b"\xef\xbb\xbf").lstrip()
    if head.startswith(b"{"):
        yield from read_jsonl(buffered, STDIN_NAME, STDIN_NAME, on_refused)
        return
    data = buffered.read(_MAX_PAGE_BYTES + 1)
    if len(data) > _MAX_PAGE_BYTES:
        raise ArticleError(STDIN_NAME, f"enormous: more than {_MAX_PAGE_BYTES:,} bytes")
    if not data.strip():
        raise ArticleError(STDIN_NAME, "standard input is empty")
    if head.startswith(b"%PDF-"):
        yield read_pdf(data, STDIN_NAME, STDIN_NAME)
    elif head[:200].lower().startswith((b"<!doctype html", b"<html", b"<?xml", b"<head", b"<body", b"<!--")):
        yield read_page(data, STDIN_NAME, STDIN_NAME)
    else:
        yield Article(STDIN_NAME, STDIN_NAME, decode(data, STDIN_NAME))


class _Raw(io.RawIOBase):
    """A byte stream of any make, as the buffer that can look ahead wants it."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: "memoryview") -> int:  # type: ignore[override]  # io takes any buffer; BufferedReader hands a memoryview
        data = self._stream.read(len(buffer))
        buffer[: len(data)] = data
        return len(data)
