from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from provenance.reporters.html.windows import WHOLE, windows

LONG = "a harbour town " * 10_000  # 150,000 characters


def test_a_text_within_the_limit_is_shown_whole():
    assert windows("x" * WHOLE, [(5, 9)]) == [(0, WHOLE)]
    assert windows("", []) == [(0, 0)]


def test_of_a_longer_text_its_beginning_is_shown():
    ((start, end),) = windows(LONG, [])
    assert start == 0
    assert 1_000 < end < 5_000


def test_a_span_near_the_beginning_shortens_nothing():
    assert windows(LONG, [(500, 510)]) == windows(LONG, [])


def test_around_a_span_some_text_is_shown_on_both_sides():
    span = (100_000, 100_007)
    _, (start, end) = windows(LONG, [span])
    assert start <= 100_000 - 100
    assert end >= 100_007 + 100
    assert end - start < 2_000


def test_of_a_span_longer_than_what_is_shown_both_ends_are():
    shown = windows(LONG, [(20_000, 120_000)])
    assert len(shown) == 3
    assert shown[1][0] < 20_000 < shown[1][1]
    assert shown[2][0] < 120_000 < shown[2][1]


def test_a_cut_falls_between_words_where_a_space_is_near():
    starts = [start for start, _ in windows(LONG, [(50_003, 50_004), (90_001, 90_002)])[1:]]
    assert [LONG[start - 1] for start in starts] == [" ", " "]


def test_many_spans_leave_less_around_each():
    """A book with a finding on each page must not make a page as long as the book."""
    text = "word " * 1_000_000
    spans = [(at, at + 4) for at in range(0, 5_000_000, 10_000)]
    assert sum(end - start for start, end in windows(text, spans)) < 4 * WHOLE


@given(st.lists(st.tuples(*[st.integers(0, len(LONG))] * 2).map(sorted), max_size=30))
def test_both_ends_of_every_span_are_shown_in_order_and_apart(spans):
    shown = windows(LONG, spans)
    for edge in (edge for span in spans for edge in span):
        assert any(start <= edge <= end for start, end in shown)
    edges = [edge for window in shown for edge in window]
    assert edges == sorted(edges)
    assert all(left[1] < right[0] for left, right in pairwise(shown))
