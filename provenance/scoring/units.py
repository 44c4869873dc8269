"""Units: an outlet's articles of one lineage, which are one report however often they ran.

In: articles with their dates and outlets, their lineages, scores and credits.
Out: a row for each outlet and lineage: the worst score and whose report it is.
That another outlet's article ran before, or that a report is the outlet's own,
is only said where dates and credits show it, and in such a way that one more
copy of an article can make it untold and nothing else.
"""

from enum import StrEnum

import polars as pl

from provenance.model import CreditForm, CreditSubject
from provenance.reuse.order import preceding
from provenance.reuse.surroundings import folded, names

_UNIT = ["outlet", "lineage_id"]
_NOBODY = "\n"  # No folded name has a line break in it.


class Standing(StrEnum):
    """Whose report a unit is.

    `OWN`: no article of it credits anybody else, and each article of others in the lineage is
    shown to have run after one of the outlet's. `REPUBLISHED`: all its articles credit somebody
    else, or an article of others is shown to have run before all of the outlet's. `CONTESTED`:
    neither is shown.
    """

    OWN = "own"
    REPUBLISHED = "republished"
    CONTESTED = "contested"


def members(articles: pl.DataFrame, scores: pl.DataFrame, lineages: pl.DataFrame) -> pl.DataFrame:
    """Each article with its unit: its outlet and its score.

    Args:
        articles: A frame of `Article`, those of an archive among them: they tell who ran first.
        scores: A frame of `Score`, a row for each article that is judged.
        lineages: A frame of `Lineage`; an article without one is its own.

    Returns:
        A row an article. `judged` is false for those of an archive. `outlet` is the `name` as
        outlets are told apart by it; articles without one (`named` is false) are of an outlet that
        is none of the others, since nobody can tell whose they are.
    """
    known = articles.select("article_id", "date", name="outlet", outlet=folded(articles["outlet"]))
    return (
        known.join(lineages.select("article_id", "lineage_id"), on="article_id", how="left")
        .join(scores.select("article_id", "score", judged=True), on="article_id", how="left")
        .with_columns(
            pl.col("outlet").fill_null(_NOBODY),
            pl.col("lineage_id").fill_null(pl.col("article_id")),
            pl.col("judged").fill_null(value=False),
            named=pl.col("outlet").is_not_null(),
        )
    )


def units(every: pl.DataFrame, credited: pl.DataFrame) -> pl.DataFrame:
    """The units of the judged articles whose outlet is known.

    Args:
        every: As from `members`.
        credited: A frame of `Credit`.

    Returns:
        `outlet`, `lineage_id`, `standing` and `score`, the worst of its articles (null when none
        has one: whoever adds a better copy must not gain by it), sorted by the first two.
        O(n log n), whatever the size of a lineage.
    """
    indebted = every.join(_crediting(every, credited), on="article_id", how="semi")
    judged = every.filter("judged", "named")
    debts = indebted.filter("judged").group_by(_UNIT).agg(debts=pl.len())
    found = (
        judged.group_by(_UNIT)
        .agg(pl.col("score").min(), size=pl.len())
        .join(debts, on=_UNIT, how="left")
        .join(_order(every), on=_UNIT, how="left")
    )
    size, owed = pl.col("size"), pl.col("debts").fill_null(0)
    alone = pl.col("first").is_null()
    standing = (
        pl.when((owed == size) | pl.col("late"))
        .then(pl.lit(Standing.REPUBLISHED.value))
        .when((owed == 0) & (alone | pl.col("first")))
        .then(pl.lit(Standing.OWN.value))
        .otherwise(pl.lit(Standing.CONTESTED.value))
    )
    return found.select(*_UNIT, standing=standing, score="score").sort(_UNIT)


def _crediting(every: pl.DataFrame, credited: pl.DataFrame) -> pl.DataFrame:
    """The articles that credit somebody else. Who shared in a report wrote only some of it."""
    pairs = (
        credited.filter(
            pl.col("subject") == CreditSubject.ARTICLE, pl.col("form") != CreditForm.SHARE
        )
        .select("article_id", "source")
        .join(every.select("article_id", "name"), on="article_id")
    )
    distinct = pairs.select("source", "name").unique()
    itself = [names(source, name) for source, name in distinct.iter_rows()]
    others = distinct.filter(~pl.Series(itself, dtype=pl.Boolean))
    return pairs.join(others, on=["source", "name"], nulls_equal=True).select("article_id").unique()


def _order(every: pl.DataFrame) -> pl.DataFrame:
    """Which units were first and which were late: `outlet`, `lineage_id`, `first`, `late`.

    A row for each unit whose lineage has articles of others. Dates of one form are ordered, so the
    earliest of each form speaks for all of them.
    """
    undated = pl.col("date").is_null().sum()
    sizes = (
        every.group_by(_UNIT)
        .agg(undated=undated)
        .with_columns(
            outlets=pl.len().over("lineage_id"),
            all_undated=pl.col("undated").sum().over("lineage_id"),
        )
        .filter(pl.col("outlets") > 1)
    )
    shared = every.join(sizes, on=_UNIT, how="semi").drop_nulls("date")
    earliest = shared.group_by(*_UNIT, form=pl.col("date").str.len_bytes()).agg(
        pl.col("date").min()
    )
    compared = (
        _compared(earliest).group_by(_UNIT).agg(pl.col("before").all(), pl.col("after").any())
    )
    others_dated = pl.col("undated") == pl.col("all_undated")
    return sizes.join(compared, on=_UNIT, how="left").select(
        *_UNIT,
        first=others_dated & pl.col("before").fill_null(value=False),
        late=(pl.col("undated") == 0) & pl.col("after").fill_null(value=False),
    )


def _compared(earliest: pl.DataFrame) -> pl.DataFrame:
    """Each unit against the earliest date of each form that others have in the lineage.

    `before`: a date of the unit precedes it. `after`: it precedes all dates of the unit.
    """
    ranked = earliest.sort("lineage_id", "form", "date", "outlet")
    others = ranked.group_by("lineage_id", "form").agg(
        holder=pl.col("outlet").first(),
        best=pl.col("date").first(),
        second=pl.col("date").get(1, null_on_oob=True),
    )
    other = pl.when(pl.col("holder") == pl.col("outlet")).then("second").otherwise("best")
    return (
        earliest.join(others, on="lineage_id", suffix="_other")
        .with_columns(other=other)
        .drop_nulls("other")
        .group_by(*_UNIT, "form_other")
        .agg(
            before=preceding(pl.col("date"), pl.col("other")).any(),
            after=preceding(pl.col("other"), pl.col("date")).all(),
        )
    )
