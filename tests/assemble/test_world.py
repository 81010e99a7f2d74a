from dataclasses import replace
from datetime import date

import pytest
from made_digests import GAZETTEER, actor, article, event, person, place

from kg.assemble import assemble
from kg.model import ActorType, PlaceKind, Status
from kg.resolve import decide
from kg.resolve.sides import number_sides

SYRIA = place("Syria", PlaceKind.COUNTRY)
IS = actor("IS", known="islamic-state")
SDF = actor("Syrian Democratic Forces", names=("SDF", "Syrian Democratic Forces"), known="syrian-democratic-forces")
SIDES = ((1, "target", 1), (2, "agent", 2))
BATTLE = event("battle", at=0, on="2021-05-01", to="2021-05-03", name="Battle of Raqqa", who=SIDES)
LATER = event(
    "battle", at=0, on="2021-05-02", to="2021-05-06", name="Battle of Raqqa", who=((1, "target", 2), (2, "agent", 1))
)
STRIKE = event("airstrike", at=0, on="2021-05-02", who=((1, "target", None),), part_of=0)


def _world(*articles):
    return assemble(articles, decide(articles, GAZETTEER))


@pytest.fixture
def world():
    return _world(
        article("a", place("Raqqa"), IS, SDF, SYRIA, actor("fighters", named=False), events=(BATTLE, STRIKE)),
        article("b", place("Rakka"), IS, SDF, SYRIA, actor("fighters", named=False), events=(LATER,)),
    )


def test_one_battle_with_its_sides_and_parts(world):
    battle, strike = sorted(world.events, key=lambda found: found.kind != "battle")
    assert (battle.key, battle.place) == ("battle-of-raqqa", "ar-raqqah-sy")
    assert (battle.earliest, battle.latest) == (date(2021, 5, 1), date(2021, 5, 6)), "a battle lasts from first to last"
    assert [(part.actor, part.side) for part in battle.parts] == [
        ("islamic-state", 1),
        ("syrian-democratic-forces", 2),
    ], "sides are numbered anew, whatever the articles call them"
    assert [member.document for member in battle.members] == ["a", "b"]
    assert strike.part_of == battle.key
    assert strike.name == "Airstrike in Raqqa, 2021-05-02"


def test_places_carry_what_the_gazetteer_knows(world):
    by_key = {found.key: found for found in world.places}
    town = by_key["ar-raqqah-sy"]
    assert (town.kind, town.country_name, town.within, town.precision) == ("settlement", "Syria", "syria", 1)
    assert {"Rakka", "Raqqa"} <= {town.name, *town.aliases}


@pytest.mark.parametrize(
    ("told", "precision", "latitude", "why"),
    [
        (place("Raqqa"), 1, 35.95, "a town"),
        (place("eastern Raqqa"), 2, 35.95, "near it"),
        (place("Raqqa hospital", PlaceKind.FACILITY), 2, 35.95, "a hospital in it"),
        (place("northern Raqqa province", PlaceKind.REGION), 4, 36.1, "somewhere in a province"),
        (place("northern Syria", PlaceKind.REGION), 5, None, "a part of a country is not where its middle is"),
        (place("Syrian border", PlaceKind.BORDER), 5, None, "a border is not where the middle of the country is"),
        (place("Tal Nowhere", within=("northern Raqqa province",)), 4, 36.1, "a village in a part of a province"),
        (place("Tal Nowhere", within=("northern Syria",)), 5, None, "a village in a part of a country"),
        (place("Tal Nowhere"), 7, None, "nobody knows where"),
    ],
)
def test_how_exact_a_place_is(told, precision, latitude, why):
    holders = [place(name, PlaceKind.REGION) for name in told.within]
    (found, *_) = (one for one in _world(article("a", told, *holders, SYRIA)).places if one.name == told.name)
    assert (found.precision, found.latitude) == (precision, latitude), why


def test_unnamed_actors_stay_apart_under_readable_keys(world):
    unnamed = [found.key for found in world.actors if not found.named]
    assert len(unnamed) == 2
    assert all(key.startswith("fighters-") for key in unnamed)


def test_everything_is_sorted_and_kept(world):
    for things in (world.actors, world.places, world.events):
        assert [thing.key for thing in things] == sorted({thing.key for thing in things})
    members = [member for thing in (*world.actors, *world.places) for member in thing.members]
    assert len(members) == len(set(members)) == 10
    assert world.copies == (("a", "a"), ("b", "b"))


def test_the_order_of_articles_does_not_matter():
    articles = [article(id_, place("Raqqa"), IS, SDF, SYRIA, events=(BATTLE, STRIKE)) for id_ in "abc"]
    assert _world(*articles) == _world(*articles[::-1])


