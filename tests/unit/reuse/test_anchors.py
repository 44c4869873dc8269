"""Runs are exactly the maximal stretches of equal words, against a brute-force search."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.reuse import anchors
from provenance.reuse.anchors import SHINGLE, Index, runs
from provenance.reuse.shingle import words

texts = st.lists(st.sampled_from("abcdefghijklmnopqrstuvwxyz"), max_size=30)


def runs_of(articles, *pairs):
    table = words(articles)
    pairs = np.array(pairs, np.int64).reshape(-1, 2)
    found = []
    for batch in runs(table, Index.of(table), pairs):
        left = batch.left - table.bounds[pairs[batch.pair, 0]]
        right = batch.right - table.bounds[pairs[batch.pair, 1]]
        rows = zip(batch.pair, left, right, batch.length, strict=True)
        found += [tuple(int(value) for value in row) for row in rows]
    return found


def brute_force(left, right):
    """Every pair of places whose equal words can be extended to neither side."""
    found = []
    for i in range(len(left)):
        for j in range(len(right)):
            if i and j and left[i - 1] == right[j - 1]:
                continue
            length = 0
            while (
                i + length < len(left)
                and j + length < len(right)
                and left[i + length] == right[j + length]
            ):
                length += 1
            if length >= SHINGLE:
                found.append((0, i, j, length))
    return sorted(found)


def longest_common_run(left, right):
    return max((length for _, _, _, length in brute_force(left, right)), default=0)


@given(texts, texts)
def test_the_runs_are_those_of_brute_force(corpus, left, right):
    assert runs_of(corpus(left, right), (0, 1)) == brute_force(left, right)


@given(st.lists(st.sampled_from("abc"), max_size=40), st.lists(st.sampled_from("abc"), max_size=40))
def test_in_repetitive_text_the_runs_are_some_of_brute_force(corpus, left, right):
    """Not every combination of repeats is matched, but nothing is matched that is not equal."""
    for _, i, j, length in runs_of(corpus(left, right), (0, 1)):
        assert left[i : i + length] == right[j : j + length]


def test_the_longest_common_run_is_found(corpus, story):
    source, other = story(1), story(2)
    planted = other[:33] + source[50:91] + other[33:]
    found = runs_of(corpus(source, planted), (0, 1))
    assert max(length for *_, length in found) == longest_common_run(source, planted) == 41


def test_each_pair_has_its_own_runs(corpus, story):
    """Three articles, two pairs: nothing of one pair may be counted to the other."""
    one, two, three = story(1, 40), story(2, 40), story(3, 40)
    articles = corpus(one + two, two + three, three + one)
    assert runs_of(articles, (0, 1), (1, 2)) == [(0, 40, 0, 40), (1, 40, 0, 40)]


def test_pairs_may_be_turned_round(corpus, story):
    articles = corpus(story(1, 40) + story(2, 40), story(2, 40))
    assert runs_of(articles, (0, 1)) == [(0, 40, 0, 40)]
    assert runs_of(articles, (1, 0)) == [(0, 0, 40, 40)]


def test_a_run_does_not_go_over_the_end_of_an_article(corpus, story):
    """The next article begins with the words that would go on; they are another article's."""
    whole = story(4, 60)
    articles = corpus(whole[:30], whole[30:], whole)
    assert runs_of(articles, (0, 2)) == [(0, 0, 0, 30)]


@pytest.mark.parametrize("batch", [1, 50, 10_000])
def test_batches_do_not_show(batch, corpus, story, monkeypatch):
    """The same runs whether the pairs are compared one by one or all at once."""
    texts = [story(n // 2, 50) + story(90 + n, 20) for n in range(12)]
    pairs = [(n, n + 1) for n in range(11)]
    expected = runs_of(corpus(*texts), *pairs)
    monkeypatch.setattr(anchors, "_BATCH", batch)
    assert runs_of(corpus(*texts), *pairs) == expected
    assert len(expected) == 6


def test_batches_have_a_limit_of_pairs_too(corpus, story, monkeypatch):
    monkeypatch.setattr(anchors, "_PAIRS", 2)
    texts = [story(1, 40)] * 6
    assert len(runs_of(corpus(*texts), *((0, n) for n in range(1, 6)))) == 5


def test_words_are_compared_where_shingle_hashes_collide(corpus, story, monkeypatch):
    """With one hash for all shingles everything would match everything."""
    monkeypatch.setattr(anchors, "shingles", lambda hashes, k: hashes[k - 1 :] * 0)
    articles = corpus(story(1, 40), story(2, 40), story(1, 40))
    assert runs_of(articles, (0, 1)) == []
    assert runs_of(articles, (0, 2)) == [(0, 0, 0, 40)]


def test_no_pairs_make_no_runs(corpus, story):
    assert runs_of(corpus(story(1))) == []


def test_articles_too_short_for_a_shingle_have_no_runs(corpus):
    assert runs_of(corpus("one two", "one two", ""), (0, 1), (0, 2)) == []


def test_one_word_ten_thousand_times_is_one_run(corpus):
    """All combinations would be a hundred million."""
    assert runs_of(corpus("so " * 10_000, "so " * 10_000), (0, 1)) == [(0, 0, 0, 10_000)]


def test_a_passage_that_stands_twice_is_matched_twice(corpus, story):
    """Up to sixteen combinations every place counts, so that a repeated passage is found again."""
    passage, other = story(5, 20), story(6, 10)
    found = runs_of(corpus(passage, passage + other + passage), (0, 1))
    assert found == [(0, 0, 0, 20), (0, 0, 30, 20)]
