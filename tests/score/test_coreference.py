"""Happenings and things over articles scored by hand-made answers; the figures are worked out beside them."""

from pathlib import Path
from typing import Any

import pytest
from made_answers import at, made_answers, mention, no_answers, write_lines

from kg.errors import InputError
from kg.score import Gold, Report, read_gold, score
from kg.score.sheet import Fault

FIRST = "The army bombed Ayn on Monday. The bombing killed Omar. It burned."
SECOND = "Ayn was bombed. A fire broke out."


def _row(text: str, words: str, type_: str, cluster: str) -> dict[str, Any]:
    return {**at(text, words), "type": type_, "cluster": cluster}


ARTICLES: list[dict[str, Any]] = [
    {
        "id": "a",
        "text": FIRST,
        "topic": 1,
        "checked": [[0, FIRST.index(" It")]],
        "events": [
            _row(FIRST, "bombed", "ACTION_OCCURRENCE", "e1"),
            _row(FIRST, "bombing", "ACTION_OCCURRENCE", "e1"),
            _row(FIRST, "killed", "ACTION_OCCURRENCE", "e2"),
        ],
        "entities": [
            _row(FIRST, "The army", "HUMAN_PART_ORG", "t1"),
            _row(FIRST, "Ayn", "LOC_GEO", "t2"),
            _row(FIRST, "Monday", "TIME_DATE", "t3"),
            _row(FIRST, "Omar", "HUMAN_PART_PER", "t4"),
        ],
    },
    {
        "id": "b",
        "text": SECOND,
        "topic": 1,
        "checked": [[0, len(SECOND)]],
        "events": [
            _row(SECOND, "bombed", "ACTION_OCCURRENCE", "e1"),
            _row(SECOND, "fire", "ACTION_OCCURRENCE", "e3"),
        ],
        "entities": [_row(SECOND, "Ayn", "LOC_GEO", "t2")],
    },
]


def _report(document: str, text: str, words: str, event: str) -> dict[str, Any]:
    return {"document": document, **at(text, words), "words": words, "event": event}


REPORTS = [
    _report("d:a", FIRST, "bombed", "x1"),
    _report("d:a", FIRST, "killed", "x2"),
    _report("d:a", FIRST, "burned", "x3"),  # in a sentence that nobody checked
    _report("d:b", SECOND, "bombed", "x1"),
]
MENTIONS = [
    mention(FIRST, "Ayn", "Place", iri="p1"),
    mention(FIRST, "Omar", "Person", iri="p2"),
    mention(FIRST, "Monday", "Date"),
    {**mention(SECOND, "Ayn", "Place", iri="p1"), "document": "d:b"},
]


def _gold(folder: Path, *articles: dict[str, Any]) -> Gold:
    return read_gold(write_lines(folder / "gold.jsonl", articles))


@pytest.fixture
def gold(tmp_path: Path) -> Gold:
    return _gold(tmp_path, *ARTICLES)


def _score(gold: Gold, reports: list[dict[str, Any]], mentions: list[dict[str, Any]] = MENTIONS) -> Report:
    answers = made_answers({"d:a": "a", "d:b": "b"}, reports=reports, mentions=mentions)
    return score(gold, answers, layers=["incidents"])


def _figures(report: Report, measure: str) -> tuple[float, float, float, float]:
    row = report.row("incidents", measure, data="coreference")
    assert row is not None, measure
    return row.right_told, row.told, row.right_gold, row.gold


def _faults(report: Report, measure: str, fault: Fault) -> list[tuple[str, str]]:
    kept = (each for _, each in report.cases() if (each.measure, each.fault) == (measure, fault))
    return [(each.article, each.expected or each.told) for each in kept]


def test_events_that_are_one(gold: Gold) -> None:
    report = _score(gold, REPORTS)
    # items: a's bombing (mentioned twice), a's killing, b's bombing, b's fire; the fire is missed
    assert _figures(report, "events found") == (3, 3, 3, 4)
    assert _figures(report, "events B³") == (3, 3, 3, 4)
    assert _figures(report, "events B³, found ones") == (3, 3, 3, 3)
    # one link: the bombing of a and that of b
    assert _figures(report, "events, pairs across articles") == (1, 1, 1, 1)
    # each mention: of the three of the bombing two are found, in one group: 2/3 twice; the killing 1; the rest 0
    right_told, told, right_gold, size = _figures(report, "events B³, each mention")
    assert (right_told, told, size) == (3, 3, 5)
    assert right_gold == pytest.approx(4 / 3 + 1)
    assert _faults(report, "events found", Fault.MISSED) == [("b", "fire")]


def test_events_wrongly_one(gold: Gold) -> None:
    wrong = [{**row, "event": "x2"} if row["document"] == "d:b" else row for row in REPORTS]
    report = _score(gold, wrong)
    # b's bombing is told as a's killing: precision 1 (a's bombing), 1/2, 1/2; recall 1/2, 1 (the killing), 1/2, 0
    assert _figures(report, "events B³") == (2, 3, 2, 4)
    assert _figures(report, "events, pairs across articles") == (0, 1, 0, 1)
    # apart from a's bombing, and one with a's killing
    assert _faults(report, "events B³", Fault.WRONG) == [("b", "bombed"), ("b", "bombed")]


