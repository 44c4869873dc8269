"""Near-duplicate articles by sketches of whole articles: the quick way, without passages.

Goes in: articles. Comes out: clusters of those that are nearly the same from
beginning to end. Every article's set of 5-word shingles is sketched; two
articles are compared when the eight minima of one of 16 bands are equal, and
joined when the exact Jaccard similarity of the sets says so. It finds reprints
at a fraction of the cost of `search`, and no passage.
"""

import numpy as np
import polars as pl
from numpy.typing import NDArray

from provenance.reuse import shingle
from provenance.reuse.compiled import Value, each, kernel
from provenance.reuse.components import components
from provenance.reuse.join import Joined, Rows, joined, together
from provenance.reuse.minhash import permute, signatures, spread, spread_shingles
from provenance.reuse.permutations import FACTORS, TERMS
from provenance.reuse.sets import overlap, put, shingle_at, table_size
from provenance.reuse.shingle import MULTIPLIER, Hashes, Indices, Words, mix, shingles

SHINGLE = 5
BANDS = 16
ROWS = 8
# Two articles are near-duplicates at this Jaccard similarity.
JACCARD = 0.8
# Articles sketched, and pairs compared, by one call of a kernel.
_ARTICLES = 1 << 11
_PAIRS = 1 << 13
_32, _LOW = np.uint64(32), np.uint64(0xFFFFFFFF)


def duplicates(
    articles: pl.DataFrame, *, jaccard: float = JACCARD, threads: int = 1
) -> pl.DataFrame:
    """Clusters of articles that are nearly the same from beginning to end.

    Args:
        articles: Columns `article_id`, `date`, `text`.
        jaccard: The least Jaccard similarity of the sets of 5-word shingles of two articles that
            are joined. Articles alike in a share J meet with probability `1 - (1 - J**8)**16`:
            .95 at .8, .9999 at .9; below .7 few do.
        threads: How many threads may work on large input.

    Returns:
        Columns `article_id`, `cluster_id` (the smallest article id of the cluster), sorted; an
        article that is like no other is left out, as is one of fewer than 5 words. Linear in the
        text, and in the copies of one article.
    """
    words = shingle.words(articles, threads)
    pairs = _candidates(words)
    joined_pairs = pairs[_similar(words, pairs, jaccard)]
    left, right = (joined_pairs >> _32).astype(np.int64), (joined_pairs & _LOW).astype(np.int64)
    ids = words.articles["article_id"]
    found = pl.DataFrame({"article": np.unique(np.concatenate([left, right]))})
    roots = pl.Series(components(len(ids), left, right)).gather(found["article"])
    return (
        found.select(article_id=ids.gather(found["article"]), root=roots)
        .with_columns(cluster_id=pl.col("article_id").min().over("root"))
        .select("article_id", "cluster_id")
        .sort("article_id")
    )


def _candidates(words: Words) -> Hashes:
    """Pairs of articles with a band in common, by their rows."""
    count = len(words.articles)
    every = np.arange(count + 1)
    rows = Rows(
        bounds=every,
        owners=every[::64].astype(np.uint32),
        judged=np.ones(count, np.bool_),
        outlets=np.zeros(count, np.int64),
        count=1,
    )
    numbers = np.flatnonzero(np.diff(words.bounds) >= SHINGLE)
    bits = count.bit_length()
    clear = ~((np.uint64(1) << np.uint64(bits)) - np.uint64(1))
    keys = _keys(words, numbers)

    def found(band: int) -> Joined:
        packed = (keys[band] & clear) | numbers.view(np.uint64)
        packed.sort()
        return joined(packed, bits, rows, words.large)

    return together(map(found, range(BANDS)), rows).pairs


def _keys(words: Words, numbers: Indices) -> Hashes:
    """A row of keys for each band, a column for each of some articles."""
    if not words.large:
        starts, ends = words.bounds[:-1][numbers], words.bounds[1:][numbers] - SHINGLE + 1
        sketches = signatures(shingles(words.hashes, SHINGLE), starts, ends).astype(np.uint64)
        bands = sketches.reshape(len(numbers), BANDS, ROWS)
        keys = np.zeros((len(numbers), BANDS), np.uint64)
        for row in range(ROWS):
            keys = band_key(keys, bands[:, :, row])
        return keys.T
    keys = np.empty((BANDS, len(numbers)), np.uint64)

    def fill(first: int) -> None:
        part = slice(first, first + _ARTICLES)
        sketch_articles.compiled(
            words.hashes, words.bounds, numbers[part], FACTORS, TERMS, keys[:, part]
        )

    for _ in each(fill, range(0, len(numbers), _ARTICLES), words.threads):
        pass
    return keys


