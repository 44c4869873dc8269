"""Tells what figures say together: whether they fit, and what the text gives as a reason to differ.

In: two figures. Out: whether they can be one, and whether a qualifier keeps them apart. What they
count is not asked here.
"""

from collections.abc import Set as AbstractSet

from provenance.model import Bound, Quantity

_ROUNDED = (Bound.EXACT, Bound.ABOUT)
# How many times a figure must exceed what a reader takes a bound to mean ("up to 600 million")
# before the two do not fit although the words allow it.
_FAR = 10.0


def meet(left: Quantity, right: Quantity) -> bool:
    """True when the strict intervals have a point in common.

    Between two rounded figures the point where they touch belongs to neither: 3 is not 4.
    """
    left_low, left_high = interval(left)
    right_low, right_high = interval(right)
    if left.bound in _ROUNDED and right.bound in _ROUNDED:
        return left_low < right_high and right_low < left_high
    return left_low <= right_high and right_low <= left_high


def far(left: Quantity, right: Quantity) -> bool:
    """True when what readers take the two to mean lies far apart: "up to 600 million" and 100."""
    ends = sorted([_soft(left), _soft(right)])
    return ends[0][1] * _FAR < ends[1][0]


def interval(row: Quantity) -> tuple[float, float]:
    """What the words strictly allow; shares in words in percent."""
    factor = _factor(row)
    return row.low * factor, float("inf") if row.high is None else row.high * factor


def _soft(row: Quantity) -> tuple[float, float]:
    factor = _factor(row)
    high = float("inf") if row.soft_high is None else row.soft_high
    return row.soft_low * factor, high * factor


def _factor(row: Quantity) -> float:
    return 100.0 if row.kind == "ratio" else 1.0


def family(row: Quantity, name: str) -> set[str]:
    """The qualifiers of one family, such as its places."""
    return {q.partition(":")[2] for q in row.qualifiers if q.startswith(f"{name}:")}


def disjoint(mine: AbstractSet[str], yours: AbstractSet[str]) -> bool:
    """True when both hold names and no name of one is, or is part of, one of the other."""
    if not mine or not yours:
        return False
    words = [(set(a.split()), set(b.split())) for a in mine for b in yours]
    return not any(a <= b or b <= a for a, b in words)
