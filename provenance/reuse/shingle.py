"""Articles as one long array of word hashes, and the hashes of their word shingles.

Goes in: a frame of `Article`. Comes out: `Words`, the words of all articles
end to end as 32-bit hashes (`folding.word_hash`), and arrays of shingle hashes
over them. It knows nothing of similarity.

A shingle of k words at position i is `r = sum(h[i + j] * M**(k - 1 - j) for j
in range(k)) mod 2**64`, mixed as `s = (r ^ r >> 29) * C`, `s ^ s >> 32`, with
the odd numbers M = 0x9E3779B97F4A7C15 and C = 0xC4CEB9FE1A85EC53. Exact sets
use all 64 bits, MinHash the upper 32. All hashes are the same on every
platform and in every run.
"""

from dataclasses import dataclass
from itertools import chain
from typing import TypeAlias

import numpy as np
import polars as pl
from numpy.typing import NDArray

from provenance.reuse.compiled import LARGE, Value, each
from provenance.reuse.folding import word_hash
from provenance.reuse.reading import Batch, Columns, batches, read
from provenance.text.sizes import byte_size
from provenance.text.tokens import Tokens, tokenise

Hashes: TypeAlias = NDArray[np.uint64]
Indices: TypeAlias = NDArray[np.int64]

MULTIPLIER = np.uint64(0x9E3779B97F4A7C15)
_MIXER = np.uint64(0xC4CEB9FE1A85EC53)
_29, _32 = np.uint64(29), np.uint64(32)
# The owner of every 64th item is kept, from which that of any is a few steps away.
_COARSE = 6


@dataclass(frozen=True, slots=True)
class Words:
    """The words of several articles, end to end; a word is known by its index among all.

    Attributes:
        articles: Columns `article_id` and `text`, in the order of their words: by date, undated
            last, then by id.
        hashes: One 32-bit hash a word.
        bounds: Index of each article's first word, and the number of all words at the end.
        owners: The article of every 64th word, by its row.
        large: Whether they are so many that compiled kernels are to work on them.
        threads: On how many threads; 1 unless they are large.
    """

    articles: pl.DataFrame
    hashes: NDArray[np.uint32]
    bounds: Indices
    owners: NDArray[np.uint32]
    large: bool
    threads: int

    def places(self, at: Indices) -> tuple[Indices, Indices]:
        """Where words begin and end in their own article's text, in code points.

        Args:
            at: Indices of words, in any order.

        Returns:
            Starts and ends, in the same order. Reads the articles concerned once more, because
            keeping the places of all words would take twice the memory of their hashes.
        """
        wanted, back = np.unique(at, return_inverse=True)
        articles = np.unique(np.searchsorted(self.bounds, wanted, side="right") - 1)
        texts = self.articles["text"].gather(articles)
        first = np.searchsorted(wanted, self.bounds[articles])
        last = np.searchsorted(wanted, self.bounds[articles + 1])

        def found(batch: Batch) -> NDArray[np.int64]:
            mine = articles[batch.first : batch.last]
            words = wanted[first[batch.first] : last[batch.last - 1]]
            _, starts, ends, word_ends = read_batch(batch, self.large)
            begins = np.concatenate([[0], word_ends[:-1]])
            of = np.searchsorted(self.bounds[mine], words, side="right") - 1
            local = words - self.bounds[mine][of] + begins[of]
            return np.stack([starts[local], ends[local]]).astype(np.int64)

        parts = each(found, batches(texts), self.threads)
        starts, ends = np.concatenate([np.zeros((2, 0), np.int64), *parts], axis=1)
        return starts[back], ends[back]


def words(articles: pl.DataFrame, threads: int = 1) -> Words:
    """The words of all articles. Linear in the text; 4 bytes a word are kept.

    Args:
        articles: A frame of `Article`.
        threads: How many threads may read large input.
    """
    table = in_order(articles)
    large = is_large(table["text"])
    threads = threads if large else 1

    def found(batch: Batch) -> tuple[NDArray[np.uint32], Indices]:
        return hash_batch(batch, large)

    # Every second byte may be a word. What is not written to is never touched.
    hashes = np.empty(byte_size(table["text"]) // 2 + len(table), np.uint32)
    counts, end = [np.zeros(1, np.int64)], 0
    for part, each_count in each(found, batches(table["text"]), threads):
        hashes[end : end + len(part)] = part
        counts.append(each_count)
        end += len(part)
    hashes, bounds = hashes[:end], np.cumsum(np.concatenate(counts))
    articles = table.select("article_id", "text")
    return Words(articles, hashes, bounds, coarse_owners(bounds), large, threads)


def in_order(articles: pl.DataFrame) -> pl.DataFrame:
    """Ids, dates and texts of articles by date, undated last, then by id."""
    table = articles.select("article_id", "date", "text")
    return table.sort("date", "article_id", nulls_last=True)


def is_large(texts: pl.Series) -> bool:
    """Whether texts are so many that compiled kernels are to work on them."""
    return byte_size(texts) >= LARGE


def coarse_owners(bounds: Indices) -> NDArray[np.uint32]:
    """The owner of every 64th item, for `owner`.

    Args:
        bounds: The first item of each owner, and the number of all at the end.
    """
    every = np.arange(0, int(bounds[-1]), 1 << _COARSE)
    return (np.searchsorted(bounds, every, side="right") - 1).astype(np.uint32)


def owner(at: Value, bounds: Value, owners: Value) -> Value:
    """The article of a word. For kernels, hence the arrays of `Words` one by one."""
    article = np.int64(owners[at >> _COARSE])
    while bounds[article + 1] <= at:
        article += 1
    return article


def shingles(hashes: NDArray[np.uint32], k: int) -> Hashes:
    """The hash of the k words from each position on; `len(hashes) - k + 1` values, at least none.

    Over the words of several articles, shingles that run over the end of one are among them.

    >>> first, _, third = shingles(np.array([7, 8, 7, 8], np.uint32), 2).tolist()
    >>> first == third
    True
    """
    count = max(len(hashes) - k + 1, 0)
    total = np.zeros(count, np.uint64)
    for j in range(k):
        total = total * MULTIPLIER + hashes[j : j + count]
    return np.asarray(mix(total))


def mix(values: Value) -> Value:
    """Spreads the bits of shingle hashes, one to one; of arrays, or of one number in a kernel."""
    values = (values ^ (values >> _29)) * _MIXER
    return values ^ (values >> _32)


def read_batch(batch: Batch, large: bool) -> Columns:
    """Hashes, starts, ends of a batch's words, and how many there are up to each text's end."""
    if large:
        return read(batch)
    tokens = [tokenise(text) for text in batch.texts]
    hashes, counts = _hashed(tokens)
    return (
        hashes,
        np.fromiter((start for item in tokens for start in item.starts), np.int64, len(hashes)),
        np.fromiter((end for item in tokens for end in item.ends), np.int64, len(hashes)),
        np.cumsum(counts),
    )


def hash_batch(batch: Batch, large: bool) -> tuple[NDArray[np.uint32], Indices]:
    """Hashes of a batch's words, and how many each text has."""
    if not large:
        return _hashed([tokenise(text) for text in batch.texts])
    hashes, _, _, word_ends = read(batch)
    return hashes.copy(), np.diff(word_ends, prepend=0)


def _hashed(tokens: list[Tokens]) -> tuple[NDArray[np.uint32], Indices]:
    words = chain.from_iterable(item.words for item in tokens)
    counts = np.array([len(item.words) for item in tokens], np.int64)
    return np.fromiter(map(word_hash, words), np.uint32, int(counts.sum())), counts
