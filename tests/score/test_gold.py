"""Gold read from both formats, and refused where it can't be used; the articles are our own."""

import json
from pathlib import Path
from typing import Any

import pytest
from made_answers import made_gold, write_gold, write_lines

from kg.errors import InputError
from kg.model import Span
from kg.score import cut, read_gold

TEXT = "The Greens shelled Tesh on Monday. “Two died,” Mara Ode of the Greens said."
READ: dict[str, list[dict[str, Any]]] = {
    "actors": [
        {"id": "a1", "name": "Green Brigade", "type": "ArmedGroup", "forms": ["The Greens", "the Greens"]},
        {"id": "a2", "name": "Mara Ode", "type": "Person", "forms": ["Mara Ode"]},
    ],
    "affiliations": [{"person": "a2", "org": "a1", "role": None, "evidence": "Mara Ode of the Greens"}],
    "places": [{"id": "p1", "name": "Tesh", "kind": "settlement", "forms": ["Tesh"], "lat": 12.5, "lon": 30}],
    "events": [
        {
            "id": "e1", "kind": "shelling", "status": "happened", "trigger": "shelled", "place": "p1", "agents": ["a1"],
            "date_earliest": "2021-05-03", "date_latest": "2021-05-03", "evidence": "The Greens shelled Tesh on Monday",
        }
    ],
    "statements": [
        {"id": "s1", "speaker": "a2", "speaker_text": "Mara Ode", "mode": "direct", "content": "Two died",
         "cue": "said", "stance": "asserts", "about": ["e1"]}
    ],
    "figures": [
        {"id": "f1", "kind": "killed", "low": 2, "high": 2, "event": "e1", "said_by": "s1", "evidence": "Two died"}
    ],
}  # fmt: skip


def test_a_folder_of_articles_annotated_whole(tmp_path: Path) -> None:
    row = {"text": TEXT, "title": "Tesh shelled", "published": "2021-05-04"}
    gold = made_gold(tmp_path, {"b": row, "a": TEXT}, {"b": READ, "a": {}}, incidents=[[("b", "e1")]])
    empty, full = gold.articles  # sorted by id
    assert (gold.name, empty.id, full.id) == ("gold", "a", "b")
    assert full.row == {"id": "b", **row}
    assert gold.incidents == (frozenset({("b", "e1")}),)
    whole = full.whole
    assert whole is not None
    assert whole.actors[0].names == {"green brigade", "greens"}
    assert whole.affiliations[0].evidence == (Span(47, 69),)
    assert (whole.places[0].lat, whole.places[0].lon) == (12.5, 30)
    assert (whole.events[0].trigger, whole.events[0].evidence) == ((Span(11, 18),), (Span(0, 33),))
    assert whole.statements[0].spans == whole.figures[0].evidence == (Span(36, 44),)
    assert (whole.actor("a2"), whole.place("p1")) == (whole.actors[1], whole.places[0])
    assert whole.actor(None) is whole.place("p9") is None


def test_nothing_written_down_is_an_annotation_too(tmp_path: Path) -> None:
    (article,) = made_gold(tmp_path, {"a": TEXT}, {"a": {}}).articles
    assert article.whole is not None
    assert article.whole.statements == ()


