import random
from dataclasses import replace

import pytest
from made_digests import GAZETTEER, actor, article, event, place

from kg.model import PlaceKind, Status
from kg.resolve import decide

SYRIA = place("Syria", PlaceKind.COUNTRY)
IS = actor("IS", known="islamic-state")
SDF = actor("SDF", known="syrian-democratic-forces")
TOWN, OTHER = place("Raqqa"), place("Deraa")


def _one(*tellings):
    """Whether the events of two articles, each (place, event), are one happening."""
    articles = [
        article(id_, where, IS, SDF, SYRIA, events=(told,)) for id_, (where, told) in zip("ab", tellings, strict=True)
    ]
    return len(decide(articles, GAZETTEER).incidents) == 1


BOMB = event("suicide_bombing", at=0, on="2021-05-03", who=((1, "agent", None),))


@pytest.mark.parametrize(
    ("left", "right", "same", "why"),
    [
        ((TOWN, BOMB), (TOWN, BOMB), True, "kind, place, day and doer"),
        ((TOWN, BOMB), (place("Rakka"), BOMB), True, "the place in another spelling"),
        ((TOWN, BOMB), (OTHER, BOMB), False, "another place"),
        ((TOWN, BOMB), (TOWN, event("suicide_bombing", at=0, on="2021-05-01")), False, "another day"),
        ((TOWN, BOMB), (TOWN, event("surrender", at=0, on="2021-05-03")), False, "another kind"),
        (
            (TOWN, BOMB),
            (TOWN, event("suicide_bombing", at=0, on="2021-05-03", status=Status.DENIED)),
            False,
            "what is denied is not what happened",
        ),
        (
            (TOWN, event("airstrike", at=0, on="2021-05-03", who=((1, "agent", None),))),
            (TOWN, event("airstrike", at=0, on="2021-05-03", who=((2, "agent", None),))),
            False,
            "other doers",
        ),
        (
            (TOWN, event("airstrike", at=0, on="2021-05-02", to="2021-05-04", killed=14)),
            (TOWN, event("bombing", at=0, on="2021-05-03", killed=14)),
            True,
            "days that overlap, and the same number killed",
        ),
        (
            (TOWN, event("airstrike", at=0, to="2021-05-04", who=((1, "agent", None),), killed=14)),
            (TOWN, event("airstrike", at=0, to="2021-05-04", who=((1, "agent", None),), killed=14)),
            True,
            "news that tells no time, of the same doer and the same number killed",
        ),
        (
            (TOWN, event("airstrike", at=0, to="2021-05-04", who=((1, "agent", None),))),
            (TOWN, event("airstrike", at=0, to="2021-05-04", who=((1, "agent", None),))),
            False,
            "news that tells no time, of the same doer: two of many",
        ),
        (
            (TOWN, event("shelling", at=0, to="2021-05-04", killed=14)),
            (TOWN, event("shelling", at=0, to="2021-05-04", killed=90)),
            False,
            "news that tells no time, of other numbers",
        ),
        (
            (TOWN, event("shelling", at=0, to="2021-05-04", killed=14)),
            (TOWN, event("shelling", at=0, to="2021-05-04", killed=14, more=True)),
            True,
            "14 and at least 14",
        ),
        (
            (TOWN, event("shelling", at=0, to="2021-05-04", killed=24, more=True)),
            (TOWN, event("shelling", at=0, to="2021-05-04", killed=24, more=True)),
            False,
            "dozens and dozens is no number",
        ),
        (
            (place("northern Syria", PlaceKind.REGION), event("bombing", at=0, on="2021-05-03")),
            (TOWN, event("bombing", at=0, on="2021-05-03")),
            False,
            "a part of the country may as well not hold the town",
        ),
        (
            (place("northern Syria", PlaceKind.REGION), event("bombing", at=0, on="2021-05-02", to="2021-05-04")),
            (place("northern Syria", PlaceKind.REGION), event("bombing", at=0, on="2021-05-03")),
            False,
            "a part of the country is no one place, though both tell of it",
        ),
        (
            (SYRIA, event("airstrike", at=0, on="2021-05-02", to="2021-05-04", who=((1, "agent", None),))),
            (TOWN, event("airstrike", at=0, on="2021-05-03", who=((1, "agent", None),))),
            False,
            "of one only the country is told, and its doer strikes often",
        ),
        (
            (TOWN, event("siege", at=0, on="2021-01-02", to="2021-05-04", who=((1, "agent", None),))),
            (TOWN, event("siege", at=0, on="2021-03-02", to="2021-05-01", who=((1, "agent", None),))),
            True,
            "sieges last for months",
        ),
        (
            (SYRIA, event("armed_clash", at=0, on="2021-05-03")),
            (SYRIA, event("armed_clash", at=0, on="2021-05-03")),
            False,
            "a country is no place for a clash",
        ),
    ],
)
def test_pairs(left, right, same, why):
    assert _one(left, right) is same, why


