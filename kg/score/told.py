"""What a graph tells, by article: the answers to the named questions as values that can be compared with gold."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from kg.errors import InputError
from kg.model import Span
from kg.score.spans import normals

Row = Mapping[str, Any]
Ask = Callable[[str], Sequence[Row]]
"""Gives the rows of a named question, keys as the contract has them."""

QUESTIONS = (
    "documents", "actors", "places", "mentions", "events", "reports", "statements", "figures", "affiliations",
    "relations",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Thing:
    """An actor or a place over all articles.

    Attributes:
        iri: its id.
        name, kind: its label; its type (an actor) or kind (a place).
        names: label and aliases, as they are compared.
        row: the whole row of `actors` or `places`.
    """

    iri: str
    name: str
    kind: str
    names: frozenset[str]
    row: Row


@dataclass(frozen=True, slots=True)
class ToldMention:
    """Words that name or describe a thing; `refers_to` is its IRI or None."""

    span: Span
    words: str
    type: str
    refers_to: str | None
    name: str | None


@dataclass(frozen=True, slots=True)
class ToldReport:
    """An article's telling of an event, with the kind of the event and the weapons that it was done with.

    The weapons are those of the event over all articles: `reports` does not tell them by article.
    """

    event: str
    kind: str
    span: Span
    words: str
    status: str
    earliest: str | None
    latest: str | None
    place_name: str | None
    agents: tuple[str, ...]
    targets: tuple[str, ...]
    weapon: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ToldStatement:
    """A statement; `row` is its whole row."""

    iri: str
    content: str
    spans: tuple[Span, ...]
    cue: tuple[Span, ...]
    speaker: str | None
    speaker_spans: tuple[Span, ...]
    row: Row


@dataclass(frozen=True, slots=True)
class ToldFigure:
    """A claim of a number; `row` is its whole row."""

    iri: str
    kind: str
    low: int | None
    high: int | None
    span: Span
    row: Row


@dataclass(frozen=True, slots=True)
class ToldTie:
    """A tie between two actors (`relation` None: an affiliation); `span` is None where the question gives none."""

    subject: str
    relation: str | None
    object: str
    span: Span | None
    row: Row


@dataclass(frozen=True, slots=True)
class ToldArticle:
    """What the graph tells of one article; things that it names are looked up in `Told`."""

    id: str
    mentions: tuple[ToldMention, ...] = ()
    reports: tuple[ToldReport, ...] = ()
    statements: tuple[ToldStatement, ...] = ()
    figures: tuple[ToldFigure, ...] = ()
    affiliations: tuple[ToldTie, ...] = ()
    relations: tuple[ToldTie, ...] = ()
    forms: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """By IRI: the words that this article uses for the thing, as they are compared."""
    labels: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """By the label of a thing that this article mentions: the IRIs of the things with that label."""


@dataclass(frozen=True, slots=True)
class Told:
    """A whole graph: its articles by source id, its actors and places by IRI."""

    articles: Mapping[str, ToldArticle]
    actors: Mapping[str, Thing]
    places: Mapping[str, Thing]

    def article(self, id: str) -> ToldArticle:  # noqa: A002
        """What is told of an article; nothing, if the graph does not have it."""
        return self.articles.get(id) or ToldArticle(id)

    def thing(self, iri: str | None) -> Thing | None:
        return None if iri is None else self.actors.get(iri) or self.places.get(iri)

    def names(self, article: ToldArticle, iri: str | None) -> frozenset[str]:
        """All names of a thing, as they are compared: label, aliases, and the words that this article uses for it."""
        thing = self.thing(iri)
        return (thing.names if thing else frozenset()) | article.forms.get(iri or "", frozenset())

    def names_by_label(self, article: ToldArticle, label: str | None) -> frozenset[str]:
        """All names of the things of this label that the article mentions, and the label itself.

        Questions such as `reports` give agents, targets and places by label only.
        """
        if not label:
            return frozenset()
        named = (self.names(article, iri) for iri in article.labels.get(label, ()))
        return normals((label,)).union(*named)


def read_told(ask: Ask, questions: Iterable[str] = QUESTIONS) -> Told:
    """What the graph tells.

    Args:
        ask: gives the rows of a named question.
        questions: those to ask; what hangs on others stays empty. `documents` is always asked.

    Raises:
        InputError: two articles of the graph have the same source id, an answer lacks a column, or a row can't be used.
    """
    wanted = set(questions)

    def rows(name: str) -> Sequence[Row]:
        return ask(name) if name in wanted else ()

    try:
        sources = {row["document"]: row["source_id"] for row in ask("documents")}
        actors = {row["actor"]: _thing(row["actor"], row["type"], row) for row in rows("actors")}
        places = {row["place"]: _thing(row["place"], row["kind"], row) for row in rows("places")}
        events = {row["event"]: row for row in rows("events")}
        made = {
            "mentions": _by_article("mentions", rows("mentions"), sources, _mention),
            "reports": _by_article(
                "reports", rows("reports"), sources, lambda row: _report(row, events.get(row["event"]))
            ),
            "statements": _by_article("statements", rows("statements"), sources, _statement),
            "figures": _by_article("figures", rows("figures"), sources, _figure),
            "affiliations": _by_article("affiliations", rows("affiliations"), sources, _affiliation),
            "relations": _by_article("relations", rows("relations"), sources, _relation),
        }
    except KeyError as error:
        raise InputError(f"an answer lacks the column {error}") from error
    if len(set(sources.values())) < len(sources):
        raise InputError("two articles of the graph have the same source_id: gold articles can't be told apart by it")
    articles = {
        source: _article(source, {name: by.get(source, ()) for name, by in made.items()}) for source in sources.values()
    }
    return Told(articles, actors, places)


def spans_of(written: str | None) -> tuple[Span, ...]:
    """The spans that a cell such as "12-19;25-40" holds."""
    pieces = (piece.partition("-") for piece in (written or "").split(";") if piece)
    return tuple(Span(int(start), int(end)) for start, _, end in pieces)


def values_of(cell: str | None) -> tuple[str, ...]:
    """The values of a cell that holds several."""
    return tuple(part for part in (cell or "").split(" | ") if part)


def _article(source: str, made: Mapping[str, tuple[Any, ...]]) -> ToldArticle:
    forms: dict[str, set[str]] = defaultdict(set)
    labels: dict[str, dict[str, None]] = defaultdict(dict)
    for mention in made["mentions"]:
        if mention.refers_to:
            forms[mention.refers_to] |= normals((mention.words,))
            if mention.name:
                labels[mention.name][mention.refers_to] = None
    return ToldArticle(
        source,
        **made,
        forms={iri: frozenset(words) for iri, words in forms.items()},
        labels={label: tuple(iris) for label, iris in labels.items()},
    )


def _by_article(
    question: str, rows: Iterable[Row], sources: Mapping[str, str], make: Callable[[Row], Any]
) -> dict[str, tuple[Any, ...]]:
    by: dict[str, list[Any]] = defaultdict(list)
    for row in rows:
        if row["document"] not in sources:
            raise InputError(f"{question}: the document {row['document']} is not among the documents")
        try:
            by[sources[row["document"]]].append(make(row))
        except (AttributeError, TypeError, ValueError) as error:
            raise InputError(f"{question}: a row can't be used: {error}: {dict(row)}") from error
    return {source: tuple(items) for source, items in by.items()}


def _thing(iri: str, kind: str | None, row: Row) -> Thing:
    return Thing(iri, row["name"] or "", kind or "", normals((row["name"], *values_of(row["aliases"]))), row)


def _mention(row: Row) -> ToldMention:
    span = Span(row["start"], row["end"])
    return ToldMention(span, row["words"] or "", row["type"] or "", row["refers_to"], row["name"])


def _report(row: Row, event: Row | None) -> ToldReport:
    return ToldReport(
        event=row["event"],
        kind=(event and event["kind"]) or "other",
        span=Span(row["start"], row["end"]),
        words=row["words"] or "",
        status=row["status"] or "",
        earliest=row["earliest"],
        latest=row["latest"],
        place_name=row["place_name"],
        agents=values_of(row["agents"]),
        targets=values_of(row["targets"]),
        weapon=values_of(event["weapon"]) if event else (),
    )


def _statement(row: Row) -> ToldStatement:
    return ToldStatement(
        iri=row["statement"],
        content=row["content"] or "",
        spans=spans_of(row["content_spans"]),
        cue=spans_of(row["cue_spans"]),
        speaker=row["speaker"],
        speaker_spans=spans_of(row["speaker_spans"]),
        row=row,
    )


def _figure(row: Row) -> ToldFigure:
    return ToldFigure(row["figure"], row["kind"], row["low"], row["high"], Span(row["start"], row["end"]), row)


def _affiliation(row: Row) -> ToldTie:
    return ToldTie(row["person"] or "", None, row["organisation"] or "", None, row)


def _relation(row: Row) -> ToldTie:
    span = Span(row["start"], row["end"])
    return ToldTie(row["subject"] or "", row["relation"] or "", row["object"] or "", span, row)
