"""Windows cover every word, and alike windows meet as often as the formula says."""

from collections import defaultdict
from itertools import combinations

import datasketch
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.reuse import lsh
from provenance.reuse.extend import COLUMNS
from provenance.reuse.lsh import (
    BANDS,
    BLOCK,
    BLOCKS,
    ROWS,
    SHINGLE,
    STRIDE,
    Windows,
    anchors,
    band_keys,
)
from provenance.reuse.shingle import shingles

NONE = np.zeros((0, COLUMNS), np.int64)
PLENTY = 1 << 30
lengths = st.lists(st.integers(0, 200), max_size=8)


def bounds_of(counts):
    return np.concatenate([[0], np.cumsum(counts)]).astype(np.int64)


def windows_of(count):
    """The windows of one article: as many as it takes to come to its last shingle."""
    total = count - SHINGLE + 1
    firsts, at = [0] if total > 0 else [], 0
    while at + BLOCK * BLOCKS < total:
        at += BLOCK * STRIDE
        firsts.append(at)
    return [(first, min(first + BLOCK * BLOCKS + SHINGLE - 1, count)) for first in firsts]


def spans_of(windows):
    """First word of every window, and the word behind its last."""
    firsts, ends = windows.spans(np.arange(windows.bounds[-1]))
    return list(zip(firsts.tolist(), ends.tolist(), strict=True))


@given(lengths)
def test_windows_are_as_defined(counts):
    bounds = bounds_of(counts)
    windows = Windows.of(bounds)
    expected = [[(a + first, b + first) for a, b in windows_of(count)]
                for first, count in zip(bounds.tolist(), counts, strict=False)]  # fmt: skip
    assert spans_of(windows) == [window for own in expected for window in own]
    assert np.diff(windows.bounds).tolist() == [len(own) for own in expected]
    article = np.repeat(np.arange(len(counts)), np.diff(windows.bounds))
    assert windows.owners.tolist() == article[::64].tolist()


@given(lengths)
def test_windows_cover_every_word_of_an_article_long_enough(counts):
    bounds = bounds_of(counts)
    windows = Windows.of(bounds)
    covered = {word for first, end in spans_of(windows) for word in range(first, end)}
    expected = {
        word
        for first, count in zip(bounds.tolist(), counts, strict=False)
        if count >= SHINGLE
        for word in range(first, first + count)
    }
    assert covered == expected


def passage(left, right):
    return [0, 1, left[0], left[1], right[0], right[1], 20]


MIDDLE = BLOCK * BLOCKS // 2
STEP = BLOCK * STRIDE


def test_windows_in_known_passages_of_the_later_article_need_no_sketch():
    """A window counts as known when its middle is; the earlier article's windows are kept."""
    first = 40
    windows = Windows.of(bounds_of([first, 200]))
    earlier, second = windows.bounds[1], first + STEP
    known = np.array([passage((0, 40), (second + MIDDLE, second + MIDDLE + 1))], np.int64)
    assert np.flatnonzero(~windows.outside(known)).tolist() == [earlier + 1]
    known = np.array([passage((0, 40), (second + MIDDLE - 5, second + MIDDLE))], np.int64)
    assert windows.outside(known).all()
    assert windows.outside(NONE).all()


@given(st.lists(st.tuples(st.integers(70, 230), st.integers(70, 230)), max_size=6))
def test_a_window_is_outside_when_its_middle_is_in_no_passage(spans):
    """Of its own article; passages may lie in one another."""
    windows = Windows.of(bounds_of([70, 160, 90]))
    spans = [tuple(sorted(span)) for span in spans]
    known = np.array([passage((0, 9), span) for span in spans], np.int64).reshape(-1, COLUMNS)
    own = range(windows.bounds[1], windows.bounds[2])
    expected = [
        number not in own or not any(a <= first + MIDDLE < b for a, b in spans)
        for number, (first, _) in enumerate(spans_of(windows))
    ]
    assert windows.outside(known).tolist() == expected


