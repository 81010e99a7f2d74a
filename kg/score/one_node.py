"""Whether each actor is one node: in an article, over all its mentions, and over articles."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from kg.model import Span
from kg.score.annotation import Annotation, GoldActor
from kg.score.clusters import b_cubed, pairs_across, strays
from kg.score.gold import GoldArticle
from kg.score.matching import Pairs
from kg.score.mentioned import thing_at
from kg.score.sheet import Fault, Sheet
from kg.score.spans import normal, occurrences
from kg.score.statements import PRONOUNS
from kg.score.told import Told, ToldArticle

PERSON = "Person"


@dataclass(frozen=True, slots=True)
class Found:
    """An article of the gold, and which of the actors told in it is which of its own.

    Attributes:
        article, whole: the article and what a reader wrote down from it.
        told: what the graph tells of it.
        iris: the actors that the graph mentions in it.
        pairs: places in `whole.actors` and in `iris`.
    """

    article: GoldArticle
    whole: Annotation
    told: ToldArticle
    iris: tuple[str, ...]
    pairs: Pairs


@dataclass(frozen=True, slots=True)
class _Item:
    """A gold actor in one article: at one place, or (`span` None) as a whole."""

    article: str
    span: Span | None
    actor: GoldActor


def count_nodes(sheet: Sheet, found: Found, told: Told) -> None:
    """Counts "one node": B³ over the places where gold actors stand; classes are the types.

    A place is found if a told mention of an actor overlaps it; its told group is that actor. Left out are pronouns and
    forms that stand for two actors of the article; where forms overlap, the longest stands.
    """
    items = [_Item(found.article.id, span, actor) for span, actor in _places(sheet.text, found.whole.actors)]
    golds = {item: item.actor.id for item in items}
    groups = {}
    for item in items:
        node = item.span and thing_at(sheet.text, item.span, found.told.mentions, known=told.actors)
        if node is not None:
            groups[item] = node
    for item, count in b_cubed(golds, groups).items():
        sheet.count("one node", count)
        sheet.count("one node", count, item.actor.type)
        if item not in groups:
            _note(sheet, "one node", Fault.MISSED, item, "")
    for stray in strays(golds, groups):
        other = stray.other
        where = f"{_words(sheet, other)} at {other.span.start}" if other.span else other.actor.name
        _note(sheet, "one node", Fault.WRONG, stray.item, f"{'apart from' if stray.split else 'one with'} {where}")


def count_nodes_over_articles(
    sheets: Mapping[str, Sheet], found: Sequence[Found], *, named: Callable[[str], bool]
) -> None:
    """Counts "one node everywhere": the links between actors of different articles, half for either end.

    The gold does not say which actors of different articles are one. They are taken for one if they share a proper
    name (of a person, one of two words or more), straight or through others; they are two if some article has an actor
    of either sort; else ("ISIS" here, "Islamic State" there) it is undecided, and the link is left out.
    """
    items = {
        _Item(each.article.id, None, actor): names
        for each in found
        for actor in each.whole.actors
        if (names := _lasting_names(actor, named))
    }
    golds = _joined(items)
    homes: dict[int, set[str]] = {}
    for item, group in golds.items():
        homes.setdefault(group, set()).add(item.article)
    told = {
        item: each.iris[j]
        for each in found
        for i, j in each.pairs
        if (item := _Item(each.article.id, None, each.whole.actors[i])) in golds
    }

    def decided(one: _Item, other: _Item) -> bool:
        return golds[one] == golds[other] or bool(homes[golds[one]] & homes[golds[other]])

    counts = pairs_across(golds, told, home=lambda item: item.article, decided=decided)
    for item, count in counts.items():
        sheets[item.article].count("one node everywhere", count)
    for stray in strays(golds, told):
        if stray.split or decided(stray.item, stray.other):
            words = f"{'apart from' if stray.split else 'one with'} {stray.other.actor.name} of {stray.other.article}"
            _note(sheets[stray.item.article], "one node everywhere", Fault.WRONG, stray.item, words)


def _lasting_names(actor: GoldActor, named: Callable[[str], bool]) -> frozenset[tuple[bool, str]]:
    """The names that mean one actor wherever they stand; whether it is a person goes with them."""
    person = actor.type == PERSON
    names = (normal(form) for form in actor.forms if named(form))
    return frozenset((person, name) for name in names if not person or " " in name)


def _joined(items: Mapping[_Item, frozenset[tuple[bool, str]]]) -> dict[_Item, int]:
    """A number for each item, the same for those that share a name, straight or through others."""
    groups: list[tuple[set[_Item], set[tuple[bool, str]]]] = []
    for item, names in items.items():
        touching = [group for group in groups if group[1] & names]
        groups = [group for group in groups if not group[1] & names]
        groups.append(
            ({item}.union(*(members for members, _ in touching)), set(names).union(*(n for _, n in touching)))
        )
    return {item: number for number, (members, _) in enumerate(groups) for item in sorted(members, key=_key)}


def _key(item: _Item) -> tuple[str, str]:
    return (item.article, item.actor.id)


def _places(text: str, actors: Sequence[GoldActor]) -> Iterator[tuple[Span, GoldActor]]:
    """Where the actors stand, left to right."""
    owners = Counter(form for actor in actors for form in {form.casefold() for form in actor.forms})
    standing = [
        (span, actor, form)
        for actor in actors
        for form in dict.fromkeys(actor.forms)
        for span in occurrences(text, form)
        if normal(form) not in PRONOUNS
    ]
    taken: list[Span] = []
    kept = []
    for span, actor, form in sorted(standing, key=lambda each: (-len(each[0]), each[0].start)):
        if not any(span.overlaps(other) for other in taken):
            taken.append(span)
            if owners[form.casefold()] == 1:
                kept.append((span, actor))
    yield from sorted(kept, key=lambda each: each[0])


def _words(sheet: Sheet, item: _Item) -> str:
    return item.span.of(sheet.text) if item.span else item.actor.name


def _note(sheet: Sheet, measure: str, fault: Fault, item: _Item, told: str) -> None:
    expected = f"{_words(sheet, item)} ({item.actor.name})"
    cls = item.actor.type if item.span else "all"
    span = item.span or next((span for form in item.actor.forms for span in occurrences(sheet.text, form)), None)
    sheet.case(measure, fault, span, expected=expected, told=told, cls=cls)
