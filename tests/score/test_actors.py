"""Actors scored by hand-made answers; the figures are worked out beside them."""

from pathlib import Path
from typing import Any

import pytest
from made_answers import made_answers, made_gold, mention, no_answers

from kg.score import Gold, Report, score
from kg.score.actors import is_proper, same_role
from kg.score.sheet import Fault

TEXT = "The Red Army shelled Ayn. The army said so, Omar Haddad of the Red Army told the BBC. Two boys fled."
READ = [
    {"id": "a1", "name": "Red Army", "type": "Military", "forms": ["The Red Army", "Red Army", "The army"]},
    {"id": "a2", "name": "Omar Haddad", "type": "Person", "forms": ["Omar Haddad"]},
    {"id": "a3", "name": "BBC", "type": "MediaOrganization", "forms": ["BBC"]},
    {"id": "a4", "name": "boys of Ayn", "type": "Civilians", "forms": ["Two boys"]},
]
# the boys are found by where they stand, with another type; the town is taken for a government; the BBC is missed
ACTORS = [
    {"actor": "x1", "name": "Red Army", "type": "Military"},
    {"actor": "x2", "name": "Omar Haddad", "type": "Person"},
    {"actor": "x3", "name": "youths", "type": "Group"},
    {"actor": "x4", "name": "Ayn", "type": "Government"},
    {"actor": "x5", "name": "Green Army", "type": "Military"},  # of other articles
]
MENTIONS = [
    mention(TEXT, "Red Army", iri="x1"),
    mention(TEXT, "Ayn", iri="x4"),
    mention(TEXT, "The army", iri="x1"),
    mention(TEXT, "Omar Haddad", "Person", iri="x2"),
    mention(TEXT, "Red Army", iri="x1", turn=2),
    mention(TEXT, "boys", "Group", iri="x3"),
]


@pytest.fixture
def gold(tmp_path: Path) -> Gold:
    return made_gold(tmp_path, {"a": TEXT}, {"a": {"actors": READ}})


def _figures(report: Report, measure: str, cls: str = "all") -> tuple[float, float, float, float]:
    row = report.row("actors", measure, cls)
    assert row is not None
    return row.right_told, row.told, row.right_gold, row.gold


def _faults(report: Report, measure: str, fault: Fault) -> list[str]:
    return [each.expected or each.told for _, each in report.cases() if (each.measure, each.fault) == (measure, fault)]


def test_actors_found_missed_and_invented(gold: Gold) -> None:
    report = score(gold, made_answers(actors=ACTORS, mentions=MENTIONS), layers=["actors"])
    # right: the army, Omar, the boys; told: those and Ayn
    assert _figures(report, "actors") == (3, 4, 3, 4)
    assert _figures(report, "actors", "Military") == (1, 1, 1, 1)
    assert _figures(report, "actors", "Government") == (0, 1, 0, 0)
    # with a proper name: Red Army, Omar Haddad, BBC; told: Red Army, Omar Haddad, Ayn
    assert _figures(report, "named actors") == (2, 3, 2, 3)
    # the type of the boys is wrong
    assert _figures(report, "actors + type") == (2, 4, 2, 4)
    assert _faults(report, "actors", Fault.MISSED) == ["BBC (MediaOrganization)"]
    assert _faults(report, "actors", Fault.INVENTED) == ["Ayn (Government)"]
    assert _faults(report, "actors + type", Fault.WRONG) == ["boys of Ayn (Civilians)"]


def test_one_node_for_all_places_of_an_actor(gold: Gold) -> None:
    report = score(gold, made_answers(actors=ACTORS, mentions=MENTIONS), layers=["actors"])
    # places: The Red Army, The army, Red Army; Omar Haddad; BBC; Two boys. All but the BBC are found, in right groups
    assert _figures(report, "one node") == (5, 5, 5, 6)
    assert _faults(report, "one node", Fault.MISSED) == ["BBC (BBC)"]


def test_one_node_split(gold: Gold) -> None:
    moved = [{**row, "refers_to": "x4"} if row["words"] == "The army" else row for row in MENTIONS]
    report = score(gold, made_answers(actors=ACTORS, mentions=moved), layers=["actors"])
    # of the army's three places two are x1, one is x4: recall 2/3 + 2/3 + 1/3; Omar 1, the boys 1, the BBC 0
    right_told, told, right_gold, size = _figures(report, "one node")
    assert (right_told, told, size) == (5, 5, 6)
    assert right_gold == pytest.approx(5 / 3 + 2)
    assert _faults(report, "one node", Fault.WRONG) == ["The army (Red Army)"]


