"""Mends of verbs and participles that a parser took for something else, or hung on the wrong word."""

from kg.nlp.house import Tree
from kg.nlp.mends_tree import DAYS, SUBJECTS, case_of, hang, is_nominal, is_verb

_COUNTS = frozenset({"another", "at", "dozens", "scores", "hundreds", "thousands", "several", "some", "more", "nearly"})
# past tenses that taggers take for adjectives ("police arrested 14 suspects"), with their lemmas
_PASTS = {
    "arrested": "arrest", "captured": "capture", "damaged": "damage", "destroyed": "destroy", "detained": "detain",
    "displaced": "displace", "injured": "injure", "killed": "kill", "wounded": "wound",
}  # fmt: skip
# of these "the wounded" can be told as of people
_NOMINAL = frozenset({"detained", "displaced", "injured", "wounded"})
_IRREGULAR = {"fled": "flee", "fought": "fight", "struck": "strike", "took": "take", "fell": "fall", "broke": "break"}
_BEING = frozenset({"was", "were", "been", "being", "be", "is", "are"})


def _no_nouns(tree: Tree, children: list[list[int]]) -> None:
    """`killed/NNS` in "a blast killed at least 16 people": a past tense that can be no noun, and no number."""
    for i, below in enumerate(children):
        word, tag = tree.words[i], tree.tags[i]
        if word not in _PASTS or not (tag in ("CD", "IN") or (tag in ("NNS", "NNP", "NN") and word not in _NOMINAL)):
            continue
        helped = any(tree.rels[c].startswith("aux") for c in below) or tree.rels[i] in ("acl", "amod")
        tree.poses[i], tree.tags[i], tree.lemmas[i] = "VERB", "VBN" if helped else "VBD", _PASTS[word]


def _pasts(tree: Tree, children: list[list[int]]) -> None:
    """`arrested/JJ` with a subject and an object is a verb: "police arrested 14 suspects"."""
    for i, below in enumerate(children):
        if tree.tags[i] in ("VB", "VBP") and tree.words[i] in _IRREGULAR:
            tree.tags[i], tree.lemmas[i] = "VBD", _IRREGULAR[tree.words[i]]
        if tree.tags[i] == "JJ" and tree.words[i] in _PASTS and tree.rels[i] not in ("amod", "compound"):
            subjects = [c for c in below if tree.rels[c] in SUBJECTS]
            if len(subjects) > 1 and subjects[0] < i < subjects[-1]:
                tree.rels[subjects[-1]] = "obj"  # it stands where the object stands
            rels = {tree.rels[c] for c in below}
            if "obj" in rels and rels & SUBJECTS and not rels & {"cop", "det"}:
                tree.poses[i], tree.tags[i], tree.lemmas[i] = "VERB", "VBD", _PASTS[tree.words[i]]


def _plurals(tree: Tree, children: list[list[int]]) -> None:
    """`airstrikes/VBG -acl-> series` in "a series of airstrikes": a gerund ends in "ing"."""
    del children
    for i, tag in enumerate(tree.tags):
        word, head = tree.words[i], tree.heads[i]
        if tag == "VBZ" and word == "is" and tree.rels[i] in ("compound", "obl", "obj", "nmod", "appos"):
            tree.poses[i], tree.tags[i], tree.lemmas[i] = "PROPN", "NNP", word  # "battling IS": the name of a group
        if tag != "VBG" or not word.endswith("s") or word.endswith("ss"):
            continue
        tree.poses[i], tree.tags[i], tree.lemmas[i] = "NOUN", "NNS", word.removesuffix("s")
        if tree.rels[i] in ("acl", "advcl") and head < i and tree.poses[head] in ("NOUN", "PROPN"):
            tree.rels[i] = "nmod"
            if tree.words[head + 1] == "of":
                tree.heads[head + 1] = i


def _passives(tree: Tree, children: list[list[int]]) -> None:
    """`injured/JJ` in "six were killed and 34 others were injured": a verb of its own, with its own subject."""
    del children
    for i in range(2, len(tree.words)):
        if tree.words[i] not in _PASTS or tree.words[i - 1] not in _BEING or tree.rels[i - 1] == "aux":
            continue
        if tree.tags[i] == "JJ":
            tree.poses[i], tree.tags[i], tree.lemmas[i] = "VERB", "VBN", _PASTS[tree.words[i]]
        if tree.tags[i] == "VBN" and hang(tree, i - 1, i, "aux:pass") and is_nominal(tree, i - 2):
            _join(tree, i)


