"""In how many articles, of how many outlets, on how many days a passage stands.

Goes in: regions and their articles. Comes out: the same regions with their
counts. It knows no labels.

Regions are of one passage when they have a span in common: two spans of one
article are one passage when they overlap by two thirds of what both cover. So
the counts are those of the whole passage, also where the search has linked many
copies of it to the earliest one only.

Articles that are copies of one another are one story, and what tells stock text
counts stories: a copy of an article must not make what the article shares with
others look like something that an outlet prints again and again.
"""

from collections.abc import Mapping
from typing import Any

import numpy as np
import polars as pl

from provenance.frames import conform, schema
from provenance.model import Region
from provenance.reuse.components import Nodes, components
from provenance.reuse.order import day
from provenance.reuse.surroundings import folded

# What a region says of its breadth before anything is counted.
UNCOUNTED: Mapping[str, Any] = {
    "articles": 2,
    "outlets": 0,
    "per_outlet": 1.0,
    "days": 0,
    "span_days": None,
    "pinned": 0.0,
    "apart": 0.0,
}
# Two spans of an article are one passage when they overlap by this share of what both cover. At
# less, a paragraph and the three around it would be one; at more, a footer with a changing
# sentence before it would be two.
SAME = 2 / 3
# A passage is at the very beginning or end with at most so many characters before or after it:
# a headline or a byline stands before what recurs at the top, an initial or a date after it.
EDGE_CHARACTERS = 80
# Two articles are copies of one another when this share of both one's and the other's words is
# shared.
COPY = 0.8
# Two articles are otherwise different when they share less than this part of either one.
OTHERWISE_DIFFERENT = 0.5


def uncounted(regions: pl.DataFrame) -> pl.DataFrame:
    """The regions with the counts of two articles of which nothing else is known."""
    kinds = schema(Region)
    return regions.with_columns(
        pl.lit(value, kinds[name]).alias(name) for name, value in UNCOUNTED.items()
    )


def counted(regions: pl.DataFrame, articles: pl.DataFrame) -> pl.DataFrame:
    """The regions with the columns from `articles` to `apart` filled in.

    Args:
        regions: A frame of `Region`; what stands in these columns is not read.
        articles: A frame of `Article`.

    Returns:
        A frame of `Region`. O(n log n) in the regions.
    """
    known = _known(articles, regions)
    sides = _sides(regions, known["article_id"])
    passage = pl.Series("passage", _passages(sides, len(regions)))
    sides = sides.with_columns(passage=pl.concat([passage, passage]))
    found = regions.drop(UNCOUNTED).with_columns(passage)
    for counts in (_breadth(sides.join(known, on="article")), _apart(found, known)):
        found = found.join(counts, on="passage", how="left")
    return conform(found, Region)


def _known(articles: pl.DataFrame, regions: pl.DataFrame) -> pl.DataFrame:
    """The articles by id, numbered, with outlets and stories as numbers, days and lengths."""
    by_id = articles.select("article_id", "outlet", "date", "body_start", "text").sort("article_id")
    return by_id.select(
        "article_id",
        "body_start",
        article=pl.int_range(pl.len()),
        outlet=folded(by_id["outlet"]).rank("dense"),
        day=day(pl.col("date")),
        length=by_id["text"].str.len_chars().cast(pl.Int64),
        story=_stories(regions, by_id["article_id"]),
    )


def _stories(regions: pl.DataFrame, ids: pl.Series) -> pl.Series:
    """For each article the number of the first one of its story."""
    copies = regions.filter(pl.min_horizontal("left_share", "right_share") >= COPY)
    pairs = copies.select("left_id", "right_id").unique()
    left, right = (
        ids.search_sorted(pairs[name]).cast(pl.Int64).to_numpy() for name in pairs.columns
    )
    return pl.Series(components(len(ids), left, right))


def _sides(regions: pl.DataFrame, ids: pl.Series) -> pl.DataFrame:
    """Both spans of every region, first all left ones, then all right ones."""
    return pl.concat(
        regions.select(
            article=ids.search_sorted(regions[f"{side}_id"]).cast(pl.Int64),
            start=f"{side}_start",
            end=f"{side}_end",
        )
        for side in ("left", "right")
    )


def _passages(sides: pl.DataFrame, regions: int) -> Nodes:
    """The passage of each region, named by its first region."""
    article, start, end = (sides[name].to_numpy() for name in ("article", "start", "end"))
    # Spans that are nearly the same stand side by side by their beginnings or by their ends.
    orders = (np.lexsort((end, start, article)), np.lexsort((start, end, article)))
    before = np.concatenate([order[:-1] for order in orders])
    after = np.concatenate([order[1:] for order in orders])
    overlap = np.minimum(end[before], end[after]) - np.maximum(start[before], start[after])
    both = np.maximum(end[before], end[after]) - np.minimum(start[before], start[after])
    same = (article[before] == article[after]) & (overlap >= SAME * both)
    return components(regions, before[same] % regions, after[same] % regions)


def _breadth(sides: pl.DataFrame) -> pl.DataFrame:
    """The counts of each passage."""
    before = pl.col("start") - pl.col("body_start") <= EDGE_CHARACTERS
    behind = pl.col("length") - pl.col("end") <= EDGE_CHARACTERS
    once = sides.group_by("passage", "article").agg(
        pl.col("outlet", "day", "story").first(),
        # What reaches from the one edge to the other is the article itself.
        first=(before & ~behind).any(),
        last=(behind & ~before).any(),
    )
    articles = once.group_by("passage").agg(
        articles=pl.len().cast(pl.Int64),
        outlets=pl.col("outlet").drop_nulls().n_unique().cast(pl.Int64),
        unplaced=pl.col("outlet").null_count(),
        span_days=(pl.col("day").max() - pl.col("day").min()).dt.total_days(),
    )
    stories = once.group_by("passage", "story").agg(
        # A story of which one copy is undated may have run on any day.
        day=pl.when(pl.col("day").null_count() == 0).then(pl.col("day").min()),
        first=pl.col("first").any(),
        last=pl.col("last").any(),
    )
    told = stories.group_by("passage").agg(
        stories=pl.len(),
        days=pl.col("day").drop_nulls().n_unique().cast(pl.Int64),
        pinned=pl.max_horizontal(pl.col("first").mean(), pl.col("last").mean()),
    )
    per_outlet = pl.col("stories") / (pl.col("outlets") + pl.col("unplaced"))
    return (
        articles.join(told, on="passage")
        .with_columns(per_outlet=per_outlet)
        .drop("stories", "unplaced")
    )


def _apart(regions: pl.DataFrame, known: pl.DataFrame) -> pl.DataFrame:
    """The share of each passage's pairs of stories that are otherwise different.

    Between copies of one story nothing is asked, but where there is no other pair.
    """
    stories = known.select("article_id", "story")
    pairs = regions.join(stories, left_on="left_id", right_on="article_id").join(
        stories, left_on="right_id", right_on="article_id", suffix="_right"
    )
    common = pl.max_horizontal("left_share", "right_share")
    ends = (pl.min_horizontal("story", "story_right"), pl.max_horizontal("story", "story_right"))
    once = pairs.group_by("passage", left=ends[0], right=ends[1]).agg(common.max().alias("common"))
    different = pl.col("left") != pl.col("right")
    apart = (pl.col("common") < OTHERWISE_DIFFERENT).filter(different).mean()
    return once.group_by("passage").agg(apart=apart.fill_null(0.0))
