import shutil
from pathlib import Path

import pytest

from kg.nlp.encoder import asking, telling
from kg.nlp.encoder.component import FACTORY
from training.package import CARD, hashes, package

SHIPPED = Path(__file__).parents[2] / "kg" / "data" / "en_conflict_news"


def test_the_card_that_ships_names_the_files_that_ship():
    text = CARD.read_text("utf-8").replace("{files}", hashes(SHIPPED))
    assert (SHIPPED / "CARD.md").read_text("utf-8") == text


def test_another_byte_is_another_row(tmp_path):
    shutil.copyfile(SHIPPED / "config.cfg", tmp_path / "config.cfg")
    before = hashes(tmp_path)
    assert before in hashes(SHIPPED)
    with (tmp_path / "config.cfg").open("ab") as file:
        file.write(b"\n")
    assert hashes(tmp_path) != before


def test_the_card_is_no_row_of_itself(tmp_path):
    (tmp_path / "CARD.md").write_text("card")
    assert hashes(tmp_path) == ""


@pytest.mark.parametrize("name", [telling.FILE, asking.FILE])
def test_what_reads_whole_articles_is_laid_beside_the_model(tmp_path, name):
    model = tmp_path / "model"
    shutil.copytree(SHIPPED / FACTORY, model, ignore=shutil.ignore_patterns(name))
    package(model, tmp_path / "without")
    package(model, tmp_path / "with", [SHIPPED / FACTORY / name])
    assert not (tmp_path / "without" / FACTORY / name).exists()
    assert (tmp_path / "with" / FACTORY / name).read_bytes() == (SHIPPED / FACTORY / name).read_bytes()
    assert not (model / name).exists()
