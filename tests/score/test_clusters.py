"""Groupings compared, worked out by hand."""

import pytest

from kg.score.clusters import Stray, b_cubed, linked, pairs_across, strays
from kg.score.sheet import Count

# three mentions of one thing, of which one is told apart, together with another thing
GOLDS = {"a": 1, "b": 1, "c": 1, "d": 2}
TOLD = {"a": "x", "b": "x", "c": "y", "d": "y"}


def test_b_cubed_of_a_split_and_a_merged_group() -> None:
    # a, b: told group {a, b}, all of thing 1: precision 2/2; of the three of thing 1 two are there: recall 2/3
    # c: of {c, d} one is of thing 1: 1/2; of thing 1 only itself: 1/3; d: 1/2, and all of thing 2: 1/1
    assert b_cubed(GOLDS, TOLD) == {
        "a": Count(1, 1, 2 / 3, 1),
        "b": Count(1, 1, 2 / 3, 1),
        "c": Count(1 / 2, 1, 1 / 3, 1),
        "d": Count(1 / 2, 1, 1, 1),
    }


def test_b_cubed_of_a_missed_item_has_no_recall_and_no_precision() -> None:
    # without d, c stands alone in its told group: precision 1/1
    counts = b_cubed(GOLDS, {"a": "x", "b": "x", "c": "y"})
    assert counts["d"] == Count(gold=1)
    assert counts["c"] == Count(1, 1, 1 / 3, 1)


def test_b_cubed_leaves_out_what_the_gold_does_not_have() -> None:
    assert b_cubed({"a": 1}, {"a": "x", "z": "x"}) == {"a": Count(1, 1, 1, 1)}


def test_b_cubed_of_nothing() -> None:
    assert b_cubed({}, TOLD) == {}
    assert b_cubed({"a": 1}, {}) == {"a": Count(gold=1)}


def test_pairs_of_one_group() -> None:
    assert linked(GOLDS) == {frozenset("ab"), frozenset("ac"), frozenset("bc")}
    assert linked({}) == frozenset()


def _home(item: str) -> str:
    return "first" if item in "ab" else "second"


def test_links_across_homes_count_half_at_either_end() -> None:
    # gold links over homes: a-c, b-c (a-b is inside one); told: a-c, right, and a-d, wrong (c-d is inside one)
    counts = pairs_across(GOLDS, {"a": "x", "b": "y", "c": "x", "d": "x"}, home=_home)
    assert counts == {
        "a": Count(0.5, 1, 0.5, 0.5),
        "b": Count(0, 0, 0, 0.5),
        "c": Count(0.5, 0.5, 0.5, 1),
        "d": Count(0, 0.5, 0, 0),
    }


def test_links_that_the_gold_does_not_decide_are_left_out() -> None:
    counts = pairs_across(
        GOLDS, {"a": "x", "b": "y", "c": "x", "d": "x"}, home=_home, decided=lambda one, other: "d" not in (one, other)
    )
    # a-d is out; the right link a-c stands though it was never asked for
    assert sum(counts.values(), Count()) == Count(1, 1, 1, 2)


@pytest.mark.parametrize("told", [{}, {"z": "x"}])
def test_links_of_an_empty_graph_are_all_missed(told: dict[str, str]) -> None:
    # links over homes: a-c, b-c
    assert sum(pairs_across(GOLDS, told, home=_home).values(), Count()) == Count(gold=2)


def test_strays_are_what_must_move() -> None:
    # of thing 1 two are told as x: c is apart from them. Of y, one is of each thing: c comes first, so d must leave it
    assert list(strays(GOLDS, TOLD)) == [Stray("c", "a", split=True), Stray("d", "c", split=False)]


def test_no_strays_where_all_is_right_or_nothing_found() -> None:
    assert not list(strays(GOLDS, {"a": "x", "b": "x", "c": "x", "d": "y"}))
    assert not list(strays(GOLDS, {}))
