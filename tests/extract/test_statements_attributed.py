"""What a language model takes for attributions, where no rule reads the sentence. Sentences are ours."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from kg.extract.cast import find_cast
from kg.extract.statements import find_statements
from kg.extract.times import find_times
from kg.model import Span
from kg.nlp import Attribution, Parsed, Token

Parse = Callable[..., Parsed]


def told(parsed: Parsed) -> list[tuple[str, str, str, str, str]]:
    """(speaker, cue, content, stance, rule) of each statement."""
    text = parsed.document.text
    return [
        (
            " ".join(span.of(text) for span in statement.speaker),
            " ".join(span.of(text) for span in statement.cue),
            " … ".join(span.of(text) for span in statement.content),
            statement.stance.value,
            statement.rule,
        )
        for statement in find_statements(parsed, find_cast(parsed), find_times(parsed))
    ]


def with_attribution(parsed: Parsed, source: str, cue: str, content: str) -> Parsed:
    """The article as a model would hand it over that takes these words for an attribution."""

    def words(part: str) -> tuple[Token, ...]:
        start = parsed.document.text.index(part)
        return parsed.tokens_in(Span(start, start + len(part))) if part else ()

    return replace(parsed, attributions=(Attribution(words(content), words(cue), words(source)),))


READ = "statements.read-as-said"

ATTRIBUTIONS = [
    (
        "The mayor mocked the council for its long silence.",
        ("The mayor", "mocked", "the council for its long silence"),
        [("The mayor", "mocked", "the council for its long silence", "blames", READ)],
        "a verb that no rule reads",
    ),
    (
        "The doctor confided that the ward had been empty for a week.",
        ("The doctor", "confided", "that the ward had been empty for a week"),
        [("The doctor", "confided", "the ward had been empty for a week", "asserts", READ)],
        "a clause, without its that",
    ),
    (
        "The doctor confided that the ward had been empty for a week.",
        ("", "confided", "that the ward had been empty for a week"),
        [("The doctor", "confided", "the ward had been empty for a week", "asserts", READ)],
        "no source: the subject of the verb",
    ),
    (
        "The mayor said the road was cut.",
        ("The mayor", "said", "the road"),
        [("The mayor", "said", "the road was cut", "asserts", "statements.said-that")],
        "what a rule reads stays as the rule reads it",
    ),
    (
        "The mayor believes in the good sense of the rebels.",
        ("The mayor", "believes", "the good sense of the rebels"),
        [],
        "a belief is not said",
    ),
    ("The army wants the rebels to leave.", ("The army", "wants", "the rebels to leave"), [], "nor is a wish"),
    (
        "The doctor would confide that the ward had been empty.",
        ("The doctor", "would confide", "that the ward had been empty"),
        [],
        "not said yet",
    ),
    (
        "The doctor never confided that the ward had been empty.",
        ("The doctor", "never confided", "that the ward had been empty"),
        [],
        "nor ever",
    ),
    (
        "The court condemned nine men to death.",
        ("The court", "condemned", "nine men to death"),
        [],
        "a noun that the rules refuse",
    ),
    (
        "The raid hit a bridge. The mayor mocked the army.",
        ("The mayor", "mocked", "The raid hit a bridge"),
        [],
        "words of another sentence",
    ),
]


@pytest.mark.parametrize(("text", "parts", "expected", "why"), ATTRIBUTIONS, ids=[row[3] for row in ATTRIBUTIONS])
def test_attributions(
    parse: Parse, text: str, parts: tuple[str, str, str], expected: list[tuple[str, ...]], why: str
) -> None:
    assert told(with_attribution(parse(text), *parts)) == expected, why


def test_nothing_is_read_as_said_without_a_model_of_attributions(parse: Parse) -> None:
    parsed = replace(parse("The mayor mocked the council for its long silence."), attributions=())
    assert told(parsed) == []
