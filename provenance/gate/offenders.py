"""Who takes most part in a measure: the three largest amounts, equal ones by name."""

import polars as pl

from provenance.model import Offender

MOST = 3


def worst(amounts: pl.DataFrame, total: int) -> tuple[Offender, ...]:
    """The largest of `amounts` (`name`, and `amount` as a whole number), as parts of `total`."""
    some = amounts.filter(pl.col("amount") > 0)
    first = some.sort("amount", "name", descending=[True, False]).head(MOST)
    return tuple(
        Offender(name, amount / total)
        for name, amount in first.select("name", "amount").iter_rows()
    )


def by_rule(found: pl.DataFrame, total: int) -> tuple[Offender, ...]:
    """The rules with most rows in `found`, a frame with a column `rule_id`."""
    return worst(found.group_by(name="rule_id").agg(amount=pl.len()), total)


def by_outlet(counted: pl.DataFrame, articles: pl.DataFrame) -> pl.DataFrame:
    """The amounts of articles as those of their outlets, or of their files where none is known.

    Args:
        counted: `article_id` and `amount`.
        articles: A frame of `Article`.
    """
    named = articles.select("article_id", name=pl.coalesce("outlet", "path"))
    return counted.join(named, on="article_id").group_by("name").agg(pl.col("amount").sum())