BATTLE = event("battle", at=0, name="Battle of Raqqa", who=((1, "target", 1), (2, "agent", 2)))


def test_a_battle_is_one_over_articles_within_a_window():
    def told(id_, published):
        return article(id_, TOWN, IS, SDF, SYRIA, events=(BATTLE,), published=published)

    assert len(decide([told("a", "2021-05-01"), told("b", "2021-05-20")], GAZETTEER).incidents) == 1
    assert len(decide([told("a", "2017-05-01"), told("b", "2021-05-20")], GAZETTEER).incidents) == 2


def test_a_battle_told_of_by_its_year_only_is_not_any_battle_of_that_year():
    year = event("battle", at=0, on="2021-01-01", to="2021-12-31", name="Battle of Raqqa", who=((1, "target", 1),))
    days = event("battle", at=0, on="2021-05-01", to="2021-05-04", name="Battle of Raqqa", who=((2, "agent", 1),))
    of_one = event("battle", at=0, on="2021-05-01", to="2021-05-04", name="Battle of Raqqa", who=((1, "agent", 1),))
    assert _one((TOWN, replace(year, background=True)), (TOWN, days)) is False
    assert _one((TOWN, replace(year, background=True)), (TOWN, of_one)) is True, "a side in common"


def test_two_events_of_one_article_stay_two():
    both = article("a", TOWN, IS, SDF, SYRIA, events=(BOMB, BOMB))
    third = article("b", TOWN, IS, SDF, SYRIA, events=(BOMB,))
    found = decide([both, third], GAZETTEER).incidents
    assert sorted(len(cluster.members) for cluster in found) == [1, 2]


NEWS = event("airstrike", at=0, killed=14)


@pytest.mark.parametrize(
    ("days", "same", "why"),
    [
        (("2021-05-04", "2021-05-05"), True, "papers of the next day"),
        (("2021-05-04", "2021-05-08"), False, "papers days apart, and no time told"),
        ((None, None), False, "papers of nobody knows when"),
    ],
)
def test_news_without_a_time_is_one_only_in_papers_of_about_one_day(days, same, why):
    articles = [
        article(id_, TOWN, IS, SDF, SYRIA, events=(NEWS,), published=day) for id_, day in zip("ab", days, strict=True)
    ]
    assert (len(decide(articles, GAZETTEER).incidents) == 1) is same, why


def test_the_order_of_articles_does_not_matter():
    articles = [article(f"a{i}", TOWN, IS, SDF, SYRIA, events=(BOMB, BATTLE)) for i in range(6)]
    first = decide(articles, GAZETTEER)
    for seed in range(4):
        random.Random(seed).shuffle(articles)
        again = decide(articles, GAZETTEER)
        assert (again.actors, again.places, again.incidents) == (first.actors, first.places, first.incidents)
