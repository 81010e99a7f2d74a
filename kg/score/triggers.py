"""Reports against annotated triggers and arguments (WikiEvents): conflict and life events.

The gold has a row for each mention of an event, the graph one for each happening that an article tells of: what is told
again in other words counts as missed. Only types Conflict.* and Life.* are scored, cut to two levels; reports of kinds
that map to none of them (`kg/data/score_triggers.toml`) are left out, and so are all other figures than of killed and
wounded, which tell of Life.Die and Life.Injure.

Measures; triggers are matched one to one, as many as can be, those of an acceptable type first, then by best overlap:

- `trigger`: a report's trigger overlaps the gold one, or the clause of a figure holds it.
- `trigger + type`: its kind maps to the gold type, too.
- `argument head`: no gold triggers are given. A told agent, target, place, weapon, or party of a figure is right if its
  trigger is right with its type, it stands for the gold role, and its words for the thing nearest to the trigger (in
  the same sentence, if there are any) have the head word of the gold argument. Heads are found by a rule, see `heads`.
- `argument coref`: right, too, if those words overlap any words that the gold has for the same thing (Li et al. 2021).
- the same with `, reports alone`: figures left out; and there `trigger head + type`: the head words of told and gold
  trigger are the same.

A figure whose clause holds the trigger of a report with its type is the same telling and is not counted again.
Classes: the types; of arguments, the roles. What is told and right is of the class of the gold, else of the likeliest.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial

from kg.model import Span
from kg.score.gold import Gold, GoldArticle
from kg.score.heads import head_of
from kg.score.matching import Pairs, match
from kg.score.sheet import Count, Sheet, Shown, tick_detail, tick_matched
from kg.score.told import Told
from kg.score.trigger_gold import GoldArgument, GoldTrigger, has_triggers, read_triggers
from kg.score.trigger_told import ToldTrigger, told_triggers, without_figures

QUESTIONS: tuple[str, ...] = ("mentions", "events", "reports", "figures")


def holds(article: GoldArticle) -> bool:
    """Is there anything in the gold to score triggers by?"""
    return has_triggers(article)


def score(gold: Gold, told: Told) -> Iterator[Sheet]:
    """One sheet an article.

    Raises:
        InputError: a row of the layers can't be used.
    """
    for article in gold.articles:
        if not holds(article):
            continue
        sheet = Sheet(article.id, article.text)
        golds = read_triggers(article)
        found = told_triggers(article.text, told.article(article.id))
        _score_all(sheet, golds, found)
        _score_reports(sheet, golds, tuple(without_figures(found)))
        yield sheet


@dataclass(frozen=True, slots=True)
class _Argument:
    """An argument that is told; `event` is the place of its trigger, `roles` those that it can stand for."""

    event: int
    roles: tuple[str, ...]
    label: str
    span: Span | None
    words: str


def _score_all(sheet: Sheet, golds: Sequence[GoldTrigger], told: Sequence[ToldTrigger]) -> None:
    pairs = match_triggers(golds, told)
    told = _of_class(told, {j: golds[i].type for i, j in pairs if golds[i].type in told[j].types})
    tick_matched(sheet, "trigger", golds, told, pairs, show_gold=_show_gold, show_told=_show_told)
    typed = tick_detail(
        sheet, "trigger + type", golds, told, pairs, right=_right_type, show_gold=_show_gold, show_told=_show_told
    )
    wanted, given = arguments_of(sheet.text, golds, told, typed)
    alike = match(wanted, given, partial(_likeness, dict(typed)))
    matched = {j: wanted[i].role for i, j in alike}
    given = tuple(replace(each, roles=(matched[j],)) if j in matched else each for j, each in enumerate(given))
    tick_matched(
        sheet, "argument coref", wanted, given, alike,
        show_gold=partial(_show_wanted, golds),
        show_told=partial(_show_given, told),
    )  # fmt: skip
    tick_detail(
        sheet, "argument head", wanted, given, alike, right=_same_head,
        show_gold=partial(_show_wanted, golds),
        show_told=partial(_show_given, told),
    )  # fmt: skip


def _score_reports(sheet: Sheet, golds: Sequence[GoldTrigger], told: Sequence[ToldTrigger]) -> None:
    """Counts the measures again for reports alone; the cases are those of all."""
    pairs = match_triggers(golds, told)
    typed = _cut(golds, told, pairs, _right_type)
    headed = _cut(golds, told, typed, lambda gold, each: head_of(gold.words) == head_of(each.words))
    wanted, given = arguments_of(sheet.text, golds, told, typed)
    alike = match(wanted, given, partial(_likeness, dict(typed)))
    heads = _cut(wanted, given, alike, _same_head)
    for measure, right in (("trigger", pairs), ("trigger + type", typed), ("trigger head + type", headed)):
        sheet.count(f"{measure}, reports alone", Count(len(right), len(told), len(right), len(golds)))
    for measure, right in (("argument coref", alike), ("argument head", heads)):
        sheet.count(f"{measure}, reports alone", Count(len(right), len(given), len(right), len(wanted)))


def _of_class(told: Sequence[ToldTrigger], types: dict[int, str]) -> tuple[ToldTrigger, ...]:
    """What is told, the type that it is right about first."""
    return tuple(
        replace(each, types=(types[j], *(type_ for type_ in each.types if type_ != types[j]))) if j in types else each
        for j, each in enumerate(told)
    )


def match_triggers(golds: Sequence[GoldTrigger], told: Sequence[ToldTrigger]) -> Pairs:
    """Which told trigger is which gold one."""
    return match(golds, told, _closeness)


def _closeness(gold: GoldTrigger, told: ToldTrigger) -> float:
    if not told.tells(gold.span):
        return 0.0
    both = min(gold.span.end, told.span.end) - max(gold.span.start, told.span.start)
    return 2 * both / (len(gold.span) + len(told.span)) + (gold.type in told.types)


def _right_type(gold: GoldTrigger, told: ToldTrigger) -> bool:
    return gold.type in told.types


def arguments_of(
    text: str, golds: Sequence[GoldTrigger], told: Sequence[ToldTrigger], typed: Pairs
) -> tuple[tuple[GoldArgument, ...], tuple[_Argument, ...]]:
    """All arguments of the gold, and all that are told; a matched trigger has the roles of the gold's type."""
    types = {j: golds[i].type for i, j in typed}
    wanted = tuple(argument for gold in golds for argument in gold.arguments)
    given = tuple(
        _Argument(j, each.roles(column, types.get(j)), label, span, span.of(text) if span else label)
        for j, each in enumerate(told)
        for column, label, span in each.arguments
    )
    return wanted, given


