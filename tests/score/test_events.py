"""Events scored by hand-made articles; every expected figure is worked out in the comment beside it."""

from pathlib import Path
from typing import Any

import pytest

from kg.model.kinds import EventKind
from kg.resources import read_table
from kg.score import Fault, Gold, score
from kg.score.report import Report
from kg.score.tally import Row
from kg.score.told import Ask
from tests.made_answers import at, made_answers, made_gold, mention, no_answers

TEXT = "Gunners of the army shelled Tell Amar on Monday. Rebels took the hill from the army at night."
ACTORS = [{"id": "a1", "name": "the army", "type": "Military"}, {"id": "a2", "name": "rebels", "type": "ArmedGroup"}]
PLACES = [{"id": "p1", "name": "Tell Amar"}]
SHELLED: dict[str, Any] = {
    "id": "e1", "kind": "shelling", "trigger": "shelled", "evidence": "the army shelled Tell Amar on Monday",
    "date_earliest": "2020-03-02", "date_latest": "2020-03-02", "place": "p1", "agents": ["a1"], "weapon": "howitzers",
}  # fmt: skip
TOOK: dict[str, Any] = {
    "id": "e2", "kind": "capture_of_place", "trigger": "took",
    "evidence": "Rebels took the hill from the army at night",
    "agents": ["a2"], "targets": ["a1"], "status": "background",
}  # fmt: skip

# the same two as a graph tells them, all right: (kind, weapon) go to `events`, the rest to `reports`
TOLD_SHELLED: dict[str, Any] = {
    "event": "x1", "kind": "shelling", "weapon": "howitzer", "words": "shelled", "earliest": "2020-03-02",
    "latest": "2020-03-02", "place_name": "Tell Amar", "agents": "Army of the Republic", "status": "happened",
}  # fmt: skip
TOLD_TOOK: dict[str, Any] = {
    "event": "x2", "kind": "capture_of_place", "words": "took", "agents": "rebels", "targets": "Army of the Republic",
    "status": "happened",
}  # fmt: skip


def gold(folder: Path, *events: dict[str, Any]) -> Gold:
    return made_gold(folder, {"a": TEXT}, {"a": {"actors": ACTORS, "places": PLACES, "events": events}})


def told(*events: dict[str, Any]) -> Ask:
    """A graph that tells these and knows that "the army" names its thing "Army of the Republic"."""
    return made_answers(
        events=[{"event": row["event"], "kind": row["kind"], "weapon": row.get("weapon")} for row in events],
        reports=[
            {**{key: value for key, value in row.items() if key not in ("kind", "weapon")}, **at(TEXT, row["words"])}
            for row in events
        ],
        actors=[{"actor": "x:army", "name": "Army of the Republic", "type": "Military"}],
        mentions=[mention(TEXT, "the army", iri="x:army", name="Army of the Republic")],
    )


def scored(gold: Gold, ask: Ask) -> Report:
    return score(gold, ask, layers=("events",))


def figures(row: Row | None) -> tuple[float | None, float | None]:
    assert row is not None
    return row.precision, row.recall


def faults(report: Report, measure: str) -> list[tuple[Fault, str, str]]:
    return [(case.fault, case.expected, case.told) for _, case in report.cases() if case.measure == measure]


DETAILS = ("place", "dates", "agents", "targets", "weapon", "status")


def test_all_is_right(tmp_path: Path) -> None:
    report = scored(gold(tmp_path, SHELLED, TOOK), told(TOLD_SHELLED, TOLD_TOOK))
    # 2 of 2 found, with every detail; the army is told by another name, "howitzer" for "howitzers", background as
    # happened; of e2 no place, date and weapon, and none is told. Agents: 2 of 2; targets: 1 of 1
    measures = ["event", *(f"event + {name}" for name in DETAILS), "words, any kind", "exact kind"]
    for measure in (*measures, "trigger overlap", "agents", "targets"):
        assert figures(report.row("events", measure)) == (1, 1), measure
    assert list(report.cases()) == []


def test_nothing_told(tmp_path: Path) -> None:
    report = scored(gold(tmp_path, SHELLED, TOOK), no_answers())
    # 0 of 2 found; nothing told, so there is no precision; nothing found, so no agents are asked for
    assert figures(report.row("events", "event")) == (None, 0)
    assert figures(report.row("events", "event + place")) == (None, 0)
    assert report.row("events", "agents") is None
    assert report.row("events", "exact kind") is None
    assert faults(report, "event") == [
        (Fault.MISSED, "capture_of_place: took", ""),
        (Fault.MISSED, "shelling: shelled", ""),
    ]


