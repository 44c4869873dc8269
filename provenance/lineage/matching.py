"""The size of a maximum matching of a bipartite graph.

In: edges between two kinds of nodes. Out: how many of them can be chosen so
that no node is chosen twice. Hopcroft and Karp, "An n^5/2 algorithm for
maximum matchings in bipartite graphs" (1973); which edges are chosen is not told.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

Edge = tuple[str, str]


def largest(edges: Iterable[Edge]) -> int:
    """How many edges a maximum matching has; an edge named twice is one.

    O(e √n) in the edges and nodes; never deep in the stack.

    >>> largest([("paper", "mayor"), ("radio", "mayor"), ("radio", "report")])
    2
    """
    near: dict[str, list[str]] = defaultdict(list)
    for left, right in sorted(set(edges)):
        near[left].append(right)
    mates: dict[str, str] = {}
    holders: dict[str, str] = {}
    while levels := _levels(near, mates, holders):
        untried = {left: iter(found) for left, found in near.items()}
        for left in near:
            if left not in mates:
                _augment(left, untried, levels, mates, holders)
    return len(mates)


def _levels(
    near: Mapping[str, Sequence[str]], mates: Mapping[str, str], holders: Mapping[str, str]
) -> dict[str, int]:
    """How far each left node is from a free one; empty when no free right node can be reached."""
    levels = {left: 0 for left in near if left not in mates}
    front, reached = list(levels), False
    while front and not reached:
        following = []
        for left in front:
            for right in near[left]:
                holder = holders.get(right)
                reached = reached or holder is None
                if holder is not None and holder not in levels:
                    levels[holder] = levels[left] + 1
                    following.append(holder)
        front = following
    return levels if reached else {}


def _augment(
    root: str,
    untried: Mapping[str, Iterator[str]],
    levels: Mapping[str, int],
    mates: dict[str, str],
    holders: dict[str, str],
) -> None:
    """Matches one more node from `root` on, if a path of free and matched edges leads there."""
    path, taken = [root], list[str]()
    while path:
        left = path[-1]
        for right in untried[left]:
            holder = holders.get(right)
            if holder is None:
                taken.append(right)
                pairs = dict(zip(path, taken, strict=True))
                mates.update(pairs)
                holders.update((new, old) for old, new in pairs.items())
                return
            if levels.get(holder) == levels[left] + 1:
                path.append(holder)
                taken.append(right)
                break
        else:
            path.pop()
            del taken[-1:]
