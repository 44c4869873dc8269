"""The blocks in which two sequences differ."""

import itertools
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.reuse.unmatched import unmatched

ITEMS = st.lists(st.sampled_from("abcdefgh"), max_size=40)


def kept(items, spans):
    """The items outside the spans."""
    return [item for at, item in enumerate(items) if not any(i <= at < j for i, j in spans)]


def sides(blocks):
    return [block[:2] for block in blocks], [block[2:] for block in blocks]


def check(left, right, blocks):
    """What lies outside the blocks is equal, piece for piece."""
    i, j = 0, 0
    for k, k_end, m, m_end in [*blocks, (len(left), len(left), len(right), len(right))]:
        assert left[i:k] == right[j:m]
        i, j = k_end, m_end


@given(ITEMS, ITEMS)
def test_all_items_outside_the_blocks_are_equal_in_place(left, right):
    blocks = unmatched(left, right)
    check(left, right, blocks)
    lefts, rights = sides(blocks)
    assert kept(left, lefts) == kept(right, rights)


@given(ITEMS, ITEMS)
def test_blocks_are_never_empty_and_never_touch(left, right):
    """Two edits with nothing between them are one edit."""
    blocks = unmatched(left, right)
    assert all(i < k or j < m for i, k, j, m in blocks)
    assert all((a[1], a[3]) != (b[0], b[2]) for a, b in itertools.pairwise(blocks))


@given(ITEMS)
def test_equal_sequences_have_no_blocks(items):
    assert unmatched(items, items) == []


@given(st.integers(0, 300), st.integers(1, 200))
def test_an_insertion_is_one_block_however_long(at, size):
    left = [f"w{n}" for n in range(300)]
    right = left[:at] + ["new"] * size + left[at:]
    assert unmatched(left, right) == [(at, at, at, at + size)]


def test_a_replacement_among_repeated_items_stays_in_its_place():
    left = "the cat and the dog and the fox".split()
    right = "the cat and the cow and the fox".split()
    assert unmatched(left, right) == [(4, 5, 4, 5)]


def test_scattered_replacements_in_a_long_text_are_found_one_by_one():
    rng = random.Random(7)
    left = [f"w{rng.randrange(400)}" for _ in range(3000)]
    places = range(50, 3000, 100)
    right = list(left)
    for at in places:
        right[at] = f"new{at}"
    assert unmatched(left, right) == [(at, at + 1, at, at + 1) for at in places]


@pytest.mark.parametrize("words", [1, 2, 7])
def test_a_text_that_repeats_itself_is_compared_in_pieces(words):
    """`difflib` would need hours for these."""
    rng = random.Random(words)
    left = [f"w{rng.randrange(words)}" for _ in range(20_000)]
    right = ["x", *[f"w{rng.randrange(words)}" for _ in range(15_000)], "y"]
    check(left, right, unmatched(left, right))


def test_what_stands_on_one_side_only_is_one_block():
    assert unmatched(["a"] * 500, []) == [(0, 500, 0, 0)]
    assert unmatched([], ["a"] * 500) == [(0, 0, 0, 500)]
    assert unmatched([], []) == []
