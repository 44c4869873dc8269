"""The exact numbers of passages, and the frame of them.

Goes in: `Words` and passages. Comes out: a frame of `Region` with exact
Jaccard similarity and containment of the two spans' sets of 3-word shingles,
the shares of the articles, and the sketch's estimate to hold against them.
"""

import numpy as np
import polars as pl
from numpy.typing import NDArray

from provenance.frames import conform
from provenance.model import Label, Region
from provenance.reuse.breadth import uncounted
from provenance.reuse.compiled import Value, each, kernel
from provenance.reuse.minhash import agreement, permute, signatures, spread, spread_shingles
from provenance.reuse.permutations import FACTORS, TERMS
from provenance.reuse.sets import overlap, put, shingle_at, table_size
from provenance.reuse.shingle import Indices, Words, mix, shingles

SHINGLE = 3
# A region in which this share of both sides matches word for word counts as verbatim.
VERBATIM = 0.95
# Passages measured by one call of the kernel.
_PASSAGES = 1 << 13
_LEFT, _LEFT_END, _RIGHT, _RIGHT_END, _MATCHED = range(2, 7)

Numbers = NDArray[np.float64]


def verified(words: Words, passages: Indices) -> pl.DataFrame:
    """A frame of `Region` of passages as from `extend.passages`. Linear in their words."""
    ids = words.articles["article_id"]
    rank = ids.rank("ordinal").to_numpy()
    swap = rank[passages[:, 0]] > rank[passages[:, 1]]
    passages[swap] = passages[swap][:, [1, 0, *range(_RIGHT, _MATCHED), _LEFT, _LEFT_END, _MATCHED]]
    numbers = _numbers(words, passages)
    columns: dict[str, Value] = {}
    for side, article, first, end in (
        ("left", 0, _LEFT, _LEFT_END),
        ("right", 1, _RIGHT, _RIGHT_END),
    ):
        columns[f"{side}_id"] = ids.gather(passages[:, article])
        columns[f"{side}_words"] = passages[:, end] - passages[:, first]
        columns[f"{side}_share"] = _shares(words, passages, article, first, end)
    at = np.concatenate([passages[:, _LEFT], passages[:, _LEFT_END] - 1])
    at = np.concatenate([at, passages[:, _RIGHT], passages[:, _RIGHT_END] - 1])
    starts, ends = (place.reshape(4, -1) for place in words.places(at))
    longest = np.maximum(columns["left_words"], columns["right_words"])
    verbatim = passages[:, _MATCHED] >= VERBATIM * longest
    table = pl.DataFrame(
        {
            **columns,
            "left_start": starts[0],
            "left_end": ends[1],
            "right_start": starts[2],
            "right_end": ends[3],
            "matched_words": passages[:, _MATCHED],
            "jaccard": numbers[:, 0],
            "left_containment": numbers[:, 1],
            "right_containment": numbers[:, 2],
            "estimate": numbers[:, 3],
            "label": np.where(verbatim, str(Label.VERBATIM), str(Label.EDITED)),
        },
    )
    return conform(uncounted(table), Region)


def _shares(words: Words, passages: Indices, article: int, first: int, end: int) -> Numbers:
    """For each passage, the share of one article's words that passages share with the other."""
    pair = passages[:, 0] * len(words.bounds) + passages[:, 1]
    order = np.lexsort((passages[:, first], pair))
    pair = pair[order]
    opens = np.flatnonzero(np.diff(pair, prepend=-1))
    starts, ends = passages[order, first], passages[order, end]
    # On a line of its own for each pair, so that one running maximum serves all.
    number = np.repeat(np.arange(len(opens)), np.diff(opens, append=len(pair)))
    line = number * (len(words.hashes) + 1)
    reached = np.maximum.accumulate(line + ends) - line
    before = np.concatenate([np.zeros(1, np.int64), reached[:-1]])
    before[opens] = 0
    covered = np.maximum(0, ends - np.maximum(starts, before))
    total = np.add.reduceat(covered, opens) if len(opens) else covered
    shares = np.empty(len(pair), np.float64)
    shares[order] = total[number]
    sizes = np.diff(words.bounds)[passages[:, article]]
    return np.asarray(shares / sizes, np.float64)


