"""The exact numbers of aligned regions, and the frame of them.

Goes in: `Words` and aligned spans. Comes out: a frame of `Region` with exact
Jaccard similarity and containment of the two spans' sets of 3-word shingles,
the shares of the articles, and the sketch's estimate to hold against them.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
import polars as pl

from provenance import frames
from provenance.model import Label, Region
from provenance.reuse.minhash import agreement, signatures
from provenance.reuse.shingle import Hashes, Words, shingles

SHINGLE = 3
# A region in which this share of both sides matches word for word counts as verbatim.
VERBATIM = 0.95


@dataclass(frozen=True, slots=True)
class Shared:
    """An aligned region of two articles.

    Attributes:
        left, right: Positions in `Words.article_ids`.
        spans: First word and word after the last, of the left span, then of the right one, as
            indices among all words.
        matched: How many words the alignment pairs.
    """

    left: int
    right: int
    spans: tuple[int, int, int, int]
    matched: int


def verified(words: Words, shared: Sequence[Shared]) -> pl.DataFrame:
    """A frame of `Region`. Linear in the words of the regions."""
    values = shingles(words.hashes, SHINGLE)
    estimates = _estimates(values, [item.spans for item in shared])
    shares = _shares(words, shared)
    rows = [
        _row(words, values, item, shares[item.left, item.right], estimate)
        for item, estimate in zip(shared, estimates, strict=True)
    ]
    return frames.frame(rows, Region)


def _estimates(values: Hashes, spans: Sequence[tuple[int, int, int, int]]) -> list[float]:
    """The sketch's estimate of the Jaccard similarity of each pair of spans."""
    ends = np.array(spans, np.int64).reshape(-1, 4)
    left = signatures(values, ends[:, 0], ends[:, 1] - SHINGLE + 1)
    right = signatures(values, ends[:, 2], ends[:, 3] - SHINGLE + 1)
    return [float(value) for value in agreement(left, right)]


def _shares(words: Words, shared: Iterable[Shared]) -> dict[tuple[int, int], tuple[float, float]]:
    """For each pair of articles, the share of each one's words that lies in their regions."""
    spans: dict[tuple[int, int], list[tuple[int, int, int, int]]] = defaultdict(list)
    for item in shared:
        spans[item.left, item.right].append(item.spans)
    sizes = np.diff(words.bounds).tolist()
    return {
        (left, right): (
            _covered([span[:2] for span in found]) / sizes[left],
            _covered([span[2:] for span in found]) / sizes[right],
        )
        for (left, right), found in spans.items()
    }


def _covered(spans: Iterable[tuple[int, int]]) -> int:
    """How many words lie in at least one of the spans."""
    total, reached = 0, 0
    for start, end in sorted(spans):
        total += max(0, end - max(start, reached))
        reached = max(reached, end)
    return total


def _row(
    words: Words, values: Hashes, item: Shared, shares: tuple[float, float], estimate: float
) -> Region:
    left_start, left_end, right_start, right_end = item.spans
    left = set(values[left_start : left_end - SHINGLE + 1].tolist())
    right = set(values[right_start : right_end - SHINGLE + 1].tolist())
    common = len(left & right)
    longest = max(left_end - left_start, right_end - right_start)
    return Region(
        left_id=words.article_ids[item.left],
        left_start=int(words.starts[left_start]),
        left_end=int(words.ends[left_end - 1]),
        right_id=words.article_ids[item.right],
        right_start=int(words.starts[right_start]),
        right_end=int(words.ends[right_end - 1]),
        left_words=left_end - left_start,
        right_words=right_end - right_start,
        matched_words=item.matched,
        jaccard=common / len(left | right),
        left_containment=common / len(left),
        right_containment=common / len(right),
        estimate=estimate,
        left_share=shares[0],
        right_share=shares[1],
        label=Label.VERBATIM if item.matched >= VERBATIM * longest else Label.EDITED,
    )
