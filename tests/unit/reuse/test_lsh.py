"""Windows cover every word, and alike windows meet as often as the formula says."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from provenance.reuse.lsh import BANDS, SHINGLE, STRIDE, WINDOW, band_keys, candidates, windows
from provenance.reuse.shingle import words

lengths = st.lists(st.integers(0, 200), max_size=8)


def bounds_of(counts):
    return np.concatenate([[0], np.cumsum(counts)]).astype(np.int64)


def pairs_of(articles):
    table = words(articles)
    count = len(table.article_ids)
    pairs = [divmod(pair, count) for pair in candidates(table).pairs.tolist()]
    return [(table.article_ids[left], table.article_ids[right]) for left, right in pairs]


@given(lengths)
def test_windows_are_as_defined(counts):
    """Every 10 words one of 30, the last one aligned with the end, short articles whole."""
    expected = []
    for owner, count in enumerate(counts):
        offset = sum(counts[:owner])
        last = max(count - WINDOW, 0)
        firsts = [*range(0, last, STRIDE), last]
        if count >= SHINGLE:
            expected += [(offset + n, offset + min(n + WINDOW, count), owner) for n in firsts]
    starts, ends, owners = windows(bounds_of(counts))
    assert list(zip(starts, ends, owners, strict=True)) == expected


@given(lengths)
def test_windows_cover_every_word_of_an_article_long_enough(counts):
    starts, ends, _ = windows(bounds_of(counts))
    covered = {word for start, end in zip(starts, ends, strict=True) for word in range(start, end)}
    offsets = bounds_of(counts)
    for owner, count in enumerate(counts):
        if count >= SHINGLE:
            assert set(range(offsets[owner], offsets[owner + 1])) <= covered


def test_signatures_that_differ_in_one_band_have_one_other_key():
    sketches = np.arange(256, dtype=np.uint32).reshape(2, 128)
    sketches[1] = sketches[0]
    sketches[1, 7] += 1
    keys = band_keys(sketches)
    assert keys.shape == (2, BANDS)
    assert np.flatnonzero(keys[0] != keys[1]).tolist() == [1]


def test_the_order_of_minima_in_a_band_matters():
    """Minima belong to permutations; equal values of different ones mean nothing."""
    sketches = np.zeros((2, 128), np.uint32)
    sketches[0, 0] = sketches[1, 1] = 9
    keys = band_keys(sketches)
    assert keys[0, 0] != keys[1, 0]


def test_a_copy_is_a_candidate_and_another_story_is_not(corpus, story):
    articles = corpus(story(1), story(2), story(1))
    assert pairs_of(articles) == [("a0000", "a0002")]


def test_a_window_of_thirty_words_in_another_story_is_found(corpus, story):
    """30 of its words stand in the other article; all windows of both are about other things."""
    source, other = story(3), story(4)
    articles = corpus(source, other[:50] + source[40:70] + other[50:])
    assert pairs_of(articles) == [("a0000", "a0001")]


def test_alike_windows_meet_about_as_often_as_the_formula_says(corpus, story):
    """200 pairs of one window with 15 of 41 different shingles in common: 1-(1-J^4)^32 is .44."""
    pairs = []
    for seed in range(200):
        base, other = story(2 * seed, 30), story(2 * seed + 1, 30)
        pairs += [base, base[:17] + other[17:]]
    met = set(pairs_of(corpus(*pairs)))
    found = sum((f"a{2 * n:04}", f"a{2 * n + 1:04}") in met for n in range(200)) / 200
    jaccard = 15 / 41
    expected = 1 - (1 - jaccard**4) ** BANDS
    assert abs(found - expected) < 4 * np.sqrt(0.25 / 200)


def test_no_words_make_no_candidates(corpus):
    assert pairs_of(corpus("", "one", "one two")) == []
