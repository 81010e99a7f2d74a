"""Why something is in the graph."""

import pytest

from kg.errors import QueryError
from kg.model import Document
from kg.query import LocalGraph, Resolved, explain
from kg.query.passage import to_passage

BASE = "https://w3id.org/conflict-kg/data/"
RESOLVED = Resolved(
    f"{BASE}actor/green-brigade", "Green Brigade", f"{BASE}document/d1", "link.same-name", None,
    "the same name in both articles", 0.9,
)  # fmt: skip

# resource, its classes, (quote, rule) of each passage, and why it stands here
CASES = [
    ("actor/green-brigade", ("ArmedGroup",), [("Green Brigade", "actors.name")] * 2, "by its mention"),
    ("place/tesh", ("Place",), [("Tesh", "places.name")], "by its mention"),
    ("event/clash", ("ArmedClash",), [], "an event without evidence of its own"),
    ("statement/1", ("Statement",), [("we took it", "statements.said-that")], "by its evidence"),
    ("figure/3", ("Figure",), [("more than 20 soldiers died", "casualties.died")], "by its evidence"),
    ("mention/4", ("Mention",), [("Monday", "dates.weekday")], "it is its own evidence"),
    ("evidence/6", ("Evidence",), [("more than 20 soldiers died", "casualties.died")], "it is its own evidence"),
]


@pytest.mark.parametrize(("iri", "types", "passages", "why"), CASES)
def test_any_resource_leads_to_its_words_and_rules(
    iri: str, types: tuple[str, ...], passages: list[tuple[str, str]], why: str, golden: LocalGraph
) -> None:
    found = explain(BASE + iri, golden)
    assert found.iri == BASE + iri
    assert found.types == types
    assert [(passage.quote, passage.rule) for passage in found.passages] == passages, why


def test_what_a_thing_was_taken_for_is_told_with_the_reason(golden: LocalGraph) -> None:
    assert explain("actor/green-brigade", golden).resolutions == (RESOLVED,)
    assert explain("mention/2", golden).resolutions == (RESOLVED,), "by the mention of it"
    assert explain("statement/1", golden).resolutions == (RESOLVED,), "by what it is about"
    assert explain("place/tesh", golden).resolutions == ()


def test_facts_are_told_by_names(golden: LocalGraph) -> None:
    facts = explain("figure/1", golden).facts
    assert ("figureKind", "killed") in facts
    assert ("ofSide", "Northern Army") in facts
    assert ("low", "12") in facts
    assert ("approximate", "false") in facts


def test_the_end_of_an_iri_will_do_where_no_other_ends_so(golden: LocalGraph) -> None:
    assert explain("battle-of-tesh", golden).label == "Battle of Tesh"
    with pytest.raises(QueryError, match=r"any of .*affiliation/1, .*evidence/1"):
        explain("1", golden)


@pytest.mark.parametrize("iri", ["actor/nobody", "https://x.example/none", "", "a b", "x> ?p ?o } #", 'say "x"'])
def test_what_the_graph_does_not_know_is_told(iri: str, golden: LocalGraph) -> None:
    with pytest.raises(QueryError, match=r"tells nothing of|is no IRI"):
        explain(iri, golden)


def record(start: int, end: int, quote: str) -> dict[str, str | int | float | None]:
    return {
        "document": "d", "source_id": None, "title": None, "start": start, "end": end, "quote": quote,
        "rule": "casualties.died", "confidence": 0.5,
    }  # fmt: skip


TEXT = "The town fell. On Monday Gen. Ode said: “Twelve men died.” Nobody\nelse spoke. 3.5 km away all was quiet"
SENTENCES = [
    ("Twelve men", "On Monday Gen. Ode said: “[Twelve men] died.”", "a title and a quotation mark end no sentence"),
    ("The town", "[The town] fell.", "the first of the text"),
    ("else spoke", "[else spoke].", "a line is a sentence's end"),
    ("quiet", "3.5 km away all was [quiet]", "a number ends none; the last of the text"),
    ("Twelve men died.” Nobody", "On Monday Gen. Ode said: “[Twelve men died.” Nobody]", "words over two sentences"),
]


@pytest.mark.parametrize(("quote", "marked", "why"), SENTENCES)
def test_the_words_are_marked_in_their_sentence(quote: str, marked: str, why: str) -> None:
    start = TEXT.index(quote)
    found = to_passage(
        record(start, start + len(quote), quote), {"d": TEXT}, {"casualties.died": {"words": "so many died"}}
    )
    assert found.marked() == marked, why
    assert found.rule_words == "so many died"


def test_another_text_is_not_taken_for_the_article() -> None:
    found = to_passage(record(0, 3, "abc"), {"d": "xyz abc"}, {})
    assert (found.before, found.after, found.marked("<", ">")) == (None, None, "<abc>")


def test_only_the_articles_that_are_spoken_of_are_looked_at(golden: LocalGraph) -> None:
    text = "-" * 60 + "And then. more than 20 soldiers died one. More."
    articles = [Document(name, name, text, None, None, None, None, None, None, (), "") for name in ("d1", "d2")]
    assert explain("figure/3", golden, documents=articles).passages[0].marked() == "[more than 20 soldiers died] one."
    assert explain("figure/3", golden, documents=articles[:1]).passages[0].marked() == "[more than 20 soldiers died]"
