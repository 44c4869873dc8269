"""The mean of a set of units, with an interval that is the same everywhere."""

from collections import Counter
from fractions import Fraction
from math import floor

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.scoring.bootstrap import means

SCORES = st.integers(0, 100)


def mean_of(units, pool, prior=8):
    """Score, low and high of one set of units."""
    counts = np.bincount(units, minlength=101)[None, :].astype(np.int64)
    found = means(counts, np.array(sorted(pool), np.int64), prior)
    return int(found.score[0]), int(found.low[0]), int(found.high[0])


def test_prior_units_of_the_corpus_are_mixed_in():
    """(3 * 40 + 8 * 90) / 11 = 76.4: three bad articles do not condemn an outlet."""
    score, _, _ = mean_of([40, 40, 40], [90])
    assert score == 76


def test_halves_are_rounded_up():
    assert mean_of([0], [1], prior=1)[0] == 1


def test_units_that_are_all_alike_prove_nothing_when_the_corpus_varies():
    """An interval without width for ten articles would be a lie."""
    score, low, high = mean_of([100] * 10, [60, 100])
    assert low < score < high


def test_a_pool_of_one_score_and_equal_units_leave_nothing_open():
    assert mean_of([70] * 5, [70]) == (70, 70, 70)


def exact_distribution(units, pool, prior):
    """The chance of each sum of as many units drawn from `units`, and `prior` from `pool`."""
    chances = {0: Fraction(1)}
    for values in [units] * len(units) + [pool] * prior:
        sums = Counter()
        for total, chance in chances.items():
            for value in values:
                sums[total + value] += chance / len(values)
        chances = sums
    return chances


@pytest.mark.parametrize(
    ("units", "pool", "prior"),
    [([0, 100], [50], 2), ([20, 60, 100], [90, 100], 3), ([0, 0, 0, 100, 100], [40, 80], 2)],
)
def test_the_ends_are_those_of_all_draws_that_there_are(units, pool, prior):
    """With 1,000 draws an end lies where 3 to 7 % of all draws lie beyond it."""
    chances = sorted(exact_distribution(units, pool, prior).items())
    number = len(units) + prior

    def reached(share):
        beyond = 0
        for total, chance in chances:
            beyond += chance
            if beyond >= share:
                return floor(Fraction(total, number) + Fraction(1, 2))
        return 100

    _, low, high = mean_of(units, pool, prior)
    assert reached(0.03) <= low <= reached(0.07)
    assert reached(0.93) <= high <= reached(0.97)


@given(st.lists(SCORES, min_size=1, max_size=30), st.lists(SCORES, min_size=1, max_size=30))
def test_the_interval_holds_the_score_and_lies_between_0_and_100(units, pool):
    score, low, high = mean_of(units, pool)
    assert 0 <= low <= score <= high <= 100


@given(
    st.lists(st.tuples(SCORES, SCORES), min_size=1, max_size=30),
    st.lists(st.tuples(SCORES, SCORES), min_size=1, max_size=30),
)
def test_nothing_rises_when_scores_fall(units, pool):
    """Draws of other units may not make up for a unit that got worse."""
    before = mean_of([max(pair) for pair in units], [max(pair) for pair in pool])
    after = mean_of([min(pair) for pair in units], [min(pair) for pair in pool])
    assert all(new <= old for new, old in zip(after, before, strict=True))


@given(st.lists(st.lists(SCORES, min_size=1, max_size=12), min_size=1, max_size=8))
def test_each_row_is_reckoned_for_itself(rows):
    """An outlet's interval does not depend on which others are in the corpus, nor how many."""
    pool = [50, 90]
    counts = np.array([np.bincount(row, minlength=101) for row in rows])
    found = means(counts, np.array(pool), 8)
    together = list(zip(found.score, found.low, found.high, strict=True))
    assert together == [mean_of(row, pool) for row in rows]


def test_the_largest_outlets_have_an_interval_of_the_few_points_that_400_units_give():
    """By hand: 1.645 * 50 * sqrt(400) / 408 = 4.0 points to either side of 50, the pool fixed."""
    score, low, high = mean_of([0] * 50_000 + [100] * 50_000, [50])
    assert (score, low, high) == pytest.approx((50, 46, 54), abs=1)


def test_falling_scores_lower_the_largest_outlets_too():
    before = mean_of([0] * 900 + [100] * 100, [50])
    after = mean_of([0] * 950 + [100] * 50, [50])
    assert all(new <= old for new, old in zip(after, before, strict=True))


def test_the_same_units_have_the_same_interval_on_every_machine():
    """By the raw stream of a generator that numpy keeps for ever; reckoned anew without arrays."""
    units, pool, prior = [10, 40, 80, 100], [60, 90, 100], 2
    raw = [int(number) >> 32 for number in np.random.PCG64(20240503).random_raw(1000 * 402)]
    columns = [raw[start : start + 1000] for start in range(0, len(raw), 1000)]
    draws = sorted(
        sum(units[columns[place][draw] * 4 >> 32] for place in range(4))
        + sum(pool[columns[400 + place][draw] * 3 >> 32] for place in range(2))
        for draw in range(1000)
    )
    ends = [floor(Fraction(draws[place], 6) + Fraction(1, 2)) for place in (50, 949)]
    assert list(mean_of(units, pool, prior)[1:]) == ends
