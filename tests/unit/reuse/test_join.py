"""Equal keys meet, unequal keys do not, and no bucket becomes a square."""

from collections import defaultdict
from itertools import combinations, pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.reuse.join import LARGEST, joined
from provenance.reuse.shingle import mix

BITS = 20

# For each article the names of its rows' keys.
articles = st.lists(st.lists(st.integers(0, 6), max_size=8), max_size=12)
crowded = st.lists(st.lists(st.integers(0, 1), max_size=5), min_size=10, max_size=40)


def packed(names):
    """Sorted keys of rows with these names, well mixed."""
    values = mix(np.arange(100, dtype=np.uint64))
    clear = ~np.uint64((1 << BITS) - 1)
    rows = [name for own in names for name in own]
    keys = [(values[name] & clear) | np.uint64(row) for row, name in enumerate(rows)]
    return np.sort(np.array(keys, np.uint64))


def bounds_of(names):
    return np.concatenate([[0], np.cumsum([len(own) for own in names])]).astype(np.int64)


@pytest.fixture(scope="session")
def meet(rows_of, unpacked):
    """The pairs of rows that meet, the number of giants, and these by outlet."""

    def _meet(names, large=False, judged=None, outlets=None):
        rows = rows_of(bounds_of(names), judged, outlets)
        found = joined(packed(names), BITS, rows, large)
        return unpacked(found.pairs), found.giants, found.outlets.tolist()

    return _meet


def by_dictionary(names, judged, outlets):
    """The obvious way: one list a key, all pairs of a small one, a star and a chain of a giant."""
    owners = [article for article, own in enumerate(names) for _ in own]
    buckets = defaultdict(list)
    for row, name in enumerate(name for own in names for name in own):
        buckets[name].append(row)
    pairs, giants, of_outlets = set(), 0, [0] * (max(outlets, default=0) + 1)
    for rows in buckets.values():
        if len(rows) <= LARGEST:
            pairs |= set(combinations(rows, 2))
            continue
        giants += 1
        # The first row of each article.
        firsts = list({owners[row]: row for row in reversed(rows)}.values())[::-1]
        pairs |= {(firsts[0], row) for row in firsts[1:]}
        pairs |= set(pairwise(firsts))
        if len(firsts) > 1:
            for outlet in {outlets[owners[row]] for row in firsts}:
                of_outlets[outlet] += 1
    met = {
        (left, right)
        for left, right in pairs
        if owners[left] != owners[right] and (judged[owners[left]] or judged[owners[right]])
    }
    return sorted(met), giants, of_outlets


@given(articles, st.randoms(use_true_random=False))
def test_the_pairs_are_those_of_a_dictionary(meet, names, rnd):
    judged = [rnd.random() < 0.6 for _ in names]
    outlets = [rnd.randrange(3) for _ in names] or [0]
    expected = by_dictionary(names, judged, outlets)
    for large in (False, True):
        assert meet(names, large, judged, outlets[: len(names)] or None) == expected


@given(crowded, st.randoms(use_true_random=False))
def test_the_links_of_giants_are_those_of_a_dictionary(meet, names, rnd):
    judged = [rnd.random() < 0.6 for _ in names]
    outlets = [rnd.randrange(4) for _ in names]
    expected = by_dictionary(names, judged, outlets)
    for large in (False, True):
        pairs, giants, of_outlets = meet(names, large, judged, outlets)
        assert (pairs, giants) == expected[:2]
        assert of_outlets[: max(outlets) + 1] == expected[2]


@pytest.mark.parametrize("large", [False, True])
def test_two_articles_with_one_key_in_common_meet(large, meet):
    assert meet([[5, 6], [6, 7]], large)[0] == [(1, 2)]


@pytest.mark.parametrize("large", [False, True])
def test_an_article_does_not_meet_itself(large, meet):
    assert meet([[5, 5, 5], [6]], large)[0] == []
    assert meet([[5] * 40, [6]], large)[:2] == ([], 1)


@pytest.mark.parametrize("large", [False, True])
def test_all_rows_of_a_small_bucket_meet_those_of_other_articles(large, meet):
    """A passage that one article has twice is found at both places."""
    assert meet([[5, 5], [5]], large)[0] == [(0, 2), (1, 2)]


@pytest.mark.parametrize("large", [False, True])
def test_a_small_bucket_is_all_pairs(large, meet):
    pairs, giants, _ = meet([[3]] * LARGEST, large)
    assert pairs == list(combinations(range(LARGEST), 2))
    assert giants == 0


@pytest.mark.parametrize("large", [False, True])
def test_a_large_bucket_is_linked_to_its_first_row_and_to_the_row_before(large, meet):
    count = LARGEST + 1
    pairs, giants, _ = meet([[3]] * count, large)
    star = {(0, n) for n in range(1, count)}
    chain = {(n - 1, n) for n in range(1, count)}
    assert pairs == sorted(star | chain)
    assert giants == 1


@pytest.mark.parametrize("large", [False, True])
def test_a_bucket_of_ten_thousand_articles_stays_linear(large, meet):
    """One template on every page must not make fifty million pairs."""
    pairs, giants, of_outlets = meet([[3]] * 10_000, large)
    assert len(pairs) == 2 * 10_000 - 3
    assert (giants, of_outlets) == (1, [1])


@pytest.mark.parametrize("large", [False, True])
def test_an_outlet_is_counted_once_in_each_giant(large, meet):
    """Two giants: one of both outlets, one of the second alone."""
    names = [[1]] * 20 + [[1, 2]] * 20
    outlets = [0] * 20 + [1] * 20
    assert meet(names, large, outlets=outlets)[1:] == (2, [1, 2])


@pytest.mark.parametrize("large", [False, True])
def test_the_outlet_of_the_earliest_article_of_a_giant_is_counted_too(large, meet):
    """It may be the agency, with one article that all others took."""
    outlets = [0] + [1] * 20
    assert meet([[1]] * 21, large, outlets=outlets)[1:] == (1, [1, 1])


@pytest.mark.parametrize("large", [False, True])
def test_giant_and_small_buckets_do_not_mix(large, meet):
    """Rows of two buckets lie side by side after sorting; that must not make them meet."""
    names = [[1]] * (LARGEST + 5) + [[2]] * 2
    pairs, giants, _ = meet(names, large)
    split = LARGEST + 5
    assert all((left < split) == (right < split) for left, right in pairs)
    assert sum(left >= split for left, _ in pairs) == 1
    assert giants == 1


@pytest.mark.parametrize("large", [False, True])
def test_two_articles_that_are_not_judged_do_not_meet(large, meet):
    judged = [False, True, False]
    assert meet([[1], [1], [1]], large, judged)[0] == [(0, 1), (1, 2)]


@pytest.mark.parametrize("large", [False, True])
def test_of_a_giant_every_judged_article_meets_another_one(large, meet):
    """Its earliest and the one before it, judged or not."""
    judged = [number == 30 for number in range(40)]
    assert meet([[1]] * 40, large, judged)[0] == [(0, 30), (29, 30), (30, 31)]


@pytest.mark.parametrize("large", [False, True])
def test_no_rows_make_no_pairs(large, meet):
    assert meet([], large) == ([], 0, [0])
    assert meet([[], [], []], large) == ([], 0, [0])
    assert meet([[], [1], []], large) == ([], 0, [0])