def test_nothing_to_find(tmp_path: Path) -> None:
    report = scored(gold(tmp_path), told(TOLD_SHELLED))
    # 1 told, 0 of it right; no recall where there is nothing to find
    assert figures(report.row("events", "event")) == (0, None)
    assert faults(report, "event") == [(Fault.INVENTED, "", "shelling: shelled")]


def test_everything_told_twice(tmp_path: Path) -> None:
    twice = told(TOLD_SHELLED, TOLD_TOOK, {**TOLD_SHELLED, "event": "x3"}, {**TOLD_TOOK, "event": "x4"})
    report = scored(gold(tmp_path, SHELLED, TOOK), twice)
    # 4 told, 2 of them right; recall stays 2 of 2. Agents and targets are those of the two events found: still right
    assert figures(report.row("events", "event")) == (0.5, 1)
    assert figures(report.row("events", "event + agents")) == (0.5, 1)
    assert figures(report.row("events", "agents")) == (1, 1)
    assert figures(report.row("events", "words, any kind")) == (0.5, 1)
    assert len(faults(report, "event")) == 2


def test_two_rows_of_one_told_event_are_one_telling(tmp_path: Path) -> None:
    # x1 is told by "shelled", too, and by words that are nowhere in the gold: the row on the trigger stands for it
    elsewhere = {**TOLD_SHELLED, "words": "Gunners", "place_name": "Homs"}
    report = scored(gold(tmp_path, SHELLED), told(elsewhere, TOLD_SHELLED))
    assert figures(report.row("events", "event + place")) == (1, 1)


def test_a_kind_of_the_same_group_is_found_but_not_exact(tmp_path: Path) -> None:
    report = scored(gold(tmp_path, SHELLED, TOOK), told({**TOLD_SHELLED, "kind": "airstrike"}, TOLD_TOOK))
    # both found; of the two found, 1 has the kind itself
    assert figures(report.row("events", "event")) == (1, 1)
    assert figures(report.row("events", "exact kind")) == (0.5, 0.5)
    assert faults(report, "exact kind") == [(Fault.WRONG, "shelling: shelled", "airstrike: shelled")]
    # by class: the one shelling is found; the one airstrike told is right
    assert figures(report.row("events", "event", "shelling")) == (None, 1)
    assert figures(report.row("events", "event", "airstrike")) == (1, None)


def test_a_kind_of_another_group_is_not_found(tmp_path: Path) -> None:
    report = scored(gold(tmp_path, SHELLED), told({**TOLD_SHELLED, "kind": "assault"}))
    # 1 told, wrong; 1 to find, missed; but its words are there
    assert figures(report.row("events", "event")) == (0, 0)
    assert figures(report.row("events", "words, any kind")) == (1, 1)
    assert [fault for fault, _, _ in faults(report, "event")] == [Fault.INVENTED, Fault.MISSED]


@pytest.mark.parametrize(
    ("words", "found", "on_trigger", "why"),
    [
        ("army shelled", 1, 1, "shares the trigger"),
        ("on Monday", 1, 0, "stands in the evidence"),
        ("Gunners", 0, None, "stands beside the evidence"),
        ("took", 0, None, "stands in another sentence"),
    ],
)
def test_the_words(tmp_path: Path, words: str, found: int, on_trigger: int | None, why: str) -> None:
    report = scored(gold(tmp_path, SHELLED), told({**TOLD_SHELLED, "words": words}))
    row, among = report.row("events", "event"), report.row("events", "trigger overlap")
    assert figures(row) == (found, found), why
    assert (among and among.recall) == on_trigger, why


def test_the_trigger_decides_between_two_reports(tmp_path: Path) -> None:
    # "on Monday" is in the evidence, "shelled" on the trigger: x2 is the event, and its place is judged, not x1's
    beside = {**TOLD_SHELLED, "words": "on Monday", "place_name": "Homs"}
    report = scored(gold(tmp_path, SHELLED), told(beside, {**TOLD_SHELLED, "event": "x2", "kind": "bombing"}))
    # 2 told, 1 right, with its place
    assert figures(report.row("events", "event + place")) == (0.5, 1)
    assert figures(report.row("events", "exact kind")) == (0, 0)


