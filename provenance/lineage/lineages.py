"""Which articles are, as far as is known, one report.

In: verified regions, clusters, credits and attributions. Out: a frame of
`Lineage`. Certain is what words or credits show: an article that has most of
its prose in common with another one, or that credits the outlet whose article
on the same story is there. Uncertain is what they only suggest: some shared
prose, or one agency or outlet behind several articles on one story. Shared
quotations join nothing: two reporters may have heard the same words.
"""

import polars as pl

from provenance import frames
from provenance.lineage.statements import through
from provenance.model import (
    CreditForm,
    CreditSubject,
    Label,
    Lineage,
    LineageReason,
    SourceKind,
)
from provenance.reuse.components import components
from provenance.reuse.order import preceding
from provenance.reuse.surroundings import names

# Of one article at least this share is prose that the other one has too: it is the same report.
_MOST = 0.5
# Of less, a sentence of background that many desks keep at hand, nothing follows.
_SOME = 0.1
# Half of what an article attributes, and two statements at least, come through one outlet.
_VIA = 0.5
_FEWEST_VIA = 2
_NO_PROSE = (Label.QUOTATION, Label.BOILERPLATE, Label.INCIDENTAL)
_NO_STORY = (Label.BOILERPLATE, Label.INCIDENTAL)
# Behind all dates.
_LATE = "~"

PAIR = {"left_id": pl.String(), "right_id": pl.String()}


def lineages(  # noqa: PLR0913, PLR0917  (all that joins articles)
    articles: pl.DataFrame,
    regions: pl.DataFrame,
    clusters: pl.DataFrame,
    stories: pl.DataFrame,
    credited: pl.DataFrame,
    attributions: pl.LazyFrame,
) -> pl.DataFrame:
    """The place of every article in a lineage, as a frame of `Lineage`.

    `stories` holds the pairs of articles that are on one story by a passage or a quotation, in
    columns of `PAIR`.
    An article is a copy of its cluster's origin, else of the article that ran first of those with
    its prose; the one that ran before all others stands there on its own. Linear in all frames.
    """
    known = articles.select("article_id", "outlet", "date").sort("article_id")
    sources = _sources(known, credited, attributions)
    members = clusters.select(pl.col("cluster_id").alias("left_id"), right_id="article_id")
    copies = pl.concat([_sharing(regions, _MOST), members])
    credits_ = _credited(stories, known, sources)
    uncertain = [_sharing(regions, _SOME), _agreeing(stories, known, sources)]
    table = known.select(
        "article_id",
        lineage_id=_smallest(known, copies, credits_),
        wide_id=_smallest(known, copies, credits_, *uncertain),
    )
    reasons = _reasons(_copying(known, clusters, copies), credits_, sources)
    own = pl.col("reason").fill_null(LineageReason.OWN.value)
    table = table.join(reasons, on="article_id", how="left").with_columns(own)
    return frames.conform(table, Lineage)


def linked(regions: pl.DataFrame) -> pl.DataFrame:
    """The pairs of articles that have a passage in common that is neither page nor chance.

    In columns of `PAIR`, the smaller id first.
    """
    counting = regions.filter(~pl.col("label").is_in(_NO_STORY))
    return counting.select(*PAIR).unique().sort(*PAIR)


def _sharing(regions: pl.DataFrame, least: float) -> pl.DataFrame:
    """Pairs of which one has at least this share of its words in prose that the other has too.

    How many words an article has follows from those of its regions and their share of it.
    """
    prose = ~pl.col("label").is_in(_NO_PROSE)
    sides = (
        pl.col(f"{side}_share").first()
        * pl.col(f"{side}_words").filter(prose).sum()
        / pl.col(f"{side}_words").sum()
        for side in ("left", "right")
    )
    pairs = regions.group_by(*PAIR).agg(share=pl.max_horizontal(*sides))
    return pairs.filter(pl.col("share") >= least).select(*PAIR)


def _smallest(known: pl.DataFrame, *pairs: pl.DataFrame) -> pl.Series:
    """For each article the smallest id of those that the pairs connect it with."""
    numbers = known.select("article_id", number=pl.int_range(pl.len()))
    ends = pl.concat(pairs).select(*PAIR)
    for side in PAIR:
        numbered = numbers.rename({"article_id": side, "number": f"{side}_number"})
        ends = ends.join(numbered, on=side)
    left, right = (ends[f"{side}_number"].to_numpy() for side in PAIR)
    return known["article_id"][components(len(known), left, right)]


def _sources(
    known: pl.DataFrame, credited: pl.DataFrame, attributions: pl.LazyFrame
) -> pl.DataFrame:
    """What each article credits, and through whom most of it came; its own outlet is neither.

    Columns `article_id`, `reason` and `through`, for each article what it credits first.
    """
    own = credited.filter(
        pl.col("subject") == CreditSubject.ARTICLE, pl.col("form") != CreditForm.SHARE
    )
    credits_ = _why(own.sort("article_id", "start", "end"), LineageReason.CREDIT, "source")
    via = _why(_through(attributions, known), LineageReason.VIA, "through")
    told = pl.concat([credits_, via]).sort("article_id", maintain_order=True)
    told = told.join(known, on="article_id", maintain_order="left")
    return told.filter(~_is_named(told)).select(credits_.columns)


