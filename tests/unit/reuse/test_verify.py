"""The numbers of a region are exact, against sets and unions done the obvious way."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance import frames
from provenance.model import Label, Region
from provenance.reuse.shingle import words
from provenance.reuse.verify import Shared, verified


def shingle_set(tokens):
    return {tuple(tokens[n : n + 3]) for n in range(len(tokens) - 2)}


def row_of(articles, *shared):
    return list(frames.rows(verified(words(articles), shared), Region))


texts = st.lists(st.sampled_from("abcdefg"), min_size=3, max_size=40)


@given(texts, texts)
def test_jaccard_and_containment_are_those_of_the_sets(corpus, left, right):
    spans = (0, len(left), len(left), len(left) + len(right))
    (row,) = row_of(corpus(left, right), Shared(0, 1, spans, 1))
    one, two = shingle_set(left), shingle_set(right)
    assert row.jaccard == len(one & two) / len(one | two)
    assert row.left_containment == len(one & two) / len(one)
    assert row.right_containment == len(one & two) / len(two)


def test_spans_begin_and_end_on_the_edges_of_words(corpus):
    left, right = "He said: “all boats – all of them – sail”.", "All boats all of them sail!"
    (row,) = row_of(corpus(left, right), Shared(0, 1, (2, 8, 8, 14), 6))
    assert left[row.left_start : row.left_end] == "all boats – all of them – sail"
    assert right[row.right_start : row.right_end] == "All boats all of them sail"


@pytest.mark.parametrize(
    ("matched", "label"), [(20, Label.VERBATIM), (19, Label.VERBATIM), (18, Label.EDITED)]
)
def test_a_region_is_verbatim_when_nineteen_of_twenty_words_match(matched, label, corpus, story):
    articles = corpus(story(1, 20), story(1, 20))
    (row,) = row_of(articles, Shared(0, 1, (0, 20, 20, 40), matched))
    assert row.label == label


def test_the_longer_side_decides_whether_it_is_verbatim(corpus, story):
    articles = corpus(story(1, 20), story(1, 20) + story(2, 5))
    (row,) = row_of(articles, Shared(0, 1, (0, 20, 20, 45), 20))
    assert row.label == Label.EDITED


def test_the_share_of_an_article_counts_a_word_once(corpus, story):
    """Two regions of one pair may overlap on one side."""
    articles = corpus(story(1, 100), story(2, 50))
    rows = row_of(
        articles,
        Shared(0, 1, (0, 30, 100, 130), 30),
        Shared(0, 1, (20, 40, 130, 150), 20),
    )
    assert [row.left_share for row in rows] == [0.4, 0.4]
    assert [row.right_share for row in rows] == [1.0, 1.0]


def test_shares_are_of_one_pair_only(corpus, story):
    articles = corpus(story(1, 100), story(2, 100), story(3, 100))
    rows = row_of(
        articles,
        Shared(0, 1, (0, 30, 100, 130), 30),
        Shared(0, 2, (50, 90, 200, 240), 40),
    )
    assert [row.left_share for row in rows] == [0.3, 0.4]


def test_the_estimate_lies_near_the_exact_value(corpus, story):
    """Four standard errors of a sketch of 128."""
    base, other = story(1, 200), story(2, 200)
    articles = corpus(base, base[:120] + other[120:])
    (row,) = row_of(articles, Shared(0, 1, (0, 200, 200, 400), 120))
    assert abs(row.estimate - row.jaccard) < 4 * np.sqrt(0.25 / 128)


def test_the_estimate_of_equal_spans_is_one(corpus, story):
    (row,) = row_of(corpus(story(1, 30), story(1, 30)), Shared(0, 1, (0, 30, 30, 60), 30))
    assert row.estimate == row.jaccard == 1.0


def test_nothing_shared_is_an_empty_frame(corpus):
    assert row_of(corpus("one two three")) == []
