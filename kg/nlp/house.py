"""Turns a parse with labels of Universal Dependencies into the view that the rules read.

Treebanks of UD differ in age and habit where the rules need one answer: a name is headed by its last word, with all
words before it `compound`; a bare time is `obl:npmod`; words like "at least" hang on the number; a fixed phrase is
so many words of the same relation; "was in Idlib" is headed by the verb. `kg.nlp.universal` gives the same view of
ClearNLP parses, so whatever parser stands behind them, rules see one scheme.
"""

from dataclasses import dataclass

_RENAMED = {
    "nmod:desc": "compound",
    "flat": "compound",
    "flat:name": "compound",
    "obl:unmarked": "obl:npmod",
    "nmod:unmarked": "obl:npmod",
    "obl:tmod": "obl:npmod",
    "nmod:tmod": "obl:npmod",
    "nmod:npmod": "obl:npmod",
    "nsubj:outer": "nsubj",
    "csubj:outer": "csubj",
    "csubj:pass": "csubj",
    "advcl:relcl": "advcl",
}
_MONTHS = frozenset({
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
    "november", "december", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct",
    "nov", "dec", "jan.", "feb.", "mar.", "apr.", "jun.", "jul.", "aug.", "sep.", "sept.", "oct.",
    "nov.", "dec.",
})  # fmt: skip
# "at least 12", "more than 30", "up to 50", "as many as 20", "between 30 and 40"
_HEDGES = frozenset({
    "at", "least", "most", "more", "less", "fewer", "than", "up", "to", "as", "many", "few", "over",
    "some", "about", "around", "nearly", "almost",
})  # fmt: skip
_HEDGING = frozenset({"case", "advmod", "nmod", "amod", "fixed", "obl", "nmod:unmarked", "obl:unmarked", "det", "dep"})
_FUNCTION = frozenset({"case", "mark", "cc", "advmod"})
_NAMES = frozenset({"NNP", "NNPS"})
_SAYING = frozenset({
    "say", "add", "report", "tell", "note", "state", "claim", "announce", "explain", "warn", "insist",
    "argue", "confirm", "believe",
})  # fmt: skip


# participles that taggers take for prepositions as in ", including three" (", killing three"), with their lemmas
_EFFECTS = {
    "causing": "cause", "damaging": "damage", "destroying": "destroy", "displacing": "displace", "forcing": "force",
    "injuring": "injure", "killing": "kill", "leaving": "leave", "wounding": "wound",
}  # fmt: skip


@dataclass(slots=True)
class Tree:
    """The words of a text, changed in place while a parse is turned.

    Attributes:
        words: in lower case.
        heads: index of each word's head; a root is its own head.
        rels: relation of each word to its head.
        poses: universal tags.
        tags: Penn tags.
        lemmas: in lower case.
    """

    words: list[str]
    heads: list[int]
    rels: list[str]
    poses: list[str]
    tags: list[str]
    lemmas: list[str]

    def children(self) -> list[list[int]]:
        """The dependents of each word, left to right."""
        found: list[list[int]] = [[] for _ in self.heads]
        for i, head in enumerate(self.heads):
            if head != i:
                found[head].append(i)
        return found

    def take_place(self, new: int, old: int) -> None:
        """`new`, which is below `old`, gets its head and relation; `old` hangs on `new`, its relation is to be set."""
        if self.heads[old] == old:
            self.heads[new], self.rels[new] = new, "root"
        else:
            self.heads[new], self.rels[new] = self.heads[old], self.rels[old]
        self.heads[old] = new


def to_house_view(tree: Tree) -> None:
    """Turns a UD parse in place into the view that the rules read."""
    _mend_tags(tree)
    _free_participles(tree)
    _dissolve_fixed(tree)
    _hang_hedges(tree)
    _head_dates(tree)
    _head_names(tree)
    _head_prepositional_predicates(tree)
    _head_final_saying(tree)
    children = tree.children()
    for i, rel in enumerate(tree.rels):
        rel = _RENAMED.get(rel, rel)
        if rel != "root":
            rel = _mended(tree, i, rel, children)
        tree.rels[i] = rel


