"""Entities against annotated entities, names and descriptions alike, as re3d has them.

The annotations there say how sure their annotators are; over a quarter are doubtful and overlap a better one. Measures
over all annotations compare with published figures; the confident ones tell more.
"""

from collections.abc import Iterator, Sequence

from kg.score.gold import Gold, GoldArticle
from kg.score.names import LAYER, is_sure, to_gold_span, types_of
from kg.score.naming import trimmed
from kg.score.raw_spans import rows_of
from kg.score.sheet import Sheet
from kg.score.told import Told
from kg.score.typed_spans import (
    GoldSpan,
    ToldSpan,
    Types,
    compare_spans,
    note_spans,
    overlapping,
    same_span,
    tick_spans,
)

QUESTIONS = ("mentions",)


def holds(article: GoldArticle) -> bool:
    """Is there anything in the gold to score entities by?"""
    rows = article.layers.get(LAYER)
    return isinstance(rows, list) and any(isinstance(row, dict) and "confidence" in row for row in rows)


def score(gold: Gold, told: Told) -> Iterator[Sheet]:
    """One sheet an article: entities by type.

    `exact`: the same span and a fitting type; `overlap`: spans of a fitting type that share a character, one to one,
    the best first. The confident ones take annotations of confidence ≥ 0.5; what agrees with a doubtful annotation
    alone is left out there.
    """
    articles = [article for article in gold.articles if holds(article)]
    types = types_of(articles, LAYER)
    for article in articles:
        sheet = Sheet(article.id, article.text)
        mentions = told.article(article.id).mentions
        marked = [ToldSpan(each.span, trimmed(article.text, each.span), each.type) for each in mentions]
        _score_article(sheet, _golds(article, types, all_count=True), _golds(article, types), marked, types)
        yield sheet


def _golds(article: GoldArticle, types: Types, *, all_count: bool = False) -> tuple[GoldSpan, ...]:
    return tuple(
        to_gold_span(where, row, article.text, types, counts=all_count or is_sure(where, row))
        for where, row in rows_of(article, LAYER)
    )


def _score_article(
    sheet: Sheet, every: Sequence[GoldSpan], confident: Sequence[GoldSpan], told: Sequence[ToldSpan], types: Types
) -> None:
    tick_spans(sheet, "exact", compare_spans(every, told, same_span), types)
    tick_spans(sheet, "overlap", compare_spans(every, told, overlapping), types)
    exact, overlap = compare_spans(confident, told, same_span), compare_spans(confident, told, overlapping)
    tick_spans(sheet, "exact, confident", exact, types)
    tick_spans(sheet, "overlap, confident", overlap, types)
    note_spans(sheet, (("overlap, confident", overlap), ("exact, confident", exact)), types)
