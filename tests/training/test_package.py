import shutil
from pathlib import Path

from training.package import CARD, hashes

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
