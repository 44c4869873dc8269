"""The score of each outlet from its own units, the contested ones counted where they lower it.

When two outlets ran one report and nobody can tell which had it first, either
may be the one that copied. Whoever copies a good report must not gain by it, and
whoever ran a bad one must not be rid of it by letting another outlet copy it.
Both hold only if such a unit counts where that lowers an outlet, and is left
out where it would raise it. So the score is the lowest, and the interval the
widest, over all ways to count the lowest few of the contested units, from none
to all of them: of the ways to count so many, none gives less.
"""

from collections.abc import Iterator
from itertools import pairwise

import numpy as np
import polars as pl

from provenance.scoring.bootstrap import Integers, Means, means
from provenance.scoring.units import Standing

_COUNTING = (Standing.OWN, Standing.CONTESTED)
_SCORES = 101
# Rows of 101 counts that are held at a time.
_ROWS = 50_000


def weigh(found: pl.DataFrame, pool: pl.Series, prior: int) -> pl.DataFrame:
    """The score and the interval of every outlet that has a unit of its own.

    Args:
        found: `outlet`, `lineage_id`, `standing` and `score`, as from `units`.
        pool: Scores that stand for the corpus, in any order.
        prior: How many units of the pool are mixed into each outlet.

    Returns:
        `outlet`, `score`, `low` and `high`: whole numbers from 0 to 100, sorted by outlet. Adding a
        contested unit, lowering the score of one or making an own one contested raises neither
        `score` nor `low`.
    """
    scored = found.drop_nulls("score").sort("outlet", "score")
    outlets = scored.filter(_is(Standing.OWN)).select("outlet").unique().sort("outlet")
    numbered = scored.join(outlets.with_row_index("number"), on="outlet", maintain_order="left")
    own, contested = (_columns(numbered.filter(_is(each))) for each in _COUNTING)
    borrowed = pool.sort().to_numpy().astype(np.int64)
    parts = [np.empty((3, 0), np.int64)]
    for begin, end in _batches(contested[0], len(outlets)):
        counts, starts = _prefixes(_within(own, begin, end), _within(contested, begin, end))
        parts.append(_extremes(means(counts, borrowed, prior), starts))
    every = np.concatenate(parts, axis=1)
    return outlets.with_columns(
        pl.Series(name, column, pl.Int64)
        for name, column in zip(("score", "low", "high"), every, strict=True)
    )


def _is(standing: Standing) -> pl.Expr:
    return pl.col("standing") == standing


def _columns(units: pl.DataFrame) -> Integers:
    """The numbers of the units' outlets, and the scores."""
    return np.stack([units[name].cast(pl.Int64).to_numpy() for name in ("number", "score")])


def _batches(contested: Integers, outlets: int) -> Iterator[tuple[int, int]]:
    """The outlets, from and to, of which all rows are held at once."""
    rows = 1 + np.bincount(contested, minlength=outlets)
    full = np.flatnonzero(np.diff(np.cumsum(rows) // _ROWS)) + 1
    return pairwise(sorted({0, *full.tolist(), outlets}))


def _within(units: Integers, begin: int, end: int) -> Integers:
    """The units of the outlets from `begin` to `end`, these numbered from 0."""
    numbers = units[0]
    chosen = np.flatnonzero((numbers >= begin) & (numbers < end))
    return np.stack([numbers[chosen] - begin, units[1, chosen]])


def _prefixes(own: Integers, contested: Integers) -> tuple[Integers, Integers]:
    """How many units have each score, by outlet: its own, with one contested more in each row.

    Every outlet has a unit of its own. The second array tells at which row each begins.
    """
    rows = 1 + np.bincount(contested[0], minlength=own[0].max() + 1)
    starts = np.cumsum(rows) - rows
    added = np.zeros((rows.sum(), _SCORES), np.int64)
    np.add.at(added, (starts[own[0]], own[1]), 1)
    added[np.arange(len(contested[0])) + contested[0] + 1, contested[1]] = 1
    running = np.cumsum(added, axis=0)
    before = running[starts] - added[starts]
    return running - np.repeat(before, rows, axis=0), starts


def _extremes(found: Means, starts: Integers) -> Integers:
    """The least score and lower end and the greatest upper end of each outlet."""
    return np.stack(
        [
            np.minimum.reduceat(found.score, starts),
            np.minimum.reduceat(found.low, starts),
            np.maximum.reduceat(found.high, starts),
        ]
    )
