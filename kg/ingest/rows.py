"""Articles out of rows: JSONL line by line, CSV row by row; a file of any size."""

import csv
import io
import json
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any, BinaryIO

from kg.errors import ArticleError
from kg.ingest.article import Article
from kg.ingest.dates import read_date
from kg.ingest.decode import MAX_BYTES, guess_encoding

Refuse = Callable[[ArticleError], None]
_MAX_LINE = 4 * MAX_BYTES  # JSON may write each character as six
_DELIMITERS = (",", ";", "\t", "|")


def read_jsonl(stream: BinaryIO, name: str, where: str, on_refused: Refuse) -> Iterator[Article]:
    """The articles of a JSONL stream, one object a line with `text` and, optionally, `id` and metadata."""
    number = 0
    while line := stream.readline(_MAX_LINE):
        number += 1
        place = f"{where}, line {number}"
        if not line.endswith(b"\n") and len(line) == _MAX_LINE:
            _skip_line(stream)
            on_refused(ArticleError(place, f"enormous: the line is longer than {_MAX_LINE:,} bytes"))
            continue
        line = line.removeprefix(b"\xef\xbb\xbf").strip()
        if not line:
            continue
        try:
            yield _to_article(_parse_row(line, place), name, number, place)
        except ArticleError as error:
            on_refused(error)


def _skip_line(stream: BinaryIO) -> None:
    while (rest := stream.readline(_MAX_LINE)) and not rest.endswith(b"\n"):
        pass


def _parse_row(line: bytes, where: str) -> Mapping[str, Any]:
    try:
        row = json.loads(line.decode())
    except UnicodeDecodeError as error:
        raise ArticleError(where, "mis-encoded: the line is not UTF-8") from error
    except (json.JSONDecodeError, RecursionError) as error:
        raise ArticleError(where, f"not JSON: {getattr(error, 'msg', 'too deeply nested')}") from error
    except ValueError as error:  # a number of thousands of digits
        raise ArticleError(where, f"not usable JSON: {error}") from error
    if not isinstance(row, dict):
        raise ArticleError(where, "a row must be a JSON object with a `text`")
    return row


def read_csv(path: Path, on_refused: Refuse) -> Iterator[Article]:
    """The articles of a CSV file: a column `text` and, optionally, `id` and metadata.

    The delimiter is the one that the header has most of.

    Raises:
        ArticleError: no column `text`, or no text at all.
    """
    where = str(path)
    with path.open("rb") as raw:
        encoding = _encoding_of(raw, where)
        raw.seek(0)
        with io.TextIOWrapper(raw, encoding=encoding, newline="") as stream:
            header = stream.readline()
            delimiter = max(_DELIMITERS, key=header.count)
            columns = [name.strip().lower() for name in next(csv.reader([header], delimiter=delimiter), [])]
            if "text" not in columns:
                raise ArticleError(where, f"there is no column `text`; the columns are {', '.join(columns) or 'none'}")
            yield from _csv_rows(stream, columns, delimiter, path, on_refused)


def _csv_rows(
    stream: io.TextIOWrapper, columns: list[str], delimiter: str, path: Path, on_refused: Refuse
) -> Iterator[Article]:
    csv.field_size_limit(MAX_BYTES)
    rows = csv.reader(stream, delimiter=delimiter)
    number = 1
    while True:
        try:
            cells = next(rows, None)
        except csv.Error as error:
            raise ArticleError(f"{path}, row {number + 1}", f"not CSV from here on: {error}") from error
        if cells is None:
            return
        number += 1
        if not any(cells):
            continue
        place = f"{path}, row {number}"
        try:
            yield _to_article(dict(zip(columns, cells, strict=False)), path.name, number, place)
        except ArticleError as error:
            on_refused(error)


def _encoding_of(raw: BinaryIO, where: str) -> str:
    head = raw.read(MAX_BYTES)
    if not head.strip():
        raise ArticleError(where, "the file is empty")
    if b"\0" in head:
        raise ArticleError(where, "not text: the file is binary")
    raw.seek(0)
    try:
        for line in raw:
            line.decode()
    except UnicodeDecodeError:
        return guess_encoding(head, where)
    return "utf-8-sig"


def _to_article(row: Mapping[str, Any], name: str, number: int, where: str) -> Article:
    text = row.get("text")
    if text is None or (isinstance(text, str) and not text.strip()):
        raise ArticleError(where, "the row has no `text`")
    if not isinstance(text, str):
        raise ArticleError(where, f"`text` is no text but {type(text).__name__}")
    return Article(
        where=where,
        source_id=_cell(row, "id") or f"{name}#{number}",
        text=text,
        title=_cell(row, "title"),
        published=read_date(_cell(row, "published") or ""),
        publisher=_cell(row, "publisher"),
        author=_cell(row, "author"),
        url=_cell(row, "url"),
    )


def _cell(row: Mapping[str, Any], name: str) -> str | None:
    """The value of a column as one clean line; several authors may be a list."""
    value = row.get(name)
    if isinstance(value, list):
        value = ", ".join(str(part) for part in value)
    if not isinstance(value, str | int) or isinstance(value, bool):
        return None
    words = "".join(char if char.isprintable() else " " for char in str(value))
    return " ".join(words.split()) or None
