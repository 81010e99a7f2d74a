"""Words and spans compared; every expected value is counted by hand."""

import pytest

from kg.model import Span
from kg.score.spans import normal, normals, occurrences, overlap, sentence_around, token_f1, words_of


@pytest.mark.parametrize(
    ("one", "other", "expected", "why"),
    [
        ("the road is shut", "the road is shut", 1.0, "the same"),
        ("the road is shut", "The road, is SHUT.", 1.0, "case and punctuation do not count"),
        ("the road is shut", "the road", 4 / 6, "2 words of 4 and 2: 2·2 / (4 + 2)"),
        ("no no no", "no", 2 / 4, "a word counts as often as it stands there: 2·1 / (3 + 1)"),
        ("road shut", "shut road", 1.0, "order does not count"),
        ("road", "bridge", 0.0, "nothing in common"),
        ("road", "", 0.0, "nothing was told"),
        ("", "", 0.0, "nothing is not found"),
        ("…", "…", 0.0, "punctuation alone holds no word"),
    ],
)
def test_token_f1(one: str, other: str, expected: float, why: str) -> None:
    assert token_f1(one, other) == pytest.approx(expected), why
    assert token_f1(other, one) == pytest.approx(expected), why


def test_words_are_lower_case_and_without_punctuation() -> None:
    assert words_of("“Not one step,” said Ulla-Mae.") == ("not", "one", "step", "said", "ulla", "mae")


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("The Green Brigade", "green brigade"),
        ("a medic", "medic"),
        ("Green  Brigade,", "green brigade"),
        ("The", "the"),  # nothing would be left of it
        ("Anders", "anders"),  # no article is cut out of a word
    ],
)
def test_a_name_is_compared_without_its_article(name: str, expected: str) -> None:
    assert normal(name) == expected


def test_what_holds_no_word_is_no_name() -> None:
    assert normals(("The Greens", "the greens", None, "", "—")) == {"greens"}


TEXT = "THIS town fell. IS held the town. IS left it."


def test_words_are_found_everywhere_as_whole_words() -> None:
    # "IS" is in "THIS", too, at 2
    assert occurrences(TEXT, "IS") == (Span(16, 18), Span(34, 36))


def test_words_inside_others_are_found_where_they_stand_nowhere_else() -> None:
    assert occurrences("Fridaykilling three", "killing") == (Span(6, 13),)  # a text that lost its spaces


def test_words_are_looked_for_inside_the_evidence_first() -> None:
    evidence = (Span(34, 45),)
    assert occurrences(TEXT, "IS", within=evidence) == (Span(34, 36),)
    assert occurrences(TEXT, "town", within=evidence) == (Span(5, 9), Span(28, 32))  # not in it: anywhere


@pytest.mark.parametrize("words", [None, "", "city", "is held"])
def test_words_that_do_not_stand_there(words: str | None) -> None:
    assert occurrences(TEXT, words) == ()


def test_marks_that_mean_something_in_patterns_are_only_marks() -> None:
    assert occurrences("Fifty (50) fled.", "(50)") == (Span(6, 10),)


def test_overlap_needs_one_character_in_common() -> None:
    assert overlap([Span(0, 5)], [Span(4, 6)])
    assert not overlap([Span(0, 5)], [Span(5, 6)])  # half-open: they touch only
    assert overlap([Span(0, 1), Span(8, 9)], [Span(3, 4), Span(7, 9)])
    assert not overlap([], [Span(0, 1)])


PROSE = "Rain fell. The army fled. “We left,” said Ode.\nNobody died."


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Rain", "Rain fell."),
        ("army", "The army fled."),
        ("fled.", "The army fled."),  # the span holds the full stop
        ("“We left", "“We left,” said Ode."),  # the span begins with the quotation mark
        ("We", "“We left,” said Ode."),
        ("died", "Nobody died."),
        ("army fled. “We", "The army fled. “We left,” said Ode."),  # over two sentences: both
    ],
)
def test_the_sentence_around_a_span(words: str, expected: str) -> None:
    start = PROSE.index(words)
    assert sentence_around(PROSE, Span(start, start + len(words))) == expected


def test_no_span_has_no_sentence() -> None:
    assert sentence_around(PROSE, None) == ""


def test_a_sentence_without_end_is_cut_near_the_span() -> None:
    text = "x " * 1000 + "HERE " + "y " * 1000
    sentence = sentence_around(text, Span(2000, 2004))
    # 400 characters on each side and the 4 of the span
    assert "HERE" in sentence
    assert len(sentence) <= 804
