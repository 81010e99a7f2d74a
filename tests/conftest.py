"""Fixtures shared by all tests: the parser, loaded once, and a way to parse a few words."""

import os
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from hashlib import sha256

import pytest

from kg.model import Block, BlockKind, Document, Span
from kg.nlp import DEFAULT_MODEL, Parsed, Parser

Parse = Callable[..., Parsed]


def make_document(text: str, *, published: date | None = None, source_id: str = "test") -> Document:
    """A document all of whose lines are prose paragraphs."""
    blocks, start = [], 0
    for line in text.split("\n"):
        if line.strip():
            blocks.append(Block(BlockKind.PROSE, Span(start, start + len(line))))
        start += len(line) + 1
    digest = sha256(text.encode()).hexdigest()
    return Document(digest[:16], source_id, text, None, published, None, None, None, None, tuple(blocks), digest)


@pytest.fixture(scope="session")
def parser() -> Parser:
    return Parser(os.environ.get("KG_TEST_MODEL", DEFAULT_MODEL))


@pytest.fixture(scope="session")
def parse(parser: Parser) -> Parse:
    """`parse(text, published=None) -> Parsed`.

    Without what the model reads from an article as a whole: it judges articles, and the tests of rules are sentences.
    """

    def parse_text(text: str, *, published: date | None = None) -> Parsed:
        return replace(next(parser.parse([make_document(text, published=published)])), telling=None, asking=None)

    return parse_text
