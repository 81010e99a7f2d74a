"""ClearNLP parses in, Universal Dependencies out: hand-made trees, so that no model decides the test."""

import pytest

from kg.nlp.universal import is_clearnlp, to_universal

# word, head, relation, lemma, universal tag; a root is its own head
Word = tuple[str, int, str, str, str]


def turned(*words: Word) -> dict[str, tuple[str, str]]:
    """For each word: its new head's word, and its new relation."""
    heads, rels = to_universal(*([word[n] for word in words] for n in (1, 2, 3, 4)))
    return {word[0]: (words[heads[n]][0], rels[n]) for n, word in enumerate(words)}


def test_a_preposition_marks_its_noun() -> None:
    # "killed in Idlib"
    tree = turned(
        ("killed", 0, "ROOT", "kill", "VERB"), ("in", 0, "prep", "in", "ADP"), ("Idlib", 1, "pobj", "idlib", "PROPN")
    )
    assert tree == {"killed": ("killed", "root"), "in": ("Idlib", "case"), "Idlib": ("killed", "obl")}


def test_a_noun_after_a_noun_is_nmod() -> None:
    # "commander of rebels"
    tree = turned(
        ("commander", 0, "ROOT", "commander", "NOUN"),
        ("of", 0, "prep", "of", "ADP"),
        ("rebels", 1, "pobj", "rebel", "NOUN"),
    )
    assert tree["rebels"] == ("commander", "nmod")


def test_who_does_it_in_a_passive_is_its_agent() -> None:
    # "shelled by troops"
    tree = turned(
        ("shelled", 0, "ROOT", "shell", "VERB"), ("by", 0, "agent", "by", "ADP"), ("troops", 1, "pobj", "troop", "NOUN")
    )
    assert tree["troops"] == ("shelled", "obl:agent")


def test_two_prepositions_in_a_row_mark_one_noun() -> None:
    # "fired from behind walls"
    tree = turned(
        ("fired", 0, "ROOT", "fire", "VERB"), ("from", 0, "prep", "from", "ADP"),
        ("behind", 1, "prep", "behind", "ADP"), ("walls", 2, "pobj", "wall", "NOUN"),
    )  # fmt: skip
    assert tree["walls"] == ("fired", "obl")
    assert tree["from"] == tree["behind"] == ("walls", "case")


def test_a_clause_after_a_preposition_is_a_clause() -> None:
    # "fled after losing"
    tree = turned(
        ("fled", 0, "ROOT", "flee", "VERB"),
        ("after", 0, "prep", "after", "ADP"),
        ("losing", 1, "pcomp", "lose", "VERB"),
    )
    assert tree["losing"] == ("fled", "advcl")
    assert tree["after"] == ("losing", "mark")


def test_a_copula_hangs_on_its_predicate_and_all_else_moves_along() -> None:
    # "Rami was head yesterday"
    tree = turned(
        ("Rami", 1, "nsubj", "rami", "PROPN"), ("was", 1, "ROOT", "be", "AUX"), ("head", 1, "attr", "head", "NOUN"),
        ("yesterday", 1, "npadvmod", "yesterday", "NOUN"),
    )  # fmt: skip
    assert tree == {
        "Rami": ("head", "nsubj"), "was": ("head", "cop"), "head": ("head", "root"), "yesterday": ("head", "obl:npmod"),
    }  # fmt: skip


def test_what_there_was_is_the_subject() -> None:
    # "There were soldiers"
    tree = turned(
        ("There", 1, "expl", "there", "PRON"),
        ("were", 1, "ROOT", "be", "VERB"),
        ("soldiers", 1, "attr", "soldier", "NOUN"),
    )
    assert tree == {"There": ("were", "expl"), "were": ("were", "root"), "soldiers": ("were", "nsubj")}


def test_an_auxiliary_is_no_copula() -> None:
    # "was killed"
    tree = turned(("was", 1, "auxpass", "be", "AUX"), ("killed", 1, "ROOT", "kill", "VERB"))
    assert tree["was"] == ("killed", "aux:pass")


def test_conjuncts_fan_out_from_the_first() -> None:
    # "Raqqa , Idlib and Homs"
    tree = turned(
        ("Raqqa", 0, "ROOT", "raqqa", "PROPN"), (",", 0, "punct", ",", "PUNCT"), ("Idlib", 0, "conj", "idlib", "PROPN"),
        ("and", 2, "cc", "and", "CCONJ"), ("Homs", 2, "conj", "homs", "PROPN"),
    )  # fmt: skip
    assert tree["Idlib"] == tree["Homs"] == ("Raqqa", "conj")
    assert tree["and"] == ("Homs", "cc")


@pytest.mark.parametrize(
    ("labels", "expected"),
    [({"nsubj", "pobj", "dobj"}, True), ({"nsubj", "obj", "obl", "case", "nsubj:pass"}, False), (set(), False)],
)
def test_the_scheme_is_told_by_its_labels(labels: set[str], *, expected: bool) -> None:
    assert is_clearnlp(frozenset(labels)) is expected
