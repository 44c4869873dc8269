"""The gate's table for a terminal: how each measure came out, its value, its limits, its worst.

In: the measures of a verdict. Out: lines; names, which come from articles and
files, go through `printable`.
"""

from collections.abc import Iterator, Mapping, Sequence

import polars as pl

from provenance.model import Measure, Offender, Standing
from provenance.model.measures import shown
from provenance.reporters.palette import Style
from provenance.reporters.scores_table import Entry, table

# Rows that every run has; without limits the verdict says all that they do.
_TERMS = frozenset(["unread", "articles", "checked", "findings"])
_NAMES = "gate"
_COLOURS = {
    Standing.PASSED: "passed",
    Standing.WARNED: "warning",
    Standing.FAILED: "failed",
    Standing.UNKNOWN: "failed",
}


def worth_showing(measures: Sequence[Measure]) -> bool:
    """Whether the table says more than the verdict: a limit is set, or something is unknown."""
    return any(
        row.name not in _TERMS
        or row.warn is not None
        or (row.name == "articles" and row.error != 1)
        or row.standing in (Standing.WARNED, Standing.UNKNOWN)
        for row in measures
    )


def gate_table(measures: Sequence[Measure], style: Style) -> Iterator[str]:
    """The rows under a header; what else is to know and the worst stand below each.

    Where the limits have no room beside the values, they stand below as well.
    """
    first = {
        "verdict": [row.standing.value for row in measures],
        "value": [_amount(row, row.value, row.error) for row in measures],
    }
    limits = {"limit": [_limit(row, row.error) for row in measures]}
    if any(row.warn is not None for row in measures):
        limits["warning"] = [_limit(row, row.warn) for row in measures]
    beside = _width(first | limits) <= style.width
    columns = first | limits if beside else first
    entries = (
        Entry(
            row.name,
            row.reason,
            (() if beside else _named_limits(row), _worst(row)),
            _COLOURS[row.standing],
        )
        for row in measures
    )
    yield from table([*columns, _NAMES], pl.DataFrame(columns), entries, style)


def _width(columns: Mapping[str, Sequence[str]]) -> int:
    """Cells of the header: each column with a gap behind it, and the title of the names."""
    return sum(max(map(len, (title, *cells))) + 2 for title, cells in columns.items()) + len(_NAMES)


def _named_limits(row: Measure) -> tuple[str, ...]:
    named = (("limit", row.error), ("warning", row.warn))
    return tuple(f"{name} {_limit(row, limit)}" for name, limit in named if limit is not None)


def _amount(row: Measure, amount: float | None, beside: float | None) -> str:
    return "-" if amount is None else shown(amount, row.unit, beside or 0)


def _limit(row: Measure, limit: float | None) -> str:
    """`>= 60` or `<= 50%`: what passes."""
    sign = ">=" if row.at_least else "<="
    return "-" if limit is None else f"{sign} {_amount(row, limit, row.value)}"


def _worst(row: Measure) -> tuple[str, ...]:
    if not row.worst:
        return ()
    first, *others = (_named(each, row) for each in row.worst)
    return (f"worst: {first}", *others)


def _named(offender: Offender, row: Measure) -> str:
    return f"{offender.name} {shown(offender.amount, row.unit)}"
