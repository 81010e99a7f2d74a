"""How many dead and hurt the clause of each draft tells of: two tellings with one toll are of one happening."""

from dataclasses import replace
from typing import Final

from kg.extract.events_draft import Draft
from kg.extract.events_kinds import VIOLENT
from kg.extract.figures_counts import find_counts
from kg.extract.figures_parts import Count
from kg.model import EventKind, FigureKind
from kg.nlp import Parsed, Token

_HARMED: Final = frozenset({FigureKind.KILLED, FigureKind.WOUNDED})


def with_tolls(drafts: tuple[Draft, ...], parsed: Parsed) -> tuple[Draft, ...]:
    """The drafts of violence, each with the numbers of dead and hurt that its own clause tells."""
    tolls: dict[int, set[tuple[FigureKind, int]]] = {}
    for count in find_counts(parsed):
        value = count.number.low if count.number.low is not None else count.number.high
        if count.fate.kind not in _HARMED or value is None or count.number.approximate:
            continue
        for at in _of_count(count, drafts):
            tolls.setdefault(at, set()).add((count.fate.kind, value))
    return tuple(replace(draft, tolls=frozenset(tolls.get(at, ()))) for at, draft in enumerate(drafts))


def _of_count(count: Count, drafts: tuple[Draft, ...]) -> list[int]:
    """The nearest draft whose words govern the word for the fate, or hang on it; else the only one there is."""
    word = count.fate.word
    near = [
        at for at, draft in enumerate(drafts) if draft.kind in VIOLENT and draft.first.token.sentence == word.sentence
    ]
    tied = [at for at in near if _is_tied(drafts[at].first.token, word)]
    tied.sort(key=lambda at: (drafts[at].kind is EventKind.KILLING, abs(drafts[at].first.token.i - word.i)))
    return tied[:1] or (near if len(near) == 1 else [])


def _is_tied(trigger: Token, word: Token) -> bool:
    return (
        trigger is word
        or any(up is word for up in trigger.ancestors())
        or any(up is trigger for up in word.ancestors())
    )
