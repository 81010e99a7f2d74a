"""Figures against articles annotated whole: how many people met what, of which party, in which event, and who says so.

A told figure is a gold one if kind, low and high are the same and its words lie on those of the gold. Details are
strict: the event is right if it is the one whose report was matched with the gold figure's event, "who says so" if the
statement was matched with the gold one; where the gold has none, nothing may be told. That another statement of the
same speaker is named, counts in `+ speaker` only.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

from kg.score.annotation import Annotation, GoldFigure, GoldStatement
from kg.score.events import QUESTIONS as OF_EVENTS
from kg.score.events import match_events, tellings
from kg.score.gold import Gold, GoldArticle
from kg.score.matching import match, one_each
from kg.score.sheet import Sheet, Shown, tick_detail, tick_matched
from kg.score.spans import overlap, token_f1
from kg.score.statements import match_statements, speaker_test
from kg.score.told import Told, ToldArticle, ToldFigure, ToldStatement

QUESTIONS = (*OF_EVENTS, "figures", "statements")
FOUND = "claim"
# readers write the victims there, too ("civilians outside a bakery"): of the war's sides they are none
NO_SIDE = frozenset({"Civilians", "Group", "Person"})


def holds(article: GoldArticle) -> bool:
    """Is there anything in the gold to score figures by?"""
    return article.whole is not None


def score(gold: Gold, told: Told) -> Iterator[Sheet]:
    """One sheet an article: figures by kind, number and words, and with each detail. Classes are the kinds."""
    for article in gold.articles:
        if article.whole is None:
            continue
        sheet = Sheet(article.id, article.text)
        _score_article(sheet, article.whole, told, told.article(article.id))
        yield sheet


def _likeness(text: str, gold: GoldFigure, told: ToldFigure) -> float:
    """0 if it can't be the gold figure; else more, the more its words agree with those of the gold."""
    if (gold.kind, gold.low, gold.high) != (told.kind, told.low, told.high) or not overlap((told.span,), gold.evidence):
        return 0.0
    return 1 + token_f1(gold.words, told.span.of(text))


def _score_article(sheet: Sheet, whole: Annotation, told: Told, article: ToldArticle) -> None:
    likeness = partial(_likeness, sheet.text)
    golds = whole.figures
    figures = one_each(golds, article.figures, likeness, lambda figure: figure.iri)
    pairs = match(golds, figures, likeness)
    tick_matched(
        sheet, FOUND, golds, figures, pairs,
        show_gold=_show_gold, show_told=partial(_show_told, sheet.text),
    )  # fmt: skip
    for detail in _details(sheet.text, whole, told, article):
        tick_detail(
            sheet, f"{FOUND} + {detail.name}", golds, figures, pairs, right=detail.right,
            show_gold=partial(_show_gold, detail=detail), show_told=partial(_show_told, sheet.text, detail=detail),
        )  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Detail:
    name: str
    right: Callable[[GoldFigure, ToldFigure], bool]
    of_gold: Callable[[GoldFigure], str]
    of_told: Callable[[ToldFigure], str]


def _details(text: str, whole: Annotation, told: Told, article: ToldArticle) -> tuple[_Detail, ...]:
    same_speaker = speaker_test(whole, told, article, text)
    links = _Links.of(whole, article, same_speaker)
    party = _Detail("party type", _same_party_type, lambda g: g.party_type or "none", _told_cell("party_type"))
    event = _Detail("event", links.same_event, links.event_of_gold, links.event_of_told)
    said_by = _Detail("who says so", links.same_statement, links.words_of_gold, links.words_of_told)

    def all_right(gold: GoldFigure, figure: ToldFigure) -> bool:
        return all(detail.right(gold, figure) for detail in (party, event, said_by))

    return (
        party,
        _Detail("side", partial(_same_side, whole, told, article), partial(_side, whole), _told_cell("side_name")),
        event,
        said_by,
        _Detail(
            "speaker",
            partial(_same_speaker, whole, article, same_speaker),
            partial(_speaker, whole),
            _told_cell("speaker_name"),
        ),
        _Detail(
            "all three",
            all_right,
            lambda gold: "; ".join(detail.of_gold(gold) for detail in (party, event, said_by)),
            lambda figure: "; ".join(detail.of_told(figure) for detail in (party, event, said_by)),
        ),
    )


