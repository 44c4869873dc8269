"""Articles as one long array of word hashes, and the hashes of their word shingles.

Goes in: a frame of `Article`. Comes out: `Words`, the words of all articles
end to end as 64-bit hashes with their offsets, and arrays of shingle hashes
over them. It knows nothing of similarity.

All hashes are the same on every platform and in every run:

- a word is the first 8 bytes of BLAKE2b (digest size 8, little-endian) of its
  folded form in UTF-8;
- a shingle of k words at position i is
  `fmix64(sum(h[i + j] * M**(k - 1 - j) for j in range(k)) mod 2**64)`, with the odd
  multiplier M = 0x9E3779B97F4A7C15 and MurmurHash3's 64-bit finaliser. Exact
  sets use all 64 bits, MinHash the upper 32.
"""

import functools
from dataclasses import dataclass
from hashlib import blake2b
from typing import TypeAlias

import numpy as np
import polars as pl
from numpy.typing import NDArray

from provenance.text.tokens import tokenise

Hashes: TypeAlias = NDArray[np.uint64]
Indices: TypeAlias = NDArray[np.int64]

_MULTIPLIER = np.uint64(0x9E3779B97F4A7C15)


@dataclass(frozen=True, slots=True)
class Words:
    """The words of several articles, end to end; a word is known by its index among all.

    Attributes:
        article_ids: Articles in the order of their words: by date, undated last, then by id.
        bounds: Index of each article's first word, and the number of all words at the end.
        hashes: One 64-bit hash a word.
        starts, ends: Offsets of each word in its own article's text.
        owners: For each word, the position of its article in `article_ids`.
    """

    article_ids: tuple[str, ...]
    bounds: Indices
    hashes: Hashes
    starts: Indices
    ends: Indices
    owners: Indices


def words(articles: pl.DataFrame) -> Words:
    """The words of all articles. Linear in the text; 36 bytes a word are kept."""
    table = articles.select("article_id", "date", "text").sort(
        "date", "article_id", nulls_last=True
    )
    hashes, starts, ends = [], [], []
    for text in table["text"]:
        tokens = tokenise(text)
        count = len(tokens.words)
        hashes.append(np.fromiter(map(word_hash, tokens.words), np.uint64, count))
        starts.append(np.array(tokens.starts, np.int64))
        ends.append(np.array(tokens.ends, np.int64))
    lengths = [len(item) for item in hashes]
    return Words(
        article_ids=tuple(table["article_id"]),
        bounds=np.concatenate([[0], np.cumsum(lengths, dtype=np.int64)]).astype(np.int64),
        hashes=np.concatenate([*hashes, np.zeros(0, np.uint64)]),
        starts=np.concatenate([*starts, np.zeros(0, np.int64)]),
        ends=np.concatenate([*ends, np.zeros(0, np.int64)]),
        owners=np.repeat(np.arange(len(lengths)), lengths),
    )


@functools.lru_cache(maxsize=1 << 18)
def word_hash(word: str) -> int:
    """The 64-bit hash of one folded word."""
    # A lone surrogate cannot be written as UTF-8, yet must not stop a run.
    return int.from_bytes(
        blake2b(word.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "little"
    )


def shingles(hashes: Hashes, k: int) -> Hashes:
    """The hash of the k words from each position on; `len(hashes) - k + 1` values, at least none.

    Over the words of several articles, shingles that run over the end of one are among them;
    `within` tells which.

    >>> first, _, third = shingles(np.array([7, 8, 7, 8], np.uint64), 2).tolist()
    >>> first == third
    True
    """
    count = max(len(hashes) - k + 1, 0)
    total = np.zeros(count, np.uint64)
    for j in range(k):
        total = total * _MULTIPLIER + hashes[j : j + count]
    return mix(total)


def within(owners: Indices, length: int) -> NDArray[np.bool_]:
    """For each position, whether the `length` words from there on are of one article."""
    count = max(len(owners) - length + 1, 0)
    return np.asarray(owners[:count] == owners[length - 1 : length - 1 + count], np.bool_)


def mix(values: Hashes) -> Hashes:
    """MurmurHash3's 64-bit finaliser: spreads every bit over all bits, one to one."""
    values = (values ^ (values >> np.uint64(33))) * np.uint64(0xFF51AFD7ED558CCD)
    values = (values ^ (values >> np.uint64(33))) * np.uint64(0xC4CEB9FE1A85EC53)
    return values ^ (values >> np.uint64(33))
