"""The search for shared passages, from articles to verified regions.

Two channels propose pairs of articles, `lsh` by sketches and `winnow` by
fingerprints; every proposal is compared word by word, and only what holds is a
region. Of the labels it gives the two that the words alone tell; `classify`
gives the others.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import polars as pl

from provenance.reuse import anchors, lsh, shingle, winnow
from provenance.reuse.align import RUN_SHARE, align
from provenance.reuse.anchors import Runs
from provenance.reuse.candidates import Candidates
from provenance.reuse.shingle import Indices, Words
from provenance.reuse.verify import Shared, verified


@dataclass(frozen=True, slots=True)
class Search:
    """What a search found and how far it looked.

    Attributes:
        regions: A frame of `Region`.
        candidates: How many pairs of articles were compared word by word.
        giants: How many buckets held so many articles that not all their pairs were considered.
    """

    regions: pl.DataFrame
    candidates: int
    giants: int


def find(articles: pl.DataFrame, min_words: int) -> pl.DataFrame:
    """Every passage that two articles share.

    Args:
        articles: A frame of `Article`.
        min_words: Fewest words of a passage that must match.

    Returns:
        A frame of `Region`, labelled `verbatim` when at least .95 of the words of both sides
        match, else `edited`. A verbatim run of 10 words is always among what is compared (for
        what is excepted see `winnow`), one that is edited nearly always. Time is n log n in the
        words and linear in the copies of one story: of many, each is compared with the earliest
        and with those most like it.
    """
    return search(articles, min_words).regions


def search(articles: pl.DataFrame, min_words: int) -> Search:
    """As `find`, with the numbers of the search."""
    words = shingle.words(articles)
    proposed = lsh.candidates(words).union(winnow.candidates(words))
    pairs = _by_id(words, proposed)
    index = anchors.Index.of(words)
    shared: list[Shared] = []
    for batch in anchors.runs(words, index, pairs):
        for pair, runs in _promising(batch, min_words):
            shared += _shared(words, pairs[pair, 0], pairs[pair, 1], runs, min_words)
    return Search(verified(words, shared), len(pairs), proposed.giants)


def _by_id(words: Words, proposed: Candidates) -> Indices:
    """The pairs as two columns, the article with the smaller id left."""
    pairs = np.stack(np.divmod(proposed.pairs, max(1, len(words.article_ids))), axis=1)
    rank = np.argsort(np.argsort(np.array(words.article_ids, dtype=np.object_)))
    swap = rank[pairs[:, 0]] > rank[pairs[:, 1]]
    pairs[swap] = pairs[swap][:, ::-1]
    return pairs


def _promising(batch: Runs, min_words: int) -> Iterator[tuple[int, Runs]]:
    """The pairs of a batch whose runs could make a passage, each with its runs."""
    pairs, firsts = np.unique(batch.pair, return_index=True)
    lasts = np.append(firsts[1:], len(batch.pair))
    matched = np.add.reduceat(batch.length, firsts) if len(pairs) else firsts
    for at in np.flatnonzero(matched >= RUN_SHARE * min_words):
        part = slice(firsts[at], lasts[at])
        yield (
            int(pairs[at]),
            Runs(batch.pair[part], batch.left[part], batch.right[part], batch.length[part]),
        )


def _shared(words: Words, left: int, right: int, runs: Runs, min_words: int) -> list[Shared]:
    """The passages of one pair of articles."""
    left_begin, left_end = words.bounds[left : left + 2].tolist()
    right_begin, right_end = words.bounds[right : right + 2].tolist()
    regions = align(
        words.hashes[left_begin:left_end].tolist(),
        words.hashes[right_begin:right_end].tolist(),
        list(
            zip(
                (runs.left - left_begin).tolist(),
                (runs.right - right_begin).tolist(),
                runs.length.tolist(),
                strict=True,
            )
        ),
        min_words,
    )
    return [
        Shared(
            int(left),
            int(right),
            (
                region.left_start + left_begin,
                region.left_end + left_begin,
                region.right_start + right_begin,
                region.right_end + right_begin,
            ),
            region.matched,
        )
        for region in regions
    ]
