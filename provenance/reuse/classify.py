"""What a shared region is: quotation, boilerplate, syndicated, reuse of one's own, or copied.

Goes in: regions and what is known of their surroundings. Comes out: the same
regions with their labels. It judges them one by one and knows nothing of
findings.
"""

from collections.abc import Mapping
from typing import Any

import numpy as np
import polars as pl

from provenance.frames import conform
from provenance.model import Label, Region
from provenance.reuse.coverage import Shares, share
from provenance.reuse.surroundings import Surroundings

# The share of a region that must lie in quotations or in boilerplate. What is left are the marks
# and a "she said" between them.
MOSTLY = 0.8
# Fewer words outside the marks only say who spoke.
ATTRIBUTION_WORDS = 8
# Two articles are near-duplicates when this share of the shorter one's words is shared.
NEAR_DUPLICATE = 0.8


def classify(
    regions: pl.DataFrame,
    articles: pl.DataFrame,
    quotes: pl.DataFrame,
    credits: pl.DataFrame,  # noqa: A002  (the frame has this name everywhere)
    matches: pl.DataFrame,
) -> pl.DataFrame:
    """The regions with their labels, the first of these that holds.

    - `boilerplate`: .8 of the span in either article lies in matches of boilerplate rules. One
      side is enough: what is furniture on one page is furniture on the other.
    - `quotation`: .8 of the span in either article lies inside quotation marks, or all but a few
      words do. One side is enough: its marks say that the words are a third person's, and pages
      also set quotations as blocks without marks.
    - `self-reuse`: both articles are of one outlet, which is known.
    - `syndicated`: an article that may be the copy (the later one; either, when the dates do not
      tell) credits the other's outlet, or an agency from which the other has the text as well;
      or the two are near-duplicates and one that may be the earlier credits an agency. It says
      that the words came by an agency or by agreement, not that both articles say so.
    - `verbatim` or `edited`, as it was.

    Args:
        regions: A frame of `Region`.
        articles: A frame of `Article`.
        quotes: A frame of `Quote`.
        credits: A frame of `Attribution`.
        matches: A frame of `Match`; only those of family `BPL` count.

    Returns:
        A frame of `Region`. O(n log n) in the regions and spans.
    """
    known = Surroundings.of(articles, credits)
    boilerplate = matches.filter(pl.col("rule_id").str.starts_with("BPL"))
    labels = [
        _label(row, in_boilerplate, in_quotes, known)
        for row, in_boilerplate, in_quotes in zip(
            regions.iter_rows(named=True),
            _larger_share(regions, boilerplate),
            _larger_share(regions, quotes),
            strict=True,
        )
    ]
    return conform(regions.with_columns(label=pl.Series(labels, dtype=pl.String)), Region)


def _larger_share(regions: pl.DataFrame, spans: pl.DataFrame) -> Shares:
    """The share of each region that lies in the spans, on the side where it is larger."""
    places = pl.concat(
        regions.select(article_id=f"{side}_id", start=f"{side}_start", end=f"{side}_end")
        for side in ("left", "right")
    )
    left, right = share(places, spans).reshape(2, -1)
    return np.maximum(left, right)


def _label(
    row: Mapping[str, Any], in_boilerplate: float, in_quotes: float, known: Surroundings
) -> str:
    if in_boilerplate >= MOSTLY:
        return Label.BOILERPLATE
    outside = (1 - in_quotes) * min(row["left_words"], row["right_words"])
    if in_quotes >= MOSTLY or outside < ATTRIBUTION_WORDS:
        return Label.QUOTATION
    if known.same_outlet(row["left_id"], row["right_id"]):
        return Label.SELF_REUSE
    if _is_syndicated(row, known):
        return Label.SYNDICATED
    return str(row["label"])


def _is_syndicated(row: Mapping[str, Any], known: Surroundings) -> bool:
    left, right = row["left_id"], row["right_id"]
    near = max(row["left_share"], row["right_share"]) >= NEAR_DUPLICATE
    return any(
        known.credits_other(copy, source) or (near and source in known.agencies)
        for copy, source in ((left, right), (right, left))
        if not known.ran_before(copy, source)
    )
