"""Mends what a parser of Universal Dependencies hangs wrong although the words beside it show how it belongs.

Each mend follows from the order of words in English, so it changes nothing in a tree that is right.
"""

from kg.nlp.house import Tree

_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM"})
_SUBJECTS = frozenset({"nsubj", "nsubj:pass", "nsubj:outer"})
_CORE = frozenset({"nsubj", "nsubj:pass", "obj", "iobj", "conj"})
_SPOTS = frozenset({"in", "at", "of", "from", "near", "for", "with", "between", "outside", "inside"})
# "accused rebels of a crime", "robbed them of hope": their second object has "of" as well
_WITH_OF = frozenset({
    "accuse", "acquit", "assure", "clear", "convict", "convince", "cure", "deprive", "inform", "notify", "relieve",
    "remind", "rid", "rob", "strip", "suspect", "tell", "warn",
})  # fmt: skip
_DAYS = frozenset({
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january", "february", "march",
    "april", "may", "june", "july", "august", "september", "october", "november", "december", "morning",
    "afternoon", "evening", "night", "week", "weekend", "month", "year", "years", "days", "weeks", "months", "hours",
    "day", "today", "yesterday", "hour", "dawn", "noon", "midnight", "time", "now",
})  # fmt: skip
_POSSESSIVE = frozenset({"'s", "’s", "'", "’"})
_RELATIVE = frozenset({"where", "which", "who", "whom", "whose"})
_COUNTS = frozenset({"another", "at", "dozens", "scores", "hundreds", "thousands", "several", "some", "more", "nearly"})
# past tenses that taggers take for adjectives ("police arrested 14 suspects"), with their lemmas
_PASTS = {
    "arrested": "arrest", "captured": "capture", "damaged": "damage", "destroyed": "destroy", "detained": "detain",
    "displaced": "displace", "injured": "injure", "killed": "kill", "wounded": "wound",
}  # fmt: skip
_FARTHEST_PARTICLE = 4


def mend(tree: Tree) -> None:
    """Changes the tree in place, as `kg.nlp.house` does."""
    for step in _STEPS:
        step(tree, tree.children())


def _hang(tree: Tree, i: int, head: int, rel: str) -> bool:
    """Hangs a word on another, unless that stands below it."""
    above = head
    while True:
        if above == i:
            return False
        if tree.heads[above] == above:
            break
        above = tree.heads[above]
    tree.heads[i], tree.rels[i] = head, rel
    return True


def _case(tree: Tree, i: int, below: list[int]) -> int | None:
    """The first preposition before a word, None for none; hedges of a number are none ("around | 600 people")."""
    for child in below:
        if tree.rels[child] == "case" and child < i and tree.words[child] not in _POSSESSIVE:
            counts = tree.tags[child + 1] == "CD" and tree.words[child] in ("around", "about", "over", "under", "some")
            return None if counts else child
    return None


def _is_nominal(tree: Tree, i: int) -> bool:
    return tree.poses[i] in _NOMINAL and tree.tags[i] not in ("WDT", "WP", "EX")


def _is_verb(tree: Tree, i: int) -> bool:
    return tree.poses[i] == "VERB"


def _pasts(tree: Tree, children: list[list[int]]) -> None:
    """`arrested/JJ` with a subject and an object is a verb: "police arrested 14 suspects"."""
    for i, below in enumerate(children):
        if tree.tags[i] == "JJ" and tree.words[i] in _PASTS and tree.rels[i] not in ("amod", "compound"):
            rels = {tree.rels[c] for c in below}
            if "obj" in rels and rels & _SUBJECTS and not rels & {"cop", "det"}:
                tree.poses[i], tree.tags[i], tree.lemmas[i] = "VERB", "VBD", _PASTS[tree.words[i]]


def _actives(tree: Tree, children: list[list[int]]) -> None:
    """`it -nsubj:pass-> repelled` in "it had repelled them": without "be" and with an object, a verb is active."""
    for below in children:
        rels = {tree.rels[c] for c in below}
        if "nsubj:pass" in rels and "obj" in rels and "aux:pass" not in rels:
            for child in below:
                if tree.rels[child] == "nsubj:pass":
                    tree.rels[child] = "nsubj"


