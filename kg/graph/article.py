"""One article's own graph while it is written: citing a span makes its selector and its evidence, once."""

from functools import cache

from kg.errors import InputError
from kg.graph.links import Links, Thing
from kg.graph.names import Names
from kg.graph.terms import Quad, decimal, describe, iri, offset, text
from kg.model import Document, Span
from kg.resources import read_rules
from kg.vocab import KG, OA, RDF

_POSITION, _QUOTE = iri(OA.TextPositionSelector), iri(OA.TextQuoteSelector)
_EVIDENCE = iri(KG.Evidence)


@cache
def rule_terms(rule: str) -> tuple[str, str]:
    """The terms of a rule's id and of the confidence that it declares.

    Raises:
        InputError: no file in `kg/data/rules/` declares the rule.
    """
    declared = read_rules().get(rule)
    if declared is None:
        raise InputError(f"the rule {rule!r} is declared in no file of kg/data/rules/")
    return text(rule), decimal(declared["confidence"])


class Article:
    """Collects the quads of one article. Lives inside `reading_quads` only, which gives away the quads."""

    def __init__(self, document: Document, links: Links, names: Names) -> None:
        self.document = document
        self.links = links
        self.names = names
        self.term = names.document(document.id)
        self.quads: list[Quad] = []
        self._made: set[str] = set()

    def tell(self, subject: str, *facts: tuple[str, str | None]) -> None:
        """Adds facts about a subject; those without an object are left out."""
        self.quads.extend(describe(subject, self.term, *facts))

    def selector(self, span: Span) -> str:
        """The term of the selector of `span`."""
        term = self.names.selector(self.document.id, span)
        if term not in self._made:
            self._made.add(term)
            self.tell(
                term,
                (RDF.type, _POSITION),
                (RDF.type, _QUOTE),
                (OA.start, offset(span.start)),
                (OA.end, offset(span.end)),
                (OA.exact, text(span.of(self.document.text))),
            )
        return term

    def evidence(self, span: Span, rule: str) -> str:
        """The term of the evidence that a rule found in `span`."""
        term = self.names.made("evidence", self.document.id, span.start, span.end, rule)
        if term not in self._made:
            self._made.add(term)
            self.tell(term, (RDF.type, _EVIDENCE), *self.citation(span, rule))
        return term

    def citation(self, span: Span, rule: str) -> tuple[tuple[str, str], ...]:
        """What evidence and mentions tell alike: source, selector, rule, confidence."""
        rule_term, confidence = rule_terms(rule)
        return (
            (OA.hasSource, self.term),
            (OA.hasSelector, self.selector(span)),
            (KG.rule, rule_term),
            (KG.confidence, confidence),
        )

    def thing(self, referent: int | None) -> str | None:
        """The term of the actor or place behind a referent, where there is one."""
        found = None if referent is None else self.links.referents.get(referent)
        return None if found is None else self.names.thing(f"{found[0]}/{found[1]}")

    def actor(self, referent: int | None) -> str | None:
        """The term of the actor behind a referent; None for a place."""
        return self._of_kind("actor", referent)

    def place(self, referent: int | None) -> str | None:
        """The term of the place behind a referent; None for an actor."""
        return self._of_kind("place", referent)

    def event(self, report: int | None) -> str | None:
        """The term of the event that a report tells of, where there is one."""
        key = None if report is None else self.links.events.get(report)
        return None if key is None else self.names.thing(f"event/{key}")

    def _of_kind(self, kind: Thing, referent: int | None) -> str | None:
        found = None if referent is None else self.links.referents.get(referent)
        return self.thing(referent) if found is not None and found[0] == kind else None