def test_one_node_merged(gold: Gold) -> None:
    merged = [{**row, "refers_to": "x1"} if row["words"] == "Omar Haddad" else row for row in MENTIONS]
    report = score(gold, made_answers(actors=ACTORS, mentions=merged), layers=["actors"])
    # x1 holds the army's three places and Omar's: precision 3/4 three times, 1/4 once; the boys 1
    right_told, told, right_gold, size = _figures(report, "one node")
    assert right_told == pytest.approx(3 * 3 / 4 + 1 / 4 + 1)
    assert (told, right_gold, size) == (5, 5, 6)
    assert _faults(report, "one node", Fault.WRONG) == ["Omar Haddad (Omar Haddad)"]


def test_empty_graph_misses_all(gold: Gold) -> None:
    report = score(gold, no_answers(), layers=["actors"])
    assert _figures(report, "actors") == (0, 0, 0, 4)
    assert _figures(report, "one node") == (0, 0, 0, 6)
    row = report.row("actors", "actors")
    assert row is not None
    assert (row.precision, row.recall, row.f1) == (None, 0, 0)


def test_empty_gold_has_precision_only(tmp_path: Path) -> None:
    gold = made_gold(tmp_path, {"a": TEXT}, {"a": {}})
    report = score(gold, made_answers(actors=ACTORS, mentions=MENTIONS), layers=["actors"])
    row = report.row("actors", "actors")
    assert row is not None
    assert (row.told, row.precision, row.recall) == (4, 0, None)


def test_found_twice_costs_precision_and_raises_no_recall(gold: Gold) -> None:
    again = [{**row, "actor": f"y{row['actor']}"} for row in ACTORS]
    there = [{**row, "refers_to": f"y{row['refers_to']}"} for row in MENTIONS]
    report = score(gold, made_answers(actors=ACTORS + again, mentions=MENTIONS + there), layers=["actors"])
    # eight actors are told, still three of them are right, one for each of the gold
    assert _figures(report, "actors") == (3, 8, 3, 4)
    assert _figures(report, "named actors") == (2, 6, 2, 3)
    assert _figures(report, "one node") == (5, 5, 5, 6)


def test_actors_of_one_word_are_told_apart_by_where_they_stand(tmp_path: Path) -> None:
    text = "In Ayn people died. In Dar people fled."
    read = [
        {"id": "a1", "name": "people of Ayn", "type": "Civilians", "forms": ["people"]},
        {"id": "a2", "name": "people of Dar", "type": "Group", "forms": ["people fled"]},
    ]
    actors = [{"actor": "x1", "name": "people", "type": "Group"}, {"actor": "x2", "name": "people", "type": "Group"}]
    there = [mention(text, "people", "Group", iri="x2"), mention(text, "people", "Group", iri="x1", turn=2)]
    gold = made_gold(tmp_path, {"a": text}, {"a": {"actors": read}})
    report = score(gold, made_answers(actors=actors, mentions=there), layers=["actors"])
    # both are found: the first people by name, those that fled by their place. "people" is a form of the first alone,
    # but the second place of it lies in a longer form of the other
    assert _figures(report, "actors") == (2, 2, 2, 2)
    assert _figures(report, "one node") == (2, 2, 2, 2)


def test_form_of_two_actors_and_pronoun_are_no_places(tmp_path: Path) -> None:
    text = "The Reds met the Blues. The group left. They fled from ISIS and IS."
    read = [
        {"id": "a1", "name": "Reds", "type": "ArmedGroup", "forms": ["Reds", "The group", "They"]},
        {"id": "a2", "name": "Blues", "type": "ArmedGroup", "forms": ["Blues", "The group"]},
        {"id": "a3", "name": "IS", "type": "ArmedGroup", "forms": ["IS"]},
    ]
    gold = made_gold(tmp_path, {"a": text}, {"a": {"actors": read}})
    report = score(gold, no_answers(), layers=["actors"])
    # Reds, Blues, and the IS that is no part of another word
    assert _figures(report, "one node") == (0, 0, 0, 3)


def test_place_is_told_as_the_mention_with_its_head(tmp_path: Path) -> None:
    text = "A source at the Aleppo Police Command spoke."
    read = [{"id": "a1", "name": "a source", "type": "Person", "forms": ["A source at the Aleppo Police Command"]},
            {"id": "a2", "name": "source", "type": "Person", "forms": ["spoke"]}]  # fmt: skip
    actors = [{"actor": "x1", "name": "a source", "type": "Person"}, {"actor": "x2", "name": "APC"}]
    there = [
        mention(text, "source", "Person", iri="x1"),
        mention(text, "Aleppo Police Command", iri="x2"),
        mention(text, "spoke", iri="x2"),
    ]
    gold = made_gold(tmp_path, {"a": text}, {"a": {"actors": read}})
    report = score(gold, made_answers(actors=actors, mentions=there), layers=["actors"])
    # the words for the command fill more of the first place, but it is the source that speaks: the two places are not
    # told as one, so each stands alone in its group
    assert _figures(report, "one node") == (2, 2, 2, 2)


