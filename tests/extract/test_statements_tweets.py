"""Tweets that an article shows. Sentences are ours."""

from collections.abc import Callable
from datetime import date

import pytest

from kg.extract.cast import find_cast
from kg.extract.statements import find_statements
from kg.extract.times import find_times
from kg.nlp import Parsed

Parse = Callable[..., Parsed]

TWEETS = [
    (
        "The raid began at dawn. Nine dead in the market of Aden. pic.twitter.com/a1b2c3 — Amal Haddad (@amalh) "
        "June 9, 2021 The market was closed.",
        [("Amal Haddad", "Nine dead in the market of Aden", "tweet", date(2021, 6, 9))],
        "with its marks",
    ),
    (
        "The raid began at dawn. Nine dead in the market of Aden httpst.coA1b2 pic.twitter.coma1b2c3 Amal Haddad "
        "(amalh) June 9 2021 The market was closed.",
        [("Amal Haddad", "Nine dead in the market of Aden", "tweet", date(2021, 6, 9))],
        "without them",
    ),
    ("The council of Aden (founded 2001) met on June 9 2021.", [], "no tweet"),
]


@pytest.mark.parametrize(("text", "expected", "why"), TWEETS, ids=[row[2] for row in TWEETS])
def test_tweets(parse: Parse, text: str, expected: list[tuple[str, str, str | None, date | None]], why: str) -> None:
    parsed = parse(text)
    found = [
        (
            " ".join(span.of(text) for span in one.speaker),
            " … ".join(span.of(text) for span in one.content),
            one.medium.value if one.medium is not None else None,
            one.said.earliest if one.said is not None else None,
        )
        for one in find_statements(parsed, find_cast(parsed), find_times(parsed))
    ]
    assert found == expected, why
