"""Equal keys meet, unequal keys do not, and no bucket becomes a square."""

from itertools import combinations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from provenance.reuse.buckets import LARGEST, join
from provenance.reuse.shingle import mix


def keys_of(*names):
    """Well-mixed keys, equal for equal names."""
    return mix(np.array(names, np.uint64))


def pairs_of(joined):
    return sorted(zip(joined.left.tolist(), joined.right.tolist(), strict=True))


def owners_of(*owners):
    return np.array(owners, np.int64)


def test_two_articles_with_one_key_in_common_meet():
    assert pairs_of(join(keys_of(5, 6, 6, 7), owners_of(0, 0, 1, 1))) == [(1, 2)]


def test_an_article_does_not_meet_itself():
    assert pairs_of(join(keys_of(5, 5, 5), owners_of(0, 0, 0))) == []


def test_of_several_equal_rows_of_an_article_the_first_counts():
    assert pairs_of(join(keys_of(5, 5, 5), owners_of(0, 0, 1))) == [(0, 2)]


def test_a_small_bucket_is_all_pairs():
    joined = join(keys_of(*[3] * LARGEST), owners_of(*range(LARGEST)))
    assert pairs_of(joined) == list(combinations(range(LARGEST), 2))
    assert joined.giants == 0


def test_a_large_bucket_is_linked_to_its_first_row_and_to_the_row_before():
    count = LARGEST + 1
    joined = join(keys_of(*[3] * count), owners_of(*range(count)))
    star = {(0, n) for n in range(1, count)}
    chain = {(n - 1, n) for n in range(1, count)}
    assert pairs_of(joined) == sorted(star | chain)
    assert joined.giants == 1


def test_a_bucket_of_ten_thousand_articles_stays_linear():
    """One template on every page must not make fifty million pairs."""
    joined = join(keys_of(*[3] * 10_000), owners_of(*range(10_000)))
    assert len(joined.left) == 2 * 10_000 - 3


def test_giant_and_small_buckets_do_not_mix():
    """Rows of two buckets lie side by side after sorting; that must not make them meet."""
    large = [(1, owner) for owner in range(LARGEST + 5)]
    small = [(2, owner) for owner in range(2)]
    rows = sorted(large + small, key=lambda row: row[1])
    joined = join(keys_of(*(key for key, _ in rows)), owners_of(*(owner for _, owner in rows)))
    assert all(rows[left][0] == rows[right][0] for left, right in pairs_of(joined))
    assert sum(rows[left][0] == 2 for left, _ in pairs_of(joined)) == 1


def test_no_rows_make_no_pairs():
    joined = join(keys_of(), owners_of())
    assert pairs_of(joined) == []
    assert joined.giants == 0


@given(st.lists(st.tuples(st.integers(0, 5), st.integers(0, 4)), max_size=60))
def test_the_pairs_are_those_of_a_dictionary(rows):
    """The obvious way, with one dictionary of lists; five articles never fill a bucket."""
    rows = sorted(rows, key=lambda row: row[0])
    firsts = {}
    for number, (owner, key) in enumerate(rows):
        firsts.setdefault((key, owner), number)
    expected = sorted(
        (min(a, b), max(a, b))
        for (key, owner), a in firsts.items()
        for (other_key, other_owner), b in firsts.items()
        if key == other_key and owner < other_owner
    )
    joined = join(keys_of(*(key for _, key in rows)), owners_of(*(owner for owner, _ in rows)))
    assert pairs_of(joined) == expected
