"""The area under the curve is the chance it is said to be."""

import itertools

import pytest
from discrimination import auc, error
from hypothesis import given
from hypothesis import strategies as st

SCORES = st.lists(st.integers(0, 100), min_size=1, max_size=30)


def test_groups_apart_have_an_area_of_one_and_equal_ones_of_a_half():
    assert auc([90, 95], [10, 20, 30]) == 1
    assert auc([100, 100], [100]) == 0.5


@given(SCORES, SCORES)
def test_the_area_is_the_share_of_pairs_in_order(first, second):
    pairs = list(itertools.product(first, second))
    wanted = sum((a > b) + 0.5 * (a == b) for a, b in pairs) / len(pairs)
    assert auc(first, second) == pytest.approx(wanted)


def test_the_error_of_a_half_is_that_of_hanley_and_mcneil():
    """With 100 and 100: sqrt((.25 + 2 * 99 * (1/3 - .25)) / 10000) = .0409."""
    assert error(0.5, 100, 100) == pytest.approx(0.0409, abs=1e-4)
