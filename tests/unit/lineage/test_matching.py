"""The size of a maximum matching."""

import random
from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from provenance.lineage.matching import largest

EDGES = st.lists(st.tuples(st.sampled_from("abcde"), st.sampled_from("vwxyz")), max_size=12)


def tried(edges):
    """The size of the largest set of edges without a node in common: every set is tried."""
    edges = sorted(set(edges))
    for size in range(min(5, len(edges)), 0, -1):
        for chosen in combinations(edges, size):
            if len({left for left, _ in chosen}) == len({right for _, right in chosen}) == size:
                return size
    return 0


def test_no_edges_match_nothing():
    assert largest([]) == 0


def test_many_on_one_source_are_one():
    assert largest((f"paper {n}", "mayor") for n in range(40)) == 1


def test_one_paper_with_many_sources_is_one():
    assert largest(("paper", f"official {n}") for n in range(3)) == 1


def test_a_first_choice_is_given_up_where_that_serves_more():
    """Greedy choice would leave the second paper without a source."""
    assert largest([("a", "x"), ("a", "y"), ("b", "x")]) == 2


def test_a_chain_of_second_choices_is_followed_to_its_end():
    chain = [(f"l{n}", f"r{n}") for n in range(50)] + [(f"l{n}", f"r{n + 1}") for n in range(49)]
    assert largest([*chain, ("late", "r0")]) == 50
    assert largest([*chain, ("late", "r0"), ("l49", "r50")]) == 51


def test_a_node_that_was_tried_in_vain_is_tried_again_in_the_next_round():
    """The paper that found its source taken twice over must not be forgotten."""
    assert largest([("a", "s"), ("a", "u"), ("b", "s"), ("b", "v"), ("c", "u")]) == 3


def one_by_one(edges):
    """The same number, by giving each left node a source in turn and moving others on for it."""
    near, holders = {}, {}
    for left, right in edges:
        near.setdefault(left, []).append(right)

    def give(left, seen):
        for right in near[left]:
            if right not in seen:
                seen.add(right)
                if right not in holders or give(holders[right], seen):
                    holders[right] = left
                    return True
        return False

    return sum(give(left, set()) for left in near)


WIDE = st.lists(st.tuples(st.integers(0, 11), st.integers(0, 11)), max_size=40)


@given(WIDE)
def test_larger_graphs_agree_with_giving_sources_one_by_one(pairs):
    edges = [(f"l{left}", f"r{right}") for left, right in pairs]
    assert largest(edges) == one_by_one(edges)
    assert largest((right, left) for left, right in edges) == one_by_one(edges)


@given(EDGES)
def test_it_is_as_large_as_trying_every_set_finds(edges):
    assert largest(edges) == tried(edges)


@given(EDGES, st.randoms())
def test_neither_order_nor_repetition_of_the_edges_shows(edges, shuffle):
    mixed = [*edges, *edges]
    shuffle.shuffle(mixed)
    assert largest(mixed) == largest(edges)


@given(EDGES, st.tuples(st.sampled_from("abcdef"), st.sampled_from("uvwxyz")))
def test_one_more_edge_raises_it_by_one_at_most(edges, edge):
    assert largest(edges) <= largest([*edges, edge]) <= largest(edges) + 1


@given(EDGES)
def test_taking_two_nodes_for_one_never_raises_it(edges):
    """What is uncertain counts as dependence by merging nodes: the range may not turn over."""
    assert largest(("ab" if left in "ab" else left, right) for left, right in edges) <= largest(
        edges
    )


def test_thousands_of_papers_and_sources_are_counted():
    """Chains of second choices this long would end a recursion."""
    edges = [(f"l{n}", f"r{n}") for n in range(5000)] + [
        (f"l{n + 1}", f"r{n}") for n in range(5000)
    ]
    random.Random(3).shuffle(edges)
    assert largest(edges) == 5000