def _why(table: pl.DataFrame, reason: LineageReason, through_: str) -> pl.DataFrame:
    """The articles of a table as standing where they do for a reason."""
    return table.select("article_id", reason=pl.lit(reason.value), through=through_)


def _is_named(table: pl.DataFrame) -> pl.Series:
    """Whether `through` names `outlet`; each two are looked at once."""
    both = table.select("through", "outlet")
    told = both.unique()
    is_named = [names(source or "", outlet) for source, outlet in told.iter_rows()]
    told = told.with_columns(named=pl.Series(is_named, dtype=pl.Boolean))
    found = both.join(told, on=both.columns, how="left", nulls_equal=True, maintain_order="left")
    return found["named"]


def _bare(outlet: str) -> str:
    """An outlet's name as that of an organisation is told."""
    return outlet.casefold().removeprefix("the ")


def _through(attributions: pl.LazyFrame, known: pl.DataFrame) -> pl.DataFrame:
    """The articles whose statements mostly come through one outlet or agency, with its name.

    An organisation that bears the name of an outlet of the corpus is that one.
    """
    called = known.drop_nulls("outlet").unique("outlet", keep="last", maintain_order=True)
    outlets = {_bare(outlet): outlet for outlet in called["outlet"] if outlet}
    organisation = pl.when(pl.col("kind") == SourceKind.ORGANISATION).then("source")
    ours = organisation.replace_strict(outlets, default=None, return_dtype=pl.String)
    told = attributions.filter(pl.col("kind") != SourceKind.AGENTLESS)
    told = told.select("article_id", through=pl.coalesce(through(), ours))
    counts = told.group_by("article_id", "through").agg(many=pl.len().cast(pl.Int64))
    every = pl.col("many").sum().over("article_id")
    enough = pl.max_horizontal(pl.lit(_FEWEST_VIA), _VIA * every)
    most = counts.collect(engine="streaming").filter(pl.col("many") >= enough).drop_nulls("through")
    most = most.sort("article_id", -pl.col("many"), "through")
    return most.unique("article_id", keep="first", maintain_order=True)


def _credited(stories: pl.DataFrame, known: pl.DataFrame, sources: pl.DataFrame) -> pl.DataFrame:
    """Articles, on the left, with the one on the same story whose outlet they credit."""
    pairs = _both_ways(stories).join(sources, left_on="left_id", right_on="article_id")
    pairs = pairs.join(known, left_on="right_id", right_on="article_id")
    return pairs.filter(_is_named(pairs)).select(*PAIR).unique()


def _both_ways(pairs: pl.DataFrame) -> pl.DataFrame:
    turned = pairs.select(pl.col("right_id").alias("left_id"), right_id="left_id")
    return pl.concat([pairs.select(*PAIR), turned])


def _agreeing(stories: pl.DataFrame, known: pl.DataFrame, sources: pl.DataFrame) -> pl.DataFrame:
    """Articles of one story that have one agency or outlet behind them, each with the first."""
    told = known.select("article_id", story=_smallest(known, stories))
    table = sources.join(told, on="article_id").with_columns(pl.col("through").fill_null(""))
    called = table["through"].unique()
    folded = pl.Series([source.casefold() for source in called], dtype=pl.String)
    source = pl.col("through").replace_strict(called, folded, return_dtype=pl.String)
    first = pl.col("article_id").min().over("story", source)
    return table.select(first.alias("left_id"), right_id="article_id")


def _reasons(copying: pl.DataFrame, credits_: pl.DataFrame, sources: pl.DataFrame) -> pl.DataFrame:
    """Why articles stand where they do: what is said there goes before what words show.

    Through whom most of an article came tells least.
    """
    to_others = credits_.group_by(article_id="left_id").agg(pl.col("right_id").min())
    first = sources.unique("article_id", keep="first", maintain_order=True)
    order = [
        _why(to_others, LineageReason.CREDIT, "right_id"),
        first.filter(pl.col("reason") == LineageReason.CREDIT),
        _why(copying, LineageReason.COPY, "origin_id"),
        sources.unique("article_id", keep="last", maintain_order=True),
    ]
    return pl.concat(order).unique("article_id", keep="first", maintain_order=True)


def _copying(known: pl.DataFrame, clusters: pl.DataFrame, copies: pl.DataFrame) -> pl.DataFrame:
    """The articles that share their prose, but for the one that ran first, with that one."""
    others = _both_ways(copies).filter(pl.col("left_id") != pl.col("right_id"))
    for side in PAIR:
        dates = known.select(pl.col("article_id").alias(side), pl.col("date").alias(f"{side}_date"))
        others = others.join(dates, on=side)
    here, there = pl.col("left_id_date"), pl.col("right_id_date")
    earlier = others.filter(~preceding(here, there)).sort(there.fill_null(_LATE), "right_id")
    first = earlier.unique("left_id", keep="first", maintain_order=True)
    table = others.select(article_id="left_id").unique()
    table = table.join(clusters.select("article_id", "origin_id"), on="article_id", how="left")
    table = table.join(first, left_on="article_id", right_on="left_id", how="left")
    origin = pl.coalesce("origin_id", "right_id", "article_id")
    return table.with_columns(origin_id=origin).filter(origin != pl.col("article_id"))
