"""How much of a span lies inside other spans of the same article."""

from collections.abc import Sequence
from typing import TypeAlias

import numpy as np
import polars as pl
from numpy.typing import NDArray

from provenance.reuse.shingle import Indices

Shares: TypeAlias = NDArray[np.float64]


def share(places: pl.DataFrame, spans: pl.DataFrame) -> Shares:
    """For each place, the share of its characters that lies in at least one span.

    Args:
        places: Columns `article_id`, `start`, `end`; none may be empty.
        spans: The same columns; they may overlap.

    Returns:
        One value in [0, 1] for each place, in their order. O(n log n) in places and spans.
    """
    ids = pl.concat([places["article_id"], spans["article_id"]]).unique().sort()
    width = max([1, *_ends(places), *_ends(spans)]) + 1
    starts, ends = _merged(*_positions(spans, ids, width))
    before = np.concatenate([[0], np.cumsum(ends - starts)])
    place_starts, place_ends = _positions(places, ids, width)
    inside = _reach(place_ends, starts, ends, before) - _reach(place_starts, starts, ends, before)
    return np.asarray(inside / (place_ends - place_starts), np.float64)


def _ends(spans: pl.DataFrame) -> Sequence[int]:
    return [spans["end"].max()] if len(spans) else []  # type: ignore[list-item]


def _positions(spans: pl.DataFrame, ids: pl.Series, width: int) -> tuple[Indices, Indices]:
    """Starts and ends on one line on which every article has `width` places of its own."""
    article = ids.search_sorted(spans["article_id"]).to_numpy().astype(np.int64)
    return (
        article * width + spans["start"].to_numpy(),
        article * width + spans["end"].to_numpy(),
    )


def _merged(starts: Indices, ends: Indices) -> tuple[Indices, Indices]:
    """The spans in order, each without what an earlier one covers; empty ones left out."""
    order = np.argsort(starts, kind="stable")
    starts, ends = starts[order], ends[order]
    reached = np.maximum.accumulate(ends)
    starts[1:] = np.maximum(starts[1:], reached[:-1])
    kept = ends > starts
    return starts[kept], ends[kept]


def _reach(points: Indices, starts: Indices, ends: Indices, before: Indices) -> Indices:
    """How many covered characters lie before each point."""
    at = np.searchsorted(starts, points, side="right")
    if not len(starts):
        return np.zeros(len(points), np.int64)
    last = np.maximum(at - 1, 0)
    return before[at] - np.where(at > 0, np.maximum(ends[last] - points, 0), 0)
