"""What the encoder is given to read for words that only their capitals tell from others."""

import pytest

from kg.nlp.encoder.component import as_read


@pytest.mark.parametrize(
    ("text", "expected", "why"),
    [
        ("At least 12 IS fighters fled", "At least 12 ISIS fighters fled", "a name in a sentence of small letters"),
        ("Forces battling IS", "Forces battling ISIS", "at the end"),
        ("US Says IS Fled", "US Says ISIS Fled", "in a headline"),
        ("THE PORT IS OPEN", "THE PORT IS OPEN", "everything is in capitals"),
        ("IS", "IS", "nothing beside it tells"),
        ("the port is open", "the port is open", "the verb"),
    ],
)
def test_as_read(text: str, expected: str, why: str) -> None:
    read = as_read(text.split(" "))
    assert " ".join(read) == expected, why
