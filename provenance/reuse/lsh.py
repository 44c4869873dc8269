"""Sketched candidates: windows of words of two articles that are alike.

Goes in: `Words`. Comes out: anchors, as from fingerprints, by another way:
every article is cut into windows of 30 three-word shingles, one every 20, and
each window's set of shingles is sketched (`minhash`); two windows are
candidates when the four minima of one of 16 bands are equal, and the runs of
three words that both hold are anchors. Windows alike in a share J of their
shingles meet with probability `1 - (1 - J**4)**16`: .64 at .5, .99 at .7.

The minima of every 10 shingles are taken once, and a window's are the smallest
of three of these, so that a shingle is permuted once and not twice.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from provenance.reuse.compiled import Value, each, kernel
from provenance.reuse.join import Joined, Rows, joined, together
from provenance.reuse.minhash import Signatures, permute, signatures, spread, spread_shingles
from provenance.reuse.permutations import FACTORS, TERMS
from provenance.reuse.shingle import (
    MULTIPLIER,
    Hashes,
    Indices,
    Words,
    coarse_owners,
    mix,
    shingles,
)

SHINGLE = 3
# Shingles of a block, blocks of a window, and blocks from one window to the next.
BLOCK = 10
BLOCKS = 3
STRIDE = 2
BANDS = 16
ROWS = 4
# Windows sketched by one call of the kernel.
_WINDOWS = 1 << 14
# Anchors taken from one pair of windows; more run through the same passages.
_SEEDS = 8
_29, _32 = np.uint64(29), np.uint64(32)
_MIXER = np.uint64(0xFF51AFD7ED558CCD)

Marks = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Windows:
    """The windows of all articles, by number. Where one begins follows from its number.

    Attributes:
        bounds: Number of each article's first window, and the number of all at the end. An
            article with fewer words than a shingle has none, one of up to 30 shingles has one.
        owners: The article of every 64th window.
        words: Bounds of the articles among the words.
    """

    bounds: Indices
    owners: NDArray[np.uint32]
    words: Indices

    @classmethod
    def of(cls, words: Indices) -> "Windows":
        """The windows of articles with these bounds among the words.

        >>> Windows.of(np.array([0, 43, 45, 100])).bounds.tolist()
        [0, 2, 2, 5]
        """
        count = np.maximum(np.diff(words) - SHINGLE + 1, 0)
        blocks = -(-count // BLOCK)
        windows = np.where(count > 0, 1 + -(-np.maximum(blocks - BLOCKS, 0) // STRIDE), 0)
        bounds = np.concatenate([np.zeros(1, np.int64), np.cumsum(windows)])
        return cls(bounds, coarse_owners(bounds), words)

    def spans(self, numbers: Indices) -> tuple[Indices, Indices]:
        """First words of windows, and the words behind their last."""
        article = np.searchsorted(self.bounds, numbers, side="right") - 1
        first = self.words[article] + STRIDE * BLOCK * (numbers - self.bounds[article])
        return first, np.minimum(first + BLOCK * BLOCKS + SHINGLE - 1, self.words[article + 1])

    def outside(self, passages: Indices) -> Marks:
        """For each window, whether its middle lies in no passage as the later article has it.

        Args:
            passages: As from `extend.passages`. What is known to be copied needs no sketch: what
                is like it is like the text it was copied from, which has one.
        """
        article = passages[:, 1]
        begin, count = self.bounds[article], np.diff(self.bounds)[article]
        middle = self.words[article] + BLOCK * BLOCKS // 2
        change = np.zeros(int(self.bounds[-1]) + 1, np.int32)
        for column, step in ((4, 1), (5, -1)):
            at = -(-(passages[:, column] - middle) // (STRIDE * BLOCK))
            np.add.at(change, begin + np.clip(at, 0, count), step)
        return np.asarray(np.cumsum(change, out=change)[:-1] == 0)


def anchors(words: Words, passages: Indices, rows: Rows, room: int) -> Joined:
    """Pairs of words from which a passage may run, of windows that lie in no passage yet.

    Args:
        words: The words of all articles.
        passages: Those that are known, as from `extend.passages`.
        rows: The articles, as for the join of fingerprints.
        room: Bytes that the keys of the windows may take.

    Returns:
        Anchors instead of rows. 64 multiplications a word.
    """
    windows = Windows.of(words.bounds)
    open_windows = windows.outside(passages)
    numbers = np.flatnonzero(open_windows).view(np.uint64)
    rows = Rows(windows.bounds, windows.owners, rows.judged, rows.outlets, rows.count)
    bands = min(BANDS, max(1, room // (4 * max(1, len(numbers)))))
    keys = np.empty((bands, len(numbers)), np.uint32)

    def found(band: int) -> Joined:
        packed = keys[band].astype(np.uint64)
        packed <<= _32
        packed |= numbers
        packed.sort()
        return joined(packed, 32, rows, words.large)

    def each_band() -> Iterator[Joined]:
        for first in range(0, BANDS, bands):
            some = range(first, min(first + bands, BANDS))
            _sketch(words, windows, open_windows, some, keys)
            yield from each(found, range(len(some)), words.threads)

    met = together(each_band(), rows)
    return replace(met, pairs=_seeds(words, windows, met.pairs))


def _sketch(
    words: Words, windows: Windows, open_windows: Marks, bands: range, keys: NDArray[np.uint32]
) -> None:
    """Writes the keys of the open windows, a row a band."""
    part = slice(ROWS * bands.start, ROWS * bands.stop)
    if not words.large:
        firsts, ends = windows.spans(np.flatnonzero(open_windows))
        sketches = signatures(shingles(words.hashes, SHINGLE), firsts, ends - SHINGLE + 1)
        keys[: len(bands)] = band_keys(sketches[:, part]).T
        return
    every = np.arange(0, int(windows.bounds[-1]) + _WINDOWS, _WINDOWS)
    cuts = np.unique(np.searchsorted(windows.bounds[:-1], every))
    sizes = [
        np.count_nonzero(open_windows[slice(*windows.bounds[cuts[at : at + 2]])])
        for at in range(len(cuts) - 1)
    ]
    slots = np.cumsum([0, *sizes])
    chosen = np.ascontiguousarray(FACTORS[part]), np.ascontiguousarray(TERMS[part])

    def fill(at: int) -> None:
        sketch.compiled(
            words.hashes,
            words.bounds,
            windows.bounds,
            open_windows,
            int(cuts[at]),
            int(cuts[at + 1]),
            *chosen,
            keys[: len(bands), slots[at] : slots[at + 1]],
        )

    for _ in each(fill, range(len(cuts) - 1), words.threads):
        pass


def band_keys(sketches: Signatures) -> NDArray[np.uint32]:
    """One 32-bit key for each band of four minima of each signature."""
    minima = sketches.astype(np.uint64).reshape(len(sketches), sketches.shape[1] // ROWS, ROWS)
    return np.asarray(band_key(*(minima[:, :, row] for row in range(ROWS))), np.uint32)


def band_key(first: Value, second: Value, third: Value, fourth: Value) -> Value:
    """The key of four minima; of arrays, and of single numbers in kernels."""
    one, two = (first << _32) | second, (third << _32) | fourth
    key = (one * MULTIPLIER) ^ ((two + (one >> _29)) * _MIXER)
    return key >> _32


@kernel(mix, spread, spread_shingles, permute, band_key)
def sketch(
    words: Value,
    bounds: Value,
    window_bounds: Value,
    open_windows: Value,
    first: int,
    last: int,
    factors: Value,
    terms: Value,
    keys: Value,
) -> None:
    """Writes the keys of the windows of the articles from `first` to before `last`.

    Args:
        words, bounds: Of `Words`: `hashes`, `bounds`.
        window_bounds: Those of `Windows`.
        open_windows: For each window whether it needs keys.
        first, last: Rows of articles.
        factors, terms: The permutations, four for each row of `keys`.
        keys: A row a band, a column for each open window of these articles.
    """
    slot, width = 0, len(factors)
    minima, values = np.empty((0, width), np.uint32), np.empty(0, np.uint32)
    lowest = np.empty(width, np.uint32)
    for article in range(first, last):
        begin, end = bounds[article], bounds[article + 1] - SHINGLE + 1
        blocks = max(0, -(-(end - begin) // BLOCK))
        if blocks > len(minima):
            minima = np.empty((2 * blocks, width), np.uint32)
            values = np.empty(2 * blocks * BLOCK, np.uint32)
        spread_shingles(words, begin, end, SHINGLE, values)
        for block in range(blocks):
            minima[block, :] = np.uint32(0xFFFFFFFF)
            stop = min((block + 1) * BLOCK, end - begin)
            permute(values, block * BLOCK, stop, factors, terms, minima[block])
        for window in range(window_bounds[article], window_bounds[article + 1]):
            if not open_windows[window]:
                continue
            block = STRIDE * (window - window_bounds[article])
            lowest[:] = minima[block]
            for other in range(block + 1, min(block + BLOCKS, blocks)):
                for p in range(width):
                    lowest[p] = min(lowest[p], minima[other, p])
            for band in range(width // ROWS):
                p = ROWS * band
                keys[band, slot] = band_key(
                    np.uint64(lowest[p]),
                    np.uint64(lowest[p + 1]),
                    np.uint64(lowest[p + 2]),
                    np.uint64(lowest[p + 3]),
                )
            slot += 1


def _seeds(words: Words, windows: Windows, pairs: Hashes) -> Hashes:
    """The anchors in pairs of windows, sorted and unique."""
    room = np.empty(_SEEDS * len(pairs), np.uint64)
    hashes = words.hashes if words.large else words.hashes.tolist()
    left = windows.spans((pairs >> _32).astype(np.int64))
    right = windows.spans((pairs & np.uint64(0xFFFFFFFF)).astype(np.int64))
    count = seed.at(words.large)(hashes, np.stack([*left, *right], axis=1), room)
    return np.unique(room[:count])


@kernel()
def seed(words: Value, spans: Value, found: Value) -> int:
    """Writes where runs of three equal words begin in pairs of windows; returns how many.

    Args:
        words: Of `Words`: `hashes`.
        spans: First word and word behind the last of the left window, and of the right one.
        found: Room for 8 anchors a pair.
    """
    count = 0
    for left, left_end, right, right_end in spans:
        full = count + _SEEDS
        for i in range(left, left_end - SHINGLE + 1):
            for j in range(right, right_end - SHINGLE + 1):
                if words[i] != words[j] or words[i + 1] != words[j + 1]:
                    continue
                begins = i == left or j == right or words[i - 1] != words[j - 1]
                if begins and words[i + 2] == words[j + 2] and count < full:
                    found[count] = (np.uint64(i) << _32) | np.uint64(j)
                    count += 1
    return count
