"""Tells what figures say together: whether they fit, and what the text gives as a reason to differ.

In: two figures. Out: whether they can be one, and whether a qualifier keeps them apart. What they
count is not asked here.
"""

from collections.abc import Set as AbstractSet

from provenance.model import Bound, Quantity

Interval = tuple[float, float]

_ROUNDED = (Bound.EXACT, Bound.ABOUT)
# How many times a figure must exceed what a reader takes a bound to mean ("up to 600 million")
# before the two do not fit although the words allow it.
_FAR = 10.0


def meet(left: Quantity, right: Quantity) -> bool:
    """True when the strict intervals have a point in common.

    Between two rounded figures the point where they touch belongs to neither: 3 is not 4.
    """
    return overlap(interval(left), interval(right), open_ends=rounded(left) and rounded(right))


def overlap(left: Interval, right: Interval, *, open_ends: bool) -> bool:
    """True when two intervals have a point in common, and more than an end if those are open."""
    if open_ends:
        return left[0] < right[1] and right[0] < left[1]
    return left[0] <= right[1] and right[0] <= left[1]


def rounded(row: Quantity) -> bool:
    """True for a figure that stands as it is, without "more than" or a range."""
    return row.bound in _ROUNDED


def far(left: Quantity, right: Quantity) -> bool:
    """True when what readers take the two to mean lies far apart: "up to 600 million" and 100."""
    ends = sorted([_soft(left), _soft(right)])
    return ends[0][1] * _FAR < ends[1][0]


def interval(row: Quantity) -> Interval:
    """What the words strictly allow; shares in words in percent."""
    scale = factor(row)
    return row.low * scale, float("inf") if row.high is None else row.high * scale


def _soft(row: Quantity) -> Interval:
    scale = factor(row)
    high = float("inf") if row.soft_high is None else row.soft_high
    return row.soft_low * scale, high * scale


def factor(row: Quantity) -> float:
    """What turns its values into those that are compared: shares in words into percent."""
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
