"""Reads Universal Dependencies: words, tags, heads, relations, sentence starts, and GUM's kinds of things."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

from kg.nlp.encoder.pieces import Pieces
from training.records import UNKNOWN, Record

NON_COMMERCIAL = frozenset({"whow", "fiction"})
"""Genres of GUM under a non-commercial licence: not read."""

NOUNS = (
    "none",
    "abstract",
    "animal",
    "event",
    "object",
    "organization",
    "person",
    "place",
    "plant",
    "substance",
    "time",
)
"""What the noun phrase that a word heads stands for, by GUM; "none": it heads none."""

_OPENED = re.compile(r"\((?:[^()-]+)-([a-z]+)-[^()-]*-[^()-]*-[^()-]*-(\d+)")


@dataclass(slots=True)
class Tree:
    """The words of a treebank document, sentence after sentence.

    Attributes:
        tags: "UPOS|XPOS|FEATS" of each word.
        heads: head of each word by place in the document, -1 for a root.
        gaps: what stands before each word (`kg.nlp.encoder.pieces.GAPS`).
        nouns: index into `NOUNS` of each word, if the document has them.
    """

    name: str
    genre: str = ""
    words: list[str] = field(default_factory=list)
    lemmas: list[str] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)
    heads: list[int] = field(default_factory=list)
    rels: list[str] = field(default_factory=list)
    gaps: list[int] = field(default_factory=list)
    sentences: list[int] = field(default_factory=list)
    nouns: list[int] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)
    breaks: list[bool] = field(default_factory=list)


def read_trees(path: Path) -> list[Tree]:
    """The documents of a CoNLL-U file, in file order."""
    found: list[Tree] = []
    rows: list[list[str]] = []
    new_line = False
    with path.open(encoding="utf-8") as file:
        for line in file:
            line = line.rstrip("\n")
            if line.startswith("# newdoc"):
                found.append(Tree(line.split("=")[-1].strip()))
                new_line = True
            elif line.startswith("# newpar"):
                new_line = True
            elif line.startswith("# meta::genre"):
                found[-1].genre = line.split("=")[-1].strip()
            elif line.startswith("# text ="):
                found[-1].texts.append(line[8:].strip())
            elif line and not line.startswith("#"):
                rows.append(line.split("\t"))
            elif not line and rows:
                _add(found[-1], rows, new_line=new_line)
                rows, new_line = [], False
    return found


def _add(tree: Tree, rows: Sequence[Sequence[str]], *, new_line: bool) -> None:
    """Adds a sentence to its document."""
    base = len(tree.words)
    tree.sentences.append(base)
    tree.breaks.append(new_line)
    gap, inside, nouns = (2 if new_line else 1), 0, {}
    for row in rows:
        if "." in row[0]:
            continue
        after = 0 if "SpaceAfter=No" in row[9] else 1
        if "-" in row[0]:
            first, last = row[0].split("-")
            inside, after_all = int(last), after
            left = int(last) - int(first) + 1
            continue
        place = base + int(row[0]) - 1
        tree.words.append(row[1])
        tree.lemmas.append(row[2])
        tree.tags.append("|".join((row[3], row[4], row[5])))
        tree.heads.append(base + int(row[6]) - 1 if row[6] != "0" else -1)
        tree.rels.append(row[7])
        tree.gaps.append(gap)
        for kind, minimal in _OPENED.findall(row[9]):
            nouns[place + int(minimal) - 1] = NOUNS.index(kind) if kind in NOUNS else 0
        if inside:
            left -= 1
            gap, inside = (after_all, 0) if left == 0 else (0, inside)
        else:
            gap = after
    tree.nouns += [nouns.get(place, 0) for place in range(base, len(tree.words))]


def tag_names(trees: Sequence[Tree], *, least: int = 3) -> list[str]:
    """The joint tags that are frequent enough, most frequent first."""
    return [tag for tag, n in Counter(tag for tree in trees for tag in tree.tags).most_common() if n >= least]


def rel_names(trees: Sequence[Tree], *, least: int = 5) -> list[str]:
    """The relations that are frequent enough, most frequent first."""
    return [rel for rel, n in Counter(rel for tree in trees for rel in tree.rels).most_common() if n >= least]


def to_records(trees: Sequence[Tree], pieces: Pieces, tags: Sequence[str], rels: Sequence[str]) -> Iterator[Record]:
    """The documents as records; rare tags and relations become the next one that is kept."""
    tag_of = {tag: n for n, tag in enumerate(tags)}
    coarse = {}
    for tag in reversed(tags):
        coarse[tag.rsplit("|", 1)[0]] = tag_of[tag]
    rel_of = {rel: n for n, rel in enumerate(rels)}
    for tree in trees:
        starts = np.zeros(len(tree.words), np.int16)
        starts[tree.sentences] = 1
        layers = {
            "tag": _labels(tag_of.get(tag, coarse.get(tag.rsplit("|", 1)[0], UNKNOWN)) for tag in tree.tags),
            "rel": _labels(rel_of.get(rel, rel_of.get(rel.split(":")[0], UNKNOWN)) for rel in tree.rels),
            "sent": starts,
        }
        if any(tree.nouns):
            layers["noun"] = _labels(tree.nouns)
        encoded = pieces.encode(tree.words, tree.gaps)
        yield Record(tree.name, encoded, tree.sentences, layers, np.asarray(tree.heads, np.int32))


def _labels(values: object) -> "np.typing.NDArray[np.int16]":
    return np.fromiter(values, np.int16)  # type: ignore[call-overload, no-any-return]
