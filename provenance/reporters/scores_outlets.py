"""The scores of outlets as a table: letter, score and interval, units, and what is told beside."""

from collections.abc import Iterator

import polars as pl

from provenance import frames
from provenance.model import OutletScore, OutletShare, Report
from provenance.reporters.labels import counted
from provenance.reporters.palette import Style
from provenance.reporters.safe import printable
from provenance.reporters.scores_order import Listing, outlets
from provenance.reporters.scores_table import Entry, remark, table

_FIGURES = ("letter", "score", "interval", "units", "own", "taken", "open", "handling", "articles")
_UNKNOWN = "-"
_KINDS = {"A": "passed", "B": "passed", "C": "warning", "D": "error", "E": "error"}


def lines(report: Report, listing: Listing, style: Style) -> Iterator[str]:
    """The table, how many outlets it leaves out, and what the shares tell."""
    shown = outlets(report, listing)
    if shown.is_empty():
        return
    rows = list(frames.rows(shown, OutletScore))
    figures = pl.DataFrame(list(map(_figures, rows)), schema=_FIGURES, orient="row")
    yield from table((*_FIGURES, "outlet"), figures, map(_entry, rows), style)
    if hidden := len(report.outlets) - len(shown):
        yield f"and {counted(hidden, 'more outlet')}"
    for share in report.weights.outlets.shares:
        yield from remark(f"{printable(share.name)}: {printable(share.why)}", style)


def _entry(row: OutletScore) -> Entry:
    shares = tuple(_share(share, row) for share in row.shares)
    return Entry(row.outlet, row.reason, (shares,), _KINDS.get(row.letter, "faint"))


def _figures(row: OutletScore) -> tuple[str, ...]:
    return (
        row.letter,
        _figure(row.score),
        _UNKNOWN if row.low is None else f"{row.low}-{row.high}",
        f"{row.units:,}",
        f"{row.own:,}",
        f"{row.republished:,}",
        f"{row.contested:,}",
        _figure(row.handling),
        f"{row.articles:,}",
    )


def _figure(number: int | None) -> str:
    return _UNKNOWN if number is None else str(number)


def _share(share: OutletShare, row: OutletScore) -> str:
    """`uncredited 2 of 15 (4-35 %)`."""
    reach = f"{share.low * 100:.0f}-{share.high * 100:.0f} %"
    return f"{share.name} {share.units:,} of {row.units:,} ({reach})"
