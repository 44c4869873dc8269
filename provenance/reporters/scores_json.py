"""The same list of scores for programs; `docs/wire-schema.md` describes the fields."""

from dataclasses import asdict

import polars as pl

from provenance.model import Report
from provenance.reporters.json import in_pieces, rows
from provenance.reporters.palette import Style
from provenance.reporters.scores_losses import FIELDS, losses
from provenance.reporters.scores_order import ARTICLE, Listing, articles, outlets
from provenance.reporters.scores_summary import of_articles, of_outlets

SCHEMA = "provenance/scores"
SCHEMA_VERSION = "1.0"


def document(
    report: Report,
    listing: Listing,
    style: Style,  # noqa: ARG001  (as `page`)
    reading: pl.DataFrame | None = None,
) -> bytes:
    """The rows to show and how all scores lie. Null instead of what was not asked for."""
    by_article = listing.by == ARTICLE
    shown = _articles(report, listing, reading) if by_article else outlets(report, listing)
    listed = rows(shown)
    return in_pieces(
        {
            "schema": SCHEMA,
            "schema_version": SCHEMA_VERSION,
            "version": report.version,
            "settings_digest": report.settings_digest,
            **asdict(listing),
            "summary": asdict(of_articles(report) if by_article else of_outlets(report)),
            "articles": listed if by_article else None,
            "outlets": None if by_article else listed,
            "unread": [asdict(item) for item in report.unread],
            "notices": [asdict(item) for item in report.notices],
        }
    )


def _articles(report: Report, listing: Listing, reading: pl.DataFrame | None) -> pl.DataFrame:
    """The articles to show, each with what it lost and how hard it is to read."""
    shown = articles(report, listing)
    flat = losses(report, shown["article_id"])
    lost = flat.group_by("article_id").agg(lost=pl.struct(FIELDS))
    told = _with(shown, lost).with_columns(pl.col("lost").fill_null([]))
    if reading is None:
        return told.with_columns(readability=None)
    figures = pl.struct(pl.exclude("article_id", "language"))
    return _with(told, reading.select("article_id", readability=figures))


def _with(shown: pl.DataFrame, columns: pl.DataFrame) -> pl.DataFrame:
    """The rows in their order, with what is known of each article; null where nothing is."""
    return shown.join(columns, on="article_id", how="left", maintain_order="left")
