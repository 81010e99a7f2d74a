"""Scores trees, tags and sentences on treebank documents read as raw text."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from training.scoring import Span, Tally, exact
from training.systems import Output, System
from training.treebank import Tree, read_trees

CORE = {"nsubj": "subject", "obj": "object", "nsubj:pass": "passive subject", "obl:agent": "agent"}
"""The core arguments that are scored."""


@dataclass(slots=True)
class ParseScores:
    """Scores of a treebank, words compared by their character span as in the CoNLL shared tasks."""

    words: Tally = field(default_factory=Tally)
    sentences: Tally = field(default_factory=Tally)
    upos: Tally = field(default_factory=Tally)
    lemma: Tally = field(default_factory=Tally)
    uas: Tally = field(default_factory=Tally)
    las: Tally = field(default_factory=Tally)
    full: Tally = field(default_factory=Tally)
    core: Tally = field(default_factory=Tally)


def judge_treebank(system: System, path: Path, *, genre: str = "") -> ParseScores:
    """The scores of a system on the documents of a CoNLL-U file, of one genre if named."""
    trees = [tree for tree in read_trees(path) if not genre or tree.genre == genre]
    texts = [raw_text(tree) for tree in trees]
    scores = ParseScores()
    for tree, text, output in zip(trees, texts, system.read(texts), strict=True):
        _add(scores, tree, place_words(tree, text), output)
    return scores


def raw_text(tree: Tree) -> str:
    """The text of a document, an empty line between paragraphs."""
    parts = []
    for text, new in zip(tree.texts, tree.breaks, strict=True):
        parts += ["\n\n" if new else " ", text]
    return "".join(parts).strip()


def place_words(tree: Tree, text: str) -> list[Span]:
    """The character span of each word."""
    found, at = [], 0
    for word in tree.words:
        start = text.find(word, at, at + len(word) + 40)
        if start < 0:
            start = at
            found.append((at, at + 1))
            continue
        at = start + len(word)
        found.append((start, at))
    return found


def _add(scores: ParseScores, tree: Tree, spans: Sequence[Span], told: Output) -> None:
    def lines(words: Sequence[Span], *columns: Iterable[object]) -> list[tuple[object, ...]]:
        return list(zip(words, *columns, strict=True))

    def head_spans(words: Sequence[Span], heads: Sequence[int]) -> list[Span | None]:
        return [words[head] if head not in (-1, n) else None for n, head in enumerate(heads)]

    upos = [tag.split("|")[0] for tag in tree.tags]
    gold_heads, told_heads = head_spans(spans, tree.heads), head_spans(told.words, told.heads)
    gold_rels, told_rels = ([rel.split(":")[0] for rel in rels] for rels in (tree.rels, told.rels))
    scores.words += exact(spans, told.words)
    scores.sentences += exact(_sentences(spans, tree.sentences), _sentences(told.words, told.first))
    scores.upos += exact(lines(spans, upos), lines(told.words, told.poses))
    scores.lemma += exact(
        lines(spans, [lemma.lower() for lemma in tree.lemmas]),
        lines(told.words, [lemma.lower() for lemma in told.lemmas]),
    )
    scores.uas += exact(lines(spans, gold_heads), lines(told.words, told_heads))
    scores.las += exact(lines(spans, gold_heads, gold_rels), lines(told.words, told_heads, told_rels))
    scores.full += exact(lines(spans, gold_heads, tree.rels), lines(told.words, told_heads, told.rels))
    scores.core += exact(
        [line for line in lines(spans, gold_heads, tree.rels) if line[2] in CORE],
        [line for line in lines(told.words, told_heads, told.rels) if line[2] in CORE],
    )


def _sentences(words: Sequence[Span], first: Sequence[int]) -> list[Span]:
    last = [*first[1:], len(words)]
    return [(words[start][0], words[end - 1][1]) for start, end in zip(first, last, strict=True)]
