"""The unit of a last digit, and the hyphens that a number may step over."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.numbers.numerals import past_hyphen, past_loose_hyphen, step_of
from provenance.text.sentence_tokens import split


@given(st.integers(1, 9), st.integers(0, 12))
def test_a_digit_before_zeros_is_known_to_its_own_place(digit, zeros):
    assert step_of(digit * 10**zeros) == 10**zeros


@given(st.integers(1, 10**9))
def test_a_step_divides_its_value_and_ten_times_it_does_not(value):
    step = step_of(value)
    assert value % step == 0
    assert value % (10 * step) != 0


@given(st.integers(0, 999), st.integers(1, 9), st.integers(1, 5))
def test_a_decimal_is_known_to_its_last_place(whole, digit, places):
    assert math.isclose(step_of(whole + digit / 10**places), 10.0**-places)


@given(st.integers(-(10**9), 10**9))
def test_a_sign_says_nothing_about_the_step(value):
    assert step_of(value) == step_of(-value)


@pytest.mark.parametrize(
    ("text", "tight", "loose"),
    [
        ("2-inch", 2, 2),
        ("2 - inch", 1, 2),
        ("2- inch", 1, 1),
        ("2 -inch", 1, 1),
        ("2 inch", 1, 1),
        ("2–inch", 2, 2),
        ("2", 1, 1),
    ],
)
def test_a_hyphen_with_a_gap_on_one_side_joins_nothing(lexicon, text, tight, loose):
    words = split(text, 0, len(text))
    assert past_hyphen(words, 1, lexicon) == tight
    assert past_loose_hyphen(words, 1, lexicon) == loose