@dataclass(frozen=True, slots=True)
class _Links:
    """Which told event and statement each gold one is, and the words of both for the cases.

    Attributes:
        events: by gold id, the IRI of the event that was matched; None: it was not found.
        statements: by gold id, the IRI of the statement that was matched.
    """

    whole: Annotation
    article: ToldArticle
    events: dict[str, str]
    statements: dict[str, str]

    @classmethod
    def of(
        cls,
        whole: Annotation,
        article: ToldArticle,
        same_speaker: Callable[[GoldStatement, ToldStatement], bool],
    ) -> "_Links":
        reports = tellings(whole.events, article.reports)
        events = match_events(whole.events, reports)
        statements = match_statements(whole.statements, article.statements, same_speaker)
        return cls(
            whole,
            article,
            {whole.events[i].id: reports[j].event for i, j in events},
            {whole.statements[i].id: article.statements[j].iri for i, j in statements},
        )

    def same_event(self, gold: GoldFigure, figure: ToldFigure) -> bool:
        return _same_link(gold.event, figure.row["event"], self.events)

    def same_statement(self, gold: GoldFigure, figure: ToldFigure) -> bool:
        return _same_link(gold.said_by, figure.row["said_by"], self.statements)

    def event_of_gold(self, gold: GoldFigure) -> str:
        words = next((f"{event.kind}: {event.words}" for event in self.whole.events if event.id == gold.event), None)
        found = "" if gold.event is None or gold.event in self.events else ", which was not found"
        return f"{words or 'no event'}{found}"

    def event_of_told(self, figure: ToldFigure) -> str:
        iri = figure.row["event"]
        told = (f"{report.kind}: {report.words}" for report in self.article.reports if report.event == iri)
        return next(told, iri) or "no event"

    def words_of_gold(self, gold: GoldFigure) -> str:
        said = _statement(self.whole, gold)
        found = "" if gold.said_by is None or gold.said_by in self.statements else ", which was not found"
        return f"{said.speaker_words or 'somebody'}: {said.content}{found}" if said else "the article itself"

    def words_of_told(self, figure: ToldFigure) -> str:
        iri = figure.row["said_by"]
        told = (f"{said.row['speaker_name']}: {said.content}" for said in self.article.statements if said.iri == iri)
        return next(told, iri) or "the article itself"


def _same_link(gold: str | None, told: str | None, matched: dict[str, str]) -> bool:
    """Does the told figure point to what was matched with that to which the gold one points? Both to nothing: yes."""
    if gold is None or not told:
        return gold is None and not told
    return matched.get(gold) == told


def _same_party_type(gold: GoldFigure, figure: ToldFigure) -> bool:
    return (gold.party_type or None) == (figure.row["party_type"] or None)


def _same_side(whole: Annotation, told: Told, article: ToldArticle, gold: GoldFigure, figure: ToldFigure) -> bool:
    """Is the side the same one? People who are of no side, the victims themselves, may be told as one or not."""
    actor, names = whole.actor(gold.side), told.names_by_label(article, figure.row["side_name"])
    if actor is None or (actor.type in NO_SIDE and not names):
        return not names
    return bool(actor.names & names)


def _same_speaker(
    whole: Annotation,
    article: ToldArticle,
    same: Callable[[GoldStatement, ToldStatement], bool],
    gold: GoldFigure,
    figure: ToldFigure,
) -> bool:
    said, iri = _statement(whole, gold), figure.row["said_by"]
    if said is None or not iri:
        return said is None and not iri
    each = next((each for each in article.statements if each.iri == iri), None)
    return each is not None and same(said, each)


def _statement(whole: Annotation, gold: GoldFigure) -> GoldStatement | None:
    return next((said for said in whole.statements if said.id == gold.said_by), None)


def _side(whole: Annotation, gold: GoldFigure) -> str:
    actor = whole.actor(gold.side)
    return actor.name if actor else "none"


def _speaker(whole: Annotation, gold: GoldFigure) -> str:
    said = _statement(whole, gold)
    return (said.speaker_words or "somebody") if said else "the article itself"


def _told_cell(column: str) -> Callable[[ToldFigure], str]:
    return lambda figure: figure.row[column] or "none"


def _show_gold(gold: GoldFigure, *, detail: _Detail | None = None) -> Shown:
    words = _number(gold.kind, gold.low, gold.high, gold.words)
    span = gold.evidence[0] if gold.evidence else None
    return Shown(f"{detail.of_gold(gold)} ({words})" if detail else words, span, gold.kind)


def _show_told(text: str, figure: ToldFigure, *, detail: _Detail | None = None) -> Shown:
    words = _number(figure.kind, figure.low, figure.high, figure.span.of(text))
    return Shown(f"{detail.of_told(figure)} ({words})" if detail else words, figure.span, figure.kind or "none")


def _number(kind: str, low: int | None, high: int | None, words: str) -> str:
    number = str(low) if low == high else f"{'' if low is None else low}…{'' if high is None else high}"
    return f"{kind} {number}: {words}"
