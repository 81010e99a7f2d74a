"""What one article tells, as quads of its own named graph."""

from collections.abc import Iterator

from kg.graph.article import Article
from kg.graph.claims import tell_figures, tell_statements
from kg.graph.concepts import concept_term
from kg.graph.links import Links
from kg.graph.names import Names
from kg.graph.reports import tell_reports
from kg.graph.terms import Quad, day, decimal, iri, optional, text, typed
from kg.model import Reading
from kg.vocab import DCTERMS, KG, ORG, RDF, SCHEMA, XSD


def reading_quads(reading: Reading, links: Links, *, base: str) -> Iterator[Quad]:
    """The quads of one article: document, selectors, evidence, mentions and all that is told in it.

    A referent or a report that `links` does not know became no thing: nothing is told of it.

    Raises:
        InputError: `base` can't be a base, or a rule of the reading is not declared.
    """
    article = Article(reading.document, links, Names(base))
    _tell_document(article)
    _tell_mentions(article, reading)
    tell_reports(article, reading)
    statements = tell_statements(article, reading)
    tell_figures(article, reading, statements)
    _tell_affiliations(article, reading)
    _tell_ties(article, reading)
    _tell_resolutions(article)
    return iter(article.quads)


def _tell_document(article: Article) -> None:
    document = article.document
    article.tell(
        article.term,
        (RDF.type, iri(KG.Document)),
        (DCTERMS.identifier, text(document.source_id)),
        (DCTERMS.title, optional(text, document.title)),
        (SCHEMA.datePublished, optional(day, document.published)),
        (KG.publisherName, optional(text, document.publisher)),
        (KG.authorName, optional(text, document.author)),
        (SCHEMA.url, typed(document.url, XSD.anyURI) if document.url else None),
        (KG.sha256, text(document.sha256)),
        (KG.copyOf, optional(article.names.document, article.links.copy_of)),
    )


def _tell_mentions(article: Article, reading: Reading) -> None:
    kind = iri(KG.Mention)
    for mention in reading.mentions:
        span = mention.span
        article.tell(
            article.names.made("mention", article.document.id, span.start, span.end, mention.type),
            (RDF.type, kind),
            *article.citation(span, mention.rule),
            (KG.mentionType, concept_term(mention.type)),
            (KG.refersTo, article.thing(mention.referent)),
        )


def _tell_affiliations(article: Article, reading: Reading) -> None:
    for affiliation in reading.affiliations:
        person, organisation = article.actor(affiliation.person), article.actor(affiliation.organisation)
        if person is None or organisation is None or person == organisation:
            continue
        article.tell(
            article.names.made("affiliation", article.document.id, person, organisation, affiliation.role),
            (RDF.type, iri(KG.Affiliation)),
            (KG.inDocument, article.term),
            (ORG.member, person),
            (ORG.organization, organisation),
            (KG.roleName, optional(text, affiliation.role)),
            (KG.evidence, article.evidence(affiliation.evidence, affiliation.rule)),
        )


def _tell_ties(article: Article, reading: Reading) -> None:
    for tie in reading.ties:
        subject, object_ = article.actor(tie.subject), article.actor(tie.object)
        # "fighting between SDF units" ties an actor to itself once both are known: that tells nothing
        if subject is None or object_ is None or subject == object_:
            continue
        article.tell(
            article.names.made("tie", article.document.id, subject, tie.kind, object_),
            (RDF.type, iri(KG.Tie)),
            (KG.inDocument, article.term),
            (KG.tieSubject, subject),
            (KG.tieKind, concept_term(tie.kind)),
            (KG.tieObject, object_),
            (KG.evidence, article.evidence(tie.evidence, tie.rule)),
        )


def _tell_resolutions(article: Article) -> None:
    for path, index, reason in article.links.reasons:
        article.tell(
            article.names.made("resolution", article.document.id, path, index, reason.rule),
            (RDF.type, iri(KG.Resolution)),
            (KG.resolves, article.names.thing(path)),
            (KG.inDocument, article.term),
            (KG.rule, text(reason.rule)),
            (KG.reason, text(reason.words)),
            (KG.confidence, decimal(reason.score)),
        )
