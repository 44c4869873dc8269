"""Connected components, against the obvious way to find them."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.reuse.components import components

COUNT = 12
nodes = st.integers(0, COUNT - 1)


def found(count, edges):
    left, right = np.array(edges, np.int64).reshape(-1, 2).T
    return components(count, left, right).tolist()


def test_every_node_is_named_by_the_smallest_it_is_connected_with():
    assert found(6, [(5, 2), (2, 4), (0, 3)]) == [0, 1, 2, 0, 2, 2]


def test_nodes_without_edges_stand_for_themselves():
    assert found(3, []) == [0, 1, 2]
    assert found(0, []) == []


@given(st.lists(st.tuples(nodes, nodes)))
def test_it_agrees_with_spreading_the_smallest_name(edges):
    smallest = list(range(COUNT))
    for _ in range(COUNT):
        for a, b in edges:
            smallest[a] = smallest[b] = min(smallest[a], smallest[b])
    assert found(COUNT, edges) == smallest


@given(st.lists(st.tuples(nodes, nodes)), st.randoms())
def test_the_order_and_direction_of_the_edges_do_not_matter(edges, rnd):
    turned = [edge[::-1] if rnd.random() < 0.5 else edge for edge in edges]
    rnd.shuffle(turned)
    assert found(COUNT, turned) == found(COUNT, edges)


@pytest.mark.parametrize(
    "edges",
    [
        [(n, n + 1) for n in range(99_999)],
        [(n + 1, n) for n in reversed(range(99_999))],
        [(0, n) for n in range(1, 100_000)],
        [(99_999, n) for n in range(99_999)],
        [(n, n ^ 1) for n in range(100_000)] + [(n, 99_999 - n) for n in range(100_000)],
    ],
    ids=["path", "path backwards", "star", "star of the last", "folded"],
)
def test_shapes_that_make_long_chains_are_still_one_component(edges):
    """A naive union would take quadratic time here, and the test would not end."""
    smallest = set(found(100_000, edges))
    assert len(smallest) == (1 if len(edges) < 100_000 else 25_000)
