"""Fingerprints: of every 4 neighbouring 5-word shingles the one with the smallest hash.

Goes in: `Words`. Comes out: one 64-bit key a fingerprint, the upper bits of its
hash before the index of its first word, so that sorting brings equal ones
together (winnowing: Schleimer, Wilkerson and Aiken 2003; of equal minima the
rightmost).

The guarantee: two articles with a run of 8 words in common have a fingerprint
in common in it, because its 4 shingles are one window in both.
"""

import numpy as np

from provenance.reuse.compiled import Value, kernel
from provenance.reuse.shingle import MULTIPLIER, Hashes, Indices, Words, mix, shingles

SHINGLE = 5
WINDOW = 4
# Words of a run that always holds a fingerprint.
GUARANTEE = SHINGLE + WINDOW - 1

# Words whose fingerprints one call of the kernel finds.
_WORDS = 1 << 17
_LAST = (1 << 64) - 1
# What the word that leaves a shingle has added to its hash by then.
_LEAVES = np.uint64(pow(int(MULTIPLIER), SHINGLE, 1 << 64))
_0, _1, _2, _3 = (np.uint64(value) for value in range(4))
_NONE = np.uint64(_LAST)
_SHORTEST, _FULL = np.uint64(GUARANTEE), np.uint64(WINDOW - 1)


def fingerprints(words: Words, part: int = 0, parts: int = 1) -> Hashes:
    """The keys of one of so many equal parts of all hashes, sorted.

    Two fifths of a key a word. The index takes `len(words.hashes).bit_length()` bits of a key.
    """
    low, high = (_cut(at, parts) for at in (part, part + 1))
    high = _LAST if part + 1 == parts else high - 1
    bits = len(words.hashes).bit_length()
    if not words.large:
        keys = _plain(words, bits)
        return np.sort(keys[(keys >= np.uint64(low)) & (keys <= np.uint64(high))])
    every = np.arange(0, len(words.hashes) + _WORDS, _WORDS)
    cuts = np.unique(np.searchsorted(words.bounds[:-1], every))

    def found(at: int) -> Hashes:
        first, last = int(cuts[at]), int(cuts[at + 1])
        room = np.empty(int(words.bounds[last] - words.bounds[first]) + 1, np.uint64)
        limits = np.uint64(low), np.uint64(high)
        count = winnow.compiled(words.hashes, words.bounds, first, last, bits, *limits, room)
        return room[:count]

    # What is not written to is never touched; new memory takes as long as what is put there.
    keys, end = np.empty(len(words.hashes), np.uint64), 0
    for part_keys in map(found, range(len(cuts) - 1)):
        keys[end : end + len(part_keys)] = part_keys
        end += len(part_keys)
    keys = keys[:end]
    keys.sort()
    return keys


def _cut(part: int, parts: int) -> int:
    """The smallest hash of a part. Minima crowd near nought: of 4, as the cube of what is left."""
    return int((1 - (1 - part / parts) ** (1 / 3)) * (1 << 53)) << 11


@kernel(mix)
def winnow(
    hashes: Value,
    bounds: Value,
    first: int,
    last: int,
    bits: int,
    low: Value,
    high: Value,
    found: Value,
) -> int:
    """Writes the keys of the articles from `first` to before `last`; returns how many.

    Args:
        hashes, bounds: Those of `Words`.
        first, last: Rows of articles.
        bits: How many bits of a key are for the index.
        low, high: Only keys from `low` to `high` count, their index set to nought.
        found: Room for a key a word, and one more.
    """
    count = _0
    clear = ~((_1 << np.uint64(bits)) - _1)
    for article in range(first, last):
        at, end = np.uint64(bounds[article]), np.uint64(bounds[article + 1])
        if end - at < _SHORTEST:
            continue
        full = at + _FULL
        head, rolling, leaving = at, _0, _0
        for _ in range(SHINGLE - 1):
            rolling = rolling * MULTIPLIER + np.uint64(hashes[head])
            head += _1
        second = third = fourth = chosen = _NONE
        while head < end:
            rolling = rolling * MULTIPLIER + np.uint64(hashes[head]) - leaving
            leaving = np.uint64(hashes[at]) * _LEAVES
            value = mix(rolling)
            # The rightmost smallest of this value and the three before it, without a branch.
            near, far = second < value, fourth < third
            near_value, far_value = (second if near else value), (fourth if far else third)
            near_place, far_place = (at - _1 if near else at), (at - _3 if far else at - _2)
            best = min(near_value, far_value)
            place = far_place if far_value < near_value else near_place
            fourth, third, second = third, second, value
            fresh = (place != chosen) & (at >= full)
            key = best & clear
            found[count] = key | place
            count += np.uint64(fresh & (key >= low) & (key <= high))
            chosen = place if fresh else chosen
            head += _1
            at += _1
    return np.int64(count)  # type: ignore[return-value]


def _plain(words: Words, bits: int) -> Hashes:
    """The keys of all fingerprints by array arithmetic, which needs no compiler."""
    values = shingles(words.hashes, SHINGLE)
    starts = _windows(words.bounds)
    best, place = values[starts], starts
    for step in range(1, WINDOW):
        value = values[starts + step]
        better = value <= best
        best = np.where(better, value, best)
        place = np.where(better, starts + step, place)
    place = np.unique(place)
    clear = ~((_1 << np.uint64(bits)) - _1)
    return (values[place] & clear) | place.astype(np.uint64)


def _windows(bounds: Indices) -> Indices:
    """The first word of every window that lies in one article."""
    counts = np.maximum(np.diff(bounds) - GUARANTEE + 1, 0)
    offsets = bounds[:-1] - np.cumsum(counts) + counts
    return np.asarray(np.arange(int(counts.sum())) + np.repeat(offsets, counts))
