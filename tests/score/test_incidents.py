"""Incidents scored by hand-made articles; every expected figure is worked out in the comment beside it."""

from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

from kg.errors import InputError
from kg.score import Fault, Gold, score
from kg.score.report import Report
from kg.score.tally import Row
from kg.score.told import Ask
from tests.made_answers import at, made_answers, made_gold, no_answers

TEXT = "Gunners shelled the town. Rebels took the hill."
EVENTS = [
    {"id": "e1", "kind": "shelling", "trigger": "shelled", "evidence": "Gunners shelled the town"},
    {"id": "e2", "kind": "advance", "trigger": "took", "evidence": "Rebels took the hill"},
]
WORDS = {"e1": "shelled", "e2": "took"}
KINDS = {"e1": "shelling", "e2": "advance"}
DOCUMENTS = {"d:a": "a", "d:b": "b", "d:c": "c"}
# the three articles tell of the shelling; of the hill a and b do, and each means another hill
INCIDENTS = [[("a", "e1"), ("b", "e1"), ("c", "e1")]]


def gold(folder: Path, incidents: Sequence[Sequence[tuple[str, str]]] | None = INCIDENTS) -> Gold:
    """Three articles of one text: a and b with both events, c with the shelling."""
    read = {"a": {"events": EVENTS}, "b": {"events": EVENTS}, "c": {"events": EVENTS[:1]}}
    return made_gold(folder, dict.fromkeys(read, TEXT), read, incidents=incidents)


def told(*groups: Sequence[tuple[str, str]]) -> Ask:
    """A graph with an event for each group of (article, gold event whose words it is told with)."""
    members = [(f"x{at}", article, event) for at, group in enumerate(groups) for article, event in group]
    kinds: Mapping[str, str] = {iri: KINDS[event] for iri, _, event in members}
    return made_answers(
        DOCUMENTS,
        events=[{"event": iri, "kind": kind} for iri, kind in kinds.items()],
        reports=[
            {"event": iri, "document": f"d:{article}", "words": WORDS[event], **at(TEXT, WORDS[event])}
            for iri, article, event in members
        ],
    )


def scored(gold: Gold, ask: Ask) -> Report:
    return score(gold, ask, layers=("incidents",))


def counts(row: Row | None) -> tuple[float, float, float, float]:
    """How much is right of what was told, and how much is found of what there is to find."""
    assert row is not None
    return row.right_told, row.told, row.right_gold, row.gold


A1, B1, C1, A2, B2 = ("a", "e1"), ("b", "e1"), ("c", "e1"), ("a", "e2"), ("b", "e2")


def test_all_is_right(tmp_path: Path) -> None:
    report = scored(gold(tmp_path), told([A1, B1, C1], [A2], [B2]))
    # the pairs of the shelling: ab, ac, bc; all five events are in a group that is just the gold one
    assert counts(report.row("incidents", "pairs")) == (3, 3, 3, 3)
    assert counts(report.row("incidents", "pairs, both found")) == (3, 3, 3, 3)
    assert counts(report.row("incidents", "B³")) == (5, 5, 5, 5)
    assert list(report.cases()) == []


def test_nothing_told(tmp_path: Path) -> None:
    report = scored(gold(tmp_path), no_answers())
    # none of the 3 pairs and 5 events found; no pair has both its events found
    assert counts(report.row("incidents", "pairs")) == (0, 0, 0, 3)
    assert counts(report.row("incidents", "B³")) == (0, 0, 0, 5)
    assert report.row("incidents", "pairs, both found") is None
    assert {(case.measure, case.fault) for _, case in report.cases()} == {("pairs", Fault.MISSED)}


def test_no_incidents_to_find(tmp_path: Path) -> None:
    report = scored(gold(tmp_path, incidents=[]), told([A1, B1], [C1]))
    # no two events are one: the one pair told is wrong. B³: 3 found; a and b are half right in their group of two, c
    # whole: 1/2 + 1/2 + 1 of 3; each of the 3 found is wholly in its told group, of 5
    assert counts(report.row("incidents", "pairs")) == (0, 1, 0, 0)
    assert counts(report.row("incidents", "B³")) == (2, 3, 3, 5)


def test_gold_that_does_not_say_is_not_scored(tmp_path: Path) -> None:
    assert scored(gold(tmp_path, incidents=None), told([A1, B1])).rows() == ()


