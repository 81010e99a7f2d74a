import pytest

from kg.model import Span
from kg.score.naming import is_name, trimmed


def _span(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


@pytest.mark.parametrize(
    ("text", "words", "expected", "why"),
    [
        ("Talks in Dorvan ended.", "Dorvan", True, "a name"),
        ("Then the Observatory spoke.", "the Observatory", True, "the article is no description"),
        ("He fled northern Dorvan.", "northern Dorvan", True, "the head has a capital"),
        ("At the Ministry of culture he slept.", "the Ministry of culture", True, "the head stands before of"),
        ("He met Omar al-Hadi.", "Omar al-Hadi", True, "a capital inside the word"),
        ("It fell on 12 March.", "12 March", True, "a date with a name"),
        ("It fell in 1998.", "1998", True, "a year"),
        ("The US left.", "US", True, "not the pronoun us"),
        ("Kurdish fighters left.", "Kurdish fighters", False, "the head is a common noun"),
        ("Then a commander with the FDR left.", "a commander with the FDR", False, "described, whatever it is with"),
        ("Then commanders of the FDR left.", "commanders of the FDR", False, "the head stands before of"),
        ("Then a Kurdish left.", "a Kurdish", False, "one of a kind"),
        ("His Majesty left.", "His Majesty", False, "described by whose it is"),
        ("Then He left.", "He", False, "a pronoun"),
        ("A 21-year-old left.", "21-year-old", False, "an age"),
        ("He is 47 now.", "47", False, "a number"),
        ("Rebels left. The rebels fled.", "Rebels", False, "small letters elsewhere: it only opens the sentence"),
        ("Rebels left. The others fled.", "Rebels", True, "nothing says that it is no name"),
        ("We saw Rebels leave. The rebels fled.", "Rebels", True, "a capital amid the sentence"),
        ("The Rebels left. Some rebels stayed.", "The Rebels", True, "the capital is not that of the sentence"),
        ("It said: “Rebels left.” The rebels fled.", "Rebels", False, "opens a quoted sentence"),
        ("...", "...", False, "no words"),
    ],
)
def test_names_and_descriptions(text: str, words: str, expected: bool, why: str) -> None:
    assert is_name(text, _span(text, words)) is expected, why


@pytest.mark.parametrize(
    ("words", "expected", "why"),
    [
        ("the FDR", "FDR", "article"),
        ("Dorvan's", "Dorvan", "possessive"),
        ("rebels’", "rebels", "possessive of a plural, curly"),
        ("The  Dorvan’s ", "Dorvan", "all, and spaces"),
        ("Theodor", "Theodor", "not an article, but a word that begins so"),
        ("the", "the", "nothing else is there"),
        ("Paris", "Paris", "an s of its own"),
    ],
)
def test_core_of_a_span(words: str, expected: str, why: str) -> None:
    text = f"So {words} left."
    assert trimmed(text, _span(text, words)).of(text) == expected, why