def _join(tree: Tree, verb: int) -> None:
    """Gives a passive the noun before it as subject, and hangs it on the verb before where "and" joins them."""
    subject = verb - 2
    above = tree.heads[subject]
    listed = tree.rels[subject] == "conj" and is_nominal(tree, above)
    if above == verb or (listed and not any(is_verb(tree, n) for n in range(above + 1, subject))):
        return  # "a man and a woman were killed"
    if not hang(tree, subject, verb, "nsubj:pass"):
        return
    first = subject
    if first > 0 and tree.tags[first - 1] == "CD":
        first -= 1
        tree.heads[first], tree.rels[first] = subject, "nummod"
    if first > 0 and tree.words[first - 1] == "and":
        tree.heads[first - 1], tree.rels[first - 1] = verb, "cc"
        before = next((n for n in range(first - 2, -1, -1) if is_verb(tree, n) or tree.words[n] == "."), None)
        if before is not None and is_verb(tree, before) and tree.rels[verb] in ("amod", "acl", "nmod", "conj"):
            hang(tree, verb, before, "conj")


def _participles_after_nouns(tree: Tree, children: list[list[int]]) -> None:
    """`carried -advcl-> killed` in "killed in an attack carried out by rebels": right after a noun, it is of that."""
    for i, below in enumerate(children):
        if tree.tags[i] != "VBN" or tree.rels[i] != "advcl" or i < 1 or tree.heads[i] > i:
            continue
        if any(tree.rels[c] in ("aux", "aux:pass", "mark", "obj", *SUBJECTS) or c < i for c in below):
            continue
        if tree.poses[i - 1] in ("NOUN", "PROPN") and tree.tags[i - 1] != "CD" and tree.words[i - 1] not in DAYS:
            hang(tree, i, i - 1, "acl")


def _actives(tree: Tree, children: list[list[int]]) -> None:
    """`it -nsubj:pass-> repelled` in "it had repelled them": without "be" and with an object, a verb is active."""
    for below in children:
        rels = {tree.rels[c] for c in below}
        if "nsubj:pass" in rels and "obj" in rels and "aux:pass" not in rels:
            for child in below:
                if tree.rels[child] == "nsubj:pass":
                    tree.rels[child] = "nsubj"


def _coordinated_verbs(tree: Tree, children: list[list[int]]) -> None:
    """`wounded -conj-> people` in "killed 12 people and wounded dozens": goes on with the verb, and has the object."""
    for i in range(2, len(tree.words) - 1):
        if tree.words[i - 1] != "and" or not tree.words[i].endswith("ed") or _is_verb_of_its_own(tree, i, children):
            continue
        finite = tree.tags[i] == "VBD"
        counts = tree.tags[i + 1] == "CD" or tree.words[i + 1] in _COUNTS
        verb = tree.heads[i]
        while tree.heads[verb] != verb and not is_verb(tree, verb):
            verb = tree.heads[verb]
        past = is_verb(tree, verb) and tree.tags[verb] in ("VBD", "VBN") and verb < i - 2
        adjective = tree.tags[i] == "JJ" and tree.words[i] in _PASTS
        if not past or not (finite or counts) or not (adjective or tree.tags[i] in ("VBD", "VBN")):
            continue
        if not any(tree.rels[c] == "obj" and verb < c < i for c in children[verb]):
            continue
        if not hang(tree, i, verb, "conj"):
            continue
        tree.poses[i], tree.tags[i] = "VERB", "VBD"
        tree.lemmas[i] = _PASTS.get(tree.words[i], tree.lemmas[i])
        tree.heads[i - 1], tree.rels[i - 1] = i, "cc"
        _give_object(tree, i, verb)


def _is_verb_of_its_own(tree: Tree, i: int, children: list[list[int]]) -> bool:
    return (
        (is_verb(tree, i) and is_verb(tree, tree.heads[i]))
        or tree.heads[i] == i
        or any(tree.rels[c] in ("aux:pass", *SUBJECTS) for c in children[i])
    )


def _give_object(tree: Tree, verb: int, before: int) -> None:
    """Hangs the counted noun after a verb on it, where it hangs on what stood before."""
    for i in range(verb + 1, min(verb + 8, len(tree.words))):
        if tree.heads[i] < verb and is_nominal(tree, i) and tree.rels[i] in ("conj", "obj", "nummod", "appos"):
            if tree.heads[i] == before or tree.heads[i] > before:
                hang(tree, i, verb, "obj")
            return
        if tree.poses[i] in ("VERB", "PUNCT", "ADP"):
            return


