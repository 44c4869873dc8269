"""What each finding takes from its article's score.

In: findings and the declared weights. Out: the same findings, each with its
deduction. The outlet, the author and the length of the article are never
looked at, so that neither a name nor padding moves a score.
"""

import polars as pl

from provenance.model import Weights
from provenance.scoring.keys import Price, price

# From here on a repeat takes less than a millionth of a point at any share that is declared.
_MANY = 1000


def deduct(findings: pl.DataFrame, weights: Weights) -> pl.DataFrame:
    """The findings with the points each takes from its article.

    The n-th finding of one key in one article brings the loss of that key to
    p * (1 + r + ... + r^(n-1)), p being its points and r the repeat share: at 50 % that is
    p, 1.5 p, 1.75 p ... and never 2 p. Where a key counts words it is p * min(1, words / full),
    `words` being the extents of its findings together. Sums are rounded half up. A dimension loses
    at most its weight; findings past that take nothing and stay in the report. Within a dimension
    the dearest rules are counted first, so that it is the small ones that are cut. Information
    takes nothing.

    Args:
        findings: A frame of `Finding`, in its order; deductions in it are not looked at.
        weights: The declared weights.

    Returns:
        A frame of `Finding`. O(n log n): five million findings in some seconds. Beside the findings
        it holds numbers alone.
    """
    key, dimension = ["_article", "_key"], ["_article", "_dimension"]
    lost = (
        _priced(findings, weights)
        .sort("_article", pl.col("_points").neg(), "_rule", "_row")
        .with_columns(
            _number=pl.int_range(1, pl.len() + 1).over(key),
            _extent=pl.col("extent").fill_null(0).cum_sum().over(key),
        )
        .with_columns(_loss=_loss(weights))
        .with_columns(_sum=pl.col("_loss").cum_sum().over(dimension))
        .select(
            "_row", deduction=_within(pl.col("_sum")) - _within(pl.col("_sum") - pl.col("_loss"))
        )
    )
    return findings.with_columns(lost.sort("_row")["deduction"])


def _priced(findings: pl.DataFrame, weights: Weights) -> pl.DataFrame:
    """What each finding costs by itself, with numbers for its row, article, rule and key."""
    prices = _prices(findings, weights)
    numbered = prices.with_columns(
        pl.col("_key", "_dimension").rank("dense"), _rule=pl.col("rule_id").rank("dense")
    )
    return (
        findings.select(
            pl.col("article_id").rle_id().alias("_article"), "rule_id", "severity", "extent"
        )
        .with_row_index("_row")
        .join(numbered, on=["rule_id", "severity"], how="left")
        .drop("rule_id", "severity")
    )


def _prices(findings: pl.DataFrame, weights: Weights) -> pl.DataFrame:
    """What each rule costs at each severity that was found, with its dimension's weight."""
    room = {dimension.name: dimension.weight for dimension in weights.dimensions}
    found = findings.select("rule_id", "severity").unique().sort("rule_id", "severity").rows()
    prices = [price(rule_id, severity, weights) for rule_id, severity in found]
    rows = [(*each, *_columns(one, room)) for each, one in zip(found, prices, strict=True)]
    names = ("_key", "_points", "_words", "_dimension", "_weight")
    kinds = (pl.String, pl.Int64, pl.Int64, pl.String, pl.Int64)
    columns = {"rule_id": pl.String, "severity": pl.String} | dict(zip(names, kinds, strict=True))
    return pl.DataFrame(rows, schema=columns, orient="row")


def _columns(one: Price, room: dict[str, int]) -> tuple[str, int, int | None, str, int]:
    """A price as the columns of its finding; a rule that nothing counts takes nothing."""
    return one.key, one.points, one.words, one.dimension or "", room.get(one.dimension or "", 0)


def _loss(weights: Weights) -> pl.Expr:
    """Points that a finding adds to the loss of its key, before the dimension's weight."""
    before = pl.col("_extent") - pl.col("extent").fill_null(0)
    by_words = _in_proportion(pl.col("_extent")) - _in_proportion(before)
    number, share = pl.col("_number"), weights.repeat_share / 100
    by_number = _repeated(number, share) - _repeated(number - 1, share)
    return pl.when(pl.col("_words").is_null()).then(by_number).otherwise(by_words)


def _in_proportion(words: pl.Expr) -> pl.Expr:
    full = pl.col("_words")
    return _rounded(pl.col("_points") * pl.min_horizontal(words, full) / full)


def _repeated(count: pl.Expr, share: float) -> pl.Expr:
    """Points lost to `count` findings of one key: a geometric sum."""
    power = pl.lit(share).pow(pl.min_horizontal(count, pl.lit(_MANY)))
    return _rounded(pl.col("_points") * (1 - power) / (1 - share))


def _rounded(points: pl.Expr) -> pl.Expr:
    """Half up."""
    return (points + 0.5).floor().cast(pl.Int64)


def _within(points: pl.Expr) -> pl.Expr:
    return pl.min_horizontal(points, pl.col("_weight"))
