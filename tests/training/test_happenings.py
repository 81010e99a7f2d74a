"""The annotated happenings that ship, and how annotated folders are read."""

import json
from collections import Counter
from pathlib import Path

import pytest

from kg.model import EventKind, Status
from training.happenings import crc_of, occurrences, read_annotated, read_happenings

TRAINING = Path(__file__).parents[2] / "training"
FILE = TRAINING / "happenings.jsonl"
CORPORA = {
    "ecb_train.jsonl", "geowebnews.jsonl", "lgl.jsonl", "muc_dev.jsonl", "polnear_train.jsonl", "re3d_dev.jsonl",
    "syria_news.jsonl", "wikievents_train.jsonl", "worldwide_train.jsonl",
}  # fmt: skip
WORDS = {"background", *(kind.value for kind in EventKind), *(status.value for status in Status)}


@pytest.fixture(scope="module")
def rows():
    return [json.loads(line) for line in FILE.read_text("utf-8").splitlines()]


def strings(value):
    if isinstance(value, str):
        yield value
    elif isinstance(value, list | dict):
        for one in value.values() if isinstance(value, dict) else value:
            yield from strings(one)


def faults(row):
    """What is wrong with a line of the file."""
    if list(row) != ["corpus", "id", "crc", "whole", "happenings", "figures"]:
        yield "fields"
    if row["corpus"] not in CORPORA or not row["id"] or " " in row["id"]:
        yield "article"
    if set(strings([row["happenings"], row["figures"]])) - WORDS:
        yield "text"
    spans = [one["span"] for one in row["figures"]]
    for one in row["happenings"]:
        if list(one) != ["kind", "status", "tellings", "place", "agents", "targets"] or not one["tellings"]:
            yield "happening"
        spans += [*one["tellings"], *(one["place"] or ()), *(s for who in one["agents"] + one["targets"] for s in who)]
    if not all(len(span) == 2 and 0 <= span[0] < span[1] for span in spans):
        yield "span"
    if not all(one["happening"] in (None, *range(len(row["happenings"]))) for one in row["figures"]):
        yield "figure"


def test_the_file_is_well_formed_and_holds_no_text(rows):
    assert [(row["corpus"], row["id"], fault) for row in rows for fault in faults(row)] == []
    assert len(rows) == 2291


ARREST = {
    "kind": "arrest", "status": "happened", "tellings": [[0, 4]], "place": None, "agents": [], "targets": [],
}  # fmt: skip
GOOD = {
    "corpus": "syria_news.jsonl", "id": "fakes-001", "crc": 1, "whole": True, "happenings": [ARREST],
    "figures": [{"span": [5, 6], "happening": 0}],
}  # fmt: skip


@pytest.mark.parametrize(
    ("field", "value", "fault"),
    [
        ("corpus", "other.jsonl", "article"),
        ("id", "a b", "article"),
        ("happenings", [ARREST | {"place": "Aleppo"}], "text"),
        ("happenings", [ARREST | {"agents": [["rebels"]]}], "text"),
        ("happenings", [ARREST | {"kind": "they came at dawn"}], "text"),
        ("happenings", [ARREST | {"tellings": []}], "happening"),
        ("happenings", [ARREST | {"tellings": [[4, 4]]}], "span"),
        ("figures", [{"span": [5, 6], "happening": 1}], "figure"),
    ],
)
def test_what_is_wrong_is_found(field, value, fault):
    assert list(faults(GOOD)) == []
    try:
        found = list(faults(GOOD | {field: value}))
    except TypeError:  # letters where numbers belong
        found = ["text"]
    assert fault in found


def test_each_article_stands_once_sorted(rows):
    keys = [(row["corpus"], row["id"]) for row in rows]
    assert keys == sorted(set(keys))


def test_lines_are_compact(rows):
    lines = FILE.read_bytes().decode("ascii").splitlines()
    assert lines == [json.dumps(row, separators=(",", ":")) for row in rows]


