"""Passages that stand twice in one article.

Goes in: one text. Comes out: the runs of words that occur again further on,
each with both places. Small edits inside a run do not end it. It does not tell
a text that was scraped twice from a refrain.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from provenance.reuse.folding import word_hash
from provenance.reuse.shingle import shingles
from provenance.text.tokens import Tokens, tokenise

# Runs of so many equal words are looked for, and joined over gaps of up to as many.
SEED_WORDS = 8
# By so many words the two places may come apart at an edit.
MOST_DRIFT = 4
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


def repeats(text: str, min_words: int) -> list[Repeat]:
    """The passages of at least `min_words` words that stand twice in `text`.

    A passage that stands three times is found twice, each time with the place before. The two
    places do not overlap: fewer words said over and over are no passage. O(n log n) in the words,
    also where one word fills the text; of most texts only the blanks are looked at.

    Args:
        text: An article's text.
        min_words: Fewest words; at least `SEED_WORDS`.

    Returns:
        Passages by the place where they stand again, none of which lies by half in another.
    """
    if not _may_repeat(text):
        return []
    tokens = tokenise(text)
    passages = sorted(_passages(tokens, min_words), key=lambda at: (at[0] - at[1], at))
    told = np.zeros(len(tokens.words), np.bool_)
    kept = []
    for first, end, again, again_end in passages:
        if 2 * int(told[again:again_end].sum()) < again_end - again:
            told[again:again_end] = True
            kept.append(_repeat(tokens, first, end, again, again_end))
    return sorted(kept, key=lambda item: (item.again_start, item.start))


def _may_repeat(text: str) -> bool:
    """Whether some words stand twice in a row of `SEED_WORDS`, as far as blanks tell words."""
    words = text.split()
    if _CHARACTERS_A_WORD * len(words) < len(text):
        return True
    rows = list(zip(*(words[n:] for n in range(SEED_WORDS)), strict=False))
    return len(set(rows)) < len(rows)


def _passages(tokens: Tokens, min_words: int) -> Iterator[tuple[int, int, int, int]]:
    """The first word and the word after the last of each passage, and of where it stands again.

    Runs are chained over small edits; the last chain near each shift is open for the next run.
    """
    chains: list[list[int]] = []
    last: dict[int, list[int]] = {}
    for first, again, length in _runs(tokens):
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


def _runs(tokens: Tokens) -> list[tuple[int, int, int]]:
    """The first word of each run of equal words, the word where it begins again, its length."""
    first, again = _seeds(tokens)
    shift = again - first
    order = np.lexsort((first, shift))
    first, shift = first[order], shift[order]
    starts = np.flatnonzero((np.diff(shift, prepend=-1) != 0) | (np.diff(first, prepend=-2) != 1))
    ends = np.append(starts, len(first))[1:] - 1
    runs = np.stack(
        [first[starts], first[starts] + shift[starts], first[ends] - first[starts] + SEED_WORDS]
    ).T
    return [(int(a), int(b), int(n)) for a, b, n in runs[np.lexsort((runs[:, 1], runs[:, 0]))]]


def _seeds(tokens: Tokens) -> tuple[Places, Places]:
    """Places of equal shingles: each with the next place of the same one."""
    hashes = np.fromiter(map(word_hash, tokens.words), np.uint32, len(tokens.words))
    values = shingles(hashes, SEED_WORDS)
    order = np.argsort(values, kind="stable")
    same = values[order[1:]] == values[order[:-1]]
    return order[:-1][same], order[1:][same]


def _repeat(tokens: Tokens, first: int, end: int, again: int, again_end: int) -> Repeat:
    return Repeat(
        tokens.starts[first],
        tokens.ends[end - 1],
        tokens.starts[again],
        tokens.ends[again_end - 1],
        end - first,
    )
