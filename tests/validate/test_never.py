"""Each query for what must never be finds a graph that is broken so, and nothing in the golden one."""

from pathlib import Path

import pytest
from golden_story import BASE

from kg.graph.files import open_store
from kg.validate import check_never
from kg.validate.never import read_never
from kg.vocab import KG, OA, RDF, SKOS, concept

TYPE, SAME = f"<{RDF.type}>", f"<{SKOS.exactMatch}>"


def node(path: str) -> str:
    return f"<{BASE}{path}>"


def kg(name: str) -> str:
    return f"<{KG.terms()[name]}>"


A, B = node("event/assault-tal-amara"), node("event/battle-of-tal-amara")
D1, D2 = node("document/d1"), node("document/d2")
TOWN, ARMY = node("place/tal-amara"), node("actor/army")
NEW = node("new")
ONE, TWO = ('"1"^^<http://www.w3.org/2001/XMLSchema#integer>', '"2"^^<http://www.w3.org/2001/XMLSchema#integer>')
STATUS = f"<{concept('status', 'happened')}>"

BROKEN: dict[str, tuple[list[str], list[str], str]] = {
    "against-itself": ([], [f"{A} {kg('participation')} {NEW}", f"{NEW} {kg('participant')} {ARMY}",
                            f"{NEW} {kg('sideNumber')} {ONE}"], A),
    "agent-without-part": ([], [f"{B} {kg('agent')} {node('actor/haddad')}"], B),
    "blank-node": ([], [f"_:x {kg('weapon')} \"knife\""], "_:"),
    "copy-of-a-copy": ([], [f"{node('document/d3')} {kg('copyOf')} {D2}"], node("document/d3")),
    "denied-happening": ([], [f"{node('event/denied-bombing')} {TYPE} {kg('Bombing')}"], node("event/denied-bombing")),
    "event-of-another-article": ([], [f"{NEW} {TYPE} {kg('Figure')}", f"{NEW} {kg('inDocument')} {D2}",
                                      f"{NEW} {kg('ofEvent')} {B}"], NEW),
    "idle-evidence": ([], [f"{NEW} {TYPE} {kg('Evidence')}"], NEW),
    "one-identity-twice": ([], [f"{ARMY} {SAME} <http://www.wikidata.org/entity/Q1>"], ARMY),
    "part-of-itself": ([], [f"{B} {kg('partOf')} {A}"], A),
    "part-without-agent": ([f"{A} {kg('target')} "], [], node("participation/")),
    "said-in-another-article": ([], [f"{NEW} {kg('saidBy')} {node('s')}", f"{NEW} {kg('inDocument')} {D2}",
                                     f"{node('s')} {kg('inDocument')} {D1}"], NEW),
    "selector-of-two-articles": ([], [f"{NEW} <{OA.hasSelector}> {node('document/d1/chars/0-3')}",
                                      f"{node('b')} <{OA.hasSelector}> {node('document/d1/chars/0-3')}",
                                      f"{NEW} <{OA.hasSource}> {D1}", f"{node('b')} <{OA.hasSource}> {D2}"],
                                 node("document/d1/chars/0-3")),
    "status-nobody-reports": ([f"<{BASE}report/", kg("status"), STATUS], [], A),
    "two-natures": ([], [f"{TOWN} {TYPE} {kg('Actor')}"], TOWN),
    "within-itself": ([], [f"{node('place/narnia')} {kg('within')} {TOWN}"], TOWN),
    "words-of-another-article": ([], [f"{NEW} {kg('inDocument')} {D2}", f"{NEW} {kg('evidence')} {node('e')}",
                                      f"{node('e')} <{OA.hasSource}> {D1}"], NEW),
}  # fmt: skip


def test_the_golden_graph_passes(golden: Path) -> None:
    assert check_never(open_store(golden)).conforms


def test_each_query_has_a_broken_graph() -> None:
    assert sorted(BROKEN) == list(read_never())


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_graph_is_reported(name: str, broken) -> None:  # type: ignore[no-untyped-def]
    without, adding, expected = BROKEN[name]
    violations = check_never(open_store(broken(without, adding))).violations
    found = [violation for violation in violations if violation.check == name]
    assert any(violation.node.startswith(expected.strip("<>")) for violation in found)


@pytest.mark.parametrize("name", read_never())
def test_a_query_says_what_must_never_be(name: str) -> None:
    first = read_never()[name].splitlines()[0]
    assert first.startswith("# ")
    assert "never" in first or "Nothing is ever" in first
