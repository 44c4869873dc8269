"""Outlets, rolled up from their units: one axis of the Admiralty Code, the source's.

In: articles, their scores, findings, lineages and credits. Out: a row for each
outlet. Never looked at are claims, mentions and the number of an item, which are
the other axis: neither may be told from the other. Nor is any date but to say
who ran first: if old units counted less, a copy with another date would move
weights, and a corpus has no today.
"""

import polars as pl

from provenance import frames
from provenance.frames import schema
from provenance.model import OutletScore, OutletShare, OutletWeights, Weights
from provenance.scoring.contested import weigh
from provenance.scoring.keys import dimension_of, longest
from provenance.scoring.units import Standing, members, units
from provenance.scoring.wilson import wilson

CANNOT_BE_JUDGED = "F"
_WORST = "E"
_UNIT = ["outlet", "lineage_id"]


def outlets(  # noqa: PLR0913, PLR0917  (all that an outlet is rolled up from)
    articles: pl.DataFrame,
    scores: pl.DataFrame,
    findings: pl.DataFrame,
    lineages: pl.DataFrame,
    credited: pl.DataFrame,
    weights: Weights,
) -> pl.DataFrame:
    """Every outlet of the articles that have a row in `scores`.

    An outlet's score is the mean of its own units, with `prior-units` units of the corpus mixed
    in. For the corpus stands the worst article of each lineage, so that its mean neither rises nor
    counts a report twice when copies are added. Names that differ in case, white space or a
    leading `The` are one outlet. Articles without an outlet are in no row.

    Args:
        articles: A frame of `Article`, those of an archive among them: they tell who ran first.
        scores: A frame of `Score`.
        findings: A frame of `Finding`, as from `deduct`.
        lineages: A frame of `Lineage`.
        credited: A frame of `Credit`.
        weights: The declared weights.

    Returns:
        A frame of `OutletScore`. A million articles of 5,000 outlets take some seconds. Copies of
        an article, dated as it, later or not at all, raise no outlet's score, lower end or letter.
    """
    every = members(articles, scores, lineages)
    judged = every.filter("judged", "named")
    found = units(every, credited)
    table = (
        _named(judged)
        .join(_counted(found), on="outlet")
        .join(weigh(found, _pool(every), weights.outlets.prior_units), on="outlet", how="left")
        .join(_handling(judged, found, findings, weights), on="outlet", how="left")
        .join(_shares(judged, found, findings, weights.outlets), on="outlet", how="left")
        .with_columns(pl.col("shares").fill_null(_none()), reason=_reason(weights.outlets))
        .with_columns(letter=_letter(weights), outlet=pl.col("shown"))
    )
    return frames.conform(table, OutletScore)


def _pool(every: pl.DataFrame) -> pl.Series:
    """For each lineage the worst score of its articles, whoever ran them."""
    return every.group_by("lineage_id").agg(pl.col("score").min())["score"].drop_nulls()


def _named(judged: pl.DataFrame) -> pl.DataFrame:
    """The outlets, with their articles and their names as most of these give them."""
    spellings = judged.group_by("outlet", "name").agg(count=pl.len().cast(pl.Int64))
    return (
        spellings.sort("outlet", pl.col("count").neg(), "name")
        .group_by("outlet", maintain_order=True)
        .agg(shown=pl.col("name").first(), articles=pl.col("count").sum())
    )


def _counted(found: pl.DataFrame) -> pl.DataFrame:
    """How many units each outlet has, and of each standing with a score."""
    scored = pl.col("score").is_not_null()
    counts = {
        each.value: (scored & (pl.col("standing") == each)).sum().cast(pl.Int64)
        for each in Standing
    }
    return found.group_by("outlet").agg(units=pl.len().cast(pl.Int64), **counts)


def _handling(
    judged: pl.DataFrame, found: pl.DataFrame, findings: pl.DataFrame, weights: Weights
) -> pl.DataFrame:
    """What republishers answer for: the mean over their units, each that of its worst article."""
    rules = [
        rule_id
        for rule_id in findings["rule_id"].unique().to_list()
        if dimension_of(rule_id, weights) in weights.outlets.republished
    ]
    lost = (
        findings.filter(pl.col("rule_id").is_in(rules))
        .group_by("article_id")
        .agg(lost=pl.col("deduction").sum())
    )
    units_lost = (
        judged.drop_nulls("score")
        .join(found.filter(pl.col("standing") == Standing.REPUBLISHED), on=_UNIT, how="semi")
        .join(lost, on="article_id", how="left")
        .group_by(_UNIT)
        .agg(pl.col("lost").fill_null(0).max())
    )
    total, number = 100 * pl.len() - pl.col("lost").sum(), pl.len()
    return units_lost.group_by("outlet").agg(
        handling=((2 * total + number) // (2 * number)).cast(pl.Int64)
    )


def _shares(
    judged: pl.DataFrame, found: pl.DataFrame, findings: pl.DataFrame, declared: OutletWeights
) -> pl.DataFrame:
    """The declared shares of each outlet's units, with or without a score."""
    seen = findings["rule_id"].unique().to_list()
    tables = []
    for each in declared.shares:
        rules = [rule_id for rule_id in seen if longest(rule_id, each.rules)]
        told = findings.filter(
            pl.col("rule_id").is_in(rules), pl.col("severity").is_in(each.severities)
        )
        concerned = judged.join(told, on="article_id", how="semi").select(_UNIT).unique()
        tables.append(_share(each.name, found, concerned))
    empty = pl.DataFrame(schema={"outlet": pl.String(), **schema(OutletShare)})
    return (
        pl.concat([empty, *tables])
        .group_by("outlet", maintain_order=True)
        .agg(shares=pl.struct(list(schema(OutletShare))))
    )


def _share(name: str, found: pl.DataFrame, concerned: pl.DataFrame) -> pl.DataFrame:
    """One share of every outlet: `outlet` and the columns of `OutletShare`."""
    low, high = wilson(pl.col("units"), pl.col("all"))
    return (
        found.join(concerned.with_columns(concerned=1), on=_UNIT, how="left")
        .group_by("outlet")
        .agg(units=pl.col("concerned").sum().cast(pl.Int64), all=pl.len().cast(pl.Int64))
        .select("outlet", pl.lit(name).alias("name"), "units", low=low, high=high)
    )


def _none() -> pl.Expr:
    return pl.lit([], dtype=pl.List(pl.Struct(schema(OutletShare))))


def _reason(declared: OutletWeights) -> pl.Expr:
    """Why an outlet cannot be judged; null when it can."""
    width = pl.col("high") - pl.col("low")
    few = pl.format(
        "units of its own with a score: {} of the {} that are needed",
        "own",
        pl.lit(declared.minimum_units),
    )
    wide = pl.format(
        "its interval is {} points wide, {} at most tell anything",
        width,
        pl.lit(declared.widest),
    )
    return (
        pl.when((pl.col("own") < declared.minimum_units) | pl.col("score").is_null())
        .then(few)
        .when(width > declared.widest)
        .then(wide)
    )


def _letter(weights: Weights) -> pl.Expr:
    """The letter of the score's band: those of articles, but that below the last but one is `E`."""
    letter = pl.lit(_WORST)
    for grade in reversed(weights.grades[:-1]):
        letter = (
            pl.when(pl.col("score") >= grade.least).then(pl.lit(grade.letter)).otherwise(letter)
        )
    return pl.when(pl.col("reason").is_null()).then(letter).otherwise(pl.lit(CANNOT_BE_JUDGED))