def test_it_is_read_as_it_stands(rows):
    articles = read_happenings(FILE)
    assert [(one.corpus, one.key, one.crc, one.whole) for one in articles] == [
        (row["corpus"], row["id"], row["crc"], row["whole"]) for row in rows
    ]
    assert Counter(one.whole for one in articles) == {True: 2236, False: 55}
    assert sum(len(one.happenings) for one in articles) == sum(len(row["happenings"]) for row in rows)


def test_the_command_is_told():
    readme = (TRAINING / "README.md").read_text("utf-8")
    assert "python -m training.telling training/happenings.jsonl" in readme
    assert all(corpus in readme for corpus in CORPORA)


TEXT = "Rebels took Tesh. The rebels, 200 men, took the town on Monday, killing at least 12 people."


@pytest.fixture
def folder(tmp_path):
    gold = {
        "actors": [{"id": "a1", "name": "rebels", "type": "ArmedGroup", "forms": ["Rebels", "The rebels"]}],
        "places": [{"id": "p1", "name": "Tesh", "forms": ["the town"]}],
        "events": [
            {"id": "e1", "kind": "capture_of_place", "trigger": "took", "status": "happened", "place": "p1",
             "agents": ["a1", "a9"], "targets": [], "evidence": "The rebels, 200 men, took the town"},
            {"id": "e2", "kind": "killing", "trigger": "killing", "status": "happened", "place": None,
             "agents": [], "targets": [], "evidence": "not in the text"},
            {"id": "e3", "kind": "other", "trigger": None, "status": "planned", "place": None,
             "agents": [], "targets": [], "evidence": "on Monday"},
        ],
        "figures": [
            {"event": "e2", "evidence": "killing at least 12 people"},
            {"event": None, "evidence": "200 men"},
            {"event": "e3", "evidence": "on Monday"},
            {"event": "e1", "evidence": "not in the text"},
        ],
    }  # fmt: skip
    articles = [{"id": key, "text": TEXT} for key in ("a", "b", "c")]
    (tmp_path / "articles.jsonl").write_text("".join(json.dumps(one) + "\n" for one in articles))
    for key, value in {"a": gold, "b": {}}.items():
        (tmp_path / f"gold-{key}.json").write_text(json.dumps(value))
    return tmp_path


def test_a_folder_annotated_whole(folder):
    first, second = read_annotated(folder)
    assert (first.corpus, first.key, first.crc, first.whole) == ("articles.jsonl", "a", crc_of(TEXT), False)
    told = [[TEXT[slice(*span)] for span in one.tellings] for one in first.happenings]
    assert told == [["took"], ["killing"]]
    assert first.happenings[0].tellings == ((TEXT.rindex("took"), TEXT.rindex("took") + 4),)  # of its evidence
    assert [TEXT[slice(*span)] for span in first.happenings[0].place] == ["Tesh", "the town"]
    assert [[TEXT[slice(*span)] for span in who] for who in first.happenings[0].agents] == [["Rebels", "The rebels"]]
    assert first.happenings[1].place is None
    assert [(TEXT[slice(*one.span)], one.happening) for one in first.figures] == [
        ("killing at least 12 people", 1),
        ("200 men", None),
    ]
    assert (second.key, second.happenings, second.figures) == ("b", (), ())


def test_articles_to_measure_on_are_left_out(folder):
    assert [one.key for one in read_annotated(folder, without=["a"])] == ["b"]


@pytest.mark.parametrize(
    ("forms", "expected"),
    [
        (["IS"], [(0, 2), (10, 12)]),
        (["IS", "ISIL"], [(0, 2), (10, 12), (10, 14)]),
        (["I.S"], []),  # no pattern
        ([], []),
    ],
)
def test_words_are_found_wherever_they_stand(forms, expected):
    assert list(occurrences("IS fought ISIL", forms)) == expected
