"""Gold articles: texts with what careful readers found in them.

Two formats are read. A folder holds articles annotated whole: `articles.jsonl` (or a `<id>.json` each) with the texts,
`gold-<id>.json` with what a reader wrote down, and perhaps `incidents.json`. A `.jsonl` file holds one article a line
with layers of spans.
"""

import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from kg.errors import InputError
from kg.score.annotation import Annotation, to_annotation
from kg.score.well_formed import refuse

ARTICLES = "articles.jsonl"
INCIDENTS = "incidents.json"


@dataclass(frozen=True, slots=True)
class GoldArticle:
    """One article and what is to be found in it.

    Attributes:
        id: as in the source; a graph's article is the same if its `source_id` is this.
        row: id, text and metadata as they are handed to the builder.
        whole: what a careful reader wrote down from the whole article; None in the line format.
        layers: the layers of the line format, raw: lists of objects by name ("attributions", "places", …).
    """

    id: str
    text: str
    row: Mapping[str, Any]
    whole: Annotation | None
    layers: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Gold:
    """Articles, and which event rows of different articles are one happening.

    Attributes:
        name: of the folder or file, for the table.
        articles: sorted by id.
        incidents: groups of (article id, event id); None where the gold does not say.
    """

    name: str
    articles: tuple[GoldArticle, ...]
    incidents: tuple[frozenset[tuple[str, str]], ...] | None = None


METADATA = ("id", "text", "title", "publisher", "published", "author", "url")


def read_gold(path: Path, *, on_fault: Callable[[InputError], None] = refuse) -> Gold:
    """The gold articles of a folder or of a `.jsonl` file.

    Args:
        path: the folder or file.
        on_fault: called for each fault of an article annotated whole. If it lets the fault pass, the article goes
            without what is faulty, or, where that can't be, is left out.

    Raises:
        InputError: there are no articles, or the texts can't be read; the message says which and why.
    """
    if path.is_dir():
        return _read_folder(path, on_fault)
    articles = [_article(row, None) for row in _read_rows(path)]
    _check_ids(path, [article.id for article in articles])
    if not articles:
        raise InputError(f"{path}: no articles in it")
    return Gold(path.stem, tuple(sorted(articles, key=lambda article: article.id)))


def cut(gold: Gold, ids: frozenset[str]) -> Gold:
    """The gold of some of the articles alone."""
    kept = tuple(article for article in gold.articles if article.id in ids)
    groups = gold.incidents and tuple(
        frozenset(member for member in group if member[0] in ids) for group in gold.incidents
    )
    return replace(gold, articles=kept, incidents=groups)


def _read_folder(path: Path, on_fault: Callable[[InputError], None]) -> Gold:
    rows = _read_texts(path)
    files = sorted(path.glob("gold-*.json"))
    if not files:
        raise InputError(f"{path}: no gold-<id>.json in it")
    articles = []
    for file in files:
        try:
            articles.append(_read_annotated(file, rows, on_fault))
        except InputError as error:
            on_fault(InputError(f"left out {error}"))
    if not articles:
        raise InputError(f"{path}: no article can be used")
    incidents = _read_incidents(path / INCIDENTS, articles, on_fault) if (path / INCIDENTS).exists() else None
    return Gold(path.resolve().name, tuple(sorted(articles, key=lambda article: article.id)), incidents)


def _read_annotated(
    file: Path, rows: Mapping[str, Mapping[str, Any]], on_fault: Callable[[InputError], None]
) -> GoldArticle:
    name = file.stem.removeprefix("gold-")
    row = rows.get(name) or _row_beside(file.parent, name)
    read = _read_json(file)
    if isinstance(read, dict) and read.get("id", name) != name:
        raise InputError(f"{file}: its id is {read['id']!r}: is it of another article?")
    whole = to_annotation(str(file), read, row["text"], title=str(row.get("title") or ""), on_fault=on_fault)
    return _article(row, whole)


def _read_texts(folder: Path) -> Mapping[str, Mapping[str, Any]]:
    """The texts by id: those of `articles.jsonl`, or, where there is none, of every `.jsonl` file."""
    files = [folder / ARTICLES] if (folder / ARTICLES).exists() else sorted(folder.glob("*.jsonl"))
    rows = [row for file in files for row in _read_rows(file)]
    _check_ids(folder, [row["id"] for row in rows])
    return {row["id"]: row for row in rows}


def _row_beside(folder: Path, name: str) -> Mapping[str, Any]:
    file = folder / f"{name}.json"
    if not file.exists():
        raise InputError(f"{folder}: gold-{name}.json has no text: neither a row of articles.jsonl nor {name}.json")
    row = _read_json(file)
    if not isinstance(row, dict) or not isinstance(row.get("text"), str):
        raise InputError(f"{file}: no text in it")
    return {**row, "id": name}


def _read_incidents(
    path: Path, articles: Iterable[GoldArticle], on_fault: Callable[[InputError], None]
) -> tuple[frozenset[tuple[str, str]], ...]:
    try:
        groups = tuple(
            frozenset((member["doc"], member["event"]) for member in each["members"]) for each in _read_json(path)
        )
    except (KeyError, TypeError) as error:
        raise InputError(f'{path}: not a list of {{"members": [{{"doc", "event"}}]}}: {error!r}') from error
    known = {(article.id, event.id) for article in articles if article.whole for event in article.whole.events}
    for name, event in sorted(frozenset[tuple[str, str]]().union(*groups) - known):
        on_fault(InputError(f"{path}: there is no event {name} {event}"))
    return tuple(group & known for group in groups)


def _article(row: Mapping[str, Any], whole: Annotation | None) -> GoldArticle:
    told = {name: str(row[name]) for name in METADATA if row.get(name) is not None}
    layers = {name: value for name, value in row.items() if name not in METADATA}
    return GoldArticle(told["id"], row["text"], told, whole, layers)


def _read_rows(path: Path) -> Iterator[Mapping[str, Any]]:
    try:
        lines = path.read_text("utf-8-sig").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"{path}: can't be read: {error}") from error
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
        except ValueError as error:
            raise InputError(f"{path}, line {number}: no JSON: {error}") from error
        if not isinstance(row, dict) or not isinstance(row.get("text"), str) or row.get("id") is None:
            raise InputError(f"{path}, line {number}: not an object with id and text")
        yield {**row, "id": str(row["id"])}


def _read_json(path: Path) -> Any:
    try:
        return json.loads(path.read_text("utf-8-sig"))
    except (OSError, ValueError) as error:
        raise InputError(f"{path}: can't be read: {error}") from error


def _check_ids(path: Path, ids: Sequence[str]) -> None:
    twice = [each for each, times in Counter(ids).items() if times > 1]
    if twice:
        raise InputError(f"{path}: the id {twice[0]} stands there more than once")
