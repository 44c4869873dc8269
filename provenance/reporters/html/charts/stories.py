"""Reports that several outlets ran: their articles in time, and how much of the first they carry.

In: a report's lineages, clusters, regions and credits. Out: the largest stories, to be drawn. It
finds nothing new.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import polars as pl

from provenance.model import CreditForm, CreditSubject, OriginReason, Report
from provenance.reporters.html.charts.sharing import NO_STORY, known_articles
from provenance.reporters.html.charts.timescale import Moment, moment
from provenance.reporters.html.view import View
from provenance.reuse.order import first
from provenance.reuse.surroundings import names

STORIES = 5
# Articles of one story that are shown.
ARTICLES = 12
# Fewer dated articles, or fewer outlets, make no course of events.
_FEWEST, _SEVERAL = 3, 2


@dataclass(frozen=True, slots=True)
class Run:
    """One article of a story.

    Attributes:
        outlet: Who ran it; null when unknown.
        title: Its headline, else its id.
        anchor: Where it stands on the page; null for an article of the archive.
        date: As `Article.date`.
        when: The same, to be placed.
        carried: Share of the origin's words that lie in passages shared with it, in [0, 1]; `own`
            the share of its own words in them. Null for the origin and without one.
        credit: What it credits for its text, the origin's outlet before others; null when nothing.
        credits_known: Whether it was looked at for credits, which the archive's articles are not.
    """

    article_id: str
    outlet: str | None
    title: str
    anchor: str | None
    date: str
    when: Moment
    carried: float | None
    own: float | None
    credit: str | None
    credits_known: bool


@dataclass(frozen=True, slots=True)
class Story:
    """A report and the articles that ran it.

    Attributes:
        title: The headline of its origin, else of the article that ran first.
        runs: Its dated articles by date: the first `ARTICLES`, the origin always among them.
        origin_id: The article that the others come from; null when nothing tells, or it has no
            date.
        reason: Why it is; null without an origin.
        dated: How many of its articles have a date, and `undated` how many have none.
        outlets: How many known outlets ran the dated ones.
    """

    title: str
    runs: tuple[Run, ...]
    origin_id: str | None
    reason: OriginReason | None
    dated: int
    undated: int
    outlets: int


def stories(view: View) -> list[Story]:
    """The stories with most dated articles; at least three, of two outlets. Linear, plus sorts."""
    report = view.report
    articles = known_articles(report).with_columns(dated=_dated())
    places = report.lineages.select("article_id", "lineage_id").join(articles, on="article_id")
    groups = (
        places.group_by("lineage_id")
        .agg(
            dated=pl.col("dated").sum(),
            outlets=pl.col("key").filter("dated").drop_nulls().n_unique(),
        )
        .filter(pl.col("dated") >= _FEWEST, pl.col("outlets") >= _SEVERAL)
        .sort("dated", "lineage_id", descending=[True, False])
    )
    return [
        _story(view, places.filter(pl.col("lineage_id") == lineage_id), outlets)
        for lineage_id, _, outlets in groups.head(STORIES).iter_rows()
    ]


def _dated() -> pl.Expr:
    return (
        pl.col("date")
        .map_elements(lambda text: moment(text) is not None, pl.Boolean)
        .fill_null(value=False)
    )


def _story(view: View, members: pl.DataFrame, outlets: int) -> Story:
    """One story of its articles: columns of `known_articles`, and `dated`."""
    dated = members.filter("dated").sort("date", "article_id")
    ids = dated["article_id"].to_list()
    dates = dict(dated.select("article_id", "date").iter_rows())
    origin_id, reason = _origin(view.report, ids, dates)
    shown = _shown(dated, origin_id)
    shares = _shares(view.report.regions, origin_id, shown["article_id"])
    credited = _credited(view.report, shown["article_id"])
    outlet = dict(dated.select("article_id", "outlet").iter_rows()).get(origin_id or "")
    runs = [_run(row, view, shares, credited, outlet) for row in shown.iter_rows(named=True)]
    runs.sort(key=lambda run: (run.when.start, run.when.end, run.article_id))
    lead = next((run for run in runs if run.article_id == origin_id), runs[0])
    undated = members.height - dated.height
    return Story(lead.title, tuple(runs), origin_id, reason, dated.height, undated, outlets)


def _origin(
    report: Report, ids: list[str], dates: Mapping[str, str]
) -> tuple[str | None, OriginReason | None]:
    """The origin of the largest cluster of the story, else the article that ran before all."""
    told = (
        report.clusters.filter(pl.col("article_id").is_in(ids), pl.col("origin_id").is_in(ids))
        .group_by("cluster_id", "origin_id", "reason")
        .len()
        .sort("len", "cluster_id", descending=[True, False])
    )
    if told.height:
        return told["origin_id"][0], OriginReason(told["reason"][0])
    earliest = first(dates.items())
    return earliest, OriginReason.DATE if earliest else None


def _shown(dated: pl.DataFrame, origin_id: str | None) -> pl.DataFrame:
    """The articles to show of those in order of their dates."""
    head = dated.head(ARTICLES)
    if origin_id is None or origin_id in head["article_id"]:
        return head
    return pl.concat([head.head(ARTICLES - 1), dated.filter(pl.col("article_id") == origin_id)])


def _shares(
    regions: pl.DataFrame, origin_id: str | None, ids: pl.Series
) -> dict[str, tuple[float, float]]:
    """For each article the shares of the origin's and of its own words that both have.

    As in clusters, boilerplate's part of a share is that of its words among all shared ones.
    """
    found: dict[str, tuple[float, float]] = {}
    if origin_id is None:
        return found
    for origin, other in (("left", "right"), ("right", "left")):
        pairs = regions.filter(
            pl.col(f"{origin}_id") == origin_id, pl.col(f"{other}_id").is_in(ids.implode())
        )
        sums = pairs.group_by(f"{other}_id").agg(_share(origin), _share(other))
        found |= {key: (carried, own) for key, carried, own in sums.iter_rows()}
    return found


def _share(side: str) -> pl.Expr:
    counts = ~pl.col("label").is_in(NO_STORY)
    of_words = pl.col(f"{side}_words").filter(counts).sum() / pl.col(f"{side}_words").sum()
    return (pl.col(f"{side}_share").first() * of_words).alias(side)


def _credited(report: Report, ids: pl.Series) -> dict[str, list[str]]:
    """What each article credits for its text, in order."""
    found: dict[str, list[str]] = {}
    own = report.credits.filter(
        pl.col("article_id").is_in(ids.implode()),
        pl.col("subject") == CreditSubject.ARTICLE,
        pl.col("form") != CreditForm.SHARE,
    )
    for article_id, source in own.select("article_id", "source").iter_rows():
        found.setdefault(article_id, []).append(source)
    return found


def _run(
    row: Mapping[str, str | None],
    view: View,
    shares: Mapping[str, tuple[float, float]],
    credited: Mapping[str, list[str]],
    origin_outlet: str | None,
) -> Run:
    article_id, date = str(row["article_id"]), str(row["date"])
    judged = article_id in view.articles
    when = moment(date)
    assert when is not None
    carried, own = shares.get(article_id, (None, None))
    return Run(
        article_id=article_id,
        outlet=row["outlet"],
        title=row["title"] or article_id,
        anchor=view.anchors[article_id] if judged else None,
        date=date,
        when=when,
        carried=carried,
        own=own,
        credit=_credit(credited.get(article_id, ()), origin_outlet),
        credits_known=judged,
    )


def _credit(sources: Iterable[str], outlet: str | None) -> str | None:
    found = sorted(sources, key=lambda source: not names(source, outlet))
    return found[0] if found else None
