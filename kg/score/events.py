"""Events against articles annotated whole: what happened, where, when, by whom, to whom, with what, and how surely.

A report tells a gold event if its kind is in the same group (`kind_groups.toml`) and its words lie on the gold event's
trigger or evidence. Details are counted like in the layer of statements: as right only where the event is found and the
detail agrees.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from kg.model import kind_group
from kg.score.annotation import Annotation, GoldActor, GoldEvent
from kg.score.gold import Gold, GoldArticle
from kg.score.matching import Pairs, match, one_each
from kg.score.sheet import Count, Sheet, Shown, tick_detail, tick_matched
from kg.score.spans import overlap, token_f1
from kg.score.told import Told, ToldArticle, ToldReport

QUESTIONS = ("actors", "events", "mentions", "places", "reports")
FOUND, WORDS = "event", "words, any kind"
ENOUGH = 0.5
# a match by the trigger beats one by the kind, and that one by the evidence alone
_BY_TRIGGER, _BY_KIND, _BY_EVIDENCE = 4.0, 2.0, 1.0


def holds(article: GoldArticle) -> bool:
    """Is there anything in the gold to score events by?"""
    return article.whole is not None


def score(gold: Gold, told: Told) -> Iterator[Sheet]:
    """One sheet an article: events by kind and words, each with each detail, and agents and targets one by one.

    Classes are the kinds.
    """
    for article in gold.articles:
        if article.whole is None:
            continue
        sheet = Sheet(article.id, article.text)
        _score_article(sheet, article.whole, told, told.article(article.id))
        yield sheet


def tellings(golds: Sequence[GoldEvent], reports: Sequence[ToldReport]) -> tuple[ToldReport, ...]:
    """The reports, of those that tell one event of the graph the one that fits the gold best: it is told once."""
    return one_each(golds, reports, _likeness, lambda report: report.event)


def match_events(golds: Sequence[GoldEvent], reports: Sequence[ToldReport]) -> Pairs:
    """Which report tells which gold event, one to one."""
    return match(golds, reports, _likeness)


def tells(gold: GoldEvent, report: ToldReport) -> bool:
    """Does the report stand on the event's own trigger, and tell it with a kind of its group?"""
    return kind_group(gold.kind) == kind_group(report.kind) and overlap((report.span,), gold.trigger)


def _likeness(gold: GoldEvent, report: ToldReport) -> float:
    return _closeness(gold, report) if kind_group(gold.kind) == kind_group(report.kind) else 0.0


def _closeness(gold: GoldEvent, report: ToldReport) -> float:
    """0 if the words lie elsewhere; else more, the surer it is that they tell this event."""
    on_trigger, on_evidence = overlap((report.span,), gold.trigger), overlap((report.span,), gold.evidence)
    if not (on_trigger or on_evidence):
        return 0.0
    return _BY_TRIGGER * on_trigger + _BY_KIND * (gold.kind == report.kind) + _BY_EVIDENCE * on_evidence


def _score_article(sheet: Sheet, whole: Annotation, told: Told, article: ToldArticle) -> None:
    golds, reports = whole.events, tellings(whole.events, article.reports)
    pairs = match_events(golds, reports)
    tick_matched(sheet, FOUND, golds, reports, pairs, show_gold=show_gold, show_told=show_told)
    for detail in _details(whole, told, article):
        tick_detail(
            sheet, f"{FOUND} + {detail.name}", golds, reports, pairs, right=detail.right,
            show_gold=partial(_show_gold, detail), show_told=partial(_show_told, detail),
        )  # fmt: skip
    _tick_words_alone(sheet, golds, reports)
    found = tuple((golds[i], reports[j]) for i, j in pairs)
    _tick_among_found(sheet, "exact kind", found, lambda gold, report: gold.kind == report.kind)
    on_text = tuple((gold, report) for gold, report in found if gold.trigger)
    _tick_among_found(sheet, "trigger overlap", on_text, lambda gold, report: overlap((report.span,), gold.trigger))
    named = partial(_named, told, article)
    for gold, report in found:
        _tick_parties(sheet, "agents", gold, _actors(whole, gold.agents), report.agents, named)
        _tick_parties(sheet, "targets", gold, _actors(whole, gold.targets), report.targets, named)
        _tick_either(sheet, _actors(whole, (*gold.agents, *gold.targets)), (*report.agents, *report.targets), named)


def _tick_words_alone(sheet: Sheet, golds: Sequence[GoldEvent], reports: Sequence[ToldReport]) -> None:
    """Counts the events that are told with whatever kind: what this has more than kind and words is of a wrong kind."""
    found = len(match(golds, reports, _closeness))
    sheet.count(WORDS, Count(found, len(reports), found, len(golds)))


def _tick_among_found(
    sheet: Sheet,
    measure: str,
    found: Sequence[tuple[GoldEvent, ToldReport]],
    right: Callable[[GoldEvent, ToldReport], bool],
) -> None:
    """Counts how many of the events that were found have it right; those that were not found are left out."""
    if not found:
        return
    tick_detail(
        sheet, measure, [gold for gold, _ in found], [report for _, report in found],
        tuple((at, at) for at in range(len(found))), right=right, show_gold=show_gold, show_told=show_told,
    )  # fmt: skip


