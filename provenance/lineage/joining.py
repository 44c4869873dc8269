"""Groups of things that pairs join."""

from collections.abc import Iterable
from typing import Any, TypeVar

import numpy as np

from provenance.reuse.components import components

# Sortable, with others of its type.
Thing = TypeVar("Thing", bound=Any)


def joined(things: Iterable[Thing], pairs: Iterable[tuple[Thing, Thing]]) -> dict[Thing, Thing]:
    """For each thing, in order, the smallest of those that the pairs connect it with.

    Args:
        things: All of which `pairs` are; one may come more than once.
        pairs: In any order, each either way around.

    >>> joined("abcd", [("d", "b")])
    {'a': 'a', 'b': 'b', 'c': 'c', 'd': 'b'}
    """
    ordered = sorted(set(things))
    places = {thing: place for place, thing in enumerate(ordered)}
    ends = [(places[left], places[right]) for left, right in pairs]
    edges = np.array(ends, np.int64).reshape(-1, 2)
    roots = components(len(ordered), edges[:, 0], edges[:, 1]).tolist()
    return {thing: ordered[root] for thing, root in zip(ordered, roots, strict=True)}


def groups(smallest: dict[Thing, Thing]) -> list[list[Thing]]:
    """The things of `joined` by group, all in order."""
    found: dict[Thing, list[Thing]] = {}
    for thing, first in smallest.items():
        found.setdefault(first, []).append(thing)
    return list(found.values())
