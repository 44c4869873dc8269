"""Joins equal keys: which rows of different articles have a key in common.

Goes in: one 64-bit key a row and the article of each row. Comes out: pairs of
rows. A key and its row number are packed into one integer and sorted, so that
equal keys lie side by side; no dictionary is made. The packing cuts the lowest
bits of the keys, so that a pair is a proposal, to be verified.

A bucket of more than `LARGEST` articles never becomes all pairs: each of its
rows is linked to the first one, the earliest article's, and to the one before
it. So the pairs are linear in the rows, whatever is common to how many.
"""

from dataclasses import dataclass

import numpy as np

from provenance.reuse.shingle import Hashes, Indices

LARGEST = 16


@dataclass(frozen=True, slots=True)
class Joined:
    """Pairs of rows of different articles with equal keys.

    Attributes:
        left, right: Row numbers, `left < right`. Two articles may meet in several buckets.
        giants: How many buckets were too large for all pairs.
    """

    left: Indices
    right: Indices
    giants: int


def join(keys: Hashes, owners: Indices) -> Joined:
    """Rows of different articles with equal keys.

    Args:
        keys: Well-mixed 64-bit keys.
        owners: The article of each row; rows are in the order of their articles. Of several
            rows of one article with one key only the first counts.

    Returns:
        At most 8 pairs a row, in no particular order. O(n log n).
    """
    rows, buckets = _members(keys, owners)
    sizes = np.unique(buckets, return_counts=True)[1]
    size = np.repeat(sizes, sizes)
    hub = rows[np.repeat(np.cumsum(sizes) - sizes, sizes)]
    giant = size > LARGEST
    follows = giant & (hub != rows)
    before = np.roll(rows, 1)
    second = follows & (hub != before)
    left, right = [hub[follows], before[second]], [rows[follows], rows[second]]
    small = ~giant
    rows, buckets, size = rows[small], buckets[small], size[small]
    for step in range(1, LARGEST):
        kept = size > step
        rows, buckets, size = rows[kept], buckets[kept], size[kept]
        meet = np.flatnonzero(buckets[:-step] == buckets[step:])
        left.append(rows[meet])
        right.append(rows[meet + step])
    return Joined(np.concatenate(left), np.concatenate(right), int((sizes > LARGEST).sum()))


def _members(keys: Hashes, owners: Indices) -> tuple[Indices, Indices]:
    """The first row of each article in each bucket, by bucket, and their bucket numbers."""
    bits = np.uint64(len(keys).bit_length())
    packed = np.sort((keys >> bits << bits) | np.arange(len(keys), dtype=np.uint64))
    rows = (packed & ((np.uint64(1) << bits) - np.uint64(1))).astype(np.int64)
    packed >>= bits
    fresh = np.ones(len(rows), np.bool_)
    fresh[1:] = packed[1:] != packed[:-1]
    other = np.ones(len(rows), np.bool_)
    other[1:] = owners[rows[1:]] != owners[rows[:-1]]
    kept = fresh | other
    return rows[kept], np.cumsum(fresh, dtype=np.int64)[kept]
