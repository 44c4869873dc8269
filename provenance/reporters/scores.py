"""The scores of a run as a table for people, of articles or of outlets.

In: a report and what is to be listed. Out: a page in UTF-8 with the reasons of each row, and
below it how the scores lie. All that came from outside goes through `printable`. It adds nothing
to the scores: no colour, bar or order is a judgement of its own.
"""

from collections.abc import Callable, Iterator

import polars as pl

from provenance.model import Report
from provenance.reporters import (
    scores_articles,
    scores_json,
    scores_outlets,
    scores_summary,
)
from provenance.reporters.labels import counted, hanging
from provenance.reporters.palette import Style
from provenance.reporters.scores_order import ARTICLE, Listing
from provenance.reporters.scores_table import remark

_LIMITS = (
    "A score counts the faults that the text itself shows. It does not tell whether an article is "
    "true or matters, and short or quiet texts show few faults. Every weight has its reason in "
    "rules/scoring.yaml; `provenance explain ARTICLE` shows every point."
)
_READING = "Readability is told for information and moves no score."
_OUTLETS = (
    "A unit is one report, however many articles carry it. Taken units ran elsewhere first or "
    "credit others, open ones may have. Handling is what credits and integrity left of 100 in "
    "taken ones. Intervals hold 90 %; F is an outlet that cannot be judged."
)
_NO_OUTLET = (
    "no article names its outlet; records tell it under the key `outlet`, another key is given "
    "with --outlet-field"
)


Page = Callable[[Report, Listing, Style, pl.DataFrame | None], bytes]


def page(
    report: Report, listing: Listing, style: Style, reading: pl.DataFrame | None = None
) -> bytes:
    """The table, how the scores lie, and what was not read, in UTF-8.

    `reading` is a frame of `Readability` to show beside articles; null to leave that out.
    """
    by_article = listing.by == ARTICLE
    lines = list(
        _of_articles(report, listing, style, reading)
        if by_article
        else _of_outlets(report, listing, style)
    )
    lines += ["", *remark(_LIMITS, style), *_besides(report, style)]
    return "\n".join([*lines, ""]).encode()


PAGES: dict[str, Page] = {
    "text": page,
    "json": scores_json.document,
}


def _of_articles(
    report: Report, listing: Listing, style: Style, reading: pl.DataFrame | None
) -> Iterator[str]:
    yield from _then_a_gap(scores_articles.lines(report, listing, style, reading))
    summary = scores_summary.of_articles(report)
    yield from scores_summary.lines(summary, "article", ("scored", "without a score"), style)
    yield from [] if reading is None else ["", *remark(_READING, style)]


def _of_outlets(report: Report, listing: Listing, style: Style) -> Iterator[str]:
    if report.outlets.is_empty():
        yield from remark(_NO_OUTLET, style)
        return
    yield from _then_a_gap(scores_outlets.lines(report, listing, style))
    summary = scores_summary.of_outlets(report)
    yield from scores_summary.lines(summary, "outlet", ("judged", "that cannot be judged"), style)
    if nameless := report.articles["outlet"].null_count():
        yield f"{counted(nameless, 'article')} without an outlet, in no row"
    yield ""
    yield from remark(_OUTLETS, style)


def _then_a_gap(table: Iterator[str]) -> Iterator[str]:
    lines = list(table)
    yield from lines
    yield from [""] if lines else []


def _besides(report: Report, style: Style) -> Iterator[str]:
    """Input that could not be read, so that no score counts it, and what the user should know."""
    parts = {
        "could not be read": [(item.place, item.reason) for item in report.unread],
        "please note": [(item.place, item.message) for item in report.notices],
    }
    for title, entries in parts.items():
        yield from ["", title] if entries else []
        for place, told in entries:
            yield from hanging("  ", f"{place}: {told}" if place else told, style)
