import pytest

from kg.resolve.names import bare, fold, numbers, short_hash, skeleton, slug


@pytest.mark.parametrize(
    ("name", "expected", "why"),
    [
        ("Deir ez-Zor", "deir ez zor", "hyphens are breaks"),
        ("Ta'izz", "taizz", "apostrophes go"),
        ("Şırnak", "sirnak", "letters lose their marks"),
        ("U.S.", "us", "the dots of initials go"),
        ("St. Louis", "st louis", "other dots are breaks"),
    ],
)
def test_fold(name, expected, why):
    assert fold(name) == expected, why


@pytest.mark.parametrize(
    ("left", "right", "same", "why"),
    [
        ("al-Raqqah", "Ar Raqqah", True, "articles do not count"),
        ("The Hague", "Hague", True, "English articles neither"),
        ("Raqqa", "Raqqah", False, "spellings are a matter of sound"),
        ("92nd Brigade", "93rd Brigade", False, "numbers tell names apart"),
    ],
)
def test_bare(left, right, same, why):
    assert (bare(left) == bare(right)) is same, why


@pytest.mark.parametrize(
    ("left", "right", "same", "why"),
    [
        ("Raqa", "al-Raqqah", True, "doubled letters and a last h"),
        ("Baghouz", "al-Baghuz", True, "ou and u"),
        ("Kobane", "Kobani", True, "last vowel"),
        ("Hama", "Homs", False, "other consonants"),
    ],
)
def test_skeleton(left, right, same, why):
    assert (skeleton(left) == skeleton(right)) is same, why


def test_numbers():
    assert numbers("11th Division") == {"11"} != numbers("1st Division")
    assert numbers("Brigade IV") != numbers("Brigade VI")


def test_slug_needs_no_escapes():
    assert slug("Ḩamā (city)") == "hama-city"
    assert slug("دمشق") == "unnamed"


def test_short_hash_depends_on_where_parts_end():
    assert short_hash("ab", "c") != short_hash("a", "bc")
