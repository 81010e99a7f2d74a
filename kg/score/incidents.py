"""Incidents against articles annotated whole: which events of different articles are one happening.

The items are the gold events. The graph's grouping of them is read off the reports that tell them: two gold events are
told as one if their reports are of one event. What the gold does not have can't be judged and is left out, but for a
second telling: a further event of the graph that an article tells on the trigger of a gold event. It is in the right
group with nothing.
"""

from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from kg.errors import InputError
from kg.score.annotation import Annotation
from kg.score.clusters import b_cubed, linked
from kg.score.events import match_events, show_gold, show_told, tells
from kg.score.gold import Gold, GoldArticle
from kg.score.sheet import Count, Fault, Sheet, Shown
from kg.score.told import Told, ToldArticle

QUESTIONS = ("events", "reports")
PAIRS, PAIRS_FOUND, B_CUBED = "pairs", "pairs, both found", "B³"

Item = tuple[str, str]
"""An article and what one of its events is called: the id of the gold event, or "again n", a second telling."""


def holds(article: GoldArticle) -> bool:
    """Is there anything in the gold to score incidents by?"""
    return article.whole is not None


def score(gold: Gold, told: Told) -> Iterator[Sheet]:
    """One sheet an article: pairs of events of different articles, those whose events were both found, and B³.

    A pair counts half in either article. Gold events in no group stand alone. There are no sheets where the gold does
    not say which events are one happening.

    Raises:
        InputError: an event stands in two groups.
    """
    if gold.incidents is None:
        return
    wholes = {article.id: article.whole for article in gold.articles if article.whole is not None}
    sheets = {article.id: Sheet(article.id, article.text) for article in gold.articles if article.id in wholes}
    items = [item for id_, whole in wholes.items() for item in _items(id_, whole, told.article(id_))]
    groups = _gold_groups(gold.incidents, items)
    _tick_pairs(sheets, items, groups)
    _tick_b_cubed(sheets, items, groups)
    _note(sheets, items, groups)
    yield from sheets.values()


@dataclass(frozen=True, slots=True)
class _Item:
    """An event of the gold, or a second telling; `event` is the IRI of the told one, None if it was not found."""

    id: Item
    event: str | None
    shown: Shown
    gold: bool = True


def _items(article: str, whole: Annotation, there: ToldArticle) -> Iterator[_Item]:
    reports = there.reports
    matched = dict(match_events(whole.events, reports))
    for at, event in enumerate(whole.events):
        iri = reports[matched[at]].event if at in matched else None
        yield _Item((article, event.id), iri, show_gold(event))
    told = {reports[j].event for j in matched.values()}
    for at, report in enumerate(reports):
        if report.event not in told and any(tells(event, report) for event in whole.events):
            told.add(report.event)
            yield _Item((article, f"again {at}"), report.event, show_told(report), gold=False)


def _gold_groups(incidents: Sequence[frozenset[Item]], items: Sequence[_Item]) -> dict[Item, Hashable]:
    """The group of each item: a number, or the item itself where it stands alone."""
    numbers: dict[Item, Hashable] = {}
    for number, group in enumerate(incidents):
        for article, event in sorted(group):
            if (article, event) in numbers:
                raise InputError(f"the event {event} of {article} stands in two incidents")
            numbers[article, event] = number
    return {item.id: numbers.get(item.id, item.id) for item in items}


def _tick_pairs(sheets: Mapping[str, Sheet], items: Sequence[_Item], groups: Mapping[Item, Hashable]) -> None:
    told = _told_groups(items)
    golds, tolds = _across(linked(groups)), _across(linked(told))
    of_found = frozenset(pair for pair in golds if pair <= told.keys())
    for measure, there in ((PAIRS, golds), (PAIRS_FOUND, of_found)):
        for pair in there | tolds:
            is_gold, is_told = pair in there, pair in tolds
            both = 0.5 * (is_gold and is_told)
            for article, _ in pair:
                sheets[article].count(measure, Count(both, 0.5 * is_told, both, 0.5 * is_gold))


def _tick_b_cubed(sheets: Mapping[str, Sheet], items: Sequence[_Item], groups: Mapping[Item, Hashable]) -> None:
    golds = {item.id: groups[item.id] for item in items if item.gold}
    for (article, _), count in b_cubed(golds, _told_groups(items)).items():
        sheets[article].count(B_CUBED, count)
    for item in items:
        if not item.gold:
            sheets[item.id[0]].count(B_CUBED, Count(told=1))


def _note(sheets: Mapping[str, Sheet], items: Sequence[_Item], groups: Mapping[Item, Hashable]) -> None:
    """Notes every pair missed and every pair told wrongly, in the first of its articles.

    Pairs within an article cost B³ alone.
    """
    by_id = {item.id: item for item in items}
    golds, tolds = linked(groups), linked(_told_groups(items))
    for pair in golds ^ tolds:
        first, second = (by_id[id_] for id_ in sorted(pair))
        measure = PAIRS if len(_articles(pair)) > 1 else B_CUBED
        words = f"{_words(first)} = {_words(second)}"
        sheet, span = sheets[first.id[0]], first.shown.span
        if pair in golds:
            sheet.case(measure, Fault.MISSED, span, expected=words)
        else:
            sheet.case(measure, Fault.INVENTED, span, told=words)


def _words(item: _Item) -> str:
    note = ", which was not found" if item.event is None else "" if item.gold else ", told again"
    return f"{item.shown.words} ({item.id[0]}{note})"


def _told_groups(items: Sequence[_Item]) -> dict[Item, Hashable]:
    return {item.id: item.event for item in items if item.event is not None}


def _across(pairs: frozenset[frozenset[Item]]) -> frozenset[frozenset[Item]]:
    """The pairs of events of different articles."""
    return frozenset(pair for pair in pairs if len(_articles(pair)) > 1)


def _articles(pair: frozenset[Item]) -> frozenset[str]:
    return frozenset(article for article, _ in pair)
