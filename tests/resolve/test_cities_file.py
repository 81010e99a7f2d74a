import sqlite3
import threading

import pytest

from kg.resolve import cities_file
from kg.resolve.cities_file import open_cities

ROWS = [
    {
        "geonameid": number,
        "name": name,
        "alternatenames": others,
        "countrycode": "SY",
        "admin1code": "04",
        "latitude": 35.0,
        "longitude": 39.0,
        "population": 900,
    }
    for number, name, others in ((7, "Tall Ḩabash", ["Tel Habash", "THB"]), (3, "Ḩabash", ["Habbash"]))
]


@pytest.fixture(autouse=True)
def _few(monkeypatch):
    monkeypatch.setattr(cities_file, "_all_cities", lambda: ROWS)


def _made(folder):
    (path,) = folder.iterdir()
    return path


def test_the_file_is_made_once(tmp_path, monkeypatch):
    folder = tmp_path / "new" / "folder"
    assert [town.name for town in open_cities(folder).named("habash")] == ["Ḩabash"]
    monkeypatch.setattr(cities_file, "_all_cities", list)
    assert [town.id for town in open_cities(folder).sounding("habas")] == ["g3"], "by its sound"
    assert [town.id for town in open_cities(folder).named("tel habash")] == ["g7"], "read from the file"
    assert open_cities(folder).named("thb") == (), "an airport code is no name"


@pytest.mark.parametrize("broken", [b"", b"not a database", None])
def test_a_broken_file_is_made_anew(tmp_path, broken):
    open_cities(tmp_path)
    whole = _made(tmp_path).read_bytes()
    _made(tmp_path).write_bytes(whole[: len(whole) - 4096] if broken is None else broken)
    assert open_cities(tmp_path).get("g3") is not None
    assert _made(tmp_path).read_bytes() == whole


def test_a_file_of_another_form_is_made_anew(tmp_path):
    open_cities(tmp_path)
    connection = sqlite3.connect(_made(tmp_path))
    connection.execute("PRAGMA user_version = 1")
    connection.execute("DELETE FROM entry")
    connection.commit()
    connection.close()
    assert open_cities(tmp_path).get("g3") is not None


def test_a_folder_that_cannot_be_made_is_done_without(tmp_path):
    (tmp_path / "file").write_text("in the way")
    assert open_cities(tmp_path / "file" / "cache").get("g7") is not None


def test_many_at_once_leave_one_whole_file(tmp_path):
    found = []
    threads = [
        threading.Thread(target=lambda: found.append(cities_file._made(tmp_path / "cities.sqlite"))) for _ in range(6)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == [True] * 6
    assert _made(tmp_path).name == "cities.sqlite"
    assert cities_file._is_whole(tmp_path / "cities.sqlite")
