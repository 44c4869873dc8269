"""Groups of things that pairs join."""

from hypothesis import given
from hypothesis import strategies as st

from provenance.lineage.joining import groups, joined

NODES = st.integers(0, 9)
PAIRS = st.lists(st.tuples(NODES, NODES), max_size=12)


def reached(start, pairs):
    """What can be reached from a node: walked, step by step."""
    found = {start}
    while more := {b for a, b in [*pairs, *(p[::-1] for p in pairs)] if a in found} - found:
        found |= more
    return found


def test_what_no_pair_joins_stands_alone():
    assert joined(["b", "a"], []) == {"a": "a", "b": "b"}


def test_nothing_makes_no_groups():
    assert groups(joined([], [])) == []


def test_pairs_join_through_others():
    assert groups(joined("abcde", [("e", "c"), ("a", "c"), ("b", "d")])) == [
        ["a", "c", "e"],
        ["b", "d"],
    ]


@given(PAIRS)
def test_each_is_known_by_the_smallest_it_can_reach(pairs):
    assert joined(range(10), pairs) == {node: min(reached(node, pairs)) for node in range(10)}


@given(PAIRS, st.randoms())
def test_the_order_of_things_and_pairs_does_not_show(pairs, shuffle):
    things, mixed = list(range(10)), [pair[::-1] for pair in pairs]
    shuffle.shuffle(things)
    shuffle.shuffle(mixed)
    assert list(joined(things, mixed).items()) == list(joined(range(10), pairs).items())


def test_a_long_chain_is_one_group():
    chain = [(n, n + 1) for n in range(20_000)]
    assert set(joined(range(20_001), chain).values()) == {0}
