"""Sketched candidates: pairs of articles that have a similar window of words.

Goes in: `Words`. Comes out: pairs of articles, as candidates to be verified.
Every article is cut into windows of 30 words, one every 10 words, and each
window's set of 3-word shingles is sketched; two windows are alike when the
four minima of one of 32 bands are equal. Windows alike in a share J of their
shingles meet with probability `1 - (1 - J**4)**32`: .13 at .26, .87 at .5,
.9999 at .7.
"""

import numpy as np

from provenance.reuse.buckets import join
from provenance.reuse.candidates import Candidates, propose
from provenance.reuse.minhash import Signatures, signatures
from provenance.reuse.shingle import Hashes, Indices, Words, mix, shingles

SHINGLE = 3
WINDOW = 30
STRIDE = 10
BANDS = 32

# Windows sketched at a time; bounds the memory of their signatures to 32 MB.
_BATCH = 1 << 16
_MULTIPLIER = np.uint64(0x9E3779B97F4A7C15)


def candidates(words: Words) -> Candidates:
    """Pairs of articles with a similar window. Keeps 26 bytes of keys a word while it runs."""
    starts, ends, owners = windows(words.bounds)
    keys = _all_keys(shingles(words.hashes, SHINGLE), starts, ends - SHINGLE + 1)
    meetings = (join(keys[:, band], owners) for band in range(BANDS))
    return propose(meetings, owners, len(words.article_ids))


def windows(bounds: Indices) -> tuple[Indices, Indices, Indices]:
    """Starts and ends of the windows of all articles, as word indices, and their articles.

    The last window of an article ends with it. An article shorter than a window is one window,
    unless it has fewer words than a shingle.

    >>> [part.tolist() for part in windows(np.array([0, 43, 45]))]
    [[0, 10, 13], [30, 40, 43], [0, 0, 0]]
    """
    lengths = np.diff(bounds)
    counts = np.where(lengths < SHINGLE, 0, 1 + np.maximum(0, -(-(lengths - WINDOW) // STRIDE)))
    owners = np.repeat(np.arange(len(lengths)), counts)
    number = np.arange(len(owners)) - np.repeat(np.cumsum(counts) - counts, counts)
    last = np.maximum(lengths - WINDOW, 0)[owners]
    starts = bounds[:-1][owners] + np.minimum(number * STRIDE, last)
    return starts, np.minimum(starts + WINDOW, bounds[1:][owners]), owners


def _all_keys(values: Hashes, starts: Indices, ends: Indices) -> Hashes:
    keys = np.empty((len(starts), BANDS), np.uint64)
    for first in range(0, len(starts), _BATCH):
        part = slice(first, first + _BATCH)
        keys[part] = band_keys(signatures(values, starts[part], ends[part]))
    return keys


def band_keys(sketches: Signatures) -> Hashes:
    """One 64-bit key for each of the 32 bands of 4 minima of each signature."""
    minima = sketches.astype(np.uint64).reshape(len(sketches), BANDS, -1)
    key = np.zeros(minima.shape[:2], np.uint64)
    for j in range(minima.shape[2]):
        key = key * _MULTIPLIER + minima[:, :, j]
    return mix(key)
