"""Our signatures are datasketch's, value for value, so that sketches can be exchanged with it."""

import subprocess
import sys

import datasketch
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.reuse.compiled import kernel
from provenance.reuse.minhash import (
    PERMUTATIONS,
    agreement,
    permute,
    signatures,
    spread,
    spread_shingles,
    to_datasketch,
)
from provenance.reuse.permutations import FACTORS, TERMS
from provenance.reuse.shingle import mix, shingles

values_64 = st.lists(st.integers(0, (1 << 64) - 1), min_size=1, max_size=60)


@kernel(mix, spread, spread_shingles, permute)
def sketched(words, first, stop, k, factors, terms, values, minima):  # noqa: PLR0917
    """The sketch of one run of shingles, by what the kernels of the engine call."""
    spread_shingles(words, first, stop, k, values)
    permute(values, 0, stop - first, factors, terms, minima)


@kernel(permute)
def lowered(values, first, stop, factors, terms, minima):  # noqa: PLR0917
    permute(values, first, stop, factors, terms, minima)


def by_kernel(words, first, stop, k, large):
    values = np.empty(max(stop - first, 1), np.uint32)
    minima = np.full(PERMUTATIONS, 0xFFFFFFFF, np.uint32)
    array = np.array(words, np.uint32)
    with np.errstate(over="ignore"):
        sketched.at(large)(array, first, stop, k, FACTORS, TERMS, values, minima)
    return minima


def theirs(values):
    """datasketch's sketch of the upper 32 bits of some 64-bit values."""
    sketch = datasketch.MinHash(
        num_perm=128, seed=1, scheme="affine32", hashfunc=lambda value: value
    )
    for value in values:
        sketch.update(value >> 32)
    return sketch


def ours(values):
    array = np.array(values, np.uint64)
    return signatures(array, np.array([0]), np.array([len(values)]))[0]


def test_the_permutations_are_those_that_seed_1_draws():
    drawn = np.random.RandomState(1)
    factors = drawn.randint(0, 1 << 31, 128, dtype=np.uint32) * np.uint32(2) + np.uint32(1)
    terms = drawn.randint(0, 1 << 32, 128, dtype=np.uint32)
    assert FACTORS.tolist() == factors.tolist()
    assert TERMS.tolist() == terms.tolist()


@given(values_64)
def test_every_value_is_datasketchs(values):
    assert ours(values).tolist() == theirs(values).hashvalues.tolist()


def test_every_value_is_datasketchs_for_a_long_run():
    values = np.random.default_rng(2).integers(0, 1 << 63, 70_000, dtype=np.uint64)
    assert ours(values.tolist()).tolist() == theirs(values.tolist()).hashvalues.tolist()


@given(
    st.lists(st.integers(0, (1 << 32) - 1), min_size=9, max_size=60),
    st.integers(1, 5),
    st.integers(0, 3),
    st.integers(0, 1),
)
def test_every_value_of_the_kernels_is_datasketchs(words, k, first, behind):
    """Of a run inside other words, of every length around the ten that are taken at a time."""
    stop = len(words) - k + 1 - behind
    values = shingles(np.array(words, np.uint32), k).tolist()[first:stop]
    expected = theirs(values).hashvalues.tolist()
    assert ours(values).tolist() == expected
    assert by_kernel(words, first, stop, k, large=True).tolist() == expected


@pytest.mark.parametrize("count", [1, 2, 9, 10, 11, 19, 20, 21, 31])
def test_both_speeds_of_the_kernels_are_datasketchs(count):
    words = np.random.default_rng(count).integers(0, 1 << 32, count + 4).tolist()
    expected = theirs(shingles(np.array(words, np.uint32), 5).tolist()).hashvalues.tolist()
    for large in (False, True):
        assert by_kernel(words, 0, count, 5, large).tolist() == expected


