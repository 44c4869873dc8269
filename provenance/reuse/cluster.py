"""Clusters of near-duplicate articles, joined by verified regions only.

Goes in: labelled regions. Comes out: which articles are one story in nearly
the same words, and which of them ran first if the dates tell. Sketches have no
say here: two articles are joined when their aligned words say so.
"""

from collections import defaultdict

import polars as pl

from provenance import frames
from provenance.model import Cluster, Label
from provenance.reuse.classify import NEAR_DUPLICATE
from provenance.reuse.order import first

# Fewer shared words join no articles: a brief of one sentence that stands in two long stories
# does not make them one.
_FEWEST_WORDS = 30


def clusters(regions: pl.DataFrame, articles: pl.DataFrame) -> pl.DataFrame:
    """Every article that is a near-duplicate of another one, by cluster.

    The origin is the article that ran before all others of its cluster; null when two share
    the earliest date or any has none.

    Args:
        regions: A frame of `Region`, labelled.
        articles: A frame of `Article`.

    Returns:
        A frame of `Cluster`. Nearly linear in the regions.
    """
    pairs = near_duplicates(regions)
    groups: dict[str, list[str]] = defaultdict(list)
    for article_id, root in _roots(pairs.select("left_id", "right_id").rows()).items():
        groups[root].append(article_id)
    dates = dict(articles.select("article_id", "date").iter_rows())
    found = []
    for members in groups.values():
        name, origin = min(members), first((member, dates[member]) for member in members)
        found += [Cluster(name, member, origin) for member in members]
    return frames.frame(found, Cluster)


def near_duplicates(regions: pl.DataFrame) -> pl.DataFrame:
    """Pairs of articles of which the shorter one stands in the other by .8 or more.

    Boilerplate does not count. Regions of one pair that overlap are rare, so that the share
    without boilerplate is taken from the sums of their words.

    Returns:
        Columns `left_id`, `right_id`, sorted.
    """
    counts = pl.col("label") != Label.BOILERPLATE
    sides = {
        side: pl.col(f"{side}_share").first()
        * pl.col(f"{side}_words").filter(counts).sum()
        / pl.col(f"{side}_words").sum()
        for side in ("left", "right")
    }
    return (
        regions.group_by("left_id", "right_id")
        .agg(**sides, matched=pl.col("matched_words").filter(counts).sum())
        .filter(
            pl.max_horizontal("left", "right") >= NEAR_DUPLICATE,
            pl.col("matched") >= _FEWEST_WORDS,
        )
        .select("left_id", "right_id")
        .sort("left_id", "right_id")
    )


def _roots(pairs: list[tuple[str, str]]) -> dict[str, str]:
    """A representative for each article, the same for all that the pairs connect."""
    parent: dict[str, str] = {}

    def root(article_id: str) -> str:
        while parent.setdefault(article_id, article_id) != article_id:
            parent[article_id] = parent[parent[article_id]]
            article_id = parent[article_id]
        return article_id

    for left, right in pairs:
        parent[root(left)] = root(right)
    return {article_id: root(article_id) for article_id in parent}
