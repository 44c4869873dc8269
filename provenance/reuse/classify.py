"""What a shared region is: quotation, boilerplate, syndicated, reuse of one's own, or copied.

Goes in: regions and what is known of their surroundings. Comes out: the same
regions with their counts and labels. It judges passages one by one and knows
nothing of findings.
"""

import numpy as np
import polars as pl

from provenance.frames import conform
from provenance.model import Label, Region
from provenance.reuse.breadth import OTHERWISE_DIFFERENT, counted
from provenance.reuse.coverage import Shares, share
from provenance.reuse.forms import forms
from provenance.reuse.leads import named_apart
from provenance.reuse.order import preceding
from provenance.reuse.posts import posts
from provenance.reuse.surroundings import Surroundings, folded
from provenance.reuse.template import templates

# The share of a region that must lie in quotations or in boilerplate. What is left are the marks
# and a "she said" between them.
MOSTLY = 0.8
# From so many matched words of a pair on, marks in the later article alone need somebody who
# speaks: whoever takes over a story and puts it between marks has as many. No pair of 2,500
# AllSides articles has them; one of the same day has, a story taken over.
SPOKEN_WORDS = 40
# Fewer words outside the marks only say who spoke, when at least half are inside.
ATTRIBUTION_WORDS = 8
_HALF = 0.5
# Rules whose matches are no text: boilerplate, and markup. Other damage is text all the same.
_FURNITURE = "^(?:BPL|DMG005$)"
# Two articles are near-duplicates when this share of the shorter one's words is shared.
NEAR_DUPLICATE = 0.8

# Repetition that makes boilerplate. A wire story reaches an outlet once or twice (with its
# update), and an outlet's running story lives for a day or two; what one outlet runs five times
# on five days is stock text.
STOCK_PER_OUTLET = 5
STOCK_DAYS = 5
# Three days are enough, or none known when there are many articles, for what always stands at
# the very beginning or end of articles that are otherwise different: the place says it too.
PINNED = 0.8
PINNED_DAYS = 3
PINNED_ARTICLES = 20
# One text in five outlets within three days came by an agency or a syndicate, credited or not:
# one outlet copies another, but hardly four.
SYNDICATE_OUTLETS = 5
SYNDICATE_PER_OUTLET = 2
SYNDICATE_SPAN_DAYS = 3
# Fewer matched words, and nothing else in common, may be a set phrase, an office and its holder,
# or a list of names: they say nothing of where a text is from.
INCIDENTAL_WORDS = 25


def classify(
    regions: pl.DataFrame,
    articles: pl.DataFrame,
    quotes: pl.DataFrame,
    credits: pl.DataFrame,  # noqa: A002  (the frame has this name everywhere)
    matches: pl.DataFrame,
) -> pl.DataFrame:
    """The regions with their counts (see `breadth`) and labels, the first of these that holds.

    - `boilerplate`: .8 of the span in either article lies in matches of boilerplate rules or in
      markup (what is furniture on one page is furniture on the other); or the passage recurs as
      stock text does: five times an outlet and more on five days, without being nearly all of both
      articles; or at one edge of otherwise different articles, five times an outlet and more, on
      three days or in twenty articles. Where no outlet is known, twenty articles at one edge do as
      well; other unknowns never help. Or the two pages are one template filled with other data (see
      `template`).
    - `quotation`: .8 of the span in either article lies inside quotation marks, or all but a few
      words do. One side is enough: its marks say that the words are a third person's, and pages
      also set quotations as blocks without marks. Where the later article of a pair has forty
      such words and more, somebody has to say them there. A post signed with a handle is as good
      as marks where both sides have it.
    - `incidental`: fewer than 25 matched words, all that two articles share beside quotations and
      boilerplate, and no credit links them. The articles are otherwise different, or say the words
      of different subjects (see `leads`).
    - `self-reuse`: both articles are of one outlet, which is known.
    - `syndicated`: an article that may be the copy (the later one; either, when the dates do not
      tell) credits the other's outlet, or an agency from which the other has the text as well;
      or the two are near-duplicates and one that may be the earlier credits an agency; or five
      outlets and more ran the passage within three days, twice each at most. It says that the
      words came by an agency or by agreement, not that both articles say so.
    - `verbatim` or `edited`, as it was.

    Args:
        regions: A frame of `Region`.
        articles: A frame of `Article`.
        quotes: A frame of `Quote`.
        credits: A frame of `Credit`.
        matches: A frame of `Match`; only those of family `BPL` and of `DMG005` count.

    Returns:
        A frame of `Region`. O(n log n) in the regions and spans.
    """
    known = Surroundings.of(articles, credits)
    furniture = matches.filter(pl.col("rule_id").str.contains(_FURNITURE))
    regions = counted(regions, articles)
    told = regions.with_columns(
        in_boilerplate=_larger_share(regions, furniture),
        in_quotes=_in_quotes(regions, articles, quotes),
        template=templates(regions, articles) | forms(regions, articles),
        own=_same_outlet(regions, articles),
        credited=_is_credited(regions, known),
        named_apart=named_apart(regions, articles, _is_short() & ~_is_different()),
    ).with_columns(stock=_is_boilerplate(), quoted=_is_quotation())
    label = (
        pl.when("stock")
        .then(pl.lit(Label.BOILERPLATE.value))
        .when("quoted")
        .then(pl.lit(Label.QUOTATION.value))
        .when(_is_incidental())
        .then(pl.lit(Label.INCIDENTAL.value))
        .when("own")
        .then(pl.lit(Label.SELF_REUSE.value))
        .when(pl.col("credited") | _is_widespread())
        .then(pl.lit(Label.SYNDICATED.value))
        .otherwise("label")
    )
    return conform(told.with_columns(label=label), Region)


