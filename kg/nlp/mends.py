"""Mends what a parser of Universal Dependencies hangs wrong although the words beside it show how it belongs.

Each mend follows from the order of words in English, so it changes nothing in a tree that is right.
"""

from kg.nlp.house import Tree
from kg.nlp.mends_tree import DAYS, SUBJECTS, case_of, hang, is_nominal, is_verb
from kg.nlp.mends_verbs import LAST_STEPS, VERB_STEPS

_CORE = frozenset({"nsubj", "nsubj:pass", "obj", "iobj", "conj"})
_ARGUMENTS = SUBJECTS | {"obj"}
_SPOTS = frozenset({"in", "at", "of", "from", "near", "for", "with", "between", "outside", "inside"})
# "accused rebels of a crime", "robbed them of hope": their second object has "of" as well
_WITH_OF = frozenset({
    "accuse", "acquit", "assure", "clear", "convict", "convince", "cure", "deprive", "inform", "notify", "relieve",
    "remind", "rid", "rob", "strip", "suspect", "tell", "warn",
})  # fmt: skip
_FARTHEST_PARTICLE = 4
_WIDEST_SIDE = 12
_RELATIVE = frozenset({"where", "which", "who", "whom", "whose"})


def mend(tree: Tree) -> None:
    """Changes the tree in place, as `kg.nlp.house` does."""
    for step in _STEPS:
        step(tree, tree.children())


def _clauses_of_nouns(tree: Tree, children: list[list[int]]) -> None:
    """`capture -csubj-> blow` in "the capture of Homs would be a blow": a noun is a subject, but no clause."""
    for i, below in enumerate(children):
        clause = any(tree.rels[c] in SUBJECTS or tree.rels[c] in ("cop", "mark", "aux") for c in below)
        if not tree.rels[i].startswith("csubj") or tree.poses[i] not in ("NOUN", "PROPN") or clause:
            continue
        tree.rels[i] = tree.rels[i].removeprefix("c").replace("subj", "nsubj")
        if i and tree.tags[i - 1] == "DT" and tree.rels[i - 1] in SUBJECTS:
            hang(tree, i - 1, i, "det")


def _particles(tree: Tree, children: list[list[int]]) -> None:
    """`up -case-> noon` in "blew himself up at noon": a particle belongs to the verb before it."""
    del children
    for i, tag in enumerate(tree.tags):
        if tag != "RP" or tree.rels[i] == "compound:prt":
            continue
        for before in range(i - 1, max(-1, i - _FARTHEST_PARTICLE), -1):
            if is_verb(tree, before):
                hang(tree, i, before, "compound:prt")
                break


def _owners(tree: Tree, children: list[list[int]]) -> None:
    """`Wednesday -nsubj-> worst` in "Wednesday's attack was the worst": owns the noun after it."""
    del children
    for mark, tag in enumerate(tree.tags):
        if tag != "POS" or not mark:
            continue
        i = tree.heads[mark - 1] if tree.rels[mark - 1] == "flat" else mark - 1
        if tree.rels[i] == "nmod:poss" or not is_nominal(tree, i):
            continue
        owned = mark + 1
        while owned < len(tree.words) and tree.tags[owned] in ("JJ", "CD", "VBN", "JJS"):
            owned += 1
        while owned + 1 < len(tree.words) and {tree.poses[owned], tree.poses[owned + 1]} <= {"NOUN", "PROPN"}:
            owned += 1
        if owned < len(tree.words) and tree.poses[owned] in ("NOUN", "PROPN"):
            hang(tree, i, owned, "nmod:poss")
            hang(tree, mark, i, "case")


def _relative_clauses(tree: Tree, children: list[list[int]]) -> None:
    """`shelled -parataxis-> made` in "a stand in Daraa, where the army shelled them": hangs on the noun before it."""
    for verb, below in enumerate(children):
        first = next((c for c in below if tree.rels[c] != "punct"), verb)
        if tree.rels[verb] not in ("parataxis", "advcl", "advcl:relcl") or first >= verb:
            continue
        relative = tree.words[first] in _RELATIVE or tree.tags[first] == "WDT"
        first = min([first, *children[first]])  # "the front, | of which the brigade is a part"
        noun = first - 1
        if noun > 0 and tree.words[noun] == ",":
            noun -= 1
        if relative and noun >= 0 and is_nominal(tree, noun):
            hang(tree, verb, noun, "acl:relcl")


