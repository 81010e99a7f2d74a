"""`kg score` as a user types it. Answers are given, so that no parser is needed, but for the one test that builds."""

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest
from made_answers import at, spans, write_gold, write_lines
from typed_command import kg

TEXT = "The army said the road is shut. “Nobody may pass,” Mara Ode told reporters. Villagers deny that it is shut."
READ = {
    "actors": [{"id": "a1", "name": "the army", "forms": ["The army"]}, {"id": "a2", "name": "Mara Ode"}],
    "statements": [
        {"id": "s1", "speaker": "a1", "content": "the road is shut"},
        {"id": "s2", "speaker": "a2", "content": "Nobody may pass", "mode": "direct"},
    ],
}
OTHER = "The mayor said two people died."
OTHER_READ = {"statements": [{"id": "s1", "content": "two people died"}]}

ROAD = {"document": "x1", "content": "the road is shut", "mode": "indirect", "speaker_name": "army"}
PASS = {"document": "x1", "content": "Nobody may pass", "mode": "direct", "speaker_name": "army"}  # a wrong speaker
BRIDGE = {"document": "x1", "content": "bridges burn", "mode": "indirect", "content_spans": "76-85"}


def answers(path: Path, *statements: dict[str, Any]) -> Path:
    documents = [{"document": "x1", "source_id": "a"}, {"document": "x2", "source_id": "b"}]
    path.write_text(json.dumps({"documents": documents, "statements": statements}), "utf-8")
    return path


