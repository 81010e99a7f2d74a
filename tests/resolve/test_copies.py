import pytest
from made_digests import article

from kg.resolve.copies import find_copies
from kg.resolve.fingerprint import fingerprint, resemblance

WIRE = " ".join(f"On day {n} the patrol met no one near the mill and went home." for n in range(20))
OTHER = " ".join(f"Aid lorry {n} crossed the bridge with flour, oil and blankets for the camp." for n in range(20))


@pytest.mark.parametrize(
    ("left", "right", "low", "high", "why"),
    [
        (WIRE, WIRE, 1.0, 1.0, "itself"),
        (WIRE, WIRE + " The mill is old. Its owner fled.", 0.6, 0.99, "with a line added"),
        (WIRE, OTHER, 0.0, 0.1, "another text"),
        ("too short", "too short", 0.0, 0.0, "nothing to compare"),
    ],
)
def test_resemblance(left, right, low, high, why):
    assert low <= resemblance(fingerprint(left), fingerprint(right)) <= high, why


def test_each_article_is_tied_to_the_first_of_its_copies():
    articles = [
        article("late", text=WIRE, published="2021-05-03"),
        article("early", text=WIRE + " So it ended.", published="2021-05-02"),
        article("undated", text=WIRE, published=None),
        article("own", text=OTHER, published="2021-05-03"),
    ]
    expected = (("early", "early"), ("late", "early"), ("own", "own"), ("undated", "early"))
    assert find_copies(articles) == expected
    assert find_copies(articles[::-1]) == expected
