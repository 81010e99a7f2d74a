"""The layers that can be scored, each by the gold that an article has for it."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from kg.errors import InputError
from kg.score import (
    actors,
    attributions,
    coordinates,
    coreference,
    dates,
    entities,
    event_places,
    events,
    figures,
    incidents,
    names,
    places,
    relations,
    statements,
    triggers,
)
from kg.score.gold import Gold, GoldArticle
from kg.score.report import LayerScore, Report
from kg.score.sheet import Sheet
from kg.score.tally import tally
from kg.score.told import Ask, Told, read_told


@dataclass(frozen=True, slots=True)
class Scorer:
    """One way to score a layer.

    Attributes:
        layer: name of the layer.
        data: which gold it is for, in a word ("articles", "attributions", …).
        questions: the named questions that it reads.
        holds: does an article's gold have what it needs?
        score: one sheet for each article that has it.
    """

    layer: str
    data: str
    questions: tuple[str, ...]
    holds: Callable[[GoldArticle], bool]
    score: Callable[[Gold, Told], Iterator[Sheet]]


SCORERS = tuple(
    Scorer(layer, data, module.QUESTIONS, module.holds, module.score)
    for layer, data, module in (
        ("statements", "articles", statements),
        ("statements", "attributions", attributions),
        ("figures", "articles", figures),
        ("events", "articles", events),
        ("events", "triggers", triggers),
        ("incidents", "articles", incidents),
        ("incidents", "coreference", coreference),
        ("actors", "articles", actors),
        ("actors", "entities", entities),
        ("actors", "relations", relations),
        ("places", "articles", places),
        ("places", "coordinates", coordinates),
        ("places", "event places", event_places),
        ("names", "names", names),
        ("dates", "articles", dates),
    )
)
LAYERS = tuple(dict.fromkeys(scorer.layer for scorer in SCORERS))


def score(gold: Gold, ask: Ask, *, layers: Sequence[str] = ()) -> Report:
    """How much of the gold a graph tells, and how much of what it tells is right.

    Args:
        gold: articles and what is to be found in them.
        ask: gives the rows of a named question of the graph.
        layers: names of layers; none: all that the gold has something for.

    Raises:
        InputError: there is no such layer, or the gold has nothing for it.
    """
    scorers = scorers_for(gold, layers)
    told = read_told(ask, {question for scorer in scorers for question in scorer.questions})
    return Report(gold.name, len(gold.articles), tuple(_score_layer(scorer, gold, told) for scorer in scorers))


def scorers_for(gold: Gold, layers: Iterable[str] = ()) -> tuple[Scorer, ...]:
    """The ways to score the layers that the gold has something for.

    Raises:
        InputError: there is no such layer, or the gold has nothing for it.
    """
    wanted = tuple(layers)
    unknown = [name for name in wanted if name not in LAYERS]
    if unknown:
        raise InputError(f"there is no layer {', '.join(unknown)}; there are {', '.join(LAYERS)}")
    able = [scorer for scorer in SCORERS if any(scorer.holds(article) for article in gold.articles)]
    lacking = set(wanted) - {scorer.layer for scorer in able}
    if lacking or not able:
        there = ", ".join(dict.fromkeys(scorer.layer for scorer in able)) or "none"
        what = ", ".join(sorted(lacking)) or "any layer"
        raise InputError(f"{gold.name} holds no gold for {what}; it has gold for: {there}")
    return tuple(scorer for scorer in able if not wanted or scorer.layer in wanted)


def _score_layer(scorer: Scorer, gold: Gold, told: Told) -> LayerScore:
    sheets = tuple(scorer.score(gold, told))
    cases = tuple(case for sheet in sheets for case in sorted(sheet.cases))
    return LayerScore(scorer.layer, scorer.data, tally(scorer.layer, scorer.data, sheets), cases)
