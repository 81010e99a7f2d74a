"""Who fights whom, by what happened. Events are made by hand, so that no reading of events is tested here."""

import pytest

from kg.extract.cast import Cast
from kg.extract.ties_fighting import find_fighting, join_ties
from kg.model import (
    ActorType,
    EventKind,
    EventReport,
    Participant,
    Referent,
    Role,
    Span,
    Status,
    Tie,
    TieKind,
)

HERE = Span(0, 9)


def body(name: str, actor: ActorType = ActorType.ARMED_GROUP, *, named: bool = True) -> Referent:
    return Referent(actor, None, name, named, (name,) if named else (), None, (), (), "coreference.same-name")


CAST = Cast.of(
    (),
    (
        body("Red Front"),
        body("Blue Army", ActorType.MILITARY),
        body("rebels", named=False),
        body("Goma farmers", ActorType.CIVILIANS),
    ),
)


def event(kind: EventKind, *parts: tuple[int, Role, int | None], status: Status = Status.HAPPENED) -> EventReport:
    people = tuple(Participant(who, role, side, HERE, "events.subject") for who, role, side in parts)
    return EventReport(kind, HERE, (), None, status, False, None, None, None, people, None, None, HERE, "events.word")


AGENT, TARGET = Role.AGENT, Role.TARGET
CASES = [
    (event(EventKind.ASSAULT, (0, AGENT, 1), (1, TARGET, 2)), [(0, 1)], "one attacks the other"),
    (event(EventKind.ARMED_CLASH, (0, AGENT, 1), (1, AGENT, 2)), [(0, 1)], "two sides of a clash"),
    (event(EventKind.ARMED_CLASH, (0, AGENT, 1), (1, AGENT, 1)), [], "both on one side"),
    (event(EventKind.ASSAULT, (0, AGENT, 1), (1, TARGET, 2), status=Status.PLANNED), [], "only planned"),
    (event(EventKind.ASSAULT, (0, AGENT, 1), (2, TARGET, 2)), [], "unnamed"),
    (event(EventKind.AIRSTRIKE, (1, AGENT, 1), (3, TARGET, 2)), [], "civilians fight nobody"),
    (event(EventKind.AGREEMENT, (0, AGENT, None), (1, TARGET, None)), [], "no fighting"),
]


@pytest.mark.parametrize(("report", "expected", "why"), CASES)
def test_fighting(report: EventReport, expected: list[tuple[int, int]], why: str) -> None:
    assert [(tie.subject, tie.object) for tie in find_fighting((report,), CAST)] == expected, why


def test_a_fight_that_a_clause_tells_is_not_doubled() -> None:
    told = (Tie(1, TieKind.FIGHTS, 0, HERE, "ties.fights-against"),)
    fought = find_fighting((event(EventKind.ASSAULT, (0, AGENT, 1), (1, TARGET, 2)),), CAST)
    assert join_ties(told, fought) == told


def test_allies_that_hit_each_other_once_are_not_at_war() -> None:
    told = (Tie(1, TieKind.SUPPORTS, 0, HERE, "ties.backs"),)
    fought = find_fighting((event(EventKind.AIRSTRIKE, (1, AGENT, 1), (0, TARGET, 2)),), CAST)
    assert join_ties(told, fought) == told
