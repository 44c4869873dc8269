"""How much of each article also stands in others.

Goes in: labelled regions, and what in the articles is quoted or boilerplate.
Comes out: one row an article. Shares are of characters, so that no text is cut
into words again.
"""

import polars as pl

from provenance.frames import conform
from provenance.model import Label, Reuse
from provenance.reuse.surroundings import folded

# What stands before the first word and behind the last is in no passage.
_EDGES = " \t\r\n\u00a0.,;:!?…\"'“”‘’«»()[]–—-"
# Of fewer characters no share is told: a byline or a "she said" may be all that is left.
FEWEST_CHARACTERS = 40
_PART = 10_000

_SPAN = ("article_id", "start", "end")


def rollup(
    regions: pl.DataFrame, articles: pl.DataFrame, quotes: pl.DataFrame, matches: pl.DataFrame
) -> pl.DataFrame:
    """How much of each article is shared, before and after quotations and boilerplate are left out.

    They are taken out of both sides of the ratio: an article that is a quotation and a line of
    its own shares nothing else. What counts as such are quotations, matches of boilerplate rules,
    and regions labelled one or the other.

    Args:
        regions: A frame of `Region`, labelled.
        articles: A frame of `Article`.
        quotes: A frame of `Quote`.
        matches: A frame of `Match`; only those of family `BPL` count.

    Returns:
        A frame of `Reuse`, a row for every article. O(n log n) in the regions and spans.
    """
    sides = _sides(regions, articles)
    aside = [
        quotes.select(_SPAN),
        matches.filter(pl.col("rule_id").str.starts_with("BPL")).select(_SPAN),
        sides.filter(pl.col("label").is_in([Label.QUOTATION, Label.BOILERPLATE])).select(_SPAN),
    ]
    length = pl.col("text").str.strip_chars(_EDGES).str.len_chars().cast(pl.Int64)
    # In parts, since a text without its edges is a copy of it.
    parts = [part.select("article_id", length=length) for part in articles.iter_slices(_PART)]
    none = articles.clear().select("article_id", length=length)
    table = pl.concat([none, *parts])
    for name, spans in {
        "all": [sides.select(_SPAN)],
        "aside": aside,
        "both": [sides.select(_SPAN), *aside],
    }.items():
        counts = _covered(pl.concat(spans)).rename({"covered": name})
        table = table.join(counts, on="article_id", how="left")
    table = table.join(_others(sides), on="article_id", how="left").fill_null(0)
    return conform(
        table.with_columns(
            shared=_ratio(pl.col("all"), pl.col("length")),
            shared_prose=_ratio(
                pl.col("both") - pl.col("aside"), pl.col("length") - pl.col("aside")
            ),
        ),
        Reuse,
    )


def _sides(regions: pl.DataFrame, articles: pl.DataFrame) -> pl.DataFrame:
    """Each region as each of its articles sees it, with the outlets of both."""
    sides = pl.concat(
        regions.select(
            "label",
            "articles",
            "outlets",
            article_id=f"{side}_id",
            start=f"{side}_start",
            end=f"{side}_end",
            other=f"{other}_id",
        )
        for side, other in (("left", "right"), ("right", "left"))
    )
    outlets = articles.select("article_id", outlet=folded(articles["outlet"]))
    others = outlets.rename({"article_id": "other", "outlet": "other_outlet"})
    return sides.join(outlets, on="article_id").join(others, on="other")


def _covered(spans: pl.DataFrame) -> pl.DataFrame:
    """How many characters of each article lie in at least one span."""
    reached = pl.col("end").cum_max().shift(1, fill_value=0).over("article_id")
    fresh = pl.col("end") - pl.max_horizontal("start", reached)
    return (
        spans.sort(_SPAN)
        .with_columns(fresh=fresh.clip(lower_bound=0))
        .group_by("article_id")
        .agg(covered=pl.col("fresh").sum())
    )


def _others(sides: pl.DataFrame) -> pl.DataFrame:
    """With how many other articles and outlets each article shares a passage.

    Of many copies the search links each to the earliest and a neighbour only; the counts of the
    passage know the others.
    """
    apart = pl.col("other_outlet") != pl.col("outlet").fill_null("")
    own = pl.col("outlet").first().is_not_null().cast(pl.Int64)
    linked = pl.col("other_outlet").filter(apart).n_unique().cast(pl.Int64)
    return (
        sides.filter(pl.col("label") != Label.BOILERPLATE)
        .group_by("article_id")
        .agg(
            shared_articles=pl.max_horizontal(
                pl.col("other").n_unique().cast(pl.Int64), pl.col("articles").max() - 1
            ),
            shared_outlets=pl.max_horizontal(linked, pl.col("outlets").max() - own),
        )
    )


def _ratio(part: pl.Expr, whole: pl.Expr) -> pl.Expr:
    return pl.when(whole >= FEWEST_CHARACTERS).then(part / whole)
