import pytest
from made_digests import GAZETTEER, actor, article, event, place

from kg.assemble import assemble
from kg.model import PlaceKind, Status
from kg.resolve import decide

SYRIA = place("Syria", PlaceKind.COUNTRY)
IS = actor("IS", known="islamic-state")
SDF = actor("SDF", known="syrian-democratic-forces")
ARMY = actor("Syrian army", known="syrian-army")
REBELS = actor("the rebels", named=False)
BOTH, TURNED = ((1, "agent", None), (2, "target", None)), ((2, "agent", 1), (1, "agent", 2))
WITH_ARMY, WITH_REBELS = ((1, "agent", None), (4, "target", None)), ((1, "agent", None), (5, "target", None))


def _articles(*tellings):
    """Articles with one event each: (place, event), all of them with the same actors."""
    return [
        article(f"a{number}", where, IS, SDF, SYRIA, ARMY, REBELS, events=(told,))
        for number, (where, told) in enumerate(tellings)
    ]


def _world(*articles):
    return assemble(articles, decide(articles, GAZETTEER))


RAQQA, SPELLED, DERAA = place("Raqqa"), place("Rakka"), place("Deraa")


def clash(on, *, who=BOTH, kind="armed_clash", status=Status.HAPPENED, to=None):
    return event(kind, at=0, on=on, to=to, who=who, status=status)


@pytest.mark.parametrize(
    ("tellings", "battles", "why"),
    [
        ([(RAQQA, clash("2021-05-02"))], 0, "one clash is no battle"),
        ([(RAQQA, clash("2021-05-02")), (RAQQA, clash("2021-05-02"))], 0, "one clash told twice is no battle"),
        ([(RAQQA, clash("2021-05-02")), (SPELLED, clash("2021-05-03"))], 1, "two days, the place in two spellings"),
        ([(RAQQA, clash("2021-05-02")), (RAQQA, clash("2021-05-05", who=TURNED))], 1, "three days on, sides turned"),
        ([(RAQQA, clash("2021-05-02")), (RAQQA, clash("2021-05-06"))], 0, "a pause of four days"),
        ([(RAQQA, clash("2021-05-02")), (DERAA, clash("2021-05-03"))], 0, "two places"),
        ([(SYRIA, clash("2021-05-02")), (SYRIA, clash("2021-05-03"))], 0, "a country is no place of a battle"),
        ([(RAQQA, clash("2021-05-02")), (RAQQA, clash("2021-05-03", who=WITH_ARMY))], 0, "another enemy"),
        ([(RAQQA, clash("2021-05-02")), (RAQQA, clash("2021-05-03", who=WITH_REBELS))], 1, "an enemy without a name"),
        ([(RAQQA, clash("2021-05-02")), (RAQQA, clash("2021-05-03", who=BOTH[:1]))], 0, "one side only"),
        ([(RAQQA, clash("2021-05-02")), (RAQQA, clash("2021-05-02", kind="assault"))], 0, "one clash in two words"),
        ([(RAQQA, clash("2021-05-02")), (RAQQA, clash("2021-05-03", status=Status.CLAIMED))], 1, "one of them claimed"),
        ([(RAQQA, clash("2021-05-02")), (RAQQA, clash("2021-05-03", status=Status.DENIED))], 0, "one of them denied"),
        ([(RAQQA, clash("2021-05-02")), (RAQQA, clash("2021-05-03", kind="aid"))], 0, "aid is no fighting"),
    ],
)
def test_battles_out_of_clashes(tellings, battles, why):
    found = [one for one in _world(*_articles(*tellings)).events if one.kind == "battle"]
    assert len(found) == battles, why


def test_two_clashes_that_one_article_tells_apart_make_a_battle():
    told = clash("2021-05-02"), clash("2021-05-02", kind="counterattack", who=TURNED)
    world = _world(article("a", RAQQA, IS, SDF, SYRIA, events=told))
    assert sorted(one.kind for one in world.events) == ["battle", "counterattack"]


def test_a_battle_out_of_clashes_has_a_name_days_sides_and_parts():
    tellings = [clash("2021-05-02"), clash("2021-05-04", who=TURNED), clash("2021-05-05", kind="assault")]
    world = _world(*_articles(*((RAQQA, told) for told in tellings)))
    (battle,) = (one for one in world.events if one.kind == "battle")
    assert (battle.key, battle.name) == ("battle-of-raqqa", "Battle of Raqqa")
    assert (str(battle.earliest), str(battle.latest)) == ("2021-05-02", "2021-05-05")
    assert [(part.actor, part.role, part.side, len(part.members)) for part in battle.parts] == [
        ("islamic-state", "agent", 1, 3),
        ("syrian-democratic-forces", "agent", 2, 3),
    ]
    assert [one.part_of for one in world.events if one is not battle] == [battle.key, battle.key]
    assert "incidents.battle-of-clashes" in {reason.rule for _, reason in battle.reasons}


