"""A chart with its caption and its numbers as tables.

Goes in: what was drawn and what it was drawn from. Comes out: a `<figure>`.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from provenance.reporters.html.charts.svg import SVG_NAMESPACE, WIDTH, number, tag
from provenance.reporters.html.templates import render

# Numbers stand at the right, texts as they are read, links as they were made; null is unknown.
Cell = str | int | Markup | None


@dataclass(frozen=True, slots=True)
class Table:
    """Numbers behind a chart; the first cell of a row is what the row is about."""

    head: tuple[str, ...]
    rows: Sequence[tuple[Cell, ...]]


@dataclass(frozen=True, slots=True)
class Chart:
    """Everything of a figure.

    Attributes:
        name: Of our own making, one of a kind on the page, of letters, digits and hyphens.
        title: What it shows, in a few words.
        caption: What to know besides, in sentences; also for those who do not see the drawing.
        height: Of the drawing, which is `WIDTH` wide.
        parts: What is drawn, back to front; empty when there is something to say only.
        tables: The same numbers.
        links: Whether there are links in the drawing, which an image must not have.
    """

    name: str
    title: str
    caption: str
    height: float = 0
    parts: tuple[Markup, ...] = ()
    tables: tuple[Table, ...] = ()
    links: bool = False


def figure(chart: Chart) -> Markup:
    """The chart as a `<figure>`, with its drawing as an inline SVG."""
    return render("figure.html.j2", chart=chart, drawing=_drawing(chart) if chart.parts else None)


def linked(text: str, anchor: str | None) -> Markup | str:
    """`text` as a link to a place of the page where there is one."""
    return Markup('<a href="#{}">{}</a>').format(anchor, text) if anchor else text


def _drawing(chart: Chart) -> Markup:
    title, about = f"chart-{chart.name}-title", f"chart-{chart.name}-about"
    return tag(
        "svg",
        tag("title", chart.title, id=title),
        tag("desc", chart.caption, id=about),
        *chart.parts,
        xmlns=SVG_NAMESPACE,
        viewBox=f"0 0 {WIDTH} {number(chart.height)}",
        role="group" if chart.links else "img",
        aria_labelledby=f"{title} {about}",
    )
