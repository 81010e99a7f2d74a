"""One-to-one matching, against cases done by hand and against trying all."""

from hypothesis import given
from hypothesis import strategies as st

from kg.score.matching import match, one_each


def by_table(table):
    return lambda gold, told: table[gold][told]


def matched(table):
    golds, told = range(len(table)), range(len(table[0]) if table else 0)
    return match(golds, told, by_table(table))


def test_nothing_to_match() -> None:
    assert match([], [1, 2], lambda *_: 1) == ()
    assert match([1, 2], [], lambda *_: 1) == ()


def test_the_best_pair_is_taken_first() -> None:
    # the second gold item goes better with the told one
    assert matched([[0.6], [0.9]]) == ((1, 0),)


def test_no_item_is_in_two_pairs() -> None:
    # everything found twice: one told item is left over
    assert matched([[1.0, 1.0]]) == ((0, 0),)
    assert matched([[1.0], [1.0]]) == ((0, 0),)


def test_a_score_of_zero_or_less_is_no_pair() -> None:
    assert matched([[0.0, -1.0]]) == ()


def test_an_item_that_would_stay_alone_moves_the_others_on() -> None:
    # 0.9 takes (0, 0), then gold 1 has nobody; gold 0 also goes with told 1, so told 0 is given to gold 1
    assert matched([[0.9, 0.6], [0.8, 0.0]]) == ((0, 1), (1, 0))


def test_a_chain_of_moves() -> None:
    # greedy takes (0, 0) and (1, 1) and leaves gold 2 alone, which goes with told 0 only: 0 moves to 1, 1 moves to 2
    assert matched([[0.9, 0.5, 0.0], [0.0, 0.9, 0.5], [0.8, 0.0, 0.0]]) == ((0, 1), (1, 2), (2, 0))


def test_of_equal_scores_the_earlier_items_are_taken() -> None:
    assert matched([[0.7, 0.7], [0.7, 0.7]]) == ((0, 0), (1, 1))


def tables(rows, columns):
    return st.lists(
        st.lists(st.sampled_from((0.0, 0.5, 0.6, 0.9, 1.0)), min_size=columns, max_size=columns),
        min_size=rows, max_size=rows,
    )  # fmt: skip


TABLES = st.tuples(st.integers(1, 5), st.integers(1, 5)).flatmap(lambda size: tables(*size))


def most_pairs(table, used=frozenset()) -> int:
    """The size of the largest matching, by trying all: the first gold item gets none, or any told one left."""
    if not table:
        return 0
    first, *rest = table
    free = [told for told, score in enumerate(first) if score > 0 and told not in used]
    return max(most_pairs(rest, used), *(1 + most_pairs(rest, used | {told}) for told in free), 0)


@given(TABLES)
def test_as_many_pairs_as_can_be(table) -> None:
    pairs = matched(table)
    assert len(pairs) == most_pairs(table)
    assert len({gold for gold, _ in pairs}) == len({told for _, told in pairs}) == len(pairs)
    assert all(table[gold][told] > 0 for gold, told in pairs)


@given(TABLES, st.randoms(use_true_random=False))
def test_how_many_are_matched_does_not_hang_on_the_order(table, chance) -> None:
    golds, told = list(range(len(table))), list(range(len(table[0])))
    chance.shuffle(golds)
    chance.shuffle(told)
    assert len(match(golds, told, by_table(table))) == len(matched(table))


def test_of_the_rows_of_one_thing_the_best_stands_for_it() -> None:
    rows = [("x1", 0.2), ("x1", 0.9), ("x2", 0.0), (None, 0.5), (None, 0.5), ("x2", 0.0)]
    kept = one_each(["gold"], rows, lambda _, row: row[1], lambda row: row[0])
    # the better row of x1; the first of x2, where none goes with anything; a row without a thing is one of its own
    assert kept == (("x1", 0.9), ("x2", 0.0), (None, 0.5), (None, 0.5))
    assert one_each([], rows[:2], lambda _, row: row[1], lambda row: row[0]) == (("x1", 0.2),)
