import pytest

from kg.extract.cast import find_cast


@pytest.mark.parametrize(
    ("text", "name", "within", "why"),
    [
        ("Shells hit the Shahba neighbourhood of Aleppo on Monday.", "Shahba", ("Aleppo",), "a quarter of a town"),
        ("Shells hit Daraya, a suburb of Damascus, on Monday.", "Daraya", ("Damascus",), "an apposition"),
        ("Shells hit the Damascus suburb of Daraya on Monday.", "Damascus", (), "the suburb is the second"),
        ("Troops left the town of Daraya near Damascus on Monday.", "Daraya", (), "near is not in"),
        ("Troops left Daraya and a suburb of Damascus on Monday.", "Daraya", (), "the suburb is another"),
    ],
)
def test_parts_of_towns_lie_in_them(parse, text, name, within, why):
    cast = find_cast(parse(text))
    (found,) = (referent for referent in cast.referents if referent.name == name)
    assert found.within == within, why
