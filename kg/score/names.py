"""Names against annotated names: named entity recognition as the mentions of the graph tell it.

The graph marks descriptions and pronouns, too ("the rebels", "he"), which corpora of names leave unmarked: what is no
name by its form is never wrong here, and right only where the gold has it.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from kg.errors import InputError
from kg.resources import read_table
from kg.score.gold import Gold, GoldArticle
from kg.score.naming import TABLE, is_name, trimmed
from kg.score.raw_spans import rows_of
from kg.score.sheet import Fault, Sheet
from kg.score.told import Told, ToldMention
from kg.score.typed_spans import (
    GoldSpan,
    ToldSpan,
    Types,
    compare_spans,
    note_spans,
    overlapping,
    same_core,
    same_span,
    same_span_any_type,
    span_of,
    tick_spans,
)

QUESTIONS = ("mentions",)
LAYER = "entities"
INNER = "nested"
# entities of corpora that mark descriptions as well, and say so in ways of their own
OTHERS = frozenset({"coref", "checked"})
CONFIDENT = 0.5


def holds(article: GoldArticle) -> bool:
    """Is there anything in the gold to score names by?"""
    return LAYER in article.layers and not OTHERS & article.layers.keys()


def score(gold: Gold, told: Told) -> Iterator[Sheet]:
    """One sheet an article: names by type.

    `overlap`: spans of a fitting type that share a character, one to one, the best first; `lenient`: the same span
    but for an article before and a possessive after it; `exact`: the same span; `exact, any type`: whatever the type.
    These are over the types that the graph has; `exact, all types` also counts the names of the others as missed.
    """
    articles = [article for article in gold.articles if holds(article)]
    types = types_of(articles, "names")
    for article in articles:
        sheet = Sheet(article.id, article.text)
        _score_article(sheet, _golds(article, types), told.article(article.id).mentions, types)
        yield sheet


def types_of(articles: Sequence[GoldArticle], tables: str) -> Types:
    """The table of types that fits the gold: the one that knows most of its types.

    Args:
        articles: all of the gold.
        tables: "names" or "entities".

    Raises:
        InputError: a row has no type.
    """
    seen = {_type(where, row) for article in articles for where, row in rows_of(article, LAYER)}
    choices: list[Types] = list(read_table(TABLE)[tables].values())
    return max(choices, key=lambda table: len(seen & table.keys()))


def _type(where: str, row: Mapping[str, Any]) -> str:
    type_ = row.get("type")
    if not isinstance(type_, str):
        raise InputError(f"{where}: no type")
    return type_


def to_gold_span(where: str, row: Mapping[str, Any], text: str, types: Types, *, counts: bool = True) -> GoldSpan:
    """A row of the entities as a span that is to be found.

    Raises:
        InputError: it has no span inside the text, or no type.
    """
    span, type_ = span_of(where, row, text), _type(where, row)
    return GoldSpan(span, trimmed(text, span), type_, frozenset(types.get(type_, ())), counts)


def is_sure(where: str, row: Mapping[str, Any]) -> bool:
    """Are the annotators of a row sure of it? They are where it does not say.

    Raises:
        InputError: its confidence is no number.
    """
    value = row.get("confidence", 1.0)
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise InputError(f"{where}: confidence {value!r} is no number")
    return value >= CONFIDENT


def _golds(article: GoldArticle, types: Types) -> tuple[GoldSpan, ...]:
    """The names of the gold, and what may be told as well: names inside names, and descriptions.

    Where the gold has descriptions, it tells how sure it is of each row (re3d).
    """
    text = article.text
    names = [
        to_gold_span(where, row, text, types, counts="confidence" not in row or _is_sure_name(where, row, text))
        for where, row in rows_of(article, LAYER)
    ]
    inner = [to_gold_span(where, row, text, types, counts=False) for where, row in rows_of(article, INNER)]
    return (*names, *inner)


def _is_sure_name(where: str, row: Mapping[str, Any], text: str) -> bool:
    return is_sure(where, row) and is_name(text, span_of(where, row, text))


def _score_article(sheet: Sheet, every: Sequence[GoldSpan], mentions: Sequence[ToldMention], types: Types) -> None:
    golds = [gold for gold in every if gold.accepts]
    known = {type_ for accepted in types.values() for type_ in accepted}
    told = [_told(sheet.text, mention) for mention in mentions if mention.type in known]
    outcomes = [
        (measure, compare_spans(golds, told, like))
        for measure, like in (("overlap", overlapping), ("lenient", same_core), ("exact", same_span))
    ]
    for measure, outcome in reversed(outcomes):
        tick_spans(sheet, measure, outcome, types)
    tick_spans(sheet, "exact, any type", compare_spans(golds, told, same_span_any_type), types)
    all_types = "exact, all types"
    tick_spans(sheet, all_types, compare_spans(every, told, same_span), types)
    note_spans(sheet, outcomes, types)
    for gold in every:
        if gold.counts and not gold.accepts:
            sheet.case(all_types, Fault.MISSED, gold.span, expected=gold.span.of(sheet.text), cls=gold.type)


def _told(text: str, mention: ToldMention) -> ToldSpan:
    return ToldSpan(mention.span, trimmed(text, mention.span), mention.type, is_name(text, mention.span))
