"""Figures scored by hand-made articles; every expected figure is worked out in the comment beside it."""

from pathlib import Path
from typing import Any

import pytest

from kg.score import Fault, Gold, score
from kg.score.report import Report
from kg.score.tally import Row
from kg.score.told import Ask
from tests.made_answers import at, made_answers, made_gold, no_answers

TEXT = "The mayor said the shelling of Tell Amar killed at least nine guards. Three nurses were wounded. Two fled."
SHELLING = {"id": "e1", "kind": "shelling", "trigger": "shelling", "evidence": "the shelling of Tell Amar"}
SAID = {"id": "s1", "speaker": "m", "speaker_text": "The mayor",
        "content": "the shelling of Tell Amar killed at least nine guards", "cue": "said"}  # fmt: skip
ACTORS = [
    {"id": "m", "name": "the mayor", "type": "Person"},
    {"id": "g", "name": "guards", "type": "Military"},
    {"id": "n", "name": "nurses", "type": "Civilians"},
]
KILLED: dict[str, Any] = {
    "id": "f1", "kind": "killed", "low": 9, "high": None, "party_type": "combatants", "side": "g", "event": "e1",
    "said_by": "s1", "evidence": "killed at least nine guards",
}  # fmt: skip
WOUNDED: dict[str, Any] = {
    "id": "f2", "kind": "wounded", "low": 3, "high": 3, "party_type": "medics", "side": "n",
    "evidence": "Three nurses were wounded",
}  # fmt: skip

TOLD_KILLED: dict[str, Any] = {
    "figure": "x1", "kind": "killed", "low": 9, "party_type": "combatants", "side_name": "guards",
    "event": "x:shelling", "said_by": "x:said", "speaker_name": "the mayor", "quote": "nine guards",
}  # fmt: skip
TOLD_WOUNDED: dict[str, Any] = {
    "figure": "x2", "kind": "wounded", "low": 3, "high": 3, "party_type": "medics", "quote": "Three nurses",
}  # fmt: skip


def gold(folder: Path, *figures: dict[str, Any]) -> Gold:
    read = {"actors": ACTORS, "events": [SHELLING], "statements": [SAID], "figures": figures}
    return made_gold(folder, {"a": TEXT}, {"a": read})


def told(*figures: dict[str, Any]) -> Ask:
    """A graph that tells these, the shelling, an attack on nobody, and two statements."""
    return made_answers(
        events=[{"event": "x:shelling", "kind": "shelling"}, {"event": "x:other", "kind": "assault"}],
        reports=[
            {"event": "x:shelling", "words": "shelling", **at(TEXT, "shelling")},
            {"event": "x:other", "words": "fled", **at(TEXT, "fled")},
        ],
        statements=[
            {"statement": "x:said", "content": SAID["content"], "speaker_name": "the mayor"},
            {"statement": "x:more", "content": "Two fled", "speaker_name": "The mayor"},
            {"statement": "x:nurse", "content": "Two fled", "speaker_name": "a nurse"},
        ],
        figures=[{**row, **at(TEXT, row["quote"])} for row in figures],
    )


def scored(gold: Gold, ask: Ask) -> Report:
    return score(gold, ask, layers=("figures",))


def shares(row: Row | None) -> tuple[float | None, float | None]:
    assert row is not None
    return row.precision, row.recall


DETAILS = ("party type", "side", "event", "who says so", "speaker", "all three")


def test_all_is_right(tmp_path: Path) -> None:
    report = scored(gold(tmp_path, KILLED, WOUNDED), told(TOLD_KILLED, TOLD_WOUNDED))
    # 2 of 2 with all details; of f2 no event and no speaker, and none is told; its nurses are no side of the war, so
    # that a graph that tells none is right
    for measure in ("claim", *(f"claim + {name}" for name in DETAILS)):
        assert shares(report.row("figures", measure)) == (1, 1), measure
    assert list(report.cases()) == []
    # by class: one of each kind
    assert shares(report.row("figures", "claim", "killed")) == (1, 1)
    assert shares(report.row("figures", "claim", "wounded")) == (1, 1)


def test_nothing_told(tmp_path: Path) -> None:
    report = scored(gold(tmp_path, KILLED, WOUNDED), no_answers())
    # 0 of 2 found, none told
    assert shares(report.row("figures", "claim")) == (None, 0)
    assert shares(report.row("figures", "claim + all three")) == (None, 0)
    assert sorted(case.expected for _, case in report.cases()) == [
        "killed 9…: killed at least nine guards",
        "wounded 3: Three nurses were wounded",
    ]


def test_nothing_to_find(tmp_path: Path) -> None:
    report = scored(gold(tmp_path), told(TOLD_WOUNDED))
    # 1 told, 0 right
    assert shares(report.row("figures", "claim")) == (0, None)
    assert [(case.fault, case.told) for _, case in report.cases()] == [(Fault.INVENTED, "wounded 3: Three nurses")]


def test_everything_told_twice(tmp_path: Path) -> None:
    again = ({**TOLD_KILLED, "figure": "x3"}, {**TOLD_WOUNDED, "figure": "x4"})
    report = scored(gold(tmp_path, KILLED, WOUNDED), told(TOLD_KILLED, TOLD_WOUNDED, *again))
    # 4 told, 2 of them right; 2 of 2 found
    for measure in ("claim", *(f"claim + {name}" for name in DETAILS)):
        assert shares(report.row("figures", measure)) == (0.5, 1), measure


