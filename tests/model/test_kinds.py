import pytest

from kg.model import EventKind, kind_group


@pytest.mark.parametrize(
    ("one", "other", "same", "why"),
    [
        ("airstrike", "shelling", True, "both from afar"),
        ("advance", "capture_of_place", True, "ground won"),
        ("advance", "retreat", False, "of the other side"),
        ("airstrike", "armed_clash", False, "two sides on one ground"),
    ],
)
def test_readers_take_kinds_of_one_group_for_one_another(one: str, other: str, same: bool, why: str) -> None:
    assert (kind_group(one) == kind_group(other)) is same, why


def test_each_kind_stands_in_a_group_and_what_is_none_is_its_own() -> None:
    assert {kind_group(kind) for kind in EventKind}.isdisjoint({"airstrike", "shelling", "armed_clash"})
    assert kind_group("wedding") == "wedding"
