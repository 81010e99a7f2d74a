"""Trees of Universal Dependencies in, the one view of the rules out: hand-made trees, so that no model decides."""

import pytest

from kg.nlp.house import Tree, to_house_view

Rel = tuple[str, str]


def turned(*rows: str) -> dict[str, Rel]:
    """For each word: its new relation and its new head's word. A row is "word tag rel head"."""
    cells = [row.split() for row in rows]
    words = [cell[0] for cell in cells]
    tree = tree_of(cells)
    to_house_view(tree)
    return {word: (tree.rels[n], words[tree.heads[n]]) for n, word in enumerate(words)}


POSES = {"NN": "NOUN", "VB": "VERB", "JJ": "ADJ", "CD": "NUM", "IN": "ADP", "RB": "ADV", "PR": "PRON", "DT": "DET"}


def tree_of(cells: list[list[str]]) -> Tree:
    words = [cell[0] for cell in cells]
    tags = [cell[1] for cell in cells]
    lower = [word.lower() for word in words]
    heads = [words.index(cell[3]) for cell in cells]
    lemmas = [{"said": "say", "was": "be"}.get(word, word) for word in lower]
    return Tree(lower, heads, [cell[2] for cell in cells], [POSES.get(tag[:2], "X") for tag in tags], tags, lemmas)


def test_a_name_is_headed_by_its_last_word_and_titles_are_parts_of_it() -> None:
    # "General Omar Haddad, a commander, left"
    tree = turned(
        "General NNP nmod:desc Omar", "Omar NNP nsubj left", "Haddad NNP flat Omar", "commander NN appos Omar",
        "left VBD root left",
    )  # fmt: skip
    assert tree["Haddad"] == ("nsubj", "left")
    assert tree["General"] == tree["Omar"] == ("compound", "Haddad")
    assert tree["commander"] == ("appos", "Haddad")


def test_the_parts_of_a_name_may_hang_on_each_other() -> None:
    # "in Maarat al - Numan"
    tree = turned(
        "struck VBD root struck", "in IN case Maarat", "Maarat NNP obl struck", "al NNP flat Maarat",
        "- HYPH punct Numan", "Numan NNP flat al",
    )  # fmt: skip
    assert tree["Numan"] == ("obl", "struck")
    assert tree["Maarat"] == tree["al"] == ("compound", "Numan")
    assert tree["in"] == ("case", "Numan")


def test_a_name_may_be_the_root() -> None:
    tree = turned("Omar NNP root Omar", "Haddad NNP flat Omar")
    assert tree == {"Omar": ("compound", "Haddad"), "Haddad": ("root", "Haddad")}


def test_an_adjective_of_a_name_is_part_of_it() -> None:
    tree = turned("Islamic NNP amod State", "State NNP root State")
    assert tree["Islamic"] == ("compound", "State")
    assert turned("Syrian JJ amod State", "State NNP root State")["Syrian"] == ("amod", "State")


def test_a_date_is_headed_by_its_month() -> None:
    # "left on 4 October 2016"
    tree = turned(
        "left VBD root left", "on IN case 4", "4 CD obl left", "October NNP nmod:unmarked 4", "2016 CD nmod:unmarked 4"
    )
    assert tree["October"] == ("obl", "left")
    assert tree["4"] == tree["2016"] == ("nummod", "October")
    assert tree["on"] == ("case", "October")


def test_a_bare_time_is_told_from_one_with_a_preposition() -> None:
    tree = turned("said VBD root said", "Monday NNP obl:unmarked said")
    assert tree["Monday"] == ("obl:npmod", "said")
    tree = turned("said VBD root said", "on IN case Monday", "Monday NNP obl:unmarked said")
    assert tree["Monday"] == ("obl", "said")


def test_words_around_a_number_hang_on_it() -> None:
    # "At least 12 people"
    tree = turned("At IN case least", "least JJS nmod people", "12 CD nummod people", "people NNS root people")
    assert tree["least"] == ("advmod", "12")
    assert tree["At"] == ("advmod", "least")
    # "More than 30 people"
    tree = turned("More JJR advmod 30", "than IN fixed More", "30 CD nummod people", "people NNS root people")
    assert tree["More"] == tree["than"] == ("advmod", "30")