def test_a_pair_missed_and_a_pair_told_wrongly(tmp_path: Path) -> None:
    report = scored(gold(tmp_path), told([A1, B1], [C1], [A2, B2]))
    # told: shelling ab, right; hills ab, wrong. To find: ab, ac, bc; found: ab
    assert counts(report.row("incidents", "pairs")) == (1, 2, 1, 3)
    # B³ precision: a1 1, b1 1, c1 1, a2 1/2, b2 1/2; recall: a1 2/3, b1 2/3, c1 1/3, a2 1, b2 1
    row = report.row("incidents", "B³")
    assert counts(row) == (4, 5, pytest.approx(11 / 3), 5)
    cases = [(case.fault, case.expected, case.told) for _, case in report.cases()]
    assert sorted(cases) == [
        (Fault.INVENTED, "", "advance: took (a) = advance: took (b)"),
        (Fault.MISSED, "shelling: shelled (a) = shelling: shelled (c)", ""),
        (Fault.MISSED, "shelling: shelled (b) = shelling: shelled (c)", ""),
    ]


def test_events_that_were_not_found(tmp_path: Path) -> None:
    report = scored(gold(tmp_path), told([A1, B1]))
    # told: ab. Of all 3 pairs 1 is found; only ab has both its events found
    assert counts(report.row("incidents", "pairs")) == (1, 1, 1, 3)
    assert counts(report.row("incidents", "pairs, both found")) == (1, 1, 1, 1)
    # B³ precision: 1, 1; recall: 2/3 + 2/3 of 5
    assert counts(report.row("incidents", "B³")) == (2, 2, pytest.approx(4 / 3), 5)
    missed = {case.expected for _, case in report.cases()}
    assert missed == {
        "shelling: shelled (a) = shelling: shelled (c, which was not found)",
        "shelling: shelled (b) = shelling: shelled (c, which was not found)",
    }


def test_everything_told_twice(tmp_path: Path) -> None:
    once = ([A1, B1, C1], [A2], [B2])
    report = scored(gold(tmp_path), told(*once, *once))
    # told: 3 pairs of the events, and 3 of their second tellings, which are right with nothing; recall stays 3 of 3
    assert counts(report.row("incidents", "pairs")) == (3, 6, 3, 3)
    # 5 events and 5 second tellings told, 5 right; 5 of 5 found
    assert counts(report.row("incidents", "B³")) == (5, 10, 5, 5)
    told_again = [case.told for _, case in report.cases()]
    assert len(told_again) == 3
    assert all(words.count("told again") == 2 for words in told_again)


def test_two_reports_of_one_told_event_are_no_second_telling(tmp_path: Path) -> None:
    report = scored(gold(tmp_path), told([A1, A1, B1, C1], [A2], [B2]))
    # an article has two rows for the same event: the grouping is the same as with one
    assert counts(report.row("incidents", "pairs")) == (3, 3, 3, 3)
    assert counts(report.row("incidents", "B³")) == (5, 5, 5, 5)


def test_two_events_of_one_article_told_as_one(tmp_path: Path) -> None:
    # the kinds are of one group, so that one told event can stand on both triggers
    events = [EVENTS[0], {**EVENTS[1], "kind": "bombing"}]
    read = {"a": {"events": events}, "b": {"events": EVENTS[:1]}}
    both = made_gold(tmp_path, dict.fromkeys(read, TEXT), read, incidents=[])
    answers = made_answers(
        {"d:a": "a", "d:b": "b"},
        events=[{"event": "x", "kind": "shelling"}],
        reports=[{"event": "x", "words": words, **at(TEXT, words)} for words in ("shelled", "took")],
    )
    report = scored(both, answers)
    # a pair within one article is none of the pairs; B³: each half right in its group of two; both found, of 3
    assert report.row("incidents", "pairs") is None
    assert counts(report.row("incidents", "B³")) == (1, 2, 2, 3)
    assert [(case.measure, case.told) for _, case in report.cases()] == [
        ("B³", "shelling: shelled (a) = bombing: took (a)")
    ]


def test_a_pair_counts_half_in_either_article(tmp_path: Path) -> None:
    report = scored(gold(tmp_path, incidents=[[A1, B1]]), told([A1, B1]))
    row = report.row("incidents", "pairs")
    # a and b hold half of the one pair each, c none
    assert row is not None
    assert (row.gold, row.articles) == (1, 2)


def test_an_event_in_two_incidents(tmp_path: Path) -> None:
    twice = gold(tmp_path, incidents=[[A1, B1], [A1, C1]])
    with pytest.raises(InputError, match="e1 of a stands in two incidents"):
        scored(twice, told())
