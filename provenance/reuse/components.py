"""Connected components of a graph given as two columns of node numbers."""

import numpy as np
from numpy.typing import NDArray

Nodes = NDArray[np.int64]


def components(count: int, left: Nodes, right: Nodes) -> Nodes:
    """For each of `count` nodes the smallest node that the edges connect it with.

    Every root that has edges to smaller ones is hung under the smallest of them, until none has.
    One that is left after two rounds had another hung under it in the first, so that at most half
    are left: O(log n) rounds, each linear in the nodes and in the edges that are left.

    >>> components(5, np.array([4, 1]), np.array([1, 3])).tolist()
    [0, 1, 2, 1, 1]
    """
    roots = np.arange(count, dtype=np.int64)
    while len(left):
        left, right = roots[left], roots[right]
        open_edges = left != right
        left, right = left[open_edges], right[open_edges]
        np.minimum.at(roots, np.maximum(left, right), np.minimum(left, right))
        roots = _flat(roots)
    return roots


def _flat(roots: Nodes) -> Nodes:
    """Every node directly under the root of its tree; the length of every path halves each time."""
    while not np.array_equal(roots, above := roots[roots]):
        roots = above
    return roots
