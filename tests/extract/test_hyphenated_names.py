"""Names with an Arabic article before a hyphen are one name, whatever letter the article has turned to."""

from collections.abc import Callable

import pytest

from kg.extract.cast import find_cast
from kg.nlp import Parsed


@pytest.mark.parametrize("name", ["Deir ez-Zor", "Jisr al-Shughur", "Khan esh-Shih", "Ras al-Ain"])
def test_a_place_with_an_article_is_one_name(parse: Callable[..., Parsed], name: str) -> None:
    cast = find_cast(parse(f"Clashes broke out in {name} on Monday. Troops then left {name}."))
    assert [referent.name for referent in cast.referents if referent.place] == [name]


def test_a_rank_of_two_words_is_no_name(parse: Callable[..., Parsed]) -> None:
    cast = find_cast(parse("Rear Admiral John Marsh said the raids continued."))
    assert [referent.name for referent in cast.referents if referent.named] == ["John Marsh"]
