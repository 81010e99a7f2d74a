"""Makes one actor of the unnamed people killed in one event, of whom an article tells again with each toll."""

from dataclasses import replace

from kg.extract.nominals import actor_nouns
from kg.extract.renumber import renumber
from kg.model import ActorType, Figure, FigureKind, Reading, Referent

_UNNAMED = frozenset({ActorType.CIVILIANS, ActorType.GROUP})


def join_victims(reading: Reading) -> Reading:
    """The same reading, with "at least 16 civilians", "16 people" and "more than 20 people" of one attack as one.

    Those counted as wounded are others, unless they are called people and no more ("dozens of people"); so are those
    of quite another number: the link to the event is wrong then.
    """
    into: dict[int, int] = {}
    for event in range(len(reading.events)):
        killed = _counted(reading, event, FigureKind.KILLED)
        wounded = {n for n in _counted(reading, event, FigureKind.WOUNDED) if _is_anybody(reading.referents[n])}
        victims = sorted({into.get(n, n) for n in (killed | wounded if killed else killed)})
        for n in victims[1:]:
            if (
                n in killed
                and victims[0] in killed
                and not _are_alike(_number(reading, victims[0]), _number(reading, n))
            ):
                continue
            into = {old: victims[0] if new == n else new for old, new in into.items()}
            into[n] = victims[0]
    if not into:
        return reading
    kept = {n: one for n, one in enumerate(reading.referents) if n not in into}
    for n in set(into.values()):
        joined = (n, *(old for old, new in into.items() if new == n))
        civil = any(reading.referents[one].actor is ActorType.CIVILIANS for one in joined)
        kept[n] = replace(kept[n], actor=ActorType.CIVILIANS if civil else kept[n].actor, rule="coreference.victims")
    return renumber(reading, kept, {n: into.get(n, n) for n in range(len(reading.referents))})


_TIMES = 5


def _are_alike(one: int | None, other: int | None) -> bool:
    return one is None or other is None or max(one, other) <= _TIMES * min(one, other)


def _number(reading: Reading, referent: int) -> int | None:
    """How many the first figure of these people tells of."""
    bounds = (
        figure.low if figure.low is not None else figure.high
        for figure in reading.figures
        if _party_of(reading, figure) == referent
    )
    return next((bound for bound in bounds if bound), None)


def _is_anybody(referent: Referent) -> bool:
    noun = actor_nouns().get(referent.name.split()[-1].lower())
    return noun is not None and noun.name == "people"  # no farmers


def _counted(reading: Reading, event: int, kind: FigureKind) -> set[int]:
    """The unnamed people whom the figures of a kind count in an event."""
    return {
        n
        for figure in reading.figures
        if figure.event == event and figure.kind is kind and (n := _party_of(reading, figure)) is not None
    }


def _party_of(reading: Reading, figure: Figure) -> int | None:
    """The unnamed people of whom a figure speaks."""
    if figure.party is None:
        return None
    inside = (one for one in reading.mentions if figure.party.covers(one.head) and one.referent is not None)
    for mention in inside:
        assert mention.referent is not None  # noqa: S101 - chosen above
        referent = reading.referents[mention.referent]
        if not referent.named and referent.actor in _UNNAMED:
            return mention.referent
    return None
