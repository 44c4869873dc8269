"""Which of two articles ran first, as far as their dates tell.

Dates are ISO 8601: a day, a time in UTC, or a time without a zone. Two dates
of one form are compared whole. Of two of different forms one is earlier only
when their days are more than one apart, because a zone moves a day or a time
without one by up to a day: a story of 3 May is neither before nor after one of
4 May, 14:00 UTC.
"""

from collections.abc import Iterable
from datetime import date, timedelta

import polars as pl

_DAY = len("2024-05-03")


def precedes(left: str | None, right: str | None) -> bool:
    """Whether an article dated `left` demonstrably ran before one dated `right`.

    False when either date is unknown.

    >>> [precedes("2024-05-03", later) for later in ("2024-05-04T07:00:00Z", "2024-05-04")]
    [False, True]
    """
    if left is None or right is None:
        return False
    if len(left) == len(right):
        return left < right
    days = date.fromisoformat(right[:_DAY]) - date.fromisoformat(left[:_DAY])
    return days > timedelta(days=1)


def preceding(left: pl.Expr, right: pl.Expr) -> pl.Expr:
    """`precedes` of two columns of dates."""
    days = (day(right) - day(left)).dt.total_days()
    same_form = left.str.len_bytes() == right.str.len_bytes()
    return pl.when(same_form).then(left < right).otherwise(days > 1).fill_null(value=False)


def day(dates: pl.Expr) -> pl.Expr:
    """The day of each date."""
    return dates.str.slice(0, _DAY).str.to_date("%Y-%m-%d", strict=False)


def first(dates: Iterable[tuple[str, str | None]]) -> str | None:
    """The id of the article that ran before all others; null when the dates do not tell.

    Args:
        dates: Article ids with their dates, at least one.
    """
    earliest, *others = sorted(dates, key=lambda item: (item[1] is None, item[1] or "", item[0]))
    if all(precedes(earliest[1], other) for _, other in others):
        return earliest[0]
    return None
