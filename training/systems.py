"""The systems that are compared, behind one face: texts in; words, trees and names with character offsets out."""

import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

import spacy

from kg.nlp.encoder.pieces import gaps_of
from kg.nlp.encoder.runtime import Model, Reading
from kg.nlp.encoder.words import english
from kg.nlp.universal import to_universal
from training.scoring import Span


@dataclass(frozen=True, slots=True)
class Output:
    """What a system says of a text.

    Attributes:
        words: character span of each word.
        heads: place of each word's head, a root its own.
        first: the words at which sentences start.
        names: character span and type of each name.
        reading: all layers, if the system is ours.
    """

    words: list[Span]
    poses: list[str]
    lemmas: list[str]
    heads: list[int]
    rels: list[str]
    first: list[int]
    names: list[tuple[Span, str]]
    reading: Reading | None = None


class System(Protocol):
    """A way to read texts."""

    def read(self, texts: Sequence[str]) -> Iterator[Output]:
        """What it says of each text."""
        ...


class Ours:
    """The exported model."""

    def __init__(self, folder: Path) -> None:
        self.model = Model(folder)
        self._nlp = english()

    def read(self, texts: Sequence[str]) -> Iterator[Output]:
        """What the model says of each text."""
        for n in range(0, len(texts), 24):
            yield from self._read(texts[n : n + 24])

    def _read(self, texts: Sequence[str]) -> Iterator[Output]:
        cut = [[token for token in self._nlp.make_doc(text) if not token.is_space] for text in texts]
        spans = [[(token.idx, token.idx + len(token)) for token in tokens] for tokens in cut]
        gaps = [
            gaps_of(text, [start for start, _ in own], [end for _, end in own])
            for text, own in zip(texts, spans, strict=True)
        ]
        words = [[token.text for token in tokens] for tokens in cut]
        for own, texts_of, reading in zip(spans, words, self.model.read(words, gaps), strict=True):
            yield self._output(own, texts_of, reading)

    def _output(self, spans: list[Span], words: list[str], reading: Reading) -> Output:
        labels = self.model.labels
        tags = [labels["tag"][tag].split("|") for tag in reading.tags.tolist()]
        return Output(
            words=spans,
            poses=[tag[0] for tag in tags],
            lemmas=[self.model.lemmas.of(word, tag[1]) for word, tag in zip(words, tags, strict=True)],
            heads=reading.heads.tolist(),
            rels=[labels["rel"][rel] for rel in reading.rels.tolist()],
            first=reading.starts.nonzero()[0].tolist(),
            names=[(span, kind) for span, kind in self.spans(spans, reading, "newswire")],
            reading=reading,
        )

    def spans(self, words: Sequence[Span], reading: Reading, layer: str) -> Iterator[tuple[Span, str]]:
        """Character span and type of what a layer marks."""
        for start, end, kind in reading.spans[layer].tolist():
            yield (words[start][0], words[end - 1][1]), self.model.labels[layer][1 + 2 * kind][2:]


class Small:
    """A spaCy model with the labels of `en_core_web_*`, its trees turned into Universal Dependencies."""

    def __init__(self, name: str) -> None:
        self.nlp: Any = spacy.load(name)

    def read(self, texts: Sequence[str]) -> Iterator[Output]:
        """What the model says of each text; white space is left out."""
        for doc in self.nlp.pipe(texts, batch_size=64):
            yield _of_doc(doc)


def _of_doc(doc: Any) -> Output:
    lemmas = [token.lemma_.lower() for token in doc]
    poses = [token.pos_ for token in doc]
    heads, rels = to_universal([token.head.i for token in doc], [token.dep_ for token in doc], lemmas, poses)
    kept = [token.i for token in doc if not token.is_space]
    place = {i: n for n, i in enumerate(kept)}
    return Output(
        words=[(doc[i].idx, doc[i].idx + len(doc[i])) for i in kept],
        poses=[poses[i] for i in kept],
        lemmas=[lemmas[i] for i in kept],
        heads=[place.get(heads[i], n) for n, i in enumerate(kept)],
        rels=[rels[i] for i in kept],
        first=[place[i] for sent in doc.sents if (i := next((t.i for t in sent if t.i in place), None)) is not None],
        names=[((ent.start_char, ent.end_char), ent.label_) for ent in doc.ents],
    )


def paces(systems: Mapping[str, System], texts: Sequence[str], *, times: int = 3) -> dict[str, float]:
    """Words a second of processor time of each system, the systems taking turns; the best of the times."""
    best = {title: _pace(system, texts[:10]) for title, system in systems.items()}
    for _ in range(times):
        for title, system in systems.items():
            best[title] = max(best[title], _pace(system, texts))
    return best


def _pace(system: System, texts: Sequence[str]) -> float:
    begun = time.process_time()
    words = sum(len(output.words) for output in system.read(texts))
    return words / (time.process_time() - begun)