def _marked_nominals(tree: Tree, children: list[list[int]]) -> None:
    """A noun after a preposition is neither subject nor object: "an ambush | killed them in an ambush"."""
    for i, below in enumerate(children):
        unmarked = tree.rels[i] in ("obl:unmarked", "nmod:unmarked")
        if (tree.rels[i] not in _CORE and not unmarked) or not is_nominal(tree, i):
            continue
        case, head = case_of(tree, i, below), tree.heads[i]
        if case is None or case == 0:
            continue
        if tree.rels[i] in _ARGUMENTS and tree.tags[case + 1] == "CD" and tree.words[case] != "of":
            continue  # "at 24 civilians have been killed", where "least" is lost
        before = case - 1
        if tree.words[case] == "of" and before != i and is_nominal(tree, before):
            hang(tree, i, before, "nmod")
        elif tree.rels[i] != "conj":
            tree.rels[i] = "obl" if tree.poses[head] in ("VERB", "AUX", "ADJ", "ADV") else "nmod"


def _doubled_cases(tree: Tree, children: list[list[int]]) -> None:
    """`against -case-> Homs` in "strikes against rebels in Homs": the first preposition is that of the noun between."""
    for noun, below in enumerate(children):
        cases = [c for c in below if tree.rels[c] == "case" and c < noun and tree.tags[c] != "POS"]
        if len(cases) < 2:
            continue
        between = [i for i in range(cases[0] + 1, cases[1]) if is_nominal(tree, i)]
        if between and all(tree.rels[i] == "compound" for i in between[:-1]):
            hang(tree, cases[0], between[-1], "case")


def _according(tree: Tree, children: list[list[int]]) -> None:
    """`struck -ccomp-> according` in "rebels struck, according to the army": it is a preposition."""
    for i, below in enumerate(children[:-2]):
        if tree.words[i : i + 2] != ["according", "to"] or tree.rels[i] == "case":
            continue
        verb = next((c for c in reversed(below) if c < i and is_verb(tree, c)), None)
        noun = next((c for c in below if c > i + 1 and is_nominal(tree, c)), None)
        if noun is None:
            continue
        if verb is not None:
            tree.take_place(verb, i)
        above = verb if verb is not None else tree.heads[i]
        if above != i and hang(tree, noun, above, "obl"):
            hang(tree, i, noun, "case")
            tree.heads[i + 1], tree.rels[i + 1] = i, "fixed"


def _between(tree: Tree, children: list[list[int]]) -> None:
    """`rebels -conj-> clashes` in "clashes between the army and rebels erupted": two sides, of the word before."""
    del children
    for i, word in enumerate(tree.words[:-3]):
        end = next(
            (k for k in range(i + 2, min(i + _WIDEST_SIDE, len(tree.words) - 1)) if tree.words[k] == "and"), None
        )
        if word != "between" or not i or end is None:
            continue
        inside = range(i + 1, end)
        one = next((k for k in inside if is_nominal(tree, k) and tree.heads[k] not in inside), None)
        other = tree.heads[end]
        if one is None or other < end or tree.tags[one] == "CD" or not is_nominal(tree, other):
            continue
        hang(tree, other, one, "conj")
        hang(tree, i, one, "case")
        if tree.rels[one] in _ARGUMENTS | {"conj", "obl", "nmod"}:
            before = i - 1
            if is_nominal(tree, before):
                hang(tree, one, before, "nmod")
            elif is_verb(tree, before):
                hang(tree, one, before, "obl")


def _of_phrases(tree: Tree, children: list[list[int]]) -> None:
    """`Rafah -obl-> stormed` in "stormed the stronghold of Rafah": "of" right after a noun belongs to it."""
    for i, below in enumerate(children):
        head = tree.heads[i]
        if tree.rels[i] not in ("obl", "nmod") or not is_nominal(tree, i) or tree.lemmas[head] in _WITH_OF:
            continue
        case = case_of(tree, i, below)
        if case is None or case - 1 == head or case == 0:
            continue
        if tree.words[case] != "of" and (tree.words[case] != "against" or tree.rels[i] != "nmod" or head > case):
            continue
        before = case - 1 if tree.tags[case - 1] != "''" else case - 2  # "a "large gathering" | of fighters"
        if tree.poses[before] in ("NOUN", "PROPN") and tree.words[before] not in DAYS:
            hang(tree, i, before, "nmod")


