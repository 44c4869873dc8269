"""The numbers of a region are exact, against sets and unions done the obvious way."""

import datasketch
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance import frames
from provenance.model import Article, Label, Region
from provenance.reuse import verify
from provenance.reuse.extend import COLUMNS
from provenance.reuse.shingle import shingles, words
from provenance.reuse.verify import verified


def shingle_set(tokens):
    return {tuple(tokens[n : n + 3]) for n in range(len(tokens) - 2)}


def passages(*rows):
    """Passages: two articles, the spans of words on both sides, the words that match."""
    return np.array([(left, right, *spans, matched) for left, right, spans, matched in rows],
                    np.int64).reshape(-1, COLUMNS)  # fmt: skip


def row_of(articles, *rows):
    return list(frames.rows(verified(words(articles), passages(*rows)), Region))


texts = st.lists(st.sampled_from("abcdefg"), min_size=3, max_size=40)


@given(texts, texts)
def test_jaccard_and_containment_are_those_of_the_sets(corpus, at_speed, left, right):
    spans = (0, len(left), len(left), len(left) + len(right))
    one, two = shingle_set(left), shingle_set(right)
    for large in (False, True):
        with at_speed(large):
            (row,) = row_of(corpus(left, right), (0, 1, spans, 1))
        assert row.jaccard == len(one & two) / len(one | two)
        assert row.left_containment == len(one & two) / len(one)
        assert row.right_containment == len(one & two) / len(two)


def sketch_of(words, first, end):
    sketch = datasketch.MinHash(
        num_perm=128, seed=1, scheme="affine32", hashfunc=lambda value: value
    )
    values = shingles(words.hashes[first:end], 3) >> np.uint64(32)
    sketch.update_batch(values.tolist())
    return sketch


@given(texts, texts)
def test_the_estimate_is_datasketchs(words_at, left, right):
    spans = (0, len(left), len(left), len(left) + len(right))
    for large in (False, True):
        found = words_at(large, left, right)
        (row,) = frames.rows(verified(found, passages((0, 1, spans, 1))), Region)
        one, two = sketch_of(found, *spans[:2]), sketch_of(found, *spans[2:])
        assert row.estimate == one.jaccard(two)


rows = st.lists(
    st.tuples(
        st.sampled_from([(0, 1), (0, 2), (1, 2)]),
        *[st.integers(0, 57)] * 2,
        *[st.integers(3, 60)] * 2,
        st.integers(1, 20),
    ),
    max_size=12,
)


@given(rows, st.sampled_from([1, 2]), st.randoms(use_true_random=False))
def test_both_speeds_give_the_same_frame(words_at, rows, threads, rnd):
    """In stretches of a few passages on one thread and on two."""
    texts = [rnd.choices("abcdefgh", k=60) for _ in range(3)]
    chosen = [
        (left, right, (60 * left + a, 60 * left + min(a + b, 60),
                       60 * right + c, 60 * right + min(c + d, 60)), matched)
        for (left, right), a, c, b, d, matched in rows
    ]  # fmt: skip
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(verify, "_PASSAGES", 2)
        plain = verified(words_at(False, *texts), passages(*chosen))
        compiled = verified(words_at(True, *texts, threads=threads), passages(*chosen))
    assert compiled.equals(plain)


def test_the_shares_are_those_of_sets_of_words(words_at):
    """Of many passages of several pairs that overlap in every way; at both speeds."""
    rng = np.random.default_rng(4)
    texts = [["w"] * 50, ["w"] * 70, ["w"] * 40]
    sizes, firsts = [50, 70, 40], [0, 50, 120]
    chosen, covered = [], {}
    for left, right in ((0, 1), (0, 2), (1, 2)) * 6:
        spans = []
        for side, article in (("left", left), ("right", right)):
            begin = int(rng.integers(0, sizes[article] - 6))
            end = int(rng.integers(begin + 3, min(begin + 15, sizes[article])))
            covered.setdefault((left, right, side), set()).update(range(begin, end))
            spans += [firsts[article] + begin, firsts[article] + end]
        chosen.append((left, right, tuple(spans), 3))
    for large in (False, True):
        table = verified(words_at(large, *texts), passages(*chosen))
        for row in frames.rows(table, Region):
            left, right = int(row.left_id[1:]), int(row.right_id[1:])
            assert row.left_share == len(covered[left, right, "left"]) / sizes[left]
            assert row.right_share == len(covered[left, right, "right"]) / sizes[right]


