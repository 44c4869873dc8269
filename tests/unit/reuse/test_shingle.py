"""Words and shingles are the same numbers in every run, on every machine, for every article order."""

import hashlib
import os
import subprocess
import sys

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.model import Article
from provenance.reuse.shingle import mix, shingles, within, word_hash, words

MULTIPLIER = 0x9E3779B97F4A7C15
MASK = (1 << 64) - 1


def slow_mix(value):
    """MurmurHash3's finaliser as published, on Python integers."""
    value = (value ^ (value >> 33)) * 0xFF51AFD7ED558CCD & MASK
    value = (value ^ (value >> 33)) * 0xC4CEB9FE1A85EC53 & MASK
    return value ^ (value >> 33)


def slow_shingle(values):
    total = 0
    for value in values:
        total = (total * MULTIPLIER + value) & MASK
    return slow_mix(total)


def test_a_word_is_the_first_eight_bytes_of_its_blake2b():
    digest = hashlib.blake2b(b"harbour", digest_size=8).digest()
    assert word_hash("harbour") == int.from_bytes(digest, "little")


def test_a_word_is_the_same_number_under_another_hash_seed():
    """Python's own hash changes from run to run; a stored index would be lost."""
    code = "from provenance.reuse.shingle import word_hash; print(word_hash('harbour'))"
    for seed in ("1", "2"):
        environment = {**os.environ, "PYTHONHASHSEED": seed}
        done = subprocess.run(
            [sys.executable, "-c", code], env=environment, capture_output=True, check=True
        )
        assert int(done.stdout) == word_hash("harbour")


def test_a_word_that_cannot_be_written_as_utf8_has_a_number_too():
    """Scraped text holds lone surrogates; one must not stop a run."""
    assert word_hash("\udc80") != word_hash("\udc81")


@given(st.lists(st.integers(0, MASK), max_size=30), st.integers(1, 6))
def test_a_shingle_is_the_formula_of_the_module(values, k):
    expected = [slow_shingle(values[i : i + k]) for i in range(len(values) - k + 1)]
    assert shingles(np.array(values, np.uint64), k).tolist() == expected


def test_the_order_of_the_words_matters(hashes):
    forwards = shingles(hashes(1, 2, 3), 3)
    assert forwards != shingles(hashes(3, 2, 1), 3)


@pytest.mark.parametrize("count", [0, 1, 2])
def test_fewer_words_than_a_shingle_make_none(count, hashes):
    assert len(shingles(hashes(*range(count)), 3)) == 0


@given(st.integers(0, MASK))
def test_mixing_is_murmurs_finaliser(value):
    assert mix(np.array([value], np.uint64)).tolist() == [slow_mix(value)]


def test_words_know_their_place_in_the_text(corpus):
    text = "The  bridge, he said, is “closed”."
    found = words(corpus(text))
    spans = zip(found.starts, found.ends, strict=True)
    assert [text[a:b] for a, b in spans] == ["The", "bridge", "he", "said", "is", "closed"]


def test_equal_words_typed_in_different_ways_are_equal(corpus):
    """Capitals, composed accents and curly apostrophes are the desk's, not the story's."""
    found = words(corpus("CAFÉ cafe\u0301 don’t Don't"))
    assert found.hashes[0] == found.hashes[1]
    assert found.hashes[2] == found.hashes[3]


def test_words_are_told_apart_by_article(corpus):
    found = words(corpus("one two", "", "three"))
    assert found.bounds.tolist() == [0, 2, 2, 3]
    assert found.owners.tolist() == [0, 0, 2]


def test_articles_are_in_the_order_of_their_dates_and_the_undated_last(article, table):
    items = [
        article("c", "x", date="2026-02-01"),
        article("a", "x"),
        article("b", "x", date="2026-03-01"),
        article("d", "x", date="2026-02-01"),
    ]
    assert words(table(Article, *items)).article_ids == ("c", "d", "b", "a")


def test_the_order_of_the_articles_changes_nothing(corpus, shuffled, story):
    articles = corpus(*(story(n, 30) for n in range(8)))
    straight, mixed = words(articles), words(shuffled(articles))
    assert straight.article_ids == mixed.article_ids
    assert straight.hashes.tolist() == mixed.hashes.tolist()
    assert straight.bounds.tolist() == mixed.bounds.tolist()


def test_no_article_and_no_word_make_empty_arrays(corpus):
    assert words(corpus()).bounds.tolist() == [0]
    assert words(corpus("", " \n ")).bounds.tolist() == [0, 0, 0]


def test_a_shingle_over_the_end_of_an_article_is_told(indices):
    assert within(indices(0, 0, 0, 1, 1), 2).tolist() == [True, True, False, True]
    assert within(indices(0), 2).tolist() == []


def test_each_character_of_a_script_without_spaces_is_a_word(corpus):
    assert len(words(corpus("橋は閉鎖")).hashes) == 4