def _mend_tags(tree: Tree) -> None:
    """One tag for the parts of a name; past tense and participle told apart by what hangs on the verb."""
    helped = {tree.heads[i] for i, rel in enumerate(tree.rels) if rel in ("aux:pass", "aux", "nsubj:pass")}
    subjects = {tree.heads[i] for i, rel in enumerate(tree.rels) if rel == "nsubj"}
    for i, tag in enumerate(tree.tags):
        if tag in _NAMES:
            tree.poses[i] = "PROPN"
        elif tag == "VBN" and i in subjects and i not in helped and tree.rels[i] not in ("acl", "amod", "advcl"):
            tree.tags[i] = "VBD"
        elif tag == "WRB" and tree.words[i] in ("when", "where", "why", "how", "whenever", "wherever"):
            tree.poses[i] = "SCONJ"
        elif tag == "JJ" and i >= 2 and tree.words[i] == "led" and tree.words[i - 1] in ("-", "–"):
            tree.poses[i], tree.tags[i], tree.lemmas[i] = "VERB", "VBN", "lead"  # "US-led"


def _free_participles(tree: Tree) -> None:
    """`killing -case-> women` in "bombed a market, killing 12 women" becomes `killing -obj-> women`."""
    for i, word in enumerate(tree.words):
        noun = tree.heads[i]
        if word not in _EFFECTS or tree.rels[i] != "case" or noun <= i or tree.heads[noun] in (noun, i):
            continue
        tree.poses[i], tree.tags[i], tree.lemmas[i] = "VERB", "VBG", _EFFECTS[word]
        tree.heads[i], tree.heads[noun] = tree.heads[noun], i
        tree.rels[i] = "advcl" if tree.poses[tree.heads[i]] == "VERB" else "acl"
        tree.rels[noun] = "obj"


def _dissolve_fixed(tree: Tree) -> None:
    """`according <-fixed- to` before a noun: each is `case` of it; so for "because of", "as well as"."""
    for i, rel in enumerate(tree.rels):
        if rel == "fixed":
            head = tree.heads[i]
            if tree.rels[head] in _FUNCTION and tree.heads[head] != head:
                tree.heads[i], tree.rels[i] = tree.heads[head], tree.rels[head]


def _hang_hedges(tree: Tree) -> None:
    """Words like "more than" hang on the number that they stand before; "at" on its "least"."""
    for number, tag in enumerate(tree.tags):
        if tag != "CD":
            continue
        i = number - 1
        while i >= 0 and tree.words[i] in _HEDGES and tree.rels[i] in _HEDGING:
            i -= 1
        before = range(i + 1, number)
        if not before or (len(before) == 1 and tree.rels[before[0]] == "case"):
            continue  # "about 12" is told by its tag, "to 12" and "over 12 days" by themselves
        if any(tree.words[n] in ("least", "most", "than", "many", "few", "up") for n in before):
            for n in before:
                _put_above(tree, number, n)
                tree.heads[n], tree.rels[n] = number, "advmod"
                if tree.words[n] in ("least", "most") and n - 1 in before and tree.words[n - 1] == "at":
                    tree.heads[n - 1] = n


def _put_above(tree: Tree, number: int, hedge: int) -> None:
    """`child -obl-> more` in "more than one child": what a number stands in takes the place of a hedge above it."""
    i = number
    while tree.heads[i] not in (i, hedge):
        i = tree.heads[i]
    if tree.heads[i] == hedge:
        tree.take_place(i, hedge)


def _head_dates(tree: Tree) -> None:
    """`4 <-nmod:unmarked- October`: a date is headed by its month, day and year are `nummod`."""
    for i, word in enumerate(tree.words):
        if word not in _MONTHS or tree.tags[i] not in _NAMES or tree.heads[i] == i:
            continue
        day = tree.heads[i]
        if (
            tree.tags[day] == "CD"
            and day in (i - 1, i - 2)
            and tree.rels[i] in ("nmod:unmarked", "flat", "compound", "nmod")
        ):
            for child, head in enumerate(tree.heads):
                if head == day and child not in (i, day):
                    tree.heads[child] = i
            tree.take_place(i, day)
            tree.rels[day] = "nummod"
        for year in range(i + 1, min(i + 4, len(tree.words))):
            if tree.heads[year] == i and tree.tags[year] == "CD" and tree.words[year].isdigit():
                tree.rels[year] = "nummod"


def _head_names(tree: Tree) -> None:
    """`Omar <-flat- Haddad` becomes `Omar -compound-> Haddad`; all else of the first word moves along."""
    children = tree.children()
    for first in range(len(tree.words)):
        if tree.rels[first] in ("flat", "flat:name"):
            continue
        parts = _flat_below(tree, children, first)
        if not parts:
            continue
        last = max(parts)
        tree.take_place(last, first)
        tree.rels[first] = "compound"
        for part in [first, *parts]:
            for child in children[part]:
                if child not in parts:
                    tree.heads[child] = last
            if part != last:
                tree.heads[part], tree.rels[part] = last, "compound"


