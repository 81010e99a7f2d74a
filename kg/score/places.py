"""Places against articles annotated whole: which are told, of what kind, and where they lie."""

from collections.abc import Iterable, Iterator, Sequence

from kg.model import Span
from kg.score.annotation import GoldPlace
from kg.score.gold import Gold, GoldArticle
from kg.score.matching import Pairs, match
from kg.score.resolved import REGION_KM, TOWN_KM, Located, gold_point, note_far, tick_resolved, told_point
from kg.score.sheet import Sheet, Shown, tick_detail, tick_matched
from kg.score.spans import normals, occurrences
from kg.score.told import Thing, Told, ToldArticle

QUESTIONS = ("places", "mentions")
NEAR = (TOWN_KM, REGION_KM)


def holds(article: GoldArticle) -> bool:
    """Is there anything in the gold to score places by?"""
    return article.whole is not None


def score(gold: Gold, told: Told) -> Iterator[Sheet]:
    """One sheet an article: places found, found with their kind, and near enough. Classes are the kinds.

    `found`: any of its names is one that the graph knows it by, one to one. `found + kind`: of the same kind, too.
    `within 161 km` and `within 25 km`: recall over all places whose coordinates the gold gives (or over those found),
    precision over those found to which the graph gives some. `km error`: the median over those.
    """
    for article in gold.articles:
        if article.whole is None:
            continue
        sheet = Sheet(article.id, article.text)
        _score_article(sheet, article.whole.places, told, told.article(article.id))
        yield sheet


def _score_article(sheet: Sheet, golds: Sequence[GoldPlace], told: Told, article: ToldArticle) -> None:
    things = _places_of(told, article)
    names = {thing.iri: _names_of(thing, article) for thing in things}
    pairs = match(golds, things, lambda gold, thing: _likeness(gold, thing, names[thing.iri]))

    def show_gold(gold: GoldPlace) -> Shown:
        return Shown(gold.name, _first(sheet.text, gold), gold.kind)

    def show_told(thing: Thing) -> Shown:
        return Shown(thing.name, _mentioned(article, thing), thing.kind)

    tick_matched(sheet, "found", golds, things, pairs, show_gold=show_gold, show_told=show_told)
    tick_detail(
        sheet, "found + kind", golds, things, pairs,
        right=lambda gold, thing: gold.kind == thing.kind,
        show_gold=lambda gold: Shown(f"{gold.name}: {gold.kind}", _first(sheet.text, gold), gold.kind),
        show_told=lambda thing: Shown(f"{thing.name}: {thing.kind}", None, thing.kind),
    )  # fmt: skip
    located = _located(sheet, golds, things, pairs)
    tick_resolved(sheet, located, NEAR)
    note_far(sheet, located, NEAR)


def _places_of(told: Told, article: ToldArticle) -> tuple[Thing, ...]:
    """The places that the article mentions, in the order in which it first does."""
    there = dict.fromkeys(mention.refers_to or "" for mention in article.mentions)
    return tuple(told.places[iri] for iri in there if iri in told.places)


def _likeness(gold: GoldPlace, thing: Thing, names: frozenset[str]) -> float:
    """More than 0 if they share a name; more for the usual name of both, and for the same kind."""
    golds = _named((gold.name, *gold.forms))
    if not golds & names:
        return 0.0
    return 1.0 + len(normals((gold.name,)) & normals((thing.name,))) + (gold.kind == thing.kind) / 2


def _names_of(thing: Thing, article: ToldArticle) -> frozenset[str]:
    words = (mention.words for mention in article.mentions if mention.refers_to == thing.iri)
    return _named(words) | thing.names


def _named(forms: Iterable[str]) -> frozenset[str]:
    """The forms as they are compared, without descriptions that fit any place ("the city"), unless there are no others.

    Capitals tell the names.
    """
    every = tuple(forms)
    return normals(form for form in every if form != form.lower()) or normals(every)


def _located(sheet: Sheet, golds: Sequence[GoldPlace], things: Sequence[Thing], pairs: Pairs) -> tuple[Located, ...]:
    found = {i: things[j] for i, j in pairs}
    located = []
    for i, gold in enumerate(golds):
        thing = found.get(i)
        located.append(
            Located(
                words=gold.name,
                span=_first(sheet.text, gold),
                cls=gold.kind,
                gold=gold_point(f"{sheet.article}, places, {gold.id}", gold.lat, gold.lon),
                found=thing is not None,
                told=told_point(thing.row) if thing else None,
                told_name=thing.name if thing else "",
            )
        )
    return tuple(located)


def _first(text: str, gold: GoldPlace) -> Span | None:
    return next((span for form in (*gold.forms, gold.name) for span in occurrences(text, form)), None)


def _mentioned(article: ToldArticle, thing: Thing) -> Span | None:
    return next((mention.span for mention in article.mentions if mention.refers_to == thing.iri), None)
