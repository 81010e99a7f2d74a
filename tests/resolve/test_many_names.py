from hypothesis import given
from hypothesis import strategies as st

from kg.resolve.many_names import bare_all, fold_all, skeleton_all
from kg.resolve.names import bare, fold, skeleton

NAMES = ["al-Ḩasakah", "Straße", "U.S. Base", "", "The Al", "Kyïv’s", "Łódź\nÅ", "Raqqah", "دير", "Æskøy", "ah", "Dahh"]


def _all_alike(names):
    assert fold_all(names) == [fold(name) for name in names]
    keys = bare_all(names)
    assert keys == [bare(name) for name in names]
    assert skeleton_all(keys) == [skeleton(key) for key in keys]


def test_many_are_as_each_alone():
    _all_alike(NAMES)


@given(st.lists(st.text(max_size=12), min_size=1, max_size=5))
def test_any_text_is_as_alone(names):
    _all_alike(names)
