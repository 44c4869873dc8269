"""How much there is to judge: words of an article outside its boilerplate lines."""

import polars as pl

# A run of letters and digits with the marks and inner apostrophes that belong to it, as in
# `provenance.text.tokens`.
_RUN = r"[\p{L}\p{N}][\p{L}\p{N}\p{M}\x{ad}]*"
_WORD = rf"{_RUN}(?:['’]{_RUN})*"


def words_outside_boilerplate(
    articles: pl.DataFrame, lines: pl.DataFrame, matches: pl.DataFrame
) -> pl.DataFrame:
    """Words of each article, lines that a boilerplate rule covers whole left out.

    Args:
        articles: A frame of `Article`.
        lines: A frame of `Line`.
        matches: A frame of `Match`; only family BPL counts.

    Returns:
        `article_id` and `words`, a row an article.
    """
    boilerplate = matches.filter(pl.col("rule_id").str.starts_with("BPL"))
    kept = pl.col("text").str.count_matches(_WORD) * pl.col("covered").is_null()
    counts = (
        lines.join(
            boilerplate.select("article_id", "start", "end", covered=True).unique(),
            on=["article_id", "start", "end"],
            how="left",
        )
        .group_by("article_id")
        .agg(words=kept.sum().cast(pl.Int64))
    )
    return (
        articles.select("article_id")
        .join(counts, on="article_id", how="left", maintain_order="left")
        .with_columns(pl.col("words").fill_null(0))
    )
