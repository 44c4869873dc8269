"""The article score: 100 less what findings take and what a cap takes.

In: findings with their deductions, how many words there were to judge, and by
which rules each article could not be judged. Out: a score with its grade,
its interval and every dimension. `100 - sum(deduction) - sum(caps.taken)` is
the score of every article that has one, so the report alone is enough to check
it. What could not be judged is neither good nor bad: it widens the interval
and lowers the coverage, and the score is not blown up to fill its place.
"""

import polars as pl

from provenance import frames
from provenance.frames import schema
from provenance.model import AppliedCap, DimensionScore, Score, Weights
from provenance.scoring.caps import held
from provenance.scoring.keys import dimension_of

NO_GRADE = "N/A"


def score(
    words: pl.DataFrame, blind: pl.DataFrame, findings: pl.DataFrame, weights: Weights
) -> pl.DataFrame:
    """The score of every article.

    Args:
        words: `article_id` and `words`, a row an article: its words outside boilerplate. Under the
            declared minimum the score is null, and its interval reaches down to 0.
        blind: `article_id`, `key` and `reason`: the rules or families by which an article could
            not be judged. A dimension that counts one of them was not judged; when the others
            weigh less than the declared coverage, the score is null, since a hundred for not
            having looked would be a lie.
        findings: A frame of `Finding`, as from `deduct`.
        weights: The declared weights.

    Returns:
        A frame of `Score`, a row for every row of `words`. Columns throughout: a million articles
        take some seconds.
    """
    parts = _dimensions(words, blind, findings, weights)
    caps = _caps(words, findings, weights)
    every = words.join(parts, on="article_id", how="left").join(caps, on="article_id", how="left")
    reached = every.with_columns(
        high=100 - pl.col("lost") - pl.col("capped"), reason=_reason(weights)
    )
    told = reached.with_columns(
        score=pl.when(pl.col("reason").is_null()).then("high"),
        low=pl.when(pl.col("words") < weights.minimum_words)
        .then(0)
        .otherwise(pl.max_horizontal(pl.lit(0), pl.col("high") - pl.col("open"))),
    )
    return frames.conform(told.with_columns(grade=_grade(weights)), Score)


def _dimensions(
    words: pl.DataFrame, blind: pl.DataFrame, findings: pl.DataFrame, weights: Weights
) -> pl.DataFrame:
    """Every dimension of each article, what they lost, cover and leave open together."""
    parts = pl.DataFrame(
        [(each.name, each.weight, place) for place, each in enumerate(weights.dimensions)],
        schema={"name": pl.String, "weight": pl.Int64, "_place": pl.Int64},
        orient="row",
    )
    on = ["article_id", "name"]
    whole = (
        words.select("article_id")
        .join(parts, how="cross")
        .join(_lost(findings, weights), on=on, how="left")
        .join(_unjudged(blind, weights), on=on, how="left")
        .with_columns(pl.col("lost").fill_null(0), judged=pl.col("reason").is_null())
        .sort("article_id", "_place")
    )
    unjudged = ~pl.col("judged")
    return whole.group_by("article_id", maintain_order=True).agg(
        pl.col("lost").sum(),
        coverage=pl.col("weight").filter("judged").sum(),
        open=(pl.col("weight") - pl.col("lost")).filter(unjudged).sum(),
        dimensions=pl.struct(list(schema(DimensionScore))),
    )


def _lost(findings: pl.DataFrame, weights: Weights) -> pl.DataFrame:
    """What the findings take from each dimension."""
    found = findings["rule_id"].unique().to_list()
    names = {rule_id: dimension_of(rule_id, weights) for rule_id in found}
    return (
        findings.filter(pl.col("deduction") > 0)
        .with_columns(
            name=pl.col("rule_id").replace_strict(names, default=None, return_dtype=pl.String)
        )
        .group_by("article_id", "name")
        .agg(lost=pl.col("deduction").sum())
    )


def _unjudged(blind: pl.DataFrame, weights: Weights) -> pl.DataFrame:
    """The dimensions that could not be judged, each with the first reason in order of key."""
    names = {key: dimension_of(key, weights) for key in blind["key"].unique().to_list()}
    named = pl.col("key").replace_strict(names, default=None, return_dtype=pl.String)
    return (
        blind.with_columns(name=named)
        .drop_nulls("name")
        .sort("article_id", "name", "key", "reason")
        .group_by("article_id", "name", maintain_order=True)
        .agg(pl.col("reason").first())
    )


def _caps(words: pl.DataFrame, findings: pl.DataFrame, weights: Weights) -> pl.DataFrame:
    """The caps that hold for each article, and what they take together.

    The strictest stands first and takes all that is taken.
    """
    declared = pl.DataFrame(
        [(place, each.name, each.limit) for place, each in enumerate(weights.caps)],
        schema={"cap": pl.Int64, "name": pl.String, "limit": pl.Int64},
        orient="row",
    )
    spent = findings.group_by("article_id").agg(spent=pl.col("deduction").sum())
    over = pl.max_horizontal(pl.lit(0), 100 - pl.col("spent") - pl.col("limit"))
    first = pl.int_range(pl.len()).over("article_id") == 0
    applied = (
        held(findings, weights)
        .join(declared, on="cap")
        .join(spent, on="article_id")
        .sort("article_id", "cap")
        .with_columns(taken=pl.when(first).then(over).otherwise(0).cast(pl.Int64))
        .group_by("article_id", maintain_order=True)
        .agg(capped=pl.col("taken").sum(), caps=pl.struct(list(schema(AppliedCap))))
    )
    none = pl.lit([], dtype=pl.List(pl.Struct(schema(AppliedCap))))
    return (
        words.select("article_id")
        .join(applied, on="article_id", how="left")
        .with_columns(pl.col("capped").fill_null(0), pl.col("caps").fill_null(none))
    )


def _reason(weights: Weights) -> pl.Expr:
    """Why there is no score; null when there is one."""
    short = pl.format(
        "{} words outside boilerplate, {} are needed", "words", pl.lit(weights.minimum_words)
    )
    thin = pl.format(
        "{} % of the score could be judged, {} % are needed",
        "coverage",
        pl.lit(weights.minimum_coverage),
    )
    return (
        pl.when(pl.col("words") < weights.minimum_words)
        .then(short)
        .when(pl.col("coverage") < weights.minimum_coverage)
        .then(thin)
    )


def _grade(weights: Weights) -> pl.Expr:
    """The letter of the score's band."""
    letter = pl.lit(NO_GRADE)
    for grade in reversed(weights.grades):
        reached = pl.col("score") >= grade.least
        letter = pl.when(reached).then(pl.lit(grade.letter)).otherwise(letter)
    return letter
