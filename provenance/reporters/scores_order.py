"""Which articles or outlets a list of scores shows, and in what order.

In: a report and what was asked for. Out: the rows to show. What has no score, and an outlet that
cannot be judged, always comes last: it is neither good nor bad. Among equals the order is that of
files and names.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import polars as pl

from provenance.errors import UsageError
from provenance.model import Report, Weights
from provenance.scoring import CANNOT_BE_JUDGED

ARTICLE, OUTLET = "article", "outlet"
# What can be sorted by without a look at the weights: columns, with whether the most comes first.
# Scores are sorted worst first, sizes largest first, names from A on.
_COLUMNS = {
    ARTICLE: {"score": False, "coverage": False, "words": True, "id": False},
    OUTLET: {"score": False, "handling": False, "own": True, "articles": True, "name": False},
}
_CALLED = {"id": "article_id", "name": "outlet"}
# Of an article, besides its score.
_PLACE = ("path", "line", "embedded", "title", "outlet", "date", "language")


@dataclass(frozen=True, slots=True)
class Listing:
    """What is to be listed.

    Attributes:
        by: `article` or `outlet`.
        sort: One of `keys`. A dimension or a share sorts by what was lost or found, most first.
        reverse: Whether to turn the order round; what has no score stays last.
        limit: So many rows at most; null for all.
    """

    by: str = ARTICLE
    sort: str = "score"
    reverse: bool = False
    limit: int | None = None

    @property
    def named(self) -> bool:
        """Whether `sort` is a dimension or a share, which only the weights know."""
        return self.sort not in _COLUMNS[self.by]


def refuse_unknown(listing: Listing, weights: Weights) -> None:
    """Refuses a listing that nothing can be sorted by.

    Raises:
        UsageError: `listing.sort` is none of `keys`.
    """
    known = keys(listing.by, weights)
    if listing.sort not in known:
        message = f"an {listing.by} cannot be sorted by {listing.sort!r}"
        raise UsageError(message, hint=f"one of: {', '.join(known)}")


def keys(by: str, weights: Weights) -> tuple[str, ...]:
    """What articles or outlets can be sorted by."""
    parts = weights.dimensions if by == ARTICLE else weights.outlets.shares
    return (*_COLUMNS[by], *(part.name for part in parts))


def articles(report: Report, listing: Listing) -> pl.DataFrame:
    """The articles to show: the columns of their scores, then where and what they are."""
    places = report.articles.select("article_id", *_PLACE)
    placed = report.scores.join(places, on="article_id", how="left")
    last, equals = pl.col("score").is_null(), ("path", "line", "article_id")
    return _sorted(placed, listing, last, equals, ("dimensions", "lost"))


def outlets(report: Report, listing: Listing) -> pl.DataFrame:
    """The outlets to show: a frame of `OutletScore` in the order asked for."""
    last = pl.col("letter") == CANNOT_BE_JUDGED
    return _sorted(report.outlets, listing, last, ("outlet",), ("shares", "units"))


def _sorted(
    table: pl.DataFrame,
    listing: Listing,
    last: pl.Expr,
    equals: Sequence[str],
    part: tuple[str, str],
) -> pl.DataFrame:
    """The first rows of `table`; `part` is the list and its field that other keys stand in."""
    most = _COLUMNS[listing.by].get(listing.sort, True)
    key = _part(*part, listing.sort) if listing.named else pl.col(_called(listing.sort))
    order = [last, key, *map(pl.col, equals)]
    turned = [False, most != listing.reverse, *[False] * len(equals)]
    ordered = table.sort(order, descending=turned, nulls_last=True)
    return ordered if listing.limit is None else ordered.head(listing.limit)


def _called(key: str) -> str:
    """The column of a key."""
    return _CALLED.get(key, key)


def _part(column: str, field: str, name: str) -> pl.Expr:
    """A number of the item of a list that has a name; null where none has it."""
    item = pl.element()
    found = item.struct.field(field).filter(item.struct.field("name") == name)
    return pl.col(column).list.eval(found).list.first()
