"""Regions with the texts of their articles, some at a time, so that few texts are held at once."""

from collections.abc import Iterator, Mapping

import polars as pl

# So many regions, whose articles are as many at most on either side.
_PART = 10_000


def with_texts(
    regions: pl.DataFrame, articles: pl.DataFrame
) -> Iterator[tuple[pl.DataFrame, Mapping[str, str]]]:
    """Some of the regions after the others, in order, each time with their articles' texts by id.

    For each 10,000 regions the ids of all articles are looked through.

    Args:
        regions: Columns `left_id` and `right_id`, and any others.
        articles: A frame of `Article` in which both are.
    """
    for part in regions.iter_slices(_PART):
        ids = pl.concat([part["left_id"], part["right_id"]]).unique()
        concerned = articles.filter(pl.col("article_id").is_in(ids.implode()))
        yield part, dict(concerned.select("article_id", "text").iter_rows())
