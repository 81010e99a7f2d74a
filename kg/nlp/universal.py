"""Turns a parse with the labels of `en_core_web_*` (ClearNLP style) into Universal Dependencies.

The differences that matter to rules: prepositions head their noun there and mark it here, the copula
heads its predicate there and hangs on it here, conjuncts form a chain there and a fan here.
A parse that has UD labels already passes unchanged. Method: the published guidelines of both schemes.
"""

_RENAMED = {
    "nsubjpass": "nsubj:pass",
    "csubjpass": "csubj",
    "auxpass": "aux:pass",
    "dobj": "obj",
    "dative": "iobj",
    "attr": "xcomp",
    "acomp": "xcomp",
    "oprd": "xcomp",
    "relcl": "acl:relcl",
    "prt": "compound:prt",
    "neg": "advmod",
    "quantmod": "advmod",
    "npadvmod": "obl:npmod",
    "poss": "nmod:poss",
    "preconj": "cc:preconj",
    "predet": "det:predet",
    "intj": "discourse",
    "meta": "dep",
    "ROOT": "root",
}
_CLEARNLP_ONLY = frozenset({"pobj", "dobj", "nsubjpass", "auxpass", "prep", "attr", "acomp", "relcl", "poss", "pcomp"})
_COPULAS = frozenset({"be", "'s", "’s"})


def is_clearnlp(labels: frozenset[str]) -> bool:
    """Whether these parser labels are those of `en_core_web_*` rather than UD."""
    return bool(labels & _CLEARNLP_ONLY)


def to_universal(heads: list[int], rels: list[str], lemmas: list[str], poses: list[str]) -> tuple[list[int], list[str]]:
    """Heads and relations in UD, of words with ClearNLP heads and relations.

    Args:
        heads: index of each word's head; a root is its own head.
        rels: ClearNLP labels.
        lemmas: lemma of each word.
        poses: universal tag of each word.

    Returns:
        New heads and relations, of the same length; a root is its own head, with relation "root".
    """
    heads, rels = list(heads), ["compound" if rel == "nmod" else rel for rel in rels]
    children = _children(heads)
    _flip_prepositions(heads, rels, children, poses)
    _flip_copulas(heads, rels, lemmas, poses)
    _fan_conjuncts(heads, rels)
    for i, rel in enumerate(rels):
        rels[i] = "case" if rel == "pcomp" and poses[i] == "ADP" else _RENAMED.get(rel, rel)  # "because of"
        if rel == "root" or heads[i] == i:
            rels[i] = "root"
    return heads, rels


def _children(heads: list[int]) -> list[list[int]]:
    children: list[list[int]] = [[] for _ in heads]
    for i, head in enumerate(heads):
        if head != i:
            children[head].append(i)
    return children


def _flip_prepositions(heads: list[int], rels: list[str], children: list[list[int]], poses: list[str]) -> None:
    """`killed -prep-> in -pobj-> Idlib` becomes `killed -obl-> Idlib -case-> in`."""
    for i, rel in enumerate(rels):
        if rel not in ("prep", "agent", "dative") or poses[i] in ("NOUN", "PROPN", "PRON", "NUM"):
            continue
        complement = next((c for c in children[i] if rels[c] in ("pobj", "pcomp") and poses[c] != "ADP"), None)
        if complement is None:
            nested = next((c for c in children[i] if rels[c] == "prep" or poses[c] == "ADP"), None)
            if nested is None:
                continue
            # "from behind the wall", "because of the shelling": the inner preposition carries the noun
            complement = next((c for c in children[nested] if rels[c] in ("pobj", "pcomp")), None)
            if complement is None:
                continue
            heads[nested], rels[nested] = complement, "case"
            _rehang(children, nested, complement, heads, keep=())
        governor = heads[i]
        clause = rels[complement] == "pcomp" and poses[complement] in ("VERB", "AUX")
        heads[complement] = governor if governor != i else complement
        if governor == i:
            rels[complement] = "root"
        elif rel == "agent":
            rels[complement] = "obl:agent"
        elif clause:
            rels[complement] = "advcl" if poses[governor] in ("VERB", "AUX", "ADJ") else "acl"
        else:
            rels[complement] = "obl" if poses[governor] in ("VERB", "AUX", "ADJ", "ADV") else "nmod"
        if governor != i:
            children[governor] = [complement if c == i else c for c in children[governor]]
        heads[i], rels[i] = complement, "mark" if clause else "case"
        for c in children[i]:
            if c != complement and heads[c] == i:
                heads[c] = complement
                children[complement].append(c)
        children[i] = []
        children[complement].append(i)


def _rehang(children: list[list[int]], old: int, new: int, heads: list[int], keep: tuple[int, ...]) -> None:
    for c in children[old]:
        if c != new and c not in keep:
            heads[c] = new
            children[new].append(c)
    children[old] = []
    children[new].append(old)


def _flip_copulas(heads: list[int], rels: list[str], lemmas: list[str], poses: list[str]) -> None:
    """`was -attr-> spokesman` becomes `spokesman -cop-> was`; all else of the copula moves along."""
    for i, lemma in enumerate(lemmas):
        if lemma not in _COPULAS or poses[i] not in ("AUX", "VERB") or rels[i] in ("aux", "auxpass"):
            continue
        predicate = next((c for c, h in enumerate(heads) if h == i and c != i and rels[c] in ("attr", "acomp")), None)
        if predicate is None:
            continue
        if any(h == i and rels[c] == "expl" for c, h in enumerate(heads)):
            rels[predicate] = "nsubj"  # "there were 20 soldiers"
            continue
        root = heads[i] == i
        heads[predicate] = predicate if root else heads[i]
        rels[predicate] = "root" if root else rels[i]
        for c, head in enumerate(heads):
            if head == i and c not in (i, predicate):
                heads[c] = predicate
        heads[i], rels[i] = predicate, "cop"


def _fan_conjuncts(heads: list[int], rels: list[str]) -> None:
    """`A <-conj- B <-conj- C` becomes two conjuncts of A; the conjunction hangs on the conjunct it introduces."""
    for i in range(len(heads)):
        seen = 0
        while rels[i] == "conj" and rels[heads[i]] == "conj" and heads[heads[i]] != heads[i] and seen < len(heads):
            heads[i] = heads[heads[i]]
            seen += 1
    by_head: dict[int, list[int]] = {}
    for i, rel in enumerate(rels):
        if rel == "conj":
            by_head.setdefault(heads[i], []).append(i)
    for i, rel in enumerate(rels):
        if rel == "cc":
            first = heads[heads[i]] if rels[heads[i]] == "conj" else heads[i]
            following = next((c for c in by_head.get(first, ()) if c > i), None)
            if following is not None:
                heads[i] = following