@pytest.mark.parametrize(
    ("wrong", "why"),
    [
        ({"kind": "wounded"}, "another kind"),
        ({"low": 8}, "another bound"),
        ({"high": 9}, "a bound that is open in the gold"),
        ({"low": None}, "an open bound that is not in the gold"),
        ({"quote": "The mayor"}, "the words stand beside those of the gold"),
    ],
)
def test_another_claim(tmp_path: Path, wrong: dict[str, Any], why: str) -> None:
    report = scored(gold(tmp_path, KILLED), told({**TOLD_KILLED, **wrong}))
    # 1 told, wrong; 1 to find, missed
    assert shares(report.row("figures", "claim")) == (0, 0), why
    assert {case.fault for _, case in report.cases()} == {Fault.MISSED, Fault.INVENTED}


@pytest.mark.parametrize(
    ("wrong", "details"),
    [
        ({"party_type": "civilians"}, {"party type", "all three"}),
        ({"party_type": None}, {"party type", "all three"}),
        ({"side_name": "rebels"}, {"side"}),
        ({"side_name": None}, {"side"}),
        ({"event": "x:other"}, {"event", "all three"}),
        ({"event": None}, {"event", "all three"}),
        # another statement of the same speaker: the speaker is right
        ({"said_by": "x:more"}, {"who says so", "all three"}),
        ({"said_by": "x:nurse"}, {"who says so", "speaker", "all three"}),
        ({"said_by": None, "speaker_name": None}, {"who says so", "speaker", "all three"}),
    ],
)
def test_one_wrong_detail(tmp_path: Path, wrong: dict[str, Any], details: set[str]) -> None:
    report = scored(gold(tmp_path, KILLED, WOUNDED), told({**TOLD_KILLED, **wrong}, TOLD_WOUNDED))
    # both claims found; the details named are right in 1 of 2, all others in both
    assert shares(report.row("figures", "claim")) == (1, 1)
    for name in DETAILS:
        share = 0.5 if name in details else 1
        assert shares(report.row("figures", f"claim + {name}")) == (share, share), name
    assert {case.measure for _, case in report.cases()} == {f"claim + {name}" for name in details}
    assert {case.fault for _, case in report.cases()} == {Fault.WRONG}


@pytest.mark.parametrize(
    ("extra", "details"),
    [
        ({"event": "x:shelling"}, {"event", "all three"}),
        ({"said_by": "x:said", "speaker_name": "the mayor"}, {"who says so", "speaker", "all three"}),
        ({"side_name": "guards"}, {"side"}),
    ],
)
def test_a_detail_that_the_gold_does_not_have(tmp_path: Path, extra: dict[str, Any], details: set[str]) -> None:
    report = scored(gold(tmp_path, WOUNDED), told({**TOLD_WOUNDED, **extra}))
    # the one claim is found; the details named are wrong
    for name in DETAILS:
        share = 0 if name in details else 1
        assert shares(report.row("figures", f"claim + {name}")) == (share, share), name


def test_a_claim_with_two_pieces_of_evidence_is_one(tmp_path: Path) -> None:
    # x1 has a second row, with words that are nowhere in the gold
    report = scored(gold(tmp_path, KILLED), told({**TOLD_KILLED, "quote": "The mayor"}, TOLD_KILLED))
    assert shares(report.row("figures", "claim")) == (1, 1)


def test_claims_without_an_id_are_not_one(tmp_path: Path) -> None:
    nameless = {"figure": None}
    report = scored(gold(tmp_path, KILLED, WOUNDED), told({**TOLD_KILLED, **nameless}, {**TOLD_WOUNDED, **nameless}))
    # 2 told, both right
    assert shares(report.row("figures", "claim")) == (1, 1)


def test_people_of_no_side_may_be_told_as_one(tmp_path: Path) -> None:
    report = scored(gold(tmp_path, WOUNDED), told({**TOLD_WOUNDED, "side_name": "nurses"}))
    assert shares(report.row("figures", "claim + side")) == (1, 1)


def test_an_event_that_was_not_found_is_no_right_event(tmp_path: Path) -> None:
    # a graph that does not tell of the shelling, but ties the claim to an event: 1 found, 0 with its event
    alone = made_answers(figures=[{**TOLD_KILLED, **at(TEXT, "nine guards")}])
    report = scored(gold(tmp_path, KILLED), alone)
    assert shares(report.row("figures", "claim + event")) == (0, 0)
    wrong = [case for _, case in report.cases() if case.measure == "claim + event"]
    assert [case.expected for case in wrong] == [
        "shelling: shelling, which was not found (killed 9…: killed at least nine guards)"
    ]


def test_the_nearer_words_decide_between_two_claims_of_one_number(tmp_path: Path) -> None:
    # both lie on the gold's words; x1 has all of them (token F1 1), x3 two of five: x1 is it, x3 invented
    other = {**TOLD_KILLED, "figure": "x3", "party_type": "civilians"}
    whole = {**TOLD_KILLED, "quote": "killed at least nine guards"}
    for order in ((other, whole), (whole, other)):
        report = scored(gold(tmp_path, KILLED), told(*order))
        assert shares(report.row("figures", "claim + party type")) == (0.5, 1)
