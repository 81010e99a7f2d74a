"""Answers: cells, order, and the ways to write them."""

import csv
import io
import json
import subprocess
import sys

import pytest
import rdflib

from kg.errors import QueryError
from kg.query import Answer, Cell, LocalGraph, ask, question, questions, to_csv, to_json, to_table
from kg.query.cells import XSD, literal_cell
from kg.query.tidy import tidy, tidy_question
from kg.query.words import query_verb, query_words, without_comments

ANSWER = Answer(("name", "number", "true", "none"), (("Zûr, the\n“hill”", 3, True, None), ("", 0.5, False, None)))


def test_json_has_the_columns_as_keys_and_null_where_unbound() -> None:
    assert json.loads(to_json(ANSWER)) == [
        {"name": "Zûr, the\n“hill”", "number": 3, "true": True, "none": None},
        {"name": "", "number": 0.5, "true": False, "none": None},
    ]
    assert json.loads(to_json(Answer(("name",), ()))) == []


def test_csv_has_a_header_and_reads_back() -> None:
    assert list(csv.reader(io.StringIO(to_csv(ANSWER)))) == [
        ["name", "number", "true", "none"],
        ["Zûr, the\n“hill”", "3", "true", ""],
        ["", "0.5", "false", ""],
    ]


def test_a_table_holds_plain_strings() -> None:
    assert to_table(ANSWER) == [("Zûr, the\n“hill”", "3", "true", ""), ("", "0.5", "false", "")]


CELLS: list[tuple[str, str | None, Cell, str]] = [
    ("12", XSD + "integer", 12, "a whole number"),
    ("-7", XSD + "int", -7, "one below nothing"),
    ("12", XSD + "nonNegativeInteger", 12, "an offset"),
    ("34.5", XSD + "decimal", 34.5, "degrees"),
    ("true", XSD + "boolean", True, "a truth"),
    ("0", XSD + "boolean", False, "the other way to write it"),
    ("12", None, "12", "a word that looks like a number"),
    ("2019-03-13", XSD + "date", "2019-03-13", "a day stays text"),
    ("dozens", XSD + "integer", "dozens", "ill-typed: the text stays"),
    ("", XSD + "integer", "", "ill-typed: nothing there"),
    ("INF", XSD + "double", "INF", "JSON has no word for it"),
    ("much", XSD + "decimal", "much", "ill-typed"),
]


@pytest.mark.parametrize(("value", "datatype", "cell", "why"), CELLS)
def test_literals_become_what_they_mean(value: str, datatype: str | None, cell: Cell, why: str) -> None:
    found = literal_cell(value, datatype)
    assert (found, type(found)) == (cell, type(cell)), why


JOINED = (
    'SELECT ?a ?b ?c WHERE { { SELECT ?a (GROUP_CONCAT(?x; SEPARATOR=" | ") AS ?b) '
    '(group_concat(?y ; separator = ";") as ?c) WHERE { ?a ?x ?y } GROUP BY ?a } }'
)


def test_joined_cells_are_sorted_and_others_left_alone() -> None:
    row = ("z | a", "z | a | b | a", "100-110;9-12")
    assert tidy(Answer(("a", "b", "c"), (row,)), JOINED).rows == (("z | a", "a | b | z", "9-12;100-110"),)


def test_nothing_joined_is_nothing() -> None:
    assert tidy(Answer(("a", "b", "c"), (("x", "", None),)), JOINED).rows == (("x", None, None),)


def test_rows_keep_the_order_that_a_query_asks_for_else_they_are_sorted() -> None:
    answer = Answer(("n",), ((3,), (10,), (None,), (2,)))
    assert tidy(answer, "SELECT ?n WHERE { } ORDER BY DESC(?n)").rows == answer.rows
    plain = 'SELECT ?n WHERE { ?n ?p "ORDER BY" } # ORDER BY ?n'
    assert tidy(answer, plain).rows == ((2,), (3,), (10,), (None,))


def test_a_question_sorts_by_its_keys_then_by_all_columns() -> None:
    answer = Answer(("n", "a"), ((1, "b"), (2, "z"), (1, "a"), (2, None), (2, "z")))
    query = "SELECT ?n ?a WHERE { } ORDER BY DESC(?n)\n"
    assert tidy_question(answer, query).rows == ((2, "z"), (2, None), (1, "a"), (1, "b"))


def test_truths_that_came_as_numbers_are_truths() -> None:
    assert tidy_question(Answer(("anonymous",), ((1,), (0,), (None,))), "SELECT").rows == ((False,), (True,), (None,))


WORDS = [
    ("# GRAPH\nSELECT ?x WHERE { }", "SELECT", "a comment"),
    ("PREFIX a: <https://x.example/#GRAPH>\nASK { }", "ASK", "an IRI with a hash"),
    ('BASE <https://x.example/>\nCONSTRUCT WHERE { ?s ?p "GRAPH # no comment" }', "CONSTRUCT", "a string"),
    ("PREFIX : <urn:x>prefix b: <urn:y> describe <urn:z>", "DESCRIBE", "no line breaks, lower case"),
    ("", "", "nothing"),
]


@pytest.mark.parametrize(("query", "verb", "why"), WORDS)
def test_words_of_a_query_are_its_own(query: str, verb: str, why: str) -> None:
    assert query_verb(query) == verb, why
    assert "GRAPH" not in query_words(query), why


def test_comments_go_and_hashes_in_strings_and_iris_stay() -> None:
    assert without_comments('# one\nASK { <urn:a#b> ?p "#c" } # two') == '\nASK { <urn:a#b> ?p "#c" } '


def test_an_unknown_question_names_the_likely_one() -> None:
    with pytest.raises(QueryError, match="there is no question 'battle'; did you mean battles"):
        question("battle")


@pytest.mark.parametrize("name", questions())
def test_rdflib_gives_the_same_answers(name: str, golden: LocalGraph) -> None:
    graph = rdflib.Graph()
    graph.parse(data="".join(f"{q.subject} {q.predicate} {q.object} .\n" for q in golden.union), format="nt")
    found = graph.query(question(name))
    rows = tuple(tuple(_cell(term) for term in row) for row in found)  # type: ignore[union-attr] # rows, as of each SELECT
    columns = tuple(str(variable) for variable in found.vars or ())
    assert tidy_question(Answer(columns, rows), question(name)) == ask(name, golden)


def _cell(term: object) -> Cell:
    if isinstance(term, rdflib.Literal):
        return literal_cell(str(term), str(term.datatype) if term.datatype else None)
    return None if term is None else str(term)


def test_importing_waits_for_no_engine() -> None:
    code = "import sys, kg.query, kg.publish; print({'pyoxigraph', 'rdflib', 'SPARQLWrapper'} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"
