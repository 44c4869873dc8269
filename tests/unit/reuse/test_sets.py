"""Sets of shingles are counted exactly, against Python's own sets, however often the table is used."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.reuse.compiled import kernel
from provenance.reuse.sets import overlap, put, shingle_at, table_size
from provenance.reuse.shingle import mix, shingles


@kernel(mix, shingle_at, put, overlap)
def counted(words, rows, k, seen, stamps, found):  # noqa: PLR0917
    """The three sizes for every row of spans, in one table."""
    for row in range(len(rows)):
        left, left_end, right, right_end = rows[row]
        spans = (left, left_end, right, right_end)
        sizes = overlap(words, spans, k, seen, stamps, np.int64(2 * row + 1))
        found[row, 0], found[row, 1], found[row, 2] = sizes


def sizes_of(words, rows, k, large, size=None):
    words, rows = np.array(words, np.uint32), np.array(rows, np.int64).reshape(-1, 4)
    size = size or table_size(len(words))
    found = np.zeros((len(rows), 3), np.int64)
    seen, stamps = np.zeros(size, np.uint64), np.zeros(size, np.int64)
    with np.errstate(over="ignore"):
        counted.at(large)(words, rows, k, seen, stamps, found)
    return [tuple(row) for row in found.tolist()]


def python_sets(words, rows, k):
    found = []
    for first, first_end, second, second_end in rows:
        left, right = (
            {tuple(words[at : at + k]) for at in range(begin, end - k + 1)}
            for begin, end in ((first, first_end), (second, second_end))
        )
        found.append((len(left), len(right), len(left & right)))
    return found


words = st.lists(st.integers(0, 4), min_size=1, max_size=40)
spans = st.lists(
    st.tuples(*[st.integers(0, 40)] * 4).map(lambda four: (*sorted(four[:2]), *sorted(four[2:]))),
    min_size=1,
    max_size=12,
)


@given(words, spans, st.integers(1, 5))
def test_sizes_are_those_of_pythons_sets(words, rows, k):
    """One comparison after another in a table that is never cleared."""
    rows = [tuple(min(at, len(words)) for at in row) for row in rows]
    expected = python_sets(words, rows, k)
    for large in (False, True):
        assert sizes_of(words, rows, k, large) == expected


def test_a_thousand_comparisons_in_one_table_leave_nothing_behind():
    rng = np.random.default_rng(5)
    words = rng.integers(0, 6, 60).tolist()
    rows = [(*sorted(row[:2]), *sorted(row[2:])) for row in rng.integers(0, 61, (1000, 4)).tolist()]
    assert sizes_of(words, rows, 2, large=True) == python_sets(words, rows, 2)


def test_a_table_that_is_nearly_full_still_counts():
    """Values that want the same place go to the next free one, round the end."""
    words = list(range(62))
    rows = [(0, 62, 0, 31)]
    for large in (False, True):
        assert sizes_of(words, rows, 1, large, size=64) == [(62, 31, 31)]


@pytest.mark.parametrize("large", [False, True])
def test_a_span_shorter_than_a_shingle_has_none(large):
    assert sizes_of([1, 2, 3, 4], [(0, 2, 0, 4), (0, 0, 1, 3)], 3, large) == [(0, 2, 0), (0, 0, 0)]


@pytest.mark.parametrize("large", [False, True])
def test_one_word_many_times_is_one_shingle(large):
    assert sizes_of([7] * 2000, [(0, 1000, 1000, 2000)], 3, large) == [(1, 1, 1)]


@given(st.integers(0, 10**7))
def test_a_table_is_a_power_of_two_and_at_most_half_full(count):
    """Two spans of so many words have at most twice as many values."""
    size = table_size(count)
    assert size & (size - 1) == 0
    assert 2 * count <= size / 2
    assert size <= max(64, 8 * count)


@given(st.lists(st.integers(0, (1 << 32) - 1), min_size=6, max_size=20), st.integers(1, 6))
def test_a_shingle_at_a_place_is_that_of_the_array(words, k):
    array = np.array(words, np.uint32)
    with np.errstate(over="ignore"):
        found = [int(shingle_at(array, at, k)) for at in range(len(words) - k + 1)]
    assert found == shingles(array, k).tolist()


def test_a_value_is_known_by_its_stamp():
    """A new one, the same again, the same with a later stamp, and one of an older comparison."""
    seen, stamps = np.zeros(64, np.uint64), np.zeros(64, np.int64)
    value = np.uint64(12345)
    asked = [put(value, seen, stamps, oldest, stamp) for oldest, stamp in ((1, 1), (1, 1), (1, 2))]
    assert asked == [0, 1, 1]
    assert put(value, seen, stamps, 1, 1) == 2
    assert put(value, seen, stamps, 3, 3) == 0
