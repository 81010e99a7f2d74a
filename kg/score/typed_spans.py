"""Spans with types compared: exactly, without article and possessive, and by overlap."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from kg.model import Span
from kg.score.matching import Pairs, match
from kg.score.raw_spans import to_span
from kg.score.sheet import ALL, Fault, Sheet

Types = Mapping[str, Sequence[str]]
"""For each type of the gold, the types of the graph that tell it."""


@dataclass(frozen=True, slots=True)
class GoldSpan:
    """Words that an annotator marked.

    Attributes:
        core: the span without article and possessive.
        accepts: the types of the graph that tell its type.
        counts: False: it need not be found, and telling it is neither right nor wrong.
    """

    span: Span
    core: Span
    type: str
    accepts: frozenset[str]
    counts: bool = True


@dataclass(frozen=True, slots=True)
class ToldSpan:
    """Words that the graph marks; `counts` False: never wrong, but right where the gold has them."""

    span: Span
    core: Span
    type: str
    counts: bool = True


Likeness = Callable[[GoldSpan, ToldSpan], float]


def same_span(gold: GoldSpan, told: ToldSpan) -> float:
    """1 for the same words with a fitting type, else 0."""
    return float(gold.span == told.span and told.type in gold.accepts)


def same_core(gold: GoldSpan, told: ToldSpan) -> float:
    """1 for the same words but for article and possessive, with a fitting type, else 0."""
    return float(gold.core == told.core and told.type in gold.accepts)


def same_span_any_type(gold: GoldSpan, told: ToldSpan) -> float:
    """1 for the same words, else 0."""
    return float(gold.span == told.span)


def overlapping(gold: GoldSpan, told: ToldSpan) -> float:
    """The shared part of two spans of one type, 0 to 1: shared characters by all that either has."""
    return shared_part(gold.span, told.span) if told.type in gold.accepts else 0.0


def shared_part(one: Span, other: Span) -> float:
    """The characters that two spans share, by all that either has."""
    shared = min(one.end, other.end) - max(one.start, other.start)
    return shared / (len(one) + len(other) - shared) if shared > 0 else 0.0


@dataclass(frozen=True, slots=True)
class Outcome:
    """What is compared of one article, and which told span is which gold one.

    Attributes:
        golds, told: what counts.
        pairs: places in these two.
        gold_places, told_places: where each stood in what was given.
    """

    golds: tuple[GoldSpan, ...]
    told: tuple[ToldSpan, ...]
    pairs: Pairs
    gold_places: tuple[int, ...]
    told_places: tuple[int, ...]


def compare_spans(golds: Sequence[GoldSpan], told: Sequence[ToldSpan], like: Likeness) -> Outcome:
    """Matches one to one, then leaves out what is neither right nor wrong.

    That is: told spans that do not count, or that agree with nothing but gold spans that do not count.
    """
    counting = tuple(i for i, gold in enumerate(golds) if gold.counts)
    others = tuple(gold for gold in golds if not gold.counts)
    pairs = match([golds[i] for i in counting], told, like)
    right = {j for _, j in pairs}
    kept = tuple(
        j
        for j, each in enumerate(told)
        if j in right or (each.counts and not any(like(gold, each) > 0 for gold in others))
    )
    place = {j: at for at, j in enumerate(kept)}
    moved = tuple((i, place[j]) for i, j in pairs)
    return Outcome(tuple(golds[i] for i in counting), tuple(told[j] for j in kept), moved, counting, kept)


def tick_spans(sheet: Sheet, measure: str, outcome: Outcome, types: Types) -> None:
    """Counts an outcome by type; notes no cases."""
    classes = {j: outcome.golds[i].type for i, j in outcome.pairs}
    told = [classes.get(j) or class_of(each.type, types) for j, each in enumerate(outcome.told)]
    right = ((classes[j], classes[j]) for _, j in outcome.pairs)
    sheet.tick(measure, (gold.type for gold in outcome.golds), told, right)


def class_of(told_type: str, types: Types) -> str:
    """The class of a told type in the words of the gold: the first that takes it."""
    return next((type_ for type_, accepted in types.items() if told_type in accepted), ALL)


def note_spans(sheet: Sheet, outcomes: Sequence[tuple[str, Outcome]], types: Types) -> None:
    """Notes each fault once, under the loosest measure that it costs.

    What a looser measure takes as right and a tighter one does not has wrong bounds; a missed and an invented span that
    overlap have a wrong type, and are one case.

    Args:
        sheet: it gets the cases.
        outcomes: by measure, the loosest first.
        types: of the gold.
    """
    measure, loosest = outcomes[0]
    _note_loosest(sheet, measure, loosest, types)
    for (_, looser), (measure, tighter) in pairwise(outcomes):
        right = {tighter.golds[i] for i, _ in tighter.pairs}
        for i, j in looser.pairs:
            if looser.golds[i] not in right:
                _note_wrong(sheet, measure, looser.golds[i], looser.told[j])


def _note_loosest(sheet: Sheet, measure: str, outcome: Outcome, types: Types) -> None:
    found, used = {i for i, _ in outcome.pairs}, {j for _, j in outcome.pairs}
    lost = [gold for i, gold in enumerate(outcome.golds) if i not in found]
    extra = [each for j, each in enumerate(outcome.told) if j not in used]
    mistyped = match(lost, extra, lambda gold, each: shared_part(gold.span, each.span))
    for i, j in mistyped:
        _note_wrong(sheet, measure, lost[i], extra[j])
    wrong_golds, wrong_told = {i for i, _ in mistyped}, {j for _, j in mistyped}
    for i, gold in enumerate(lost):
        if i not in wrong_golds:
            sheet.case(measure, Fault.MISSED, gold.span, expected=_shown(sheet, gold), cls=gold.type)
    for j, each in enumerate(extra):
        if j not in wrong_told:
            words = _shown(sheet, each)
            sheet.case(measure, Fault.INVENTED, each.span, told=words, cls=class_of(each.type, types))


def _note_wrong(sheet: Sheet, measure: str, gold: GoldSpan, told: ToldSpan) -> None:
    sheet.case(measure, Fault.WRONG, gold.span, expected=_shown(sheet, gold), told=_shown(sheet, told), cls=gold.type)


def _shown(sheet: Sheet, item: GoldSpan | ToldSpan) -> str:
    return f"{item.type}: {item.span.of(sheet.text)}"


def span_of(where: str, row: Mapping[str, Any], text: str) -> Span:
    """The span of a row with `start` and `end`.

    Raises:
        InputError: it has none inside the text.
    """
    return to_span(where, [row.get("start"), row.get("end")], text)
