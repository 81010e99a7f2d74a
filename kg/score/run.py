"""Scoring a graph, or any system that answers the named questions."""

import json
import os
from collections.abc import Sequence
from pathlib import Path

from kg.errors import InputError
from kg.query import Endpoint, ask
from kg.query.ask import Graph, open_source
from kg.score.gold import Gold, read_gold
from kg.score.layers import score
from kg.score.report import Report
from kg.score.told import Ask, Row


def score_graph(
    gold: Gold | str | os.PathLike[str],
    graph: Graph | None = None,
    *,
    endpoint: str | Endpoint | None = None,
    layers: Sequence[str] = (),
) -> Report:
    """How much of what careful readers found a graph tells, and how much of what it tells is right.

    Args:
        gold: a folder of annotated articles, a `.jsonl` file with layers, or a `Gold` that was read already.
        graph: a graph's file or an open `LocalGraph`; or
        endpoint: a SPARQL endpoint.
        layers: names of layers; none: all that the gold has something for.

    Raises:
        InputError: the gold can't be used, or has nothing for one of the layers.
        GraphError: the graph can't be read or asked.
    """
    articles = gold if isinstance(gold, Gold) else read_gold(Path(gold))
    return score(articles, _ask_of(graph, endpoint), layers=layers)


def score_answers(gold: Gold, answers: Path, *, layers: Sequence[str] = ()) -> Report:
    """How good the answers of another system are; the file holds one list of rows for each question it can answer.

    Raises:
        InputError: the file can't be used.
    """
    return score(gold, read_answers(answers), layers=layers)


def read_answers(path: Path) -> Ask:
    """The rows by question of a JSON file: `{"documents": [{"document": …}, …], "statements": […], …}`.

    Columns that a row lacks are null, questions that the file lacks have no rows.

    Raises:
        InputError: the file can't be read, or has another shape.
    """
    try:
        value = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError) as error:
        raise InputError(f"{path}: can't be read: {error}") from error
    lists = value.values() if isinstance(value, dict) else (None,)
    if not all(isinstance(rows, list) and all(isinstance(row, dict) for row in rows) for rows in lists):
        raise InputError(f"{path}: not an object that holds a list of rows for each question")

    def rows(question: str) -> Sequence[Row]:
        return [_Row(row) for row in value.get(question, ())]

    return rows


class _Row(dict[str, object]):
    """A row whose missing columns are null."""

    def __missing__(self, _: str) -> None:
        return None


def _ask_of(graph: Graph | None, endpoint: str | Endpoint | None) -> Ask:
    """Asks the graph, which is opened once."""
    source = open_source(graph, endpoint=endpoint)

    def rows(question: str) -> Sequence[Row]:
        if isinstance(source, Endpoint):
            return ask(question, endpoint=source).records()
        return ask(question, source).records()

    return rows
