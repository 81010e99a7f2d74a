"""Statements against an article annotated whole; scores worked out by hand."""

from pathlib import Path
from typing import Any

import pytest
from made_answers import made_answers, made_gold, mention, no_answers, spans

from kg.score import Case, Fault, Report, score

TEXT = (
    "The army said the bridge at Tesh is closed. “Nobody can cross,” General Ilan Ode told Coast Radio on Monday. "
    "He said repairs take a week. Villagers deny that the bridge fell."
)
CLOSED = "the bridge at Tesh is closed"
CROSS = "Nobody can cross"
REPAIRS = "repairs take a week"
FELL = "that the bridge fell"
READ: dict[str, list[dict[str, Any]]] = {
    "actors": [
        {"id": "a1", "name": "the army", "type": "Military", "forms": ["The army"]},
        {"id": "a2", "name": "Ilan Ode", "type": "Person", "forms": ["General Ilan Ode"]},
        {"id": "a3", "name": "Coast Radio", "type": "MediaOrganization", "forms": ["Coast Radio"]},
        {"id": "a4", "name": "Villagers", "type": "Civilians", "forms": ["Villagers"]},
    ],
    "statements": [
        {"id": "s1", "speaker": "a1", "speaker_text": "The army", "content": CLOSED},
        {"id": "s2", "speaker": "a2", "speaker_text": "General Ilan Ode", "content": CROSS, "mode": "direct",
         "date": "2021-05-03", "to": "a3"},
        {"id": "s3", "speaker": "a2", "speaker_text": "He", "content": REPAIRS},
        {"id": "s4", "speaker": "a4", "speaker_text": "Villagers", "content": FELL, "stance": "denies"},
    ],
}  # fmt: skip


def said(content: str, name: str | None = None, **columns: Any) -> dict[str, Any]:
    return {
        "statement": content, "content": content, "content_spans": spans(TEXT, content), "mode": "indirect",
        "stance": "asserts", "speaker_name": name, **columns,
    }  # fmt: skip


RIGHT = [
    said(CLOSED, "army"),
    said(CROSS, "Ilan Ode", mode="direct", said_earliest="2021-05-03", said_latest="2021-05-03",
         addressee_name="Coast Radio"),
    said(REPAIRS, "Ilan Ode"),
    said(FELL, "the villagers", stance="denies"),
]  # fmt: skip


@pytest.fixture
def run(tmp_path: Path):
    gold = made_gold(tmp_path, {"a": TEXT}, {"a": READ})

    def scored(*statements: dict[str, Any], **others: Any) -> Report:
        return score(gold, made_answers(statements=statements, **others), layers=["statements"])

    return scored


def figures(report: Report, measure: str, cls: str = "all") -> tuple[float | None, ...]:
    row = report.row("statements", measure, cls)
    assert row is not None, measure
    return (row.precision, row.recall, row.f1)


DETAILS = ("speaker", "mode", "stance", "date", "addressee")


def test_everything_right(run) -> None:
    report = run(*RIGHT)
    for measure in ("content", *(f"content + {detail}" for detail in DETAILS)):
        assert figures(report, measure) == (1, 1, 1), measure
    assert list(report.cases()) == []


def test_an_empty_graph(tmp_path: Path) -> None:
    gold = made_gold(tmp_path, {"a": TEXT}, {"a": READ})
    report = score(gold, no_answers(), layers=["statements"])
    # 0 of 0 told: no precision; 0 of 4 found
    for measure in ("content", "content + speaker"):
        assert figures(report, measure) == (None, 0, 0)
    # by class (direct, indirect), then by place
    assert [(case.fault, case.expected) for _, case in report.cases()] == [
        (Fault.MISSED, CROSS), (Fault.MISSED, CLOSED), (Fault.MISSED, REPAIRS), (Fault.MISSED, FELL),
    ]  # fmt: skip


def test_an_empty_gold(tmp_path: Path) -> None:
    gold = made_gold(tmp_path, {"a": TEXT}, {"a": {}})
    report = score(gold, made_answers(statements=RIGHT), layers=["statements"])
    # 0 of 4 told are right; there is nothing to find
    assert figures(report, "content") == (0, None, 0)
    assert [case.fault for _, case in report.cases()] == [Fault.INVENTED] * 4