def test_things_that_are_one(gold: Gold) -> None:
    report = _score(gold, REPORTS)
    # items: the army (missed), Ayn in a, Omar, Ayn in b; Monday is no thing
    assert _figures(report, "entities found") == (3, 3, 3, 4)
    assert _figures(report, "entities B³") == (3, 3, 3, 4)
    assert _figures(report, "entities, pairs across articles") == (1, 1, 1, 1)


def test_things_told_apart(gold: Gold) -> None:
    apart = [{**row, "refers_to": "p3"} if row["document"] == "d:b" else row for row in _in_a(MENTIONS)]
    report = _score(gold, REPORTS, apart)
    # Ayn stands alone twice: precision 1, recall 1/2 each; Omar 1; the army 0
    assert _figures(report, "entities B³") == (3, 3, 2, 4)
    assert _figures(report, "entities, pairs across articles") == (0, 0, 0, 1)


def _in_a(mentions: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [{"document": "d:a", **row} for row in mentions]


def test_mention_without_the_head_of_the_words_is_not_theirs(tmp_path: Path) -> None:
    text = "Zedland's highest mountain is in Zedland."
    article = {
        "id": "a", "text": text, "checked": [[0, len(text)]], "events": [],
        "entities": [
            _row(text, "Zedland's highest mountain", "LOC_GEO", "t1"), _row(text, "in Zedland", "LOC_GEO", "t2"),
        ],
    }  # fmt: skip
    first, second = (mention(text, "Zedland", "Place", iri="p1", turn=turn) for turn in (1, 2))
    # the land is found; the mountain is not, though the land's name is in its words
    assert _figures(_score(_gold(tmp_path, article), [], [first, second]), "entities found") == (1, 1, 1, 2)
    assert _figures(_score(_gold(tmp_path, article), [], [first, second]), "entities B³") == (1, 1, 1, 2)
    # where only the mountain's words name the land, nothing says whether that is right
    assert _figures(_score(_gold(tmp_path, article), [], [first]), "entities found") == (0, 0, 0, 2)
    # beside them, a thing that no words of the gold hold is invented
    third = mention(text, "is", iri="p3")
    assert _figures(_score(_gold(tmp_path, article), [], [first, third]), "entities found") == (0, 1, 0, 2)


def test_best_fitting_report_tells_the_event(tmp_path: Path) -> None:
    texts = {"a": "He blew himself up.", "b": "He blew himself up."}
    articles = [
        {"id": id_, "text": text, "checked": [[0, 19]], "entities": [],
         "events": [_row(text, "blew himself up", "ACTION_OCCURRENCE", "e1")]}
        for id_, text in texts.items()
    ]  # fmt: skip
    reports = [
        _report(f"d:{id_}", text, words, event)
        for id_, text in texts.items()
        for words, event in (("up", f"other {id_}"), ("blew himself", "x1"))
    ]
    # "blew himself" fits better than "up", so that the two are one
    assert _figures(_score(_gold(tmp_path, *articles), reports), "events, pairs across articles") == (1, 1, 1, 1)


def test_found_twice_costs_precision_and_raises_no_recall(gold: Gold) -> None:
    again = [{**row, "event": f"y{row['event']}"} for row in REPORTS]
    report = _score(gold, REPORTS + again)
    # in checked sentences six are told: for each of the three happenings two
    assert _figures(report, "events found") == (3, 6, 3, 4)
    assert _figures(report, "events B³") == (3, 3, 3, 4)


def test_one_over_two_topics_costs_precision(tmp_path: Path) -> None:
    gold = _gold(tmp_path, ARTICLES[0], {**ARTICLES[1], "topic": 2})
    report = _score(gold, REPORTS)
    # the same id in another topic is another happening: the two bombings are wrongly one: precision 1/2 each
    assert _figures(report, "events B³") == (2, 3, 3, 4)
    assert _figures(report, "events, pairs across articles") == (0, 1, 0, 0)


def test_empty_graph_misses_all(gold: Gold) -> None:
    report = score(gold, no_answers(), layers=["incidents"])
    assert _figures(report, "events found") == (0, 0, 0, 4)
    assert _figures(report, "events B³") == (0, 0, 0, 4)
    assert _figures(report, "entities, pairs across articles") == (0, 0, 0, 1)


def test_empty_gold_has_precision_only(tmp_path: Path) -> None:
    report = _score(_gold(tmp_path, *({**article, "events": [], "entities": []} for article in ARTICLES)), REPORTS)
    row = report.row("incidents", "events found", data="coreference")
    assert row is not None
    assert (row.told, row.precision, row.recall) == (3, 0, None)


@pytest.mark.parametrize(
    "broken",
    [
        {"events": [{"start": 5, "end": 5, "type": "ACTION_OCCURRENCE", "cluster": "e1"}]},
        {"events": [{"start": 5}]},
        {"entities": ["Ayn"]},
        {"checked": [[0]]},
    ],
)
def test_malformed_row_is_refused_with_the_article(tmp_path: Path, broken: dict[str, Any]) -> None:
    gold = _gold(tmp_path, {**ARTICLES[0], **broken})
    with pytest.raises(InputError, match=f"article a, {next(iter(broken))}"):
        _score(gold, REPORTS)
