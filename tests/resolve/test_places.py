import pytest
from made_digests import GAZETTEER, actor, article, place

from kg.model import ActorType, PlaceKind
from kg.resolve.grounding import ground
from kg.resolve.judgements import Judgements
from kg.resolve.places import resolve_places

SYRIA = place("Syria", PlaceKind.COUNTRY)


@pytest.mark.parametrize(
    ("referents", "expected", "why"),
    [
        ((place("Raqqa"), SYRIA), "g1", "a town of the country told of"),
        ((place("Raqqa province", PlaceKind.REGION), SYRIA), "SY-RA", "a province is not the town of its name"),
        ((place("al-Raqa"), SYRIA), "g1", "a spelling, in the country that the article speaks of"),
        ((place("Tripoli"), place("Lebanon", PlaceKind.COUNTRY)), "g3", "the lesser town, in the country told of"),
        ((place("Tripoli", within=("Lebanon",)),), "g3", "the containing place told beside it"),
        ((place("Tripoli"), actor("Libyan army", ActorType.MILITARY)), "g2", "an army tells the country"),
        ((place("Long Beach", within=("CA",)),), "g4", "Long Beach, CA is not in Australia"),
        ((place("Long Beach", within=("Australia",)),), "g5", "nor the other way round"),
        ((SYRIA,), "SY", "countries are never towns of their name"),
        ((place("Syrians", PlaceKind.COUNTRY),), "SY", "a word for its people"),
        ((place("Springfield"),), None, "two towns as likely: undecided"),
        ((place("Tal Nowhere"), SYRIA), None, "no such name"),
        ((place("Rakka hospital", PlaceKind.FACILITY), SYRIA), None, "a hospital is not the town"),
        ((place("northern Syria", PlaceKind.REGION),), None, "a part is not the country"),
        ((place("a road junction", named=False), SYRIA), None, "no name, no place of the gazetteer"),
    ],
)
def test_ground(referents, expected, why):
    found = ground(article("a", *referents), GAZETTEER)[0]
    assert (found.entry.id if found.entry else None) == expected, f"{why}: {found.reason.words}"


def test_parts_know_their_whole():
    found = ground(article("a", place("northern Syria", PlaceKind.REGION)), GAZETTEER)[0]
    assert (found.whole.id, found.country) == ("SY", "SY")


@pytest.mark.parametrize(
    ("within", "expected", "why"),
    [
        (("Rakka",), "g1", "an unknown suburb of a town that is told"),
        (("Raqqa province",), "SY-RA", "an unknown village of a province"),
        (("Syria",), None, "in a country is no place at all"),
        (("Springfield",), None, "in a town that is undecided"),
    ],
)
def test_unknown_places_lie_in_what_is_told_beside_them(within, expected, why):
    holder = place(within[0], PlaceKind.REGION if "province" in within[0] else PlaceKind.SETTLEMENT)
    found = ground(article("a", place("Tal Nowhere", within=within), holder, SYRIA), GAZETTEER)[0]
    assert (found.whole.id if found.whole else None) == expected, why
    assert found.entry is None


@pytest.mark.parametrize(
    ("told", "holder", "expected", "why"),
    [
        (place("Deraa", PlaceKind.DISTRICT, within=("Raqqa",)), place("Raqqa"), "g1", "a quarter is in its town"),
        (place("Deraa", within=("Raqqa province",)), place("Raqqa province", PlaceKind.REGION), "SY-RA", "its village"),
        (place("Rakka", within=("Raqqa province",)), place("Raqqa province", PlaceKind.REGION), "g1", "the town in it"),
        (place("Deraa", within=("Springfield",)), place("Springfield"), "dera", "in a town that is undecided"),
        (place("Deraa", within=("northern Syria",)), place("northern Syria", PlaceKind.REGION), "dera", "in a country"),
    ],
)
def test_no_far_place_is_what_lies_in_another(told, holder, expected, why):
    found = ground(article("a", told, holder, SYRIA), GAZETTEER)[0]
    taken = found.entry or found.whole
    assert (taken.id if taken else None, found.country) == (expected, "SY"), f"{why}: {found.reason.words}"


def test_borders_lie_in_no_one_country():
    found = ground(article("a", place("Syrian border", PlaceKind.BORDER)), GAZETTEER)[0]
    assert (found.entry, found.country) == (None, None)


def test_the_undecided_keep_their_candidates():
    found = ground(article("a", place("Springfield")), GAZETTEER)[0]
    assert found.undecided
    assert found.reason.rule == "places.undecided"
    assert found.reason.words.count("Springfield (settlement, US)") == 2


def _groups(*articles):
    sites = resolve_places(articles, GAZETTEER, Judgements())
    return sorted(sorted(member.document for member in site.members) for site in sites)


def test_spellings_are_one_place_over_articles():
    assert _groups(article("a", place("Raqqa"), SYRIA), article("b", place("Rakka"), SYRIA)) == [["a", "b"], ["a", "b"]]


def test_unknown_places_of_one_name_are_one_only_in_one_country():
    one, two = article("a", place("Tal Nowhere"), SYRIA), article("b", place("Tal Nowhere"), SYRIA)
    other = article("c", place("Tal Nowhere"), place("Libya", PlaceKind.COUNTRY))
    assert ["a", "b"] in _groups(one, two, other)
    assert ["c"] in _groups(one, two, other)


def test_unnamed_and_undecided_places_stay_alone():
    junction, springfield = place("a road junction", named=False), place("Springfield")
    found = _groups(
        article("a", junction), article("b", junction), article("c", springfield), article("d", springfield)
    )
    assert found == [["a"], ["b"], ["c"], ["d"]]