def test_nothing_said_and_nothing_told(tmp_path: Path) -> None:
    gold = made_gold(tmp_path, {"a": TEXT}, {"a": {}})
    report = score(gold, no_answers(), layers=["statements"])
    assert figures(report, "content") == figures(report, "content + speaker") == (None, None, None)


def test_everything_found_twice(run) -> None:
    report = run(*RIGHT, *RIGHT)
    # 4 of 8 told are right, 4 of 4 found: F1 = 2 · ½ · 1 / 1½ = 2/3
    assert figures(report, "content") == (0.5, 1, pytest.approx(2 / 3))
    assert figures(report, "content + speaker") == (0.5, 1, pytest.approx(2 / 3))
    assert [case.fault for _, case in report.cases()] == [Fault.INVENTED] * 4


def test_classes_are_the_modes(run) -> None:
    report = run(*RIGHT[:2], said(FELL, "Villagers", mode="direct", stance="denies"))
    # direct: 2 told, both of them right in content; 1 in the gold, found
    assert figures(report, "content", "direct") == (1, 1, 1)
    # indirect: 1 told and right; 3 in the gold, 2 found (one of them told as direct): F1 = 2 · 1 · ⅔ / 1⅔ = 0.8
    assert figures(report, "content", "indirect") == (1, pytest.approx(2 / 3), pytest.approx(0.8))
    # and the mode is right in 2 of 3 told, 2 of 4 in the gold
    assert figures(report, "content + mode") == (pytest.approx(2 / 3), 0.5, pytest.approx(4 / 7))


def test_a_wrong_speaker_is_right_in_content_alone(run) -> None:
    report = run(said(CLOSED, "Ilan Ode"))
    assert figures(report, "content") == (1, 0.25, 0.4)  # 1 of 1, 1 of 4: 2 · ¼ / 1¼
    assert figures(report, "content + speaker") == (0, 0, 0)
    (case,) = [case for _, case in report.cases() if case.measure == "content + speaker"]
    assert case == Case(
        "a", "content + speaker", Fault.WRONG, "indirect", 14, 42,
        f"the army = The army: {CLOSED}", f"Ilan Ode: {CLOSED}", "The army said the bridge at Tesh is closed.",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("statement", "others", "right", "why"),
    [
        (said(CLOSED, "The Army"), {}, True, "case and article do not count"),
        (said(CLOSED, "Northern Army", speaker_spans=spans(TEXT, "The army")), {}, True, "these words are the speaker"),
        (said(CLOSED, "Northern Army", speaker="x1"), {"mentions": [mention(TEXT, "The army", iri="x1")]}, True,
         "this article calls it so"),
        (said(CLOSED, "Northern Army", speaker="x1"), {"actors": [{"actor": "x1", "name": "NA", "aliases": "army"}]},
         True, "an alias"),
        (said(CLOSED, "Northern Army", speaker="x1"), {}, False, "none of its names"),
        (said(CLOSED), {}, False, "no speaker is told"),
        (said(REPAIRS, "Ode", speaker_spans=spans(TEXT, "General Ilan Ode")), {}, True, "another name of his"),
        (said(REPAIRS, "He", speaker_spans=spans(TEXT, "He")), {}, False, "a pronoun tells nobody"),
        (said(REPAIRS, "Ilan Ode", speaker_spans=spans(TEXT, "He")), {}, True, "a pronoun that is resolved"),
    ],
)  # fmt: skip
def test_who_said_it(run, statement: dict[str, Any], others: Any, right: bool, why: str) -> None:
    report = run(statement, **others)
    # the one statement told is 1 of 4 to find
    assert figures(report, "content + speaker")[:2] == ((1, 0.25) if right else (0, 0)), why


@pytest.mark.parametrize(
    ("told", "right"), [(None, True), ("officials", False)], ids=["nobody is told", "somebody is told"]
)
def test_a_speaker_that_the_article_does_not_name(tmp_path: Path, told: str | None, right: bool) -> None:
    read = {"statements": [{"id": "s1", "speaker": None, "content": CLOSED}]}
    report = score(made_gold(tmp_path, {"a": TEXT}, {"a": read}), made_answers(statements=[said(CLOSED, told)]))
    assert figures(report, "content + speaker")[1] == (1 if right else 0)


