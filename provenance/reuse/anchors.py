"""Equal runs of words between the two articles of each candidate pair.

Goes in: `Words` and pairs of articles. Comes out: `Runs`, the maximal stretches
of three or more words that stand in both articles of a pair in the same order.
Runs are exact: the words themselves are compared, not only their shingles.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from provenance.reuse.shingle import Hashes, Indices, Words, shingles, within

SHINGLE = 3
# A sequence that stands several times in both articles is matched everywhere up to this many
# combinations; beyond, its n-th place in one article with its n-th in the other, so that
# repetitive text stays linear.
_COMBINATIONS = 16
# Shingles of the pairs compared at a time, and pairs, so that a key has room for both; bounds
# the memory to about 200 MB.
_BATCH = 1 << 20
_PAIRS = 1 << 16


@dataclass(frozen=True, slots=True)
class Runs:
    """Runs of equal words, sorted by pair, then by their place in the left article.

    Attributes:
        pair: The pair's row among those asked about.
        left, right: The run's first word, as an index among all words.
        length: How many words, at least 3.
    """

    pair: Indices
    left: Indices
    right: Indices
    length: Indices


@dataclass(frozen=True, slots=True)
class Index:
    """The shingles of each article, sorted by hash, equal ones by place.

    Attributes:
        hashes, places: Shingle hashes and the index of their first word.
        bounds: Where each article begins in these, and their number at the end.
    """

    hashes: Hashes
    places: Indices
    bounds: Indices

    @classmethod
    def of(cls, words: Words) -> "Index":
        """The index of all articles. O(n log n) in the words."""
        places = np.flatnonzero(within(words.owners, SHINGLE))
        values = shingles(words.hashes, SHINGLE)[places]
        order = np.lexsort((values, words.owners[places]))
        counts = np.bincount(words.owners[places], minlength=len(words.article_ids))
        return cls(values[order], places[order], np.concatenate([[0], np.cumsum(counts)]))


def runs(words: Words, index: Index, pairs: Indices) -> Iterator[Runs]:
    """The runs of equal words of every pair of articles, a batch of pairs at a time.

    Args:
        words: The words of all articles.
        index: Their index.
        pairs: Two columns of positions in `words.article_ids`.

    Yields:
        The runs of consecutive pairs. Linear in the words of the pairs, plus a sort.
    """
    load = np.cumsum(np.diff(index.bounds)[pairs].sum(axis=1))
    first = 0
    while first < len(pairs):
        before = load[first - 1] if first else 0
        last = int(np.searchsorted(load, before + _BATCH, side="right"))
        last = min(max(last, first + 1), first + _PAIRS)
        found = _maximal(*_anchors(index, pairs[first:last]), words, pairs[first:last])
        yield Runs(found.pair + first, found.left, found.right, found.length)
        first = last


@dataclass(frozen=True, slots=True)
class _Side:
    """One side of a batch of pairs: the places of each of its sequences.

    Attributes:
        keys: Pair and shingle hash in one integer, unique and ascending.
        firsts, counts: The places of a key are `places[first:first + count]`.
    """

    keys: Hashes
    firsts: Indices
    counts: Indices
    places: Indices

    @classmethod
    def of(cls, index: Index, articles: Indices) -> "_Side":
        sizes = np.diff(index.bounds)[articles]
        pair = np.repeat(np.arange(len(articles)), sizes)
        at = np.arange(len(pair)) + np.repeat(
            index.bounds[articles] - np.cumsum(sizes) + sizes, sizes
        )
        # 48 bits of the hash remain; that the words are equal is checked afterwards.
        keys = (pair.astype(np.uint64) << np.uint64(48)) | (index.hashes[at] >> np.uint64(16))
        keys, firsts, counts = np.unique(keys, return_index=True, return_counts=True)
        return cls(keys, firsts, counts, index.places[at])


def _anchors(index: Index, pairs: Indices) -> tuple[Indices, Indices, Indices]:
    """Equal shingles of the articles of each pair: the pair's row, the left and right place."""
    left, right = _Side.of(index, pairs[:, 0]), _Side.of(index, pairs[:, 1])
    keys, at_left, at_right = np.intersect1d(
        left.keys, right.keys, assume_unique=True, return_indices=True
    )
    left_count, right_count = left.counts[at_left], right.counts[at_right]
    crossed = left_count * right_count <= _COMBINATIONS
    count = np.where(crossed, left_count * right_count, np.minimum(left_count, right_count))
    group = np.repeat(np.arange(len(keys)), count)
    number = np.arange(len(group)) - np.repeat(np.cumsum(count) - count, count)
    width = right_count[group]
    left_number = np.where(crossed[group], number // width, number)
    right_number = np.where(crossed[group], number % width, number)
    return (
        (keys >> np.uint64(48)).astype(np.int64)[group],
        left.places[left.firsts[at_left][group] + left_number],
        right.places[right.firsts[at_right][group] + right_number],
    )


def _maximal(pair: Indices, left: Indices, right: Indices, words: Words, pairs: Indices) -> Runs:
    """Anchors that follow each other word by word in both articles, joined."""
    same = np.ones(len(pair), np.bool_)
    for step in range(SHINGLE):
        same &= words.hashes[left + step] == words.hashes[right + step]
    pair, left, right = pair[same], left[same], right[same]
    left_begin, right_begin = words.bounds[pairs[:, 0]], words.bounds[pairs[:, 1]]
    # One integer from pair, diagonal and place: a run is a stretch of consecutive integers.
    # It fits: a batch of several pairs has articles of at most `_BATCH` words.
    width = int(np.diff(words.bounds)[pairs].max(initial=0)) + 2
    place = left - left_begin[pair]
    diagonal = right - right_begin[pair] - place + width
    keys = np.sort((pair * (2 * width) + diagonal) * width + place)
    begins = np.flatnonzero(np.diff(keys, prepend=-2) != 1)
    length = np.diff(begins, append=len(keys)) + SHINGLE - 1
    line, place = np.divmod(keys[begins], width)
    pair, diagonal = np.divmod(line, 2 * width)
    order = np.lexsort((diagonal, place, pair))
    pair, place, diagonal, length = pair[order], place[order], diagonal[order], length[order]
    right = right_begin[pair] + place + diagonal - width
    return Runs(pair, left_begin[pair] + place, right, length)
