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
NEAR = (REGION_KM,)


def holds(article: GoldArticle) -> bool:
    """Is there anything in the gold to score coordinates by? The places of one event are another gold."""
    return LAYER in article.layers and "event" not in article.layers


def score(gold: Gold, told: Told) -> Iterator[Sheet]:
    """One sheet an article: place names found, and near enough.

    `found`: a mention of a place overlaps the name, one to one, the best first. `within 161 km`: recall over all names
    whose coordinates the gold gives (or over those found), precision over those found to which the graph gives some;
    `km error`: the median over those. Where the gold says what its names do, those that only stand for somebody
    ("Damascus denied …") are left out, and counted in measures of their own. Classes are these kinds, else the kind of
    place.
    """
    articles = [(article, _toponyms(article)) for article in gold.articles if holds(article)]
    has_kinds = any(toponym.has_kind for _, toponyms in articles for toponym in toponyms)
    for article, toponyms in articles:
        sheet = Sheet(article.id, article.text)
        mentions = _mentions_of_places(told, article)
        for scope in SCOPES if has_kinds else SCOPES[:1]:
            outcome = _compare(article.text, toponyms, mentions, scope)
            classes = () if has_kinds else tuple(_kind_told(told, mention) for mention in mentions)
            _tick_found(sheet, outcome, classes, scope)
            located = tuple(_located(article.text, *pair, told) for pair in _pairs(outcome, toponyms, mentions))
            tick_resolved(sheet, located, NEAR, of=scope.of)
            _note(sheet, outcome, located, [toponyms[i].role for i in outcome.gold_places], scope)
        yield sheet


@dataclass(frozen=True, slots=True)
class _Toponym:
    """A row of the gold; `role`: "literal", "associative", "open" or "none"."""

    gold: GoldSpan
    role: str
    point: Point | None
    has_kind: bool


@dataclass(frozen=True, slots=True)
class _Scope:
    """Which names are to be found, what is added to the names of the measures, and whose misses are noted in it."""

    roles: frozenset[str]
    of: str
    noted: str


SCOPES = (
    _Scope(frozenset({"literal"}), "", "literal"),
    _Scope(frozenset({"literal", "associative"}), ", all kinds", "associative"),
)


def _toponyms(article: GoldArticle) -> tuple[_Toponym, ...]:
    return tuple(_toponym(where, row, article.text) for where, row in rows_of(article, LAYER))


def _toponym(where: str, row: Mapping[str, Any], text: str) -> _Toponym:
    span = span_of(where, row, text)
    kind, code = row.get("kind"), row.get("fcode")
    roles = read_table(TABLE)["toponyms"]
    role = next((role for role, kinds in roles.items() if kind in kinds), "open") if kind else "literal"
    point = gold_point(where, row.get("lat"), row.get("lon"))
    cls = str(kind) if kind else _kind_of(str(code)) if code else ALL
    accepts = frozenset[str]() if role == "none" else frozenset({PLACE})
    return _Toponym(GoldSpan(span, trimmed(text, span), cls, accepts), role, point, bool(kind))


def _kind_of(code: str) -> str:
    """The kind of place of a GeoNames feature code, by its longest beginning in the table."""
    features: Mapping[str, str] = read_table(TABLE)["features"]
    known = (beginning for beginning in sorted(features, key=len, reverse=True) if code.startswith(beginning))
    return features.get(next(known, ""), "other")


def _mentions_of_places(told: Told, article: GoldArticle) -> tuple[ToldMention, ...]:
    mentions = told.article(article.id).mentions
    return tuple(mention for mention in mentions if mention.type == PLACE or mention.refers_to in told.places)


def _compare(text: str, toponyms: Sequence[_Toponym], mentions: Sequence[ToldMention], scope: _Scope) -> Outcome:
    golds = [replace(toponym.gold, counts=toponym.role in scope.roles) for toponym in toponyms]
    marked = [ToldSpan(each.span, each.span, PLACE, is_name(text, each.span)) for each in mentions]
    return compare_spans(golds, marked, overlapping)


def _pairs(
    outcome: Outcome, toponyms: Sequence[_Toponym], mentions: Sequence[ToldMention]
) -> Iterator[tuple[_Toponym, ToldMention | None]]:
    """Each name of the gold that counts, with the mention that tells it."""
    found = {i: mentions[outcome.told_places[j]] for i, j in outcome.pairs}
    return ((toponyms[place], found.get(i)) for i, place in enumerate(outcome.gold_places))


def _tick_found(sheet: Sheet, outcome: Outcome, kinds: Sequence[str], scope: _Scope) -> None:
    """Counts what was found, by the kinds of places told; without those, a place told has the class of its name."""
    partners = {j: outcome.golds[i].type for i, j in outcome.pairs}
    told = [kinds[at] if kinds else partners.get(j, ALL) for j, at in enumerate(outcome.told_places)]
    right = ((outcome.golds[i].type, told[j]) for i, j in outcome.pairs)
    sheet.tick(f"found{scope.of}", (gold.type for gold in outcome.golds), told, right)


def _kind_told(told: Told, mention: ToldMention) -> str:
    thing = told.places.get(mention.refers_to or "")
    return thing.kind if thing else ""


def _note(sheet: Sheet, outcome: Outcome, located: Sequence[Located], roles: Sequence[str], scope: _Scope) -> None:
    """Notes each fault once: those of literal names and all inventions in the first scope, the others in the second."""
    own = [place for place, role in zip(located, roles, strict=True) if role == scope.noted]
    for place in own:
        if not place.found:
            sheet.case(f"found{scope.of}", Fault.MISSED, place.span, expected=place.words, cls=place.cls)
    note_far(sheet, own, NEAR, of=scope.of)
    used = {j for _, j in outcome.pairs}
    for j, each in enumerate(outcome.told):
        if j not in used and scope is SCOPES[0]:
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
