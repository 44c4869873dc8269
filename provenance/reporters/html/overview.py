"""What the page says of the whole corpus: the charts, and the table of outlets."""

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from provenance import frames
from provenance.model import OutletScore, OutletShare
from provenance.reporters.html import charts
from provenance.reporters.html.templates import render
from provenance.reporters.html.view import View

# A crawl can hold a hundred thousand hosts; a page cannot.
_OUTLETS = 200


@dataclass(frozen=True, slots=True)
class _Outlet:
    """An outlet's row as shown."""

    row: OutletScore
    shares: tuple[str, ...]


def overview(view: View) -> Markup:
    """The charts and the outlets, those with the lowest score first, with no score last."""
    charted = (charts.scores, charts.families, charts.network, charts.timelines)
    outlets = sorted(frames.rows(view.report.outlets, OutletScore), key=_order)
    return render(
        "overview.html.j2",
        charts=[figure for figure in (chart(view) for chart in charted) if figure],
        outlets=[_Outlet(row, tuple(_shares(row))) for row in outlets[:_OUTLETS]],
        outlet_count=len(outlets),
        shares=view.report.weights.outlets.shares,
    )


def _order(outlet: OutletScore) -> tuple[int, int, str]:
    return 101 if outlet.score is None else outlet.score, -outlet.articles, outlet.outlet


def _shares(outlet: OutletScore) -> Iterator[str]:
    """`uncredited 2 of 15 (4–35 %)`, of the kinds that were found."""
    for share in outlet.shares:
        if share.units:
            yield f"{share.name} {share.units:,} of {outlet.units:,} ({_reach(share)})"


def _reach(share: OutletShare) -> str:
    return f"{share.low * 100:.0f}–{share.high * 100:.0f} %"
