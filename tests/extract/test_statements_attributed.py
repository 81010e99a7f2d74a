"""What a language model takes for attributions, where no rule reads the sentence. Sentences are ours."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from kg.extract.cast import find_cast
from kg.extract.statements import find_statements
from kg.extract.times import find_times
from kg.model import Span
from kg.nlp import Attribution, Happening, Parsed, Token

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


READ, MEANT = "statements.read-as-said", "statements.read-as-meant"

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
        "The mayor knows that the ward had been empty for a week.",
        ("The mayor", "knows", "that the ward had been empty for a week"),
        [("The mayor", "knows", "the ward had been empty for a week", "asserts", MEANT)],
        "a clause that somebody thinks",
    ),
    (
        "The mayor supports the plan for a bridge.",
        ("The mayor", "supports", "the plan for a bridge"),
        [],
        "an attitude to a thing, in a report that is no report of politics",
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


def test_attitudes_are_told_in_reports_of_politics_alone(parse: Parse) -> None:
    politics = "The mayor supports the plan for a bridge. " + "The hall was bright and the tea was warm. " * 16
    violence = politics + "The raid killed nine. The bomb killed two. The shells killed four. "
    expected = [("The mayor", "supports", "the plan for a bridge", "asserts", MEANT)]
    parts = ("The mayor", "supports", "the plan for a bridge")
    calm, war = (with_attribution(parse(text), *parts) for text in (politics, violence))
    dead = tuple(Happening(word, "Life.Die") for word in war.tokens if word.lower == "killed")
    assert told(replace(calm, happenings=())) == expected
    assert told(replace(war, happenings=dead)) == []


POLITICS = (
    "The party set out its tax policy before the election. " + "The hall was bright and the debate was long. " * 16
)

MEANT_IN_POLITICS = [
    (
        "The mayor campaigned for a bridge.",
        ("The mayor", "campaigned for", "a bridge"),
        [("The mayor", "campaigned for", "a bridge", "asserts", MEANT)],
        "no word of saying",
    ),
    (
        "Papers praised the mayor's support for a bridge.",
        ("", "support for", "a bridge"),
        [("the mayor's", "support for", "a bridge", "asserts", MEANT)],
        "the owner of a noun",
    ),
    (
        "Hinting at a deal, the mayor left the hall.",
        ("", "Hinting at", "a deal"),
        [("the mayor", "Hinting at", "a deal", "asserts", MEANT)],
        "who does what the participle tells",
    ),
    (
        "A nurse who backs the bridge came late.",
        ("who", "backs", "the bridge"),
        [("A nurse who", "backs", "the bridge", "asserts", MEANT)],
        "whom the relative word stands for",
    ),
    (
        "The mayor did not campaign for a bridge.",
        ("The mayor", "campaign for", "a bridge"),
        [],
        "not said",
    ),
    (
        "The mayor backed the bridge.",
        ("The mayor", "backed", "the"),
        [("The mayor", "backed", "the bridge", "asserts", MEANT)],
        "made whole",
    ),
]


@pytest.mark.parametrize(("text", "attribution", "expected", "why"), MEANT_IN_POLITICS)
def test_in_reports_of_politics_the_model_is_believed(
    parse: Parse, text: str, attribution: tuple[str, str, str], expected: list[tuple[str, ...]], why: str
) -> None:
    assert told(with_attribution(parse(text + " " + POLITICS), *attribution)) == expected, why
    calm = "The hall was bright and the tea was warm. " * 18
    assert told(with_attribution(parse(text + " " + calm), *attribution)) == [], "words of politics are missing"


def test_a_report_of_politics_with_violence_is_none(parse: Parse) -> None:
    said = ("The mayor", "campaigned for", "a bridge")
    war = with_attribution(parse("The mayor campaigned for a bridge. Two were killed. " + POLITICS), *said)
    dead = tuple(Happening(word, "Life.Die") for word in war.tokens if word.lower == "killed")
    assert len(told(replace(war, happenings=()))) == 1
    assert told(replace(war, happenings=dead)) == []


def test_pieces_of_one_saying_are_one_statement(parse: Parse) -> None:
    parsed = parse("The doctor confided that the ward by the river had been empty.")
    start = parsed.document.text.index
    pieces = [
        parsed.tokens_in(Span(start(words), start(words) + len(words))) for words in ("the ward", "had been empty")
    ]
    cue, source = parsed.tokens_in(Span(11, 19)), parsed.tokens_in(Span(0, 10))
    parsed = replace(parsed, attributions=tuple(Attribution(piece, cue, source) for piece in pieces))
    assert told(parsed) == [("The doctor", "confided", "the ward by the river had been empty", "asserts", READ)]


def test_a_saying_that_stops_amid_a_phrase_is_made_whole(parse: Parse) -> None:
    text = "The doctor confided that the ward had been empty for a long week."
    parsed = with_attribution(parse(text), "The doctor", "confided", "the ward had been empty for a")
    assert [row[2] for row in told(parsed)] == ["the ward had been empty for a long week"]


def test_nothing_is_read_as_said_without_a_model_of_attributions(parse: Parse) -> None:
    parsed = replace(parse("The mayor mocked the council for its long silence."), attributions=())
    assert told(parsed) == []
