"""Answers, and how they are written: JSON, CSV, and plain cells for a table."""

import csv
import io
import json
from dataclasses import dataclass
from typing import Literal, TypeAlias

Cell: TypeAlias = str | int | float | bool | None


@dataclass(frozen=True, slots=True)
class Answer:
    """What a query gives back.

    Attributes:
        columns: names, in the order of the query.
        rows: cells in the order of the columns; None where unbound. Numbers are numbers, booleans booleans,
            everything else (IRIs, days) is text.
        kind: "rows" of SELECT; "truth" of ASK: one row, one column; "triples" of CONSTRUCT and DESCRIBE: the
            columns subject, predicate, object hold terms as N-Triples writes them.
    """

    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    kind: Literal["rows", "truth", "triples"] = "rows"

    def records(self) -> list[dict[str, Cell]]:
        """One dictionary a row, its keys the columns."""
        return [dict(zip(self.columns, row, strict=True)) for row in self.rows]


def to_json(answer: Answer) -> str:
    """One list of objects, the keys exactly the columns, null where unbound."""
    rows = ",\n".join(json.dumps(record, ensure_ascii=False, allow_nan=False) for record in answer.records())
    return f"[\n{rows}\n]\n" if rows else "[]\n"


def to_csv(answer: Answer) -> str:
    """A header line, then one line a row (more where a cell holds line breaks); empty where unbound."""
    page = io.StringIO(newline="")
    writer = csv.writer(page, lineterminator="\n")
    writer.writerow(answer.columns)
    writer.writerows(to_table(answer))
    return page.getvalue()


def to_ntriples(answer: Answer) -> str:
    """The triples of a CONSTRUCT or DESCRIBE, one a line."""
    return "".join(f"{' '.join(map(str, row))} .\n" for row in answer.rows)


def to_table(answer: Answer) -> list[tuple[str, ...]]:
    """The rows as plain strings, "" where unbound."""
    return [tuple(_plain(cell) for cell in row) for row in answer.rows]


def _plain(cell: Cell) -> str:
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "true" if cell else "false"
    return str(cell)