def _numbers(words: Words, passages: Indices) -> Numbers:
    """A row a passage: Jaccard similarity, containment of each side, the sketch's estimate."""
    if not words.large:
        return _plain(words, passages)
    longest = int((passages[:, _LEFT_END] - passages[:, _LEFT]).max(initial=0))
    longest = max(longest, int((passages[:, _RIGHT_END] - passages[:, _RIGHT]).max(initial=0)))
    numbers, size = np.empty((len(passages), 4)), table_size(longest)

    def fill(first: int) -> None:
        part = slice(first, first + _PASSAGES)
        seen, stamps = np.zeros(size, np.uint64), np.zeros(size, np.int64)
        measure.compiled(words.hashes, passages[part], seen, stamps, FACTORS, TERMS, numbers[part])

    for _ in each(fill, range(0, len(passages), _PASSAGES), words.threads):
        pass
    return numbers


def _plain(words: Words, passages: Indices) -> Numbers:
    """The numbers by Python's own sets."""
    values = shingles(words.hashes, SHINGLE)
    left_ends, right_ends = (passages[:, at] - SHINGLE + 1 for at in (_LEFT_END, _RIGHT_END))
    numbers = np.empty((len(passages), 4))
    numbers[:, 3] = agreement(
        signatures(values, passages[:, _LEFT], left_ends),
        signatures(values, passages[:, _RIGHT], right_ends),
    )
    for row, spans in enumerate(passages[:, _LEFT:_MATCHED].tolist()):
        left = set(values[spans[0] : spans[1] - SHINGLE + 1].tolist())
        right = set(values[spans[2] : spans[3] - SHINGLE + 1].tolist())
        common = len(left & right)
        numbers[row, :3] = common / len(left | right), common / len(left), common / len(right)
    return numbers


def is_same(words: Value, left: Value, left_end: Value, right: Value, right_end: Value) -> Value:
    """Whether two spans are the same words."""
    same = left_end - left == right_end - right
    at = 0
    while same and at < left_end - left:
        same = words[left + at] == words[right + at]
        at += 1
    return same


@kernel(mix, spread, shingle_at, is_same, put, overlap, permute, spread_shingles)
def measure(
    words: Value,
    passages: Value,
    seen: Value,
    stamps: Value,
    factors: Value,
    terms: Value,
    numbers: Value,
) -> None:
    """Writes the numbers of passages.

    Args:
        words: Of `Words`: `hashes`.
        passages: As from `extend.passages`.
        seen, stamps: A table as for `sets.overlap`.
        factors, terms: The permutations.
        numbers: A row a passage: Jaccard similarity, the two containments, the estimate.
    """
    minima, values = np.empty((2, len(factors)), np.uint32), np.empty(len(seen), np.uint32)
    for row in range(len(passages)):
        left, left_end, right, right_end = passages[row, _LEFT:_MATCHED]
        if is_same(words, left, left_end, right, right_end):
            numbers[row, :] = 1.0
            continue
        spans = (left, left_end, right, right_end)
        sizes = overlap(words, spans, SHINGLE, seen, stamps, np.int64(2 * row + 1))
        numbers[row, 0] = sizes[2] / (sizes[0] + sizes[1] - sizes[2])
        numbers[row, 1], numbers[row, 2] = sizes[2] / sizes[0], sizes[2] / sizes[1]
        minima[:] = np.uint32(0xFFFFFFFF)
        for side in range(2):
            first, stop = spans[2 * side], spans[2 * side + 1] - SHINGLE + 1
            spread_shingles(words, first, stop, SHINGLE, values)
            permute(values, 0, stop - first, factors, terms, minima[side])
        numbers[row, 3] = np.mean(minima[0] == minima[1])
