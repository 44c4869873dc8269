"""Aligned regions of two articles, from their runs of equal words.

Goes in: the words of two articles as hashes and the runs they share. Comes
out: `Aligned`, pairs of word spans that are one passage. Words are counted
from the beginning of each article.

Runs in the same order are chained over small edits by a local alignment (Smith
and Waterman 1981) over runs instead of words: a matched word earns 1, a word
of the gap between two runs costs `COST`, and a chain that has earned nothing
begins anew. So a region is dense with matches from its first word to its last,
which is what makes it one passage.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import pairwise

COST = 0.5
# Words between two runs of one region, and by how many the two articles may differ there.
LARGEST_GAP = 16
LARGEST_DRIFT = 10
# Two spans with fewer matched words than this share of the longer one are no passage.
DENSITY = 0.5
# The share of a region's words that must stand in runs of three; the rest may match in its gaps.
RUN_SHARE = 0.5
# Over this many other words a region goes on at its ends if two equal words follow.
LARGEST_SKIP = 3
_SKIPS = tuple(
    sorted(
        ((i, j) for i in range(LARGEST_SKIP + 1) for j in range(LARGEST_SKIP + 1)),
        key=lambda skip: (max(skip), sum(skip)),
    )
)
_GUARDS = LARGEST_SKIP + 2

# First word in the left article, first word in the right one, number of words.
Run = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class Aligned:
    """Two half-open spans of words that are one passage.

    Attributes:
        matched: How many words the alignment pairs.
    """

    left_start: int
    left_end: int
    right_start: int
    right_end: int
    matched: int


def align(
    left: Sequence[int], right: Sequence[int], runs: Sequence[Run], min_words: int
) -> list[Aligned]:
    """The passages that two articles share.

    Args:
        left: The word hashes of one article.
        right: Those of the other.
        runs: Their runs of equal words, in the order of the left article.
        min_words: Fewest matched words of a region.

    Returns:
        Regions in the order of the left article. A region that lies by half or more in stronger
        ones on both sides is left out. Linear in the words and runs, but for a sort.
    """
    # Guards that equal nothing stand past both ends: an index below 0 counts from the end.
    left, right = [*left, *[-1] * _GUARDS], [*right, *[-2] * _GUARDS]
    regions: dict[tuple[int, int], Aligned] = {}
    told = bytearray(len(left)), bytearray(len(right))
    for chain in _chains(runs):
        if sum(length for _, _, length in chain) < RUN_SHARE * min_words:
            continue
        region = _region(left, right, chain)
        if region.matched < min_words or not _is_dense(region) or _is_told(region, *told):
            continue
        regions.setdefault((region.left_start, region.right_start), region)
        _tell(told[0], region.left_start, region.left_end)
        _tell(told[1], region.right_start, region.right_end)
    return [region for _, region in sorted(regions.items())]


def _chains(runs: Sequence[Run]) -> Iterator[list[Run]]:
    """Disjoint chains of runs, the best first, overlaps of neighbouring runs cut off."""
    links = _links(runs)
    used = [False] * len(runs)
    for end in sorted(range(len(runs)), key=lambda at: (-links[at][0], at)):
        chain: list[Run] = []
        at = end
        while at >= 0 and not used[at]:
            used[at] = True
            _, before, overlap = links[at]
            first, second, length = runs[at]
            chain.append((first + overlap, second + overlap, length - overlap))
            at = before
        if chain:
            yield chain[::-1]


def _links(runs: Sequence[Run]) -> list[tuple[float, int, int]]:
    """For each run: the score of the best chain that ends in it, the run before, the overlap."""
    links: list[tuple[float, int, int]] = []
    live: list[int] = []
    for at, run in enumerate(runs):
        live = [i for i in live if run[0] - runs[i][0] - runs[i][2] <= LARGEST_GAP]
        best = (float(run[2]), -1, 0)
        for i in live:
            step = _step(runs[i], run)
            if step and links[i][0] + step[0] > best[0]:
                best = (links[i][0] + step[0], i, step[1])
        links.append(best)
        live.append(at)
    return links


def _step(before: Run, after: Run) -> tuple[float, int] | None:
    """What a chain earns by going on to the next run, and their overlap; null if it cannot."""
    left_gap = after[0] - before[0] - before[2]
    right_gap = after[1] - before[1] - before[2]
    overlap = max(0, -left_gap, -right_gap)
    widest = max(left_gap, right_gap) + overlap
    if overlap >= after[2] or widest > LARGEST_GAP or abs(left_gap - right_gap) > LARGEST_DRIFT:
        return None
    return after[2] - overlap - COST * widest, overlap


def _region(left: Sequence[int], right: Sequence[int], chain: list[Run]) -> Aligned:
    """The span of a chain, extended at both ends, with the words that match in its gaps."""
    matched = sum(length for _, _, length in chain)
    for before, after in pairwise(chain):
        left_gap = left[before[0] + before[2] : after[0]]
        right_gap = right[before[1] + before[2] : after[1]]
        matched += _matching(left_gap, right_gap)
    first, last = chain[0], chain[-1]
    left_before, right_before, ahead = _grown(left, right, first[0] - 1, first[1] - 1, -1)
    left_end, right_end, behind = _grown(left, right, last[0] + last[2], last[1] + last[2], 1)
    matched += ahead + behind
    return Aligned(left_before + 1, left_end, right_before + 1, right_end, matched)


def _matching(left: Sequence[int], right: Sequence[int]) -> int:
    """Words that match between two runs; both sides have at most `LARGEST_GAP` words."""
    if min(len(left), len(right)) == 0 or max(len(left), len(right)) == 1:
        return 0
    blocks = SequenceMatcher(None, left, right, autojunk=False).get_matching_blocks()
    return sum(block.size for block in blocks)


def _grown(
    left: Sequence[int], right: Sequence[int], i: int, j: int, step: int
) -> tuple[int, int, int]:
    """The first words past a region that goes on from words i and j, and the words matched."""
    matched = 0
    while True:
        for left_skip, right_skip in _SKIPS:
            k, m = i + step * left_skip, j + step * right_skip
            if left[k] == right[m] and left[k + step] == right[m + step]:
                break
        else:
            return i, j, matched
        i, j = k, m
        while left[i] == right[j]:
            i, j, matched = i + step, j + step, matched + 1


def _is_dense(region: Aligned) -> bool:
    longest = max(region.left_end - region.left_start, region.right_end - region.right_start)
    return region.matched >= DENSITY * longest


def _is_told(region: Aligned, left: bytearray, right: bytearray) -> bool:
    """Whether half of both sides lies in regions told already."""
    left_words = left.count(1, region.left_start, region.left_end)
    right_words = right.count(1, region.right_start, region.right_end)
    return (
        2 * left_words >= region.left_end - region.left_start
        and 2 * right_words >= region.right_end - region.right_start
    )


def _tell(told: bytearray, start: int, end: int) -> None:
    told[start:end] = b"\1" * (end - start)
