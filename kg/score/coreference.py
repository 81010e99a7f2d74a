"""Happenings and things that are one in different articles, against ECB+."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from kg.model import Span
from kg.score.clusters import b_cubed, pairs_across, strays
from kg.score.gold import Gold, GoldArticle
from kg.score.matching import match
from kg.score.mentioned import fit, head_at, thing_at
from kg.score.raw_spans import rows_of, to_span, to_spans
from kg.score.sheet import Count, Fault, Sheet
from kg.score.spans import words_of
from kg.score.told import Told, ToldArticle

QUESTIONS = ("mentions", "events", "reports")
LAYERS = ("events", "entities")
# persons, groups and organisations, vehicles, places; not times, and not what is no human part
KINDS = {"events": ("ACTION", "NEG_ACTION"), "entities": ("HUMAN", "LOC")}


@dataclass(frozen=True, slots=True)
class _Item:
    """A happening or thing in one article: a cluster, and where its mentions stand there."""

    article: str
    cluster: tuple[str, str]
    spans: tuple[Span, ...]

    def places(self) -> "Iterator[_Place]":
        return (_Place(self.article, self.cluster, span) for span in self.spans)


@dataclass(frozen=True, slots=True)
class _Place:
    """One mention in one article."""

    article: str
    cluster: tuple[str, str]
    span: Span


def holds(article: GoldArticle) -> bool:
    """Is there anything in the gold to score coreference by?"""
    return all(name in article.layers for name in (*LAYERS, "checked"))


def score(gold: Gold, told: Told) -> Iterator[Sheet]:
    """One sheet an article, for events and for entities.

    Items are the clusters of each article, however often it mentions them: a graph tells a happening once an article.
    An item is told as what most of its mentions are told as. An event mention is told as the event of the report whose
    trigger fits it best, an entity mention as what the told mention that holds its head, and fits it best, refers to.
    Only the sentences that were checked have annotations, only in these something told counts. B³ is over all
    articles, so that what is told as one over two topics costs precision. Pairs are of items of different articles, and
    count half at either end.
    """
    articles = [article for article in gold.articles if holds(article)]
    sheets = {article.id: Sheet(article.id, article.text) for article in articles}
    for layer in LAYERS:
        mentions = [place for article in articles for place in _mentions(article, layer)]
        find = _event_at if layer == "events" else _entity_at
        found = {place: find(sheets[place.article].text, told.article(place.article), place.span) for place in mentions}
        nodes = {place: node for place, node in found.items() if node is not None}
        items = _items(mentions)
        groups = _told_as(items, nodes)
        for article in articles:
            here = [item for item in items if item.article == article.id]
            inside = _told_inside(article, told.article(article.id), layer)
            _count_found(sheets[article.id], layer, here, inside, nodes)
        _count_groups(sheets, layer, items, groups)
        _count_mentions(sheets, layer, mentions, nodes)
    yield from sheets.values()


def _mentions(article: GoldArticle, layer: str) -> Iterator[_Place]:
    topic = str(article.layers.get("topic") or "")
    for where, row in rows_of(article, layer):
        span = to_span(where, [row.get("start"), row.get("end")], article.text)
        if str(row.get("type")).startswith(KINDS[layer]):
            yield _Place(article.id, (topic, str(row.get("cluster"))), span)


def _event_at(_: str, answer: ToldArticle, place: Span) -> str | None:
    over = (report for report in answer.reports if report.span.overlaps(place))
    best = max(over, key=lambda report: fit(report.span, place), default=None)
    return best.event if best else None


def _entity_at(text: str, answer: ToldArticle, place: Span) -> str | None:
    return thing_at(text, place, answer.mentions, head_only=True)


def _items(mentions: Iterable[_Place]) -> list[_Item]:
    spans: dict[tuple[str, tuple[str, str]], list[Span]] = defaultdict(list)
    for place in mentions:
        spans[place.article, place.cluster].append(place.span)
    return [_Item(article, cluster, tuple(sorted(each))) for (article, cluster), each in spans.items()]


def _told_as(items: Iterable[_Item], nodes: Mapping[_Place, str]) -> dict[_Item, str]:
    """What most mentions of each item are told as; where two are as many, the one of the first mention."""
    told = {}
    for item in items:
        counted = Counter(nodes[place] for place in item.places() if place in nodes)
        if counted:
            told[item] = counted.most_common(1)[0][0]
    return told


def _told_inside(article: GoldArticle, answer: ToldArticle, layer: str) -> dict[str, tuple[Span, ...]]:
    """By what is told: where, as far as it stands in checked sentences.

    Left out are words inside longer annotated ones, without their head: of "a store in Ayn" only the store is
    annotated, so that nobody can tell whether Ayn is right.
    """
    text, where = article.text, f"article {article.id}"
    checked = to_spans(f"{where}, checked", article.layers["checked"], text)
    longer = [to_span(name, [row.get("start"), row.get("end")], text) for name, row in rows_of(article, layer)]
    told = (
        ((report.event, report.span) for report in answer.reports)
        if layer == "events"
        else ((each.refers_to, each.span) for each in answer.mentions)
    )
    spans: dict[str, list[Span]] = defaultdict(list)
    for thing, span in told:
        if thing is None or not any(sentence.overlaps(span) for sentence in checked):
            continue
        if not any(_is_modifier(text, span, phrase) for phrase in longer):
            spans[thing].append(span)
    return {thing: tuple(each) for thing, each in spans.items()}


def _is_modifier(text: str, span: Span, phrase: Span) -> bool:
    return phrase.covers(span) and head_at(text, phrase) not in words_of(span.of(text))


def _count_found(
    sheet: Sheet,
    layer: str,
    items: Sequence[_Item],
    told: Mapping[str, tuple[Span, ...]],
    nodes: Mapping[_Place, str],
) -> None:
    """Counts which happenings or things of the article are there at all, one to one by the mentions told as them."""
    measure = f"{layer} found"
    things = list(told)

    def together(item: _Item, thing: str) -> float:
        return sum(nodes.get(place) == thing for place in item.places())

    pairs = match(items, things, together)
    found, used = {i for i, _ in pairs}, {j for _, j in pairs}
    for i, item in enumerate(items):
        sheet.count(measure, Count(gold=1, right_gold=i in found))
        if i not in found:
            sheet.case(measure, Fault.MISSED, item.spans[0], expected=_words(sheet, item))
    for j, thing in enumerate(things):
        sheet.count(measure, Count(told=1, right_told=j in used))
        if j not in used:
            span = told[thing][0]
            sheet.case(measure, Fault.INVENTED, span, told=span.of(sheet.text))


def _count_groups(sheets: Mapping[str, Sheet], layer: str, items: Sequence[_Item], groups: Mapping[_Item, str]) -> None:
    golds = {item: item.cluster for item in items}
    for item, count in b_cubed(golds, groups).items():
        sheets[item.article].count(f"{layer} B³", count)
    there = {item: cluster for item, cluster in golds.items() if item in groups}
    found_ones = b_cubed(there, groups)
    for item in items:
        sheets[item.article].count(f"{layer} B³, found ones", found_ones.get(item, Count()))
    for item, count in pairs_across(golds, groups, home=lambda item: item.article).items():
        sheets[item.article].count(f"{layer}, pairs across articles", count)
    for stray in strays(golds, groups):
        sheet, other = sheets[stray.item.article], stray.other
        words = f"{_words(sheets[other.article], other)} of {other.article}"
        told = f"{'apart from' if stray.split else 'one with'} {words}"
        sheet.case(f"{layer} B³", Fault.WRONG, stray.item.spans[0], expected=_words(sheet, stray.item), told=told)


def _count_mentions(
    sheets: Mapping[str, Sheet], layer: str, mentions: Sequence[_Place], nodes: Mapping[_Place, str]
) -> None:
    """Counts B³ with each mention as an item, as the papers on ECB+ do; no cases, those of the items say the same."""
    golds = {place: place.cluster for place in mentions}
    for place, count in b_cubed(golds, nodes).items():
        sheets[place.article].count(f"{layer} B³, each mention", count)


def _words(sheet: Sheet, item: _Item) -> str:
    return item.spans[0].of(sheet.text)
