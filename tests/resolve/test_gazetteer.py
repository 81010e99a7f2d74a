import pytest

from kg.errors import ArticleError
from kg.model import PlaceKind
from kg.resolve.cities import Cities
from kg.resolve.cities_file import fill
from kg.resolve.gazetteer import Gazetteer, Lookup, distance
from kg.resolve.geonames import read_geonames
from kg.resolve.names import bare, skeleton
from kg.resources import read_table


def _city(number, name, population, *others, latitude=35.0, longitude=39.0, country="SY", admin="04"):
    return {
        "geonameid": number, "name": name, "latitude": latitude, "longitude": longitude, "countrycode": country,
        "population": population, "admin1code": admin, "alternatenames": list(others),
    }  # fmt: skip


@pytest.fixture
def cities():
    rows = [_city(1, "Ar Raqqah", 500_000, "Raqqa", "RQA", "الرقة"), _city(2, "Hamrat", 900, latitude=35.2)]
    return Cities(fill(":memory:", rows))


def test_towns_are_found_by_every_latin_name(cities):
    assert [town.id for town in cities.named(bare("al-Raqqah"))] == ["g1"]
    assert [town.id for town in cities.named(bare("Raqqa"))] == ["g1"]
    assert [town.id for town in cities.sounding(skeleton("Raqa"))] == ["g1"]
    assert cities.named(bare("RQA")) == (), "codes of airports are no names"


def test_towns_know_their_division(cities):
    assert cities.centre("SY.04") == (35.1, 39.0)
    assert [cities.rank(cities.get(id_)) for id_ in ("g1", "g2")] == [0, 1]
    assert cities.nearest("SY", 35.18, 39.1).id == "g2"
    assert cities.nearest("IQ", 35.18, 39.1) is None


def test_the_first_source_of_an_id_wins(cities):
    (town,) = cities.named(bare("Raqqa"))
    better = Lookup([type(town)(town.id, ("Raqqa",), town.kind, "SY", None, 1.0, 2.0, 0, 1, 1)])
    assert Gazetteer((better, cities)).named("Raqqa")[0].latitude == 1.0


def test_distance():
    (town,) = Cities(fill(":memory:", [_city(1, "Here", 1, latitude=0.0, longitude=0.0)])).named("here")
    assert distance(town, 0.0, 1.0) == pytest.approx(111.2, abs=0.1)


def test_read_geonames(tmp_path):
    path = tmp_path / "SY.txt"
    cells = ["172955", "Ar Raqqah", "Ar Raqqah", "Raqqa,الرقة", "35.95", "39.0", "P", "PPLA", "SY", "", "04"]
    path.write_text("\t".join([*cells, "", "", "", "531952", "", "245", "Asia/Damascus", "2020-01-01"]) + "\n")
    (found,) = read_geonames(path)
    assert (found.id, found.names, found.kind, found.admin) == (
        "g172955", ("Ar Raqqah", "Raqqa"), PlaceKind.SETTLEMENT, "SY.04",
    )  # fmt: skip
    path.write_text("not a dump\n")
    with pytest.raises(ArticleError, match="line 1"):
        next(read_geonames(path))


def test_the_supplement_is_well_formed():
    seen = set()
    for country, rows in read_table("places.toml").items():
        for names, kind, latitude, longitude, *_ in rows:
            key = (country, names.split("|")[0], kind)
            assert key not in seen, key
            seen.add(key)
            assert PlaceKind(kind) in PlaceKind
            assert -90 <= latitude <= 90, key
            assert -180 <= longitude <= 180, key
    codes = [f"{c}-{code}" for c, rows in read_table("resolve-provinces.toml").items() for _, _, code in rows]
    assert len(codes) == len(set(codes))
