from dataclasses import replace

import pytest

from kg.extract.mentions_acting import RULE
from kg.extract.mentions_all import find_mentions
from kg.extract.mentions_field import find_described
from kg.model import MentionType, Span
from kg.nlp import NameSpan, span_of


@pytest.mark.parametrize(
    "text",
    [
        "The revolt has uprooted millions of people from their homes.",
        "The mayor said that tens of civilians were injured.",
        "The raids claimed the lives of hundreds of the militants in a matter of weeks.",
    ],
)
def test_the_same_words_are_one_mention(parse, text):
    found = [(one.first, one.last, one.type) for one in find_mentions(parse(text))]
    assert len(found) == len(set(found))


@pytest.mark.parametrize(
    ("text", "described", "expected", "why"),
    [
        ("The gunmen shot the bride in Homs.", "the bride", ["the bride"], "a person whom no list has"),
        ("The gunmen shot the rifle in Homs.", "the rifle", [], "arms are no person, whatever the model says"),
        ("The gunmen left with the bride.", "the bride", [], "who has no part in the clause is not told"),
        ("The army shot the soldier.", "the soldier", [], "a noun of the lists is read by them"),
    ],
)
def test_whom_only_the_model_sees(parse, text, described, expected, why):
    parsed = parse(text)
    start = text.index(described)
    span = NameSpan("PERSON", parsed.tokens_in(Span(start, start + len(described))))
    found = find_mentions(replace(parsed, described=(span,)))
    assert [one.text(parsed) for one in found if one.rule == RULE] == expected, why


def test_what_a_rule_has_read_is_not_described_again(parse):
    text = "The raids claimed the lives of hundreds of the militants in a matter of weeks."
    parsed = parse(text)
    start = text.index("hundreds")
    words = parsed.tokens_in(Span(start, text.index(" in a")))
    (found,) = (one for one in find_mentions(parsed) if one.span(parsed) == span_of(words))
    label = {MentionType.GROUP: "Group", MentionType.ORGANISATION: "Organisation", MentionType.PERSON: "PERSON"}
    spans = replace(parsed, described=(NameSpan(label[found.type], words),))
    assert find_described(spans, [found]) == ()