def _particles(tree: Tree, children: list[list[int]]) -> None:
    """`up -case-> noon` in "blew himself up at noon": a particle belongs to the verb before it."""
    del children
    for i, tag in enumerate(tree.tags):
        if tag != "RP" or tree.rels[i] == "compound:prt":
            continue
        for before in range(i - 1, max(-1, i - _FARTHEST_PARTICLE), -1):
            if _is_verb(tree, before):
                _hang(tree, i, before, "compound:prt")
                break


def _owners(tree: Tree, children: list[list[int]]) -> None:
    """`Wednesday -nsubj-> worst` in "Wednesday's attack was the worst": owns the noun after it."""
    for i, below in enumerate(children):
        if tree.rels[i] == "nmod:poss" or not any(c == i + 1 and tree.tags[c] == "POS" for c in below):
            continue
        owned = i + 2
        while owned < len(tree.words) and tree.tags[owned] in ("JJ", "CD", "VBN", "JJS"):
            owned += 1
        while owned + 1 < len(tree.words) and {tree.poses[owned], tree.poses[owned + 1]} <= {"NOUN", "PROPN"}:
            owned += 1
        if owned < len(tree.words) and tree.poses[owned] in ("NOUN", "PROPN"):
            _hang(tree, i, owned, "nmod:poss")


def _coordinated_verbs(tree: Tree, children: list[list[int]]) -> None:
    """`wounded -conj-> people` in "killed 12 people and wounded dozens": goes on with the verb, and has the object."""
    for i in range(2, len(tree.words) - 1):
        if tree.words[i - 1] != "and" or not tree.words[i].endswith("ed") or _is_verb_of_its_own(tree, i, children):
            continue
        finite = tree.tags[i] == "VBD"
        counts = tree.tags[i + 1] == "CD" or tree.words[i + 1] in _COUNTS
        verb = tree.heads[i]
        while tree.heads[verb] != verb and not _is_verb(tree, verb):
            verb = tree.heads[verb]
        past = _is_verb(tree, verb) and tree.tags[verb] in ("VBD", "VBN") and verb < i - 2
        adjective = tree.tags[i] == "JJ" and tree.words[i] in _PASTS
        if not past or not (finite or counts) or not (adjective or tree.tags[i] in ("VBD", "VBN")):
            continue
        if not any(tree.rels[c] == "obj" and verb < c < i for c in children[verb]):
            continue
        if not _hang(tree, i, verb, "conj"):
            continue
        tree.poses[i], tree.tags[i] = "VERB", "VBD"
        tree.lemmas[i] = _PASTS.get(tree.words[i], tree.lemmas[i])
        tree.heads[i - 1], tree.rels[i - 1] = i, "cc"
        _give_object(tree, i, verb)


def _is_verb_of_its_own(tree: Tree, i: int, children: list[list[int]]) -> bool:
    return (
        (_is_verb(tree, i) and _is_verb(tree, tree.heads[i]))
        or tree.heads[i] == i
        or any(tree.rels[c] in ("aux:pass", *_SUBJECTS) for c in children[i])
    )


def _give_object(tree: Tree, verb: int, before: int) -> None:
    """Hangs the counted noun after a verb on it, where it hangs on what stood before."""
    for i in range(verb + 1, min(verb + 8, len(tree.words))):
        if tree.heads[i] < verb and _is_nominal(tree, i) and tree.rels[i] in ("conj", "obj", "nummod", "appos"):
            if tree.heads[i] == before or tree.heads[i] > before:
                _hang(tree, i, verb, "obj")
            return
        if tree.poses[i] in ("VERB", "PUNCT", "ADP"):
            return


def _told_before_that(tree: Tree, children: list[list[int]]) -> None:
    """`Tuesday -obl-> shelled` in "said on Tuesday that rebels shelled the port": it belongs to the saying."""
    for verb, below in enumerate(children):
        that = next((c for c in below if tree.rels[c] == "mark" and tree.words[c] == "that" and c < verb), None)
        above = tree.heads[verb]
        if that is None or above == verb or above > that or not _is_verb(tree, above):
            continue
        for child in below:
            if above < child < that and tree.rels[child] in ("obl", "obl:unmarked", "obl:npmod", "obj", "advmod"):
                tree.heads[child] = above


def _relative_clauses(tree: Tree, children: list[list[int]]) -> None:
    """`shelled -parataxis-> made` in "a stand in Daraa, where the army shelled them": hangs on the noun before it."""
    for verb, below in enumerate(children):
        first = next((c for c in below if tree.rels[c] != "punct"), verb)
        if tree.rels[verb] not in ("parataxis", "advcl") or first >= verb:
            continue
        relative = tree.words[first] in _RELATIVE or tree.tags[first] == "WDT"
        first = min([first, *children[first]])  # "the front, | of which the brigade is a part"
        noun = first - 1
        if noun > 0 and tree.words[noun] == ",":
            noun -= 1
        if relative and noun >= 0 and _is_nominal(tree, noun):
            _hang(tree, verb, noun, "acl:relcl")


