"""What engines leave open, made one: the order inside a cell, and the order of rows."""

import re
from collections.abc import Callable, Iterable
from functools import partial
from typing import Any

from kg.query.answer import Answer, Cell
from kg.query.cells import truth_cell
from kg.query.words import query_words, without_comments

# `(GROUP_CONCAT(DISTINCT ?alias; SEPARATOR=" | ") AS ?aliases)`: engines join in any order
JOINED = re.compile(r'SEPARATOR\s*=\s*"([^"]*)"\s*\)\s+AS\s+\?(\w+)', re.IGNORECASE)
ORDER = re.compile(r"\bORDER\s+BY\s+((?:(?:ASC|DESC)\s*\(\s*\?\w+\s*\)\s*|\?\w+\s*)+)\Z", re.IGNORECASE)
ORDERED = re.compile(r"\bORDER\s+BY\b", re.IGNORECASE)
KEY = re.compile(r"(?:(ASC|DESC)\s*\(\s*)?\?(\w+)", re.IGNORECASE)
TRUTHS = frozenset({"approximate", "anonymous"})


def tidy(answer: Answer, query: str) -> Answer:
    """The answer with joined cells in sorted order; rows sorted where the query leaves their order open."""
    query = without_comments(query)
    tidied = _tidy_cells(answer, query)
    return tidied if ORDERED.search(query_words(query)) else _sorted(tidied, [])


def tidy_question(answer: Answer, query: str) -> Answer:
    """The same for a named question: rows in the order that it asks for, then by all columns, nulls last."""
    query = without_comments(query)
    order = ORDER.search(query.rstrip() + " ")
    keys = [(name, way.upper() == "DESC") for way, name in KEY.findall(order[1])] if order else []
    return _sorted(_truths(_tidy_cells(answer, query)), keys)


def _tidy_cells(answer: Answer, query: str) -> Answer:
    separators = {name: separator for separator, name in JOINED.findall(query)}
    tidiers = [_tidier(separators.get(column)) for column in answer.columns]
    rows = tuple(tuple(tidier(cell) for tidier, cell in zip(tidiers, row, strict=True)) for row in answer.rows)
    return Answer(answer.columns, rows, answer.kind)


def _tidier(separator: str | None) -> Callable[[Cell], Cell]:
    if separator == " | ":
        return lambda cell: _joined(cell, separator, str)
    if separator == ";":
        return lambda cell: _joined(cell, separator, _span)
    return lambda cell: cell


def _joined(cell: Cell, separator: str, key: Callable[[str], Any]) -> Cell:
    if cell is None or cell == "":
        return None
    parts: Iterable[str] = sorted(dict.fromkeys(str(cell).split(separator)))
    return separator.join(sorted(parts, key=key))


def _span(words: str) -> tuple[int, ...]:
    """The numbers of a span: 9-12 comes before 12-40."""
    return tuple(int(number) for number in re.findall(r"\d+", words))


def _truths(answer: Answer) -> Answer:
    places = {at for at, column in enumerate(answer.columns) if column in TRUTHS}
    if not places:
        return answer
    rows = (tuple(truth_cell(cell) if at in places else cell for at, cell in enumerate(row)) for row in answer.rows)
    return Answer(answer.columns, tuple(rows), answer.kind)


def _sorted(answer: Answer, keys: list[tuple[str, bool]]) -> Answer:
    rows = sorted(dict.fromkeys(answer.rows), key=lambda row: [_rank(cell) for cell in row])
    for name, descending in reversed(keys):
        at = answer.columns.index(name) if name in answer.columns else None
        if at is not None:
            rows.sort(key=partial(_rank_at, at), reverse=descending)
    return Answer(answer.columns, tuple(rows), answer.kind)


def _rank_at(at: int, row: tuple[Cell, ...]) -> tuple[int, float, str]:
    return _rank(row[at])


def _rank(cell: Cell) -> tuple[int, float, str]:
    """Numbers by size, then texts by code point, nulls last."""
    if cell is None:
        return 2, 0, ""
    if isinstance(cell, str):
        return 1, 0, cell
    return 0, cell, ""
