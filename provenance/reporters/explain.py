"""The page that explains one article: everything behind its score.

The page holds nothing that the report does not hold but what the score would
be without each fault, so that a reader can add the numbers up:
`100 - ... = score`.
"""

from collections.abc import Iterator, Sequence

import polars as pl

from provenance import frames
from provenance.model import Article, Outcome, Readability, Report, Score, Status
from provenance.reporters import explain_read, readability
from provenance.reporters.explain_dimensions import Judged, dimensions
from provenance.reporters.explain_points import priced
from provenance.reporters.explain_sum import raising, total
from provenance.reporters.labels import field, hanging, not_read
from provenance.reporters.palette import Style
from provenance.reporters.places import Places
from provenance.reporters.safe import printable
from provenance.reporters.text import heading
from provenance.scoring.gains import Gain

_STATUS = {
    Status.FOUND: "findings above",
    Status.CLEAR: "looked, found nothing",
    Status.NOT_APPLICABLE: "does not apply",
    Status.NOT_AVAILABLE: "could not look",
    Status.ERROR: "failed",
}


def article_page(
    report: Report,
    article: Article,
    gains: Sequence[Gain],
    hard: Readability | None,
    style: Style,
) -> bytes:
    """Every reason behind the score of an article, in UTF-8.

    Args:
        report: A run.
        article: One of its articles.
        gains: What the score of that article would be without each of its faults.
        hard: How hard it is to read, for information; null when that was not asked for.
        style: How to look.
    """
    judged = _judged(report, article)
    lines = [style.paint(heading(article), "strong")]
    for name in ("title", "outlet", "date", "language"):
        lines += field(name, getattr(article, name) or "not known", style)
    lines += ["", *dimensions(judged, style), *total(judged, style), ""]
    if raised := list(raising(gains, judged, style)):
        lines += [*raised, ""]
    lines += [*_outcomes(report, article, style), ""]
    lines += [*explain_read.read_out(report, article, judged.places, style), ""]
    lines += readability.lines(hard)
    lines += not_read(report)
    return "\n".join([*lines, ""]).encode()


def _judged(report: Report, article: Article) -> Judged:
    own = pl.col("article_id") == article.article_id
    weights = report.weights
    order = [each.name for each in weights.dimensions]
    items = priced(report.findings.filter(own), weights)
    return Judged(
        score=next(frames.rows(report.scores.filter(own), Score)),
        items=sorted(items, key=lambda item: [name != item.cost.dimension for name in order]),
        rules={rule.rule_id: rule for rule in report.rules},
        weights=weights,
        places=Places.of(report.articles, report.archive),
    )


def _outcomes(report: Report, article: Article, style: Style) -> Iterator[str]:
    """What became of each check."""
    yield style.paint("checks", "strong")
    own = report.outcomes.filter(pl.col("article_id") == article.article_id)
    for outcome in frames.rows(own, Outcome):
        reason = f": {outcome.reason}" if outcome.reason else ""
        told = f"{_STATUS[Status(outcome.status)]}{reason}"
        yield from hanging(f"  {printable(outcome.check):<13} ", told, style)