def _finite_roots(tree: Tree, children: list[list[int]]) -> None:
    """`left/VBD -acl-> convoy` in "a convoy carrying villagers left the enclave": a finite verb heads the noun."""
    for verb, below in enumerate(children):
        noun = tree.heads[verb]
        finite = _is_verb(tree, verb) and tree.tags[verb] in ("VBD", "VBZ", "VBP")
        if not finite or tree.heads[noun] != noun or noun == verb or not _is_nominal(tree, noun):
            continue
        if tree.rels[verb] not in ("acl", "compound", "amod", "nmod") or any(
            tree.rels[c] in ("cop", "aux") for c in children[noun]
        ):
            continue
        subject = any(tree.rels[c] in _SUBJECTS or tree.rels[c] == "mark" for c in below)
        if noun < verb and subject:
            continue
        case = _case(tree, noun, children[noun])
        tree.take_place(verb, noun)
        tree.rels[noun] = "nsubj" if noun < verb else "obj" if case is None else "obl"


def _interrupted(tree: Tree, children: list[list[int]]) -> None:
    """`clashes -nsubj-> said` in "clashes, he said, went on": of two subjects, the first is of what is said."""
    for verb, below in enumerate(children):
        subjects = [c for c in below if tree.rels[c] in _SUBJECTS and c < verb]
        said = next((c for c in below if tree.rels[c] == "ccomp" and c > verb), None)
        if len(subjects) != 2 or said is None or tree.words[subjects[1] - 1] != ",":
            continue
        if _is_verb(tree, said) and not any(tree.rels[c] in _SUBJECTS for c in children[said]):
            _hang(tree, subjects[0], said, "nsubj")


def _participles_of_subjects(tree: Tree, children: list[list[int]]) -> None:
    """`killed -nsubj-> include` in "those killed include": two subjects of one verb, the second is of the first."""
    for i in range(1, len(tree.words)):
        head = tree.heads[i]
        if tree.rels[i] not in ("nsubj", "csubj") or tree.tags[i] not in ("VBN", "VBD") or head < i:
            continue
        before = i - 1
        if tree.rels[before] in _SUBJECTS and tree.heads[before] == head and not children[i]:
            if tree.words[before] in ("the", "a", "an"):
                tree.rels[before], tree.heads[before] = "det", i  # "the displaced need food"
                tree.rels[i] = "nsubj"
            elif _hang(tree, i, before, "acl"):
                tree.tags[i] = "VBN"


def _marked_nominals(tree: Tree, children: list[list[int]]) -> None:
    """A noun after a preposition is neither subject nor object: "an ambush | killed them in an ambush"."""
    for i, below in enumerate(children):
        unmarked = tree.rels[i] in ("obl:unmarked", "nmod:unmarked")
        if (tree.rels[i] not in _CORE and not unmarked) or not _is_nominal(tree, i):
            continue
        case, head = _case(tree, i, below), tree.heads[i]
        if case is None or case == 0:
            continue
        before = case - 1
        if tree.words[case] == "of" and before != i and _is_nominal(tree, before):
            _hang(tree, i, before, "nmod")
        elif tree.rels[i] != "conj":
            tree.rels[i] = "obl" if tree.poses[head] in ("VERB", "AUX", "ADJ", "ADV") else "nmod"


def _of_phrases(tree: Tree, children: list[list[int]]) -> None:
    """`Rafah -obl-> stormed` in "stormed the stronghold of Rafah": "of" right after a noun belongs to it."""
    for i, below in enumerate(children):
        head = tree.heads[i]
        if tree.rels[i] not in ("obl", "nmod") or not _is_nominal(tree, i) or tree.lemmas[head] in _WITH_OF:
            continue
        case = _case(tree, i, below)
        if case is None or tree.words[case] != "of" or case - 1 == head or case == 0:
            continue
        before = case - 1
        if tree.poses[before] in ("NOUN", "PROPN") and tree.words[before] not in _DAYS:
            _hang(tree, i, before, "nmod")


