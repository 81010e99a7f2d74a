import pytest

from training.articles import in_sentence_case


@pytest.mark.parametrize(
    ("text", "cased"),
    [
        ("TULA, 3 MAY -- [TEXT] A BOMB WENT OFF.  ALL FLED.", "Tula, 3 may -- [Text] a bomb went off.  All fled."),
        ('HE SAID: "WE LEFT." \n\nTHEY STAYED.', 'He said: "We left." \n\nThey stayed.'),
        ("A bomb went off in TULA.", "A bomb went off in TULA."),
    ],
)  # fmt: skip
def test_texts_in_capitals_are_read_as_others_are_written(text, cased):
    assert in_sentence_case(text) == cased
    assert len(cased) == len(text)
