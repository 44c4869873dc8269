"""Few meetings are all followed up; of very many, the earliest and the most frequent."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from provenance.reuse.buckets import Joined
from provenance.reuse.candidates import FEW, MOST_MET, propose


def met(*pairs, giants=0):
    left, right = zip(*pairs, strict=True) if pairs else ((), ())
    return Joined(np.array(left, np.int64), np.array(right, np.int64), giants)


def pairs_of(found, count):
    return [divmod(pair, count) for pair in found.pairs.tolist()]


def test_articles_that_met_are_compared_once_however_often_they_met():
    owners = np.array([0, 0, 1, 1])
    found = propose([met((0, 2), (1, 3)), met((0, 2))], owners, 2)
    assert pairs_of(found, 2) == [(0, 1)]


def test_an_article_is_compared_with_each_of_a_few_earlier_ones():
    owners = np.arange(FEW + 1)
    found = propose([met(*((n, FEW) for n in range(FEW)))], owners, FEW + 1)
    assert pairs_of(found, FEW + 1) == [(n, FEW) for n in range(FEW)]


def test_of_many_the_earliest_of_each_row_and_the_most_frequent_are_kept():
    """A late copy must be linked to the first article and to the one it was made from."""
    count = FEW + 20
    owners = np.arange(count)
    last = count - 1
    once = [(n, last) for n in range(count - 1)]
    often = [(40, last), (41, last), (42, last), (43, last)] * 5
    found = propose([met(*once, *often)], owners, count)
    assert pairs_of(found, count) == [(0, last), (40, last), (41, last), (42, last), (43, last)]


def test_each_row_of_a_crowded_article_keeps_its_own_earliest():
    """Two passages of one article may have been first run by two others."""
    count = FEW + 10
    owners = np.array([*range(count - 1), count - 1, count - 1])
    first_row, second_row = count - 1, count
    pairs = [(n, first_row) for n in range(count - 1)] + [(30, second_row), (31, second_row)]
    found = pairs_of(propose([met(*pairs)], owners, count), count)
    assert (0, count - 1) in found
    assert (30, count - 1) in found


def test_giant_buckets_are_added_up():
    owners = np.arange(2)
    assert propose([met(giants=2), met((0, 1), giants=3)], owners, 2).giants == 5


def test_no_meeting_proposes_nothing():
    assert propose([], np.zeros(0, np.int64), 0).pairs.tolist() == []
    assert propose([met()], np.arange(3), 3).pairs.tolist() == []


def test_the_union_of_two_channels_has_each_pair_once():
    owners = np.arange(3)
    one, two = propose([met((0, 1))], owners, 3), propose([met((0, 1), (1, 2))], owners, 3)
    assert pairs_of(one.union(two), 3) == [(0, 1), (1, 2)]


rows = st.lists(st.tuples(st.integers(0, 79), st.integers(0, 79)), max_size=200)


@given(rows)
def test_only_pairs_that_met_are_proposed_and_no_article_gets_too_many(pairs):
    pairs = [(min(pair), max(pair)) for pair in pairs if pair[0] != pair[1]]
    owners = np.arange(80)
    found = pairs_of(propose([met(*pairs)], owners, 80), 80)
    assert set(found) <= set(pairs)
    for article in range(80):
        earlier = {left for left, right in pairs if right == article}
        kept = {left for left, right in found if right == article}
        assert kept == earlier if len(earlier) <= FEW else len(kept) <= MOST_MET + 1
        assert not earlier or min(earlier) in kept
