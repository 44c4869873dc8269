"""The Wilson interval of a share, which stays within [0, 1] and does not vanish at none or all."""

import polars as pl

# The standard normal distribution has 90 % of its mass within so many deviations.
_DEVIATIONS = 1.6448536269514722
_DIGITS = 4


def wilson(count: pl.Expr, total: pl.Expr) -> tuple[pl.Expr, pl.Expr]:
    """The lower and the upper end of the 90 % interval of `count` of `total`, at least 1.

    (p + z^2/2n -+ z sqrt(p(1-p)/n + z^2/4n^2)) / (1 + z^2/n), after Wilson (1927), rounded to four
    digits. Two of ten lie between 7 and 46 %:

    >>> low, high = wilson(pl.lit(2), pl.lit(10))
    >>> pl.select(low=low, high=high).row(0)
    (0.0686, 0.4592)
    """
    total = total.cast(pl.Float64)
    share, square = count / total, _DEVIATIONS**2
    middle = share + square / (2 * total)
    spread = (share * (1 - share) / total + square / (4 * total**2)).sqrt() * _DEVIATIONS
    ends = ((middle + sign * spread) / (1 + square / total) for sign in (-1, 1))
    low, high = (end.clip(0, 1).round(_DIGITS) for end in ends)
    return low, high