@pytest.fixture(scope="module")
def gold(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("score") / "my-gold"
    return write_gold(folder, {"a": TEXT, "b": OTHER}, {"a": READ, "b": OTHER_READ})


@pytest.fixture(scope="module")
def told(gold: Path) -> Path:
    """Two of three statements, one with a wrong speaker, and one that nobody made."""
    return answers(gold.parent / "answers.json", ROAD, PASS, BRIDGE)


def score(gold: Path, *arguments: str | Path):
    return kg("score", gold, "--layer", "statements", *arguments)


def rows_of(report: dict[str, Any]) -> dict[str, tuple[float | None, ...]]:
    (layer,) = report["layers"]
    return {
        row["measure"]: (row["precision"], row["recall"], row["f1"]) for row in layer["rows"] if row["cls"] == "all"
    }


def test_help_tells_what_a_user_needs() -> None:
    done = kg("score", "--help")
    assert done.returncode == 0
    assert "Example: kg score" in done.stdout
    assert "docs/scoring.md" in done.stdout
    for option in ("--layer", "--graph", "--answers", "--errors", "--baseline", "--keep", "--only", "--without"):
        assert option in done.stdout


def test_a_table_for_people(gold: Path, told: Path) -> None:
    done = score(gold, "--answers", told)
    assert done.returncode == 0, done.stderr
    assert "my-gold: 2 articles" in done.stderr
    content, *_ = [line for line in done.stdout.splitlines() if line.split()[:1] == ["content"]]
    # 2 of 3 told are right, 2 of 3 found: 2/3 each; an interval stands between them and the counts
    figures = content.split()
    assert figures[1:4] == ["0.667", "0.667", "0.667"]
    assert figures[-3:] == ["2", "3", "3"]
    assert "   direct" in done.stdout
    assert "   direct" not in score(gold, "--answers", told, "--no-classes").stdout


def test_json_for_programs(gold: Path, told: Path) -> None:
    done = score(gold, "--answers", told, "--format", "json")
    report = json.loads(done.stdout)
    assert (report["gold"], report["articles"]) == ("my-gold", 2)
    rows = rows_of(report)
    assert rows["content"] == (pytest.approx(2 / 3),) * 3
    # the speaker is right in one of them
    assert rows["content + speaker"] == (pytest.approx(1 / 3),) * 3
    assert score(gold, "--answers", told, "--format", "json").stdout == done.stdout  # the same run, the same bytes


def test_the_same_run_gives_the_same_bytes_in_every_process(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    event = {"id": "e1", "kind": "other", "trigger": "is shut", "evidence": "the road is shut", "agents": ["a1"]}
    ids = [f"a{number}" for number in range(6)]
    actors = {"actors": READ["actors"], "events": [event, {**event, "id": "e2"}]}
    groups = [[(id_, "e1") for id_ in ids], [(id_, "e2") for id_ in ids]]
    folder = write_gold(tmp_path / "gold", dict.fromkeys(ids, TEXT), dict.fromkeys(ids, actors), incidents=groups)
    told = {
        "documents": [{"document": id_, "source_id": id_} for id_ in ids],
        "events": [{"event": f"x{number}", "kind": "other"} for number in range(3)],
        "reports": [{"document": id_, "event": f"x{number % 3}", **at(TEXT, "shut")} for number, id_ in enumerate(ids)],
    }
    (tmp_path / "answers.json").write_text(json.dumps(told), "utf-8")
    printed = set()
    for seed in ("0", "1", "2"):
        monkeypatch.setenv("PYTHONHASHSEED", seed)
        printed.add(kg("score", folder, "--answers", tmp_path / "answers.json", "--format", "json").stdout)
    (written,) = printed
    # six articles, two events each; three told, each by two articles: 3 of 3 pairs told are right, of 2 · 15
    (pairs,) = [row for layer in json.loads(written)["layers"] for row in layer["rows"] if row["measure"] == "pairs"]
    assert (pairs["right_told"], pairs["told"], pairs["right_gold"], pairs["gold"]) == (3, 3, 3, 30)


def test_csv_for_spreadsheets(gold: Path, told: Path) -> None:
    rows = list(csv.DictReader(io.StringIO(score(gold, "--answers", told, "--format", "csv").stdout)))
    assert list(rows[0]) == [
        "layer", "data", "measure", "class", "P", "R", "F1", "95 %", "right", "told", "gold", "articles",
    ]  # fmt: skip
    content = rows[0]
    assert (content["measure"], content["class"], content["P"]) == ("content", "all", "0.667")
    assert (content["right"], content["told"], content["gold"], content["articles"]) == ("2", "3", "3", "2")


def test_errors_lists_every_miss_invention_and_wrong_detail(gold: Path, told: Path) -> None:
    printed = score(gold, "--answers", told, "--errors").stdout
    assert "MISSED statements, content (indirect): b 15-30\n    expected: two people died\n    in: " + OTHER in printed
    assert "INVENTED statements, content (indirect): a 76-85\n    told:     bridges burn\n    in: Villagers" in printed
    assert "WRONG statements, content + speaker (direct): a" in printed
    assert "    told:     army: Nobody may pass" in printed
    assert "MISSED" not in score(gold, "--answers", told).stdout


def test_a_kept_run_is_a_baseline(gold: Path, told: Path, tmp_path: Path) -> None:
    kept = tmp_path / "before.json"
    assert score(gold, "--answers", told, "--keep", kept).returncode == 0
    after = answers(tmp_path / "after.json", ROAD, {**PASS, "speaker_name": "Mara Ode"})
    printed = score(gold, "--answers", after, "--baseline", kept).stdout
    # now 2 of 2 told are right, and the speaker of both
    assert "statements / articles / content / all: P 0.667 → 1.000" in printed
    assert "GAINED: INVENTED statements, content (indirect): a 76-85" in printed
    assert "GAINED: WRONG statements, content + speaker (direct): a" in printed
    assert "LOST" not in printed.upper().replace(" 0 LOST", "")
    back = score(gold, "--answers", told, "--baseline", kept).stdout
    assert "0 figures changed, 0 cases gained, 0 lost" in back


def test_a_comparison_does_not_break_what_programs_read(gold: Path, told: Path, tmp_path: Path) -> None:
    kept = tmp_path / "before.json"
    score(gold, "--answers", told, "--keep", kept)
    done = score(gold, "--answers", told, "--baseline", kept, "--format", "json")
    assert json.loads(done.stdout) == json.loads(kept.read_text("utf-8"))
    assert "0 figures changed" in done.stderr


def test_some_articles_alone(gold: Path, told: Path) -> None:
    for cut in (("--only", "a"), ("--without", "b"), ("--only", "a, b", "--without", "b")):
        report = json.loads(score(gold, "--answers", told, "-f", "json", *cut).stdout)
        # 2 of 3 told are right, both statements of the article are found
        assert report["articles"] == 1
        assert rows_of(report)["content"] == (pytest.approx(2 / 3), 1, pytest.approx(0.8))


def test_a_file_of_lines(tmp_path: Path) -> None:
    source, cue, content = ([[*at(OTHER, words).values()]] for words in ("The mayor", "said", "two people died"))
    row = {"id": "b", "text": OTHER, "attributions": [{"source": source, "cue": cue, "content": content}]}
    path = write_lines(tmp_path / "lines.jsonl", [row])
    statement = {
        "document": "x2", "content": "two people died", "content_spans": spans(OTHER, "two people died"),
        "cue_spans": spans(OTHER, "said"), "speaker_spans": spans(OTHER, "The mayor"), "speaker_name": "mayor",
    }  # fmt: skip
    done = kg("score", path, "--answers", answers(tmp_path / "answers.json", statement), "-f", "json")
    assert done.returncode == 0, done.stderr
    (layer,) = json.loads(done.stdout)["layers"]
    assert (layer["layer"], layer["data"]) == ("statements", "attributions")
    assert {row["f1"] for row in layer["rows"] if row["cls"] == "all"} == {1}


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("--only", "a,c"), "no article c"),
        (("--without", "c"), "no article c"),
        (("--without", "a,b"), "no article is left to score"),
        (("--layer", "statments"), "there is no layer statments; there are statements, figures, events, incidents"),
        (("--graph", "g.nq"), "give one of --graph and --answers"),
        (("--baseline", "nowhere.json"), "nowhere.json: can't be read"),
        (("--keep", "nowhere/run.json"), "there is no folder nowhere"),
    ],
)
def test_what_can_not_be_done_is_told(gold: Path, told: Path, arguments: tuple[str, ...], message: str) -> None:
    done = kg("score", gold, "--answers", told, *arguments)
    assert (done.returncode, message in done.stderr) == (2, True), done.stderr
    assert done.stdout == ""