def _objects_of_participles(tree: Tree, children: list[list[int]]) -> None:
    """`group -nmod-> coalition` in "a coalition battling the group" is the object of the participle before it.

    So is `men -obj-> shelled` in "shelled a village, killing six men", where the participle may hang on the men.
    """
    for verb, below in enumerate(children):
        above, rel = tree.heads[verb], tree.rels[verb]
        if tree.tags[verb] == "VBG" and rel == "acl" and verb < above and tree.rels[above] == "obj":
            if any(tree.rels[i] == "obj" and i < verb for i in children[tree.heads[above]]):
                hang(tree, verb, tree.heads[above], "advcl")
                hang(tree, above, verb, "obj")
            continue
        wrong = "nmod" if rel == "acl" and verb == above + 1 else "obj" if rel in ("advcl", "conj") else ""
        if tree.tags[verb] != "VBG" or not wrong or any(tree.rels[c] in ("obj", "ccomp", "xcomp") for c in below):
            continue
        for i in children[above]:
            bare = i > verb and not any(tree.rels[c] == "case" and c < i for c in children[i])
            if bare and tree.rels[i] == wrong and min([i, *children[i]]) == verb + 1 and is_nominal(tree, i):
                hang(tree, i, verb, "obj")


def _phrases_of_subjects(tree: Tree, children: list[list[int]]) -> None:
    """`Geneva -obl-> said` in "diplomats in Geneva said": between subject and verb, it belongs to the subject."""
    for verb, below in enumerate(children):
        subject = next((c for c in below if tree.rels[c] in SUBJECTS and c < verb and is_nominal(tree, c)), None)
        if subject is None or tree.poses[subject] == "PRON":
            continue
        for i in below:
            case = case_of(tree, i, children[i]) if subject < i < verb and tree.rels[i] == "obl" else None
            if case == subject + 1 and tree.words[case] in _SPOTS and _is_placing(tree, i):
                hang(tree, i, subject, "nmod")


def _is_placing(tree: Tree, i: int) -> bool:
    return tree.words[i] not in DAYS and tree.tags[i] in ("NN", "NNS", "NNP", "NNPS")


def _bare_objects(tree: Tree, children: list[list[int]]) -> None:
    """`Goma -obl-> attacked` in "attacked Goma" is its object, `warplanes -obj-> struck` before it its subject."""
    for verb, below in enumerate(children):
        rels = {tree.rels[c] for c in below}
        if not is_verb(tree, verb) or rels & {"aux:pass", "nsubj:pass"}:
            continue
        for i in below:
            if not _is_placing(tree, i) or any(tree.rels[c] == "case" for c in children[i]):
                continue
            first = min([i, *children[i]])
            if tree.rels[i] == "obl" and first == verb + 1 and "obj" not in rels:
                tree.rels[i] = "obj"
            finite = tree.tags[verb] in ("VBD", "VBZ", "VBP") and i + 1 == verb and not rels & SUBJECTS
            if tree.rels[i] == "obj" and finite and tree.rels[verb] not in ("acl:relcl", "acl"):
                tree.rels[i] = "nsubj"


def _objects_before(tree: Tree, children: list[list[int]]) -> None:
    """`militiamen -obj-> surrendered` in "said 412 militiamen had surrendered": before the verb it is the subject."""
    for i, below in enumerate(children):
        if not is_verb(tree, i) or any(tree.rels[c] in SUBJECTS for c in below):
            continue
        before = [c for c in below if tree.rels[c] == "obj" and c < i and is_nominal(tree, c)]
        helped = [c for c in below if tree.rels[c] in ("aux", "aux:pass") and c < i]
        if len(before) == 1 and helped and before[0] < helped[0]:
            tree.rels[before[0]] = "nsubj:pass" if any(tree.rels[c] == "aux:pass" for c in below) else "nsubj"


def _objects_after(tree: Tree, children: list[list[int]]) -> None:
    """`rebels -nsubj-> fought` in "troops fought rebels": of two subjects the one after the verb is its object."""
    for verb, below in enumerate(children):
        subjects = [c for c in below if tree.rels[c] == "nsubj"]
        if not is_verb(tree, verb) or len(subjects) != 2 or not subjects[0] < verb < subjects[1]:
            continue
        last = subjects[1]
        bare = min([last, *children[last]]) == verb + 1 and is_nominal(tree, last)
        if bare and not any(tree.rels[c] in ("obj", "ccomp", "xcomp", "aux:pass") for c in below):
            tree.rels[last] = "obj"


_STEPS = (
    *VERB_STEPS, _clauses_of_nouns, _objects_before, _particles, _owners, _relative_clauses, _according, _between,
    _marked_nominals, _doubled_cases, _of_phrases, _phrases_of_subjects, _bare_objects, _objects_after,
    _objects_of_participles, *LAST_STEPS,
)  # fmt: skip