def test_the_article_with_the_smaller_id_is_on_the_left(article, table, speed, story):
    """Whichever is the earlier one."""
    text = " ".join(story(1, 20))
    items = [
        article("b", text, date="2026-01-01"),
        article("a", "x " + text, date="2026-01-02"),
    ]
    found = words(table(Article, *items))
    assert found.large is speed
    (row,) = frames.rows(verified(found, passages((0, 1, (0, 20, 21, 41), 20))), Region)
    assert (row.left_id, row.right_id) == ("a", "b")
    assert (row.left_start, row.right_start) == (2, 0)
    assert (row.left_share, row.right_share) == (20 / 21, 1.0)


def test_regions_are_sorted_by_articles_and_places(corpus, story):
    articles = corpus(story(1, 60), story(2, 60), story(3, 60))
    spans = [(1, 2, (60, 70, 120, 130), 9), (0, 1, (30, 40, 60, 70), 9), (0, 1, (5, 9, 80, 90), 4)]
    found = [(row.left_id, row.left_start) for row in row_of(articles, *spans)]
    assert found == sorted(found)
    assert len(found) == 3


def test_equal_spans_need_no_table(words_at, story):
    """The quick way of the kernel for what is the same says what the long way says."""
    text = story(1, 30)
    for large in (False, True):
        found = words_at(large, text, text)
        rows = [(0, 1, (0, 30, 30, 60), 30), (0, 1, (0, 30, 30, 59), 29)]
        same, other = frames.rows(verified(found, passages(*rows)), Region)
        assert other.right_words == 29 or same.right_words == 29
        for row in (same, other):
            inside = min(row.left_words, row.right_words) - 2
            assert row.jaccard == inside / 28


def test_spans_begin_and_end_on_the_edges_of_words(corpus):
    left, right = "He said: “all boats – all of them – sail”.", "All boats all of them sail!"
    (row,) = row_of(corpus(left, right), (0, 1, (2, 8, 8, 14), 6))
    assert left[row.left_start : row.left_end] == "all boats – all of them – sail"
    assert right[row.right_start : row.right_end] == "All boats all of them sail"


@pytest.mark.parametrize(
    ("matched", "label"), [(20, Label.VERBATIM), (19, Label.VERBATIM), (18, Label.EDITED)]
)
def test_a_region_is_verbatim_when_nineteen_of_twenty_words_match(matched, label, corpus, story):
    articles = corpus(story(1, 20), story(1, 20))
    (row,) = row_of(articles, (0, 1, (0, 20, 20, 40), matched))
    assert row.label == label


def test_the_longer_side_decides_whether_it_is_verbatim(corpus, story):
    articles = corpus(story(1, 20), story(1, 20) + story(2, 5))
    (row,) = row_of(articles, (0, 1, (0, 20, 20, 45), 20))
    assert row.label == Label.EDITED


def test_the_share_of_an_article_counts_a_word_once(corpus, story):
    """Two regions of one pair may overlap on one side."""
    articles = corpus(story(1, 100), story(2, 50))
    rows = row_of(
        articles,
        (0, 1, (0, 30, 100, 130), 30),
        (0, 1, (20, 40, 130, 150), 20),
    )
    assert [row.left_share for row in rows] == [0.4, 0.4]
    assert [row.right_share for row in rows] == [1.0, 1.0]


def test_shares_are_of_one_pair_only(corpus, story):
    articles = corpus(story(1, 100), story(2, 100), story(3, 100))
    rows = row_of(
        articles,
        (0, 1, (0, 30, 100, 130), 30),
        (0, 2, (50, 90, 200, 240), 40),
    )
    assert [row.left_share for row in rows] == [0.3, 0.4]


def test_the_estimate_lies_near_the_exact_value(corpus, story):
    """Four standard errors of a sketch of 128."""
    base, other = story(1, 200), story(2, 200)
    articles = corpus(base, base[:120] + other[120:])
    (row,) = row_of(articles, (0, 1, (0, 200, 200, 400), 120))
    assert abs(row.estimate - row.jaccard) < 4 * np.sqrt(0.25 / 128)


def test_the_estimate_of_equal_spans_is_one(corpus, story):
    (row,) = row_of(corpus(story(1, 30), story(1, 30)), (0, 1, (0, 30, 30, 60), 30))
    assert row.estimate == row.jaccard == 1.0


def test_nothing_shared_is_an_empty_frame(corpus):
    assert row_of(corpus("one two three")) == []