BATTLE = event("battle", at=0, on="2021-05-01", to="2021-05-09", name="Battle of Raqqa", who=TURNED)
OLD = event("battle", at=0, on="2017-05-01", to="2017-06-09", name="Battle of Raqqa", who=TURNED)


@pytest.mark.parametrize(
    ("where", "told", "part", "why"),
    [
        (RAQQA, clash("2021-05-03", kind="airstrike"), True, "at its place, in its days, between its sides"),
        (SPELLED, clash("2021-05-03", kind="airstrike", who=((1, "target", None),)), True, "one side known"),
        (place("eastern Raqqa"), clash("2021-05-03", kind="airstrike"), True, "inside its place"),
        (DERAA, clash("2021-05-03", kind="airstrike"), False, "another town"),
        (SYRIA, clash("2021-05-03", kind="airstrike"), False, "anywhere in the country"),
        (RAQQA, clash("2021-05-11", kind="airstrike"), False, "after its end"),
        (RAQQA, clash("2021-04-20", kind="airstrike"), False, "before its beginning"),
        (RAQQA, clash("2021-05-03", kind="airstrike", who=()), False, "nobody known"),
        (RAQQA, clash("2021-05-03", kind="airstrike", who=((4, "agent", None),)), False, "somebody else"),
        (RAQQA, clash("2021-05-03", kind="talks"), False, "talks are no fighting"),
        (RAQQA, clash("2021-05-03", kind="airstrike", status=Status.PLANNED), False, "only planned"),
    ],
)
def test_parts_over_articles(where, told, part, why):
    world = _world(*_articles((RAQQA, BATTLE), (where, told)))
    (other,) = (one for one in world.events if one.kind != "battle")
    assert (other.part_of == "battle-of-raqqa") is part, why


def test_clashes_of_a_battle_that_is_told_of_make_no_second_one():
    world = _world(*_articles((RAQQA, BATTLE), (RAQQA, clash("2021-05-02")), (SPELLED, clash("2021-05-03"))))
    assert [one.key for one in world.events if one.kind == "battle"] == ["battle-of-raqqa"]
    assert [one.part_of for one in world.events if one.kind != "battle"] == ["battle-of-raqqa"] * 2


def test_an_earlier_battle_of_the_place_is_another():
    world = _world(*_articles((RAQQA, OLD), (RAQQA, clash("2021-05-02")), (RAQQA, clash("2021-05-03"))))
    assert sorted(one.earliest.year for one in world.events if one.kind == "battle") == [2017, 2021]


def test_tellings_with_one_side_each_are_one_battle():
    one = event("battle", at=0, name="Battle of Raqqa", who=((1, "agent", 1),))
    other = event("battle", at=0, name="Battle of Raqqa", who=((2, "agent", 1),))
    both = event("battle", at=0, name="Battle of Raqqa", who=((4, "agent", 1), (5, "agent", 2)))
    assert len(_world(*_articles((RAQQA, one), (RAQQA, other))).events) == 1
    assert len(_world(*_articles((RAQQA, BATTLE), (RAQQA, both))).events) == 1, "an unnamed side may be any"


@pytest.mark.parametrize(
    ("published", "latest", "why"),
    [
        ("2021-05-08", "2021-05-07", "the capture ends it; the article's own day only bounds it"),
        ("2021-05-20", "2021-05-20", "news of fighting long after the capture"),
    ],
)
def test_the_capture_is_the_end_of_a_battle(published, latest, why):
    told = event("battle", at=0, on="2021-05-01", to=published, name="Battle of Raqqa", who=TURNED)
    taken = event("capture_of_place", at=0, on="2021-05-07", who=((2, "agent", None),))
    articles = [
        article("a", RAQQA, IS, SDF, SYRIA, events=(told,), published=published),
        article("b", SPELLED, IS, SDF, SYRIA, events=(taken,), published="2021-05-08"),
    ]
    (battle,) = (one for one in _world(*articles).events if one.kind == "battle")
    assert str(battle.latest) == latest, why