def show_gold(gold: GoldEvent) -> Shown:
    """A gold event as a case shows it."""
    return Shown(f"{gold.kind}: {gold.words}", next(iter((*gold.trigger, *gold.evidence)), None), gold.kind)


def show_told(report: ToldReport) -> Shown:
    """A report as a case shows it."""
    return Shown(f"{report.kind}: {report.words}", report.span, report.kind)


@dataclass(frozen=True, slots=True)
class _Detail:
    name: str
    right: Callable[[GoldEvent, ToldReport], bool]
    of_gold: Callable[[GoldEvent], str]
    of_told: Callable[[ToldReport], str]


def _show_gold(detail: _Detail, gold: GoldEvent) -> Shown:
    shown = show_gold(gold)
    return Shown(f"{detail.of_gold(gold)} ({shown.words})", shown.span, shown.cls)


def _show_told(detail: _Detail, report: ToldReport) -> Shown:
    shown = show_told(report)
    return Shown(f"{detail.of_told(report)} ({shown.words})", shown.span, shown.cls)


def _details(whole: Annotation, told: Told, article: ToldArticle) -> tuple[_Detail, ...]:
    named = partial(_named, told, article)

    def right_place(gold: GoldEvent, report: ToldReport) -> bool:
        place = whole.place(gold.place)
        names = told.names_by_label(article, report.place_name)
        return bool(place.names & names) if place else not names

    def place_of(gold: GoldEvent) -> str:
        place = whole.place(gold.place)
        return place.name if place else "no place"

    def right_agents(gold: GoldEvent, report: ToldReport) -> bool:
        return _all_right(_actors(whole, gold.agents), report.agents, named)

    def right_targets(gold: GoldEvent, report: ToldReport) -> bool:
        return _all_right(_actors(whole, gold.targets), report.targets, named)

    def listed(ids: Sequence[str]) -> str:
        return ", ".join(actor.name for actor in _actors(whole, ids)) or "nobody"

    return (
        _Detail("place", right_place, place_of, lambda report: report.place_name or "no place"),
        _Detail("dates", _same_dates, _dates, _dates),
        _Detail("agents", right_agents, lambda gold: listed(gold.agents), lambda r: ", ".join(r.agents) or "nobody"),
        _Detail(
            "targets", right_targets, lambda gold: listed(gold.targets), lambda r: ", ".join(r.targets) or "nobody"
        ),
        _Detail(
            "weapon", _same_weapon, lambda g: g.weapon or "no weapon", lambda r: ", ".join(r.weapon) or "no weapon"
        ),
        _Detail("status", lambda g, r: _status(g) == r.status, _status, lambda report: report.status or "no status"),
    )


def _actors(whole: Annotation, ids: Sequence[str]) -> tuple[GoldActor, ...]:
    return tuple(actor for actor in whole.actors if actor.id in ids)


def _named(told: Told, article: ToldArticle, actor: GoldActor, label: str) -> float:
    """1 if one of the actor's names is one of those that the told actor of this label has."""
    return float(bool(actor.names & told.names_by_label(article, label)))


def _all_right(actors: Sequence[GoldActor], labels: Sequence[str], named: Callable[[GoldActor, str], float]) -> bool:
    return len(actors) == len(labels) == len(match(actors, labels, named))


def _tick_parties(
    sheet: Sheet,
    measure: str,
    gold: GoldEvent,
    actors: Sequence[GoldActor],
    labels: Sequence[str],
    named: Callable[[GoldActor, str], float],
) -> None:
    """Counts the agents or targets of one event that was found."""
    shown = show_gold(gold)
    tick_matched(
        sheet, measure, actors, labels, match(actors, labels, named),
        show_gold=lambda actor: Shown(f"{actor.name} ({shown.words})", shown.span),
        show_told=lambda label: Shown(f"{label} ({shown.words})", shown.span),
    )  # fmt: skip


def _tick_either(
    sheet: Sheet, actors: Sequence[GoldActor], labels: Sequence[str], named: Callable[[GoldActor, str], float]
) -> None:
    """Counts who has part in an event: of a clash or of talks, readers write both sides as agents, or one as target."""
    labels = tuple(dict.fromkeys(labels))
    found = len(match(actors, labels, named))
    sheet.count("agents or targets", Count(found, len(labels), found, len(actors)))


def _same_dates(gold: GoldEvent, report: ToldReport) -> bool:
    return (gold.earliest, gold.latest) == (report.earliest, report.latest)


def _dates(event: GoldEvent | ToldReport) -> str:
    if event.earliest is None and event.latest is None:
        return "no date"
    return f"{event.earliest or ''}…{event.latest or ''}" if event.earliest != event.latest else event.earliest or ""


def _same_weapon(gold: GoldEvent, report: ToldReport) -> bool:
    """Do the words agree with token F1 ≥ 0.5, plurals aside ("bomb", "car bombs")? Both none is right."""
    if not gold.weapon or not report.weapon:
        return not gold.weapon and not report.weapon
    expected = _singular(gold.weapon)
    return any(token_f1(expected, _singular(words)) >= ENOUGH for words in (*report.weapon, " ".join(report.weapon)))


def _singular(words: str) -> str:
    return " ".join(word.removesuffix("s") for word in words.split())


def _status(gold: GoldEvent) -> str:
    """The status as graphs tell it: what is earlier history has happened."""
    return "happened" if gold.status == "background" else gold.status
