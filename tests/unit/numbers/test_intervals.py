"""What a figure allows follows from its words, within the steps the manual states."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.model import Bound
from provenance.numbers.intervals import bounded, ratio, reach, span, step_half

STATED = [bound for bound in Bound if bound not in (Bound.RANGE, Bound.VAGUE)]
VALUES = st.floats(0.01, 1e12) | st.integers(1, 10**9).map(float)
STEPS = st.sampled_from([0.01, 0.1, 1.0, 10.0, 1000.0])


def strict(value, step, bound):
    found = reach(value, step, bound)
    return found.low, found.high


def soft(value, step, bound):
    found = reach(value, step, bound)
    return found.soft_low, found.soft_high


@pytest.mark.parametrize(
    ("value", "step", "expected"),
    [
        (55, 1, (54.5, 55.5)),
        (3.1, 0.1, (3.05, 3.15)),
        (10, 10, (9.5, 10.5)),  # 5 %, not half of ten: five inches are not ten inches
        (5000, 1000, (4750, 5250)),
        (1_500_000, 100_000, (1_450_000, 1_550_000)),
        (175, 1, (174.5, 175.5)),
        (0, 1, (-0.5, 0.5)),
    ],
)
def test_a_bare_number_is_off_by_half_its_last_digit_and_never_by_more_than_5_percent(
    value, step, expected
):
    assert strict(value, step, Bound.EXACT) == pytest.approx(expected)


@pytest.mark.parametrize(
    ("bound", "expected"),
    [
        (Bound.MORE, (200, None)),
        (Bound.LESS, (0, 200)),
        (Bound.UP_TO, (0, 200)),
        (Bound.NEARLY, (170, 200)),
        (Bound.ABOUT, (180, 220)),
        (Bound.EXACT, (190, 210)),
    ],
)
def test_the_bound_sets_what_200_strictly_allows(bound, expected):
    assert strict(200, 100, bound) == pytest.approx(expected)


@pytest.mark.parametrize(
    ("bound", "expected"),
    [
        (Bound.MORE, (200, 300)),
        (Bound.LESS, (100, 200)),
        (Bound.UP_TO, (100, 200)),
        (Bound.NEARLY, (180, 200)),
        (Bound.ABOUT, (160, 240)),
        (Bound.EXACT, (180, 220)),
    ],
)
def test_the_bound_sets_what_a_reader_takes_200_to_mean(bound, expected):
    assert soft(200, 100, bound) == pytest.approx(expected)


@pytest.mark.parametrize(
    ("value", "step", "expected"),
    [(200, 100, 300), (55, 1, 60), (175, 1, 200), (1234, 1, 2000), (1.5, 0.1, 2), (0, 1, 1)],
)
def test_more_than_a_number_is_taken_to_be_less_than_the_next_round_one(value, step, expected):
    assert reach(value, step, Bound.MORE).soft_high == pytest.approx(expected)


def test_about_a_small_count_is_off_by_half_at_least():
    assert strict(3, 1, Bound.ABOUT) == (2.5, 3.5)


@pytest.mark.parametrize(
    ("bound", "expected"), [(Bound.EXACT, (-30.5, -29.5)), (Bound.ABOUT, (-33, -27))]
)
def test_a_negative_number_reaches_to_both_sides(bound, expected):
    assert strict(-30, 1, bound) == pytest.approx(expected)


@pytest.mark.parametrize("bound", [Bound.MORE, Bound.LESS, Bound.UP_TO, Bound.NEARLY])
def test_other_bounds_of_a_negative_number_are_read_as_about(bound):
    """Which way "below minus 30" opens depends on what is measured."""
    assert reach(-30, 10, bound) == reach(-30, 10, Bound.ABOUT)


def test_a_share_in_words_is_rougher_than_one_in_figures():
    third = ratio(1 / 3)
    assert third.low < 0.32 < third.high
    assert third.soft_low < 0.29 < third.soft_high
    assert third.low > 0.3


def test_a_range_allows_its_ends_and_what_lies_between():
    found = span(20, 30)
    assert (found.low, found.high, found.soft_low, found.soft_high) == (20, 30, 20, 30)


@pytest.mark.parametrize(
    ("bound", "expected"),
    [
        (Bound.MORE, (24, None)),
        (Bound.UP_TO, (0, 99)),
        (Bound.LESS, (0, 99)),
        (Bound.ABOUT, (24, 99)),
        (Bound.EXACT, (24, 99)),
    ],
)
def test_a_bound_opens_a_vague_word_on_one_side(bound, expected):
    found = bounded(24, 99, bound)
    assert (found.low, found.high) == expected


@given(VALUES, STEPS, st.sampled_from(STATED))
def test_every_interval_holds_its_value(value, step, bound):
    found = reach(value, step, bound)
    assert found.low <= value
    assert found.high is None or value <= found.high
    assert found.soft_low <= value
    assert found.soft_high is None or value <= found.soft_high


@given(VALUES, STEPS)
def test_a_reader_takes_a_bare_number_more_loosely_and_a_bound_more_narrowly(value, step):
    for bound in STATED:
        found = reach(value, step, bound)
        high = math.inf if found.high is None else found.high
        wider = found.soft_low <= found.low and high <= found.soft_high
        narrower = found.low <= found.soft_low and found.soft_high <= high
        assert wider if bound in (Bound.EXACT, Bound.ABOUT) else narrower


@given(VALUES, STEPS)
def test_rounding_is_never_more_than_5_percent_of_a_round_number(value, step):
    half = step_half(value, step)
    assert half <= step / 2
    assert step <= 1 or half <= 0.05 * value + 1e-9


@given(VALUES, STEPS)
def test_about_allows_all_that_the_bare_number_allows(value, step):
    bare, about = reach(value, step, Bound.EXACT), reach(value, step, Bound.ABOUT)
    assert about.low <= bare.low
    assert bare.high <= about.high


@given(VALUES)
def test_a_negative_number_is_the_mirror_of_its_size(value):
    left, right = reach(-value, 1, Bound.ABOUT), reach(value, 1, Bound.ABOUT)
    assert (left.low, left.high) == pytest.approx((-right.high, -right.low))
