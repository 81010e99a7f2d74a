"""Place names against annotated place names with coordinates: which are told, and where the graph puts them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from kg.resources import read_table
from kg.score.distance import Point
from kg.score.gold import Gold, GoldArticle
from kg.score.naming import TABLE, is_name, trimmed
from kg.score.raw_spans import rows_of
from kg.score.resolved import REGION_KM, Located, gold_point, note_far, tick_resolved, told_point
from kg.score.sheet import ALL, Fault, Sheet
from kg.score.told import Told, ToldMention
from kg.score.typed_spans import (
    GoldSpan,
    Outcome,
    ToldSpan,
    compare_spans,
    overlapping,
    span_of,
)

QUESTIONS = ("places", "mentions")
LAYER = "places"
PLACE = "Place"
TOO = ", all kinds"


def holds(article: GoldArticle) -> bool:
    """Is there anything in the gold to score coordinates by? The places of one event are another gold."""
    return LAYER in article.layers and "event" not in article.layers


def score(gold: Gold, told: Told) -> Iterator[Sheet]:
    """One sheet an article: place names found, and near enough.

    `found`: a mention of a place overlaps the name, one to one, the best first. `within 161 km`: recall over all names
    whose coordinates the gold gives, precision over those found to which the graph gives some; `km error`: the median
    over those. Where the gold says what its names do, those that only stand for somebody ("Damascus denied …") are left
    out, and counted in measures of their own. Classes are these kinds, else the kind of place.
    """
    for article in gold.articles:
        if holds(article):
            sheet = Sheet(article.id, article.text)
            _score_article(sheet, _toponyms(article), told)
            yield sheet


@dataclass(frozen=True, slots=True)
class _Toponym:
    """A row of the gold; `role`: "literal", "associative", "open" or "none"."""

    gold: GoldSpan
    role: str
    point: Point | None
    has_kind: bool


def _toponyms(article: GoldArticle) -> tuple[_Toponym, ...]:
    return tuple(_toponym(where, row, article.text) for where, row in rows_of(article, LAYER))


def _toponym(where: str, row: Mapping[str, Any], text: str) -> _Toponym:
    span = span_of(where, row, text)
    kind, code = row.get("kind"), row.get("fcode")
    roles = read_table(TABLE)["toponyms"]
    role = next((role for role, kinds in roles.items() if kind in kinds), "open") if kind else "literal"
    point = gold_point(where, row.get("lat"), row.get("lon"))
    cls = str(kind) if kind else _kind_of(str(code)) if code else ALL
    return _Toponym(GoldSpan(span, trimmed(text, span), cls, frozenset({PLACE})), role, point, bool(kind))


def _kind_of(code: str) -> str:
    """The kind of place of a GeoNames feature code, by its longest beginning in the table."""
    features: Mapping[str, str] = read_table(TABLE)["features"]
    known = (beginning for beginning in sorted(features, key=len, reverse=True) if code.startswith(beginning))
    return features.get(next(known, ""), "other")


def _score_article(sheet: Sheet, toponyms: Sequence[_Toponym], told: Told) -> None:
    mentions = tuple(
        mention
        for mention in told.article(sheet.article).mentions
        if mention.type == PLACE or mention.refers_to in told.places
    )
    literal = frozenset({"literal"})
    _score_roles(sheet, toponyms, mentions, told, literal, noted=literal, of="")
    if _has_kinds(toponyms):
        associative = frozenset({"associative"})
        _score_roles(sheet, toponyms, mentions, told, literal | associative, noted=associative, of=TOO)


def _score_roles(
    sheet: Sheet,
    toponyms: Sequence[_Toponym],
    mentions: Sequence[ToldMention],
    told: Told,
    roles: frozenset[str],
    *,
    noted: frozenset[str],
    of: str,
) -> None:
    """Scores the names of some roles; cases are noted for those of `noted` alone, so that none is noted twice."""
    there = [toponym for toponym in toponyms if toponym.role != "none"]
    golds = [replace(toponym.gold, counts=toponym.role in roles) for toponym in there]
    marked = [ToldSpan(each.span, each.span, PLACE, is_name(sheet.text, each.span)) for each in mentions]
    outcome = compare_spans(golds, marked, overlapping)
    counted = [there[i] for i in outcome.gold_places]
    found = {i: mentions[outcome.told_places[j]] for i, j in outcome.pairs}
    located = [_located(sheet.text, toponym, found.get(i), told) for i, toponym in enumerate(counted)]
    _tick_found(sheet, outcome, [_told_class(toponyms, mentions[at], told) for at in outcome.told_places], of)
    tick_resolved(sheet, located, (REGION_KM,), of=of)
    own = [place for place, toponym in zip(located, counted, strict=True) if toponym.role in noted]
    for place in own:
        if not place.found:
            sheet.case(f"found{of}", Fault.MISSED, place.span, expected=place.words, cls=place.cls)
    note_far(sheet, own, (REGION_KM,), of=of)
    if "literal" in noted:
        _note_invented(sheet, outcome)


def _tick_found(sheet: Sheet, outcome: Outcome, told_classes: Sequence[str | None], of: str) -> None:
    """Counts what was found; the class of a told place is its kind, or that of what it is (None), for want of kinds."""
    partners = {j: outcome.golds[i].type for i, j in outcome.pairs}
    classes = [cls or partners.get(j, ALL) for j, cls in enumerate(told_classes)]
    right = ((outcome.golds[i].type, classes[j]) for i, j in outcome.pairs)
    sheet.tick(f"found{of}", (gold.type for gold in outcome.golds), classes, right)


def _told_class(toponyms: Sequence[_Toponym], mention: ToldMention, told: Told) -> str | None:
    if _has_kinds(toponyms):
        return None
    thing = told.places.get(mention.refers_to or "")
    return thing.kind if thing and thing.kind else ALL


def _note_invented(sheet: Sheet, outcome: Outcome) -> None:
    used = {j for _, j in outcome.pairs}
    for j, each in enumerate(outcome.told):
        if j not in used:
            sheet.case("found", Fault.INVENTED, each.span, told=each.span.of(sheet.text))


def _located(text: str, toponym: _Toponym, mention: ToldMention | None, told: Told) -> Located:
    thing = told.places.get(mention.refers_to or "") if mention else None
    return Located(
        words=toponym.gold.span.of(text),
        span=toponym.gold.span,
        cls=toponym.gold.type,
        gold=toponym.point,
        found=mention is not None,
        told=told_point(thing.row) if thing else None,
        told_name=thing.name if thing else "",
    )


def _has_kinds(toponyms: Sequence[_Toponym]) -> bool:
    return any(toponym.has_kind for toponym in toponyms)
