"""The score sheet of one article: counts by class and cases, counted by hand."""

from kg.model import Span
from kg.score.sheet import ALL, NONE, Case, Count, Fault, Sheet, Shown, tick_detail, tick_matched

TEXT = "Rain fell. Two fled. The bridge fell."


def shown(item: tuple[str, str]) -> Shown:
    words, cls = item
    start = TEXT.find(words)
    return Shown(words, Span(start, start + len(words)) if start >= 0 else None, cls)


def test_counts_add_up() -> None:
    assert Count(1, 2, 3, 4) + Count(0.5, 1, 0, 2) == Count(1.5, 3, 3, 6)


def test_a_matching_is_counted_for_all_and_by_class() -> None:
    sheet = Sheet("a", TEXT)
    golds = [("Rain fell", "weather"), ("Two fled", "flight"), ("The bridge fell", "damage")]
    told = [("Rain fell", "weather"), ("Two fled", "weather"), ("Snow fell", "weather")]
    tick_matched(sheet, "m", golds, told, ((0, 0), (1, 1)), show_gold=shown, show_told=shown)
    assert sheet.counts == {
        # 2 of 3 told are right, 2 of 3 in the gold are found
        ("m", ALL): Count(2, 3, 2, 3),
        # all 3 told are told as weather, 2 of them rightly matched; 1 is weather in the gold, and found
        ("m", "weather"): Count(2, 3, 1, 1),
        # found, though told as another class
        ("m", "flight"): Count(0, 0, 1, 1),
        ("m", "damage"): Count(0, 0, 0, 1),
    }


def test_a_miss_and_an_invention_become_cases_with_their_sentences() -> None:
    sheet = Sheet("a", TEXT)
    golds, told = [("The bridge fell", "damage")], [("Two", "flight"), ("Snow", "weather")]
    tick_matched(sheet, "m", golds, told, (), show_gold=shown, show_told=shown)
    assert sheet.cases == [
        Case("a", "m", Fault.MISSED, "damage", 21, 36, "The bridge fell", "", "The bridge fell."),
        Case("a", "m", Fault.INVENTED, "flight", 11, 14, "", "Two", "Two fled."),
        Case("a", "m", Fault.INVENTED, "weather", -1, -1, "", "Snow", ""),  # it stands nowhere in the text
    ]


def test_a_wrong_detail_is_a_case_and_counts_as_not_right() -> None:
    sheet = Sheet("a", TEXT)
    golds, told = [("Rain", "x"), ("Two", "x"), ("bridge", "x")], [("Rain", "x"), ("Too", "x")]
    good = tick_detail(
        sheet, "m + words", golds, told, ((0, 0), (1, 1)),
        right=lambda gold, other: gold == other, show_gold=shown, show_told=shown,
    )  # fmt: skip
    assert good == ((0, 0),)
    # 1 right of 2 told and 3 to find; the one that was not found at all is no case of the detail
    assert sheet.counts == {("m + words", ALL): Count(1, 2, 1, 3)}
    assert sheet.cases == [Case("a", "m + words", Fault.WRONG, "x", 11, 14, "Two", "Too", "Two fled.")]


def test_what_a_system_tells_without_a_class_is_counted_all_the_same() -> None:
    sheet = Sheet("a", TEXT)
    tick_matched(sheet, "m", [], [("Two", None)], (), show_gold=shown, show_told=shown)
    assert sheet.counts == {("m", ALL): Count(told=1), ("m", NONE): Count(told=1)}
    assert [case.cls for case in sheet.cases] == [NONE]


def test_nothing_to_count_is_counted_as_nothing() -> None:
    sheet = Sheet("a", TEXT)
    tick_matched(sheet, "m", [], [], (), show_gold=shown, show_told=shown)
    assert sheet.counts == {("m", ALL): Count()}


def test_the_class_of_everything_is_counted_once() -> None:
    sheet = Sheet("a", TEXT)
    sheet.tick("m", [ALL], [ALL], [(ALL, ALL)])
    assert sheet.counts == {("m", ALL): Count(1, 1, 1, 1)}
