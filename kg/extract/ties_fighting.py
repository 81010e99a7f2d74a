"""Finds who fights whom by what happened: an event with a named side that does it and one that has it done to it."""

from collections.abc import Iterable, Iterator

from kg.extract.cast import Cast
from kg.model import ActorType, EventKind, EventReport, Participant, Role, Status, Tie, TieKind

_BODIES = frozenset({ActorType.ARMED_GROUP, ActorType.MILITARY, ActorType.COALITION, ActorType.GOVERNMENT})
_FIGHTING = frozenset(
    {
        EventKind.ARMED_CLASH,
        EventKind.BATTLE,
        EventKind.ASSAULT,
        EventKind.COUNTERATTACK,
        EventKind.AMBUSH,
        EventKind.ADVANCE,
        EventKind.CAPTURE_OF_PLACE,
        EventKind.SIEGE,
        EventKind.AIRSTRIKE,
        EventKind.DRONE_STRIKE,
        EventKind.SHELLING,
        EventKind.ROCKET_ATTACK,
    }
)


def find_fighting(events: Iterable[EventReport], cast: Cast) -> tuple[Tie, ...]:
    """The ties between named bodies that fight each other in an event that happened, left to right, each once."""
    ties: dict[tuple[int, int], Tie] = {}
    for event in events:
        if event.kind in _FIGHTING and event.status is Status.HAPPENED:
            for agent, target in _opponents(event, cast):
                tie = Tie(agent, TieKind.FIGHTS, target, event.evidence, "ties.fights-in-an-event")
                ties.setdefault((agent, target), tie)
    return tuple(sorted(ties.values(), key=lambda tie: (tie.evidence, tie.subject, tie.object)))


def join_ties(told: tuple[Tie, ...], fought: tuple[Tie, ...]) -> tuple[Tie, ...]:
    """All of both, where those that a clause tells go before those that follow from an event; left to right."""
    fights = {frozenset((tie.subject, tie.object)) for tie in told if tie.kind is TieKind.FIGHTS}
    friends = {frozenset((tie.subject, tie.object)) for tie in told if tie.kind in _FRIENDLY}
    added = []
    for tie in fought:
        pair = frozenset((tie.subject, tie.object))
        if pair not in fights and pair not in friends:
            fights.add(pair)
            added.append(tie)
    return tuple(sorted((*told, *added), key=lambda tie: (tie.evidence, tie.subject, tie.kind, tie.object)))


_FRIENDLY = frozenset({TieKind.ALLIED_WITH, TieKind.SUPPORTS, TieKind.PART_OF, TieKind.COMMANDS})


def _opponents(event: EventReport, cast: Cast) -> Iterator[tuple[int, int]]:
    """Who does it and to whom: all pairs, and for clashes the two sides."""
    agents = [part for part in event.participants if part.role is Role.AGENT and _is_named_body(part, cast)]
    targets = [part for part in event.participants if part.role is Role.TARGET and _is_named_body(part, cast)]
    for agent in agents:
        for target in targets:
            same_side = agent.side is not None and agent.side == target.side
            if agent.referent != target.referent and not same_side:
                yield agent.referent, target.referent
    for one in agents:
        for other in agents:  # "the army and the rebels clashed": both do it
            if one.side == 1 and other.side not in (None, 1) and one.referent != other.referent:
                yield one.referent, other.referent


def _is_named_body(part: Participant, cast: Cast) -> bool:
    referent = cast.referents[part.referent]
    return referent.actor in _BODIES and (referent.named or referent.known is not None)
