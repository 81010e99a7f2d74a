"""Who does it and whom it is done to, by a verb."""

import pytest

from kg.extract.verbs import doer_of, is_passive, patient_of

CASES = [
    # text, verb, passive, doer, patient, why
    ("Rebels shelled the town.", "shelled", False, "Rebels", "town", "active"),
    ("The town was shelled by rebels.", "shelled", True, "rebels", "town", "passive"),
    ("The areas shelled by the army were empty.", "shelled", True, "army", "areas", "a participle on what suffers"),
    ("The rebels shelling the town fled.", "shelling", False, "rebels", "town", "a participle on who does it"),
    ("The hill that rebels seized is high.", "seized", False, "rebels", "hill", "a clause on what suffers"),
]


@pytest.mark.parametrize(("text", "verb", "passive", "doer", "patient", "why"), CASES, ids=[case[0] for case in CASES])
def test_doer_and_patient(parse, text, verb, passive, doer, patient, why):
    token = next(token for token in parse(text).tokens if token.text == verb)
    found = doer_of(token), patient_of(token)
    assert is_passive(token) == passive, why
    assert [None if word is None else word.text for word in found] == [doer, patient], why


def test_a_participle_with_arms_is_a_past_tense(parse):
    parsed = parse("Gunmen affiliated to the group targeted with a number of rocket shells the square.")
    token = next(token for token in parsed.tokens if token.text == "targeted")
    assert not is_passive(token)
    assert patient_of(token) is not token.head