@pytest.mark.parametrize(("first", "stop"), [(0, 1), (3, 13), (7, 8), (0, 30), (19, 30)])
def test_minima_are_lowered_by_the_values_of_the_stretch_alone(first, stop):
    """And by no other permutation: for each the smallest of `a * x + b`, done on Python integers."""
    values = np.random.default_rng(7).integers(0, 1 << 32, 30, dtype=np.uint32)
    before = np.random.default_rng(8).integers(0, 1 << 32, 9, dtype=np.uint32)
    expected = [
        min(low, *((int(a) * int(x) + int(b)) % (1 << 32) for x in values[first:stop]))
        for low, a, b in zip(before.tolist(), FACTORS[:9], TERMS[:9], strict=True)
    ]
    for large in (False, True):
        minima = before.copy()
        with np.errstate(over="ignore"):
            lowered.at(large)(values, first, stop, FACTORS[:9], TERMS[:9], minima)
        assert minima.tolist() == expected


@given(st.integers(0, (1 << 32) - 1))
def test_values_are_spread_by_murmurs_finaliser(value):
    """As published, on Python integers."""
    expected = (value ^ value >> 16) * 0x85EBCA6B % (1 << 32)
    expected = (expected ^ expected >> 13) * 0xC2B2AE35 % (1 << 32)
    assert spread(np.array([value], np.uint32)).tolist() == [expected ^ expected >> 16]


@given(st.lists(st.tuples(st.integers(0, 99), st.integers(1, 40)), max_size=30))
def test_each_run_is_sketched_as_if_it_were_alone(runs):
    """Runs overlap and lie in any order; the blocks in which they are computed must not show."""
    values = np.random.default_rng(3).integers(0, 1 << 63, 140, dtype=np.uint64)
    starts = np.array([start for start, _ in runs], np.int64)
    ends = np.array([start + length for start, length in runs], np.int64)
    found = signatures(values, starts, ends)
    assert found.shape == (len(runs), PERMUTATIONS)
    for row, (start, length) in zip(found, runs, strict=True):
        assert row.tolist() == ours(values[start : start + length].tolist()).tolist()


def test_runs_of_more_than_a_block_are_sketched_whole():
    values = np.random.default_rng(4).integers(0, 1 << 63, 100_000, dtype=np.uint64)
    starts, ends = np.array([0, 5, 99_990]), np.array([90_000, 25, 100_000])
    found = signatures(values, starts, ends)
    for row, start, end in zip(found, starts, ends, strict=True):
        assert row.tolist() == ours(values[start:end].tolist()).tolist()


def test_repeating_a_shingle_does_not_change_the_signature():
    """A signature is of a set: a chorus counts once."""
    assert ours([5 << 32, 9 << 32]).tolist() == ours([9 << 32, 5 << 32, 5 << 32]).tolist()


def test_ours_can_be_loaded_into_datasketch_and_compared_there():
    left, right = [1 << 40, 2 << 40, 3 << 40], [1 << 40, 2 << 40, 4 << 40]
    loaded = to_datasketch(ours(left))
    assert loaded.jaccard(theirs(left)) == 1.0
    assert loaded.jaccard(theirs(right)) == to_datasketch(ours(right)).jaccard(theirs(left))
    lsh = datasketch.MinHashLSH(threshold=0.9, num_perm=128)
    lsh.insert("left", theirs(left))
    assert lsh.query(loaded) == ["left"]


def test_theirs_can_be_compared_with_ours():
    values = [7 << 33, 8 << 33]
    both = np.stack([ours(values)]), np.stack([theirs(values).hashvalues])
    assert agreement(*both).tolist() == [1.0]


@pytest.mark.parametrize("common", [0, 25, 50, 75, 100])
def test_the_agreement_estimates_the_jaccard_similarity(common):
    """Four standard errors of 128 draws; the mean of 40 pairs lies far inside."""
    rng = np.random.default_rng(common)
    estimates = []
    for _ in range(40):
        values = rng.integers(0, 1 << 63, 200 - common, dtype=np.uint64).tolist()
        left, right = values[:100], values[100 - common :]
        estimates.append(agreement(np.stack([ours(left)]), np.stack([ours(right)]))[0])
    exact = common / (200 - common)
    assert abs(np.mean(estimates) - exact) < 4 * np.sqrt(0.25 / 128 / 40)


def test_no_run_makes_no_row():
    assert signatures(np.zeros(0, np.uint64), np.zeros(0, int), np.zeros(0, int)).shape == (0, 128)


def test_neither_datasketch_nor_numpys_random_numbers_are_imported_for_a_check():
    """They take 0.4 s and 0.03 s, of the half second that a check of five articles may take."""
    code = "import sys, provenance.reuse; print({'datasketch', 'numpy.random'} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"
