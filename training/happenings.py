"""Reads what was annotated of articles as a whole: which words tell of which happening. Texts stand elsewhere."""

import json
import re
import zlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from training.articles import read_lines

Span = tuple[int, int]
"""Half-open, in characters of the article's text."""


@dataclass(frozen=True, slots=True)
class Happening:
    """Something that an article tells of.

    Attributes:
        tellings: the words that tell of it; first those that a reader would name it by.
        place: all words for its place, wherever they stand; None where the article gives none.
        agents, targets: of each actor all words for it, wherever they stand.
    """

    kind: str
    status: str
    tellings: tuple[Span, ...]
    place: tuple[Span, ...] | None
    agents: tuple[tuple[Span, ...], ...]
    targets: tuple[tuple[Span, ...], ...]


@dataclass(frozen=True, slots=True)
class Figure:
    """A number of people; `happening` is the index of the one that it belongs to, None for none or several."""

    span: Span
    happening: int | None


@dataclass(frozen=True, slots=True)
class Annotated:
    """What was annotated of an article.

    Attributes:
        corpus: name of the file in which the article stands.
        key: its id there.
        crc: CRC-32 of its text in UTF-8: other versions of a text have other offsets.
        whole: whether all words that tell of a happening are marked, not just those that name it.
    """

    corpus: str
    key: str
    crc: int
    whole: bool
    happenings: tuple[Happening, ...]
    figures: tuple[Figure, ...]


def crc_of(text: str) -> int:
    """The checksum by which a text is known again."""
    return zlib.crc32(text.encode())


def read_happenings(path: Path) -> list[Annotated]:
    """The articles of a file of offsets, as `happenings.jsonl` is one."""
    return [
        Annotated(
            row["corpus"],
            row["id"],
            row["crc"],
            row["whole"],
            tuple(_happening(one) for one in row["happenings"]),
            tuple(Figure(_span(one["span"]), one["happening"]) for one in row["figures"]),
        )
        for row in read_lines(path)
    ]


def _happening(row: Mapping[str, Any]) -> Happening:
    return Happening(
        row["kind"],
        row["status"],
        _spans(row["tellings"]),
        None if row["place"] is None else _spans(row["place"]),
        tuple(_spans(one) for one in row["agents"]),
        tuple(_spans(one) for one in row["targets"]),
    )


def _span(pair: Iterable[int]) -> Span:
    start, end = pair
    return start, end


def _spans(pairs: Iterable[Iterable[int]]) -> tuple[Span, ...]:
    return tuple(_span(pair) for pair in pairs)


def read_annotated(folder: Path, *, without: Iterable[str] = ()) -> list[Annotated]:
    """The articles of a folder that was annotated whole, as docs/scoring.md describes it; not those of these ids."""
    found = []
    for article in read_lines(folder / "articles.jsonl"):
        path = folder / f"gold-{article['id']}.json"
        if path.is_file() and article["id"] not in without:
            gold = json.loads(path.read_text(encoding="utf-8"))
            found.append(_of_gold("articles.jsonl", article["id"], article["text"], gold))
    return found


def _of_gold(corpus: str, key: str, text: str, gold: Mapping[str, Any]) -> Annotated:
    actors = {one["id"]: occurrences(text, one["forms"]) for one in gold.get("actors", ())}
    places = {one["id"]: occurrences(text, [one["name"], *one["forms"]]) for one in gold.get("places", ())}
    happenings: list[Happening] = []
    index: dict[str, int] = {}
    for row in gold.get("events", ()):
        span = _trigger(text, row)
        if span is None:
            continue
        index[row["id"]] = len(happenings)
        parties = {role: tuple(actors[one] for one in row[role] if one in actors) for role in ("agents", "targets")}
        happenings.append(Happening(row["kind"], row["status"], (span,), places.get(row["place"]), **parties))
    figures: list[Figure] = []
    for row in gold.get("figures", ()):
        start = text.find(row["evidence"])
        if start >= 0 and (row["event"] is None or row["event"] in index):
            figures.append(Figure((start, start + len(row["evidence"])), index.get(row["event"])))
    return Annotated(corpus, key, crc_of(text), False, tuple(happenings), tuple(figures))  # noqa: FBT003


def _trigger(text: str, row: Mapping[str, Any]) -> Span | None:
    """Where the words that tell of an event stand, best inside its evidence."""
    words, evidence = row["trigger"], row.get("evidence") or ""
    if not words:
        return None
    start = text.find(evidence) if evidence else -1
    inside = evidence.find(words) if start >= 0 else -1
    start = start + inside if inside >= 0 else text.find(words)
    return (start, start + len(words)) if start >= 0 else None


def occurrences(text: str, forms: Iterable[str]) -> tuple[Span, ...]:
    """Everywhere that these words stand in a text, in its order."""
    return tuple(sorted({match.span() for form in forms for match in re.finditer(re.escape(form), text)}))
