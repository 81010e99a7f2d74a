"""The language model at run time: words of texts in; tags, trees, names, statements and events out."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from kg.nlp.encoder import asking, telling
from kg.nlp.encoder.asking import Asker
from kg.nlp.encoder.lemmas import Lemmas
from kg.nlp.encoder.pieces import Encoded, Pieces
from kg.nlp.encoder.spans import Spans, decode_spans
from kg.nlp.encoder.telling import Teller
from kg.nlp.encoder.trees import Floats, Places, decode_heads
from kg.nlp.encoder.windows import Window, cut, unit_starts

BATCH = 1100
"""Word pieces that the encoder reads at once: more does not fit the cache."""

STATES = "states"
"""Name of what some layers of the encoder leave of each word, one after the other."""

_MARGINS = {"trigger": -1.0, "content": 0.3, "source": 0.3}
"""How much likelier than nothing a label has to be. Chosen on development data: training data leave many events out."""

LAYERS = ("newswire", "field", "source", "cue", "content")
"""Layers of spans."""

PAIRED = ("content_link", "source_link", "cue_link", "role_event", "role_word", "place_event", "place_word")
"""Vectors kept with a reading."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What the model says of a text; all places are those of its words.

    Attributes:
        tags: index of the joint tag of each word ("NOUN|NNS|Number=Plur").
        heads: head of each word, a root its own.
        rels: index of each word's relation.
        starts: whether a sentence starts at each word.
        spans: of each layer ("newswire", "field", "source", "cue", "content").
        nouns: index of what the noun phrase that each word heads stands for.
        links: place of the cue in `spans["cue"]`, or -1, of each content and of each source.
        triggers: [E, 2] the words that tell of events, and the index of their type.
        vectors: vectors that answer questions about pairs of words (`Model.roles`, `Model.place`).
        states: of the encoder, for whatever reads the article as a whole.
    """

    tags: Places
    heads: Places
    rels: Places
    starts: npt.NDArray[np.bool_]
    spans: dict[str, Spans]
    nouns: Places
    links: dict[str, Places]
    triggers: Places
    vectors: dict[str, Floats]
    states: Floats


class Model:
    """The exported model, loaded once: one thread."""

    def __init__(self, folder: Path) -> None:
        # loaded only where this model reads; mypy: the names are not declared there
        from onnxruntime import InferenceSession, SessionOptions  # type: ignore[attr-defined]

        settings = json.loads((folder / "labels.json").read_text(encoding="utf-8"))
        self.labels: dict[str, list[str]] = settings["labels"]
        self._parts: dict[str, dict[str, int]] = settings["parts"]
        vocabulary = (folder / "vocab.txt").read_text(encoding="utf-8").splitlines()
        self.pieces = Pieces(vocabulary)
        words = frozenset(word for word in vocabulary if len(word) > 1 and word.isalpha())
        self.lemmas = Lemmas(json.loads((folder / "lemmas.json").read_text(encoding="utf-8")), words)
        with np.load(folder / "heads.npz") as arrays:
            self._heads = {name: arrays[name] for name in arrays.files}
        self.teller = Teller(folder) if (folder / telling.FILE).is_file() else None
        self.asker = Asker(folder) if (folder / asking.FILE).is_file() else None
        options = SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        path = str(folder / "model.onnx")
        self._session = InferenceSession(path, options, providers=["CPUExecutionProvider"])
        self._width = next(one.shape[1] for one in self._session.get_outputs() if one.name == STATES)

    def read(self, words: Sequence[Sequence[str]], gaps: Sequence[Sequence[int]]) -> list[Reading]:
        """What the model says of each text.

        Args:
            words: the words of each text, white space left out.
            gaps: what stands before each of them (`kg.nlp.encoder.pieces.gaps_of`).
        """
        texts = [self.pieces.encode(*text) for text in zip(words, gaps, strict=True)]
        windows = [
            (n, window)
            for n, text in enumerate(texts)
            if len(text)
            for window in cut(text.starts, unit_starts(words[n], gaps[n]))
        ]
        if not windows:
            return [self._nothing() for _ in texts]
        bounds = np.cumsum([0, *(len(text) for text in texts)])
        gaps_before = np.concatenate([text.gaps for text in texts])
        return self._decode(self._run(texts, windows, bounds), bounds, gaps_before == 3)

    def _nothing(self) -> Reading:
        """The reading of a text without words."""
        none = np.zeros(0, np.int64)
        spans = np.zeros((0, 3), np.int64)
        return Reading(
            tags=none,
            heads=none,
            rels=none,
            starts=none.astype(bool),
            spans=dict.fromkeys(LAYERS, spans),
            nouns=none,
            links={"content": none, "source": none},
            triggers=np.zeros((0, 2), np.int64),
            vectors=dict.fromkeys(PAIRED, np.zeros((0, 1), np.float32)),
            states=np.zeros((0, 1), np.float32),
        )

    def _run(self, texts: Sequence[Encoded], windows: Sequence[tuple[int, Window]], bounds: Places) -> list[Floats]:
        """Values of all heads, by group, and the states, for all words of all texts."""
        sizes = [int(texts[n].starts[one.end] - texts[n].starts[one.start]) for n, one in windows]
        order = sorted(range(len(windows)), key=sizes.__getitem__)
        widths = [*(sum(parts.values()) for parts in self._parts.values()), self._width]
        names = [*self._parts, STATES]
        found = [np.empty((bounds[-1], width), np.float32) for width in widths]
        start = 0
        while start < len(order):
            end = start + 1
            while end < len(order) and (end + 1 - start) * (sizes[order[end]] + 2) <= BATCH:
                end += 1
            chosen = [windows[n] for n in order[start:end]]
            inputs, places = _inputs(texts, chosen, bounds, sizes[order[end - 1]] + 2)
            for whole, part in zip(found, self._session.run(names, inputs), strict=True):
                whole[places] = part
            start = end
        return found

    def _decode(self, values: Sequence[Floats], bounds: Places, broken: npt.NDArray[np.bool_]) -> list[Reading]:
        parts: dict[str, Floats] = {}
        for group, value in zip(self._parts.values(), values[:-1], strict=True):
            ends = np.cumsum(list(group.values()))
            parts.update({name: value[:, end - group[name] : end] for name, end in zip(group, ends, strict=True)})
        for layer, margin in _MARGINS.items():
            parts[layer][:, 0] += margin
        texts = np.zeros(bounds[-1], bool)
        texts[bounds[:-1][np.diff(bounds) > 0]] = True
        starts = texts | broken | (parts["sent"][:, 1] > parts["sent"][:, 0])
        heads = decode_heads(
            parts["arc_word"],
            parts["arc_head"],
            self._heads["root_head"],
            np.append(np.flatnonzero(starts), bounds[-1]),
        )
        rels = self._rels(parts["rel_word"], parts["rel_head"], heads)
        spans = {
            layer: decode_spans(parts[layer], starts if layer in ("newswire", "field", "cue") else texts)
            for layer in LAYERS
        }
        tags, nouns, triggers = (parts[layer].argmax(1) for layer in ("tag", "noun", "trigger"))
        found = []
        for start, end in zip(bounds[:-1].tolist(), bounds[1:].tolist(), strict=True):
            here = slice(start, end)
            own = {layer: _within(one, start, end) for layer, one in spans.items()}
            vectors = {name: parts[name][here] for name in PAIRED}
            links = {kind: self._links(vectors, own, kind) for kind in ("content", "source")}
            told = np.flatnonzero(triggers[here])
            found.append(
                Reading(
                    tags[here],
                    heads[here] - start,
                    rels[here],
                    starts[here],
                    own,
                    nouns[here],
                    links,
                    np.stack([told, triggers[here][told]], 1),
                    vectors,
                    values[-1][here],
                )
            )
        return found

    def _rels(self, words: Floats, others: Floats, heads: Places) -> Places:
        """The relation of each word to its head; "root" for roots and for no other."""
        rooted = heads == np.arange(len(heads))
        hidden = words + others[heads]
        np.maximum(hidden, 0, out=hidden)
        scores = hidden @ self._heads["rel_weight"].T + self._heads["rel_bias"]
        root = self.labels["rel"].index("root")
        scores[:, root] = -1e9
        found: Places = scores.argmax(1)
        found[rooted] = root
        return found

    def _links(self, vectors: dict[str, Floats], spans: dict[str, Spans], kind: str) -> Places:
        """For each content (or source) the place of its cue among the cues, -1 for none."""
        asked, cues = spans[kind], spans["cue"]
        if not len(asked) or not len(cues):
            return np.full(len(asked), -1)
        width = vectors["cue_link"].shape[1]
        scores = vectors[f"{kind}_link"][asked[:, 0]] @ vectors["cue_link"][cues[:, 0]].T * width**-0.5
        far = np.abs(asked[:, :1] - cues[:, 0]) > 110
        scores = np.where(far, -1e9, scores)
        found: Places = np.where(scores.max(1) > self._heads["no_link"], scores.argmax(1), -1)
        return found

    def place(self, reading: Reading, word: int, candidates: Places) -> int:
        """The word, among the candidates, that names the place of what a verb or noun tells of; -1 for none."""
        if not len(candidates):
            return -1
        vectors = reading.vectors["place_word"]
        scores = vectors[candidates] @ reading.vectors["place_event"][word] * vectors.shape[1] ** -0.5
        return int(candidates[scores.argmax()]) if scores.max() > self._heads["no_place"] else -1

    def roles(self, reading: Reading, word: int, candidates: Places) -> Places:
        """The role (index, 0 for none) that each of the candidates has in what a word tells of."""
        hidden = np.maximum(reading.vectors["role_event"][word] + reading.vectors["role_word"][candidates], 0)
        found: Places = (hidden @ self._heads["role_weight"].T + self._heads["role_bias"]).argmax(1)
        return found


def _inputs(
    texts: Sequence[Encoded], windows: Sequence[tuple[int, Window]], bounds: Places, length: int
) -> tuple[dict[str, npt.NDArray[Any]], Places]:
    """What the encoder reads, and the places among all words of those whose values come back."""
    ids = np.zeros((len(windows), length), np.int64)
    shapes = np.zeros_like(ids)
    mask = np.zeros(ids.shape, np.float32)
    asked, places = [], []
    for row, (n, window) in enumerate(windows):
        text = texts[n]
        starts = text.starts[window.start : window.end + 1]
        size = int(starts[-1] - starts[0])
        ids[row, 1 : size + 1] = text.ids[starts[0] : starts[-1]]
        ids[row, 0], ids[row, size + 1] = 101, 102
        mask[row, : size + 2] = 1
        shapes[row, 1 : size + 1] = np.repeat(1 + text.forms[window.start : window.end] * 3, np.diff(starts))
        shapes[row, 1 + starts[:-1] - starts[0]] += np.minimum(text.gaps[window.start : window.end], 2)
        skip = window.core - window.start
        asked.append(row * length + 1 + starts[skip:-1].astype(np.int64) - starts[0])
        places.append(np.arange(window.core, window.end) + bounds[n])
    inputs: dict[str, npt.NDArray[Any]] = {"ids": ids, "shapes": shapes, "mask": mask, "words": np.concatenate(asked)}
    return inputs, np.concatenate(places).astype(np.int64)


def _within(spans: Spans, start: int, end: int) -> Spans:
    """The spans between two places, counted from the first."""
    first, last = np.searchsorted(spans[:, 0], [start, end])
    found: Spans = spans[first:last] - np.asarray([start, start, 0])
    return found