@pytest.mark.parametrize(
    ("wrong", "detail", "case"),
    [
        ({"place_name": "Homs"}, "place", ("Tell Amar", "Homs")),
        ({"place_name": None}, "place", ("Tell Amar", "no place")),
        ({"latest": "2020-03-03"}, "dates", ("2020-03-02", "2020-03-02…2020-03-03")),
        ({"earliest": None, "latest": None}, "dates", ("2020-03-02", "no date")),
        ({"agents": None}, "agents", ("the army", "nobody")),
        ({"agents": "Army of the Republic | rebels"}, "agents", ("the army", "Army of the Republic, rebels")),
        ({"targets": "rebels"}, "targets", ("nobody", "rebels")),
        ({"weapon": "rockets"}, "weapon", ("howitzers", "rockets")),
        ({"weapon": None}, "weapon", ("howitzers", "no weapon")),
        ({"status": "claimed"}, "status", ("happened", "claimed")),
    ],
)
def test_one_wrong_detail(tmp_path: Path, wrong: dict[str, Any], detail: str, case: tuple[str, str]) -> None:
    report = scored(gold(tmp_path, SHELLED, TOOK), told({**TOLD_SHELLED, **wrong}, TOLD_TOOK))
    # both found, 1 of 2 with the detail; all other details are right in both
    shown = (Fault.WRONG, f"{case[0]} (shelling: shelled)", f"{case[1]} (shelling: shelled)")
    for name in DETAILS:
        share = 0.5 if name == detail else 1
        assert figures(report.row("events", f"event + {name}")) == (share, share), name
        assert faults(report, f"event + {name}") == ([shown] if name == detail else []), name


def test_a_detail_told_where_the_gold_has_none_is_wrong(tmp_path: Path) -> None:
    extra = {"place_name": "Tell Amar", "latest": "2020-03-02", "weapon": "rifles"}
    report = scored(gold(tmp_path, TOOK), told({**TOLD_TOOK, **extra}))
    for name in ("place", "dates", "weapon"):
        assert figures(report.row("events", f"event + {name}")) == (0, 0), name


def test_agents_one_by_one(tmp_path: Path) -> None:
    both = {**SHELLED, "agents": ["a1", "a2"]}
    report = scored(gold(tmp_path, both), told({**TOLD_SHELLED, "agents": "Army of the Republic | pilots | scouts"}))
    # to find: the army, rebels; told: the army, pilots, scouts; right: the army
    assert figures(report.row("events", "agents")) == (1 / 3, 1 / 2)
    assert faults(report, "agents") == [
        (Fault.INVENTED, "", "pilots (shelling: shelled)"),
        (Fault.INVENTED, "", "scouts (shelling: shelled)"),
        (Fault.MISSED, "rebels (shelling: shelled)", ""),
    ]


def test_agents_and_targets_taken_together(tmp_path: Path) -> None:
    # the sides are told the wrong way round: as agents and targets 0 of 1 each, as those who have part 2 of 2
    turned = {**TOLD_TOOK, "agents": TOLD_TOOK["targets"], "targets": TOLD_TOOK["agents"]}
    report = scored(gold(tmp_path, TOOK), told(turned))
    assert figures(report.row("events", "agents")) == (0, 0)
    assert figures(report.row("events", "targets")) == (0, 0)
    assert figures(report.row("events", "agents or targets")) == (1, 1)
    # and with one more that is not there, and one left out: 1 of 2 told, 1 of 2 to find
    report = scored(gold(tmp_path / "more", TOOK), told({**TOLD_TOOK, "targets": "pilots"}))
    assert figures(report.row("events", "agents or targets")) == (0.5, 0.5)


def test_an_actor_told_by_two_names_is_right_once(tmp_path: Path) -> None:
    report = scored(gold(tmp_path, SHELLED), told({**TOLD_SHELLED, "agents": "Army of the Republic | the army"}))
    # 2 told, 1 right; 1 to find, found
    assert figures(report.row("events", "agents")) == (1 / 2, 1)
    assert figures(report.row("events", "event + agents")) == (0, 0)


def test_a_report_whose_event_is_not_told_of_is_of_the_kind_other(tmp_path: Path) -> None:
    only = made_answers(reports=[{"event": "x", "words": "took", "status": "happened", **at(TEXT, "took")}])
    report = scored(gold(tmp_path, {**TOOK, "kind": "other"}), only)
    assert figures(report.row("events", "event")) == (1, 1)


def test_every_kind_stands_in_one_group() -> None:
    grouped = [kind for row in read_table("kind_groups.toml").values() for kind in row["kinds"]]
    assert sorted(grouped) == sorted(kind.value for kind in EventKind)
