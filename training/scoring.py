"""Counting what was found against what should have been found."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

Span = tuple[int, int]
"""Half-open character offsets."""


@dataclass(frozen=True, slots=True)
class Tally:
    """Right ones among those told and those in the gold standard."""

    right: int = 0
    told: int = 0
    gold: int = 0

    def __add__(self, other: "Tally") -> "Tally":
        return Tally(self.right + other.right, self.told + other.told, self.gold + other.gold)

    @property
    def precision(self) -> float:
        return self.right / self.told if self.told else 0.0

    @property
    def recall(self) -> float:
        return self.right / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        return 2 * self.right / (self.told + self.gold) if self.told + self.gold else 0.0

    def __str__(self) -> str:
        return f"{self.f1:.3f} (P {self.precision:.3f} R {self.recall:.3f}, {self.gold} gold)"


def exact(gold: Iterable[object], told: Iterable[object]) -> Tally:
    """How many are the same."""
    golds, tolds = set(gold), set(told)
    return Tally(len(golds & tolds), len(tolds), len(golds))


def overlapping(gold: Sequence[Span], told: Sequence[Span]) -> Tally:
    """How many pairs of spans that share a character can be made, no span in two pairs.

    As many as can be (augmenting paths), so that the order of the spans changes nothing.
    """
    partners = [[j for j, other in enumerate(told) if one[0] < other[1] and other[0] < one[1]] for one in gold]
    of_told: dict[int, int] = {}
    right = sum(_augment(n, partners, of_told, set()) for n in range(len(gold)))
    return Tally(right, len(told), len(gold))


def _augment(n: int, partners: Sequence[Sequence[int]], of_told: dict[int, int], seen: set[int]) -> bool:
    for j in partners[n]:
        if j not in seen:
            seen.add(j)
            if j not in of_told or _augment(of_told[j], partners, of_told, seen):
                of_told[j] = n
                return True
    return False


def covering(gold: Iterable[Span], told: Iterable[Span]) -> Tally:
    """How many characters lie in spans of both sides."""
    golds = {place for span in gold for place in range(*span)}
    tolds = {place for span in told for place in range(*span)}
    return Tally(len(golds & tolds), len(tolds), len(golds))
