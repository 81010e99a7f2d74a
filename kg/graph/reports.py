"""The reports of one article: its telling of each happening, and what it is evidence of."""

from kg.graph.article import Article
from kg.graph.concepts import concept_term
from kg.graph.terms import boolean, day, iri, optional, text
from kg.model import EventReport, Part, Reading, Role
from kg.vocab import KG, RDF


def tell_reports(article: Article, reading: Reading) -> None:
    """Adds each report, and its evidence to the event and the participations that it supports."""
    for index, report in enumerate(reading.events):
        event = article.event(index)
        if event is None:
            continue
        evidence = article.evidence(report.evidence, report.rule)
        _tell_report(article, report, event, evidence)
        article.tell(event, (KG.evidence, evidence))
        for key, part in article.links.parts.get(index, ()):
            _tell_part(article, report, key, part, evidence)


def _tell_report(article: Article, report: EventReport, event: str, evidence: str) -> None:
    when, trigger, place = report.when, report.trigger, article.place(report.place)
    shown = report.place_evidence if place else None
    article.tell(
        article.names.made(
            "report", article.document.id, trigger.start, trigger.end, event, report.status, report.background,
            when and (when.earliest, when.latest), place,
        ),
        (RDF.type, iri(KG.Report)),
        (KG.reports, event),
        (KG.inDocument, article.term),
        (KG.triggerSelector, article.selector(trigger)),
        *((KG.otherTriggerSelector, article.selector(span)) for span in report.other_triggers),
        (KG.eventKind, concept_term(report.kind)),
        (KG.status, concept_term(report.status)),
        (KG.background, boolean(report.background)),
        (KG.earliest, optional(day, when.earliest) if when else None),
        (KG.latest, optional(day, when.latest) if when else None),
        (KG.place, place),
        (KG.weapon, text(report.weapon.of(article.document.text)) if report.weapon else None),
        *_participants(article, report),
        (KG.evidence, evidence),
        (KG.timeEvidence, article.evidence(when.span, when.rule) if when else None),
        (KG.placeEvidence, article.evidence(shown, report.rule) if shown else None),
    )  # fmt: skip


def _participants(article: Article, report: EventReport) -> list[tuple[str, str | None]]:
    properties = {Role.AGENT: KG.agent, Role.TARGET: KG.target}
    return [(properties[who.role], article.actor(who.referent)) for who in report.participants]


def _tell_part(article: Article, report: EventReport, event: str, part: Part, evidence: str) -> None:
    """Adds the words that show an actor's part: those of the participant, else the whole report's."""
    participation = article.names.participation(event, part.actor, part.role)
    known = [who for who in report.participants if article.links.referents.get(who.referent) == ("actor", part.actor)]
    alike = [who for who in known if who.role is part.role] or known
    shown = [article.evidence(who.evidence, who.rule) for who in alike] or [evidence]
    article.tell(participation, *((KG.evidence, term) for term in shown))
