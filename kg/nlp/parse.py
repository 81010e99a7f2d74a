"""Parses articles with a spaCy model: the only module that knows the language library."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from importlib.metadata import PackageNotFoundError
from itertools import islice
from pathlib import Path

import numpy as np
import spacy
import spacy.util
from spacy.language import Language
from spacy.tokens import Doc, Span
from spacy.tokens import Token as SpacyToken

from kg.errors import ModelError
from kg.model import BlockKind, Document
from kg.nlp.encoder.component import FACTORY as ENCODER
from kg.nlp.encoder.pairs import Page, Pairs
from kg.nlp.encoder.telling import beside
from kg.nlp.encoder.trees import Floats, Places
from kg.nlp.house import Tree, to_house_view
from kg.nlp.mends import mend
from kg.nlp.tokens import Asking, Attribution, Happening, NameSpan, Parsed, Sentence, Telling, Token
from kg.nlp.universal import is_clearnlp, to_universal
from kg.resources import data_path

DEFAULT_MODEL = "en_conflict_news"
"""The model that travels with the package."""

_ARTICLES_AT_ONCE = 24
_SURE = 0.88  # F1 on the newswire of its own test data, from which on names are relied on: en_core_web_sm has .85


class Parser:
    """A language model, loaded once.

    Args:
        model: an installed spaCy package, or the path of one.

    Raises:
        ModelError: the model is not there, or lacks a tagger, a parser or a name recogniser.
    """

    def __init__(self, model: str = DEFAULT_MODEL) -> None:
        self.nlp = _load(model)
        labels = frozenset(self.nlp.pipe_labels.get("parser", ()))
        self._clearnlp = is_clearnlp(labels)
        # int8 without fixed ranges: values depend on all that is read at once, and an article must not on others
        self._at_once = 1 if ENCODER in self.nlp.pipe_names else _ARTICLES_AT_ONCE
        self._sure_names = ENCODER in self.nlp.pipe_names or self._names_score() >= _SURE

    def parse(self, documents: Iterable[Document]) -> Iterator[Parsed]:
        """The articles parsed, in the order given; only a few are in memory at a time."""
        documents = iter(documents)
        while batch := list(islice(documents, self._at_once)):
            paragraphs = [(n, span) for n, document in enumerate(batch) for span in document.prose()]
            texts = (span.of(batch[n].text) for n, span in paragraphs)
            docs: list[list[tuple[int, Doc]]] = [[] for _ in batch]
            for (n, span), doc in zip(paragraphs, self.nlp.pipe(texts, batch_size=64), strict=True):
                docs[n].append((span.start, doc))
            for document, pieces in zip(batch, docs, strict=True):
                headline = self._headline(document)
                parsed = _to_parsed(document, pieces, clearnlp=self._clearnlp, sure_names=self._sure_names)
                yield parsed if headline is None else replace(parsed, headline=headline)

    def _headline(self, document: Document) -> Parsed | None:
        """The titles in the text, read by themselves: they must not change what the model says of the prose."""
        spans = [block.span for block in document.blocks if block.kind is BlockKind.TITLE]
        docs = self.nlp.pipe(span.of(document.text) for span in spans)
        pieces = [(span.start, doc) for span, doc in zip(spans, docs, strict=True)]
        return _to_parsed(document, pieces, clearnlp=self._clearnlp, sure_names=self._sure_names) if pieces else None

    def _names_score(self) -> float:
        """F1 of the names as the model states it of itself; 0 where it states none."""
        score = self.nlp.meta.get("performance", {}).get("ents_f")
        return score if isinstance(score, float) else 0.0


def model_title(model: str) -> str:
    """Name and version of a model as it calls itself ("en_core_web_sm 3.8.0"), without loading it.

    Raises:
        ModelError: there is no such model.
    """
    path = _place(model)
    try:
        meta = spacy.util.get_model_meta(path if path.is_dir() else spacy.util.get_package_path(model))
    except (OSError, ModuleNotFoundError, PackageNotFoundError) as error:
        raise _no_model(model, error) from error
    return f"{meta['lang']}_{meta['name']} {meta['version']}"


def _place(model: str) -> Path:
    """Where a model lies that is given by its path, or travels with the package; else its name."""
    return data_path(DEFAULT_MODEL) if model == DEFAULT_MODEL else Path(model)


def _no_model(model: str, error: Exception) -> ModelError:
    return ModelError(
        f"the language model {model!r} can't be loaded ({str(error).splitlines()[0]}); "
        f"leave --model out for the one that is installed with this package ({DEFAULT_MODEL})"
    )


def _load(model: str) -> Language:
    path = _place(model)
    try:
        nlp = spacy.load(path if path.is_dir() else model)
    except OSError as error:
        raise _no_model(model, error) from error
    missing = [need for need in ("parser", "ner") if not {need, ENCODER} & set(nlp.pipe_names)]
    if missing:
        raise ModelError(f"the language model {model!r} has no {', '.join(missing)}")
    return nlp


def _to_parsed(document: Document, pieces: list[tuple[int, Doc]], *, clearnlp: bool, sure_names: bool) -> Parsed:
    tokens: list[Token] = []
    sentences: list[Sentence] = []
    names: list[NameSpan] = []
    said: list[Attribution] = []
    described: list[NameSpan] = []
    happenings: list[Happening] = []
    pages: list[tuple[Page, dict[int, int]]] = []
    for paragraph, (offset, doc) in enumerate(pieces):
        place = _add_tokens(tokens, doc, offset, len(sentences), clearnlp=clearnlp)
        for sent in doc.sents:
            words = tuple(place[token.i] for token in sent if token.i in place)
            if words:
                root = next((word for word in words if word.head is None), words[0])
                for word in words:
                    word.sentence = len(sentences)
                sentences.append(Sentence(len(sentences), paragraph, words, root))
        names.extend(_spans(doc.ents, place))
        described.extend(_spans(doc.spans["field"], place) if "field" in doc.spans else ())
        said.extend(_attributions(doc, place))
        if "event" in doc.spans:
            happenings.extend(Happening(place[span.start], span.label_) for span in doc.spans["event"])
            pages.append((doc.user_data[ENCODER], {n: token.i for n, token in place.items()}))
    pairs = Pairs(pages) if pages and tokens else None
    telling, asking = _read_whole(pairs, tokens)
    return Parsed(
        document=document,
        tokens=tuple(tokens),
        sentences=tuple(sentences),
        names=tuple(names),
        attributions=tuple(said),
        described=tuple(described),
        happenings=tuple(happenings),
        pairs=pairs,
        telling=telling,
        asking=asking,
        sure_names=sure_names,
    )


def _read_whole(pairs: Pairs | None, tokens: list[Token]) -> tuple[Telling | None, Asking | None]:
    """What the article tells as a whole, and what it can be asked, where the model knows that."""
    if pairs is None or (pairs.teller is None and pairs.asker is None):
        return None, None
    states, given, sentences = pairs.states(), given_of(tokens), _sentences(tokens)
    return (
        None if pairs.teller is None else pairs.teller.read(states, given, sentences),
        None if pairs.asker is None else pairs.asker.read(states, given, sentences, heads_of(tokens)),
    )


def heads_of(tokens: Sequence[Token]) -> Places:
    """The word that each word hangs on; -1 for none."""
    return np.array([-1 if token.head is None else token.head.i for token in tokens])


def _sentences(tokens: Sequence[Token]) -> Places:
    return np.array([token.sentence for token in tokens])


def given_of(tokens: Sequence[Token]) -> Floats:
    """What is known of each word beside its state."""
    verbs = np.array([token.pos == "VERB" for token in tokens])
    nouns = np.array([token.pos in ("NOUN", "PROPN") for token in tokens])
    return beside(_sentences(tokens), verbs, nouns)


def _spans(spans: Iterable[Span], place: dict[int, Token]) -> Iterator[NameSpan]:
    """The spans with their labels, white space left out."""
    for span in spans:
        inside = _inside(span, place)
        if inside:
            yield NameSpan(span.label_, inside)


def _attributions(doc: Doc, place: dict[int, Token]) -> Iterator[Attribution]:
    """What the model takes for attributions, by its span groups; nothing where it has none."""
    if "content" not in doc.spans:
        return
    contents, cues, sources = (doc.spans[group] for group in ("content", "cue", "source"))
    of_cue: dict[int, Span] = {}
    for source, cue in zip(sources, sources.attrs["cue"], strict=True):
        of_cue.setdefault(cue, source)
    for content, cue in zip(contents, contents.attrs["cue"], strict=True):
        words = cues[cue] if cue >= 0 else ()
        yield Attribution(
            _inside(content, place), _inside(words, place), _inside(of_cue.get(cue, ()) if cue >= 0 else (), place)
        )


def _inside(words: Iterable[SpacyToken], place: dict[int, Token]) -> tuple[Token, ...]:
    return tuple(place[word.i] for word in words if word.i in place)


def _add_tokens(tokens: list[Token], doc: Doc, offset: int, sentence: int, *, clearnlp: bool) -> dict[int, Token]:
    """Appends the words of a paragraph (white space left out); returns them by their index in the paragraph."""
    words = list(doc)
    heads = [word.head.i for word in words]
    rels = [word.dep_ for word in words]
    lemmas = [word.lemma_.lower() for word in words]
    poses = [word.pos_ for word in words]
    tags = [word.tag_ for word in words]
    if clearnlp:
        heads, rels = to_universal(heads, rels, lemmas, poses)
    else:
        tree = Tree([word.lower_ for word in words], heads, rels, poses, tags, lemmas)
        mend(tree)
        to_house_view(tree)
    place: dict[int, Token] = {}
    for n, word in enumerate(words):
        if poses[n] == "SPACE" or not word.text.strip():
            continue
        start = offset + word.idx
        text = word.text
        token = Token(
            i=len(tokens),
            text=text,
            lower=text.lower(),
            lemma=lemmas[n],
            pos=poses[n],
            tag=tags[n],
            rel=rels[n],
            name=word.ent_type_,
            start=start,
            end=start + len(text),
            sentence=sentence,
        )
        tokens.append(token)
        place[n] = token
    for n, token in place.items():
        head = place.get(heads[n])
        if heads[n] != n and head is not None:
            token.head = head
            head.children.append(token)
        else:
            token.rel = "root"
    return place
