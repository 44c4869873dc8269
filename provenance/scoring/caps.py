"""Caps: faults beside which nothing else of an article can make up for it.

In: findings with their deductions. Out: the caps that hold for each article
and what they take. Only findings decide, so that a report alone is enough to
see why a cap holds.
"""

import polars as pl

from provenance.model import Cap, Severity, Weights
from provenance.scoring.keys import longest


def held(findings: pl.DataFrame, weights: Weights) -> pl.DataFrame:
    """The caps that hold: `article_id`, `cap` (its place in `weights.caps`), strictest first.

    A cap holds for an article with findings of at least `different` of its rules at warning or
    error, about at least `words` words together where it asks for words.
    """
    empty = pl.DataFrame(schema={"article_id": pl.String, "cap": pl.Int64})
    counting = findings.filter(pl.col("severity") != Severity.INFO)
    tables = [_articles(counting, cap, place) for place, cap in enumerate(weights.caps)]
    return pl.concat([empty, *tables]).sort("article_id", "cap")


def _articles(findings: pl.DataFrame, cap: Cap, place: int) -> pl.DataFrame:
    found = findings["rule_id"].unique().to_list()
    rules = [rule_id for rule_id in found if longest(rule_id, cap.rules)]
    return (
        findings.filter(pl.col("rule_id").is_in(rules))
        .group_by("article_id")
        .agg(different=pl.col("rule_id").n_unique(), words=pl.col("extent").sum())
        .filter(pl.col("different") >= cap.different, pl.col("words") >= (cap.words or 0))
        .select("article_id", cap=pl.lit(place, dtype=pl.Int64))
    )
