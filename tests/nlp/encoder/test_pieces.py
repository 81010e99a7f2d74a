"""Words to word pieces, and the form that lower-casing loses."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.nlp.encoder.pieces import FORMS, MAX_PIECES, Pieces, form, gaps_of

VOCABULARY = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", "rebel", "##s", "kob", "##ani", "-", "al", "e", "##e", "'"]
PIECES = Pieces(VOCABULARY)


def cut(word: str) -> list[str]:
    return [VOCABULARY[n] for n in PIECES.of(word)[0]]


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("Rebels", ["rebel", "##s"]),
        ("Kobani", ["kob", "##ani"]),
        ("Kobané", ["[UNK]"]),
        ("al-rebel", ["al", "-", "rebel"]),
        ("é", ["e"]),  # accents are lost, as in BERT
        ("zzz", ["[UNK]"]),
        ("", ["[UNK]"]),
        ("e" * 50, ["e", *["##e"] * (MAX_PIECES - 1)]),
        ("e" * 101, ["[UNK]"]),
        ("----------", ["-"] * MAX_PIECES),
        ("\u200d", ["[UNK]"]),
    ],
)
def test_a_word_is_cut_longest_first(word: str, expected: list[str]) -> None:
    assert cut(word) == expected


@pytest.mark.parametrize(
    ("word", "expected"),
    [("—", 0), ("army", 1), ("Army", 2), ("NATO", 3), ("A", 4), ("al-Nusra", 5), ("2016", 6), ("F-16", 7), ("", 0)],
)
def test_the_form_of_a_word(word: str, expected: int) -> None:
    assert form(word) == expected


@given(st.lists(st.text(max_size=12), max_size=20))
def test_each_word_has_its_own_pieces(words: list[str]) -> None:
    encoded = PIECES.encode(words, [0] * len(words))
    assert len(encoded) == len(words)
    assert encoded.starts[-1] == len(encoded.ids)
    assert all(1 <= size <= MAX_PIECES for size in np.diff(encoded.starts).tolist())
    assert all(0 <= kind < FORMS for kind in encoded.forms.tolist())


def test_what_stands_before_a_word_is_told() -> None:
    text = "Rebels left.\nThen\n\nthey came"
    starts = [0, 7, 11, 13, 19, 24]
    ends = [6, 11, 12, 17, 23, 28]
    assert gaps_of(text, starts, ends) == [3, 1, 0, 2, 3, 1]
    assert gaps_of("", [], []) == []
