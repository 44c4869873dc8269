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

from provenance.reuse.permutations import FACTORS, TERMS
from provenance.reuse.shingle import Hashes, Indices

if TYPE_CHECKING:  # datasketch takes 0.4 s to import
    import datasketch  # type: ignore[import-untyped]

Signatures: TypeAlias = NDArray[np.uint32]

PERMUTATIONS = len(FACTORS)
# Values permuted at a time: small enough to stay in the processor's cache.
_BLOCK = 1 << 15


def signatures(shingles: Hashes, starts: Indices, ends: Indices) -> Signatures:
    """One row of 128 minima for each run `shingles[start:end]`; no run may be empty.

    128 multiplications a shingle and run; the working memory does not grow with the runs.
    """
    values = _fmix32((shingles >> np.uint64(32)).astype(np.uint32))
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


def _fmix32(values: NDArray[np.uint32]) -> NDArray[np.uint32]:
    values = (values ^ (values >> np.uint32(16))) * np.uint32(0x85EBCA6B)
    values = (values ^ (values >> np.uint32(13))) * np.uint32(0xC2B2AE35)
    return values ^ (values >> np.uint32(16))
