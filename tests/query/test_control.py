"""Who held a place on which day, by what is told of its captures and of those who left it."""

from pathlib import Path

import pytest

from kg.query import LocalGraph, ask

GRAPH = """
@prefix : <https://w3id.org/conflict-kg/data/> .
@prefix kg: <https://w3id.org/conflict-kg/ontology#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
:happened skos:notation "happened" .
:tesh rdfs:label "Tesh" . :goma rdfs:label "Goma" .
:greens rdfs:label "Greens" . :reds rdfs:label "Reds" . :army rdfs:label "Army" .
:first a kg:CaptureOfPlace ; kg:place :tesh ; kg:status :happened ; kg:agent :greens ; kg:target :army ;
  kg:earliest "2021-05-01"^^xsd:date ; kg:latest "2021-05-03"^^xsd:date .
:second a kg:CaptureOfPlace ; kg:place :tesh ; kg:status :happened ; kg:agent :reds ;
  kg:earliest "2021-06-01"^^xsd:date ; kg:latest "2021-06-02"^^xsd:date .
:elsewhere a kg:CaptureOfPlace ; kg:place :goma ; kg:status :happened ; kg:agent :greens ;
  kg:latest "2021-05-20"^^xsd:date .
:left a kg:Retreat ; kg:place :goma ; kg:status :happened ; kg:agent :greens ; kg:earliest "2021-05-25"^^xsd:date .
:wide rdfs:label "Wide province" ; kg:precision 4 .
:village a kg:CaptureOfPlace ; kg:place :wide ; kg:status :happened ; kg:agent :reds .
:undated a kg:CaptureOfPlace ; kg:place :goma ; kg:status :happened ; kg:agent :army .
"""


@pytest.fixture(scope="module")
def rows(tmp_path_factory: pytest.TempPathFactory) -> list[dict[str, object]]:
    path = Path(tmp_path_factory.mktemp("control")) / "graph.ttl"
    path.write_text(GRAPH)
    return ask("control", LocalGraph(path)).records()


CASES = [
    ("Tesh", "Greens", "2021-05-03", "2021-06-01", "from the last day of taking it to the first of losing it"),
    ("Tesh", "Reds", "2021-06-02", None, "nobody took it from them"),
    ("Tesh", "Army", None, "2021-05-01", "who lost it held it before"),
    ("Goma", "Greens", "2021-05-20", "2021-05-25", "until they left; what was taken elsewhere ends nothing"),
    ("Goma", "Army", None, None, "taken, nobody says when"),
]


@pytest.mark.parametrize(("place", "holder", "since", "until", "why"), CASES, ids=[case[-1] for case in CASES])
def test_a_place_is_held_until_it_is_lost(rows, place, holder, since, until, why):
    found = [(row["since"], row["until"]) for row in rows if (row["place_name"], row["holder_name"]) == (place, holder)]
    assert found == [(since, until)], why


def test_nobody_else_is_told_to_have_held_a_place(rows):
    assert len(rows) == len(CASES)
