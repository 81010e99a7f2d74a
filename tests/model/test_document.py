"""Spans: half-open, never empty, cut from a text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.model import Span

spans = st.builds(lambda start, length: Span(start, start + length), st.integers(0, 50), st.integers(1, 50))


@pytest.mark.parametrize(("start", "end"), [(3, 3), (4, 3), (-1, 2)])
def test_what_is_no_span_is_refused(start: int, end: int) -> None:
    with pytest.raises(ValueError, match="not a span"):
        Span(start, end)


def test_words_are_cut_from_the_text() -> None:
    assert Span(4, 8).of("The town fell") == "town"


@given(spans, spans)
def test_overlap_has_no_direction_and_covering_is_overlap(one: Span, other: Span) -> None:
    assert one.overlaps(other) is other.overlaps(one)
    assert not one.covers(other) or one.overlaps(other)
    assert one.overlaps(other) is bool(set(range(one.start, one.end)) & set(range(other.start, other.end)))
