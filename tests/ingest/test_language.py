"""English or not: told from one sentence on, never from a few names."""

import pytest

from kg.errors import ArticleError
from kg.ingest.language import check_english


@pytest.mark.parametrize(
    "text",
    [
        "Les soldats ont quitté le village hier soir après de longs combats, selon un habitant.",
        "Las tropas abandonaron el pueblo el martes por la noche, dijo un vecino de la ciudad.",
        "Войска покинули деревню во вторник вечером, сообщил местный житель.",
    ],
)
def test_one_foreign_sentence_is_enough_to_tell(text: str) -> None:
    with pytest.raises(ArticleError, match="not English"):
        check_english(text, "article.txt")


@pytest.mark.parametrize(
    "text",
    [
        "The soldiers left the village late on Tuesday after long clashes, a resident said.",
        "Clashes near Deir ez-Zor: 12 killed",  # too short to tell
        "Abu Bakr, Abu Hafs and Umm Yahya met Jaish al-Islam and Ahrar al-Sham in the town of Jisr al-Shughur.",
        "Turkish strikes kill 12 fighters near Syrias Hajin Monitor NNA Monday 3 May 2021",  # a headline full of names
        "",
    ],
)
def test_english_and_what_is_too_short_pass(text: str) -> None:
    check_english(text, "article.txt")
