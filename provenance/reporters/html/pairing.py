"""Which pairs of articles are shown side by side, and under which names on the page.

Goes in: the regions that tell where a text came from, and the clusters. Comes
out: pairs, those that share most first. Of an article only the partners it shares most with get a
page, and only so many pairs altogether: a story that forty outlets run makes 780.
"""

from dataclasses import dataclass

import polars as pl

# A pair is shown when it is among the first few of either article.
PARTNERS = 4
# About ten kilobytes each: two megabytes of a report.
MOST_PAIRS = 200

_PAIR = ("left_id", "right_id")
_ORDER = ("matched_words", *_PAIR)
_DOWN = [True, False, False]


@dataclass(frozen=True, slots=True)
class Pair:
    """Two articles that are shown side by side.

    Attributes:
        anchor: Its name on the page: `p1`, `p2` and so on.
        left_id, right_id: As in `Region`, the smaller id first.
        matched_words: Words of all their regions that the alignment pairs.
        labels: What these regions are, each label once, that of most words first.
    """

    anchor: str
    left_id: str
    right_id: str
    matched_words: int
    labels: tuple[str, ...]


def chosen(regions: pl.DataFrame, clusters: pl.DataFrame) -> dict[tuple[str, str], Pair]:
    """The pairs by their ids, most matched words first, then by id.

    An article is shown beside the origin of its cluster before any other one, and beside one at
    all before any is shown beside a second.

    Args:
        regions: A frame of `Region`.
        clusters: A frame of `Cluster`.
    """
    pairs = regions.group_by(_PAIR).agg(pl.col("matched_words").sum())
    rows = (
        _ranked(pairs, clusters)
        .filter(pl.col("rank") < PARTNERS)
        .sort("rank", *_ORDER, descending=[False, *_DOWN])
        .head(MOST_PAIRS)
        .sort(_ORDER, descending=_DOWN)
        .select(*_PAIR, "matched_words")
    )
    labels = _labels(regions.join(rows, on=_PAIR, how="semi"))
    return {
        (left, right): Pair(f"p{number}", left, right, words, labels[left, right])
        for number, (left, right, words) in enumerate(rows.iter_rows(), 1)
    }


def _ranked(pairs: pl.DataFrame, clusters: pl.DataFrame) -> pl.DataFrame:
    """`pairs` with `rank`: of the places among the pairs of either article the better, from 0."""
    origins = clusters.select(article="article_id", origin="origin_id")
    sides = [
        pairs.with_columns(article=pl.col(own), partner=pl.col(other))
        for own, other in (_PAIR, _PAIR[::-1])
    ]
    both = pl.concat(sides).join(origins, on="article", how="left")
    both = both.with_columns(origin=(pl.col("origin") == pl.col("partner")).fill_null(value=False))
    both = both.sort("origin", *_ORDER, descending=[True, *_DOWN])
    ranked = both.with_columns(rank=pl.int_range(pl.len()).over("article"))
    return ranked.group_by(*_PAIR, "matched_words").agg(pl.col("rank").min())


def _labels(regions: pl.DataFrame) -> dict[tuple[str, str], tuple[str, ...]]:
    sums = regions.group_by(*_PAIR, "label").agg(pl.col("matched_words").sum())
    sums = sums.sort("matched_words", "label", descending=[True, False])
    found: dict[tuple[str, str], tuple[str, ...]] = {}
    for left, right, label in sums.select(*_PAIR, "label").iter_rows():
        found[left, right] = (*found.get((left, right), ()), label)
    return found