@pytest.mark.parametrize(
    ("form", "words", "found", "why"),
    [
        ("Two boys", "boys", 1, "the same end"),
        ("the boys of Ayn", "boys", 1, "the same beginning, but for the article"),
        ("Two men including boys", "boys", 0, "the boys are not all of them"),
        ("Two boys", "Two", 1, "the same beginning"),
        ("Two boys of Ayn", "boys", 0, "neither edge is shared"),
    ],
)
def test_unnamed_actor_found_by_place(tmp_path: Path, form: str, words: str, found: int, why: str) -> None:
    gold = made_gold(tmp_path, {"a": form}, {"a": {"actors": [{"id": "a1", "name": "they", "forms": [form]}]}})
    there = [mention(form, words, "Group", iri="x1")]
    report = score(gold, made_answers(actors=[{"actor": "x1", "name": "youths"}], mentions=there), layers=["actors"])
    assert _figures(report, "actors") == (found, 1, found, 1), why


def test_pronoun_is_no_name(tmp_path: Path) -> None:
    text = "They fled. They came."
    read = [{"id": "a1", "name": "people who fled", "forms": ["They"]}]
    gold = made_gold(tmp_path, {"a": text}, {"a": {"actors": read}})
    answers = made_answers(actors=[{"actor": "x1", "name": "Reds"}], mentions=[mention(text, "They", iri="x1", turn=2)])
    assert _figures(score(gold, answers, layers=["actors"]), "actors") == (0, 1, 0, 1)


def test_actor_with_a_proper_name_is_not_found_by_place_alone(tmp_path: Path) -> None:
    text = "Pentagon secretary"
    gold = made_gold(tmp_path, {"a": text}, {"a": {"actors": [{"id": "a1", "name": "he", "forms": [text]}]}})
    answers = made_answers(actors=[{"actor": "x1", "name": "Pentagon"}], mentions=[mention(text, "Pentagon", iri="x1")])
    assert _figures(score(gold, answers, layers=["actors"]), "actors") == (0, 1, 0, 1)


# two articles know the Red Army by its name, one of them and a third by its letters; the third tells of a further force
OVER = {"a": "Red Army fought the Blue Front.", "b": "RA or Red Army met the Blue Front.", "c": "RA left. ISF came."}
OVER_READ = {
    "a": [("Red Army",), ("Blue Front",)],
    "b": [("Red Army", "RA"), ("Blue Front",)],
    "c": [("RA",), ("ISF",)],
}


def _over(tmp_path: Path, told: dict[str, tuple[str, str]]) -> Report:
    read: dict[str, Any] = {
        id_: {"actors": [{"id": f"{id_}{at}", "name": f[0], "forms": list(f)} for at, f in enumerate(forms)]}
        for id_, forms in OVER_READ.items()
    }
    mentions = [
        {**mention(OVER[id_], forms[0], iri=iri), "document": id_}
        for id_, iris in told.items()
        for forms, iri in zip(OVER_READ[id_], iris, strict=True)
    ]
    actors = [{"actor": iri, "name": iri, "type": "Organization"} for iri in ("x1", "x2", "x3")]
    answers = made_answers({"a": "a", "b": "b", "c": "c"}, actors=actors, mentions=mentions)
    return score(made_gold(tmp_path, OVER, read), answers, layers=["actors"])


def test_one_node_over_articles_leaves_undecided_links_out(tmp_path: Path) -> None:
    report = _over(tmp_path, {"a": ("x1", "x3"), "b": ("x1", "x3"), "c": ("x2", "x3")})
    # links: Red Army a-b, a-c, b-c; Blue Front a-b. Told: Red Army a-b, Blue Front a-b; that ISF is told as Blue Front
    # is left out: no article has both
    assert _figures(report, "one node everywhere") == (2, 2, 2, 4)


def test_one_node_over_articles_merged(tmp_path: Path) -> None:
    report = _over(tmp_path, {"a": ("x1", "x3"), "b": ("x1", "x3"), "c": ("x2", "x1")})
    # ISF is told as the Red Army of a and b; c has both, so they are two: two wrong links more
    assert _figures(report, "one node everywhere") == (2, 4, 2, 4)
    # of the Red Army's three, c's is apart; ISF is in the node of two others
    assert _faults(report, "one node everywhere", Fault.WRONG) == ["RA (RA)", "ISF (ISF)"]


