"""Whether the words that a graph cites stand in the articles, at the places that it names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from kg.model import Document
from kg.validate.violation import Report, Violation
from kg.vocab import KG, OA, RDF

if TYPE_CHECKING:
    import pyoxigraph

_CITED_BY = (KG.triggerSelector, KG.otherTriggerSelector, KG.contentSelector, KG.cueSelector, KG.speakerSelector)


def check_spans(store: pyoxigraph.Store, documents: Iterable[Document]) -> Report:
    """What a graph cites otherwise than it stands in its articles.

    A document of the graph that is not among `documents` is reported too: its words could not be compared.

    Args:
        store: the graph.
        documents: the articles, read one at a time.
    """
    unseen = {_last(iri): iri for iri in _subjects(store, RDF.type, KG.Document)}
    checked, found = 0, list[Violation]()
    for document in documents:
        iri = unseen.pop(document.id, None)
        if iri is None:
            continue
        selectors = _selectors(store, iri)
        checked += len(selectors)
        found += _check_hash(store, iri, document)
        for selector in selectors:
            found += _check_span(store, selector, document)
        for statement in _subjects(store, KG.inDocument, iri):
            found += _check_content(store, statement)
    found += [Violation("span", iri, "This document is not among the articles given.") for iri in unseen.values()]
    return Report((f"{checked:,} cited spans",), tuple(sorted(found)))


def _selectors(store: pyoxigraph.Store, document: str) -> list[str]:
    """All selectors that are cited as places in a document."""
    evidence = (
        value for cited in _subjects(store, OA.hasSource, document) for value in _values(store, cited, OA.hasSelector)
    )
    told = (
        value
        for resource in _subjects(store, KG.inDocument, document)
        for property_ in _CITED_BY
        for value in _values(store, resource, property_)
    )
    return sorted({*evidence, *told})


def _check_hash(store: pyoxigraph.Store, iri: str, document: Document) -> Iterator[Violation]:
    for sha256 in _values(store, iri, KG.sha256):
        if sha256 != document.sha256:
            yield Violation("span", iri, "The article given is not the one that was read.", KG.sha256, sha256)


def _check_span(store: pyoxigraph.Store, selector: str, document: Document) -> Iterator[Violation]:
    start, end, exact = (_values(store, selector, property_) for property_ in (OA.start, OA.end, OA.exact))
    if not (len(start) == len(end) == len(exact) == 1 and start[0].isdecimal() and end[0].isdecimal()):
        yield Violation("span", selector, "A selector has one start, one end and one quote.")
    elif document.text[int(start[0]) : int(end[0])] != exact[0]:
        yield Violation("span", selector, "The quote does not stand at this place in the article.", OA.exact, exact[0])


def _check_content(store: pyoxigraph.Store, statement: str) -> Iterator[Violation]:
    """The content of a statement is its pieces, in the order of the text."""
    pieces = []
    for selector in _values(store, statement, KG.contentSelector):
        start, exact = _values(store, selector, OA.start), _values(store, selector, OA.exact)
        if start and exact:
            pieces.append((int(start[0]), exact[0]))
    joined = " … ".join(exact for _, exact in sorted(pieces))
    for content in _values(store, statement, KG.content):
        if content != joined:
            yield Violation("span", statement, "The content is not what stands at its places.", KG.content, content)


def _subjects(store: pyoxigraph.Store, predicate: str, value: str) -> list[str]:
    import pyoxigraph

    found = store.quads_for_pattern(None, pyoxigraph.NamedNode(predicate), pyoxigraph.NamedNode(value), None)
    return sorted({str(quad.subject)[1:-1] for quad in found})


def _values(store: pyoxigraph.Store, subject: str, predicate: str) -> list[str]:
    import pyoxigraph

    found = store.quads_for_pattern(pyoxigraph.NamedNode(subject), pyoxigraph.NamedNode(predicate), None, None)
    return sorted({quad.object.value for quad in found if not isinstance(quad.object, pyoxigraph.Triple)})


def _last(iri: str) -> str:
    return iri.rsplit("/", 1)[-1].rsplit("#", 1)[-1]
