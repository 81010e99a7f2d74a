"""Why something is in the graph: the words, the rule that read them, and what they were resolved to."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from kg.errors import QueryError
from kg.model import Document
from kg.query.answer import Answer, Cell
from kg.query.ask import Graph, Source, open_source
from kg.query.cells import truth_cell
from kg.query.endpoint import Endpoint
from kg.query.passage import Passage, to_passage
from kg.resources import read_rules
from kg.vocab import DATA, KG, OA, PREFIXES, RDF, RDFS, SKOS

NOT_IN_IRI = re.compile(r'[\x00-\x20\x7f<>"{}|^`\\]')
UPPER = frozenset({"Actor", "Eventuality", "Happening", "Evidence"})  # say less than the class beside them
SHOWN_NEAR = 5
TRUTHS = frozenset({KG.approximate, KG.anonymous, KG.background})

FACTS = """SELECT ?property ?value ?label ?notation WHERE {{
  <{iri}> ?property ?value
  OPTIONAL {{ ?value <{label}> ?label }}
  OPTIONAL {{ ?value <{notation}> ?notation }}
}}"""
PASSAGES = """SELECT DISTINCT ?document ?source_id ?title ?start ?end ?quote ?rule ?confidence WHERE {{
  {{ <{iri}> <{evidence}> ?evidence }} UNION {{ <{iri}> <{time}> ?evidence }} UNION {{ <{iri}> <{place}> ?evidence }}
  UNION {{ ?evidence <{refers}> <{iri}> }} UNION {{ <{iri}> <{selector}> ?own . BIND(<{iri}> AS ?evidence) }}
  ?evidence <{source}> ?document ; <{selector}> ?selector ; <{rule}> ?rule .
  ?selector <{start}> ?start ; <{end}> ?end ; <{exact}> ?quote .
  OPTIONAL {{ ?evidence <{confidence}> ?confidence }}
  OPTIONAL {{ ?document <{identifier}> ?source_id }}
  OPTIONAL {{ ?document <{title}> ?title }}
}}"""
RESOLUTIONS = """SELECT DISTINCT ?thing ?name ?document ?rule ?words ?confidence WHERE {{
  {{ ?resolution <{resolves}> <{iri}> . VALUES ?thing {{ <{iri}> }} }}
  UNION
  {{ <{iri}> ?property ?thing ; <{inside}> ?document . ?resolution <{resolves}> ?thing }}
  UNION
  {{ <{iri}> ?property ?thing ; <{source}> ?document . ?resolution <{resolves}> ?thing }}
  ?resolution <{inside}> ?document ; <{rule}> ?rule .
  OPTIONAL {{ ?resolution <{reason}> ?words }}
  OPTIONAL {{ ?resolution <{confidence}> ?confidence }}
  OPTIONAL {{ ?thing <{label}> ?name }}
}}"""
TERMS = {
    "label": RDFS.label, "notation": SKOS.notation, "evidence": KG.evidence, "time": KG.timeEvidence,
    "place": KG.placeEvidence, "refers": KG.refersTo, "source": OA.hasSource, "selector": OA.hasSelector,
    "rule": KG.rule, "start": OA.start, "end": OA.end, "exact": OA.exact, "confidence": KG.confidence,
    "identifier": PREFIXES["dcterms"] + "identifier", "title": PREFIXES["dcterms"] + "title",
    "resolves": KG.resolves, "inside": KG.inDocument, "reason": KG.reason,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Resolved:
    """Why words of one article mean a thing.

    Attributes:
        thing, name: the IRI and the name of what they mean.
        document: the article's IRI.
        rule, rule_words: the rule's id, and what it does.
        words: the reason in this case.
        confidence: 0 to 1.
    """

    thing: str
    name: str | None
    document: str
    rule: str
    rule_words: str | None
    words: str | None
    confidence: float | None


@dataclass(frozen=True, slots=True)
class Explanation:
    """Why a resource is in the graph.

    Attributes:
        iri: the resource.
        types: its classes by name, the general ones left out.
        label: its name, where it has one.
        facts: what is told of it: a property's name and a value (a name or notation where there is one), sorted.
        passages: the words it rests on, by article and place.
        resolutions: what was taken to mean what, and why, by article.
    """

    iri: str
    types: tuple[str, ...]
    label: str | None
    facts: tuple[tuple[str, str], ...]
    passages: tuple[Passage, ...]
    resolutions: tuple[Resolved, ...]


def explain(
    iri: str,
    graph: Graph | None = None,
    *,
    endpoint: str | Endpoint | None = None,
    documents: Iterable[Document] = (),
) -> Explanation:
    """Why the resource `iri` is in the graph.

    Args:
        iri: any resource: actor, place, event, statement, figure, report, mention, tie, affiliation, evidence. The
            end of an IRI that no other has ("actor/islamic-state") will do.
        graph: a graph's file or an open `LocalGraph`; or
        endpoint: a SPARQL endpoint's address or an `Endpoint`.
        documents: the articles, for the sentences around the words; without them the words stand alone.

    Raises:
        QueryError: the graph tells nothing of it, or several IRIs end so.
    """
    source = open_source(graph, endpoint=endpoint)
    found = _find(iri, source)
    facts = _ask(FACTS, found, source).records()
    passages = _ask(PASSAGES, found, source)
    texts = _texts(documents, {str(record["document"]) for record in passages.records()})
    rules = read_rules()
    labels = [str(fact["value"]) for fact in facts if fact["property"] == RDFS.label]
    return Explanation(
        iri=found,
        types=_types(facts),
        label=min(labels, default=None),
        facts=tuple(sorted({_fact(fact) for fact in facts if fact["property"] not in (RDF.type, RDFS.label)})),
        passages=tuple(
            sorted((to_passage(record, texts, rules) for record in passages.records()), key=lambda found: found.order)
        ),
        resolutions=tuple(_resolved(row, rules) for row in sorted(_ask(RESOLUTIONS, found, source).rows, key=str)),
    )


def _ask(query: str, iri: str, source: Source) -> Answer:
    return source.query(query.format(iri=iri, **TERMS))


def _find(iri: str, source: Source) -> str:
    """The IRI itself where the graph tells something of it, else the one that ends so."""
    if not iri or NOT_IN_IRI.search(iri):
        raise QueryError(f"{iri!r} is no IRI: it may hold no spaces, quotes or angle brackets")
    for candidate in (iri, DATA + iri):
        if ":" in candidate and source.query(f"ASK {{ <{candidate}> ?property ?value }}").rows[0][0]:
            return candidate
    if ":" not in iri:
        ends = f'SELECT DISTINCT ?found WHERE {{ ?found a ?class FILTER(STRENDS(STR(?found), "/{iri}")) }}'
        near = sorted(str(row[0]) for row in source.query(ends).rows)
        if len(near) == 1:
            return near[0]
        if near:
            raise QueryError(f"{iri!r} could be any of {', '.join(near[:SHOWN_NEAR])}")
    raise QueryError(f"the graph tells nothing of {iri!r}; kg ask actors (places, events, …) gives the IRIs there are")


def _types(facts: list[dict[str, Cell]]) -> tuple[str, ...]:
    names = {_local(str(fact["value"])) for fact in facts if fact["property"] == RDF.type}
    return tuple(sorted(names - UPPER or names))


def _fact(fact: dict[str, Cell]) -> tuple[str, str]:
    value = next(cell for cell in (fact["notation"], fact["label"], fact["value"]) if cell is not None)
    if fact["property"] in TRUTHS:
        value = "true" if truth_cell(value) else "false"
    return _local(str(fact["property"])), str(value)


def _local(iri: str) -> str:
    return re.split(r"[/#]", iri)[-1]


def _resolved(row: tuple[Cell, ...], rules: dict[str, dict[str, object]]) -> Resolved:
    thing, name, document, rule, words, confidence = row
    known = rules.get(str(rule), {}).get("words")
    return Resolved(
        thing=str(thing),
        name=None if name is None else str(name),
        document=str(document),
        rule=str(rule),
        rule_words=None if known is None else str(known),
        words=None if words is None else str(words),
        confidence=None if confidence is None else float(confidence),
    )


def _texts(documents: Iterable[Document], wanted: set[str]) -> dict[str, str]:
    """The texts of the articles that are spoken of, by IRI; the others are not kept."""
    ids = {iri.rsplit("/", 1)[-1]: iri for iri in wanted}
    return {ids[document.id]: document.text for document in documents if document.id in ids}
