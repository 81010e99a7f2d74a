"""Quoted words, whatever the marks. Sentences are ours."""

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.extract.quotes import find_quotes
from kg.nlp import Parsed, Parser
from tests.conftest import make_document

Parse = Callable[..., Parsed]

QUOTES = [
    ('"The bridge is gone," he said.', ["The bridge is gone,"], "straight marks"),
    ("“The bridge is gone,” he said.", ["The bridge is gone,"], "curly marks"),
    ("``The bridge is gone,'' he said.", ["The bridge is gone,"], "typewriter marks"),
    ("''The bridge is gone,'' he said.", ["The bridge is gone,"], "the same mark twice on both sides"),
    ("«The bridge is gone», he said.", ["The bridge is gone"], "guillemets"),
    ("'The bridge is gone,' he said.", ["The bridge is gone,"], "single marks"),
    ("‘The rebels’ last road is gone,’ he said.", ["The rebels’ last road is gone,"], "a genitive is no closing mark"),
    ("'We held,' she says.'But we left.'", ["We held,", "But we left."], "the space before a mark is lost"),
    ('"We held."The army left.', ["We held."], "the space after a mark is lost"),
    ("The rebels' road and the army's guns fell silent.", [], "apostrophes alone"),
    ("In the '90s it wasn't so.", [], "elided digits"),
    ('"We hold", he said, "and we will stay."', ["We hold", "and we will stay."], "cut in two"),
    ('"We hold," he said. "We will stay.', ["We hold,", "We will stay."], "the last mark is lost"),
    ('"I looked up. "People were running."', ["I looked up.", "People were running."], "a closing mark is lost"),
    (
        "“We held the hill.\n“Then it fell,” she said.",
        ["We held the hill.", "Then it fell,"],
        "two paragraphs, one speech",
    ),
    ('"We held the hill.\nThen it fell," she said.', ["We held the hill.", "Then it fell,"], "no mark opens it again"),
    ('She spoke on "Face the Nation" and left.', [], "the name of a show"),
    ('He said" that it was over.', [], "a mark that only closes"),
    ("No marks at all.", [], "nothing quoted"),
]


@pytest.mark.parametrize(("text", "expected", "why"), QUOTES, ids=[row[2] for row in QUOTES])
def test_quotes(parse: Parse, text: str, expected: list[str], why: str) -> None:
    parsed = parse(text)
    found = [piece.of(text) for quote in find_quotes(parsed) for piece in quote.pieces]
    assert found == expected, why


def test_a_speech_over_two_paragraphs_is_one_quote(parse: Parse) -> None:
    assert len(find_quotes(parse("“We held the hill.\n“Then it fell,” she said."))) == 1
    assert len(find_quotes(parse("“We held the hill.”\n“Then it fell,” she said."))) == 2


@pytest.mark.parametrize(
    ("text", "verbal"),
    [
        ('The so-called "caliphate" fell.', False),
        ('"The caliphate fell," he said.', True),
        ('"Run!" he shouted.', True),
    ],
)
def test_a_scare_quote_is_told_from_a_sentence(parse: Parse, text: str, verbal: bool) -> None:
    assert [quote.verbal for quote in find_quotes(parse(text))] == [verbal]


@settings(max_examples=40, deadline=None)
@given(
    st.lists(
        st.sampled_from(['"', "“", "”", "'", "’", "‘", "``", "''", "«", "»", " ", "said", "He", ".", "\n"]), max_size=14
    )
)
def test_no_heap_of_marks_is_refused(parser: Parser, pieces: list[str]) -> None:
    text = "".join(pieces)
    parsed = next(parser.parse([make_document(text)]))
    for quote in find_quotes(parsed):
        assert quote.first < quote.last
        assert all(quote.outer.start <= piece.start and piece.end <= quote.outer.end for piece in quote.pieces)
