"""Fingerprinted candidates: pairs of articles that have a run of words in common.

Goes in: `Words`. Comes out: pairs of articles, as candidates to be verified.
Of every 4 neighbouring 3-word shingles the one with the smallest hash is a
fingerprint (winnowing: Schleimer, Wilkerson and Aiken 2003), so that equal
runs of words give equal fingerprints wherever they stand. Two articles are a
candidate pair when two fingerprints lie near each other in both.

The guarantee: a run of 10 words in both articles holds two such fingerprints,
and the articles are a candidate pair, unless one of its 3-word sequences
stands earlier in either article as well, or in more articles than
`buckets.LARGEST`; for what then happens see `candidates`.
"""

import numpy as np
from numpy.typing import NDArray

from provenance.reuse.buckets import Joined, join
from provenance.reuse.candidates import Candidates, propose
from provenance.reuse.shingle import Hashes, Indices, Words, shingles, within

SHINGLE = 3
WINDOW = 4
# Two fingerprints of one passage: at most this many words apart in the left article, and
# moved against each other by at most this many words in the right one.
NEAR = 30
DRIFT = 8


def candidates(words: Words) -> Candidates:
    """Pairs of articles with two neighbouring fingerprints in common. O(n log n) in the words."""
    values = shingles(words.hashes, SHINGLE)
    places = np.flatnonzero(_winnowed(values, words.owners))
    owners = words.owners[places]
    met = join(values[places], owners)
    near = _near(places, owners, met)
    return propose([near], owners, len(words.article_ids))


def _winnowed(values: Hashes, owners: Indices) -> NDArray[np.bool_]:
    """Which shingles are the rightmost minimum of a window of shingles inside one article."""
    span = WINDOW + SHINGLE - 1
    starts = np.flatnonzero(within(owners, span))
    best, place = values[starts], starts
    for step in range(1, WINDOW):
        value = values[starts + step]
        better = value <= best
        best = np.where(better, value, best)
        place = np.where(better, starts + step, place)
    chosen = np.zeros(len(values), np.bool_)
    chosen[place] = True
    return chosen


def _near(places: Indices, owners: Indices, met: Joined) -> Joined:
    """The meetings that have another one near, of the same articles on nearly one diagonal."""
    left, right = places[met.left], places[met.right]
    diagonal = right - left
    order = np.lexsort((left, diagonal, owners[met.right], owners[met.left]))
    near = np.abs(np.diff(diagonal[order])) <= DRIFT
    near &= np.abs(np.diff(left[order])) <= NEAR
    for side in (met.left, met.right):
        near &= np.diff(owners[side][order]) == 0
    kept = order[1:][near]
    return Joined(met.left[kept], met.right[kept], met.giants)
