"""Passages that stand twice in one article.

Goes in: texts. Comes out: of each the runs of words that occur again further
on, each with both places. Small edits inside a run do not end it. It does not
tell a text that was scraped twice from a refrain.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import polars as pl
from numpy.typing import NDArray

from provenance.reuse.folding import word_hash
from provenance.reuse.reading import Batch, batches, read
from provenance.reuse.shingle import MULTIPLIER, Hashes, is_large, mix, shingles
from provenance.text.tokens import tokenise

# Runs of so many equal words are looked for, and joined over gaps of up to as many.
SEED_WORDS = 8
# By so many words the two places may come apart at an edit.
MOST_DRIFT = 4
# A passage is a run of more than `SEED_WORDS` words or several runs: so many rows that stand twice.
_FEWEST_ROWS = 2
# Texts with fewer blanks than one in so many characters are not cut at blanks before the search.
_CHARACTERS_A_WORD = 20

Places = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Repeat:
    """A passage and the place where it stands again, as half-open spans of one text.

    Attributes:
        words: Words of the passage.
    """

    start: int
    end: int
    again_start: int
    again_end: int
    words: int


def repeats(texts: pl.Series, min_words: int) -> list[list[Repeat]]:
    """For each text the passages of at least `min_words` words that stand twice in it.

    A passage that stands three times is found twice, each time with the place before. The two
    places do not overlap: fewer words said over and over are no passage. O(n log n) in the words,
    also where one word fills a text; of most texts only the hashes of rows of words are looked at.

    Args:
        texts: Of articles.
        min_words: Fewest words; more than `SEED_WORDS`.

    Returns:
        Passages by the place where they stand again, none of which lies by half in another.
    """
    if is_large(texts):
        return [told for batch in batches(texts) for told in _of_batch(batch, min_words)]
    return [_of_text(text, min_words) if _is_said_twice(text) else [] for text in texts]


def _of_batch(batch: Batch, min_words: int) -> Iterator[list[Repeat]]:
    """As `repeats`, by the compiled reader: of most texts no Python object is made."""
    hashes, starts, ends, word_ends = read(batch)
    rows = shingles(hashes, SEED_WORDS)
    repeating = _repeating(rows, word_ends)
    first = 0
    for number, last in enumerate(word_ends.tolist()):
        told = []
        if number in repeating:
            mine = rows[first : max(first, last - SEED_WORDS + 1)]
            told = _repeats(mine, starts[first:last], ends[first:last], min_words)
        yield told if told and _is_said_twice(batch.texts[number]) else []
        first = last


def _repeating(rows: Hashes, word_ends: Places) -> frozenset[int]:
    """The texts of a batch in which several rows of words stand twice, and some others.

    A row's hash gives its upper bits and its place the lower ones, so that one sort of numbers
    brings equal rows together. Other rows may be among them, but none is missed.
    """
    texts = np.repeat(np.arange(len(word_ends)), np.diff(word_ends, prepend=0))[: len(rows)]
    at = np.arange(len(rows))
    low = (1 << len(rows).bit_length()) - 1
    keys = mix(rows + texts.astype(np.uint64) * MULTIPLIER) & ~np.uint64(low) | at.view(np.uint64)
    keys = np.sort(keys[at + SEED_WORDS <= word_ends[texts]])
    again = keys[1:][(keys[1:] ^ keys[:-1]) <= low].astype(np.int64) & low
    counts = np.bincount(texts[again], minlength=len(word_ends))
    return frozenset(np.flatnonzero(counts >= _FEWEST_ROWS).tolist())


def _of_text(text: str, min_words: int) -> list[Repeat]:
    tokens = tokenise(text)
    hashes = np.fromiter(map(word_hash, tokens.words), np.uint32, len(tokens.words))
    starts, ends = np.array(tokens.spans, np.int64).reshape(-1, 2).T
    return _repeats(shingles(hashes, SEED_WORDS), starts, ends, min_words)


def _repeats(rows: Hashes, starts: Places, ends: Places, min_words: int) -> list[Repeat]:
    """The repeats of one text, of whose words `starts` and `ends` are the places."""
    passages = sorted(_passages(rows, min_words), key=lambda at: (at[0] - at[1], at))
    told = np.zeros(len(starts), np.bool_)
    kept = []
    for first, end, again, again_end in passages:
        if 2 * int(told[again:again_end].sum()) < again_end - again:
            told[again:again_end] = True
            here, there = _span(starts, ends, first, end), _span(starts, ends, again, again_end)
            kept.append(Repeat(*here, *there, end - first))
    return sorted(kept, key=lambda item: (item.again_start, item.start))


def _span(starts: Places, ends: Places, first: int, end: int) -> tuple[int, int]:
    """The characters from the word `first` to the one before `end`."""
    return int(starts[first]), int(ends[end - 1])


def _is_said_twice(text: str) -> bool:
    """Whether a row of `SEED_WORDS` words stands twice with the same marks and letters.

    Texts that blanks do not part into words are taken for such.
    """
    words = text.split()
    if _CHARACTERS_A_WORD * len(words) < len(text):
        return True
    rows = list(zip(*(words[n:] for n in range(SEED_WORDS)), strict=False))
    return len(set(rows)) < len(rows)


def _passages(rows: Hashes, min_words: int) -> Iterator[tuple[int, int, int, int]]:
    """The first word and the word after the last of each passage, and of where it stands again.

    Runs are chained over small edits; the last chain near each shift is open for the next run.
    """
    chains: list[list[int]] = []
    last: dict[int, list[int]] = {}
    for first, again, length in _runs(rows):
        near = (again - first) // MOST_DRIFT
        chain = next(
            (last[at] for at in (near, near - 1, near + 1) if _goes_on(last.get(at), first, again)),
            None,
        )
        if chain is None:
            chain = [first, first, again, again]
            chains.append(chain)
        chain[1], chain[3] = first + length, again + length
        last[near] = chain
    for first, end, again, again_end in chains:
        shift = again - first
        # Where a passage goes on into its own repetition, each time it stands again is one.
        for at in range(0, min(end - first, again_end - again), shift):
            piece = (
                *(first + at, min(end, first + at + shift)),
                *(again + at, min(again_end, again + at + shift)),
            )
            if min(piece[1] - piece[0], piece[3] - piece[2]) >= min_words:
                yield piece


def _goes_on(chain: list[int] | None, first: int, again: int) -> bool:
    if chain is None:
        return False
    gaps = first - chain[1], again - chain[3]
    return min(gaps) >= 0 and max(gaps) <= SEED_WORDS and abs(gaps[0] - gaps[1]) <= MOST_DRIFT


def _runs(rows: Hashes) -> list[tuple[int, int, int]]:
    """The first word of each run of equal words, the word where it begins again, its length."""
    order = np.argsort(rows, kind="stable")
    first, again = order[:-1], order[1:]
    same = rows[first] == rows[again]  # each with the next place of the same row
    seeds = sorted(zip((again - first)[same].tolist(), first[same].tolist(), strict=True))
    runs: list[list[int]] = []
    for number, (shift, at) in enumerate(seeds):
        if number and seeds[number - 1] == (shift, at - 1):
            runs[-1][2] += 1
        else:
            runs.append([at, at + shift, SEED_WORDS])
    return sorted((at, again_at, length) for at, again_at, length in runs)
