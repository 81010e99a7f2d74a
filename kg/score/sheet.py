"""The score sheet of one article: counts by measure and class, and the cases behind them."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TypeVar

from kg.model import Span
from kg.score.matching import Pairs
from kg.score.spans import sentence_around

Item = TypeVar("Item")
Other = TypeVar("Other")

ALL = "all"
"""The class that everything belongs to."""
NONE = "none"
"""The class of what a system tells no class of."""


@dataclass(frozen=True, slots=True)
class Count:
    """What one article adds to a measure.

    Attributes:
        right_told: how much of what was told is right (a fraction of an item may be).
        told: how much was told.
        right_gold: how much of the gold was found.
        gold: how much there is to find.
    """

    right_told: float = 0.0
    told: float = 0.0
    right_gold: float = 0.0
    gold: float = 0.0

    def __add__(self, other: "Count") -> "Count":
        return Count(
            self.right_told + other.right_told,
            self.told + other.told,
            self.right_gold + other.right_gold,
            self.gold + other.gold,
        )


class Fault(StrEnum):
    """What is wrong in a case."""

    MISSED = "missed"
    INVENTED = "invented"
    WRONG = "wrong"  # found, with a wrong detail


@dataclass(frozen=True, slots=True, order=True)
class Case:
    """A miss, an invention, or a wrong detail.

    Attributes:
        article: id of the gold article.
        measure: the measure that it costs.
        cls: its class in that measure.
        expected: what the gold says; "" for an invention.
        told: what the graph says; "" for a miss.
        start, end: where, in the article's text; -1 if nowhere.
        sentence: the words around.
    """

    article: str
    measure: str
    fault: Fault
    cls: str
    start: int
    end: int
    expected: str
    told: str
    sentence: str


@dataclass(slots=True)
class Sheet:
    """Filled by one layer for one article, then only read."""

    article: str
    text: str
    counts: dict[tuple[str, str], Count] = field(default_factory=dict)
    values: dict[tuple[str, str], list[float]] = field(default_factory=dict)
    cases: list[Case] = field(default_factory=list)

    def count(self, measure: str, count: Count, cls: str = ALL) -> None:
        """Adds to a measure, for one class."""
        self.counts[measure, cls] = self.counts.get((measure, cls), Count()) + count

    def value(self, measure: str, value: float, cls: str = ALL) -> None:
        """Adds a value to a measure that is told as a median (a distance)."""
        self.values.setdefault((measure, cls), []).append(value)

    def case(
        self, measure: str, fault: Fault, span: Span | None, *, expected: str = "", told: str = "", cls: str = ALL
    ) -> None:
        """Notes a miss, an invention or a wrong detail."""
        start, end = (span.start, span.end) if span else (-1, -1)
        words = sentence_around(self.text, span)
        self.cases.append(Case(self.article, measure, fault, cls or NONE, start, end, expected, told, words))

    def tick(self, measure: str, golds: Iterable[str], told: Iterable[str], pairs: Iterable[tuple[str, str]]) -> None:
        """Counts items by their classes, and all together.

        Args:
            measure: its name.
            golds: the class of each gold item.
            told: the class of each told item.
            pairs: of each right pair, the class of the gold item and that of the told one.
        """
        self.count(measure, Count())  # a measure has its row also where there is nothing to count
        for cls in golds:
            self._both(measure, cls, Count(gold=1))
        for cls in told:
            self._both(measure, cls, Count(told=1))
        for gold_class, told_class in pairs:
            self._both(measure, gold_class, Count(right_gold=1))
            self._both(measure, told_class, Count(right_told=1))

    def _both(self, measure: str, cls: str, count: Count) -> None:
        self.count(measure, count)
        if cls != ALL:
            self.count(measure, count, cls or NONE)


@dataclass(frozen=True, slots=True)
class Shown:
    """An item as a case shows it."""

    words: str
    span: Span | None
    cls: str = ALL


def tick_matched(
    sheet: Sheet,
    measure: str,
    golds: Sequence[Item],
    told: Sequence[Other],
    pairs: Pairs,
    *,
    show_gold: Callable[[Item], Shown],
    show_told: Callable[[Other], Shown],
) -> None:
    """Counts a matching by class, and notes what of the gold was missed and what was invented."""
    gold_shown, told_shown = [show_gold(item) for item in golds], [show_told(item) for item in told]
    sheet.tick(
        measure,
        (shown.cls for shown in gold_shown),
        (shown.cls for shown in told_shown),
        ((gold_shown[i].cls, told_shown[j].cls) for i, j in pairs),
    )
    found, used = {i for i, _ in pairs}, {j for _, j in pairs}
    for i, shown in enumerate(gold_shown):
        if i not in found:
            sheet.case(measure, Fault.MISSED, shown.span, expected=shown.words, cls=shown.cls)
    for j, shown in enumerate(told_shown):
        if j not in used:
            sheet.case(measure, Fault.INVENTED, shown.span, told=shown.words, cls=shown.cls)


def tick_detail(
    sheet: Sheet,
    measure: str,
    golds: Sequence[Item],
    told: Sequence[Other],
    pairs: Pairs,
    *,
    right: Callable[[Item, Other], bool],
    show_gold: Callable[[Item], Shown],
    show_told: Callable[[Other], Shown],
) -> Pairs:
    """Counts as right only the pairs whose detail is right too, and notes the wrong ones; gives the right ones back.

    A detail is counted over all classes together: by class, one would read the same table again.
    """
    good = tuple((i, j) for i, j in pairs if right(golds[i], told[j]))
    sheet.count(measure, Count(right_told=len(good), told=len(told), right_gold=len(good), gold=len(golds)))
    for i, j in pairs:
        if (i, j) not in good:
            gold, other = show_gold(golds[i]), show_told(told[j])
            sheet.case(
                measure, Fault.WRONG, gold.span or other.span, expected=gold.words, told=other.words, cls=gold.cls
            )
    return good