def _likeness(typed: dict[int, int], gold: GoldArgument, told: _Argument) -> float:
    if typed.get(gold.event) != told.event or gold.role not in told.roles:
        return 0.0
    if _same_head(gold, told):
        return 2.0
    return float(told.span is not None and any(told.span.overlaps(span) for span in gold.mentions))


def _same_head(gold: GoldArgument, told: _Argument) -> bool:
    return head_of(gold.words) == head_of(told.words)


def _cut(golds: Sequence[object], told: Sequence[object], pairs: Pairs, right: Callable[..., bool]) -> Pairs:
    return tuple((i, j) for i, j in pairs if right(golds[i], told[j]))


def _show_gold(gold: GoldTrigger) -> Shown:
    return Shown(f"{gold.type}: {gold.words}", gold.span, gold.type)


def _show_told(told: ToldTrigger) -> Shown:
    return Shown(f"{told.kind}: {told.words}", told.span, told.types[0])


def _show_wanted(golds: Sequence[GoldTrigger], gold: GoldArgument) -> Shown:
    event = golds[gold.event]
    return Shown(f"{gold.role} of {event.type} ({event.words}): {gold.words}", gold.span, gold.role)


def _show_given(told: Sequence[ToldTrigger], each: _Argument) -> Shown:
    event, role = told[each.event], (*each.roles, "no role")[0]
    return Shown(f"{role} of {event.kind} ({event.words}): {each.label}", each.span or event.span, role)
