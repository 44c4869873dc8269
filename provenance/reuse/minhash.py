"""MinHash signatures of runs of shingles: datasketch 2's `affine32` scheme, bit for bit.

Goes in: 32-bit shingle values and the runs to sketch. Comes out: 128 minima a
run. A value x is first spread by MurmurHash3's 32-bit finaliser and then
permuted 128 times as `a * x + b mod 2**32` with odd a; each permutation's
minimum over the run is kept (Broder 1997). The share of equal minima of two
signatures estimates the Jaccard similarity of the two sets, with a standard
error of at most `sqrt(1/4/128)` = .044.

A signature is what `datasketch.MinHash(num_perm=128, scheme="affine32")` holds
in `hashvalues` after taking the same 32-bit values, and the other way round.
"""

from typing import TYPE_CHECKING, TypeAlias

import numpy as np
from numpy.typing import NDArray

from provenance.reuse.compiled import Value
from provenance.reuse.permutations import FACTORS, TERMS
from provenance.reuse.shingle import MULTIPLIER, Hashes, Indices, mix

if TYPE_CHECKING:  # datasketch takes 0.4 s to import
    import datasketch  # type: ignore[import-untyped]

Signatures: TypeAlias = NDArray[np.uint32]

PERMUTATIONS = len(FACTORS)
# Values permuted at a time: small enough to stay in the processor's cache.
_BLOCK = 1 << 15
_32 = np.uint64(32)
_13, _16 = np.uint32(13), np.uint32(16)
_FIRST, _SECOND = np.uint32(0x85EBCA6B), np.uint32(0xC2B2AE35)


def signatures(shingles: Hashes, starts: Indices, ends: Indices) -> Signatures:
    """One row of 128 minima for each run `shingles[start:end]`; no run may be empty.

    128 multiplications a shingle and run; the working memory does not grow with the runs.
    """
    values = spread((shingles >> np.uint64(32)).astype(np.uint32))
    found = np.empty((len(starts), PERMUTATIONS), np.uint32)
    fill = np.cumsum(ends - starts)
    first = 0
    while first < len(starts):
        before = fill[first - 1] if first else 0
        last = max(first + 1, int(np.searchsorted(fill, before + _BLOCK, side="right")))
        found[first:last] = _minima(values, starts[first:last], ends[first:last])
        first = last
    return found


def agreement(left: Signatures, right: Signatures) -> NDArray[np.float64]:
    """The estimated Jaccard similarity, row by row: the share of equal minima, in [0, 1]."""
    return np.asarray((left == right).mean(axis=1), np.float64)


def to_datasketch(signature: Signatures) -> "datasketch.MinHash":
    """One row of `signatures` as a datasketch object, for use with datasketch's indexes."""
    from datasketch import MinHash  # noqa: PLC0415

    return MinHash(num_perm=PERMUTATIONS, seed=1, scheme="affine32", hashvalues=signature)


def _minima(values: NDArray[np.uint32], starts: Indices, ends: Indices) -> Signatures:
    lengths = ends - starts
    firsts = np.cumsum(lengths) - lengths
    places = np.arange(int(lengths.sum())) + np.repeat(starts - firsts, lengths)
    taken = values[places]
    permuted = np.empty_like(taken)
    found = np.empty((PERMUTATIONS, len(starts)), np.uint32)
    for row, factor, term in zip(found, FACTORS, TERMS, strict=True):
        np.multiply(taken, factor, out=permuted)
        np.add(permuted, term, out=permuted)
        np.minimum.reduceat(permuted, firsts, out=row)
    return found.T


def spread(values: Value) -> Value:
    """MurmurHash3's 32-bit finaliser; of arrays, and of single numbers in kernels."""
    values = np.uint32((values ^ (values >> _16)) * _FIRST)
    values = np.uint32((values ^ (values >> _13)) * _SECOND)
    return values ^ (values >> _16)


def permute(
    values: Value, first: Value, stop: Value, factors: Value, terms: Value, minima: Value
) -> None:
    """Lowers minima to those of some spread values, which must be at least one.

    Ten at a time, which keeps them in registers; of the last ones some twice, which changes no
    minimum.
    """
    last = stop - 1
    for at in range(first, stop, 10):
        a, b, c = values[at], values[min(at + 1, last)], values[min(at + 2, last)]
        d, e, f = values[min(at + 3, last)], values[min(at + 4, last)], values[min(at + 5, last)]
        g, h, i = values[min(at + 6, last)], values[min(at + 7, last)], values[min(at + 8, last)]
        j = values[min(at + 9, last)]
        for p in range(len(factors)):
            x, y = factors[p], terms[p]
            low = min(np.uint32(a * x + y), np.uint32(b * x + y))
            low = min(low, np.uint32(c * x + y))
            low = min(low, np.uint32(d * x + y))
            low = min(low, np.uint32(e * x + y))
            high = min(np.uint32(f * x + y), np.uint32(g * x + y))
            high = min(high, np.uint32(h * x + y))
            high = min(high, np.uint32(i * x + y))
            high = min(high, np.uint32(j * x + y))
            minima[p] = min(minima[p], low, high)


def spread_shingles(words: Value, first: Value, stop: Value, k: int, values: Value) -> None:
    """Writes what is permuted of the shingles of k words from `first` to before `stop`."""
    rolling, leaves = np.uint64(0), np.uint64(1)
    for step in range(k):
        leaves *= MULTIPLIER
        if step < k - 1 and first < stop:
            rolling = rolling * MULTIPLIER + np.uint64(words[first + step])
    leaving = np.uint64(0)
    for at in range(stop - first):
        rolling = rolling * MULTIPLIER + np.uint64(words[first + at + k - 1]) - leaving * leaves
        leaving = np.uint64(words[first + at])
        values[at] = spread(np.uint32(mix(rolling) >> _32))
