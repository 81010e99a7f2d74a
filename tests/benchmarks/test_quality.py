"""The table of quality, and the baselines beside which it puts the graph.

What is expected of the baselines is worked out by hand from sentences that are simple enough for any parser.
"""

import json
import sys
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT / "benchmarks"))

import quality  # noqa: E402
from made_answers import made_gold, write_gold, write_lines  # noqa: E402

from kg.errors import InputError  # noqa: E402

CLASH = "Rebels attacked the army near Aleppo on Friday."
SAID = '"We will not leave this town," Samir Haddad said.'


@pytest.fixture
def answers(tmp_path: Path) -> Any:
    """`answers(baseline, text, **row) -> rows by question`."""

    def answer(baseline: str, text: str, **row: str) -> dict[str, list[dict[str, Any]]]:
        gold = made_gold(tmp_path / "gold", {"a": {"text": text, **row}}, {"a": {"actors": []}})
        rows: dict[str, list[dict[str, Any]]] = json.loads(quality.load_baseline(baseline)(gold).to_json())
        return rows

    return answer


def cells(rows: list[dict[str, Any]], *columns: str) -> list[tuple[Any, ...]]:
    return [tuple(row.get(column) for column in columns) for row in rows]


def test_spacy_entities(answers: Any) -> None:
    rows = answers("spacy_entities", "Samir Haddad flew from London to Paris. Samir Haddad is in Paris.")
    assert cells(rows["documents"], "document", "source_id") == [("document1", "a")]
    assert cells(rows["actors"], "name", "type") == [("Samir Haddad", "Person")]  # one for each string
    assert cells(rows["places"], "name") == [("London",), ("Paris",)]
    assert [row["words"] for row in rows["mentions"] if row["refers_to"] == "place2"] == ["Paris", "Paris"]


def test_spacy_svo(answers: Any) -> None:
    rows = answers("spacy_svo", f"{CLASH} {SAID}")
    assert cells(rows["events"], "kind", "status") == [("assault", "happened")]
    assert cells(rows["reports"], "words", "agents", "targets", "place_name") == [
        ("attacked", "Rebels", "army", "Aleppo")
    ]
    assert cells(rows["relations"], "subject_name", "relation", "object_name") == [("Rebels", "fights", "army")]
    assert cells(rows["statements"], "speaker_name", "mode", "content", "cue") == [
        ("Samir Haddad", "direct", "We will not leave this town,", "said")
    ]


def test_spacy_svo_leaves_the_rest_out(answers: Any) -> None:
    rows = answers("spacy_svo", 'The army opened the "southern road" on Friday. The mayor said that it was shut.')
    assert "reports" not in rows  # "open" is no verb of war
    assert "statements" not in rows  # two quoted words are no quotation, and a clause is none


def test_the_passive_turns_the_sides_round(answers: Any) -> None:
    rows = answers("spacy_svo", "The village was attacked by rebels.")
    assert cells(rows["reports"], "agents", "targets") == [("rebels", "village")]


def test_spacy_clauses(answers: Any) -> None:
    rows = answers("spacy_clauses", "Samir Haddad said that the road was shut.")
    assert cells(rows["statements"], "speaker_name", "mode", "content", "content_spans", "speaker_spans") == [
        ("Samir Haddad", "indirect", "the road was shut", "23-40", "0-12")
    ]


@pytest.mark.parametrize(
    ("text", "kind", "low", "high", "party", "party_type"),
    [
        ("At least 12 soldiers were killed.", "killed", 12, None, "soldiers", "combatants"),
        ("A bomb exploded, killing more than twenty-one people.", "killed", 22, None, "people", "unknown"),
        ("Up to 1,200 villagers were displaced.", "displaced", None, 1200, "villagers", "civilians"),
        ("Three others wounded.", "wounded", 3, 3, None, "unknown"),
    ],
)
def test_number_patterns(
    answers: Any, text: str, kind: str, low: int | None, high: int | None, party: str | None, party_type: str
) -> None:
    rows = answers("number_patterns", text)["figures"]
    assert cells(rows, "kind", "low", "high", "party", "party_type") == [(kind, low, high, party, party_type)]


def test_number_patterns_take_a_number_once_and_no_other_numbers(answers: Any) -> None:
    rows = answers("number_patterns", "He killed 12 people wounded in 2013, aged 40.")
    assert cells(rows["figures"], "kind", "low") == [("killed", 12)]
    assert "figures" not in answers("number_patterns", "It lies 12 km from the 3 hills.")


def test_dateparser_search(answers: Any) -> None:
    pytest.importorskip("dateparser")
    # 8 July 2016 is a Friday: "on Friday" is that day; of the second clash nothing is told but the article's day
    rows = answers("dateparser_search", f"{CLASH} Rebels attacked the army near Aleppo.", published="2016-07-08")
    assert cells(rows["reports"], "earliest", "latest") == [("2016-07-08", "2016-07-08"), (None, None)]
    assert rows["reports"][0]["event"] == rows["reports"][1]["event"]  # one kind, place and day
    assert len(rows["events"]) == 1


def test_dateparser_search_without_a_day_to_start_from(answers: Any) -> None:
    pytest.importorskip("dateparser")
    rows = answers("dateparser_search", f"{CLASH} Rebels attacked the army near Homs on 3 July 2016.")
    assert cells(rows["reports"], "earliest") == [(None,), ("2016-07-03",)]


def test_gazetteer_match(answers: Any) -> None:
    rows = answers("gazetteer_match", "From New York City to paris, Paris and Syria.")
    assert cells(rows["mentions"], "words", "start", "refers_to") == [
        ("New York City", 5, "place1"),
        ("Paris", 29, "place2"),
        ("Syria", 39, "place3"),
    ]
    paris = rows["places"][1]
    assert paris["country"] == "FR"  # not Paris, Texas
    assert (round(paris["latitude"]), round(paris["longitude"])) == (49, 2)
    assert rows["places"][2]["kind"] == "country"


