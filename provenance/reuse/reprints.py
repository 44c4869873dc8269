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
from provenance.reuse.reading import Batch, batches
from provenance.reuse.sets import overlap, put, shingle_at, table_size
from provenance.reuse.shingle import (
    MULTIPLIER,
    Hashes,
    Indices,
    Words,
    coarse_owners,
    hash_batch,
    in_order,
    is_large,
    mix,
    shingles,
)

SHINGLE = 5
BANDS = 16
ROWS = 8
# Two articles are near-duplicates at this Jaccard similarity.
JACCARD = 0.8
# Pairs compared by one call of the kernel.
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
    table = in_order(articles)
    large = is_large(table["text"])
    pairs = _candidates(*_keys(table["text"], large, threads), large)
    ids, left, right = table["article_id"], *_ends(pairs)
    concerned = np.unique(np.concatenate([left, right]))
    local = np.searchsorted(concerned, left), np.searchsorted(concerned, right)
    kept = _similar(shingle.words(table[concerned], threads), *local, jaccard)
    left, right = left[kept], right[kept]
    found = pl.DataFrame({"article": np.unique(np.concatenate([left, right]))})
    roots = pl.Series(components(len(ids), left, right)).gather(found["article"])
    return (
        found.select(article_id=ids.gather(found["article"]), root=roots)
        .with_columns(cluster_id=pl.col("article_id").min().over("root"))
        .select("article_id", "cluster_id")
        .sort("article_id")
    )


def _ends(pairs: Hashes) -> tuple[Indices, Indices]:
    return (pairs >> _32).astype(np.int64), (pairs & _LOW).astype(np.int64)


def _keys(texts: pl.Series, large: bool, threads: int) -> tuple[Hashes, Indices]:
    """A row of keys for each band, a column for each text; and the texts that have keys.

    The words are sketched as they are read, and not kept.
    """
    keys, long_enough = np.empty((BANDS, len(texts)), np.uint64), np.zeros(len(texts), np.bool_)

    def fill(batch: Batch) -> None:
        hashes, counts = hash_batch(batch, large)
        bounds = np.cumsum(np.append(0, counts))
        columns = np.flatnonzero(np.diff(bounds) >= SHINGLE)
        mine = keys[:, batch.first : batch.last]
        long_enough[batch.first + columns] = True
        if large:
            sketch_articles.compiled(hashes, bounds, columns, FACTORS, TERMS, mine)
        else:
            mine[:, columns] = _plain_keys(hashes, bounds, columns)

    for _ in each(fill, batches(texts), threads if large else 1):
        pass
    return keys, np.flatnonzero(long_enough)


def _plain_keys(hashes: NDArray[np.uint32], bounds: Indices, columns: Indices) -> Hashes:
    starts, ends = bounds[:-1][columns], bounds[1:][columns] - SHINGLE + 1
    sketches = signatures(shingles(hashes, SHINGLE), starts, ends).astype(np.uint64)
    bands = sketches.reshape(len(columns), BANDS, ROWS)
    keys = np.zeros((len(columns), BANDS), np.uint64)
    for row in range(ROWS):
        keys = band_key(keys, bands[:, :, row])
    return keys.T


def _candidates(keys: Hashes, numbers: Indices, large: bool) -> Hashes:
    """Pairs of articles with a band in common, by their rows."""
    count = keys.shape[1]
    every = np.arange(count + 1)
    rows = Rows(
        bounds=every,
        owners=coarse_owners(every),
        judged=np.ones(count, np.bool_),
        outlets=np.zeros(count, np.int64),
        count=1,
    )
    bits = count.bit_length()
    clear = ~((np.uint64(1) << np.uint64(bits)) - np.uint64(1))

    def found(band: int) -> Joined:
        packed = (keys[band, numbers] & clear) | numbers.view(np.uint64)
        packed.sort()
        return joined(packed, bits, rows, large)

    return together(map(found, range(BANDS)), rows).pairs


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
        keys: A row a band, a column for each article that there is.
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
            keys[band, articles[column]] = key


def _similar(words: Words, left: Indices, right: Indices, jaccard: float) -> NDArray[np.bool_]:
    """Which pairs of articles are alike, by the exact similarity of their sets of shingles."""
    kept = np.zeros(len(left), np.bool_)
    if not words.large:
        sets = _Sets(words)
        for at, pair in enumerate(zip(left.tolist(), right.tolist(), strict=True)):
            one, other = map(sets.of, pair)
            kept[at] = len(one & other) >= jaccard * len(one | other)
        return kept
    size = table_size(int(np.diff(words.bounds).max(initial=0)))

    def fill(first: int) -> None:
        part = slice(first, first + _PAIRS)
        seen, stamps = np.zeros(size, np.uint64), np.zeros(size, np.int64)
        pairs = left[part], right[part]
        compare.compiled(words.hashes, words.bounds, *pairs, jaccard, seen, stamps, kept[part])

    for _ in each(fill, range(0, len(left), _PAIRS), words.threads):
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
    left: Value,
    right: Value,
    jaccard: float,
    seen: Value,
    stamps: Value,
    kept: Value,
) -> None:
    """Marks the pairs of articles that are alike.

    Args:
        words, bounds: Of `Words`: `hashes`, `bounds`.
        left, right: Rows of articles.
        jaccard: The least similarity.
        seen, stamps: A table as for `sets.overlap`.
        kept: Room for a mark a pair.
    """
    for at in range(len(left)):
        one, other = left[at], right[at]
        spans = (bounds[one], bounds[one + 1], bounds[other], bounds[other + 1])
        sizes = overlap(words, spans, SHINGLE, seen, stamps, np.int64(2 * at + 1))
        kept[at] = sizes[2] >= jaccard * (sizes[0] + sizes[1] - sizes[2])