def _flat_below(tree: Tree, children: list[list[int]], first: int) -> list[int]:
    """The later words of a name, however they hang on each other."""
    found, open_ = [], [first]
    while open_:
        for child in children[open_.pop()]:
            if tree.rels[child] in ("flat", "flat:name") and child > first:
                found.append(child)
                open_.append(child)
    return found


def _head_prepositional_predicates(tree: Tree) -> None:
    """`Idlib -cop-> was`, `-case-> in` becomes `was -obl-> Idlib`: what was there, not what was a thing."""
    children = tree.children()
    for i, below in enumerate(children):
        copula = next((c for c in below if tree.rels[c] == "cop"), None)
        if copula is None or not any(tree.rels[c] == "case" and copula < c < i for c in below):
            continue
        for child in below:
            if child != copula and (child < copula or tree.rels[child] in _OF_CLAUSE):
                tree.heads[child] = copula
        tree.take_place(copula, i)
        tree.rels[i] = "obl"


_OF_CLAUSE = frozenset(
    {
        "nsubj",
        "csubj",
        "aux",
        "advcl",
        "ccomp",
        "parataxis",
        "obl:unmarked",
        "expl",
        "nsubj:outer",
        "discourse",
        "punct",
    }
)


def _head_final_saying(tree: Tree) -> None:
    """`fled -parataxis-> said` at a sentence's end ("Many fled, he said") becomes `said -ccomp-> fled`."""
    children = tree.children()
    for i, rel in enumerate(tree.rels):
        head = tree.heads[i]
        if rel != "parataxis" or tree.lemmas[i] not in _SAYING or i < head or tree.rels[head] != "root":
            continue
        below = {tree.rels[c] for c in children[i]}
        after = [c for c in children[head] if c > i and tree.rels[c] != "punct"]
        if "nsubj" in below and not below & {"ccomp", "obj", "conj", "mark"} and not after:
            tree.take_place(i, head)
            tree.rels[head] = "ccomp"


def _mended(tree: Tree, i: int, rel: str, children: list[list[int]]) -> str:
    """The relation of a word by what stands around it."""
    head = tree.heads[i]
    if rel == "amod" and tree.tags[i] in _NAMES:
        return "compound"
    if rel == "iobj" and not any(tree.rels[c] == "obj" for c in children[head]):
        return "obj"  # "told Reuters that"
    if rel == "nsubj" and any(tree.rels[c] == "aux:pass" for c in children[head]):
        return "nsubj:pass"
    if rel in ("obl:agent", "obl"):
        return _of_passive(tree, i, rel, children)
    if rel == "acl" and tree.tags[i] == "VBG" and i and tree.words[i - 1] == "," and head > tree.heads[head]:
        return _of_verb(tree, i, rel)
    if rel == "compound" and head == i + 2 and tree.words[i + 1] in ("-", "–") and tree.tags[head] == "VBN":
        return "obl:npmod"  # "rebel-held"
    if rel == "obl:npmod" and any(tree.rels[c] == "case" and c < i for c in children[i]):
        return "obl" if tree.poses[head] in ("VERB", "AUX", "ADJ", "ADV") else "nmod"  # "on Monday"
    return rel


def _of_verb(tree: Tree, i: int, rel: str) -> str:
    """`killing -acl-> market` in "bombed a market, killing 12" tells what the bombing did: hangs it on the verb."""
    verb = tree.heads[i]
    while tree.heads[verb] != verb and tree.poses[verb] != "VERB":
        verb = tree.heads[verb]
    if tree.poses[verb] != "VERB" or verb > i:
        return rel
    tree.heads[i] = verb
    return "advcl"


def _of_passive(tree: Tree, i: int, rel: str, children: list[list[int]]) -> str:
    """`obl:agent` is what stands after "by" in a passive, and nothing else."""
    by = any(tree.rels[c] == "case" and tree.words[c] == "by" for c in children[i])
    if rel == "obl:agent":
        return rel if by else "obl"
    head = tree.heads[i]
    passive = tree.tags[head] == "VBN" and (
        tree.rels[head] in ("acl", "amod") or any(tree.rels[c] in ("aux:pass", "nsubj:pass") for c in children[head])
    )
    named = tree.poses[i] in ("NOUN", "PROPN", "PRON") and tree.words[i] not in _MONTHS
    return "obl:agent" if by and passive and named and tree.tags[i] != "CD" else rel