def test_nearest_place(answers: Any) -> None:
    rows = answers("nearest_place", "The rebels left London and shelled Paris.")
    assert cells(rows["reports"], "words", "place_name") == [("left", "London"), ("shelled", "Paris")]


def test_verb_lemma(answers: Any) -> None:
    rows = answers("verb_lemma", "Rebels shelled Damascus. The army shelled Aleppo and left.")
    assert cells(rows["reports"], "words", "event") == [
        ("shelled", "event1"),
        ("shelled", "event1"),
        ("left", "event2"),
    ]


PLAN = """
[text]
title = "How good it is"
made = "Written by a script."
about = "About."
reading = "Reading."
baselines = "Baselines."
limits = "Limits."
reproduce = "Reproduce."
[data.articles]
name = "own articles"
what = "two short ones"
[data.elsewhere]
name = "other articles"
what = "not here"
[layers]
statements = "Statements."
[[row]]
layer = "statements"
data = "articles"
measure = "content"
baselines = ["spacy_svo", "spacy_clauses"]
published = "F1 0.5 (Doe 1999); not the same data"
[[row]]
layer = "statements"
data = "articles"
measure = "content"
class = "direct"
shows = "recall"
[[row]]
layer = "statements"
data = "elsewhere"
measure = "content"
"""


@pytest.fixture
def plan(tmp_path: Path) -> quality.Plan:
    path = tmp_path / "plan.toml"
    path.write_text(PLAN, "utf-8")
    return quality.read_plan(path)


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    return write_gold(
        tmp_path / "mine",
        {"a": SAID, "b": "Samir Haddad said that the road was shut. The army denied that it had shut the road."},
        {
            "a": {"statements": [{"id": "s1", "content": "We will not leave this town", "mode": "direct"}]},
            "b": {
                "statements": [
                    {"id": "s1", "content": "the road was shut"},
                    {"id": "s2", "content": "it had shut the road"},
                ]
            },
        },
    )


def test_the_table(gold: Path, plan: quality.Plan, tmp_path: Path) -> None:
    # three statements to find; spacy_svo tells the direct one alone: P 1, R 1/3, F1 2 · 1/3 / (4/3) = 1/2;
    # spacy_clauses tells all three; kg tells all three
    written = tmp_path / "quality.md"
    quality.run([gold], written, plan=plan)
    table = written.read_text("utf-8")
    rows = [line for line in table.splitlines() if line.startswith("| own articles | content")]
    assert rows == [
        "| own articles | content | all | `spacy_svo`<br>`spacy_clauses` "
        "| 1.000 / 0.333 / 0.500<br>1.000 / 1.000 / 1.000 | 1.000 / 1.000 / 1.000 | 1.000–1.000 "
        "| F1 0.5 (Doe 1999); not the same data |",
        "| own articles | content | direct |  |  | 1.000 |  |  |",
    ]
    assert "| other articles | content | all |  |  | not measured in this run |  |  |" in table
    assert "| own articles (`articles`) | two short ones | 2 |" in table
    assert "leave this town" not in table  # no words of the data
    first, second = json.loads(written.with_suffix(".json").read_text("utf-8"))
    assert first["spacy_svo"]["recall"] == pytest.approx(1 / 3, abs=1e-6)
    assert (second["class"], second["kg"]["gold"]) == ("direct", 1)


def test_the_same_input_gives_the_same_bytes(gold: Path, plan: quality.Plan, tmp_path: Path) -> None:
    for name in ("one.md", "two.md"):
        quality.run([gold], tmp_path / name, plan=plan)
    assert (tmp_path / "one.md").read_bytes() == (tmp_path / "two.md").read_bytes()
    assert (tmp_path / "one.json").read_bytes() == (tmp_path / "two.json").read_bytes()


def test_data_are_known_by_name(gold: Path, plan: quality.Plan, tmp_path: Path) -> None:
    folder = tmp_path / "corpora" / "deep"
    folder.mkdir(parents=True)
    file = write_lines(folder / "elsewhere.jsonl", [{"id": "x", "text": "words"}])
    assert list(quality.find_data([tmp_path / "corpora", gold], plan)) == [("articles", gold), ("elsewhere", file)]
    with pytest.raises(InputError, match="more than once"):
        list(quality.find_data([tmp_path / "corpora", file], plan))
    with pytest.raises(InputError, match="nowhere: neither"):
        list(quality.find_data([tmp_path / "nowhere"], plan))


def test_a_measure_that_nobody_counts_is_refused(gold: Path, tmp_path: Path) -> None:
    path = tmp_path / "plan.toml"
    path.write_text(PLAN.replace('measure = "content"', 'measure = "contents"', 1), "utf-8")
    with pytest.raises(InputError, match="no 'contents'"):
        quality.run([gold], None, plan=quality.read_plan(path))


def test_a_library_that_is_not_there_is_told(gold: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "dateparser.search", None)
    path = tmp_path / "plan.toml"
    path.write_text(PLAN.replace('"spacy_clauses"', '"dateparser_search"'), "utf-8")
    with pytest.raises(InputError, match="the baseline dateparser_search needs dateparser"):
        quality.run([gold], None, plan=quality.read_plan(path))


def test_the_plan_names_scripts_and_data_that_are_there() -> None:
    plan = quality.read_plan(quality.PLAN)
    for line in plan.lines:
        assert line.data in plan.data
        assert line.layer in plan.layers
        assert line.shows in {"f1", "recall", "precision"}
        for name in line.baselines:
            assert (quality.HERE / "baselines" / f"{name}.py").is_file(), name