def is_stock() -> pl.Expr:
    """Whether a region's passage recurs as stock text does, by its counts alone."""
    pinned = (pl.col("pinned") >= PINNED) & (pl.col("apart") >= MOSTLY)
    often = pl.col("per_outlet") >= STOCK_PER_OUTLET
    many = pl.col("articles") >= PINNED_ARTICLES
    # What is nearly all of both articles is a story that was run again and again, no stock text.
    part = pl.min_horizontal("left_share", "right_share") < NEAR_DUPLICATE
    return (part & often & (pl.col("days") >= STOCK_DAYS)) | (
        pinned
        & ((often & (pl.col("days") >= PINNED_DAYS)) | ((often | (pl.col("outlets") == 0)) & many))
    )


def _is_boilerplate() -> pl.Expr:
    return (pl.col("in_boilerplate") >= MOSTLY) | pl.col("template") | is_stock()


def _is_quotation() -> pl.Expr:
    words = pl.min_horizontal("left_words", "right_words")
    outside = (1 - pl.col("in_quotes")) * words
    few = (outside < ATTRIBUTION_WORDS) & (pl.col("in_quotes") >= _HALF)
    return (pl.col("in_quotes") >= MOSTLY) | few


def _is_incidental() -> pl.Expr:
    prose = pl.when(~pl.col("stock") & ~pl.col("quoted")).then("matched_words").otherwise(0)
    few = prose.sum().over("left_id", "right_id") < INCIDENTAL_WORDS
    return few & (_is_different() | pl.col("named_apart")) & ~pl.col("credited")


def _is_short() -> pl.Expr:
    return pl.col("matched_words") < INCIDENTAL_WORDS


def _is_different() -> pl.Expr:
    return pl.max_horizontal("left_share", "right_share") < OTHERWISE_DIFFERENT


def _is_widespread() -> pl.Expr:
    return (
        (pl.col("outlets") >= SYNDICATE_OUTLETS)
        & (pl.col("per_outlet") <= SYNDICATE_PER_OUTLET)
        & (pl.col("span_days") <= SYNDICATE_SPAN_DAYS).fill_null(value=False)
    )


def _in_quotes(regions: pl.DataFrame, articles: pl.DataFrame, quotes: pl.DataFrame) -> Shares:
    """The share of each region that is quoted, as far as marks on one side are believed."""
    spans = quotes.select("article_id", "start", "end")
    spoken = spans.filter(quotes["speaker_start"].is_not_null() | quotes["speaker"].is_not_null())
    left, right = _shares(regions, spans)
    both = np.minimum(*_shares(regions, pl.concat([spans, posts(articles)])))
    sure = np.maximum(_larger_share(regions, spoken), both)
    left_first, right_first = _first(regions, articles)
    later = np.where(left_first, right, np.where(right_first, left, 0))
    unspoken = regions.select(
        words=pl.col("matched_words") * pl.Series((later >= _HALF) & (sure < _HALF)),
        pair=pl.struct("left_id", "right_id"),
    )
    is_long = unspoken.select(pl.col("words").sum().over("pair") >= SPOKEN_WORDS).to_series()
    return np.where(is_long.to_numpy(), sure, np.maximum.reduce([left, right, both]))


def _first(regions: pl.DataFrame, articles: pl.DataFrame) -> tuple[pl.Series, pl.Series]:
    """Whether the left article of each region demonstrably ran first, and whether the right did."""
    dates = dict(articles.select("article_id", "date").iter_rows())
    told = regions.select(
        left=pl.col("left_id").replace_strict(dates, return_dtype=pl.String),
        right=pl.col("right_id").replace_strict(dates, return_dtype=pl.String),
    )
    order = told.select(
        left=preceding(pl.col("left"), pl.col("right")),
        right=preceding(pl.col("right"), pl.col("left")),
    )
    return order["left"], order["right"]


def _larger_share(regions: pl.DataFrame, spans: pl.DataFrame) -> Shares:
    """The share of each region that lies in the spans, on the side where it is larger."""
    return np.maximum(*_shares(regions, spans))


def _shares(regions: pl.DataFrame, spans: pl.DataFrame) -> tuple[Shares, Shares]:
    """The share of each region that lies in the spans, on its left side and on its right."""
    left, right = (
        regions.select(article_id=f"{side}_id", start=f"{side}_start", end=f"{side}_end")
        for side in ("left", "right")
    )
    return share(left, spans), share(right, spans)


def _same_outlet(regions: pl.DataFrame, articles: pl.DataFrame) -> pl.Series:
    """Whether both articles of each region are of one outlet, which is known."""
    outlets = articles.select("article_id", outlet=folded(articles["outlet"]))
    left, right = (
        regions.select(article_id=f"{side}_id").join(
            outlets, on="article_id", how="left", maintain_order="left"
        )["outlet"]
        for side in ("left", "right")
    )
    return (left == right).fill_null(value=False)


def _is_credited(regions: pl.DataFrame, known: Surroundings) -> pl.Series:
    """Whether a credit links the two articles of each region; asked only where there is one."""
    near = pl.max_horizontal("left_share", "right_share") >= NEAR_DUPLICATE
    pairs = regions.group_by("left_id", "right_id").agg(near=near.any())
    crediting = list(known.sources)
    pairs = pairs.filter(pl.col("left_id").is_in(crediting) | pl.col("right_id").is_in(crediting))
    linked = [known.linked(left, right, near=near) for left, right, near in pairs.iter_rows()]
    pairs = pairs.select("left_id", "right_id", linked=pl.Series(linked, dtype=pl.Boolean))
    joined = regions.select("left_id", "right_id").join(
        pairs, on=["left_id", "right_id"], how="left", maintain_order="left"
    )
    return joined["linked"].fill_null(value=False)
