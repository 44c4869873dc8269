"""The same list of scores for programs; `docs/wire-schema.md` describes the fields."""

from dataclasses import asdict
from typing import Any

import polars as pl

from provenance.model import Article, Readability, Report, Score
from provenance.reporters.json import as_document
from provenance.reporters.palette import Style
from provenance.reporters.scores_losses import Loss, losses
from provenance.reporters.scores_order import ARTICLE, Listing, articles, outlets
from provenance.reporters.scores_reading import readings
from provenance.reporters.scores_summary import of_articles, of_outlets

SCHEMA = "provenance/scores"
SCHEMA_VERSION = "1.0"
# Of an article, besides its score.
_PLACE = ("path", "line", "embedded", "title", "outlet", "date", "language")


def document(
    report: Report,
    listing: Listing,
    style: Style,  # noqa: ARG001  (as `page`)
    reading: pl.DataFrame | None = None,
) -> bytes:
    """The rows to show and how all scores lie. Null instead of what was not asked for."""
    by_article = listing.by == ARTICLE
    return as_document(
        {
            "schema": SCHEMA,
            "schema_version": SCHEMA_VERSION,
            "version": report.version,
            "settings_digest": report.settings_digest,
            **asdict(listing),
            "summary": asdict(of_articles(report) if by_article else of_outlets(report)),
            "articles": _articles(report, listing, reading) if by_article else None,
            "outlets": None if by_article else [asdict(row) for row in outlets(report, listing)],
            "unread": [asdict(item) for item in report.unread],
            "notices": [asdict(item) for item in report.notices],
        }
    )


def _articles(
    report: Report, listing: Listing, reading: pl.DataFrame | None
) -> list[dict[str, Any]]:
    shown = articles(report, listing)
    ids = [article.article_id for article, _ in shown]
    lost, read = losses(report, ids), readings(reading, ids)
    return [
        _article(*each, lost.get(one, []), read.get(one))
        for one, each in zip(ids, shown, strict=True)
    ]


def _article(
    article: Article, score: Score, lost: list[Loss], read: Readability | None
) -> dict[str, Any]:
    place = {name: getattr(article, name) for name in _PLACE}
    told = {"lost": [asdict(loss) for loss in lost], "readability": read and _counts(read)}
    return asdict(score) | place | told


def _counts(read: Readability) -> dict[str, Any]:
    """Its counts and formulas; whose they are stands above."""
    fields = asdict(read)
    return {name: fields[name] for name in fields if name not in ("article_id", "language")}
