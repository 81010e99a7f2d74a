"""A run against a kept one; what was gained and lost is seen by eye."""

from kg.model import Span
from kg.score import Fault, LayerScore, Report, compare, to_comparison_lines
from kg.score.sheet import Case, Count, Sheet
from kg.score.tally import tally

TEXT = "Rain fell. Two fled. The bridge fell."
RAIN, TWO, BRIDGE = Span(0, 9), Span(11, 19), Span(21, 36)


def made_run(count: Count, *cases: Case, layer: str = "statements", gold: str = "gold", km: float = 5.0) -> Report:
    sheet = Sheet("a", TEXT)
    sheet.count("content", count)
    sheet.value("km", km)
    return Report(gold, 1, (LayerScore(layer, "articles", tally(layer, "articles", [sheet]), cases),))


def case(fault: Fault, span: Span, expected: str = "", told: str = "") -> Case:
    return Case("a", "content", fault, "all", span.start, span.end, expected, told, "")


MISSED_RAIN = case(Fault.MISSED, RAIN, "Rain fell")
MISSED_TWO = case(Fault.MISSED, TWO, "Two fled")
INVENTED_BRIDGE = case(Fault.INVENTED, BRIDGE, told="The bridge fell")


def test_what_was_gained_and_what_was_lost() -> None:
    # before: one of three found; after: the rain is found, and a bridge is invented
    before = made_run(Count(1, 1, 1, 3), MISSED_RAIN, MISSED_TWO)
    after = made_run(Count(2, 3, 2, 3), MISSED_TWO, INVENTED_BRIDGE)
    comparison = compare(before, after)
    assert [each for _, each in comparison.gained] == [MISSED_RAIN]
    assert [each for _, each in comparison.lost] == [INVENTED_BRIDGE]
    (change,) = comparison.changes
    assert change.key == ("statements", "articles", "content", "all")
    assert change.before is not None
    assert change.after is not None
    # P 1 → ⅔, R ⅓ → ⅔
    assert (change.before.precision, change.after.recall) == (1, 2 / 3)
    assert list(to_comparison_lines(comparison)) == [
        "statements / articles / content / all: P 1.000 → 0.667, R 0.333 → 0.667, F1 0.500 → 0.667",
        "GAINED: MISSED statements, content: a 0-9\n    expected: Rain fell",
        "LOST: INVENTED statements, content: a 21-36\n    told:     The bridge fell",
        "1 figures changed, 1 cases gained, 1 lost",
    ]


def test_the_same_run_changes_nothing() -> None:
    run = made_run(Count(1, 1, 1, 3), MISSED_RAIN)
    comparison = compare(run, run)
    assert (comparison.changes, comparison.gained, comparison.lost) == ((), (), ())
    assert list(to_comparison_lines(comparison)) == ["0 figures changed, 0 cases gained, 0 lost"]


def test_another_wrong_detail_at_the_same_place_is_the_same_case() -> None:
    before, after = (
        made_run(Count(0, 1, 0, 1), case(Fault.WRONG, RAIN, "Ode: Rain fell", told)) for told in ("Mara", "Ilan")
    )
    assert compare(before, after).gained == compare(before, after).lost == ()


def test_another_invention_at_the_same_place_is_another_case() -> None:
    before, after = (made_run(Count(0, 1, 0, 1), case(Fault.INVENTED, RAIN, told=told)) for told in ("snow", "hail"))
    assert [each.told for _, each in compare(before, after).gained] == ["snow"]
    assert [each.told for _, each in compare(before, after).lost] == ["hail"]


def test_an_invention_told_twice_and_then_once_is_one_gained() -> None:
    before = made_run(Count(0, 2, 0, 1), INVENTED_BRIDGE, INVENTED_BRIDGE)
    after = made_run(Count(0, 1, 0, 1), INVENTED_BRIDGE)
    assert [each for _, each in compare(before, after).gained] == [INVENTED_BRIDGE]
    assert [each for _, each in compare(after, before).lost] == [INVENTED_BRIDGE]


def test_layers_of_one_run_alone_are_left_out() -> None:
    before = made_run(Count(1, 1, 1, 3), MISSED_RAIN)
    after = made_run(Count(0, 0, 0, 3), MISSED_TWO, layer="figures")
    comparison = compare(before, after)
    assert (comparison.changes, comparison.gained, comparison.lost) == ((), (), ())


def test_a_distance_that_changes() -> None:
    comparison = compare(made_run(Count(), km=5.0), made_run(Count(), km=3.5))
    (line, _) = to_comparison_lines(comparison)
    assert line == "statements / articles / km / all: median 5.000 → 3.500"


def test_a_row_that_only_one_run_has() -> None:
    before, after = made_run(Count(1, 1, 1, 1)), made_run(Count(1, 1, 1, 1))
    rows = tuple(row for row in after.layers[0].rows if row.measure != "km")
    after = Report("gold", 1, (LayerScore("statements", "articles", rows, ()),))
    (change,) = compare(before, after).changes
    assert (change.key[2], change.after) == ("km", None)


def test_runs_of_different_articles_are_told_apart() -> None:
    comparison = compare(made_run(Count(1, 1, 1, 1)), made_run(Count(1, 1, 1, 1), gold="other"))
    first, *_ = to_comparison_lines(comparison)
    assert first == "Not the same gold: gold (1 articles) is compared with other (1 articles)"
