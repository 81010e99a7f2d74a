"""Place names against annotated ones with coordinates; scores worked out by hand.

On the sphere one degree of latitude is 111.2 km: one is within 161 km, two are not.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from made_answers import at, made_answers, made_layers, mention, no_answers

from kg.errors import InputError
from kg.score import Fault, Report, score

TEXT = (
    "Shells fell on Tesh in Oram. Oram denied it; the Oramis of the town live far from Novi Harbour, Harbour Road, "
    "and Hamil Tesh sang."
)


def row(
    words: str, lat: float | None = None, lon: float | None = 20.0, *, turn: int = 1, **columns: Any
) -> dict[str, Any]:
    return {
        **at(TEXT, words, turn=turn), "name": words, "lat": lat, "lon": None if lat is None else lon, **columns
    }  # fmt: skip


def place(iri: str, name: str, kind: str | None, lat: float | None = None) -> dict[str, Any]:
    there = None if lat is None else 20.0
    return {"place": iri, "name": name, "kind": kind, "latitude": lat, "longitude": there}


def said(words: str, iri: str | None = None, type_: str = "Place", *, turn: int = 1) -> dict[str, Any]:
    return mention(TEXT, words, type_, iri, turn=turn)


# as in LGL: every place name, with the code of what it is; the road has no coordinates
GOLD = [
    row("Tesh", 10.0, fcode="PPLA2"),
    row("Oram", 12.0, fcode="PCLI"),
    row("Oram", 12.0, turn=2, fcode="PCLI"),
    row("Novi Harbour", 14.0, fcode="ADM2"),
    row("Harbour Road"),
]
PLACES = [
    place("x:tesh", "Tesh", "settlement", 11.0),
    place("x:oram", "Oram", "country", 12.0),
    place("x:novi", "Novi Harbour", "settlement", 16.0),
    place("x:road", "Harbour Road", None, 14.0),
]
RIGHT = [
    said("Tesh", "x:tesh"),
    said("Oram", "x:oram"),
    said("Oram", "x:oram", turn=2),
    said("Novi Harbour", "x:novi"),
    said("Harbour Road", "x:road"),
]


@pytest.fixture
def run(tmp_path: Path):
    def scored(
        mentions: Sequence[Any] = RIGHT, gold: Any = GOLD, known: Any = PLACES, *, empty: bool = False
    ) -> Report:
        answers = no_answers() if empty else made_answers(places=known, mentions=mentions)
        return score(made_layers(tmp_path, TEXT, places=gold), answers, layers=["places"])

    return scored


def figures(report: Report, measure: str, cls: str = "all") -> tuple[float, ...]:
    line = report.row("places", measure, cls)
    assert line is not None
    return line.right_told, line.told, line.right_gold, line.gold


def faults(report: Report) -> list[tuple[str, Fault, str, str]]:
    return [(case.measure, case.fault, case.expected, case.told) for _, case in report.cases()]


def test_found_and_near(run) -> None:
    report = run()
    assert figures(report, "found") == (5, 5, 5, 5)
    assert figures(report, "found", "country") == (2, 2, 2, 2)
    # Novi Harbour is a district told as a settlement: its class differs on the two sides
    assert figures(report, "found", "district") == (0, 0, 1, 1)
    assert figures(report, "found", "settlement") == (2, 2, 1, 1)
    # the road has no code in the gold, and the graph tells it without a kind
    assert figures(report, "found", "none") == (1, 1, 0, 0)
    # four have coordinates: Tesh is 111 km off, Oram twice none, Novi Harbour 222 km
    assert figures(report, "within 161 km") == (3, 4, 3, 4)
    middle = report.row("places", "km error")
    # 0, 0, 111.2, 222.4: the middle is between the second and the third
    assert middle is not None and middle.median == pytest.approx(111.195 / 2, abs=0.01)
    assert faults(report) == [
        ("within 161 km", Fault.WRONG, "Novi Harbour (14.00, 20.00)", "Novi Harbour (16.00, 20.00), 222 km off")
    ]
    # it does not say what its names do: there are no measures of other kinds
    assert report.row("places", "found, all kinds") is None


def test_empty_graph_misses_all(run) -> None:
    report = run(empty=True)
    assert figures(report, "found") == (0, 0, 0, 5)
    assert figures(report, "within 161 km") == (0, 0, 0, 4)
    assert report.row("places", "km error") is None
    assert [(measure, fault) for measure, fault, _, _ in faults(report)] == [("found", Fault.MISSED)] * 5


def test_empty_gold_has_a_precision_only(run) -> None:
    report = run(gold=[])
    line = report.row("places", "found")
    assert line is not None and (line.precision, line.recall, line.told) == (0.0, None, 5)


def test_everything_told_twice_costs_precision_and_gains_nothing(run) -> None:
    report = run([*RIGHT, *RIGHT])
    assert figures(report, "found") == (5, 10, 5, 5)
    # where a place lies is asked of the names of the gold, each once
    assert figures(report, "within 161 km") == (3, 4, 3, 4)


def test_found_without_coordinates_is_not_near_and_costs_no_precision(run) -> None:
    for known in ([], [place("x:tesh", "Tesh", "settlement")]):
        report = run(RIGHT[:1], known=known)
        assert figures(report, "found") == (1, 1, 1, 5)
        assert figures(report, "within 161 km") == (0, 0, 0, 4)
        assert figures(report, "within 161 km, found ones") == (0, 0, 0, 1)
        assert ("within 161 km", Fault.MISSED, "Tesh (10.00, 20.00)", "") in faults(report)


def test_one_mention_over_two_names_finds_one(run) -> None:
    report = run([said("Tesh in Oram", "x:tesh")])
    assert figures(report, "found") == (1, 1, 1, 5)


def test_any_mention_that_refers_to_a_place_counts_and_others_do_not(run) -> None:
    report = run([said("Oram", "x:oram", "Organisation"), said("Tesh", "x:mayor", "Organisation")])
    assert figures(report, "found") == (1, 1, 1, 5)


def test_descriptions_are_not_wrong_and_inventions_are(run) -> None:
    report = run([*RIGHT, said("the town"), said("Hamil Tesh")])
    assert figures(report, "found") == (5, 6, 5, 5)
    assert faults(report)[0] == ("found", Fault.INVENTED, "", "Hamil Tesh")


# as in GeoWebNews: what each name does in its sentence
KINDS = [
    row("Tesh", 10.0, kind="Literal"),
    row("Oram", 12.0, kind="Mixed"),
    row("Oram", 12.0, turn=2, kind="Metonymic"),
    row("Oramis", kind="Demonym"),
    row("town", kind="Literal_Expression"),
    row("Novi Harbour", kind="Non_Toponym"),
    row("Hamil", kind="Homonym"),
]


def test_literal_names_and_those_that_stand_for_somebody(run) -> None:
    report = run(RIGHT[:4], KINDS)
    # "Oram denied it" and "Novi Harbour" are neither right nor wrong for the literal ones
    assert figures(report, "found") == (2, 2, 2, 2)
    assert figures(report, "within 161 km") == (2, 2, 2, 2)
    assert figures(report, "found, all kinds") == (3, 3, 3, 3)
    assert figures(report, "within 161 km, all kinds") == (3, 3, 3, 3)
    assert figures(report, "found, all kinds", "Metonymic") == (1, 1, 1, 1)
    assert faults(report) == []


def test_what_is_no_place_is_wrong(run) -> None:
    report = run([said("Oramis"), said("Hamil")], KINDS)
    assert figures(report, "found") == (0, 2, 0, 2)
    assert figures(report, "found, all kinds") == (0, 2, 0, 3)
    assert faults(report) == [
        ("found", Fault.INVENTED, "", "Oramis"),
        ("found", Fault.INVENTED, "", "Hamil"),
        ("found", Fault.MISSED, "Tesh", ""),
        ("found", Fault.MISSED, "Oram", ""),
        # each once: the literal ones are not noted again
        ("found, all kinds", Fault.MISSED, "Oram", ""),
    ]


@pytest.mark.parametrize(
    ("code", "kind"),
    [("PPL", "settlement"), ("PPLC", "settlement"), ("PCLI", "country"), ("ADM1", "region"), ("ADM2", "district"),
     ("ADMD", "district"), ("STM", "river"), ("CONT", "region"), ("MT", "other")],
)  # fmt: skip
def test_codes_are_kinds_of_places(run, code: str, kind: str) -> None:
    assert figures(run([], [row("Tesh", 10.0, fcode=code)]), "found", kind) == (0, 0, 0, 1)


@pytest.mark.parametrize(
    ("rows", "message"),
    [
        ("Tesh", "article a, places: not a list"),
        ([[0, 4]], "article a, places 1: not an object"),
        ([{"start": 5, "end": 5, "lat": 1, "lon": 1}], "article a, places 1"),
        ([row("Tesh", 91.0)], "article a, places 1.*latitude 91"),
        ([{**row("Tesh", 10.0), "lon": None}], "article a, places 1: no latitude and longitude"),
    ],
)
def test_malformed_rows(run, rows: Any, message: str) -> None:
    with pytest.raises(InputError, match=message):
        run(gold=rows)