def test_signatures_that_differ_in_one_band_have_one_other_key():
    sketches = np.arange(256, dtype=np.uint32).reshape(2, 128)
    sketches[1] = sketches[0]
    sketches[1, 7] += 1
    keys = band_keys(sketches)
    assert keys.shape == (2, 128 // ROWS)
    assert np.flatnonzero(keys[0] != keys[1]).tolist() == [1]


def test_the_order_of_minima_in_a_band_matters():
    """Minima belong to permutations; equal values of different ones mean nothing."""
    for one, two in combinations(range(ROWS), 2):
        sketches = np.zeros((2, 128), np.uint32)
        sketches[0, one] = sketches[1, two] = 9
        keys = band_keys(sketches)
        assert keys[0, 0] != keys[1, 0]


def test_no_signatures_have_no_keys():
    assert band_keys(np.zeros((0, 64), np.uint32)).shape == (0, 16)


def test_keys_of_different_minima_are_hardly_ever_the_same():
    """Of 20,000 numbers of 32 bits .05 pairs are the same by chance."""
    rng = np.random.default_rng(3)
    for top in (4, 1 << 16, 1 << 32):
        sketches = rng.integers(0, top, (20_000, ROWS), dtype=np.uint64).astype(np.uint32)
        different = len(np.unique(sketches, axis=0))
        assert different - len(np.unique(band_keys(sketches)[:, 0])) <= 2


def by_datasketch(words, windows):
    """Pairs of windows of different articles that share a band of four of datasketch's minima."""
    values = shingles(words.hashes, SHINGLE).tolist()
    buckets = defaultdict(list)
    article = np.repeat(np.arange(len(words.bounds) - 1), np.diff(windows.bounds)).tolist()
    for number, (first, end) in enumerate(spans_of(windows)):
        sketch = datasketch.MinHash(
            num_perm=128, seed=1, scheme="affine32", hashfunc=lambda value: value
        )
        sketch.update_batch([value >> 32 for value in values[first : end - SHINGLE + 1]])
        for band in range(BANDS):
            minima = tuple(sketch.hashvalues[ROWS * band : ROWS * band + ROWS].tolist())
            buckets[band, minima].append(number)
    return {
        (left, right)
        for numbers in buckets.values()
        for left, right in combinations(numbers, 2)
        if article[left] != article[right]
    }


def seeds(words, windows, pairs):
    """The first eight runs of three equal words in each pair of windows."""
    hashes, spans, found = words.hashes.tolist(), spans_of(windows), set()
    for left, right in pairs:
        (i0, i_end), (j0, j_end) = spans[left], spans[right]
        runs = [
            (i, j)
            for i in range(i0, i_end - 2)
            for j in range(j0, j_end - 2)
            if hashes[i : i + 3] == hashes[j : j + 3]
            and (i == i0 or j == j0 or hashes[i - 1] != hashes[j - 1])
        ]
        found.update(runs[:8])
    return sorted(found)


def texts_of(story, seed):
    """Five texts with passages in common, edited and not, and one too short for a shingle."""
    rng = np.random.default_rng(seed)
    base = story(seed, 70)
    texts = []
    for number in range(4):
        copy = [f"{w}x" if rng.random() < 0.1 * number else w for w in base[10 * number :]]
        texts.append(story(seed + number + 1, int(rng.integers(0, 30))) + copy)
    return [*texts, ["one", "two"], story(seed + 9, 25)]


@pytest.mark.parametrize("large", [False, True])
@pytest.mark.parametrize("room", [PLENTY, 300, 1])
def test_anchors_are_runs_in_windows_with_a_band_of_datasketchs_in_common(  # noqa: PLR0917  (fixtures)
    room, large, words_at, rows_of, unpacked, story
):
    """All bands at once, a few at a time and one by one, as the memory allows."""
    for seed in range(0, 40, 10):
        words = words_at(large, *texts_of(story, seed))
        windows = Windows.of(words.bounds)
        met = anchors(words, NONE, rows_of(words.bounds), room)
        found, giants = met.pairs, met.giants
        expected = seeds(words, windows, by_datasketch(words, windows))
        assert unpacked(found) == expected
        assert giants == 0


@given(st.lists(st.lists(st.sampled_from("abc"), max_size=60), max_size=5), st.integers(0, 2))
def test_both_speeds_give_the_same_anchors(words_at, rows_of, texts, threads):
    """Of repetitive text with giants too, in stretches of a few windows, on threads."""
    found = []
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(lsh, "_WINDOWS", 3)
        for large in (False, True):
            words = words_at(large, *texts, threads=threads)
            rows = rows_of(words.bounds)
            met = anchors(words, NONE, rows, PLENTY)
            assert met.pairs.tolist() == sorted(set(met.pairs.tolist()))
            found.append((met.pairs.tolist(), met.giants, met.outlets.tolist()))
    assert found[0] == found[1]


@pytest.mark.parametrize("large", [False, True])
def test_windows_in_known_passages_are_no_longer_asked(large, words_at, rows_of, unpacked, story):
    """The copy is known; what the third article shares with the first is not."""
    source, other = story(1, 60), story(2, 60)
    words = words_at(large, source + other, source, other)
    known = np.array([[0, 1, 0, 60, 120, 180, 60]], np.int64)
    found = unpacked(anchors(words, known, rows_of(words.bounds), PLENTY).pairs)
    assert found
    assert all(60 <= left < 120 and right >= 180 for left, right in found)


@pytest.mark.parametrize("large", [False, True])
def test_windows_of_two_articles_that_are_not_judged_do_not_meet(
    large, words_at, rows_of, unpacked, story
):
    text = story(1, 60)
    words = words_at(large, text, text, text)
    rows = rows_of(words.bounds, judged=[False, False, True])
    found = unpacked(anchors(words, NONE, rows, PLENTY).pairs)
    assert {left // 60 for left, _ in found} == {0, 1}
    assert {right // 60 for _, right in found} == {2}


def met(words_at, rows_of, unpacked, large, *texts):
    """Pairs of texts with an anchor."""
    words = words_at(large, *texts)
    found = unpacked(anchors(words, NONE, rows_of(words.bounds), PLENTY).pairs)
    at = np.searchsorted(words.bounds, np.array(found).reshape(-1, 2), side="right") - 1
    return {tuple(pair) for pair in at.tolist()}


def test_a_copy_meets_and_another_story_does_not(words_at, rows_of, unpacked, story):
    for large in (False, True):
        pairs = met(words_at, rows_of, unpacked, large, story(1), story(2), story(1))
        assert pairs == {(0, 2)}


def test_a_window_of_thirty_words_in_another_story_is_found(words_at, rows_of, unpacked, story):
    """32 of its words stand in the other article; all windows of both are about other things."""
    source, other = story(3), story(4)
    planted = other[:50] + source[40:72] + other[50:]
    assert met(words_at, rows_of, unpacked, True, source, planted) == {(0, 1)}


@pytest.mark.parametrize("large", [False, True])
@pytest.mark.parametrize("kept", [12, 17, 23])
def test_alike_windows_meet_about_as_often_as_the_formula_says(  # noqa: PLR0917  (fixtures)
    kept, large, words_at, rows_of, unpacked, story
):
    """200 pairs of texts of one window each: 1-(1-J^4)^16 of them, within four standard errors."""
    texts = []
    for seed in range(200):
        base, other = story(2 * seed, 32), story(2 * seed + 1, 32)
        texts += [base, base[: kept + 2] + other[kept + 2 :]]
    pairs = met(words_at, rows_of, unpacked, large, *texts)
    found = sum((2 * n, 2 * n + 1) in pairs for n in range(200)) / 200
    jaccard = kept / (60 - kept)
    expected = 1 - (1 - jaccard**ROWS) ** BANDS
    assert abs(found - expected) < 4 * np.sqrt(0.25 / 200)


@pytest.mark.parametrize("large", [False, True])
def test_no_words_make_no_anchors(large, words_at, rows_of):
    for texts in ([], [""], ["", "one", "one two"], ["one two", "one two"]):
        words = words_at(large, *texts)
        met = anchors(words, NONE, rows_of(words.bounds), PLENTY)
        assert (met.pairs.tolist(), met.giants) == ([], 0)


@pytest.mark.parametrize("large", [False, True])
def test_copies_of_one_window_stay_linear(large, words_at, rows_of):
    """A few hundred pages of one template: a star and a chain in each band, and no square."""
    words = words_at(large, *["one two three four five six seven eight nine ten"] * 300)
    rows = rows_of(words.bounds)
    met = anchors(words, NONE, rows, PLENTY)
    found = met.pairs
    assert len(found) == 2 * 300 - 3
    assert met.giants == BANDS
    assert met.outlets.tolist() == [BANDS]
