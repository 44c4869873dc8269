"""Sets of shingles compared exactly, for kernels.

The sets are put into one table, whose places are stamped: what an earlier
comparison has left there has an older stamp and counts for nothing, so that the
table is never cleared.
"""

import numpy as np

from provenance.reuse.compiled import Value
from provenance.reuse.shingle import MULTIPLIER, mix


def table_size(words: int) -> int:
    """Places of a table for two spans of at most so many words: a power of two, half empty."""
    return 1 << max(6, (4 * words).bit_length())


def shingle_at(words: Value, at: Value, k: int) -> Value:
    """The hash of the k words from a place on, as `shingle.shingles` has it."""
    rolling = np.uint64(0)
    for step in range(k):
        rolling = rolling * MULTIPLIER + np.uint64(words[at + step])
    return mix(rolling)


def put(value: Value, seen: Value, stamps: Value, oldest: Value, stamp: Value) -> Value:
    """Puts a value into the table; its stamp there if that is not older than `oldest`, else 0.

    A new value gets the stamp, as does one whose stamp is smaller.
    """
    mask = np.int64(len(seen) - 1)
    at = np.int64(value) & mask
    while stamps[at] >= oldest and seen[at] != value:
        at = (at + 1) & mask
    known = stamps[at] if stamps[at] >= oldest else np.int64(0)
    seen[at] = value
    stamps[at] = max(known, stamp)
    return known


def overlap(words: Value, spans: Value, k: int, seen: Value, stamps: Value, stamp: Value) -> Value:
    """How many different shingles stand in the left span, in the right one, and in both.

    Args:
        words: Of `Words`: `hashes`.
        spans: First word and word behind the last of the left span, and of the right one.
        k: Words of a shingle.
        seen, stamps: A table of `table_size` places; the stamps begin as 0.
        stamp: Larger by 2 than that of the comparison before; from 1.
    """
    left, right, common = 0, 0, 0
    for at in range(spans[0], spans[1] - k + 1):
        left += put(shingle_at(words, at, k), seen, stamps, stamp, stamp) == 0
    for at in range(spans[2], spans[3] - k + 1):
        known = put(shingle_at(words, at, k), seen, stamps, stamp, stamp + 1)
        right += known <= stamp
        common += known == stamp
    return left, right, common
