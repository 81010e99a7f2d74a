"""The model as a part of a spaCy pipeline: what comes out is an ordinary `Doc`.

Tags, features, lemmas, trees, sentence bounds and names are set where spaCy sets them. What the other heads say stands
in span groups ("source", "cue", "content", "field", "event"); the whole reading in the doc's `user_data`, for questions
about pairs of words (`kg.nlp.encoder.pairs`).
"""

import shutil
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path

import numpy as np
import numpy.typing as npt
from spacy.language import Language
from spacy.tokens import Doc, Span, SpanGroup
from spacy.vocab import Vocab

from kg.nlp.encoder.chunks import noun_chunks
from kg.nlp.encoder.pairs import Page
from kg.nlp.encoder.pieces import gaps_of
from kg.nlp.encoder.runtime import Model, Reading
from kg.nlp.encoder.trees import Places

FACTORY = "conflict_encoder"
_DOCS_AT_ONCE = 64
_LONGER = 5  # "bring", "sting" are base forms
_ATTRIBUTES = ("TAG", "POS", "MORPH", "LEMMA", "DEP", "HEAD", "SENT_START")

# the types of the newswire head under the labels that spaCy's models use
LABELS = {
    "Person": "PERSON", "Organization": "ORG", "Location": "GPE", "NORP": "NORP", "Facility": "FAC", "Date": "DATE",
    "Money": "MONEY", "Product": "PRODUCT", "Misc": "MISC",
}  # fmt: skip
GROUPS = ("source", "cue", "content", "field")


