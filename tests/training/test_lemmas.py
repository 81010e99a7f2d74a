import pytest

from kg.nlp.encoder.lemmas import apply_rule
from training.lemmas import learn_lemmas, rule_of
from training.treebank import Tree


@pytest.mark.parametrize(
    ("form", "lemma", "rule"), [("cities", "city", "3 y"), ("better", "good", "6 good"), ("the", "the", "0 ")]
)
def test_rule_of(form, lemma, rule):
    assert rule_of(form, lemma) == rule
    assert apply_rule({"": rule}, form) == lemma


def test_words_that_follow_the_endings_are_not_listed():
    forms = [("is", "be"), ("kills", "kill"), ("says", "say"), ("runs", "run")]
    tree = Tree("one", words=[f for f, _ in forms], lemmas=[m for _, m in forms], tags=["VERB|VBZ|_"] * len(forms))
    rules = learn_lemmas([tree])
    assert rules["words"]["VBZ"] == {"is": "be"}
    assert apply_rule(rules["endings"]["VBZ"], "calls") == "call"
