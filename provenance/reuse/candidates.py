"""Which pairs of articles are worth comparing word by word.

Goes in: rows of two articles that met (windows or fingerprints). Comes out:
pairs of articles. An article that meets only a few earlier ones is compared
with all of them. One that meets many, such as the thousandth copy of a story,
is compared with the earliest that has each of its rows and with those it
meets most often, so that comparisons stay linear in the copies.
"""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from provenance.reuse.buckets import Joined
from provenance.reuse.shingle import Indices

# Earlier articles with all of which an article is compared; and of how many more, those it
# meets most often.
FEW = 32
MOST_MET = 4


@dataclass(frozen=True, slots=True)
class Candidates:
    """Pairs of articles that may share a passage.

    Attributes:
        pairs: One integer a pair, unique and ascending: the position of the earlier article
            in `Words.article_ids`, times the number of articles, plus that of the later one.
        giants: How many buckets were too large for all pairs.
    """

    pairs: Indices
    giants: int

    def union(self, other: "Candidates") -> "Candidates":
        """The pairs of both, over the same articles."""
        return Candidates(np.union1d(self.pairs, other.pairs), self.giants + other.giants)


def propose(meetings: Iterable[Joined], owners: Indices, count: int) -> Candidates:
    """The pairs of articles, of `count`, to compare.

    Args:
        meetings: Pairs of rows that met.
        owners: The article of each row, ascending.
        count: The number of articles.

    Returns:
        For each article at most `FEW` earlier ones, or one for each of its rows and `MOST_MET`
        more. O(n log n) in the meetings.
    """
    earliest = np.full(len(owners), count)
    pairs, times, giants = [np.zeros(0, np.int64)], [np.zeros(0, np.int64)], 0
    for met in meetings:
        np.minimum.at(earliest, met.right, owners[met.left])
        found, often = np.unique(owners[met.left] * count + owners[met.right], return_counts=True)
        pairs.append(found)
        times.append(often)
        giants += met.giants
    pair, where = np.unique(np.concatenate(pairs), return_inverse=True)
    often = np.bincount(where, np.concatenate(times), len(pair))
    met_any = earliest < count
    stars = np.unique(earliest[met_any] * count + owners[met_any])
    return Candidates(np.union1d(_frequent(pair, often, count), stars), giants)


def _frequent(pair: Indices, often: Indices, count: int) -> Indices:
    """Each article's pairs with earlier ones: all if they are few, else the most frequent."""
    later = pair % max(count, 1)
    order = np.lexsort((pair, -often, later))
    sizes = np.bincount(later, minlength=count)
    rank = np.arange(len(pair)) - np.repeat(np.cumsum(sizes) - sizes, sizes)
    kept = (rank < MOST_MET) | (np.repeat(sizes, sizes) <= FEW)
    return pair[order][kept]