def test_a_text_may_stand_in_a_file_of_its_own(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text(json.dumps({"text": TEXT}), "utf-8")
    (tmp_path / "gold-a.json").write_text(json.dumps(READ), "utf-8")
    (article,) = read_gold(tmp_path).articles
    assert (article.id, article.text) == ("a", TEXT)


def test_articles_without_a_gold_file_are_left_out(tmp_path: Path) -> None:
    gold = made_gold(tmp_path, {"a": TEXT, "unread": TEXT}, {"a": READ})
    assert [article.id for article in gold.articles] == ["a"]
    assert gold.incidents is None  # the gold does not say


def test_words_of_the_title_alone_stand_nowhere_in_the_text(tmp_path: Path) -> None:
    read = {"events": [{"id": "e1", "kind": "siege", "trigger": "besieged", "evidence": "Tesh besieged"}]}
    gold = made_gold(tmp_path, {"a": {"text": TEXT, "title": "Tesh besieged"}}, {"a": read})
    whole = gold.articles[0].whole
    assert whole is not None
    assert whole.events[0].trigger == whole.events[0].evidence == ()


def test_an_article_a_line(tmp_path: Path) -> None:
    path = tmp_path / "layers.jsonl"
    places = [{"start": 19, "end": 23, "name": "Tesh"}]
    write_lines(path, [{"id": 2, "text": TEXT, "title": "T", "places": places}, {"id": "1", "text": "x"}])
    path.write_text("\ufeff" + path.read_text("utf-8") + "\n", "utf-8")  # as some editors write it
    one, two = read_gold(path).articles
    assert (one.id, two.id) == ("1", "2")
    assert (two.row, two.layers, two.whole) == ({"id": "2", "text": TEXT, "title": "T"}, {"places": places}, None)


def test_cut_leaves_some_articles(tmp_path: Path) -> None:
    gold = made_gold(tmp_path, {"a": TEXT, "b": TEXT}, {"a": READ, "b": READ}, incidents=[[("a", "e1"), ("b", "e1")]])
    left = cut(gold, frozenset({"b"}))
    assert [article.id for article in left.articles] == ["b"]
    assert left.incidents == (frozenset({("b", "e1")}),)


def changed(table: str, **fields: Any) -> dict[str, Any]:
    """What the reader wrote, with other values in the first row of a table."""
    first, *others = READ[table]
    return {**READ, table: [{**first, **fields}, *others]}


@pytest.mark.parametrize(
    ("read", "told"),
    [
        ({"actors": 5}, "actors is not a list"),
        ({"actors": ["a1"]}, "actors is not a list"),
        ({"actors": [{"name": "Ode", "type": "Person"}]}, "actors: a row has no id"),
        (changed("actors", id="a2"), "actors: the id a2 stands there more than once"),
        (changed("actors", name=None), "actors a1: it has no name"),
        (changed("actors", type="Militia"), "actors a1: type is 'Militia'; there are Person"),
        (changed("actors", forms="the Greens"), "actors a1: forms is not a list"),
        (changed("actors", forms=["the Blues"]), "actors a1: forms 'the Blues' does not stand in the article"),
        (changed("affiliations", org="a9"), "affiliations 1: org points to 'a9'"),
        (changed("places", lat="12.5"), "places p1: lat is '12.5', not a number"),
        (changed("events", kind="bomb"), "events e1: kind is 'bomb'"),
        (changed("events", trigger="bombed"), "events e1: trigger 'bombed' does not stand"),
        (changed("events", evidence=None), "events e1: it has no evidence"),
        (changed("events", date_latest="May 3"), "events e1: date_latest is 'May 3', not a day"),
        (changed("events", date_latest="20210503"), "events e1: date_latest is '20210503', not a day"),
        (changed("events", agents=["a1", "a9"]), "events e1: agents points to 'a9'"),
        (changed("events", place="a1"), "events e1: place points to 'a1'"),
        (changed("statements", content="Three died"), "statements s1: content 'Three died' does not stand"),
        (changed("statements", content=""), "statements s1: content '' does not stand"),
        (changed("statements", stance=None), "statements s1: it has no stance"),
        (changed("statements", about=["e2"]), "statements s1: about points to 'e2'"),
        (changed("figures", low="2"), "figures f1: low is '2', not a number"),
        (changed("figures", low=True), "figures f1: low is True, not a number"),
        (changed("figures", said_by="a2"), "figures f1: said_by points to 'a2'"),
    ],
)
def test_what_can_not_be_used_is_refused_with_its_row(tmp_path: Path, read: dict[str, Any], told: str) -> None:
    folder = write_gold(tmp_path, {"a": TEXT}, {"a": {}})
    (folder / "gold-a.json").write_text(json.dumps(read), "utf-8")
    with pytest.raises(InputError) as refused:
        read_gold(folder)
    assert str(folder / "gold-a.json") in str(refused.value)
    assert told in str(refused.value)


def test_a_fault_may_pass_and_the_rest_of_the_row_is_used(tmp_path: Path) -> None:
    folder = write_gold(
        tmp_path, {"a": TEXT}, {"a": changed("events", agents=["a1", "a9"], place="p9", trigger="bombed")}
    )
    faults: list[str] = []
    (event,) = read_gold(folder, on_fault=lambda error: faults.append(str(error))).articles[0].whole.events  # type: ignore[union-attr] # it is whole
    assert (event.agents, event.place, event.trigger) == (("a1",), None, ())
    assert [fault.partition(": ")[2] for fault in faults] == [
        "trigger 'bombed' does not stand in the article",
        "place points to 'p9', which is not there",
        "agents points to 'a9', which is not there",
    ]


def test_an_article_that_can_not_be_used_is_told_and_left_out(tmp_path: Path) -> None:
    read = {"a": READ, "b": changed("events", evidence=None)}
    folder = write_gold(tmp_path, {"a": TEXT, "b": TEXT}, read)
    faults: list[str] = []
    gold = read_gold(folder, on_fault=lambda error: faults.append(str(error)))
    assert [article.id for article in gold.articles] == ["a"]
    assert faults == [f"left out {folder / 'gold-b.json'}, events e1: it has no evidence"]


def test_no_article_that_can_be_used(tmp_path: Path) -> None:
    folder = write_gold(tmp_path, {"a": TEXT}, {"a": changed("events", evidence=None)})
    with pytest.raises(InputError, match="no article can be used"):
        read_gold(folder, on_fault=lambda _: None)


@pytest.mark.parametrize(
    ("name", "written", "told"),
    [
        ("articles.jsonl", '{"id": "a"}', "articles.jsonl, line 1: not an object with id and text"),
        ("articles.jsonl", "{", "articles.jsonl, line 1: no JSON"),
        ("articles.jsonl", '{"id": 1, "text": "x"}\n{"id": "1", "text": "y"}', "the id 1 stands there more than once"),
        ("gold-a.json", "{", "gold-a.json: can't be read"),
        ("gold-a.json", "[]", "gold-a.json: not an object"),
        ("gold-b.json", "{}", "gold-b.json has no text"),
        ("gold-a.json", '{"id": "b"}', "gold-a.json: its id is 'b'"),
        ("incidents.json", '[{"members": ["a"]}]', "incidents.json: not a list"),
        ("incidents.json", '[{"members": [{"doc": "a", "event": "e9"}]}]', "incidents.json: there is no event a e9"),
    ],
)
def test_a_folder_that_can_not_be_used(tmp_path: Path, name: str, written: str, told: str) -> None:
    folder = write_gold(tmp_path, {"a": TEXT}, {"a": READ})
    (folder / name).write_text(written, "utf-8")
    with pytest.raises(InputError) as refused:
        read_gold(folder)
    assert told in str(refused.value)


def test_a_text_file_without_text(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text("[]", "utf-8")
    (tmp_path / "gold-a.json").write_text("{}", "utf-8")
    with pytest.raises(InputError, match="no text in it"):
        read_gold(tmp_path)


@pytest.mark.parametrize("written", ["", "\n", '{"id": "a", "text": null}', '{"id": "a", "text": "x"}\n' * 2, "\x80"])
def test_a_file_of_lines_that_can_not_be_used(tmp_path: Path, written: str) -> None:
    path = tmp_path / "layers.jsonl"
    path.write_bytes(written.encode("latin-1"))
    with pytest.raises(InputError, match=r"layers\.jsonl"):
        read_gold(path)


def test_what_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="can't be read"):
        read_gold(tmp_path / "nowhere.jsonl")
    with pytest.raises(InputError, match=r"no gold-<id>\.json"):
        read_gold(tmp_path)
