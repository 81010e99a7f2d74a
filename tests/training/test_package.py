import shutil
from pathlib import Path

from kg.nlp.encoder.component import FACTORY
from kg.nlp.encoder.telling import FILE
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


def test_what_reads_whole_articles_is_laid_beside_the_model(tmp_path):
    model = tmp_path / "model"
    shutil.copytree(SHIPPED / FACTORY, model, ignore=shutil.ignore_patterns(FILE))
    package(model, tmp_path / "without")
    package(model, tmp_path / "with", SHIPPED / FACTORY / FILE)
    assert not (tmp_path / "without" / FACTORY / FILE).exists()
    assert (tmp_path / "with" / FACTORY / FILE).read_bytes() == (SHIPPED / FACTORY / FILE).read_bytes()
    assert not (model / FILE).exists()
