"""Learns lemma rules from a treebank: endings by Penn tag, and the words that do not follow them."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from kg.nlp.encoder.lemmas import apply_rule, keeps_case
from training.treebank import Tree

LONGEST = 5
"""Letters of an ending, at most."""


def learn_lemmas(trees: Sequence[Tree]) -> dict[str, dict[str, dict[str, str]]]:
    """Rules {"endings": {tag: {ending: "cut add"}}, "words": {tag: {form: lemma}}}, for `kg.nlp.encoder.lemmas.Lemmas`.

    At run time verbs, plurals and plain words go by the school rules there and by `inflections.toml`; these rules are
    asked for the other tags.
    """
    seen: dict[str, dict[str, Counter[str]]] = defaultdict(lambda: defaultdict(Counter))
    for tree in trees:
        for form, lemma, tag in zip(tree.words, tree.lemmas, tree.tags, strict=True):
            penn = tag.split("|")[1]
            if lemma == "_" or penn in ("GW", "XX"):
                continue
            if not keeps_case(penn):
                form, lemma = form.lower(), lemma.lower()
            seen[penn][form][lemma] += 1
    endings: dict[str, dict[str, str]] = {}
    words: dict[str, dict[str, str]] = {}
    for penn, forms in sorted(seen.items()):
        pairs = [(form, lemmas.most_common(1)[0][0]) for form, lemmas in sorted(forms.items())]
        endings[penn] = _endings(pairs)
        words[penn] = {form: lemma for form, lemma in pairs if apply_rule(endings[penn], form) != lemma}
    return {"endings": endings, "words": words}


def _endings(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    """For each ending the rule that most words with it follow, where it differs from that of the shorter ending."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for form, lemma in pairs:
        rule = rule_of(form, lemma)
        for size in range(min(LONGEST, len(form)) + 1):
            counts[form[len(form) - size :]][rule] += 1
    found: dict[str, str] = {}
    for ending in sorted(counts, key=lambda ending: (len(ending), ending)):
        rule, n = min(counts[ending].items(), key=lambda pair: (-pair[1], pair[0]))
        shorter = next((found[ending[k:]] for k in range(1, len(ending) + 1) if ending[k:] in found), None)
        if rule != shorter and (not ending or n >= 2):
            found[ending] = rule
    return found


def rule_of(form: str, lemma: str) -> str:
    """How a lemma is made of a form: letters to cut from the end, a blank, letters to add ("3 y")."""
    same = 0
    while same < min(len(form), len(lemma)) and form[same] == lemma[same]:
        same += 1
    return f"{len(form) - same} {lemma[same:]}"
