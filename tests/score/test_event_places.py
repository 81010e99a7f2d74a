"""The place of a marked event: scores worked out by hand."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest

from kg.errors import InputError
from kg.score import Report, score
from kg.score.sheet import Fault
from kg.score.told import Ask
from tests.made_answers import at, made_answers, made_layers, mention, no_answers

TEXT = "Rebels shelled the market in Homs and killed two men, a doctor in Damascus said."
MENTIONS = [
    mention(TEXT, "Homs", "Place", "p1", "Homs"),
    mention(TEXT, "Damascus", "Place", "p2", "Damascus"),
]
Row = Mapping[str, Any]


def span(words: str) -> list[int]:
    return [start := TEXT.index(words), start + len(words)]


def report_of(place: str | None, event: str = "e1", words: str = "shelled") -> Row:
    return {"event": event, "words": words, "place_name": place, **at(TEXT, words)}


def killed(event: str | None) -> Row:
    words = "killed two men"
    return {"figure": "f1", "kind": "killed", "party": "men", "event": event, "quote": words, **at(TEXT, words)}


def told(
    *reports: Row, figures: Sequence[Row] = (), mentions: Sequence[Row] = MENTIONS, places: Sequence[Row] = ()
) -> Ask:
    events = [{"event": report["event"], "kind": "shelling"} for report in reports]
    return made_answers(events=events, reports=reports, figures=figures, mentions=mentions, places=places)


def scored(folder: Path, ask: Ask, *places: str, verb: str = "shelled", status: str | None = None) -> Report:
    gold = made_layers(
        folder,
        TEXT,
        event=span(verb),
        places=[span(place) for place in places],
        place_status=status or ("place" if places else "none"),
    )
    return score(gold, ask, layers=["places"])


def figures(report: Report, measure: str, cls: str = "all") -> tuple[float, float, float] | None:
    """Right, told, to find; None if nothing is counted."""
    row = report.row("places", measure, cls)
    if row is None:
        return None
    assert row.right_told == row.right_gold
    return row.right_gold, row.told, row.gold


def faults(report: Report) -> list[tuple[str, Fault, str, str]]:
    return [(case.measure, case.fault, case.expected, case.told) for _, case in report.cases()]


def test_the_right_place(tmp_path: Path) -> None:
    report = scored(tmp_path, told(report_of("Homs")), "Homs")
    for measure in (
        "event found",
        "event found, reports alone",
        "place",
        "place, all rows",
        "place, event found",
        "place, event and place found",
    ):
        assert figures(report, measure) == (1, 1, 1), measure
    assert figures(report, "place, all rows", "place") == (1, 1, 1)
    assert figures(report, "place, all rows", "none") is None
    assert faults(report) == []


def test_a_wrong_place(tmp_path: Path) -> None:
    report = scored(tmp_path, told(report_of("Damascus")), "Homs")
    assert figures(report, "event found") == (1, 1, 1)
    for measure in ("place", "place, all rows", "place, event found", "place, event and place found"):
        assert figures(report, measure) == (0, 1, 1), measure
    assert faults(report) == [("place", Fault.WRONG, "shelled: Homs", "shelled: Damascus")]


def test_a_place_that_is_not_told(tmp_path: Path) -> None:
    report = scored(tmp_path, told(report_of(None)), "Homs")
    # nothing told: no precision
    assert figures(report, "place") == (0, 0, 1)
    assert figures(report, "place, event found") == (0, 1, 1)
    assert faults(report) == [("place", Fault.MISSED, "shelled: Homs", "")]


def test_no_place_is_right_where_none_is_marked(tmp_path: Path) -> None:
    report = scored(tmp_path, told(report_of(None)))
    assert figures(report, "place") == (0, 0, 0)
    assert figures(report, "place, all rows", "none") == (1, 1, 1)
    assert figures(report, "place, event found") == (1, 1, 1)
    assert figures(report, "place, event and place found") is None


def test_a_place_where_none_is_marked_is_an_invention(tmp_path: Path) -> None:
    report = scored(tmp_path, told(report_of("Homs")))
    assert figures(report, "place") == (0, 1, 0)
    assert figures(report, "place, all rows") == (0, 1, 1)
    assert faults(report) == [("place", Fault.INVENTED, "", "shelled: Homs")]


def test_one_of_several_marked_places_is_right(tmp_path: Path) -> None:
    assert figures(scored(tmp_path, told(report_of("Homs")), "the market", "Homs"), "place") == (1, 1, 1)


@pytest.mark.parametrize(
    ("mentions", "places"),
    [
        ([mention(TEXT, "Homs", "Place", "p1", "Hims")], []),
        ([mention(TEXT, "Damascus", "Place", "p1", "Hims")], [{"place": "p1", "name": "Hims", "aliases": "Homs"}]),
    ],
    ids=["the words there are a mention of it", "one of its names"],
)
def test_a_place_by_another_label(tmp_path: Path, mentions: list[Row], places: list[Row]) -> None:
    ask = told(report_of("Hims"), mentions=mentions, places=places)
    assert figures(scored(tmp_path, ask, "Homs"), "place") == (1, 1, 1)


def test_a_marked_place_that_is_no_mention_is_not_given(tmp_path: Path) -> None:
    report = scored(tmp_path, told(report_of("Damascus"), mentions=MENTIONS[1:]), "Homs")
    assert figures(report, "place, event found") == (0, 1, 1)
    assert figures(report, "place, event and place found") is None


def test_a_figure_stands_for_the_report_of_its_event(tmp_path: Path) -> None:
    report = scored(tmp_path, told(report_of("Homs"), figures=[killed("e1")]), "Homs", verb="killed")
    assert figures(report, "event found") == (1, 1, 1)
    assert figures(report, "event found, reports alone") == (0, 1, 1)
    assert figures(report, "place") == (1, 1, 1)


def test_a_figure_of_no_event_tells_no_place(tmp_path: Path) -> None:
    report = scored(tmp_path, told(report_of("Homs"), figures=[killed(None)]), "Homs", verb="killed")
    assert figures(report, "event found") == (1, 1, 1)
    assert figures(report, "place") == (0, 0, 1)


def test_a_figure_is_not_told_beside_the_report_of_its_event(tmp_path: Path) -> None:
    ask = told(report_of("Homs", words="killed"), figures=[killed("e1"), killed(None)])
    assert figures(scored(tmp_path, ask, "Homs", verb="killed"), "event found") == (1, 1, 1)


def test_told_twice_costs_precision_and_does_not_raise_recall(tmp_path: Path) -> None:
    report = scored(tmp_path, told(report_of("Homs"), report_of("Homs", "e2")), "Homs")
    for measure in ("event found", "place", "place, all rows", "place, event found"):
        assert figures(report, measure) == (1, 2, 1), measure
    assert faults(report) == [("event found", Fault.INVENTED, "", "shelled, told again")]


def test_an_event_elsewhere_is_not_this_one(tmp_path: Path) -> None:
    report = scored(tmp_path, told(report_of("Homs", words="market")), "Homs")
    assert figures(report, "event found") == (0, 1, 1)
    # what is told of other events costs no precision
    assert figures(report, "place") == (0, 0, 1)


@pytest.mark.parametrize("ask", [no_answers(), made_answers()], ids=["no article", "nothing told"])
def test_empty_graph(tmp_path: Path, ask: Ask) -> None:
    report = scored(tmp_path, ask, "Homs")
    assert figures(report, "event found") == (0, 1, 1)
    assert figures(report, "place, all rows") == (0, 1, 1)
    assert figures(report, "place") == (0, 0, 1)
    assert figures(report, "place, event found") is None
    assert faults(report) == [
        ("event found", Fault.MISSED, "shelled", ""),
        ("place", Fault.MISSED, "shelled: Homs", ""),
    ]


def test_an_event_that_is_not_told_is_wrong_where_no_place_is_marked(tmp_path: Path) -> None:
    assert figures(scored(tmp_path, no_answers()), "place, all rows", "none") == (0, 1, 1)


def test_unreliable_rows_are_left_out(tmp_path: Path) -> None:
    report = scored(tmp_path, told(report_of("Homs")), status="none_unreliable")
    assert report.rows() == () and faults(report) == []


@pytest.mark.parametrize(
    ("layers", "reason"),
    [
        ({"event": None}, "article a, event"),
        ({"event": [3, 1]}, "article a, event"),
        ({"places": [[0, 900]]}, "article a, places"),
        ({"places": []}, "article a: place_status 'place' and 0 places"),
        ({"place_status": "somewhere"}, "article a: place_status 'somewhere'"),
    ],
)
def test_rows_that_cannot_be_used_are_refused(tmp_path: Path, layers: dict[str, Any], reason: str) -> None:
    row = {"event": span("shelled"), "places": [span("Homs")], "place_status": "place", **layers}
    with pytest.raises(InputError, match=reason):
        score(made_layers(tmp_path, TEXT, **row), no_answers(), layers=["places"])
