"""The rows of one article out of the frames of a report, without a walk through all of them.

Goes in: a report. Comes out: an index that makes rows for the articles that are
asked for and keeps none: a page of a few hundred articles out of a large corpus
does not pay for the others.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeVar

import polars as pl

from provenance import frames
from provenance.model import (
    Attribution,
    Cluster,
    Label,
    Outcome,
    Person,
    Quote,
    Region,
    Relation,
    Report,
)

Row = TypeVar("Row")

# Regions that tell nobody where a text came from.
_TELLING = ~pl.col("label").is_in((Label.BOILERPLATE, Label.INCIDENTAL))


@dataclass(frozen=True, slots=True)
class _Sliced:
    """A frame sorted by a column, and where the rows of each of its values stand."""

    table: pl.DataFrame
    slices: dict[str, tuple[int, int]]

    @classmethod
    def by(cls, column: str, table: pl.DataFrame | pl.LazyFrame) -> "_Sliced":
        table = table.lazy().sort(column, maintain_order=True).collect()
        counts = table.group_by(column, maintain_order=True).len()
        starts = counts.select(pl.col("len").cum_sum() - pl.col("len")).to_series()
        places = zip(starts, counts["len"], strict=True)
        return cls(table, dict(zip(counts[column], places, strict=True)))

    def rows(self, key: str, row: type[Row]) -> Iterator[Row]:
        if key in self.slices:
            yield from frames.rows(self.table.slice(*self.slices[key]), row)


@dataclass(frozen=True, slots=True)
class Own:
    """What a report holds of single articles, each method in the time of the rows it makes.

    Attributes:
        telling: The regions that are neither boilerplate nor incidental.
    """

    telling: pl.DataFrame
    _outcomes: _Sliced
    _misfits: _Sliced
    _people: _Sliced
    _quotes: _Sliced
    _attributions: _Sliced
    _clusters: _Sliced
    _members: _Sliced
    _left: _Sliced
    _right: _Sliced

    @classmethod
    def of(cls, report: Report) -> "Own":
        """The index of a report: a sort of each of its frames."""
        telling = report.regions.filter(_TELLING)
        misfits = report.relations.filter(~pl.col("fits"))
        return cls(
            telling=telling,
            _outcomes=_Sliced.by("article_id", report.outcomes),
            _misfits=_Sliced.by("article_id", misfits),
            _people=_Sliced.by("article_id", report.people),
            _quotes=_Sliced.by("article_id", report.quotes),
            _attributions=_Sliced.by("article_id", report.attributions),
            _clusters=_Sliced.by("article_id", report.clusters),
            _members=_Sliced.by("cluster_id", report.clusters),
            _left=_Sliced.by("left_id", telling),
            _right=_Sliced.by("right_id", telling),
        )

    def outcomes(self, article_id: str) -> list[Outcome]:
        """What became of each check."""
        return list(self._outcomes.rows(article_id, Outcome))

    def misfits(self, article_id: str) -> list[Relation]:
        """The relations of figures and dates that do not fit."""
        return list(self._misfits.rows(article_id, Relation))

    def people(self, article_id: str) -> list[Person]:
        """Whom it names."""
        return list(self._people.rows(article_id, Person))

    def quotes(self, article_id: str) -> list[Quote]:
        """Its quotations."""
        return list(self._quotes.rows(article_id, Quote))

    def attributions(self, article_id: str) -> list[Attribution]:
        """On whose word it says what."""
        return list(self._attributions.rows(article_id, Attribution))

    def cluster(self, article_id: str) -> list[Cluster]:
        """The members of its cluster, itself among them; none when it is in no cluster."""
        own = next(self._clusters.rows(article_id, Cluster), None)
        return list(self._members.rows(own.cluster_id, Cluster)) if own else []

    def regions(self, article_id: str) -> list[Region]:
        """Those of `telling` on whose left or right it stands."""
        left = self._left.rows(article_id, Region)
        return [*left, *self._right.rows(article_id, Region)]

    def between(self, left_id: str, right_id: str) -> list[Region]:
        """Those of `telling` between two articles, in the order of the left one."""
        own = self._left.rows(left_id, Region)
        return [region for region in own if region.right_id == right_id]