def _finite_roots(tree: Tree, children: list[list[int]]) -> None:
    """`left/VBD -acl-> convoy` in "a convoy carrying villagers left the enclave": a finite verb heads the noun."""
    for verb, below in enumerate(children):
        noun = tree.heads[verb]
        finite = is_verb(tree, verb) and tree.tags[verb] in ("VBD", "VBZ", "VBP")
        if not finite or tree.heads[noun] != noun or noun == verb or not is_nominal(tree, noun):
            continue
        if tree.rels[verb] not in ("acl", "compound", "amod", "nmod") or any(
            tree.rels[c] in ("cop", "aux") for c in children[noun]
        ):
            continue
        subject = any(tree.rels[c] in SUBJECTS or tree.rels[c] == "mark" for c in below)
        if noun < verb and subject:
            continue
        case = case_of(tree, noun, children[noun])
        tree.take_place(verb, noun)
        tree.rels[noun] = "nsubj" if noun < verb else "obj" if case is None else "obl"


def _participles_of_subjects(tree: Tree, children: list[list[int]]) -> None:
    """`killed -nsubj-> include` in "those killed include": two subjects of one verb, the second is of the first."""
    for i in range(1, len(tree.words)):
        head = tree.heads[i]
        if tree.rels[i] not in ("nsubj", "csubj") or tree.tags[i] not in ("VBN", "VBD") or head < i:
            continue
        before = i - 1
        if tree.rels[before] in SUBJECTS and tree.heads[before] == head and not children[i]:
            if tree.words[before] in ("the", "a", "an"):
                tree.rels[before], tree.heads[before] = "det", i  # "the displaced need food"
                tree.rels[i] = "nsubj"
            elif hang(tree, i, before, "acl"):
                tree.tags[i] = "VBN"


def _gerunds(tree: Tree, children: list[list[int]]) -> None:
    """`shelling -csubj-> killed` in "shelling in Aleppo killed six" is a noun: it has no object of its own."""
    for i, below in enumerate(children):
        head = tree.heads[i]
        subject = tree.rels[i] in ("csubj", *SUBJECTS) or (
            tree.rels[i] == "advcl" and not any(tree.rels[c] in ("csubj", *SUBJECTS) for c in children[head])
        )
        if tree.tags[i] != "VBG" or not subject or head < i or not tree.tags[head].startswith("VB"):
            continue
        if any(tree.rels[c] in ("obj", "mark", "aux", "punct", "ccomp", "xcomp", *SUBJECTS) for c in below):
            continue
        tree.poses[i], tree.tags[i], tree.lemmas[i] = "NOUN", "NN", tree.words[i]
        if tree.rels[i] not in SUBJECTS:
            tree.rels[i] = "nsubj"
        for child in below:
            if tree.rels[child] == "obl":
                tree.rels[child] = "nmod"


def _second_subjects(tree: Tree, children: list[list[int]]) -> None:
    """`men -nsubj-> signed` in "a deal under which 90 men left was signed": the subject of the clause inside."""
    for head, below in enumerate(children):
        subjects = [c for c in below if tree.rels[c] in SUBJECTS and c < head]
        if len(subjects) < 2 or is_nominal(tree, head):
            continue
        first, second = subjects[0], subjects[-1]
        clause = next((c for c in children[first] if tree.rels[c] == "acl:relcl" and second < c < head), None)
        if clause is not None and not any(tree.rels[c] in SUBJECTS for c in children[clause]):
            hang(tree, second, clause, "nsubj")


def _copulas_of_pasts(tree: Tree, children: list[list[int]]) -> None:
    """`were -cop-> killed` in "five were killed in Homs": before a past tense it makes the passive."""
    for verb, below in enumerate(children):
        copula = next((c for c in below if tree.rels[c] == "cop" and c < verb), None)
        nominal = any(tree.rels[c] in ("case", "obj", "det") and c < verb for c in below)
        if copula is None or nominal or tree.words[verb] not in _PASTS or not is_verb(tree, verb):
            continue
        tree.rels[copula], tree.poses[copula], tree.tags[verb] = "aux:pass", "AUX", "VBN"
        for child in below:
            if tree.rels[child] == "nsubj":
                tree.rels[child] = "nsubj:pass"


VERB_STEPS = (
    _no_nouns, _plurals, _pasts, _passives, _participles_after_nouns, _actives, _coordinated_verbs, _finite_roots,
    _participles_of_subjects, _second_subjects,
)  # fmt: skip
LAST_STEPS = (_gerunds, _copulas_of_pasts)
