"""The guarantee: a run of ten words in two articles always makes them a candidate pair."""

import random

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.reuse import winnow
from provenance.reuse.buckets import Joined
from provenance.reuse.shingle import words
from provenance.reuse.winnow import SHINGLE, WINDOW, candidates

GUARANTEED = 10


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
def test_a_run_of_ten_words_is_always_found(story, corpus, seed, at, into):
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
    """A stock phrase of three words alone proposes nothing."""
    source, other = story(5), story(6)
    planted = other[:40] + source[30:33] + other[40:]
    assert pairs_of(corpus(source, planted)) == []


def met_near(*hits):
    """The hits of two articles of a thousand words each that have another one near.

    A hit is a word of the first article and a word of the second.
    """
    left, right = zip(*hits, strict=True)
    places = np.array([*left, *(1000 + word for word in right)])
    owners = np.array([0] * len(hits) + [1] * len(hits))
    rows = np.arange(len(hits))
    near = winnow._near(places, owners, Joined(rows, rows + len(hits), 0))
    return sorted(places[near.left].tolist())


def test_two_fingerprints_on_one_diagonal_propose_a_pair():
    assert met_near((50, 500), (70, 520)) == [70]


def test_a_word_put_in_between_two_fingerprints_does_not_part_them():
    assert met_near((50, 500), (70, 521)) == [70]


def test_fingerprints_far_from_each_other_propose_nothing():
    """Two stock phrases at the two ends of long articles are no passage."""
    assert met_near((50, 500), (90, 540)) == []


def test_fingerprints_in_another_order_propose_nothing():
    """Two phrases that swap places are moved against each other by more than a passage is."""
    assert met_near((50, 500), (70, 480)) == []


def test_one_fingerprint_alone_proposes_nothing():
    assert met_near((50, 500)) == []


def test_fingerprints_of_two_pairs_of_articles_are_not_taken_together():
    """One hit with each of two articles is two single hits."""
    places = np.array([50, 60, 1050, 2060])
    owners = np.array([0, 0, 1, 2])
    near = winnow._near(places, owners, Joined(np.array([0, 1]), np.array([2, 3]), 0))
    assert near.left.tolist() == []


@pytest.mark.parametrize("count", [0, 1, 5, 6])
def test_articles_of_a_few_words_are_read(count, corpus, story):
    assert pairs_of(corpus(story(1, count), story(2, 60))) == []


def test_one_word_a_thousand_times_is_read(corpus):
    assert pairs_of(corpus("so " * 1000, "so " * 900)) == []