def _after_a_verb(tree: Tree, children: list[list[int]]) -> None:
    """`Ankara -obl-> went` in "clashes, he said in Ankara, went on": right after a verb, it belongs to that."""
    for i, below in enumerate(children):
        case = _case(tree, i, below) if tree.rels[i] == "obl" else None
        if case is None or case == 0 or tree.words[case] not in _SPOTS or tree.heads[i] < i:
            continue
        if tree.tags[case - 1] in ("VBD", "VBZ", "VBP") and _is_verb(tree, case - 1):
            _hang(tree, i, case - 1, "obl")


def _nouns(tree: Tree, children: list[list[int]]) -> None:
    """`offensive/JJ -xcomp-> launched` in "launched an offensive against them": after an article, it is a noun."""
    for i, below in enumerate(children):
        head = tree.heads[i]
        article = any(c == i - 1 and tree.words[c] in ("a", "an") for c in below)
        if tree.tags[i] != "JJ" or tree.rels[i] != "xcomp" or not article or head > i:
            continue
        if any(tree.rels[c] == "obj" for c in children[head]):
            continue
        tree.poses[i], tree.tags[i], tree.rels[i] = "NOUN", "NN", "obj"
        for child in below:
            if tree.rels[child] == "obl":
                tree.rels[child] = "nmod"


def _phrases_of_subjects(tree: Tree, children: list[list[int]]) -> None:
    """`Geneva -obl-> said` in "diplomats in Geneva said": between subject and verb, it belongs to the subject."""
    for verb, below in enumerate(children):
        subject = next((c for c in below if tree.rels[c] in _SUBJECTS and c < verb and _is_nominal(tree, c)), None)
        if subject is None or tree.poses[subject] == "PRON":
            continue
        for i in below:
            case = _case(tree, i, children[i]) if subject < i < verb and tree.rels[i] == "obl" else None
            if case == subject + 1 and tree.words[case] in _SPOTS and _is_placing(tree, i):
                _hang(tree, i, subject, "nmod")


def _is_placing(tree: Tree, i: int) -> bool:
    return tree.words[i] not in _DAYS and tree.tags[i] in ("NN", "NNS", "NNP", "NNPS")


def _bare_objects(tree: Tree, children: list[list[int]]) -> None:
    """`Goma -obl-> attacked` in "attacked Goma" is its object, `warplanes -obj-> struck` before it its subject."""
    for verb, below in enumerate(children):
        rels = {tree.rels[c] for c in below}
        if not _is_verb(tree, verb) or rels & {"aux:pass", "nsubj:pass"}:
            continue
        for i in below:
            if not _is_placing(tree, i) or any(tree.rels[c] == "case" for c in children[i]):
                continue
            first = min([i, *children[i]])
            if tree.rels[i] == "obl" and first == verb + 1 and "obj" not in rels:
                tree.rels[i] = "obj"
            finite = tree.tags[verb] in ("VBD", "VBZ", "VBP") and i + 1 == verb and not rels & _SUBJECTS
            if tree.rels[i] == "obj" and finite and tree.rels[verb] not in ("acl:relcl", "acl"):
                tree.rels[i] = "nsubj"


def _gerunds(tree: Tree, children: list[list[int]]) -> None:
    """`shelling -csubj-> killed` in "shelling in Aleppo killed six" is a noun: it has no object of its own."""
    for i, below in enumerate(children):
        head = tree.heads[i]
        subject = tree.rels[i] in ("csubj", *_SUBJECTS) or (
            tree.rels[i] == "advcl" and not any(tree.rels[c] in ("csubj", *_SUBJECTS) for c in children[head])
        )
        if tree.tags[i] != "VBG" or not subject or head < i or not tree.tags[head].startswith("VB"):
            continue
        if any(tree.rels[c] in ("obj", "mark", "aux", "punct", "ccomp", "xcomp", *_SUBJECTS) for c in below):
            continue
        tree.poses[i] = "NOUN"
        if tree.rels[i] not in _SUBJECTS:
            tree.rels[i] = "nsubj"
        for child in below:
            if tree.rels[child] == "obl":
                tree.rels[child] = "nmod"


_STEPS = (
    _pasts, _actives, _particles, _owners, _coordinated_verbs, _finite_roots, _told_before_that, _relative_clauses,
    _interrupted, _participles_of_subjects, _marked_nominals, _after_a_verb, _nouns, _of_phrases,
    _phrases_of_subjects, _bare_objects, _gerunds,
)  # fmt: skip
