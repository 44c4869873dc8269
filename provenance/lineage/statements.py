"""Who stands behind a place of an article, as its attributions tell.

In: a frame of `Attribution`. Out: for an offset the attribution whose statement
it stands in. Where none does, nobody is told.
"""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from operator import attrgetter

import polars as pl

from provenance import frames
from provenance.model import Attribution, Channel, Quantity, SourceKind
from provenance.reuse.surroundings import names

# Statements may overlap; one that began more than so many others ago is no longer asked.
_OPEN = 8


@dataclass(frozen=True, slots=True)
class Stated:
    """One place where an article makes a claim.

    Attributes:
        primary, primary_kind, via: As in `Mention`.
        channel: How it reached the article; see `Channel`.
    """

    article_id: str
    start: int
    end: int
    primary: str | None
    primary_kind: str | None
    channel: str
    via: str | None


@dataclass(frozen=True, slots=True)
class Statements:
    """The attributions of a corpus.

    Attributes:
        told: By article, in order of where their statements begin.
        sources: By article and `source_start`.
    """

    told: Mapping[str, Sequence[Attribution]]
    sources: Mapping[tuple[str, int | None], Attribution]

    @classmethod
    def of(cls, attributions: pl.DataFrame, outlets: Mapping[str, str | None]) -> "Statements":
        """From a frame of `Attribution`; `outlets` are those of the articles.

        What an outlet was told itself did not reach it through another one.
        """
        told: dict[str, list[Attribution]] = defaultdict(list)
        rows = [
            replace(row, via=None)
            if row.via and names(row.via, outlets.get(row.article_id))
            else row
            for row in frames.rows(attributions, Attribution)
        ]
        for row in sorted(rows, key=attrgetter("statement_start", "statement_end", "start")):
            told[row.article_id].append(row)
        return cls(told, {(row.article_id, row.source_start): row for row in reversed(rows)})

    def at(self, article_id: str, start: int) -> Attribution | None:
        """The attribution with the shortest statement around an offset; null without one."""
        told = self.told.get(article_id, ())
        last = bisect_right(told, start, key=attrgetter("statement_start"))
        around = [row for row in told[max(0, last - _OPEN) : last] if start < row.statement_end]
        return min(around, key=_reach) if around else None

    def stated(self, figure: Quantity) -> Stated:
        """A figure, with whoever stands behind it."""
        article_id, start, end = figure.article_id, figure.start, figure.end
        row = self.at(article_id, start)
        if row is None:
            return Stated(article_id, start, end, None, None, Channel.SPEECH, None)
        kind = row.kind if row.source else None
        return Stated(article_id, start, end, row.source, kind, row.channel, row.via)


def through() -> pl.Expr:
    """The outlet or agency through which a row of `Attribution` came; null without one."""
    others = pl.col("kind").is_in((SourceKind.OUTLET, SourceKind.AGENCY))
    return pl.coalesce("via", pl.when(others).then("source"))


def _reach(row: Attribution) -> tuple[bool, int, int]:
    """Those with a source first, then by how little they cover."""
    return row.source is None, row.statement_end - row.statement_start, row.start
