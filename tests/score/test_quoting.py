"""Words in quotation marks."""

import pytest

from kg.model import Span
from kg.score.quoting import mode_of, quoted_spans


@pytest.mark.parametrize(
    ("text", "quoted", "why"),
    [
        ('He said "no" and "never".', ['"no"', '"never"'], "straight marks open and close in turn"),
        ("He said “no” and left.", ["“no”"], "curved marks"),
        ("“One.\nShe left.\n“Two.”", ["“One.", "“Two.”"], "what is not closed ends with its paragraph"),
        ("It's the mayor's.", [], "an apostrophe is no quotation mark"),
    ],
)
def test_quoted(text: str, quoted: list[str], why: str) -> None:
    assert [span.of(text) for span in quoted_spans(text)] == quoted, why


@pytest.mark.parametrize(
    ("content", "mode"),
    [
        (['"We wait"', '"We hope."'], "direct"),
        (["We wait"], "direct"),
        (['that "We wait" now'], "mixed"),
        (["that"], "indirect"),
    ],
)
def test_mode(content: list[str], mode: str) -> None:
    text = 'Anna said that "We wait" now, and "We hope."'
    pieces = [Span(start := text.index(words), start + len(words)) for words in content]
    assert mode_of(text, pieces, quoted_spans(text)) == mode
