"""Near-duplicate articles are those whose sets of shingles say so, against Python's own sets."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.model import Article
from provenance.reuse import reading
from provenance.reuse import reprints as module
from provenance.reuse.reprints import BANDS, JACCARD, ROWS, duplicates


@pytest.fixture(scope="session")
def clustered(corpus, at_speed):
    """The clusters of texts, the same at both speeds."""

    def _clustered(*texts, **options):
        found = []
        for large in (False, True):
            with at_speed(large):
                found.append(duplicates(corpus(*texts), **options))
        assert found[0].equals(found[1])
        return dict(found[0].rows())

    return _clustered


def shingle_set(text):
    words = text.split() if isinstance(text, str) else text
    return {tuple(words[at : at + 5]) for at in range(len(words) - 4)}


def jaccard(left, right):
    one, two = shingle_set(left), shingle_set(right)
    return len(one & two) / len(one | two)


def edited(words, count, seed=1):
    """A copy with some words replaced, far enough from each other to spoil five shingles each."""
    words = list(words)
    for n in range(count):
        words[10 + 10 * n] = f"other{seed}x{n}"
    return words


def test_copies_are_one_cluster_named_after_the_smallest_id(clustered, story):
    found = clustered(story(1), story(2), story(1), story(1))
    assert found == {"a0000": "a0000", "a0002": "a0000", "a0003": "a0000"}


def test_the_smallest_id_names_the_cluster_even_if_its_article_is_the_latest(
    article, table, story, speed
):
    text = " ".join(story(1))
    items = [article("b", text, date="2026-01-01"), article("a", text, date="2026-01-02")]
    found = duplicates(table(Article, *items))
    assert speed in (False, True)
    assert found.rows() == [("a", "a"), ("b", "a")]


def test_articles_alike_from_beginning_to_end_are_joined(clustered, story):
    text = story(1, 300)
    copy = edited(text, 3)
    assert jaccard(text, copy) > 0.9
    assert set(clustered(text, copy)) == {"a0000", "a0001"}


def test_a_copy_inside_a_longer_article_is_no_duplicate(clustered, story):
    """That is a passage, for which there is the search."""
    assert clustered(story(1, 60), story(1, 60) + story(2, 60)) == {}


def test_a_chain_of_copies_is_one_cluster(clustered, story):
    """Each is like the one before it; the last is not like the first."""
    texts = [story(1, 300)]
    for step in range(4):
        texts.append(
            [f"new{step}x{n}" if 50 * step + 5 < n < 50 * step + 20 else word
             for n, word in enumerate(texts[-1])]
        )  # fmt: skip
    assert jaccard(texts[0], texts[-1]) < JACCARD < jaccard(texts[0], texts[1])
    assert set(clustered(*texts).values()) == {"a0000"}
    assert len(clustered(*texts)) == 5


@pytest.mark.parametrize("least", [0.5, 0.8, 0.9, 0.95, 1.0])
def test_pairs_at_and_above_the_similarity_asked_for_are_joined(least, clustered, story):
    """The exact similarity decides; what the sketch let through is compared with sets."""
    text = story(1, 204)
    for count in range(0, 15, 2):
        copy = edited(text, count)
        exact = (200 - 5 * count) / (200 + 5 * count)
        assert jaccard(text, copy) == exact
        if exact < least:
            assert clustered(text, copy, jaccard=least) == {}
        elif exact >= 0.9:
            assert len(clustered(text, copy, jaccard=least)) == 2


def test_the_bound_itself_is_inside(clustered, story):
    text = story(1, 24)
    copy = text[:-1]
    exact = jaccard(text, copy)
    assert exact == 19 / 20
    assert len(clustered(text, copy, jaccard=exact)) == 2
    assert clustered(text, copy, jaccard=exact + 1e-9) == {}


def test_alike_articles_meet_about_as_often_as_the_formula_says(clustered, story):
    """150 pairs of similarity .8: .95 of them, and four standard errors."""
    texts = []
    for seed in range(150):
        text = story(seed, 94)
        texts += [text, [*text[:-10], *(f"{word}x" for word in text[-10:])]]
    exact = jaccard(*texts[:2])
    assert exact == 0.8
    expected = 1 - (1 - exact**ROWS) ** BANDS
    found = len(clustered(*texts)) / 300
    assert abs(found - expected) < 4 * np.sqrt(expected * (1 - expected) / 150)


@given(st.lists(st.lists(st.sampled_from("ab"), max_size=14), max_size=8))
def test_clusters_hold_nothing_but_pairs_that_are_alike(clustered, texts):
    """Every article of a cluster is joined to another one of it by the exact similarity."""
    found = clustered(*texts)
    for name, cluster in found.items():
        own = texts[int(name[1:])]
        assert any(
            other != name
            and found[other] == cluster
            and jaccard(own, texts[int(other[1:])]) >= JACCARD
            for other in found
        )
        assert cluster == min(other for other, of in found.items() if of == cluster)


@given(st.lists(st.lists(st.sampled_from("ab"), max_size=12), max_size=8))
def test_texts_with_the_same_shingles_are_always_joined(clustered, texts):
    """Equal sets have equal sketches; nothing of chance is left."""
    found = clustered(*texts)
    for left, one in enumerate(texts):
        for right, two in enumerate(texts[:left]):
            if shingle_set(one) and shingle_set(one) == shingle_set(two):
                assert found[f"a{left:04}"] == found[f"a{right:04}"]


@pytest.mark.parametrize("threads", [1, 2])
def test_stretches_and_threads_do_not_show(threads, corpus, story, at_speed, monkeypatch):
    texts = [edited(story(n // 4, 200), n % 4, n) for n in range(40)] + [["short"], []]
    with at_speed(False):
        expected = duplicates(corpus(*texts))
    assert len(expected) > 20
    monkeypatch.setattr(reading, "_BYTES", 1000)
    monkeypatch.setattr(module, "_PAIRS", 2)
    with at_speed(True):
        assert duplicates(corpus(*texts), threads=threads).equals(expected)


def test_the_order_of_the_articles_changes_nothing(corpus, story, shuffled, speed):
    articles = corpus(*(edited(story(n // 3, 120), n % 3, n) for n in range(12)))
    expected = duplicates(articles)
    assert len(expected) == 12
    assert speed in (False, True)
    for seed in range(3):
        assert duplicates(shuffled(articles, seed)).equals(expected)


@pytest.mark.parametrize("texts", [[], [""], ["", ""], ["one two three four"] * 3])
def test_articles_of_fewer_than_five_words_are_like_no_other(texts, clustered):
    assert clustered(*texts) == {}


def test_articles_of_five_words_have_one_shingle(clustered):
    assert len(clustered(*["one two three four five"] * 2, "one two three four six")) == 2


def test_two_thousand_copies_are_one_cluster_in_linear_time(clustered):
    found = clustered(*["one and the same short text on every page"] * 2000)
    assert len(found) == 2000
    assert set(found.values()) == {"a0000"}
