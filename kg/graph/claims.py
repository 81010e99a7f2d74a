"""What one article says that somebody said: its statements, and its figures with who says so."""

from kg.graph.article import Article
from kg.graph.concepts import concept_term
from kg.graph.terms import boolean, day, integer, iri, optional, text
from kg.model import Figure, Reading, Span, Statement
from kg.vocab import KG, RDF

PIECES = " … "


def tell_statements(article: Article, reading: Reading) -> tuple[str, ...]:
    """Adds each statement; their terms come back, in the order of the reading."""
    return tuple(_tell_statement(article, statement) for statement in reading.statements)


def _tell_statement(article: Article, statement: Statement) -> str:
    said, words = statement.said, article.document.text
    about = [article.event(index) for index in statement.about_events]
    about += [article.actor(index) for index in statement.about_actors]
    term = article.names.made("statement", article.document.id, *_pieces(statement), statement.mode, statement.stance)
    article.tell(
        term,
        (RDF.type, iri(KG.Statement)),
        (KG.inDocument, article.term),
        (KG.speaker, article.actor(statement.speaker_referent)),
        (KG.mode, concept_term(statement.mode)),
        (KG.stance, concept_term(statement.stance)),
        (KG.content, text(PIECES.join(piece.of(words) for piece in statement.content))),
        *((KG.contentSelector, article.selector(span)) for span in statement.content),
        *((KG.cueSelector, article.selector(span)) for span in statement.cue),
        *((KG.speakerSelector, article.selector(span)) for span in statement.speaker),
        (KG.saidEarliest, optional(day, said.earliest) if said else None),
        (KG.saidLatest, optional(day, said.latest) if said else None),
        (KG.addressee, article.actor(statement.addressee)),
        (KG.medium, optional(concept_term, statement.medium)),
        (KG.anonymous, boolean(statement.anonymous)),
        *((KG.about, thing) for thing in about),
        (KG.evidence, article.evidence(_hull(statement.content + statement.cue), statement.rule)),
        (KG.timeEvidence, article.evidence(said.span, said.rule) if said else None),
    )
    return term


def _pieces(statement: Statement) -> list[str]:
    """Where the words stand: what makes this statement this one."""
    return [
        ";".join(f"{span.start}-{span.end}" for span in spans)
        for spans in (statement.content, statement.cue, statement.speaker)
    ]


def _hull(spans: tuple[Span, ...]) -> Span:
    """The least span that covers all of `spans`: the words said together with the cue between them."""
    return Span(min(span.start for span in spans), max(span.end for span in spans))


def tell_figures(article: Article, reading: Reading, statements: tuple[str, ...]) -> None:
    """Adds each figure; `statements` are the terms of the reading's statements, in order."""
    for figure in reading.figures:
        _tell_figure(article, figure, None if figure.said_by is None else statements[figure.said_by])


def _tell_figure(article: Article, figure: Figure, said_by: str | None) -> None:
    span, party = figure.span, figure.party
    article.tell(
        article.names.made(
            "figure", article.document.id, span.start, span.end, figure.kind, figure.low, figure.high,
            figure.approximate, party and (party.start, party.end), figure.party_type, said_by,
        ),
        (RDF.type, iri(KG.Figure)),
        (KG.inDocument, article.term),
        (KG.figureKind, concept_term(figure.kind)),
        (KG.low, optional(integer, figure.low)),
        (KG.high, optional(integer, figure.high)),
        (KG.approximate, boolean(figure.approximate)),
        (KG.party, text(party.of(article.document.text)) if party else None),
        (KG.partyType, concept_term(figure.party_type)),
        (KG.ofSide, article.actor(figure.side)),
        (KG.ofEvent, article.event(figure.event)),
        (KG.saidBy, said_by),
        (KG.evidence, article.evidence(span, figure.rule)),
    )  # fmt: skip