class EncoderComponent:
    """Reads `Doc`s with the exported model of a folder.

    Args:
        vocab: of the pipeline.
    """

    def __init__(self, vocab: Vocab) -> None:
        self.vocab = vocab
        vocab.get_noun_chunks = noun_chunks  # type: ignore[assignment] # spaCy: of places, as its own are
        self._model: Model | None = None
        self._tags: list[tuple[int, int, int]] = []
        self._gerund = self._plural = -1
        self._penn: list[str] = []
        self._rels: list[int] = []
        self.folder: Path | None = None

    @property
    def reader(self) -> Model:
        """The model, once a folder was read."""
        if self._model is None:
            raise ValueError("the encoder has not been read from a folder")
        return self._model

    @property
    def labels(self) -> tuple[str, ...]:
        """The relations of the trees; none before a folder was read."""
        return tuple(self._model.labels["rel"]) if self._model else ()

    def from_disk(self, path: str | Path, *, exclude: Iterable[str] = ()) -> "EncoderComponent":
        """Loads the exported model of a folder.

        Args:
            path: what `training.export` wrote.
            exclude: spaCy passes it; there is nothing to leave out.
        """
        del exclude
        self.folder = Path(path)
        self._model = Model(self.folder)
        strings = self.vocab.strings
        for label in self._model.labels["tag"]:
            pos, tag, feats = label.split("|", 2)
            morph = self.vocab.morphology.add("" if feats == "_" else feats)
            self._penn.append(tag)
            self._tags.append((strings.add(tag), strings.add(pos), morph))
        self._rels = [strings.add(rel) for rel in self._model.labels["rel"]]
        labels = self._model.labels["tag"]
        self._gerund = next((n for n, label in enumerate(labels) if label.startswith("VERB|VBG|")), -1)
        self._plural = next((n for n, label in enumerate(labels) if label.startswith("NOUN|NNS|")), -1)
        return self

    def to_disk(self, path: str | Path, *, exclude: Iterable[str] = ()) -> None:
        """Copies the exported model into a folder; `exclude` is what spaCy passes."""
        del exclude
        if self.folder is not None:
            shutil.copytree(self.folder, path, dirs_exist_ok=True)

    def __call__(self, doc: Doc) -> Doc:
        return next(self.pipe([doc]))

    def pipe(self, docs: Iterable[Doc], *, batch_size: int = _DOCS_AT_ONCE) -> Iterator[Doc]:
        """The docs annotated, in the order given."""
        stream = iter(docs)
        while batch := list(islice(stream, batch_size)):
            words = [[token for token in doc if not token.is_space] for doc in batch]
            texts = [as_read([token.text for token in each]) for each in words]
            gaps = [
                gaps_of(doc.text, [token.idx for token in each], [token.idx + len(token) for token in each])
                for doc, each in zip(batch, words, strict=True)
            ]
            for doc, each, reading in zip(batch, words, self.reader.read(texts, gaps), strict=True):
                yield self._annotated(doc, np.array([token.i for token in each], np.int64), reading)

    def _annotated(self, doc: Doc, places: Places, reading: Reading) -> Doc:
        if len(places):
            doc.from_array(list(_ATTRIBUTES), self._array(doc, places, reading))  # type: ignore[arg-type] # spaCy: of ints
            doc.ents = tuple(self._spans(doc, places, reading, "newswire"))
        for group in GROUPS:
            # of each content and each source: which of the cues it goes with, -1 for none
            links = {"cue": reading.links[group].tolist()} if group in reading.links else {}
            spans = list(self._spans(doc, places, reading, group))
            doc.spans[group] = SpanGroup(doc, name=group, spans=spans, attrs=links)
        kinds = self.reader.labels["trigger"]
        told = [(int(places[word]), kinds[kind]) for word, kind in reading.triggers.tolist()]
        doc.spans["event"] = [Span(doc, word, word + 1, label=kind) for word, kind in told]
        doc.user_data[FACTORY] = Page(self.reader, reading, places)
        return doc

    def _spans(self, doc: Doc, places: Places, reading: Reading, layer: str) -> Iterator[Span]:
        kinds = self.reader.labels[layer]
        for first, last, kind in reading.spans[layer].tolist():
            name = kinds[1 + 2 * kind].removeprefix("B-")
            yield Span(doc, int(places[first]), int(places[last - 1]) + 1, label=LABELS.get(name, name))

    def _formed(self, word: str, tag: int) -> int:
        """The tag, or another that the form shows: "saying" is no past tense, "jihadists" in small letters no name."""
        if self._penn[tag] == "NNPS" and word.islower() and self._plural >= 0:
            return self._plural
        finite = self._penn[tag] in ("VBD", "VBN", "VBP", "VBZ")
        ing = len(word) > _LONGER and word.lower().endswith("ing")
        return self._gerund if finite and ing and self._gerund >= 0 else tag

    def _array(self, doc: Doc, places: Places, reading: Reading) -> npt.NDArray[np.uint64]:
        """One row a token of the doc, white space included, in the order of `_ATTRIBUTES`."""
        strings = self.vocab.strings
        rows = np.zeros((len(doc), len(_ATTRIBUTES)), np.uint64)
        # white space hangs on the word before it, or on the first word
        before = np.maximum(np.searchsorted(places, np.arange(len(doc)), "right") - 1, 0)
        rows[:, 0], rows[:, 1], rows[:, 4] = strings.add("_SP"), strings.add("SPACE"), strings.add("dep")
        rows[:, 5] = (places[before] - np.arange(len(doc))).astype(np.int64).view(np.uint64)
        rows[:, 6] = np.uint64(2**64 - 1)
        chosen = [self._formed(doc[n].text, tag) for n, tag in zip(places.tolist(), reading.tags.tolist(), strict=True)]
        tags = np.array([self._tags[n] for n in chosen], np.uint64)
        rows[places, 0], rows[places, 1], rows[places, 2] = tags[:, 0], tags[:, 1], tags[:, 2]
        find = self.reader.lemmas.of
        lemmas = [
            strings.add(find(doc[place].text, self._penn[tag]))
            for place, tag in zip(places.tolist(), chosen, strict=True)
        ]
        rows[places, 3] = np.array(lemmas, np.uint64)
        rows[places, 4] = np.array(self._rels, np.uint64)[reading.rels]
        rows[places, 5] = (places[reading.heads] - places).astype(np.int64).view(np.uint64)
        rows[places, 6] = np.where(reading.starts, np.uint64(1), np.uint64(2**64 - 1))
        rows[0, 6] = 1
        return rows


@Language.factory(FACTORY)
def _make(nlp: Language, name: str) -> EncoderComponent:
    """The component of a pipeline; `from_disk` gives it its model."""
    del name
    return EncoderComponent(nlp.vocab)


def as_read(words: list[str]) -> list[str]:
    """The words as the encoder is to read them: it does not see capitals, and takes the name "IS" for the verb."""
    return ["ISIS" if word == "IS" and not _is_among_capitals(words, i) else word for i, word in enumerate(words)]


def _is_among_capitals(words: list[str], i: int) -> bool:
    """Whether the words beside it are all in capitals, too: "THE PORT IS OPEN"."""
    beside = [word for word in words[max(0, i - 2) : i + 3] if word.isalpha() and word != "IS"]
    return all(word.isupper() for word in beside)