def test_a_preposition_before_a_number_stays_one() -> None:
    tree = turned("fell VBD root fell", "to IN case 12", "12 CD obl fell")
    assert tree["to"] == ("case", "12")


def test_each_word_of_a_fixed_preposition_marks_the_noun() -> None:
    tree = turned("According IN case Haddad", "to IN fixed According", "Haddad NNP obl left", "left VBD root left")
    assert tree["According"] == tree["to"] == ("case", "Haddad")


def test_who_is_told_is_the_object_unless_there_is_another() -> None:
    tree = turned("told VBD root told", "Reuters NNP iobj told")
    assert tree["Reuters"] == ("obj", "told")
    tree = turned("gave VBD root gave", "rebels NNS iobj gave", "arms NNS obj gave")
    assert tree["rebels"] == ("iobj", "gave")


def test_what_was_somewhere_hangs_on_the_verb() -> None:
    # "He was in Idlib Monday"
    tree = turned(
        "He PRP nsubj Idlib", "was VBD cop Idlib", "in IN case Idlib", "Idlib NNP root Idlib",
        "Monday NNP obl:unmarked Idlib",
    )  # fmt: skip
    assert tree["was"] == ("root", "was")
    assert tree["Idlib"] == ("obl", "was")
    assert tree["He"] == ("nsubj", "was")
    assert tree["Monday"] == ("obl:npmod", "was")


def test_what_was_something_stays_its_head() -> None:
    tree = turned("He PRP nsubj spokesman", "was VBD cop spokesman", "spokesman NN root spokesman")
    assert tree["spokesman"] == ("root", "spokesman")
    assert tree["was"] == ("cop", "spokesman")


def test_said_at_the_end_governs_what_was_said() -> None:
    # "Many fled, he said"
    tree = turned("Many JJ nsubj fled", "fled VBD root fled", "he PRP nsubj said", "said VBD parataxis fled")
    assert tree["said"] == ("root", "said")
    assert tree["fled"] == ("ccomp", "said")


@pytest.mark.parametrize(
    ("rows", "word", "expected"),
    [
        # "shelled by troops"
        (("was VBD aux:pass shelled", "shelled VBN root shelled", "by IN case troops", "troops NNS obl shelled"),
         "troops", "obl:agent"),
        # "captured from rebels"
        (("captured VBN root captured", "from IN case rebels", "rebels NNS obl:agent captured"), "rebels", "obl"),
        # "stood by the road": no passive
        (("stood VBD root stood", "by IN case road", "road NN obl stood"), "road", "obl"),
        (("people NNS nsubj killed", "were VBD aux:pass killed", "killed VBN root killed"), "people", "nsubj:pass"),
        # "rebel-held"
        (("rebel NN compound held", "- HYPH punct held", "held VBN amod town", "town NN root town"),
         "rebel", "obl:npmod"),
    ],
)  # fmt: skip
def test_relations_follow_from_what_stands_around(rows: tuple[str, ...], word: str, expected: str) -> None:
    assert turned(*rows)[word][0] == expected


def test_past_tense_is_told_from_the_participle_by_its_subject() -> None:
    rows = ["Police NNS nsubj arrested", "arrested VBN root arrested", "him PRP obj arrested"]
    tree = tree_of([row.split() for row in rows])
    to_house_view(tree)
    assert tree.tags[1] == "VBD"
    rows = ["Police NNS nsubj arrested", "have VBP aux arrested", "arrested VBN root arrested"]
    tree = tree_of([row.split() for row in rows])
    to_house_view(tree)
    assert tree.tags[2] == "VBN"


def test_every_tree_stays_a_tree() -> None:
    rows = ["a NNP flat b", "b NNP root b", "c NNP flat b", "d NNP nmod:desc c", "e NNP flat d"]
    tree = tree_of([row.split() for row in rows])
    to_house_view(tree)
    for word in range(5):
        seen = set()
        while tree.heads[word] != word:
            assert word not in seen
            seen.add(word)
            word = tree.heads[word]


def test_a_number_below_its_own_hedge_takes_its_place() -> None:
    # "there is more than one child"
    tree = turned("is VBZ root is", "more JJR obl is", "than IN case child", "one CD nummod child", "child NN obl more")
    assert tree["child"] == ("obl", "is")
    assert tree["one"] == ("nummod", "child")