@pytest.mark.parametrize(
    ("name", "written", "message"),
    [
        ("gold.jsonl", '{"id": "a", "text": "x"}', "holds no gold for any layer"),
        ("gold.jsonl", "x", "line 1: no JSON"),
        ("nowhere", "", "can't be read"),
    ],
)
def test_gold_that_can_not_be_used_is_told(tmp_path: Path, name: str, written: str, message: str) -> None:
    if written:
        (tmp_path / name).write_text(written, "utf-8")
    done = kg("score", tmp_path / name)
    assert (done.returncode, message in done.stderr) == (2, True), done.stderr


def test_without_a_graph_the_texts_are_read(tmp_path: Path) -> None:
    text = "“Nobody may pass the bridge,” General Mara Ode told reporters in Kabul on Monday."
    read = {
        "actors": [{"id": "a1", "name": "Mara Ode", "type": "Person", "forms": ["General Mara Ode"]}],
        "statements": [{"id": "s1", "speaker": "a1", "content": "Nobody may pass the bridge", "mode": "direct"}],
    }
    folder = write_gold(tmp_path / "gold", {"a": {"text": text, "published": "2021-05-04"}}, {"a": read})
    done = score(folder, "--format", "json")
    assert done.returncode == 0, done.stderr
    rows = rows_of(json.loads(done.stdout))
    # the one quote there is, and who spoke it
    assert rows["content"] == rows["content + speaker"] == (1, 1, 1)
