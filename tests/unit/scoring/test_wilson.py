"""The Wilson interval of a share."""

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.scoring.wilson import wilson


def ends(count, total):
    low, high = wilson(pl.lit(count), pl.lit(total))
    return pl.select(low=low, high=high).row(0)


@pytest.mark.parametrize(
    ("count", "total", "low", "high"),
    [
        # By hand: z^2 = 2.7055; with none of n the upper end is z^2 / (n + z^2).
        (0, 10, 0.0, 2.7055 / 12.7055),
        (10, 10, 10 / 12.7055, 1.0),
        (0, 1, 0.0, 2.7055 / 3.7055),
        # At one half the middle is one half, the spread z / (2 sqrt(n + z^2)).
        (50, 100, 0.5 - 1.64485 / (2 * 102.7055**0.5), 0.5 + 1.64485 / (2 * 102.7055**0.5)),
    ],
)
def test_the_ends_are_those_of_the_formula(count, total, low, high):
    assert ends(count, total) == pytest.approx((low, high), abs=0.00006)


@given(st.integers(1, 10**6).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))))
def test_the_interval_holds_the_share_and_lies_between_0_and_1(pair):
    count, total = pair
    low, high = ends(count, total)
    assert 0 <= low <= count / total + 0.0001
    assert count / total - 0.0001 <= high <= 1


@pytest.mark.parametrize(("count", "total"), [(1, 3), (2, 7), (5, 11), (123, 4567)])
def test_the_ends_are_rounded_to_four_digits(count, total):
    """A report must be reproduced to the last digit on another machine."""
    share, square = count / total, 1.6448536269514722**2
    spread = (square * share * (1 - share) / total + square**2 / (4 * total**2)) ** 0.5
    exact = [
        (share + square / (2 * total) + side) / (1 + square / total) for side in (-spread, spread)
    ]
    assert ends(count, total) == tuple(round(end, 4) for end in exact)


@given(st.integers(1, 1000).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))))
def test_having_and_not_having_are_mirrored(pair):
    count, total = pair
    low, high = ends(count, total)
    assert ends(total - count, total) == pytest.approx((1 - high, 1 - low), abs=0.00011)