@pytest.mark.parametrize(
    ("detail", "columns"),
    [
        ("mode", {"mode": "mixed"}),
        ("mode", {"mode": None}),
        ("stance", {"stance": "doubts"}),
        ("date", {"said_earliest": "2021-05-03", "said_latest": "2021-05-04"}),  # two days are no day
        ("date", {"said_earliest": None, "said_latest": None}),
        ("addressee", {"addressee_name": None}),
        ("addressee", {"addressee_name": "Hill Radio"}),
    ],
)
def test_one_wrong_detail_costs_that_detail_alone(run, detail: str, columns: dict[str, Any]) -> None:
    report = run({**RIGHT[1], **columns})
    for each in DETAILS:
        # the one told is right but for the detail: 1 of 1 told, 1 of 4 to find
        assert figures(report, f"content + {each}") == ((0, 0, 0) if each == detail else (1, 0.25, 0.4)), each
    assert [(case.measure, case.fault) for _, case in report.cases() if case.fault is Fault.WRONG] == [
        (f"content + {detail}", Fault.WRONG)
    ]


def test_a_day_or_an_addressee_that_the_article_does_not_tell_is_wrong(run) -> None:
    report = run(said(CLOSED, "army", said_earliest="2021-05-03", said_latest="2021-05-03", addressee_name="Mara"))
    assert figures(report, "content + date") == figures(report, "content + addressee") == (0, 0, 0)


def test_half_of_the_words_are_enough(run) -> None:
    # gold: 6 words. "Tesh closed" has 2 of them: F1 = 2·2 / (6 + 2) = ½
    assert figures(run({**said(CLOSED), "content": "Tesh closed"}), "content")[1] == 0.25
    # "bridge": 2·1 / (6 + 1) = 2/7 for that, and 2·1 / (4 + 1) = 0.4 for "that the bridge fell"
    assert figures(run(said("bridge")), "content") == (0, 0, 0)


def test_each_statement_goes_with_one(run) -> None:
    # both told ones go with the first gold one alone ("the bridge" also with the last: 2·2 / (4 + 2) = ⅔)
    report = run(said(CLOSED), said("the bridge"))
    assert figures(report, "content")[:2] == (1, 0.5)  # moved on: 2 of 2, 2 of 4


def test_what_is_told_of_another_article_is_not_of_this_one(tmp_path: Path) -> None:
    gold = made_gold(tmp_path, {"a": TEXT}, {"a": READ})
    report = score(gold, made_answers({"d:b": "b"}, statements=RIGHT), layers=["statements"])
    assert figures(report, "content") == (None, 0, 0)


def test_of_two_speakers_of_one_clause_each_has_a_statement(tmp_path: Path) -> None:
    text = "The army and villagers say the bridge is closed."
    content = "the bridge is closed"
    read = {
        "actors": [{"id": "a1", "name": "army"}, {"id": "a2", "name": "villagers"}],
        "statements": [
            {"id": "s1", "speaker": "a1", "content": content},
            {"id": "s2", "speaker": "a2", "content": content},
        ],
    }
    told = [
        {"statement": name, "content": content, "speaker_name": name, "mode": "indirect"}
        for name in ("villagers", "army")  # in the other order
    ]
    report = score(made_gold(tmp_path, {"a": text}, {"a": read}), made_answers(statements=told), layers=["statements"])
    assert figures(report, "content + speaker") == (1, 1, 1)


def test_the_words_tell_more_than_the_speaker(tmp_path: Path) -> None:
    text = "The army says the bridge is closed. The army says the bridge at Tesh is closed."
    read = {
        "actors": [{"id": "a1", "name": "army"}, {"id": "a2", "name": "villagers"}],
        "statements": [
            {"id": "s1", "speaker": "a1", "content": "the bridge is closed"},
            {"id": "s2", "speaker": "a2", "content": CLOSED},
        ],
    }
    told = [{"statement": "x", "content": CLOSED, "speaker_name": "army", "mode": "indirect"}]
    report = score(made_gold(tmp_path, {"a": text}, {"a": read}), made_answers(statements=told), layers=["statements"])
    # it is the second of the gold (1.0, the first has 2·4 / (6 + 4) = 0.8), and has a wrong speaker
    assert figures(report, "content") == (1, 0.5, pytest.approx(2 / 3))
    assert figures(report, "content + speaker") == (0, 0, 0)
