"""What a figure allows: the interval its words strictly state, and the one a reader takes.

In: a value, how finely it was stated, and its bound. Out: two intervals. The
steps are those of careful reading: "more than 200" is not 250,000, "about 55"
is 50 to 60, and a round number is rounded, but never by more than 5 %, or ten
inches and five inches would fit each other.
"""

import math
from functools import lru_cache
from typing import NamedTuple

from provenance.model import Bound

Interval = tuple[float, float]

# Of the size of two numbers: what is lost in floating point.
_LOST = 1e-9
_ROUNDING = 0.05  # most that a round number may be off
_FRACTION = 0.025  # "a third" for anything from 31 to 36 %
_FRACTION_SOFT = 0.05
_FRACTION_PART = 8  # but "one in 100" not for none: at most this part of it


class Reach(NamedTuple):
    """Two intervals round a figure, ends included; a null upper end means no limit.

    Attributes:
        low, high: What the words strictly allow.
        soft_low, soft_high: What a reader takes them to mean; within the strict one where
            the words give a bound, wider where they give a bare number.
    """

    low: float
    high: float | None
    soft_low: float
    soft_high: float | None


@lru_cache(maxsize=1 << 14)
def reach(value: float, step: float, bound: Bound) -> Reach:
    """The reach of one stated number.

    Args:
        value: The number.
        step: The unit of its last stated digit, above 0.
        bound: Any but `RANGE` and `VAGUE`. A bound on a negative number is read as `ABOUT`:
            which side "below minus 30" opens to depends on what is measured.

    >>> reach(200.0, 100.0, Bound.MORE)
    Reach(low=200.0, high=None, soft_low=200.0, soft_high=300.0)
    >>> reach(10.0, 10.0, Bound.EXACT)
    Reach(low=9.5, high=10.5, soft_low=9.0, soft_high=11.0)
    """
    size = abs(value)
    half = step_half(size, step)
    if bound == Bound.EXACT:
        return _around(value, half, 0.1 * size if step > 1 else half)
    if bound == Bound.ABOUT or value < 0:
        return _around(value, max(0.1 * size, half), 0.2 * size)
    if bound == Bound.MORE:
        return Reach(value, None, value, _next_round(value, step))
    if bound in (Bound.LESS, Bound.UP_TO):
        return Reach(0.0, value, value / 2, value)
    return Reach(0.85 * value, value, 0.9 * value, value)


def step_half(value: float, step: float) -> float:
    """How far a bare number may be off: half its last digit, at most 5 % when it is round."""
    return min(step / 2, _ROUNDING * value) if step > 1 and value else step / 2


def ratio(value: float) -> Reach:
    """The reach of a fraction in words, such as "a third", as a share in [0, 1] or above."""
    part = abs(value) / _FRACTION_PART
    return _around(value, min(_FRACTION, part), min(_FRACTION_SOFT, 2 * part))


def meet(one: Interval, other: Interval) -> bool:
    """Whether two intervals, ends included, have a value in common, but for what floats lose."""
    room = _LOST * max(1.0, abs(one[0]), abs(other[0]))
    return one[0] <= other[1] + room and other[0] <= one[1] + room


def span(low: float, high: float) -> Reach:
    """The reach of "20 to 30" and of words such as "dozens": as stated, to reader and all."""
    return Reach(low, high, low, high)


def bounded(low: float, high: float, bound: Bound) -> Reach:
    """The reach of "more than a few", "up to several hundred"."""
    if bound == Bound.MORE:
        return Reach(low, None, low, high)
    if bound in (Bound.LESS, Bound.UP_TO):
        return Reach(0.0, high, low, high)
    return span(low, high)


def _around(value: float, half: float, soft: float) -> Reach:
    soft = max(half, soft)
    return Reach(value - half, value + half, value - soft, value + soft)


def _next_round(value: float, step: float) -> float:
    """The next number with one digit more of roundness: 300 for 200, 60 for 55, 2 for 1.5."""
    unit = max(step, 10.0 ** math.floor(math.log10(value))) if value else step
    return (math.floor(value / unit) + 1) * unit
