"""Places against an article annotated whole; scores worked out by hand.

On the sphere one degree of latitude is 111.2 km: 0.1° are 11 km, 1° is between 25 and 161 km, 2° are farther.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from made_answers import made_answers, made_gold, mention, no_answers

from kg.errors import InputError
from kg.score import Fault, Report, score

TEXT = "Shells fell on Tesh, near the Ode river in Oram. Later the city of Tesh-Nor was hit, the city where he lives."
READ = [
    {"id": "p1", "name": "Tesh", "forms": ["Tesh"], "kind": "settlement", "lat": 10.0, "lon": 20.0},
    {"id": "p2", "name": "Ode", "forms": ["Ode river", "Ode"], "kind": "river", "lat": 12.0, "lon": 20.0},
    {"id": "p3", "name": "Oram", "forms": ["Oram"], "kind": "country", "lat": None, "lon": None},
    {"id": "p4", "name": "Tesh-Nor", "forms": ["Tesh-Nor", "the city"], "kind": "settlement", "lat": 14.0, "lon": 20.0},
]


def place(
    iri: str, name: str, kind: str | None, lat: float | None = None, lon: float | None = 20.0, **columns: Any
) -> Any:
    where = {"latitude": lat, "longitude": None if lat is None else lon}
    return {"place": iri, "name": name, "kind": kind, **where, **columns}


PLACES = [
    place("x:tesh", "Tesh", "settlement", 10.1),
    place("x:ode", "Ode", "river", 13.0),
    place("x:oram", "Oram", "country", 1.0),
    place("x:nor", "Tesh-Nor", "settlement", 16.0),
]
MENTIONS = [
    mention(TEXT, "Tesh", "Place", "x:tesh", "Tesh"),
    mention(TEXT, "the Ode river", "Place", "x:ode", "Ode"),
    mention(TEXT, "Oram", "Place", "x:oram", "Oram"),
    mention(TEXT, "Tesh-Nor", "Place", "x:nor", "Tesh-Nor"),
]


@pytest.fixture
def run(tmp_path: Path):
    def scored(
        places: Sequence[Any] = PLACES, mentions: Sequence[Any] = MENTIONS, read: Any = READ, *, empty: bool = False
    ) -> Report:
        answers = no_answers() if empty else made_answers(places=places, mentions=mentions)
        return score(made_gold(tmp_path, {"a": TEXT}, {"a": {"places": read}}), answers, layers=["places"])

    return scored


def figures(report: Report, measure: str, cls: str = "all") -> tuple[float, ...]:
    row = report.row("places", measure, cls)
    assert row is not None
    return row.right_told, row.told, row.right_gold, row.gold


def faults(report: Report) -> list[tuple[str, Fault, str, str]]:
    return [(case.measure, case.fault, case.expected, case.told) for _, case in report.cases()]


def test_found_and_near(run) -> None:
    report = run()
    assert figures(report, "found") == (4, 4, 4, 4)
    assert figures(report, "found", "settlement") == (2, 2, 2, 2)
    assert figures(report, "found + kind") == (4, 4, 4, 4)
    # three have coordinates in the gold: Tesh is 11 km off, the Ode 111 km, Tesh-Nor 222 km
    assert figures(report, "within 25 km") == (1, 3, 1, 3)
    assert figures(report, "within 161 km") == (2, 3, 2, 3)
    assert figures(report, "within 161 km", "settlement") == (1, 2, 1, 2)
    assert figures(report, "within 161 km, found ones") == (2, 3, 2, 3)
    middle = report.row("places", "km error")
    assert middle is not None and middle.median == pytest.approx(111.2, abs=0.1)
    assert faults(report) == [
        ("within 161 km", Fault.WRONG, "Tesh-Nor (14.00, 20.00)", "Tesh-Nor (16.00, 20.00), 222 km off"),
        ("within 25 km", Fault.WRONG, "Ode (12.00, 20.00)", "Ode (13.00, 20.00), 111 km off"),
    ]


def test_empty_graph_misses_all(run) -> None:
    report = run(empty=True)
    assert figures(report, "found") == (0, 0, 0, 4)
    # what was not found is not near
    assert figures(report, "within 161 km") == (0, 0, 0, 3)
    assert report.row("places", "km error") is None
    assert [(measure, fault) for measure, fault, _, _ in faults(report)] == [("found", Fault.MISSED)] * 4


def test_empty_gold_has_a_precision_only(run) -> None:
    report = run(read=[])
    row = report.row("places", "found")
    assert row is not None and (row.precision, row.recall, row.told) == (0.0, None, 4)


def test_everything_told_twice_costs_precision_and_gains_nothing(run) -> None:
    twins = [{**row, "place": row["place"] + "2"} for row in PLACES]
    again = [{**row, "refers_to": row["refers_to"] + "2"} for row in MENTIONS]
    report = run([*PLACES, *twins], [*MENTIONS, *again])
    assert figures(report, "found") == (4, 8, 4, 4)
    assert figures(report, "found + kind") == (4, 8, 4, 4)


def test_a_place_that_is_mentioned_twice_is_one_place(run) -> None:
    again = mention(TEXT, "Tesh", "Place", "x:tesh", "Tesh", turn=2)
    assert figures(run(mentions=[*MENTIONS, again]), "found") == (4, 4, 4, 4)


def test_wrong_kind(run) -> None:
    report = run([place("x:tesh", "Tesh", "district")], MENTIONS[:1])
    assert figures(report, "found") == (1, 1, 1, 4)
    assert figures(report, "found + kind") == (0, 1, 0, 4)
    assert ("found + kind", Fault.WRONG, "Tesh: settlement", "Tesh: district") in faults(report)


def test_a_place_of_no_kind_is_of_the_class_none(run) -> None:
    report = run([place("x:tesh", "Tesh", None)], MENTIONS[:1])
    assert figures(report, "found", "none") == (1, 1, 0, 0)
    assert figures(report, "found + kind") == (0, 1, 0, 4)


def test_found_without_coordinates_is_not_near_and_costs_no_precision(run) -> None:
    report = run([place("x:tesh", "Tesh", "settlement")], MENTIONS[:1])
    assert figures(report, "within 161 km") == (0, 0, 0, 3)
    assert figures(report, "within 161 km, found ones") == (0, 0, 0, 1)
    assert ("within 161 km", Fault.MISSED, "Tesh (10.00, 20.00)", "") in faults(report)


def test_any_name_will_do(run) -> None:
    # by an alias; by the words of this article; and not at all
    known = [
        place("x:1", "Tesch", "settlement", aliases="Teshe | tesh"),
        place("x:2", "Odeh", "river"),
        place("x:3", "Oramia", "country"),
    ]
    said = [
        mention(TEXT, "Shells", "Place", "x:1", "Tesch"),
        mention(TEXT, "Ode river", "Place", "x:2", "Odeh"),
        mention(TEXT, "Later", "Place", "x:3", "Oramia"),
    ]
    report = run(known, said)
    assert figures(report, "found") == (2, 3, 2, 4)
    assert ("found", Fault.INVENTED, "", "Oramia") in faults(report)


def test_a_description_does_not_make_two_places_one(run) -> None:
    # the graph takes "the city" for Tesh, the gold for Tesh-Nor: that alone does not find Tesh-Nor
    said = [MENTIONS[0], mention(TEXT, "the city", "Place", "x:tesh", "Tesh")]
    report = run(PLACES[:1], said, [READ[3]])
    assert figures(report, "found") == (0, 1, 0, 1)


def test_the_place_of_the_same_usual_name_is_taken_first(run) -> None:
    # both are called Tesh in the article; the one whose label it is, is Tesh: 11 km off, and not 445 km
    known = [place("x:far", "Upper Tesh", "settlement", 14.0, aliases="Tesh"), PLACES[0]]
    said = [mention(TEXT, "Tesh", "Place", "x:far", "Upper Tesh"), MENTIONS[0]]
    report = run(known, said, [READ[0]])
    assert figures(report, "found") == (1, 2, 1, 1)
    assert figures(report, "within 25 km") == (1, 1, 1, 1)


def test_a_place_of_another_article_is_not_told_here(run) -> None:
    assert figures(run(PLACES, MENTIONS[:1]), "found") == (1, 1, 1, 4)


def test_points_that_are_none(run) -> None:
    with pytest.raises(InputError, match=r"a, places, p1.*latitude 95"):
        run(read=[{**READ[0], "lat": 95.0}])
    with pytest.raises(InputError, match=r"x:tesh.*latitude 95"):
        run([place("x:tesh", "Tesh", "settlement", 95.0)], MENTIONS[:1])
