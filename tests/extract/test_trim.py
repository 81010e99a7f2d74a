"""Unnamed actors of whom nothing is told are left out of a reading."""

from dataclasses import replace

import pytest

from kg.extract.read import read
from kg.extract.trim import trim
from kg.model import MentionForm

CASES = [
    ("A doctor said the port was quiet.", "A doctor", True, "speaks"),
    ("Shells killed 12 farmers in Goma on Monday.", "12 farmers", True, "counted"),
    ("The town lies between government forces and the sea.", "government forces", True, "a side of the war"),
    ("The town lies near Kurdish fighters.", "Kurdish fighters", True, "a side, by its people"),
    ("The town lies near rival armed groups.", "rival armed groups", False, "no side that could be told from others"),
    ("The town lies near 12 Kurdish fighters.", "12 Kurdish fighters", True, "counted, and still of a side"),
    ("The report was based on a network of sources.", "a network of sources", False, "nothing is told of it"),
]


@pytest.mark.parametrize(("text", "words", "kept", "why"), CASES)
def test_only_those_of_whom_something_is_told_stay(parse, text: str, words: str, kept: bool, why: str) -> None:
    parsed = parse(text)
    reading = read(parsed)
    mention = next(one for one in reading.mentions if parsed.words(one.span) == words)
    assert (mention.referent is not None) is kept, why


def test_indices_still_fit_after_referents_went(parse) -> None:
    parsed = parse("The report was based on a network of sources. Later Omar Haddad said the army shelled Goma.")
    reading = read(parsed)
    for n, referent in enumerate(reading.referents):
        assert all(reading.mentions[m].referent == n for m in referent.mentions)
    (statement,) = reading.statements
    assert statement.speaker_referent is not None
    assert reading.referents[statement.speaker_referent].name == "Omar Haddad"


def test_a_referent_that_is_called_by_an_article_alone_is_no_side(parse) -> None:
    reading = read(parse("A doctor said the port was quiet."))
    nameless = replace(reading.referents[0], name="the", named=False)
    assert not trim(replace(reading, referents=(nameless,), statements=())).referents


def test_pronouns_of_those_left_out_go(parse) -> None:
    parsed = parse("A network of sources exists. They are quiet.")
    assert not [one for one in read(parsed).mentions if one.form is MentionForm.PRONOUN]
