"""The mean score of each outlet's units, with a 90 % interval by bootstrap.

In: how many units have each score, by outlet. Out: integers. All of it is
arithmetic on integers and the raw numbers of one generator, so the same units
give the same interval on any machine and in any order. Of two sets of equally
many units, of which the one is nowhere better than the other, it never has the
better score or lower end: both are redrawn by rank, with the same numbers.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Integers = NDArray[np.int64]

_SCORES = np.arange(101)
_DRAWS = 1000
# Of 1,000 ordered draws so many are left out at either end.
_OUTSIDE = 50
# More units are drawn as if they were so many: intervals of a few points do not get any narrower,
# and the largest outlet costs no more than a small one.
_MOST = 400
_ROWS = 4096
_SEED = 20240503


@dataclass(frozen=True, slots=True)
class Means:
    """What was found for each row of units: three columns of scores, 0 to 100."""

    score: Integers
    low: Integers
    high: Integers


def means(counts: Integers, pool: Integers, prior: int) -> Means:
    """The mean of each row of units and `prior` units of the mean of the pool, with its interval.

    In each of 1,000 draws the units of a row are drawn anew from themselves, and the prior units
    from the pool: ten units that all have 100 are no proof of 100. With prior units that stand
    fast, intervals from 10 articles of an outlet missed what all its articles give in a quarter to
    four tenths of the cases.

    Args:
        counts: A row for every set of units: how many have each score, 0 to 100. None is empty.
        pool: The scores that stand for the corpus, sorted; at least one.
        prior: How many units of the pool are mixed in.

    Returns:
        Each rounded half up. Linear in the rows; 30 microseconds each.
    """
    sizes = counts.sum(axis=1)
    total = counts @ _SCORES
    score = _rounded(len(pool) * total + prior * pool.sum(), len(pool) * (sizes + prior))
    low, high = np.zeros_like(sizes), np.zeros_like(sizes)
    drawn = np.minimum(sizes, _MOST)
    stream = _uniform(0, drawn.max(initial=0))
    borrowed = pool[_scaled(_uniform(_MOST, prior), len(pool))].sum(axis=1)
    for size in np.unique(drawn):
        weights = _times_drawn(_scaled(stream[:, :size], int(size)))
        which = np.flatnonzero(drawn == size)
        for some in np.split(which, range(_ROWS, len(which), _ROWS)):
            sums = _sums(counts[some], int(size), weights)
            ends = _ends(sums * sizes[some, None] + size * borrowed)
            low[some], high[some] = (_rounded(end, size * (sizes[some] + prior)) for end in ends)
    return Means(score, np.minimum(low, score), np.maximum(high, score))


def _uniform(first: int, columns: int) -> NDArray[np.uint64]:
    """Numbers of 32 bits, each as likely as another: a row a draw, from the column `first` on.

    numpy keeps the raw stream for ever. A small run asks for little of it.
    """
    raw = np.random.PCG64(_SEED).advance(first * _DRAWS).random_raw(columns * _DRAWS)
    return (raw >> np.uint64(32)).reshape(columns, _DRAWS).T


def _scaled(numbers: NDArray[np.uint64], size: int) -> Integers:
    """Numbers of 32 bits as places in `size` of them."""
    return ((numbers * np.uint64(size)) >> np.uint64(32)).astype(np.int64)


def _times_drawn(places: Integers) -> NDArray[np.float32]:
    """How often each place was drawn: a row a draw."""
    draws, size = places.shape
    flat = (places + np.arange(draws)[:, None] * size).ravel()
    return np.bincount(flat, minlength=draws * size).reshape(draws, size).astype(np.float32)


def _sums(counts: Integers, size: int, weights: NDArray[np.float32]) -> Integers:
    """The sum of each draw of each row: rows by draws.

    Whole numbers under 2^24, so that `float32` holds them whatever the order of summing.
    """
    upto = np.cumsum(counts, axis=1)
    total = upto[:, -1:]
    # Of `size` ranks, evenly spread over all, so many are below.
    ranks = (2 * upto * size + total - 1) // (2 * total)
    repeats = np.diff(ranks, axis=1, prepend=0)
    sorted_scores = np.repeat(np.tile(_SCORES, len(counts)), repeats.ravel())
    values = sorted_scores.reshape(len(counts), size).astype(np.float32)
    return (values @ weights.T).astype(np.int64)


def _ends(draws: Integers) -> tuple[Integers, Integers]:
    """The lower and the upper end of each row of draws."""
    places = (_OUTSIDE, _DRAWS - 1 - _OUTSIDE)
    parted = np.partition(draws, places, axis=1)
    return parted[:, places[0]], parted[:, places[1]]


def _rounded(numerator: Integers, denominator: Integers) -> Integers:
    """Their quotient, half up."""
    return (2 * numerator + denominator) // (2 * denominator)
