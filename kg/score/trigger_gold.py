"""Events of a `.jsonl` file by their trigger words, with arguments: what the layer `events` of WikiEvents holds."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from kg.errors import InputError
from kg.model import Span
from kg.score.gold import GoldArticle
from kg.score.raw_spans import rows_of, to_span

WANTED = ("Conflict.", "Life.")
# ECB+ has event rows as well, without trigger, and marks its sentences by this layer
_OTHER = "checked"


@dataclass(frozen=True, slots=True)
class GoldArgument:
    """Somebody or something with a part in an event; `mentions`: all words for it that the gold has, its own too."""

    event: int
    role: str
    span: Span
    words: str
    mentions: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class GoldTrigger:
    """A word or phrase that tells of an event; `type` is cut to two levels."""

    type: str
    span: Span
    words: str
    arguments: tuple[GoldArgument, ...]


def has_triggers(article: GoldArticle) -> bool:
    """Are the article's events told by their triggers?"""
    rows = article.layers.get("events")
    if not isinstance(rows, list):
        return False
    return any(isinstance(row, dict) and "trigger" in row for row in rows) or (
        not rows and _OTHER not in article.layers
    )


def read_triggers(article: GoldArticle) -> tuple[GoldTrigger, ...]:
    """The events of conflict and life types, left to right.

    Raises:
        InputError: a row of the layers `events`, `entities`, `coref` can't be used.
    """
    mentions = _mentions(article)
    rows = []
    for where, row in rows_of(article, "events"):
        type_, span = row.get("type"), to_span(f"{where}, trigger", row.get("trigger"), article.text)
        if not isinstance(type_, str):
            raise InputError(f"{where}: no type in words, but {type_!r}")
        if type_.startswith(WANTED):
            rows.append((span, ".".join(type_.split(".")[:2]), row, where))
    rows.sort(key=lambda row: (row[0].start, row[0].end, row[1]))
    return tuple(
        GoldTrigger(type_, span, span.of(article.text), _arguments(article, at, where, row, mentions))
        for at, (span, type_, row, where) in enumerate(rows)
    )


def _arguments(
    article: GoldArticle, event: int, where: str, row: Mapping[str, Any], mentions: Mapping[str, tuple[Span, ...]]
) -> tuple[GoldArgument, ...]:
    given = row.get("arguments") or []
    if not isinstance(given, list) or not all(isinstance(each, dict) and "role" in each for each in given):
        raise InputError(f"{where}, arguments: not a list of objects with role and span")
    made = []
    for each in given:
        span = to_span(f"{where}, {each['role']}", each.get("span"), article.text)
        alike = mentions.get(str(each.get("entity")), ())
        made.append(GoldArgument(event, str(each["role"]), span, span.of(article.text), (span, *alike)))
    return tuple(made)


def _mentions(article: GoldArticle) -> dict[str, tuple[Span, ...]]:
    """By the id of a mention: all mentions of the same thing."""
    spans = {
        str(row.get("id")): to_span(where, [row.get("start"), row.get("end")], article.text)
        for where, row in rows_of(article, "entities")
    }
    by: dict[str, tuple[Span, ...]] = {id_: (span,) for id_, span in spans.items()}
    clusters = article.layers.get("coref") or []
    if not isinstance(clusters, list) or not all(isinstance(cluster, list) for cluster in clusters):
        raise InputError(f"article {article.id}, coref: not a list of lists of ids")
    for cluster in clusters:
        alike = tuple(spans[str(id_)] for id_ in cluster if str(id_) in spans)
        by |= {str(id_): alike for id_ in cluster if str(id_) in spans}
    return by
