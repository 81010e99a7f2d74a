"""Statements against attributions: scores worked out by hand."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest

from kg.errors import InputError
from kg.score import Report, score
from kg.score.sheet import Fault
from kg.score.told import Ask
from tests.made_answers import made_answers, made_layers, no_answers, spans

TEXT = 'The mayor said the bridge was closed. "We wait," Anna Lund added. "We hope." Officials denied the rest.'
Row = Mapping[str, Any]


def pieces(*words: str, text: str = TEXT) -> list[list[int]]:
    return [[start := text.index(each), start + len(each)] for each in words]


# three attributions; the second has its content in two pieces, both in quotation marks
GOLD = [
    {"source": pieces("The mayor"), "cue": pieces("said"), "content": pieces("the bridge was closed")},
    {"source": pieces("Anna Lund"), "cue": pieces("added"), "content": pieces('"We wait,"', '"We hope."')},
    {"source": pieces("Officials"), "cue": pieces("denied"), "content": pieces("the rest")},
]


def said(content: str, cue: str | None, speaker: str | None, mode: str = "indirect", text: str = TEXT) -> Row:
    return {
        "content": content,
        "content_spans": spans(text, content),
        "cue_spans": cue and spans(text, cue),
        "speaker": speaker,
        "speaker_name": speaker,
        "speaker_spans": speaker and spans(text, speaker),
        "mode": mode,
    }


BRIDGE = said("the bridge was closed", "said", "The mayor")
WAIT = said("We wait", "added", "Anna Lund", "direct")
HOPE = {**said("We hope", None, None, "direct"), "speaker": "Anna Lund", "speaker_name": "Anna Lund"}
REST = said("the rest", "denied", "Officials")


def scored(folder: Path, ask: Ask, gold: Sequence[Row] = GOLD, text: str = TEXT, **layers: Any) -> Report:
    return score(made_layers(folder, text, attributions=gold, **layers), ask, layers=["statements"])


def figures(report: Report, measure: str, cls: str = "all") -> tuple[float, float, float]:
    """Right, told, to find."""
    row = report.row("statements", measure, cls)
    assert row is not None
    assert row.right_told == row.right_gold
    return row.right_gold, row.told, row.gold


def test_what_is_told_in_two_statements_is_one_attribution(tmp_path: Path) -> None:
    report = scored(tmp_path, made_answers(statements=[HOPE, BRIDGE, WAIT]))
    # WAIT and HOPE are of one speaker, in one line, HOPE without cue: one. So 2 are told, both right, of 3
    for measure in ("content overlap", "content exact", "source overlap", "source exact", "cue overlap", "cue exact"):
        assert figures(report, measure) == (2, 2, 3), measure
    assert figures(report, "content overlap", "direct") == (1, 1, 1)
    assert figures(report, "content overlap", "indirect") == (1, 1, 2)
    row = report.row("statements", "content overlap")
    assert row and row.precision == 1 and row.recall == pytest.approx(2 / 3) and row.f1 == pytest.approx(4 / 5)


def test_tokens_are_counted_without_pairs(tmp_path: Path) -> None:
    report = scored(tmp_path, made_answers(statements=[BRIDGE, WAIT, HOPE]))
    # gold: the bridge was closed (4), We wait, We hope (4), the rest (2); told: 4 + 4
    assert figures(report, "content tokens") == (8, 8, 10)
    # gold: The mayor (2), Anna Lund (2), Officials (1); told: 2 + 2
    assert figures(report, "source tokens") == (4, 4, 5)
    assert figures(report, "cue tokens") == (2, 2, 3)


def test_a_content_cut_short_overlaps_and_is_not_exact(tmp_path: Path) -> None:
    report = scored(tmp_path, made_answers(statements=[said("the bridge was", "said", "The mayor")]))
    assert figures(report, "content overlap") == (1, 1, 3)
    assert figures(report, "content exact") == (0, 1, 3)
    assert figures(report, "source exact") == (1, 1, 3)
    assert figures(report, "content tokens") == (3, 3, 10)
    wrong = [case for _, case in report.cases() if case.fault is Fault.WRONG]
    assert [(case.measure, case.expected, case.told) for case in wrong] == [
        ("content exact", "the bridge was closed", "the bridge was")
    ]


def test_that_before_a_content_is_left_aside_in_one_measure(tmp_path: Path) -> None:
    text = "The mayor said that the bridge was closed and added that, too."
    gold = [{"content": pieces("that the bridge was closed", text=text)}, {"content": pieces("that,", text=text)}]
    told = [
        said("the bridge was closed", None, None, text=text),
        {**said("that", None, None, text=text), "content_spans": spans(text, "that,")},
    ]
    report = scored(tmp_path, made_answers(statements=told), gold, text)
    # "that," is a content of its own: nothing is left of it without "that"
    assert figures(report, "content exact") == (1, 2, 2)
    assert figures(report, "content exact, that aside") == (2, 2, 2)


def test_a_wrong_source_is_a_wrong_detail(tmp_path: Path) -> None:
    told = {**BRIDGE, "speaker_spans": spans(TEXT, "Anna Lund")}
    report = scored(tmp_path, made_answers(statements=[told, REST]))
    # both contents are right, one source is
    assert figures(report, "content overlap") == (2, 2, 3)
    assert figures(report, "source overlap") == (1, 2, 3)
    assert figures(report, "source exact") == (1, 2, 3)
    assert figures(report, "cue overlap") == (2, 2, 3)
    wrong = [case for _, case in report.cases() if case.measure == "source overlap"]
    assert [(case.fault, case.expected, case.told) for case in wrong] == [(Fault.WRONG, "The mayor", "Anna Lund")]


def test_a_source_in_part_overlaps_and_is_not_exact(tmp_path: Path) -> None:
    told = {**BRIDGE, "speaker_spans": spans(TEXT, "mayor")}
    report = scored(tmp_path, made_answers(statements=[told]))
    assert figures(report, "source overlap") == (1, 1, 3)
    assert figures(report, "source exact") == (0, 1, 3)


@pytest.mark.parametrize(
    ("name", "right"), [(None, 1), ("Somebody", 0)], ids=["none told", "told, be it without its place"]
)
def test_where_the_gold_has_no_source_none_is_to_be_told(tmp_path: Path, name: str | None, right: int) -> None:
    told = {**said("the bridge was closed", None, None), "speaker_name": name}
    gold = [{"source": [], "cue": [], "content": pieces("the bridge was closed")}]
    report = scored(tmp_path, made_answers(statements=[told]), gold)
    assert figures(report, "source overlap") == (right, 1, 1)
    assert figures(report, "cue overlap") == (1, 1, 1)


def test_told_twice_costs_precision_and_does_not_raise_recall(tmp_path: Path) -> None:
    report = scored(tmp_path, made_answers(statements=[BRIDGE, REST, BRIDGE, REST]))
    # 2 of 4 told are right, 2 of 3 found
    assert figures(report, "content overlap") == (2, 4, 3)
    assert figures(report, "source exact") == (2, 4, 3)
    # 4 + 2 words of 10, each told twice
    assert figures(report, "content tokens") == (6, 12, 10)
    again = [case.told for _, case in report.cases() if case.fault is Fault.INVENTED]
    assert sorted(again) == ["Officials: the rest", "The mayor: the bridge was closed"]


def test_what_is_told_again_finds_nothing_else(tmp_path: Path) -> None:
    told = said("the bridge was closed", None, None)
    gold = [{"content": pieces("the bridge")}, {"content": pieces("was closed")}]
    # one content over two: it finds one of them, and so do two of it
    assert figures(scored(tmp_path, made_answers(statements=[told]), gold), "content overlap") == (1, 1, 2)
    assert figures(scored(tmp_path, made_answers(statements=[told, told]), gold), "content overlap") == (1, 2, 2)


def test_a_joined_one_told_twice_costs_precision(tmp_path: Path) -> None:
    report = scored(tmp_path, made_answers(statements=[WAIT, HOPE, WAIT, HOPE]))
    # WAIT + HOPE is one, and right; what is told again is not joined. 1 of 3 is right
    assert figures(report, "content overlap") == (1, 3, 3)


@pytest.mark.parametrize(
    "changed",
    [{"speaker": "The mayor", "speaker_name": "The mayor"}, {"cue_spans": spans(TEXT, "denied")}],
    ids=["of another speaker", "with a cue of its own"],
)
def test_what_does_not_go_on_is_told_by_itself(tmp_path: Path, changed: Row) -> None:
    report = scored(tmp_path, made_answers(statements=[WAIT, {**HOPE, **changed}]))
    assert figures(report, "content overlap") == (1, 2, 3)


def test_nothing_goes_on_in_the_next_line(tmp_path: Path) -> None:
    text = TEXT.replace('added. "We hope', 'added.\n"We hope')  # as long as before
    report = scored(tmp_path, made_answers(statements=[WAIT, HOPE]), text=text)
    assert figures(report, "content overlap") == (1, 2, 3)


def test_nested_statements_are_left_out_on_both_sides(tmp_path: Path) -> None:
    text = "The mayor said the army claimed the bridge was closed."
    outer, inner = "the army claimed the bridge was closed", "the bridge was closed"
    told = [said(outer, "said", "The mayor", text=text), said(inner, "claimed", "the army", text=text)]
    gold = [{"source": [], "cue": [], "content": pieces(each, text=text)} for each in (outer, inner)]
    report = scored(tmp_path, made_answers(statements=told), gold, text)
    assert figures(report, "content exact") == (1, 1, 1)


def test_the_same_content_of_two_sources_is_not_nested(tmp_path: Path) -> None:
    twice = [GOLD[0], {**GOLD[0], "source": pieces("Officials")}]
    report = scored(tmp_path, made_answers(statements=[BRIDGE]), twice)
    assert figures(report, "content exact") == (1, 1, 2)


@pytest.mark.parametrize("turned", [False, True])
def test_of_two_speakers_the_right_one_is_matched(tmp_path: Path, turned: bool) -> None:
    told = [BRIDGE, {**BRIDGE, "speaker": "x2", "speaker_spans": spans(TEXT, "Anna Lund")}]
    report = scored(tmp_path, made_answers(statements=told[::-1] if turned else told))
    assert figures(report, "source exact") == (1, 2, 3)


def test_what_stands_in_a_discarded_passage_is_left_out(tmp_path: Path) -> None:
    passage = pieces("Officials denied the rest.")
    report = scored(tmp_path, made_answers(statements=[BRIDGE, REST]), discard=passage)
    # REST is neither told nor to find: 1 told, 2 to find
    assert figures(report, "content overlap") == (1, 1, 2)


@pytest.mark.parametrize("ask", [no_answers(), made_answers()], ids=["no article", "nothing told"])
def test_empty_graph(tmp_path: Path, ask: Ask) -> None:
    report = scored(tmp_path, ask)
    assert figures(report, "content overlap") == (0, 0, 3)
    row = report.row("statements", "content overlap")
    assert row and row.precision is None and row.recall == 0 and row.f1 == 0
    assert [case.fault for _, case in report.cases()] == [Fault.MISSED] * 3


def test_empty_gold(tmp_path: Path) -> None:
    report = scored(tmp_path, made_answers(statements=[BRIDGE]), [])
    row = report.row("statements", "content overlap")
    assert row and row.precision == 0 and row.recall is None
    assert [case.fault for _, case in report.cases()] == [Fault.INVENTED]


def test_a_statement_without_its_place_is_left_out(tmp_path: Path) -> None:
    told = {**BRIDGE, "content_spans": None}
    assert figures(scored(tmp_path, made_answers(statements=[told])), "content overlap") == (0, 0, 3)


@pytest.mark.parametrize(
    ("rows", "reason"),
    [
        ([{"content": "the rest"}], "article a, attributions 1, content"),
        ([GOLD[0], {"content": [[5, 2]]}], "article a, attributions 2, content"),
        ([{"content": pieces("the rest"), "source": [[0, 1000]]}], "article a, attributions 1, source"),
        (["he said"], "article a, attributions 1: not an object"),
        ({"content": []}, "article a, attributions: not a list"),
    ],
)
def test_rows_that_cannot_be_used_are_refused(tmp_path: Path, rows: Any, reason: str) -> None:
    with pytest.raises(InputError, match=reason):
        scored(tmp_path, no_answers(), rows)
