"""People who belong to more than one side are of none of the two."""

import pytest

from kg.extract.read import read
from tests.conftest import Parse

TEXTS = [
    ("Twelve fighters from the Islamic State were killed.", "Islamic State", "one side"),
    (
        "At least 40 fighters from the Islamic State and the Syrian Democratic Forces were killed in the fighting.",
        None,
        "two bodies",
    ),
    ("The army bombed the Nusra Front; 12 fighters were killed on both sides.", None, "both sides of a fight"),
    ("The army killed 12 Nusra Front fighters and captured the town of Rastan.", "Nusra Front", "two verbs"),
]


@pytest.mark.parametrize(("text", "side", "why"), TEXTS)
def test_whose_people_they_are(parse: Parse, text: str, side: str | None, why: str) -> None:
    reading = read(parse(text))
    (figure,) = reading.figures
    names = [] if figure.side is None else [reading.referents[figure.side].name]
    assert names == ([] if side is None else [side]), why