def test_persons_of_one_word_are_not_one_over_articles(tmp_path: Path) -> None:
    def whole(type_: str) -> dict[str, Any]:
        return {"actors": [{"id": "a1", "name": "Ahmad", "type": type_, "forms": ["Ahmad"]}]}

    texts = {"a": "Ahmad fled.", "b": "Ahmad came."}
    persons = made_gold(tmp_path / "persons", texts, {"a": whole("Person"), "b": whole("Person")})
    groups = made_gold(tmp_path / "groups", texts, {"a": whole("ArmedGroup"), "b": whole("ArmedGroup")})
    # there may be many an Ahmad; a group of that name is one
    assert score(persons, no_answers(), layers=["actors"]).row("actors", "one node everywhere") is None
    assert _figures(score(groups, no_answers(), layers=["actors"]), "one node everywhere") == (0, 0, 0, 1)


TIES = "Omar Haddad, a spokesman of the Red Army, met Lina Haddad, deputy commander of the Red Army."
TIED = [
    {"id": "a1", "name": "Red Army", "type": "Military", "forms": ["the Red Army"]},
    {"id": "a2", "name": "Omar Haddad", "type": "Person", "forms": ["Omar Haddad"]},
    {"id": "a3", "name": "Lina Haddad", "type": "Person", "forms": ["Lina Haddad"]},
]
WHOLE = {
    "actors": TIED,
    "affiliations": [
        {"person": "a2", "org": "a1", "role": "spokesman"},
        {"person": "a3", "org": "a1", "role": "deputy commander"},
    ],
}
TIED_ACTORS = [
    {"actor": "x1", "name": "Red Army", "type": "Military", "aliases": "RA | Reds"},
    {"actor": "x2", "name": "Omar Haddad", "type": "Person"},
    {"actor": "x3", "name": "Lina Haddad", "type": "Person"},
]
TIED_MENTIONS = [
    mention(TIES, "Red Army", iri="x1"),
    mention(TIES, "Omar Haddad", "Person", iri="x2"),
    mention(TIES, "Lina Haddad", "Person", iri="x3"),
]
SPOKESMAN = {"person": "x2", "organisation": "x1", "role": "army spokesman"}
COMMANDER = {"person": "x3", "organisation": "x1", "role": "commander"}


def _ties(tmp_path: Path, *rows: dict[str, str]) -> Report:
    gold = made_gold(tmp_path, {"a": TIES}, {"a": WHOLE})
    return score(gold, made_answers(actors=TIED_ACTORS, mentions=TIED_MENTIONS, affiliations=rows), layers=["actors"])


def test_affiliations_and_their_roles(tmp_path: Path) -> None:
    report = _ties(tmp_path, SPOKESMAN, COMMANDER)
    # both ties are there; a deputy commander is no commander
    assert _figures(report, "affiliations") == (2, 2, 2, 2)
    assert _figures(report, "affiliations + role") == (1, 2, 1, 2)
    assert _faults(report, "affiliations + role", Fault.WRONG) == ["Lina Haddad, deputy commander, Red Army"]


def test_affiliation_the_wrong_way_round(tmp_path: Path) -> None:
    report = _ties(tmp_path, {"person": "x1", "organisation": "x2", "role": "spokesman"})
    assert _figures(report, "affiliations") == (0, 1, 0, 2)


def test_affiliations_told_twice(tmp_path: Path) -> None:
    report = _ties(tmp_path, SPOKESMAN, COMMANDER, SPOKESMAN, COMMANDER)
    assert _figures(report, "affiliations") == (2, 4, 2, 2)


@pytest.mark.parametrize(
    ("gold", "told", "same", "why"),
    [
        ("Press Secretary", "press secretary", True, "case does not count"),
        ("minister", "foreign minister", True, "the same office with more words"),
        ("deputy minister", "minister", False, "another office"),
        ("former minister", "former foreign minister", True, "former in both"),
        ("head", "chief", False, "other words"),
        (None, None, True, "none in both"),
        (None, "head", False, "told though none is there"),
        ("head", None, False, "not told"),
    ],
)
def test_roles_compared(gold: str | None, told: str | None, same: bool, why: str) -> None:
    assert same_role(gold, told) is same, why


@pytest.mark.parametrize(
    ("name", "proper", "why"),
    [
        ("Syrian Observatory for Human Rights", True, "a small word inside"),
        ("the Islamic State", True, "an article before it"),
        ("al-Qaida", True, "a small word first"),
        ("SDF", True, "letters"),
        ("the Syrian army", False, "ends in a common noun"),
        ("A bomber", False, "only the article has a capital"),
        ("an AFP photographer", False, "ends in a common noun"),
        ("armed men of the Red Army", False, "a long word without a capital"),
        ("", False, "nothing"),
    ],
)
def test_proper_names(name: str, proper: bool, why: str) -> None:
    assert is_proper(name) is proper, why
