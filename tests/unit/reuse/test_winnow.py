"""The guarantee: a run of eight words in two articles always has a fingerprint in common."""

from bisect import bisect_right

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.reuse import winnow
from provenance.reuse.shingle import shingles
from provenance.reuse.winnow import GUARANTEE, SHINGLE, WINDOW, fingerprints

vocabulary = st.sampled_from("abcdefgh")
texts = st.lists(
    st.one_of(st.lists(vocabulary, max_size=40), st.lists(st.sampled_from("ab"), max_size=30)),
    max_size=6,
)


def obvious(words):
    """The rightmost smallest of every four neighbouring shingles of one article; sorted keys."""
    bits = len(words.hashes).bit_length()
    keys = set()
    for first, last in zip(words.bounds[:-1].tolist(), words.bounds[1:].tolist(), strict=True):
        values = shingles(words.hashes[first:last], SHINGLE).tolist()
        for start in range(len(values) - WINDOW + 1):
            at = min(range(start, start + WINDOW), key=lambda place: (values[place], -place))
            keys.add((values[at] >> bits << bits) + first + at)
    return sorted(keys)


@given(texts)
def test_fingerprints_are_the_rightmost_minima_of_every_window(words_at, texts):
    for large in (False, True):
        words = words_at(large, *texts)
        found = fingerprints(words)
        assert found.dtype == np.uint64
        assert found.tolist() == obvious(words)


@given(texts, st.sampled_from([1, 2, 3, 7]))
def test_parts_are_the_whole_and_have_nothing_in_common(words_at, texts, parts):
    """A corpus that does not fit is searched part by part; no fingerprint may be lost or doubled."""
    for large in (False, True):
        words = words_at(large, *texts)
        found = [fingerprints(words, part, parts).tolist() for part in range(parts)]
        assert [key for part in found for key in part] == obvious(words)


@pytest.mark.parametrize("large", [False, True])
def test_equal_fingerprints_are_in_one_part(large, words_at, story):
    """Else a passage that two articles share would be cut off from itself."""
    text = story(1, 300)
    words = words_at(large, text, text)
    bits = len(words.hashes).bit_length()
    parts = [{key >> bits for key in fingerprints(words, n, 7).tolist()} for n in range(7)]
    assert sum(map(len, parts)) == len(set.union(*parts))


@pytest.mark.parametrize("large", [False, True])
def test_a_fingerprint_at_the_cut_between_two_parts_is_in_one_of_them(
    large, words_at, story, monkeypatch
):
    words = words_at(large, story(1, 50))
    whole = obvious(words)
    bits = len(words.hashes).bit_length()
    middle = whole[10] >> bits << bits
    monkeypatch.setattr(winnow, "_cut", lambda part, _: [0, middle, 1 << 64][part])
    parts = [fingerprints(words, part, 2).tolist() for part in range(2)]
    assert parts == [whole[:10], whole[10:]]


@pytest.mark.parametrize("parts", [2, 7])
@pytest.mark.parametrize("large", [False, True])
def test_parts_are_about_equal(large, parts, words_at, story):
    """The memory was reckoned for equal ones; minima of four crowd near nought."""
    words = words_at(large, *(story(n, 1000) for n in range(20)))
    sizes = [len(fingerprints(words, part, parts)) for part in range(parts)]
    assert max(sizes) < 1.25 * sum(sizes) / parts
    assert min(sizes) > 0.75 * sum(sizes) / parts


@pytest.mark.parametrize("large", [False, True])
def test_two_fifths_of_the_shingles_are_fingerprints(large, words_at, story):
    """2 / (w + 1) for random hashes; the memory of the search is reckoned by it."""
    words = words_at(large, *(story(n, 1000) for n in range(20)))
    assert len(fingerprints(words)) / len(words.hashes) == pytest.approx(0.4, abs=0.01)


@pytest.mark.parametrize("large", [False, True])
@pytest.mark.parametrize("count", [0, 1, 4, 5, 7, 8, 9])
def test_an_article_has_a_fingerprint_from_eight_words_on(count, large, words_at, story):
    words = words_at(large, "", story(1, count), "one")
    assert (len(fingerprints(words)) > 0) == (count >= GUARANTEE)


@pytest.mark.parametrize("threads", [1, 2])
def test_stretches_and_threads_do_not_show(threads, words_at, story, monkeypatch):
    monkeypatch.setattr(winnow, "_WORDS", 64)
    words = words_at(True, *(story(n, 7 * n) for n in range(30)), "", threads=threads)
    assert fingerprints(words).tolist() == obvious(words)


@given(st.integers(0, 10**6), st.integers(GUARANTEE, 30), st.integers(0, 60), st.integers(0, 60))
def test_a_run_of_eight_words_always_has_a_fingerprint_in_common(  # noqa: PLR0917  (fixtures)
    words_at, story, seed, length, at, into
):
    """Wherever it stands in the two, and whatever stands around it."""
    source, other = story(seed, 90), story(seed + 1, 60)
    planted = other[:into] + source[at : at + length] + other[into:]
    for large in (False, True):
        words = words_at(large, source, planted)
        bits = len(words.hashes).bit_length()
        places = [{}, {}]
        for key in fingerprints(words).tolist():
            place = key & ((1 << bits) - 1)
            article = bisect_right(words.bounds.tolist(), place) - 1
            places[article].setdefault(key >> bits, []).append(place - int(words.bounds[article]))
        common = places[0].keys() & places[1].keys()
        assert any(
            at <= left <= at + length - SHINGLE and right - into == left - at
            for value in common
            for left in places[0][value]
            for right in places[1][value]
        )


def test_a_run_of_seven_words_may_have_none(words_at, story):
    """The bound is sharp: three shingles are no window, and a smaller one beside them is taken."""
    missed = 0
    for seed in range(40):
        source, other = story(seed, 60), story(seed + 1000, 60)
        words = words_at(False, source, other[:20] + source[20:27] + other[20:])
        bits = len(words.hashes).bit_length()
        values = [key >> bits for key in fingerprints(words).tolist()]
        missed += len(values) == len(set(values))
    assert missed > 0


@pytest.mark.parametrize("large", [False, True])
def test_one_word_many_times_has_a_fingerprint_at_every_place(large, words_at):
    """All hashes are equal, and the rightmost of each window is taken: linear, not fewer."""
    words = words_at(large, "so " * 5000)
    assert len(fingerprints(words)) == 5000 - GUARANTEE + 1
