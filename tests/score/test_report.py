"""A run as values, as JSON and as a table."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from kg.errors import InputError
from kg.model import Span
from kg.score import (
    HEADINGS,
    LINE_HEADINGS,
    Case,
    Fault,
    LayerScore,
    Report,
    read_report,
    to_case_lines,
    to_fault_table,
    to_json,
    to_lines,
    to_table,
)
from kg.score.sheet import Count, Sheet
from kg.score.tally import tally


def made_report() -> Report:
    sheet = Sheet("ä1", "Rain fell. Two fled.")
    sheet.count("content", Count(1, 2, 1, 3))
    sheet.count("content", Count(1, 1, 1, 3), "direct")
    sheet.count("content + speaker", Count(gold=3))
    sheet.value("km", 12.25)
    sheet.case("content", Fault.MISSED, Span(11, 19), expected="Two fled", cls="direct")
    sheet.case("content", Fault.INVENTED, None, told="snow fell")
    sheet.case("content + speaker", Fault.WRONG, Span(0, 9), expected="Ode: Rain fell", told="None: Rain fell")
    rows = tally("statements", "articles", [sheet])
    return Report("my-gold", 1, (LayerScore("statements", "articles", rows, tuple(sheet.cases)),))


def test_a_kept_run_reads_as_it_was(tmp_path: Path) -> None:
    report = made_report()
    path = tmp_path / "run.json"
    path.write_text(to_json(report), "utf-8")
    assert read_report(path) == report
    assert list(to_case_lines(read_report(path))) == list(to_case_lines(report))


def test_the_same_run_gives_the_same_bytes() -> None:
    written = to_json(made_report())
    assert written == to_json(made_report())
    assert written.endswith("}\n")
    assert "ä1" in written  # readable as it is


def test_programs_read_figures_and_cases() -> None:
    value = json.loads(to_json(made_report()))
    (layer,) = value["layers"]
    assert (value["gold"], value["articles"], layer["layer"], layer["data"]) == ("my-gold", 1, "statements", "articles")
    first = layer["rows"][0]
    # 1 of 2 told right, 1 of 3 found: F1 = 2 · ½ · ⅓ / ⅚ = 0.4
    assert (first["precision"], first["recall"], first["f1"]) == (0.5, pytest.approx(1 / 3), pytest.approx(0.4))
    assert [case["fault"] for case in layer["cases"]] == ["missed", "invented", "wrong"]


def test_the_table_has_a_cell_for_each_heading() -> None:
    content, direct, speaker, distance = to_table(made_report().rows())
    assert len(HEADINGS) == len(content)
    same = ("statements", "articles")
    # one article: each sample is that article
    assert content == (*same, "content", "all", "0.500", "0.333", "0.400", "0.40–0.40", "1", "2", "3", "1")
    # 1 of 1, 1 of 3: F1 = 2 · 1 · ⅓ / 1⅓ = ½
    assert direct == (*same, "content", "direct", "1.000", "0.333", "0.500", "0.50–0.50", "1", "1", "3", "1")
    # nothing told: no precision
    assert speaker == (*same, "content + speaker", "all", "", "0.000", "0.000", "0.00–0.00", "0", "0", "3", "1")
    # a median in the place of F1; 12.25 to one decimal, half to even
    assert distance == (*same, "km", "all", "", "", "12.2", "12.2–12.2", "", "1", "", "1")


def test_a_layer_is_shown_with_or_without_its_classes() -> None:
    rows = made_report().rows()
    lines = to_lines(rows)
    assert [line[0] for line in lines] == ["content", "   direct", "content + speaker", "km"]
    assert {len(line) for line in lines} == {len(LINE_HEADINGS)}
    assert [line[0] for line in to_lines(rows, classes=False)] == ["content", "content + speaker", "km"]


def test_a_case_is_told_with_its_place_and_sentence() -> None:
    missed, invented, wrong = to_case_lines(made_report())
    assert missed == (
        "MISSED statements, content (direct): ä1 11-19\n    expected: Two fled\n    in: Two fled."
    )  # fmt: skip
    assert invented == "INVENTED statements, content: ä1 nowhere in the text\n    told:     snow fell"
    assert wrong == (
        "WRONG statements, content + speaker: ä1 0-9\n"
        "    expected: Ode: Rain fell\n    told:     None: Rain fell\n    in: Rain fell."
    )


def test_one_row_of_the_table() -> None:
    report = made_report()
    content = report.row("statements", "content")
    assert content is not None
    assert content.gold == 3
    assert report.row("statements", "content", "direct") != content
    assert report.row("statements", "content", data="attributions") is None
    assert report.row("figures", "content") is None


@pytest.mark.parametrize("written", ["", "[]", "{}", '{"gold": "g", "articles": 1, "layers": [{}]}', "\x80"])
def test_what_is_no_kept_run_is_refused(tmp_path: Path, written: str) -> None:
    path = tmp_path / "run.json"
    path.write_bytes(written.encode("latin-1"))
    with pytest.raises(InputError, match="not a run that kg score kept"):
        read_report(path)


def test_a_run_of_another_version_is_refused(tmp_path: Path) -> None:
    report = made_report()
    value = json.loads(to_json(report))
    value["layers"][0]["rows"][0]["accuracy"] = 1  # a column that this version does not have
    path = tmp_path / "run.json"
    path.write_text(json.dumps(value), "utf-8")
    with pytest.raises(InputError, match="accuracy"):
        read_report(path)
    with pytest.raises(InputError, match="can't be read"):
        read_report(tmp_path / "nowhere.json")


def test_a_report_is_a_value() -> None:
    assert made_report() == made_report()
    assert made_report() != replace(made_report(), gold="other")


def test_how_often_each_kind_of_case_is() -> None:
    def case(fault: Fault, measure: str) -> Case:
        return Case("a", measure, fault, "direct", 0, 3, "", "", "")

    # two misses of content, one wrong speaker: the most frequent first
    cases = (case(Fault.WRONG, "content + speaker"), case(Fault.MISSED, "content"), case(Fault.MISSED, "content"))
    report = Report("mine", 1, (LayerScore("statements", "articles", (), cases),))
    assert to_fault_table(report) == [
        ("2", "missed", "statements", "articles", "content", "direct"),
        ("1", "wrong", "statements", "articles", "content + speaker", "direct"),
    ]
