"""A language model that reads articles as wholes, played: it says what a test tells it to."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from kg.extract.cast import find_cast
from kg.extract.events import find_events
from kg.extract.times import find_times
from kg.model import EventKind, EventReport
from kg.nlp import Parsed


@dataclass
class Played:
    """Says what it is told to of words; of all others that they tell of nothing."""

    parsed: Parsed
    words: Mapping[str, tuple[float, float, str]]
    alike: frozenset[frozenset[str]] = frozenset()
    apart: frozenset[frozenset[str]] = frozenset()
    rather_apart: frozenset[frozenset[str]] = frozenset()
    agents: Mapping[str, Mapping[str, float]] = field(default_factory=dict)
    at: Mapping[str, Mapping[str, float]] = field(default_factory=dict)

    def _of(self, word: int) -> tuple[float, float, str]:
        return self.words.get(self.parsed.tokens[word].text, (0.0, 0.0, "other"))

    def sure(self, word: int) -> float:
        return self._of(word)[0]

    def chosen(self, word: int) -> float:
        return self._of(word)[1]

    def kind(self, word: int) -> str:
        return self._of(word)[2]

    def kinds_of(self, words: Sequence[int]) -> dict[str, float]:
        return dict.fromkeys(EventKind, 0.0) | {self.kind(max(words, key=self.sure)): 1.0}

    def about(self, word: int, spots: Sequence[int], acting: Sequence[int]) -> "Answers":
        del spots, acting
        return Answers(self, self.parsed.tokens[word].text)

    def likeness(self, word: int, others: Sequence[int]) -> list[float]:
        both = [frozenset({self.parsed.tokens[one].text for one in (word, other)}) for other in others]
        known = (
            dict.fromkeys(self.alike, 2.0) | dict.fromkeys(self.apart, -2.0) | dict.fromkeys(self.rather_apart, -1.0)
        )
        return [known.get(one, 0.0) for one in both]


@dataclass
class Answers:
    """What it is told to say of a happening."""

    played: Played
    word: str

    def _of(self, named: Mapping[str, float], candidates: Sequence[int], unknown: float) -> list[float]:
        return [named.get(self.played.parsed.tokens[one].text, unknown) for one in candidates]

    def parties(self, candidates: Sequence[int], *, suffering: bool) -> list[float]:
        return self._of({} if suffering else self.played.agents.get(self.word, {}), candidates, -1.0)

    def places(self, candidates: Sequence[int]) -> list[float]:
        return self._of(self.played.at.get(self.word, {}), candidates, 0.0)


@dataclass
class Shared(Played):
    """Says how likely the kinds are, whatever the words."""

    shares: Mapping[str, float] = field(default_factory=dict)

    def kinds_of(self, words: Sequence[int]) -> dict[str, float]:
        del words
        return dict.fromkeys(EventKind, 0.0) | self.shares


def told(parsed: Parsed, played: Played) -> tuple[EventReport, ...]:
    """The events of the article as that model reads it."""
    parsed = replace(parsed, telling=played, asking=played)
    return find_events(parsed, find_cast(parsed), find_times(parsed))


def words_of(parsed: Parsed, events: Sequence[EventReport]) -> list[str]:
    """The triggers."""
    return [parsed.words(event.trigger) for event in events]


ALWAYS: Final = (0.9, 0.9, "other")
