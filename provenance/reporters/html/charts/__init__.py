"""Charts of a run, drawn by hand as SVG: figures that need no script and no image.

Each function takes a `View` and returns a `<figure>` with a caption, an inline SVG and the same
numbers as a table; empty `Markup` when there is nothing to show. Colours come from classes
(`templates/charts.css`), so that the page decides them. Widths of words are estimated from above,
since nobody knows the reader's font.
"""

from provenance.reporters.html.charts.families import families
from provenance.reporters.html.charts.network import network
from provenance.reporters.html.charts.scores import scores
from provenance.reporters.html.charts.timelines import timelines

__all__ = ["families", "network", "scores", "timelines"]
