"""How much of the planted reuse the regions show, and how much they show beside it."""

import polars as pl

# A source with as many copies runs everywhere: not all pairs of its copies are compared.
MANY = 50


def found(truth: pl.DataFrame, regions: pl.DataFrame) -> pl.DataFrame:
    """The truth with how much of each planted passage was found.

    Returns:
        Its rows, in order, with `pair`: the largest share, of the side where it is smaller, of
        the planted passage that one region between the two articles covers; `covered`: the share
        of both sides that all their regions cover; `reached`: the largest share of the copied
        words that one region covers, whichever the other article is.
    """
    sides = _sides(regions)
    numbered = truth.with_row_index("row")
    met = numbered.join(sides, left_on="copy_id", right_on="article_id")
    copy = _overlap("start", "end", "copy")
    source = _overlap("other_start", "other_end", "source")
    met = met.select(
        "row",
        copy=copy,
        source=pl.when(pl.col("other_id") == pl.col("source_id")).then(source).otherwise(0.0),
    )
    best = met.group_by("row").agg(
        pair=pl.min_horizontal("copy", "source").max(),
        reached=pl.col("copy").max(),
        covered=(pl.col("copy") + pl.col("source")).filter(pl.col("source") > 0).sum() / 2,
    )
    shares = pl.col("pair", "reached", "covered").fill_null(0.0).clip(0, 1)
    joined = numbered.join(best, on="row", how="left", maintain_order="left")
    return joined.with_columns(shares).drop("row")


def _overlap(start: str, end: str, side: str) -> pl.Expr:
    """The share of a planted span that a region's span covers."""
    last = pl.min_horizontal(end, f"{side}_end")
    first = pl.max_horizontal(start, f"{side}_start")
    return (last - first).clip(0) / (pl.col(f"{side}_end") - pl.col(f"{side}_start"))


def _sides(regions: pl.DataFrame) -> pl.DataFrame:
    """Each region twice: as seen from its left and from its right article."""
    return pl.concat(
        regions.select(
            article_id=f"{side}_id",
            start=f"{side}_start",
            end=f"{side}_end",
            other_id=f"{other}_id",
            other_start=f"{other}_start",
            other_end=f"{other}_end",
        )
        for side, other in (("left", "right"), ("right", "left"))
    )


def by_kind(judged: pl.DataFrame) -> list[dict[str, object]]:
    """Rows of a table: of each kind, length and edit rate the share that was found.

    `recall` asks for a region of the two articles that covers half of both sides; `recall, rare`
    asks it of stories with few copies only; `reached` asks for a region of the copy and any
    article. `coverage` is the mean share covered.
    """
    copies = pl.len().over("source_id")
    words = pl.col("source_words")
    length = pl.when(words < 20).then(pl.lit("12-19")).when(words < 40).then(pl.lit("20-39"))
    is_excerpt = pl.col("kind") == "excerpt"
    hit = pl.col("pair") >= 0.5
    rows = judged.with_columns(
        words=pl.when(is_excerpt).then(length.otherwise(pl.lit("40-60"))).otherwise(pl.lit("all")),
        rare=copies < MANY,
    )
    table = rows.group_by("kind", "words", "rate").agg(
        planted=pl.len(),
        recall=hit.mean().round(4),
        recall_rare=hit.filter("rare").mean().round(4),
        reached=(pl.col("reached") >= 0.5).mean().round(4),
        coverage=pl.col("covered").mean().round(4),
    )
    return table.sort("kind", "words", "rate", descending=[True, False, False]).to_dicts()


def mean(values: pl.Series, digits: int = 4) -> float:
    """0 when there are none."""
    return round(float(values.cast(pl.Float64).to_numpy().mean()), digits) if len(values) else 0.0


def unexplained(
    regions: pl.DataFrame, truth: pl.DataFrame, articles: pl.DataFrame
) -> dict[str, float]:
    """The share of regions of articles that have neither a story nor an outlet in common.

    What is left are words that articles share by chance, and words that a region takes too many.
    """
    story = truth.select(article_id="copy_id", story="source_id")
    known = articles.select("article_id", "outlet").join(story, on="article_id", how="left")
    known = known.with_columns(pl.col("story").fill_null(pl.col("article_id")))
    pairs = regions.select("left_id", "right_id", "matched_words")
    for side in ("left", "right"):
        pairs = pairs.join(
            known.rename({"outlet": f"{side}_outlet", "story": f"{side}_story"}),
            left_on=f"{side}_id",
            right_on="article_id",
        )
    other = pairs.filter(
        pl.col("left_outlet") != pl.col("right_outlet"),
        pl.col("left_story") != pl.col("right_story"),
    )
    return {
        "regions": len(regions),
        "unexplained": len(other),
        "unexplained_share": round(len(other) / max(1, len(regions)), 5),
        "unexplained_words": mean(other["matched_words"], 1),
    }
