"""The articles that others are only compared with, read like any and held apart from them."""

import os
from collections.abc import Sequence

import polars as pl

from provenance.config import Config
from provenance.errors import InputError
from provenance.frames import conform
from provenance.model import Article, Notice, Unread
from provenance.sources.articles import shown
from provenance.sources.reading import read
from provenance.sources.stream import Reading


def read_archive(
    paths: Sequence[str], config: Config, stdin_format: str, drafts: pl.DataFrame
) -> Reading:
    """The articles at `paths` without those that are among `drafts`.

    An article is a draft itself when it was read from the same file and line, or when it has the
    draft's id and text; a notice says so. One that has a draft's id and another text is unread, as
    it would be among the drafts.

    Args:
        paths: As for `read`.
        config: As for `read`.
        stdin_format: As for `read`.
        drafts: A frame of `Article`.

    Raises:
        InputError: There was nothing to read but drafts.
    """
    reading = read(paths, config, stdin_format)
    table = _beside(reading.articles, drafts)
    others = table.filter(~pl.col("same") & pl.col("draft_text").is_null())
    again = table.filter(pl.col("same"))
    clash = table.filter(~pl.col("same") & pl.col("draft_text").is_not_null())
    unread = (*reading.unread, *map(_clashing, clash.select("path", "line", "article_id").rows()))
    if others.is_empty() and not unread:
        raise InputError(
            "the archive holds no article but the drafts themselves",
            hint="name files or folders with --against that hold other articles",
        )
    return Reading(
        conform(others.select(drafts.columns), Article),
        unread,
        (*reading.notices, *_told(again)),
        reading.lost,
    )


def _beside(articles: pl.DataFrame, drafts: pl.DataFrame) -> pl.DataFrame:
    """The articles with the text of the draft of the same id, and whether they are a draft."""
    texts = drafts.select("article_id", draft_text="text")
    places = _places(drafts).select("file", "line").unique().with_columns(same_place=True)
    table = _places(articles).join(places, on=["file", "line"], how="left")
    table = table.join(texts, on="article_id", how="left").sort("article_id")
    same_text = (pl.col("draft_text") == pl.col("text")).fill_null(value=False)
    return table.with_columns(same=pl.col("same_place").is_not_null() | same_text)


def _places(articles: pl.DataFrame) -> pl.DataFrame:
    """The articles with the file behind each one's name."""
    paths = articles["path"].unique().sort()
    files = pl.Series([os.path.realpath(path) for path in paths], dtype=pl.String)
    return articles.join(pl.DataFrame({"path": paths, "file": files}), on="path", how="left")


def _clashing(row: tuple[str, int, str]) -> Unread:
    path, line, article_id = row
    return Unread(
        f"{path}:{line}",
        f"its id {shown(article_id)} is that of a draft with another text; give the draft an id "
        "of its own, or remove one of the two",
    )


def _told(again: pl.DataFrame) -> list[Notice]:
    """One notice a file."""
    counts = again.group_by("path").len().sort("path").iter_rows()
    return [Notice(path, f"{_drafts(count)} not compared with itself") for path, count in counts]


def _drafts(count: int) -> str:
    return "is a draft itself," if count == 1 else f"holds {count:,} drafts, each"
