"""Dates scored by hand-made articles; every expected figure is worked out in the comment beside it."""

from pathlib import Path
from typing import Any

import pytest

from kg.score import Fault, Gold, score
from kg.score.report import Report
from kg.score.tally import Row
from kg.score.told import Ask
from tests.made_answers import at, made_answers, made_gold, no_answers

TEXT = "The mayor said on Monday that the bridge fell. Gunners shelled Tell Amar. Rebels took the hill."
SAID: dict[str, Any] = {"id": "s1", "content": "that the bridge fell", "date": "2020-03-02"}
SHELLED: dict[str, Any] = {"id": "e1", "kind": "shelling", "trigger": "shelled", "evidence": "Gunners shelled"}
TOOK: dict[str, Any] = {"id": "e2", "kind": "advance", "trigger": "took", "evidence": "Rebels took the hill"}

Days = tuple[str | None, str | None]


def gold(folder: Path, *, said: bool = False, events: dict[str, Days] | None = None) -> Gold:
    """The gold with the statement of the 2nd of March, and with events by id, each with its days."""
    rows = [
        {**row, "date_earliest": events[row["id"]][0], "date_latest": events[row["id"]][1]}
        for row in (SHELLED, TOOK)
        if events and row["id"] in events
    ]
    return made_gold(folder, {"a": TEXT}, {"a": {"statements": [SAID] if said else [], "events": rows}})


def told(*, said: Days | None = None, events: dict[str, Days] | None = None, times: int = 1) -> Ask:
    """A graph that tells the statement of those days, and events by gold id, each so many times."""
    rows = [
        {**row, "event": f"x:{row['id']}:{turn}", "earliest": events[row["id"]][0], "latest": events[row["id"]][1]}
        for row in (SHELLED, TOOK)
        for turn in range(times)
        if events and row["id"] in events
    ]
    statement = {"statement": "x", "content": SAID["content"]}
    return made_answers(
        statements=[{**statement, "said_earliest": said[0], "said_latest": said[1]}] * times if said else [],
        events=[{"event": row["event"], "kind": row["kind"]} for row in rows],
        reports=[
            {"event": row["event"], "earliest": row["earliest"], "latest": row["latest"], "words": row["trigger"]}
            | at(TEXT, row["trigger"])
            for row in rows
        ],
    )


def scored(gold: Gold, ask: Ask) -> Report:
    return score(gold, ask, layers=("dates",))


def shares(row: Row | None) -> tuple[float | None, float | None] | None:
    return row and (row.precision, row.recall)


D2, D3, D4 = "2020-03-02", "2020-03-03", "2020-03-04"


@pytest.mark.parametrize(
    ("days", "same", "dated", "touching", "why"),
    [
        ((D2, D2), (1, 1), (1, 1), (1, 1), "the day"),
        ((D3, D3), (0, 0), (0, 0), (0, 0), "another day"),
        ((D2, D3), (0, 0), (0, 0), (1, 1), "a longer time with the day in it"),
        ((None, D3), (0, 0), (0, 0), (1, 1), "open before; the day is in it"),
        ((None, D2), (0, 0), (0, 0), (1, 1), "open before; the day ends it"),
        ((D3, None), (0, 0), (0, 0), (0, 0), "open after; the day is before it"),
        # none told: nothing to divide by for precision of what is dated
        ((None, None), (0, 0), (None, 0), (None, 0), "no day"),
    ],
)
def test_a_statement(tmp_path: Path, days: Days, same: Days, dated: Days, touching: Days, why: str) -> None:
    report = scored(gold(tmp_path, said=True), told(said=days))
    # 1 statement found, said on the 2nd
    assert shares(report.row("dates", "statements")) == same, why
    assert shares(report.row("dates", "statements, dated")) == dated, why
    assert shares(report.row("dates", "statements, touching")) == touching, why
    assert len([case for _, case in report.cases() if case.fault is Fault.WRONG]) == (same != (1, 1)), why


def test_events(tmp_path: Path) -> None:
    report = scored(
        gold(tmp_path, events={"e1": (D2, D3), "e2": (None, None)}),
        told(events={"e1": (D3, D4), "e2": (None, None)}),
    )
    # 2 found; e1 has other bounds that share the 3rd, e2 rightly none: 1 of 2. Dated: 1 of the gold, 1 told, not the
    # same, but touching
    assert shares(report.row("dates", "events")) == (0.5, 0.5)
    assert shares(report.row("dates", "events, dated")) == (0, 0)
    assert shares(report.row("dates", "events, touching")) == (1, 1)
    # by class: the one of two days is wrong, the one without is right
    assert shares(report.row("dates", "events", "days")) == (0, 0)
    assert shares(report.row("dates", "events", "none")) == (1, 1)
    assert [(case.expected, case.told) for _, case in report.cases()] == [
        ("2020-03-02…2020-03-03 (shelling: shelled)", "2020-03-03…2020-03-04 (shelling: shelled)")
    ]


def test_an_open_time_touches_all_that_follows(tmp_path: Path) -> None:
    after = gold(tmp_path, events={"e1": (D3, None), "e2": (D3, None)})
    report = scored(after, told(events={"e1": (D4, D4), "e2": (D2, D2)}))
    # e1: the 4th is after the 3rd; e2: the 2nd is not
    assert shares(report.row("dates", "events, touching")) == (0.5, 0.5)
    assert shares(report.row("dates", "events", "open")) == (None, 0)


def test_a_date_where_there_is_none(tmp_path: Path) -> None:
    none, day, other = (None, None), (D2, D2), (D3, D3)
    report = scored(gold(tmp_path, events={"e1": none, "e2": day}), told(events={"e1": other, "e2": day}))
    # both found, 1 of 2 the same; 2 told with a date, 1 of them right; 1 with a date to find, found
    assert shares(report.row("dates", "events")) == (0.5, 0.5)
    assert shares(report.row("dates", "events, dated")) == (0.5, 1)
    assert shares(report.row("dates", "events, touching")) == (0.5, 1)
    assert [(case.expected, case.told) for _, case in report.cases()] == [
        ("no date (shelling: shelled)", "2020-03-03 (shelling: shelled)")
    ]


def test_nothing_told(tmp_path: Path) -> None:
    report = scored(gold(tmp_path, said=True, events={"e1": (D2, D2)}), no_answers())
    # nothing was found, so there is no date to judge
    assert report.rows() == ()


def test_nothing_to_find(tmp_path: Path) -> None:
    report = scored(gold(tmp_path), told(said=(D2, D2), events={"e1": (D2, D2)}))
    # what is told is no gold statement or event: its dates can't be judged
    assert report.rows() == ()


def test_everything_told_twice(tmp_path: Path) -> None:
    days: dict[str, Days] = {"e1": (D2, D2), "e2": (D3, D3)}
    report = scored(gold(tmp_path, events={**days, "e2": (D4, D4)}), told(events=days, times=2))
    # 2 found, each once, 1 with its day: a second telling of it raises nothing. That it is told twice is counted
    # against the graph where events are
    row = report.row("dates", "events")
    assert row is not None
    assert (row.right_told, row.told, row.right_gold, row.gold) == (1, 2, 1, 2)
