"""Sheets added up: figures and intervals worked out by hand."""

import pytest

from kg.score.sheet import ALL, Count, Sheet
from kg.score.tally import Row, tally


def sheets(*counts: Count) -> list[Sheet]:
    made = [Sheet(str(at), "") for at in range(len(counts))]
    for sheet, count in zip(made, counts, strict=True):
        sheet.count("m", count)
    return made


def only_row(given: list[Sheet]) -> Row:
    (row,) = tally("layer", "data", given)
    return row


def test_articles_are_added_before_they_are_divided() -> None:
    row = only_row(sheets(Count(1, 1, 1, 4), Count(1, 3, 1, 1)))
    # right 2 of 4 told: P ½; 2 of 5 found: R 0.4; F1 = 2 · 0.5 · 0.4 / 0.9 = 4/9
    assert (row.precision, row.recall, row.f1) == (0.5, 0.4, pytest.approx(4 / 9))
    assert (row.right_told, row.told, row.right_gold, row.gold, row.articles) == (2, 4, 2, 5, 2)


def test_an_empty_graph_has_no_precision() -> None:
    row = only_row(sheets(Count(gold=3)))
    assert (row.precision, row.recall, row.f1) == (None, 0, 0)
    assert (row.low, row.high) == (0, 0)


def test_an_empty_gold_has_a_precision_only() -> None:
    row = only_row(sheets(Count(told=3)))
    assert (row.precision, row.recall, row.f1) == (0, None, 0)


def test_nothing_told_and_nothing_to_find_has_no_figures() -> None:
    row = only_row(sheets(Count(), Count()))
    assert (row.precision, row.recall, row.f1, row.low, row.high, row.articles) == (None, None, None, None, None, 0)


def test_everything_found_twice_costs_precision_and_raises_no_recall() -> None:
    row = only_row(sheets(Count(2, 4, 2, 2)))
    # 2 of 4 told are right, 2 of 2 found: P ½, R 1, F1 2/3
    assert (row.precision, row.recall, row.f1) == (0.5, 1, pytest.approx(2 / 3))


def test_a_class_found_only_as_another_has_a_recall_and_no_f1() -> None:
    row = only_row(sheets(Count(right_gold=1, gold=1)))
    assert (row.precision, row.recall, row.f1, row.low, row.high) == (None, 1, None, None, None)


def test_all_right_leaves_no_doubt() -> None:
    row = only_row(sheets(*[Count(2, 2, 2, 2)] * 5))
    assert (row.f1, row.low, row.high) == (1, 1, 1)


def test_articles_that_are_alike_leave_no_doubt() -> None:
    # each sample adds up the same articles: F1 = 2 · ½ · ½ / 1 = ½ in all of them
    row = only_row(sheets(*[Count(1, 2, 1, 2)] * 7))
    assert (row.f1, row.low, row.high) == (0.5, pytest.approx(0.5), pytest.approx(0.5))


def test_the_interval_holds_the_point_and_is_narrower_with_more_articles() -> None:
    pair = [Count(4, 4, 4, 4), Count(2, 4, 2, 4)]
    few, many = only_row(sheets(*pair * 4)), only_row(sheets(*pair * 40))
    for row in (few, many):
        # 6 of 8 right and found
        assert row.f1 == 0.75
        assert row.low < 0.75 < row.high
    assert many.high - many.low < few.high - few.low


def test_the_interval_of_two_articles_spans_from_one_to_the_other() -> None:
    # drawn twice in a quarter of the samples each: F1 of the first alone is 1, of the second alone 0
    row = only_row(sheets(Count(1, 1, 1, 1), Count(0, 1, 0, 1)))
    assert (row.f1, row.low, row.high) == (0.5, 0, 1)


def test_the_interval_leaves_a_fortieth_at_either_end() -> None:
    # F1 of a sample is the share of draws of the first: all three of them in 1 of 27 samples, 3.7 %, which is more than
    # the 2.5 % beyond the upper end; none of them in 8 of 27
    row = only_row(sheets(Count(1, 1, 1, 1), *[Count(0, 1, 0, 1)] * 2))
    assert (row.f1, row.low, row.high) == (pytest.approx(1 / 3), 0, 1)
    # of four: all in 1 of 256 samples, three in 12: 5.1 % together, so ¾ is the upper end
    row = only_row(sheets(Count(1, 1, 1, 1), *[Count(0, 1, 0, 1)] * 3))
    assert (row.f1, row.low, row.high) == (0.25, 0, 0.75)


def test_the_same_sheets_give_the_same_rows() -> None:
    given = sheets(Count(1, 2, 1, 3), Count(2, 2, 2, 2), Count(0, 1, 0, 2))
    assert tally("layer", "data", given) == tally("layer", "data", given)


def test_measures_stand_as_they_came_and_all_before_the_classes() -> None:
    sheet = Sheet("a", "")
    sheet.tick("second", ["b", "a"], [], [])
    sheet.tick("first", [], ["a"], [])
    rows = [(row.measure, row.cls) for row in tally("layer", "data", [sheet])]
    assert rows == [("second", ALL), ("second", "a"), ("second", "b"), ("first", ALL), ("first", "a")]


def distances(*articles: list[float]) -> Row:
    made = []
    for at, values in enumerate(articles):
        sheet = Sheet(str(at), "")
        for value in values:
            sheet.value("km", value)
        made.append(sheet)
    return only_row(made)


@pytest.mark.parametrize(
    ("values", "median"),
    [([5.0], 5), ([9.0, 1.0], 5), ([9.0, 1.0, 2.0], 2), ([4.0, 1.0, 2.0, 100.0], 3), ([7.0, 7.0, 7.0, 0.0], 7)],
)
def test_a_distance_is_told_as_the_median(values: list[float], median: float) -> None:
    row = distances(values)
    # one article is in each sample as it is: the interval is the point
    assert (row.median, row.median_low, row.median_high) == (median, median, median)
    assert (row.precision, row.recall, row.f1, row.low, row.high) == (None,) * 5
    assert (row.told, row.articles) == (len(values), 1)


def test_the_interval_of_a_median_is_drawn_by_article() -> None:
    # three values of 1 in one article, one of 9 in the other: (1 1 1 9) has the median 1, the first alone 1, the second
    # alone (a quarter of the samples) 9
    row = distances([1.0, 1.0, 1.0], [9.0])
    assert (row.median, row.median_low, row.median_high) == (1, 1, 9)


def test_articles_without_a_distance_are_left_out() -> None:
    row = distances([3.0], [])
    # half of the samples hold the first once, a quarter twice; a quarter hold nothing and count for nothing
    assert (row.median, row.median_low, row.median_high, row.articles) == (3, 3, 3, 1)


def test_no_sheets_give_no_rows() -> None:
    assert tally("layer", "data", []) == ()