def band_key(key: Value, minimum: Value) -> Value:
    """The key of a band with one more minimum; of arrays, and of single numbers in kernels."""
    return mix(key * MULTIPLIER + minimum)


@kernel(mix, spread, spread_shingles, permute, band_key)
def sketch_articles(
    words: Value, bounds: Value, articles: Value, factors: Value, terms: Value, keys: Value
) -> None:
    """Writes the keys of articles of at least 5 words.

    Args:
        words, bounds: Of `Words`: `hashes`, `bounds`.
        articles: Rows of articles.
        factors, terms: The permutations, eight for each row of `keys`.
        keys: A row a band, a column an article.
    """
    values, minima = np.empty(0, np.uint32), np.empty(len(factors), np.uint32)
    for column in range(len(articles)):
        first = bounds[articles[column]]
        stop = bounds[articles[column] + 1] - SHINGLE + 1
        if stop - first > len(values):
            values = np.empty(2 * (stop - first), np.uint32)
        spread_shingles(words, first, stop, SHINGLE, values)
        minima[:] = np.uint32(0xFFFFFFFF)
        permute(values, 0, stop - first, factors, terms, minima)
        for band in range(len(keys)):
            key = np.uint64(0)
            for row in range(ROWS):
                key = band_key(key, np.uint64(minima[ROWS * band + row]))
            keys[band, column] = key


def _similar(words: Words, pairs: Hashes, jaccard: float) -> NDArray[np.bool_]:
    """Which pairs of articles are alike, by the exact similarity of their sets of shingles."""
    kept = np.zeros(len(pairs), np.bool_)
    if not words.large:
        sets = _Sets(words)
        for at, pair in enumerate(pairs.tolist()):
            left, right = sets.of(pair >> 32), sets.of(pair & 0xFFFFFFFF)
            kept[at] = len(left & right) >= jaccard * len(left | right)
        return kept
    size = table_size(int(np.diff(words.bounds).max(initial=0)))

    def fill(first: int) -> None:
        part = slice(first, first + _PAIRS)
        seen, stamps = np.zeros(size, np.uint64), np.zeros(size, np.int64)
        compare.compiled(words.hashes, words.bounds, pairs[part], jaccard, seen, stamps, kept[part])

    for _ in each(fill, range(0, len(pairs), _PAIRS), words.threads):
        pass
    return kept


class _Sets:
    """The sets of shingles of articles, as Python has them."""

    def __init__(self, words: Words) -> None:
        self._values = shingles(words.hashes, SHINGLE)
        self._bounds = words.bounds.tolist()

    def of(self, article: int) -> set[int]:
        first, last = self._bounds[article], self._bounds[article + 1] - SHINGLE + 1
        return set(self._values[first:last].tolist())


@kernel(mix, shingle_at, put, overlap)
def compare(
    words: Value,
    bounds: Value,
    pairs: Value,
    jaccard: float,
    seen: Value,
    stamps: Value,
    kept: Value,
) -> None:
    """Marks the pairs of articles that are alike.

    Args:
        words, bounds: Of `Words`: `hashes`, `bounds`.
        pairs: Two rows of articles each.
        jaccard: The least similarity.
        seen, stamps: A table as for `sets.overlap`.
        kept: Room for a mark a pair.
    """
    for at in range(len(pairs)):
        left, right = np.int64(pairs[at] >> _32), np.int64(pairs[at] & _LOW)
        spans = (bounds[left], bounds[left + 1], bounds[right], bounds[right + 1])
        sizes = overlap(words, spans, SHINGLE, seen, stamps, np.int64(2 * at + 1))
        kept[at] = sizes[2] >= jaccard * (sizes[0] + sizes[1] - sizes[2])
