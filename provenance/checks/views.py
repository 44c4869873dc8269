"""Regions as each of their two articles sees them: a view is one side of a region.

Goes in: labelled regions. Comes out: a view for every side whose article is
judged. Nothing is decided here.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields
from itertools import groupby

import polars as pl

from provenance.checks.corpus import Corpus
from provenance.model import Span
from provenance.reuse.order import day, preceding
from provenance.reuse.surroundings import folded


@dataclass(frozen=True, slots=True)
class View:
    """A region as one of its two articles sees it.

    Attributes:
        article_id, start, end: Its span in this article; `other_id`, `other_start` and
            `other_end` its span in the other one.
        matched: Words that the alignment pairs.
        longest: Words of the longer of the two spans.
        share: Share of this article's words that stand in the other one.
        containment: Share of this span's shingles that stand in the other span.
        label: The region's.
        articles: In how many articles the passage stands.
        own: Whether both articles are of one outlet, which is known.
        ran_first: Whether this article demonstrably ran before the other one; `other_first` the
            other way round.
        date: When the other article ran; null when unknown.
        days_after: How many days after the other article's day this one's day is; null when
            either is unknown.
    """

    article_id: str
    start: int
    end: int
    other_id: str
    other_start: int
    other_end: int
    matched: int
    longest: int
    share: float
    containment: float
    jaccard: float
    label: str
    articles: int
    own: bool
    ran_first: bool
    other_first: bool
    date: str | None
    days_after: int | None

    @property
    def other(self) -> Span:
        """The span in the other article, as evidence."""
        first = f", ran first on {self.date}" if self.other_first else ""
        return Span(
            self.other_id, self.other_start, self.other_end, f"also in {self.other_id}{first}"
        )

    @property
    def order(self) -> str:
        """Which of the two ran first, in words."""
        if self.other_first:
            return f"it ran there first, on {self.date}"
        return "which ran first is not known"


def by_article(table: pl.DataFrame) -> Iterator[list[View]]:
    """The views of each article that has any, in the frame's order."""
    rows = map(View, *(table[field.name].to_list() for field in fields(View)))
    for _, group in groupby(rows, key=lambda view: view.article_id):
        yield list(group)


def overlapping(seen: Iterable[View]) -> list[list[View]]:
    """The views of one article, sorted by their spans, in groups whose spans overlap."""
    groups: list[list[View]] = []
    reached = -1
    for view in seen:
        if view.start >= reached:
            groups.append([])
        groups[-1].append(view)
        reached = max(reached, view.end)
    return groups


def views(regions: pl.DataFrame, corpus: Corpus) -> pl.DataFrame:
    """The regions as a frame with the columns of `View`, a row for each side that is judged.

    Sorted by article, span and other article. O(n log n) in the regions.
    """
    known = corpus.known.select("article_id", "outlet", "date")
    known = known.with_columns(outlet=folded(known["outlet"]))
    sides = pl.concat(_side(regions, *each) for each in (("left", "right"), ("right", "left")))
    return (
        sides.join(corpus.articles.select("article_id"), on="article_id", how="semi")
        .join(known.rename({"date": "own_date"}), on="article_id")
        .join(
            known.select(pl.all().name.prefix("other_")),
            left_on="other_id",
            right_on="other_article_id",
        )
        .with_columns(
            own=(pl.col("outlet") == pl.col("other_outlet")).fill_null(value=False),
            ran_first=preceding(pl.col("own_date"), pl.col("other_date")),
            other_first=preceding(pl.col("other_date"), pl.col("own_date")),
            date="other_date",
            days_after=(day(pl.col("own_date")) - day(pl.col("other_date"))).dt.total_days(),
        )
        .select(field.name for field in fields(View))
        .sort("article_id", "start", "end", "other_id", "other_start", "other_end")
    )


def _side(regions: pl.DataFrame, side: str, other: str) -> pl.DataFrame:
    return regions.select(
        article_id=f"{side}_id",
        start=f"{side}_start",
        end=f"{side}_end",
        other_id=f"{other}_id",
        other_start=f"{other}_start",
        other_end=f"{other}_end",
        matched="matched_words",
        longest=pl.max_horizontal("left_words", "right_words"),
        share=f"{side}_share",
        containment=f"{side}_containment",
        jaccard="jaccard",
        label="label",
        articles="articles",
    )
