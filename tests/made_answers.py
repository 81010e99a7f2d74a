"""Answers to the named questions and gold articles made by hand, for the tests of scoring.

    answers = made_answers(statements=[{"content": "the road is shut", "mode": "indirect"}])
    gold = made_gold(tmp_path, {"a": "The army said the road is shut."}, {"a": {"statements": [{"id": "s1", …}]}})
    report = score(gold, answers)

The graph has the article "a" as document "d:a", unless other documents are given; a row that names no document is of
the first one. All other columns that a row lacks are None.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from kg.score import Gold, read_gold
from kg.score.told import Ask, Row

COLUMNS = {
    "documents": "document source_id title published publisher author",
    "actors": "actor name type aliases same_as mentions documents",
    "affiliations": "person person_name organisation organisation_name role document",
    "relations": "subject subject_name relation object object_name document start end quote",
    "places": "place name aliases kind country latitude longitude precision geonames within",
    "mentions": "document start end words type refers_to name",
    "events": "event kind class status earliest latest place place_name agents targets weapon part_of documents",
    "reports": "event document start end words status earliest latest place_name agents targets",
    "statements": "statement speaker speaker_name mode stance content content_spans cue cue_spans speaker_spans "
    "said_earliest said_latest addressee_name medium anonymous about document",
    "figures": "figure kind low high approximate party party_type side_name event said_by speaker_name document start "
    "end quote",
}

# what a reader must give in each row of `gold-ID.json`, and what stands here where a test does not care
READER = {
    "actors": {"type": "Organization"},
    "affiliations": {},
    "places": {"kind": "settlement"},
    "events": {"kind": "other", "status": "happened"},
    "statements": {"mode": "indirect", "stance": "asserts"},
    "figures": {"kind": "killed"},
}


def made_answers(documents: Mapping[str, str] | None = None, **rows: Iterable[Mapping[str, Any]]) -> Ask:
    """The answers of a graph that tells just the rows given, by question; columns that a row lacks are None.

    Args:
        documents: the source id by IRI of each document; none: "d:a" is the article "a".
        rows: rows by question.

    Raises:
        ValueError: there is no such column in the contract (or the test misspells it).
        KeyError: there is no such question.
    """
    sources = {"d:a": "a"} if documents is None else dict(documents)
    first = next(iter(sources), None)
    told = {name: [_filled(name, row, first) for row in given] for name, given in rows.items()}
    told["documents"] = [_filled("documents", {"document": iri, "source_id": id_}, iri) for iri, id_ in sources.items()]
    assert told.keys() <= COLUMNS.keys(), f"no such question: {told.keys() - COLUMNS.keys()}"

    def ask(question: str) -> Sequence[Row]:
        return told.get(question, [])

    return ask


def _filled(question: str, row: Mapping[str, Any], document: str | None) -> Row:
    columns = COLUMNS[question].split()
    unknown = row.keys() - set(columns)
    if unknown:
        raise ValueError(f"{question} has no column {', '.join(sorted(unknown))}")
    there = {"document": document} if "document" in columns else {}
    return dict.fromkeys(columns) | there | row


def no_answers() -> Ask:
    """The answers of an empty graph: it does not have the article, either."""
    return made_answers({})


def at(text: str, words: str, *, turn: int = 1) -> dict[str, int]:
    """The columns `start` and `end` of the words, where they stand for the n-th time."""
    start = -1
    for _ in range(turn):
        start = text.index(words, start + 1)
    return {"start": start, "end": start + len(words)}


def spans(text: str, *pieces: str) -> str:
    """The cell of a column such as `content_spans`: where each of the pieces stands first."""
    return ";".join(f"{place['start']}-{place['end']}" for place in (at(text, piece) for piece in pieces))


def mention(
    text: str,
    words: str,
    type_: str = "Organisation",
    iri: str | None = None,
    name: str | None = None,
    *,
    turn: int = 1,
) -> dict[str, Any]:
    """A row of `mentions`: the words, and the thing that they refer to, by IRI and label."""
    return {**at(text, words, turn=turn), "words": words, "type": type_, "refers_to": iri, "name": name}


def write_gold(
    folder: Path,
    texts: Mapping[str, str | Mapping[str, Any]],
    read: Mapping[str, Mapping[str, Sequence[Mapping[str, Any]]]],
    *,
    incidents: Sequence[Sequence[tuple[str, str]]] | None = None,
) -> Path:
    """A folder of articles annotated whole.

    Args:
        folder: it is made, if need be.
        texts: by id, the text of each article, or its whole row.
        read: by id, what a reader wrote down: rows by name; what a test does not care for is filled (`READER`).
        incidents: groups of (article, event).
    """
    folder.mkdir(parents=True, exist_ok=True)
    rows = [{"id": id_, **({"text": given} if isinstance(given, str) else given)} for id_, given in texts.items()]
    write_lines(folder / "articles.jsonl", rows)
    for id_, tables in read.items():
        gold = {name: [{**READER[name], **row} for row in rows] for name, rows in tables.items()}
        (folder / f"gold-{id_}.json").write_text(json.dumps({"id": id_, **gold}), "utf-8")
    if incidents is not None:
        groups = [{"members": [{"doc": doc, "event": event} for doc, event in group]} for group in incidents]
        (folder / "incidents.json").write_text(json.dumps(groups), "utf-8")
    return folder


def made_gold(
    folder: Path,
    texts: Mapping[str, str | Mapping[str, Any]],
    read: Mapping[str, Mapping[str, Sequence[Mapping[str, Any]]]],
    *,
    incidents: Sequence[Sequence[tuple[str, str]]] | None = None,
) -> Gold:
    """The gold of a folder that `write_gold` wrote."""
    return read_gold(write_gold(folder / "gold", texts, read, incidents=incidents))


def write_lines(path: Path, rows: Iterable[Mapping[str, Any]]) -> Path:
    """A `.jsonl` file of the rows."""
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), "utf-8")
    return path


def made_layers(folder: Path, text: str, **layers: Any) -> Gold:
    """The gold of a `.jsonl` file with one article, "a", and the layers given."""
    return read_gold(write_lines(folder / "layers.jsonl", [{"id": "a", "text": text, **layers}]))