def test_a_text_handed_in_twice_is_one_article():
    first = article("a", place("Raqqa"), IS, SDF, SYRIA, events=(BATTLE,))
    again = replace(first, source_id="z.txt", events=(LATER,))
    assert _world(first, again) == _world(again, first) == _world(first)


def test_two_of_one_name_get_keys_of_their_own():
    found = _world(article("a", person("Okello")), article("b", person("Okello")), article("c", person("Dana Okello")))
    assert sorted(one.key[:7] for one in found.actors) == ["dana-ok", "okello-", "okello-"]
    assert len({one.key for one in found.actors}) == 3


def test_what_any_article_tells_as_happened_has_happened():
    claimed = event("airstrike", at=0, on="2021-05-02", status=Status.CLAIMED, who=((1, "target", None),))
    both = [article("a", place("Raqqa"), IS, SDF, SYRIA, events=(STRIKE, BATTLE))]
    both = [
        article("a", place("Raqqa"), IS, SYRIA, events=(claimed,)),
        article("b", place("Raqqa"), IS, SYRIA, events=(claimed,)),
    ]
    (only,) = _world(*both).events
    assert only.status is Status.CLAIMED
    told = event("airstrike", at=0, on="2021-05-02", who=((1, "target", None),))
    (joint,) = _world(both[0], article("c", place("Raqqa"), IS, SYRIA, events=(told,))).events
    assert joint.status is Status.HAPPENED


@pytest.mark.parametrize(
    ("told", "expected", "why"),
    [
        ([("r", 1, "b"), ("r", 2, "a")], {"a": 1, "b": 2}, "the side of the smallest key is the first"),
        ([("r", 1, "b"), ("r", 2, "a"), ("s", 1, "a"), ("s", 2, "c")], {"a": 1, "b": 2, "c": 3}, "one shared actor"),
        (
            [("r", 1, "a"), ("r", 1, "d"), ("r", 2, "b"), ("s", 1, "a"), ("s", 1, "b")],
            {"a": 1, "d": 1, "b": 2},
            "what the lesser report says against the fuller one is passed over",
        ),
        ([("r", 1, "a"), ("r", 2, "a"), ("r", 2, "b")], {"b": 1}, "nobody fights on both sides"),
        ([], {}, "nothing told"),
    ],
)
def test_number_sides(told, expected, why):
    assert number_sides(told) == expected, why


@pytest.mark.parametrize(
    ("told", "expected", "why"),
    [
        ([("r", 1, "a"), ("r", 2, "b"), ("s", 1, "a"), ("s", 2, "x")], {"a": 1, "b": 2, "x": 2}, "against one enemy"),
        ([("r", 1, "a"), ("r", 2, "b"), ("s", 1, "c"), ("s", 2, "x")], {"a": 1, "b": 2, "c": 3, "x": 4}, "strangers"),
        ([("r", 1, "a"), ("r", 2, "x"), ("s", 1, "y"), ("s", 2, "a")], {"a": 1, "x": 2, "y": 2}, "one enemy of all"),
        ([("r", 1, "a"), ("r", 2, "x"), ("s", 1, "y")], {"a": 1, "x": 2, "y": 3}, "no enemy told"),
        (
            [("r", 1, "a"), ("r", 2, "b"), ("s", 1, "a"), ("s", 2, "c"), ("t", 1, "a"), ("t", 2, "x")],
            {"a": 1, "b": 2, "c": 3, "x": 4},
            "either of two",
        ),
    ],
)
def test_a_side_without_a_name_is_the_only_one_that_has_its_enemy(told, expected, why):
    assert number_sides(told, unnamed={"x", "y"}) == expected, why


def test_a_battle_of_many_articles_lists_no_nameless_side_twice():
    rebels, troops = actor("the rebels", named=False), actor("troops", named=False)
    told = event("battle", at=0, on="2021-05-01", name="Battle of Raqqa", who=((1, "target", 1), (2, "agent", 2)))
    alone = event("battle", at=0, on="2021-05-02", name="Battle of Raqqa", who=((3, "agent", 1),))
    opposed = [article(id_, place("Raqqa"), IS, rebels, SYRIA, events=(told,)) for id_ in "ab"]
    (battle,) = _world(*opposed, article("c", place("Raqqa"), IS, SYRIA, troops, events=(alone,))).events
    assert [part.side for part in battle.parts] == [1, 2]
    assert battle.parts[0].actor == "islamic-state"
    assert battle.parts[1].actor.startswith("the-rebels")


def test_type_is_what_most_mentions_say():
    found = _world(
        article("a", actor("River Front")),
        article("b", actor("River Front")),
        article("c", actor("River Front", ActorType.PARTY)),
    )
    assert [one.type for one in found.actors] == [ActorType.ARMED_GROUP]
