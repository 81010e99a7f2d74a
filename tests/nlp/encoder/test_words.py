"""Words as the treebanks of Universal Dependencies cut them."""

import pytest

from kg.nlp.encoder.words import english

NLP = english()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("US-led strikes", "US - led strikes"),
        ("anti-government protests", "anti-government protests"),
        ("Anti-aircraft fire", "Anti-aircraft fire"),
        ("rebel-held", "rebel - held"),
        ("the army's men didn't leave", "the army 's men did n't leave"),
        ("Go!!!", "Go !!!"),
        ("killed and/or wounded", "killed and / or wounded"),
        ("==== Aleppo", "==== Aleppo"),
        ("U.S. troops left.", "U.S. troops left ."),
    ],
)
def test_words_are_cut_as_in_the_treebanks(text: str, expected: str) -> None:
    assert [token.text for token in NLP(text)] == expected.split(" ")
