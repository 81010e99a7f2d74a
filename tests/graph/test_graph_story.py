"""The golden story as quads: what is there, where it stands, and what must not be there."""

from dataclasses import replace

import pyoxigraph
import pytest
from golden_story import BASE, FIRST, READING, RULE, SECOND_READING, WORLD, golden_lines, golden_quads

from kg.errors import InputError
from kg.graph import BuildInfo, Links, Quad, dataset_quads, links, notation_quads, reading_quads, world_quads
from kg.graph.concepts import CLOSED_LISTS, concept_term
from kg.model import Mode, PartyType, World
from kg.vocab import DCTERMS, GEO, KG, OA, ORG, PROV, RDF, RDFS, SCHEMA, SKOS, concept

D1 = f"<{BASE}document/d1>"


def kg(path: str) -> str:
    return f"<{BASE}{path}>"


def told(quads: list[Quad], predicate: str, subject: str | None = None) -> list[str]:
    return sorted(o for s, p, o, _ in quads if p == f"<{predicate}>" and subject in (None, s))


def nodes(quads: list[Quad], class_: str) -> list[str]:
    return sorted({s for s, p, o, _ in quads if p == f"<{RDF.type}>" and o == f"<{class_}>"})


@pytest.fixture(scope="module")
def quads() -> list[Quad]:
    return golden_quads()


def test_the_lines_are_n_quads() -> None:
    lines = golden_lines()
    assert len(list(pyoxigraph.parse("".join(lines), format=pyoxigraph.RdfFormat.N_QUADS))) == len(lines)


def test_there_is_no_blank_node(quads: list[Quad]) -> None:
    assert not [quad for quad in quads if any(term.startswith("_:") for term in quad)]


def test_the_same_input_gives_the_same_quads() -> None:
    assert golden_quads() == golden_quads()


def test_a_reading_stands_in_the_graph_of_its_article() -> None:
    assert {quad[3] for quad in reading_quads(READING, links(WORLD)["d1"], base=BASE)} == {D1}


def test_things_stand_in_the_default_graph() -> None:
    assert {quad[3] for quad in world_quads(WORLD, base=BASE)} == {""}


def test_a_document(quads: list[Quad]) -> None:
    assert told(quads, DCTERMS.identifier, D1) == ['"d1.txt"']
    assert told(quads, SCHEMA.datePublished, D1) == ['"2021-05-13"^^<http://www.w3.org/2001/XMLSchema#date>']
    assert told(quads, KG.copyOf) == [D1], "the second is a copy, the first is not a copy of itself"


def test_every_selector_quotes_its_place(quads: list[Quad]) -> None:
    selector = f"<{BASE}document/d1/chars/{FIRST.index('bombed')}-{FIRST.index('bombed') + 6}>"
    assert told(quads, OA.exact, selector) == ['"bombed"']


def test_a_denied_event_has_no_class_of_happening(quads: list[Quad]) -> None:
    classes = told(quads, RDF.type, kg("event/denied-bombing"))
    assert classes == [f"<{KG.Eventuality}>", f"<{KG.UnrealizedEvent}>"]
    assert nodes(quads, KG.Bombing) == []


def test_a_battle_and_its_part(quads: list[Quad]) -> None:
    assert nodes(quads, KG.Battle) == [kg("event/battle-of-tal-amara")]
    assert told(quads, KG.partOf) == [kg("event/battle-of-tal-amara")]
    assert told(quads, KG.agent, kg("event/assault-tal-amara")) == [kg("actor/northern-front")]
    assert told(quads, KG.target, kg("event/assault-tal-amara")) == [kg("actor/army")]


def test_parts_lead_to_their_words_in_each_article(quads: list[Quad]) -> None:
    part = next(
        node for node in nodes(quads, KG.Participation)
        if told(quads, KG.participant, node) == [kg("actor/northern-front")]
    )  # fmt: skip
    graphs = {g for s, p, _, g in quads if s == part and p == f"<{KG.evidence}>"}
    assert graphs == {D1, f"<{BASE}document/d2>"}


def test_a_part_without_words_of_its_own_leads_to_the_report(quads: list[Quad]) -> None:
    # the army's part in the battle comes from the assault: the battle's own report names nobody
    (part,) = told(quads, KG.participation, kg("event/battle-of-tal-amara"))
    (evidence,) = told(quads, KG.evidence, part)
    (selector,) = told(quads, OA.hasSelector, evidence)
    assert told(quads, OA.exact, selector) == ['"The battle for Tal Amara began last week."']


def test_a_place(quads: list[Quad]) -> None:
    town = kg("place/tal-amara")
    assert told(quads, GEO.asWKT) == [f'"POINT(-40.25000 34.50000)"^^<{GEO.wktLiteral}>'], "longitude first"
    assert told(quads, KG.within, town) == [kg("place/narnia")]
    assert told(quads, SKOS.exactMatch, town) == ["<https://sws.geonames.org/78/>"]
    assert told(quads, KG.latitude, kg("place/narnia")) == [], "no coordinates, no geometry"


