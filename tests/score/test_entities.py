"""Entities against annotations with confidence; scores worked out by hand."""

from pathlib import Path
from typing import Any

import pytest
from made_answers import made_answers, made_layers, mention, no_answers

from kg.errors import InputError
from kg.score import Fault, Report, score

TEXT = "Two rebels of the Oram Front left the city in a truck; they fired 3 rockets at Tesh."


def entity(words: str, type_: str, confidence: float = 1.0) -> dict[str, Any]:
    start = TEXT.index(words)
    return {"start": start, "end": start + len(words), "type": type_, "confidence": confidence, "value": words}


# the second annotation of the front is doubtful, and overlaps the better one
GOLD = [
    entity("Two rebels", "Organisation"),
    entity("Oram Front", "Organisation"),
    entity("Front", "Location", 0.2),
    entity("the city", "Location", 0.5),
    entity("truck", "MilitaryPlatform", 0.9),
    entity("Tesh", "Location"),
]
RIGHT = [
    mention(TEXT, "Two rebels", "Group"),
    mention(TEXT, "Oram Front", "Organisation"),
    mention(TEXT, "the city", "Place"),
    mention(TEXT, "truck", "Vehicle"),
    mention(TEXT, "Tesh", "Place"),
]
MEASURES = ("exact", "overlap", "exact, confident", "overlap, confident")


@pytest.fixture
def run(tmp_path: Path):
    def scored(*mentions: dict[str, Any], entities: Any = GOLD, empty: bool = False) -> Report:
        answers = no_answers() if empty else made_answers(mentions=mentions)
        return score(made_layers(tmp_path, TEXT, entities=entities), answers, layers=["actors"])

    return scored


def figures(report: Report, measure: str, cls: str = "all") -> tuple[float, ...]:
    row = report.row("actors", measure, cls, data="entities")
    assert row is not None
    return row.right_told, row.told, row.right_gold, row.gold


def faults(report: Report) -> list[tuple[str, Fault, str, str]]:
    return [
        (case.measure, case.fault, case.expected, case.told)
        for layer, case in report.cases()
        if layer.data == "entities"
    ]


def test_all_that_is_sure(run) -> None:
    report = run(*RIGHT)
    # the doubtful one is to be found over all annotations, and not over the confident ones
    assert [figures(report, measure) for measure in MEASURES] == [
        (5, 5, 5, 6),
        (5, 5, 5, 6),
        (5, 5, 5, 5),
        (5, 5, 5, 5),
    ]
    assert figures(report, "exact", "Organisation") == (2, 2, 2, 2)
    assert figures(report, "exact", "Location") == (2, 2, 2, 3)
    assert figures(report, "exact", "MilitaryPlatform") == (1, 1, 1, 1)
    assert faults(report) == []


def test_empty_graph_misses_all(run) -> None:
    report = run(empty=True)
    assert figures(report, "exact") == (0, 0, 0, 6)
    assert figures(report, "overlap, confident") == (0, 0, 0, 5)
    assert [fault for _, fault, _, _ in faults(report)] == [Fault.MISSED] * 5


def test_gold_without_one_that_is_sure_has_a_precision_only(run) -> None:
    report = run(mention(TEXT, "Tesh", "Place"), entities=[entity("truck", "Vehicle", 0.1)])
    assert figures(report, "exact, confident") == (0, 1, 0, 0)
    assert figures(report, "exact") == (0, 1, 0, 1)


def test_everything_told_twice_costs_precision_and_gains_nothing(run) -> None:
    report = run(*RIGHT, *RIGHT)
    assert figures(report, "exact") == (5, 10, 5, 6)
    assert figures(report, "exact, confident") == (5, 10, 5, 5)
    # the second "Oram Front" is no Location: it does not find "Front"
    assert figures(report, "overlap") == (5, 10, 5, 6)


def test_agreeing_with_a_doubtful_annotation_alone_is_neither_right_nor_wrong(run) -> None:
    report = run(*RIGHT, mention(TEXT, "Front", "Place"))
    assert figures(report, "exact") == (6, 6, 6, 6)
    assert figures(report, "exact, confident") == (5, 5, 5, 5)


def test_descriptions_and_pronouns_count(run) -> None:
    # "they" is not in the gold: it is invented here, where names alone would not count it
    report = run(*RIGHT, mention(TEXT, "they", "Group"))
    assert figures(report, "exact, confident") == (5, 6, 5, 5)
    assert faults(report) == [("overlap, confident", Fault.INVENTED, "", "Group: they")]


def test_wrong_bounds_are_right_by_overlap(run) -> None:
    report = run(mention(TEXT, "the Oram Front"), entities=[entity("Oram Front", "Organisation")])
    assert figures(report, "exact, confident") == (0, 1, 0, 1)
    assert figures(report, "overlap, confident") == (1, 1, 1, 1)
    assert faults(report) == [
        ("exact, confident", Fault.WRONG, "Organisation: Oram Front", "Organisation: the Oram Front")
    ]


def test_wrong_type_is_wrong_by_any_measure(run) -> None:
    report = run(mention(TEXT, "Tesh", "Person"), entities=[entity("Tesh", "Location")])
    assert [figures(report, measure) for measure in MEASURES] == [(0, 1, 0, 1)] * 4
    assert faults(report) == [("overlap, confident", Fault.WRONG, "Location: Tesh", "Person: Tesh")]


def test_the_better_overlap_is_taken(run) -> None:
    # "Oram Front left" shares 10 characters of 15 with the front, "Front left the city" 5 of 24: the first is the front
    report = run(
        mention(TEXT, "Front left the city"), mention(TEXT, "Oram Front left"), entities=[GOLD[1]]
    )  # fmt: skip
    assert figures(report, "overlap, confident") == (1, 2, 1, 1)
    assert ("overlap, confident", Fault.INVENTED, "", "Organisation: Front left the city") in faults(report)


def test_malformed_confidence(run) -> None:
    with pytest.raises(InputError, match="article a, entities 2: confidence None"):
        run(*RIGHT, entities=[GOLD[0], {**GOLD[1], "confidence": None}])
