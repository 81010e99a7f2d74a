"""What the words beside it show of a word that a parser hung wrong."""

import pytest

from kg.nlp.house import Tree
from kg.nlp.mends import mend


def tree_of(rows):
    """A tree of rows "word pos/tag rel>head", heads by word; the root is its own head."""
    cells = [row.split(" ") for row in rows]
    words = [cell[0] for cell in cells]
    rels, heads = zip(*(cell[2].split(">") for cell in cells), strict=True)
    poses, tags = zip(*(cell[1].split("/") for cell in cells), strict=True)
    lemmas = [{"accused": "accuse"}.get(word, word.lower()) for word in words]
    return Tree(
        [word.lower() for word in words],
        [words.index(head) for head in heads],
        list(rels),
        list(poses),
        list(tags),
        lemmas,
    )


STORMED = ["Rebels NOUN/NNS nsubj>stormed", "stormed VERB/VBD root>stormed"]
CASES = [
    (
        ["The DET/DT nsubj>blow", "capture NOUN/NN csubj>blow", "of ADP/IN case>Homs", "Homs PROPN/NNP nmod>capture",
         "would AUX/MD aux>blow", "be AUX/VB cop>blow", "a DET/DT det>blow", "blow NOUN/NN root>blow"],
        "capture",
        "nsubj>blow",
        "a noun is no clause",
    ),
    (
        ["The DET/DT nsubj>blow", "capture NOUN/NN csubj>blow", "of ADP/IN case>Homs", "Homs PROPN/NNP nmod>capture",
         "would AUX/MD aux>blow", "be AUX/VB cop>blow", "a DET/DT det>blow", "blow NOUN/NN root>blow"],
        "the",
        "det>capture",
        "its article is no subject",
    ),
    (
        ["Rebels NOUN/NNS nsubj>struck", "struck VERB/VBD ccomp>according", "according VERB/VBG root>according",
         "to ADP/IN fixed>according", "troops NOUN/NNS nsubj>according"],
        "troops",
        "obl>struck",
        "according to is a preposition",
    ),
    (
        ["Rebels NOUN/NNS nsubj>struck", "struck VERB/VBD root>struck", "according VERB/VBG advcl>struck",
         "to ADP/IN case>troops", "troops NOUN/NNS obl>according"],
        "according",
        "case>troops",
        "also where it hangs on the verb",
    ),
    (
        ["Clashes NOUN/NNS nsubj>erupted", "erupted VERB/VBD root>erupted", "between ADP/IN case>Clashes",
         "troops NOUN/NNS nsubj>erupted", "and CCONJ/CC cc>rebels", "rebels NOUN/NNS conj>Clashes"],
        "rebels",
        "conj>troops",
        "the second of two sides",
    ),
    (
        ["Clashes NOUN/NNS nsubj>erupted", "erupted VERB/VBD root>erupted", "between ADP/IN case>Clashes",
         "troops NOUN/NNS nsubj>erupted", "and CCONJ/CC cc>rebels", "rebels NOUN/NNS conj>Clashes"],
        "troops",
        "obl>erupted",
        "the first of two sides",
    ),
    (
        ["Men NOUN/NNS nsubj>killed", "were AUX/VBD cop>killed", "killed VERB/VBD root>killed"],
        "men",
        "nsubj:pass>killed",
        "before a past tense a form of 'be' makes the passive",
    ),
    (
        ["Troops NOUN/NNS nsubj>fought", "fought VERB/VBD root>fought", "rebels NOUN/NNS nsubj>fought",
         "in ADP/IN case>Homs", "Homs PROPN/NNP obl>fought"],
        "rebels",
        "obj>fought",
        "of two subjects the one after the verb is its object",
    ),
    (
        ["Those PRON/DT nsubj>include", "killed VERB/VBD nsubj>include", "include VERB/VBP root>include",
         "children NOUN/NNS obj>include"],
        "killed",
        "acl>those",
        "a participle of the subject",
    ),
    (
        ["Deals NOUN/NNS nsubj:pass>signed", "under ADP/IN case>which", "which PRON/WDT obl>left",
         "men NOUN/NNS nsubj:pass>signed", "left VERB/VBD acl:relcl>Deals", "were AUX/VBD aux:pass>signed",
         "signed VERB/VBN root>signed"],
        "men",
        "nsubj>left",
        "of two subjects the one beside the inner clause",
    ),
    (
        [*STORMED, "bases NOUN/NNS obj>stormed", "killing VERB/VBG acl>men", "six NUM/CD nummod>men",
         "men NOUN/NNS obj>stormed"],
        "men",
        "obj>killing",
        "so it is where the participle hangs on it",
    ),
    (
        [*STORMED, "bases NOUN/NNS obj>stormed", "killing VERB/VBG advcl>stormed", "six NUM/CD nummod>men",
         "men NOUN/NNS obj>stormed"],
        "men",
        "obj>killing",
        "what follows a participle at once is its object",
    ),
    (
        [*STORMED, "bases NOUN/NNS obj>stormed", "of ADP/IN case>Homs", "troops NOUN/NNS nmod>bases",
         "in ADP/IN case>Homs", "Homs PROPN/NNP nmod>bases"],
        "of",
        "case>troops",
        "of two prepositions the first belongs to the noun between",
    ),
    # rows, word, its relation and head, why
    (
        ["Men NOUN/NNS obj>surrendered", "had AUX/VBD aux>surrendered", "surrendered VERB/VBD root>surrendered"],
        "men",
        "nsubj>surrendered",
        "what stands before the verb is its subject",
    ),
    (
        ["Towns NOUN/NNS obj>taken", "were AUX/VBD aux:pass>taken", "taken VERB/VBN root>taken"],
        "towns",
        "nsubj:pass>taken",
        "in a passive, too",
    ),
    (
        ["Rebels NOUN/NNS nsubj>began", "began VERB/VBD root>began", "shelling VERB/VBG obj>began"],
        "shelling",
        "obj>began",
        "but a participle that is the only one stays",
    ),
    (
        ["Deals NOUN/NNS nsubj:pass>signed", "which PRON/WDT nsubj>ended", "ended VERB/VBD acl:relcl>Deals",
         "sieges NOUN/NNS obj>ended", "were AUX/VBD aux:pass>signed", "signed VERB/VBN root>signed"],
        "deals",
        "nsubj:pass>signed",
        "but one subject is enough",
    ),
    (
        [*STORMED, "strongholds NOUN/NNS obj>stormed", "of ADP/IN case>Rafah", "Rafah PROPN/NNP obl>stormed"],
        "rafah",
        "nmod>strongholds",
        "of right after a noun",
    ),
    (
        ["We PRON/PRP nsubj>accused", "accused VERB/VBD root>accused", "rebels NOUN/NNS obj>accused",
         "of ADP/IN case>crimes", "crimes NOUN/NNS obl>accused"],
        "crimes",
        "obl>accused",
        "but a verb's own of",
    ),
    (
        ["Hundreds NOUN/NNS nsubj>fled", "of ADP/IN case>families", "families NOUN/NNS nsubj>fled",
         "fled VERB/VBD root>fled"],
        "families",
        "nmod>hundreds",
        "two subjects",
    ),
    (
        ["Envoys NOUN/NNS nsubj>said", "in ADP/IN case>Geneva", "Geneva PROPN/NNP obl>said", "said VERB/VBD root>said"],
        "geneva",
        "nmod>envoys",
        "between subject and verb",
    ),
    (
        ["Rebels NOUN/NNS nsubj>left", "on ADP/IN case>Monday", "Monday PROPN/NNP obl>left", "left VERB/VBD root>left"],
        "monday",
        "obl>left",
        "but not a day",
    ),
    (
        ["He PRON/PRP nsubj>blew", "blew VERB/VBD root>blew", "himself PRON/PRP obj>blew", "up ADP/RP case>noon",
         "at ADP/IN case>noon", "noon NOUN/NN obl>blew"],
        "up",
        "compound:prt>blew",
        "a particle",
    ),
    (
        ["Wednesday PROPN/NNP nsubj>failed", "'s PART/POS case>Wednesday", "attack NOUN/NN nsubj>failed",
         "failed VERB/VBD root>failed"],
        "wednesday",
        "nmod:poss>attack",
        "an owner",
    ),
    (
        ["It PRON/PRP nsubj>killed", "killed VERB/VBD root>killed", "people NOUN/NNS obj>killed", "and CCONJ/CC cc>40",
         "wounded ADJ/JJ amod>40", "40 NUM/CD conj>people"],
        "40",
        "obj>wounded",
        "a second verb",
    ),
    (
        ["It PRON/PRP nsubj>hit", "hit VERB/VBD root>hit", "homes NOUN/NNS obj>hit", "in ADP/IN case>Daraa",
         "Daraa PROPN/NNP obl>hit", ", PUNCT/, punct>fell", "where SCONJ/WRB advmod>fell", "shells NOUN/NNS nsubj>fell",
         "fell VERB/VBD parataxis>hit"],
        "fell",
        "acl:relcl>daraa",
        "a clause with where",
    ),
    (
        ["Rebels NOUN/NNS nsubj>attacked", "attacked VERB/VBD root>attacked", "Goma PROPN/NNP obl>attacked"],
        "goma",
        "obj>attacked",
        "a bare noun after a verb",
    ),
    (
        ["Rebels NOUN/NNS nsubj>attacked", "attacked VERB/VBD root>attacked", "Monday PROPN/NNP obl>attacked"],
        "monday",
        "obl>attacked",
        "but not a day",
    ),
    (
        ["Shelling VERB/VBG csubj>killed", "in ADP/IN case>Homs", "Homs PROPN/NNP obl>Shelling",
         "killed VERB/VBD root>killed", "six NUM/CD obj>killed"],
        "shelling",
        "nsubj>killed",
        "a gerund that is a noun",
    ),
    (
        ["Shelling VERB/VBG csubj>killed", "homes NOUN/NNS obj>Shelling", "killed VERB/VBD root>killed",
         "six NUM/CD obj>killed"],
        "shelling",
        "csubj>killed",
        "but not one with an object",
    ),
    (
        ["Convoy NOUN/NN root>Convoy", "carrying VERB/VBG acl>Convoy", "food NOUN/NN obj>carrying",
         "left VERB/VBD acl>Convoy", "town NOUN/NN obj>left"],
        "convoy",
        "nsubj>left",
        "a finite verb heads the noun",
    ),
    (
        ["Rebels NOUN/NNS root>Rebels", "driving VERB/VBG acl>Rebels", "cars NOUN/NNS obj>driving"],
        "driving",
        "acl>rebels",
        "but a participle does not",
    ),
    (
        ["The DET/DT det>guards", "wounded ADJ/JJ amod>guards", "guards NOUN/NNS nsubj>fled",
         "fled VERB/VBD root>fled"],
        "wounded",
        "amod>guards",
        "but not before the noun",
    ),
    (
        ["It PRON/PRP nsubj:pass>repelled", "had AUX/VBD aux>repelled", "repelled VERB/VBN root>repelled",
         "them PRON/PRP obj>repelled"],
        "it",
        "nsubj>repelled",
        "active where it has an object",
    ),
    (
        ["Six NUM/CD nsubj:pass>hurt", "were AUX/VBD aux:pass>hurt", "hurt VERB/VBN root>hurt", "and CCONJ/CC cc>hurt",
         "others NOUN/NNS nsubj:pass>hurt", "was AUX/VBD aux:pass>hurt", "killed ADJ/JJ conj>hurt"],
        "others",
        "nsubj:pass>killed",
        "a passive of its own",
    ),
    (
        ["Men NOUN/NNS nsubj:pass>killed", "and CCONJ/CC cc>boys", "boys NOUN/NNS conj>Men",
         "were AUX/VBD aux:pass>killed", "killed VERB/VBN root>killed"],
        "boys",
        "conj>men",
        "but not of a list",
    ),
    (
        ["Six NUM/CD nsubj>died", "died VERB/VBD root>died", "in ADP/IN case>raids", "raids NOUN/NNS obl>died",
         "launched VERB/VBN advcl>died", "by ADP/IN case>rebels", "rebels NOUN/NNS obl:agent>launched"],
        "launched",
        "acl>raids",
        "a participle right after a noun",
    ),
    (
        ["Raids NOUN/NNS nsubj>hit", "hit VERB/VBD root>hit", "over ADP/IN case>homes", "24 NUM/CD nummod>homes",
         "homes NOUN/NNS obj>hit"],
        "homes",
        "obj>hit",
        "a hedge of a number is no preposition",
    ),
    (
        ["Men NOUN/NNS nsubj:pass>shot", "were AUX/VBD aux:pass>shot", "shot VERB/VBN root>shot",
         "in ADP/IN case>raids", "raids NOUN/NNS obl:unmarked>shot"],
        "raids",
        "obl>shot",
        "but a preposition marks a noun",
    ),
    (
        ["Series NOUN/NN nsubj>hit", "of ADP/IN case>rebels", "airstrikes VERB/VBG acl>Series",
         "against ADP/IN case>rebels", "rebels NOUN/NNS nmod>Series", "hit VERB/VBD root>hit"],
        "rebels",
        "nmod>airstrikes",
        "no gerund ends in s",
    ),
    (
        ["Allies NOUN/NNS root>Allies", "battling VERB/VBG acl>Allies", "the DET/DT det>group",
         "group NOUN/NN nmod>Allies"],
        "group",
        "obj>battling",
        "an object of a participle",
    ),
    (
        ["Allies NOUN/NNS root>Allies", "battling VERB/VBG acl>Allies", "IS AUX/VBZ obl>battling"],
        "is",
        "obj>battling",
        "a name read as a verb",
    ),
    (
        ["Men NOUN/NNS nsubj:pass>shot", "were AUX/VBD aux:pass>shot", "shot VERB/VBN root>shot",
         "and CCONJ/CC cc>boys",
         "boys NOUN/NNS conj>Men", "was AUX/VBD aux:pass>injured", "injured VERB/VBN conj>shot"],
        "boys",
        "nsubj:pass>injured",
        "a subject of its own after another verb",
    ),
    (
        ["Some ADV/RB advmod>600", "600 NUM/CD nummod>people", "people NOUN/NNS nsubj>fled", "fled VERB/VBD root>fled"],
        "people",
        "nsubj>fled",
        "what is right stays",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("rows", "word", "expected", "why"), CASES, ids=[case[-1] + ": " + case[1] for case in CASES])
def test_a_word_hangs_where_its_neighbours_show(rows, word, expected, why):
    tree = tree_of(rows)
    mend(tree)
    i = tree.words.index(word)
    assert f"{tree.rels[i]}>{tree.words[tree.heads[i]]}" == expected, why


@pytest.mark.parametrize("rows", [case[0] for case in CASES])
def test_a_tree_stays_a_tree(rows):
    tree = tree_of(rows)
    mend(tree)
    for i in range(len(tree.words)):
        seen = set()
        while tree.heads[i] != i:
            assert i not in seen
            seen.add(i)
            i = tree.heads[i]


@pytest.mark.parametrize(
    ("rows", "word", "expected", "why"),
    [
        (
            ["blast NOUN/NN nsubj>killed", "killed NOUN/NNS root>killed", "16 NUM/CD nummod>people",
             "people NOUN/NNS obj>killed"],
            "killed",
            "VERB/VBD kill",
            "no noun",
        ),
        (
            ["People NOUN/NNS nsubj:pass>killed", "were AUX/VBD aux:pass>killed", "killed NUM/CD root>killed"],
            "killed",
            "VERB/VBN kill",
            "no number",
        ),
        (
            ["Troops NOUN/NNS nsubj>left", "left VERB/VBD root>left", "wounded NOUN/NNS obj>left"],
            "wounded",
            "NOUN/NNS wounded",
            "but this may be people",
        ),
        (
            ["Police NOUN/NNS nsubj>arrested", "arrested ADJ/JJ root>arrested", "men NOUN/NNS nsubj>arrested"],
            "arrested",
            "VERB/VBD arrest",
            "a subject before it and what it does behind it",
        ),
    ],
)  # fmt: skip
def test_a_past_tense_is_a_verb(rows, word, expected, why):
    tree = tree_of(rows)
    mend(tree)
    i = tree.words.index(word)
    assert f"{tree.poses[i]}/{tree.tags[i]} {tree.lemmas[i]}" == expected, why
