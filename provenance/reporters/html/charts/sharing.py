"""Which outlets share text, counted.

In: a report's regions and articles. Out: outlets, and ties of two outlets with how many pairs of
their articles have a passage in common and which one ran it first. Passages that are boilerplate
or chance tie nobody. It draws nothing.
"""

from dataclasses import dataclass

import polars as pl

from provenance.model import Label, Report
from provenance.reporters.html.charts.svg import named
from provenance.reuse.order import preceding
from provenance.reuse.surroundings import folded

NO_STORY = (Label.BOILERPLATE, Label.INCIDENTAL)
# More outlets than this cannot be told apart in one picture.
OUTLETS = 24


@dataclass(frozen=True, slots=True)
class Outlet:
    """An outlet that shares text with another one.

    Attributes:
        name: As most of its articles write it.
        articles: How many of its articles are in the report, those of the archive too.
        pairs: In how many pairs of articles it shares a passage with other outlets.
    """

    name: str
    articles: int
    pairs: int


@dataclass(frozen=True, slots=True)
class Tie:
    """Two outlets that share text.

    Attributes:
        left, right: Their places in `Sharing.outlets`, `left < right`.
        pairs: How many pairs of an article of one and an article of the other share a passage.
        passages: How many passages these pairs share.
        left_first: In how many of the pairs the article of the left demonstrably ran first;
            likewise `right_first`.
    """

    left: int
    right: int
    pairs: int
    passages: int
    left_first: int
    right_first: int


@dataclass(frozen=True, slots=True)
class Sharing:
    """All that the picture shows, and how much it leaves out.

    Attributes:
        outlets: Those with most pairs, in that order; at most `OUTLETS`.
        ties: Those between them, the one with most pairs first.
        other_outlets: How many outlets that share text are left out, and `other_pairs` how many
            pairs of articles with them.
        unknown_pairs: How many pairs are left out because an outlet is not known.
    """

    outlets: tuple[Outlet, ...]
    ties: tuple[Tie, ...]
    other_outlets: int
    other_pairs: int
    unknown_pairs: int


def sharing(report: Report) -> Sharing:
    """Counts the pairs of articles that share a passage, by outlets. Linear, plus sorts.

    Of a passage in very many articles the search verifies some pairs only, so that these are the
    pairs that were found, and never all that one could make.
    """
    articles = _articles(report)
    pairs = _pairs(report.regions, articles)
    known = pairs.drop_nulls(["left", "right"]).filter(pl.col("left") != pl.col("right"))
    ties = _ties(known)
    outlets = _outlets(ties, articles)
    place = {key: at for at, key in enumerate(outlets)}
    kept = ties.filter(pl.col("left").is_in(list(place)), pl.col("right").is_in(list(place)))
    found = sorted((_tie(place, *row) for row in kept.iter_rows()), key=_most_first)
    every = pl.concat([ties["left"], ties["right"]]).n_unique()
    return Sharing(
        tuple(outlets.values()),
        tuple(found),
        every - len(outlets),
        sum(ties["pairs"].to_list()) - sum(tie.pairs for tie in found),
        pairs.filter(pl.col("left").is_null() | pl.col("right").is_null()).height,
    )


def known_articles(report: Report) -> pl.DataFrame:
    """Id, outlet, `folded` outlet, title and date of every article, those of the archive too."""
    columns = ["article_id", "outlet", "title", "date"]
    every = pl.concat([report.articles.select(columns), report.archive.select(columns)])
    return every.with_columns(key=folded(every["outlet"]))


def _articles(report: Report) -> pl.DataFrame:
    return known_articles(report).select("article_id", "key", "outlet", "date")


def _pairs(regions: pl.DataFrame, articles: pl.DataFrame) -> pl.DataFrame:
    """Every pair of articles once: the keys of its outlets, its passages and who ran first."""
    pairs = regions.filter(~pl.col("label").is_in(NO_STORY))
    pairs = pairs.group_by("left_id", "right_id").agg(passages=pl.len().cast(pl.Int64))
    for side in ("left", "right"):
        about = articles.select(
            pl.col("article_id").alias(f"{side}_id"),
            pl.col("key").alias(side),
            pl.col("date").alias(f"{side}_date"),
        )
        pairs = pairs.join(about, on=f"{side}_id", how="left")
    left, right = pl.col("left_date"), pl.col("right_date")
    return pairs.with_columns(left_first=preceding(left, right), right_first=preceding(right, left))


def _ties(pairs: pl.DataFrame) -> pl.DataFrame:
    """The pairs summed up by two outlets, the one with the smaller key on the left."""
    turned = pl.col("left") > pl.col("right")
    swapped = {"left": "right", "right": "left"}
    swapped |= {f"{side}_first": f"{other}_first" for side, other in swapped.items()}
    columns = {name: pl.when(turned).then(other).otherwise(name) for name, other in swapped.items()}
    return (
        pairs.select("passages", **columns)
        .group_by("left", "right")
        .agg(
            pairs=pl.len().cast(pl.Int64),
            passages=pl.col("passages").sum(),
            left_first=pl.col("left_first").sum().cast(pl.Int64),
            right_first=pl.col("right_first").sum().cast(pl.Int64),
        )
    )


def _outlets(ties: pl.DataFrame, articles: pl.DataFrame) -> dict[str, Outlet]:
    """The outlets with most pairs, by key, each with the one that it shares most with.

    Without that one there could be outlets in the picture and no line between them.
    """
    ends = [
        ties.select("pairs", outlet=side, partner=other)
        for side, other in (("left", "right"), ("right", "left"))
    ]
    ordered = pl.concat(ends).sort("outlet", -pl.col("pairs"), "partner")
    every = ordered.group_by("outlet", maintain_order=True).agg(
        pl.col("pairs").sum(), pl.col("partner").first()
    )
    ranked = every.join(_names(articles), on="outlet").sort(
        "pairs", "articles", "outlet", descending=[True, True, False]
    )
    partners = dict(ranked.select("outlet", "partner").iter_rows())
    chosen: dict[str, None] = {}
    for key, partner in partners.items():
        if len({*chosen, key, partner}) <= OUTLETS:
            chosen |= {key: None, partner: None}
        if len(chosen) == OUTLETS:
            break
    shown = ranked.filter(pl.col("outlet").is_in(list(chosen)))
    columns = shown.select("outlet", "name", "articles", "pairs")
    return {key: Outlet(named(name), *counts) for key, name, *counts in columns.iter_rows()}


def _names(articles: pl.DataFrame) -> pl.DataFrame:
    """Each outlet with its name as most of its articles write it, and how many these are."""
    spelled = articles.drop_nulls("key").group_by(outlet="key", name="outlet").len()
    return (
        spelled.sort("outlet", -pl.col("len").cast(pl.Int64), "name")
        .group_by("outlet", maintain_order=True)
        .agg(name=pl.col("name").first(), articles=pl.col("len").sum().cast(pl.Int64))
    )


def _tie(
    place: dict[str, int], left: str, right: str, pairs: int, passages: int, *first: int
) -> Tie:
    one, other = place[left], place[right]
    if one > other:
        one, other, first = other, one, first[::-1]
    return Tie(one, other, pairs, passages, *first)


def _most_first(tie: Tie) -> tuple[int, int, int]:
    return -tie.pairs, tie.left, tie.right
