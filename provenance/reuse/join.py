"""Joins equal keys: which rows of different articles have a key in common.

Goes in: sorted keys, each the upper bits of a hash before a row number. Comes
out: pairs of rows, packed into one integer. No dictionary is made: equal keys
lie side by side. The row numbers have cut the lowest bits of the hashes, so
that a pair is a proposal, to be verified.

A bucket of more than `LARGEST` rows is a giant and never becomes all pairs: each of
its articles is linked to the earliest one and to the one before it. So the
pairs are linear in the rows, whatever is common to how many.
"""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from provenance.reuse.compiled import Value, kernel
from provenance.reuse.shingle import Hashes, Indices, owner

LARGEST = 16
_32 = np.uint64(32)


@dataclass(frozen=True, slots=True)
class Rows:
    """What the rows belong to.

    Attributes:
        bounds: The first row of each article, and the number of all rows at the end; ascending.
        owners: The article of every 64th row.
        judged: For each article, whether it is one of those in question. Pairs of two that are
            not are passed over.
        outlets: For each article, a number for its outlet, from 0.
        count: How many outlets there are.
    """

    bounds: Indices
    owners: NDArray[np.uint32]
    judged: NDArray[np.bool_]
    outlets: Indices
    count: int


@dataclass(frozen=True, slots=True)
class Joined:
    """Pairs of rows of different articles with equal keys.

    Attributes:
        pairs: One integer a pair, sorted and unique: the smaller row times 2**32, plus the larger.
        giants: How many buckets were giants.
        outlets: For each outlet, in how many of these its articles stand.
    """

    pairs: Hashes
    giants: int
    outlets: Indices


def joined(keys: Hashes, bits: int, rows: Rows, large: bool) -> Joined:
    """Pairs of rows of different articles with equal keys.

    Args:
        keys: Sorted.
        bits: How many of their bits are the row number.
        rows: What they belong to.
        large: Whether to run compiled.

    Returns:
        At most 8 pairs a row. Linear in the rows.
    """
    if not large:
        keys = _repeated(keys, bits)
    # The memory of pairs that are not there is never touched.
    room = np.empty(LARGEST // 2 * len(keys), np.uint64)
    outlets, told = np.zeros(rows.count, np.int64), np.full(rows.count, -1, np.int64)
    count, giants = link.at(large)(
        keys, bits, rows.bounds, rows.owners, rows.judged, rows.outlets, outlets, told, room
    )
    pairs = room[:count]
    pairs.sort()
    return Joined(pairs, giants, outlets)


def together(parts: Iterable[Joined], rows: Rows) -> Joined:
    """What several joins of the same rows found."""
    pairs, giants, outlets = [np.zeros(0, np.uint64)], 0, np.zeros(rows.count, np.int64)
    for part in parts:
        pairs.append(part.pairs.copy())
        giants += part.giants
        outlets += part.outlets
    every = np.concatenate(pairs)
    pairs.clear()
    every.sort()
    # Two joins may find one pair; marks of the first of each, since `np.unique` copies twice.
    first = np.ones(len(every), np.bool_)
    np.not_equal(every[1:], every[:-1], out=first[1:])
    return Joined(every if first.all() else every[first], giants, outlets)


def _repeated(keys: Hashes, bits: int) -> Hashes:
    """The keys that have an equal, so that the uncompiled kernel sees no others."""
    hashes = keys >> np.uint64(bits)
    same = hashes[1:] == hashes[:-1]
    kept = np.zeros(len(keys), np.bool_)
    kept[1:] = same
    kept[:-1] |= same
    return keys[kept]


def all_pairs(
    keys: Value, first: Value, last: Value, mask: Value, known: Value, pairs: Value, count: Value
) -> Value:
    """Writes the pairs of the rows of a small bucket; returns how many are written by then."""
    bounds, owners, judged = known
    for i in range(first, last - 1):
        left = np.int64(keys[i] & mask)
        article = owner(left, bounds, owners)
        for j in range(i + 1, last):
            right = np.int64(keys[j] & mask)
            if right < bounds[article + 1]:
                continue
            if judged[article] or judged[owner(right, bounds, owners)]:
                pairs[count] = (np.uint64(left) << _32) | np.uint64(right)
                count += 1
    return count


def star(
    keys: Value, first: Value, last: Value, mask: Value, known: Value, pairs: Value, count: Value
) -> Value:
    """Writes the pairs of a giant's articles with its earliest, and with the one before each."""
    bounds, owners, judged = known
    hub = before = np.int64(keys[first] & mask)
    hub_article = before_article = owner(hub, bounds, owners)
    for j in range(first + 1, last):
        right = np.int64(keys[j] & mask)
        if right < bounds[before_article + 1]:
            continue
        article = owner(right, bounds, owners)
        if judged[hub_article] or judged[article]:
            pairs[count] = (np.uint64(hub) << _32) | np.uint64(right)
            count += 1
        if before != hub and (judged[before_article] or judged[article]):
            pairs[count] = (np.uint64(before) << _32) | np.uint64(right)
            count += 1
        before, before_article = right, article
    return count


def count_outlets(
    keys: Value, first: Value, last: Value, mask: Value, known: Value, number: Value, told: Value
) -> None:
    """Counts a giant, known by its number, once for each outlet that has an article in it."""
    bounds, owners, outlets, outlet_giants = known
    for j in range(first, last):
        outlet = outlets[owner(np.int64(keys[j] & mask), bounds, owners)]
        if told[outlet] != number:
            told[outlet] = number
            outlet_giants[outlet] += 1


@kernel(owner, all_pairs, star, count_outlets)
def link(
    keys: Value,
    bits: int,
    bounds: Value,
    owners: Value,
    judged: Value,
    outlets: Value,
    outlet_giants: Value,
    told: Value,
    pairs: Value,
) -> tuple[int, int]:
    """Writes the pairs of sorted keys; returns how many, and how many buckets are giants.

    Args:
        keys, bits: As for `joined`.
        bounds, owners, judged, outlets: The fields of `Rows`.
        outlet_giants: For each outlet a number, to which its giants are added.
        told: For each outlet a number below 0.
        pairs: Room for 8 pairs a key.
    """
    count, giants, last = 0, 0, 0
    shift = np.uint64(bits)
    mask = (np.uint64(1) << shift) - np.uint64(1)
    known, counted = (bounds, owners, judged), (bounds, owners, outlets, outlet_giants)
    while last < len(keys):
        first = last
        bucket = keys[first] >> shift
        last += 1
        while last < len(keys) and keys[last] >> shift == bucket:
            last += 1
        size = last - first
        if size == 1:
            continue
        if size <= LARGEST:
            count = all_pairs(keys, first, last, mask, known, pairs, count)
        else:
            count = star(keys, first, last, mask, known, pairs, count)
            count_outlets(keys, first, last, mask, counted, giants, told)
            giants += 1
    return count, giants