def test_a_statement_in_two_pieces(quads: list[Quad]) -> None:
    content = '"We hold the town, … and we will stay."'
    (statement,) = {s for s, p, o, _ in quads if p == f"<{KG.content}>" and o == content}
    assert len(told(quads, KG.contentSelector, statement)) == 2
    assert told(quads, KG.speaker, statement) == [kg("actor/haddad")]
    assert told(quads, KG.about, statement) == [kg("actor/army"), kg("event/battle-of-tal-amara")]
    assert told(quads, KG.medium, statement) == [f"<{concept('medium', 'statement')}>"]


def test_a_statement_by_nobody_named(quads: list[Quad]) -> None:
    spoken = {s for s, p, _, _ in quads if p == f"<{KG.speaker}>"}
    (hearsay,) = set(nodes(quads, KG.Statement)) - spoken
    assert told(quads, KG.anonymous, hearsay)[0].startswith('"true"')
    assert told(quads, KG.saidBy) == [hearsay], "the figure is the officer's"


def test_a_figure_open_above(quads: list[Quad]) -> None:
    assert told(quads, KG.low)[0].startswith('"4"')
    assert told(quads, KG.high) == []
    assert told(quads, KG.party) == ['"soldiers"']


def test_affiliation_and_tie(quads: list[Quad]) -> None:
    assert told(quads, ORG.member) == [kg("actor/haddad")]
    assert told(quads, KG.roleName) == ['"spokesman"']
    assert told(quads, KG.tieObject) == [kg("actor/army")]


def test_resolutions_say_why(quads: list[Quad]) -> None:
    assert told(quads, KG.resolves) == [kg("event/assault-tal-amara"), kg("place/tal-amara")]
    assert set(told(quads, KG.reason)) == {'"the same name, spelled alike"'}


def test_what_became_no_thing_is_not_told() -> None:
    quads = list(reading_quads(READING, Links(), base=BASE))
    for class_ in (KG.Report, KG.Affiliation, KG.Tie, KG.Resolution):
        assert nodes(quads, class_) == []
    assert len(nodes(quads, KG.Statement)) == 2, "what was said is told even so"
    assert told(quads, KG.refersTo) == []


def test_a_tie_of_an_actor_to_itself_is_not_told() -> None:
    one = Links(referents={0: ("actor", "army"), 1: ("actor", "army")})
    assert nodes(list(reading_quads(READING, one, base=BASE)), KG.Tie) == []


def test_a_place_is_no_actor() -> None:
    wrong = Links(referents={3: ("place", "haddad")})
    assert told(list(reading_quads(READING, wrong, base=BASE)), KG.speaker) == []


def test_a_rule_that_is_not_declared_is_an_error() -> None:
    mention = replace(READING.mentions[0], rule="nobody.declared-this")
    with pytest.raises(InputError, match=r"nobody\.declared-this"):
        list(reading_quads(replace(READING, mentions=(mention,)), Links(), base=BASE))


@pytest.mark.parametrize("base", ["nonsense", "https://example.org/a b/"])
def test_a_wrong_base_is_refused(base: str) -> None:
    with pytest.raises(InputError):
        list(world_quads(WORLD, base=base))
    with pytest.raises(InputError):
        list(reading_quads(READING, Links(), base=base))
    with pytest.raises(InputError):
        list(dataset_quads(BuildInfo("1", "m", ()), base=base))


def test_links_know_every_document() -> None:
    found = links(World((), (), (), (("d1", "d1"), ("d2", "d1"))))
    assert (found["d1"].copy_of, found["d2"].copy_of) == (None, "d1")


def test_links_of_an_article_are_its_own() -> None:
    found = links(WORLD)
    assert found["d2"].referents == {0: ("actor", "northern-front"), 1: ("place", "tal-amara")}
    assert found["d2"].events == {0: "assault-tal-amara"}
    assert [(key, part.actor) for key, part in found["d2"].parts[0]] == [("assault-tal-amara", "northern-front")]


def test_the_clock_stands_still_unless_asked() -> None:
    quads = list(dataset_quads(BuildInfo("1.0", "m", ("b", "a", "a")), base=BASE))
    assert told(quads, PROV.endedAtTime) == told(quads, DCTERMS.created) == []
    assert told(quads, PROV.used) == [kg("document/a"), kg("document/b")]


def test_concepts_spelt_alike_are_different() -> None:
    # members of a StrEnum are equal to any string spelt alike: a cache must not mix them up
    assert concept_term(Mode.MIXED) == f"<{concept('mode', 'mixed')}>"
    assert concept_term(PartyType.MIXED) == f"<{concept('party-type', 'mixed')}>"


def test_every_member_of_a_closed_list_has_its_notation() -> None:
    quads = list(notation_quads())
    assert len(told(quads, SKOS.notation)) == sum(len(closed_list) for closed_list in CLOSED_LISTS)
    assert len(nodes(quads, SKOS.Concept)) == sum(len(closed_list) for closed_list in CLOSED_LISTS)


def test_a_copy_tells_what_it_says(quads: list[Quad]) -> None:
    assert len(told(quads, KG.reports)) == 4
    assert SECOND_READING.events[0].rule == RULE
    assert told(quads, RDFS.label, kg("actor/army")) == ['"army"']
