"""Attacks that the language model reads, where no frame of the lexicon fits."""

import pytest

from kg.extract.cast import find_cast
from kg.extract.triggers_read import read_kind
from kg.model import EventKind

CASES = [
    # text, verb, kind, why
    ("One of the hospitals was hit on Tuesday.", "hit", EventKind.BOMBING, "from afar, nobody says by what"),
    ("Mortar rounds struck near the embassy.", "struck", EventKind.SHELLING, "what struck"),
    ("The air force targeted a convoy.", "targeted", EventKind.AIRSTRIKE, "who flies"),
    ("An army unit targeted a gathering of fighters.", "targeted", EventKind.ASSAULT, "who is armed"),
    ("The crisis hit the economy.", "hit", None, "nobody who could strike"),
    ("Rebels launched the website.", "launched", None, "a verb that only carries others out"),
    ("Rebels painted the wall.", "painted", None, "no verb of violence"),
]


@pytest.mark.parametrize(("text", "verb", "kind", "why"), CASES, ids=[case[0] for case in CASES])
def test_the_kind_of_an_attack_is_told_by_who_strikes_what(parse, text, verb, kind, why):
    parsed = parse(text)
    token = next(token for token in parsed.tokens if token.text == verb)
    assert read_kind(token, find_cast(parsed)) == kind, why
