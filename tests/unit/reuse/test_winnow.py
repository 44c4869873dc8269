"""The guarantee: a run of eleven words in two articles always makes them a candidate pair."""

import random

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.reuse import winnow
from provenance.reuse.shingle import words
from provenance.reuse.winnow import SHINGLE, WINDOW, candidates

GUARANTEED = 11


def pairs_of(articles):
    table = words(articles)
    count = len(table.article_ids)
    return [divmod(pair, count) for pair in candidates(table).pairs.tolist()]


def fingerprints(values, owners):
    """The obvious way: the rightmost smallest of every four neighbours of one article."""
    chosen = set()
    for start in range(len(values) - WINDOW + 1):
        last_word = start + WINDOW + SHINGLE - 2
        if last_word < len(owners) and owners[start] == owners[last_word]:
            window = range(start, start + WINDOW)
            chosen.add(min(window, key=lambda at: (values[at], -at)))
    return sorted(chosen)


@given(st.lists(st.integers(0, 3), max_size=40), st.lists(st.integers(1, 15), max_size=4))
def test_fingerprints_are_the_rightmost_minima_of_every_window(values, sizes):
    owners = np.repeat(np.arange(len(sizes)), sizes)[: len(values) + SHINGLE - 1]
    values = np.array(values[: max(len(owners) - SHINGLE + 1, 0)], np.uint64)
    owners = owners[: len(values) + SHINGLE - 1] if len(values) else owners[:0]
    chosen = winnow._winnowed(values, owners)
    assert np.flatnonzero(chosen).tolist() == fingerprints(values.tolist(), owners.tolist())


@given(st.integers(0, 10**6), st.integers(0, 60), st.integers(0, 60))
def test_a_run_of_eleven_words_is_always_found(story, corpus, seed, at, into):
    rnd = random.Random(seed)
    source, other = story(seed, 80), story(seed + 1, 70)
    at, into = min(at, 80 - GUARANTEED), min(into, 70)
    run = source[at : at + GUARANTEED]
    other = [word for word in other if word not in run]
    planted = other[:into] + run + other[into:]
    texts = [source, planted]
    rnd.shuffle(texts)
    assert pairs_of(corpus(*texts)) == [(0, 1)]


def test_two_stories_that_share_one_fingerprint_only_are_no_candidates(corpus, story):
    """A stock phrase of four words alone proposes nothing."""
    source, other = story(5), story(6)
    planted = other[:40] + source[30:34] + other[40:]
    assert pairs_of(corpus(source, planted)) == []


def test_fingerprints_far_from_each_other_propose_nothing(corpus, story):
    """Two stock phrases at the two ends of long articles are no passage."""
    source, other = story(7, 400), story(8, 400)
    planted = source[:7] + other[7:393] + source[393:]
    assert pairs_of(corpus(source, planted)) == []


def test_fingerprints_in_another_order_propose_nothing(corpus, story):
    """Two phrases that swap places are moved against each other by more than a passage is."""
    source, other = story(9), story(10)
    planted = [*other[:20], *source[40:47], *other[20:30], *source[20:27], *other[30:]]
    assert pairs_of(corpus(source, planted)) == []


@pytest.mark.parametrize("count", [0, 1, 7, 8])
def test_articles_of_a_few_words_are_read(count, corpus, story):
    assert pairs_of(corpus(story(1, count), story(2, 60))) == []


def test_one_word_a_thousand_times_is_read(corpus):
    assert pairs_of(corpus("so " * 1000, "so " * 900)) == []
