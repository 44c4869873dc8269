"""Words and shingles are the same numbers in every run, at every speed, for every article order."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.model import Article
from provenance.reuse import reading
from provenance.reuse.folding import word_hash
from provenance.reuse.shingle import mix, owner, shingles, words
from provenance.text.tokens import tokenise

MULTIPLIER, MIXER = 0x9E3779B97F4A7C15, 0xC4CEB9FE1A85EC53
MASK = (1 << 64) - 1
LARGEST = (1 << 32) - 1

texts = st.lists(st.text("abé橋' \u0301ß", max_size=40), max_size=8)


def slow_mix(value):
    """The two steps of the module's docstring on Python integers."""
    value = (value ^ (value >> 29)) * MIXER & MASK
    return value ^ (value >> 32)


def slow_shingle(values):
    k = len(values)
    return slow_mix(sum(value * MULTIPLIER ** (k - 1 - j) for j, value in enumerate(values)) & MASK)


@given(st.lists(st.integers(0, LARGEST), max_size=30), st.integers(1, 6))
def test_a_shingle_is_the_formula_of_the_module(values, k):
    expected = [slow_shingle(values[i : i + k]) for i in range(len(values) - k + 1)]
    assert shingles(np.array(values, np.uint32), k).tolist() == expected


def test_the_order_of_the_words_matters():
    forwards = shingles(np.array([1, 2, 3], np.uint32), 3)
    assert forwards != shingles(np.array([3, 2, 1], np.uint32), 3)


@pytest.mark.parametrize("count", [0, 1, 2])
def test_fewer_words_than_a_shingle_make_none(count):
    assert len(shingles(np.arange(count, dtype=np.uint32), 3)) == 0


@given(st.integers(0, MASK))
def test_mixing_is_the_formula_of_the_module(value):
    assert mix(np.array([value], np.uint64)).tolist() == [slow_mix(value)]


def test_mixing_is_one_to_one():
    """Two shingles are never made equal by it; neighbouring numbers would be, if any."""
    values = np.arange(200_000, dtype=np.uint64)
    assert len(np.unique(mix(values))) == len(values)


def test_the_upper_and_the_lower_half_of_a_shingle_are_both_spread():
    """MinHash takes the upper half, tables the lower one; each bit is set in about half of all."""
    values = shingles(np.arange(20_000, dtype=np.uint32), 3)
    for bit in range(64):
        share = float(((values >> np.uint64(bit)) & np.uint64(1)).mean())
        assert 0.45 < share < 0.55, bit


def places_of(found):
    at = np.arange(len(found.hashes))
    starts, ends = found.places(at)
    return list(zip(starts.tolist(), ends.tolist(), strict=True))


def test_words_know_their_place_in_the_text(corpus, speed):
    text = "The  bridge, he said, is “closed”."
    found = words(corpus(text))
    assert found.large is speed
    spans = [text[start:end] for start, end in places_of(found)]
    assert spans == ["The", "bridge", "he", "said", "is", "closed"]


@given(texts)
def test_words_are_those_of_the_texts_at_both_speeds(words_at, texts):
    expected = [tokenise(text) for text in texts]
    for large in (False, True):
        found = words_at(large, *texts)
        assert found.hashes.dtype == np.uint32
        assert found.hashes.tolist() == [word_hash(w) for item in expected for w in item.words]
        assert np.diff(found.bounds).tolist() == [len(item.words) for item in expected]
        assert places_of(found) == [
            place for item in expected for place in zip(item.starts, item.ends, strict=True)
        ]


@given(texts, st.lists(st.integers(0, 1000), max_size=20), st.sampled_from([1, 20]))
def test_places_may_be_asked_for_in_any_order_and_more_than_once(words_at, texts, at, size):
    """Over batches of a few bytes too, so that words of one question lie in several."""
    for large in (False, True):
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(reading, "_BYTES", size)
            found = words_at(large, *texts, threads=2)
            every = places_of(found)
            asked = [number % len(every) for number in at] if every else []
            starts, ends = found.places(np.array(asked, np.int64))
        assert list(zip(starts, ends, strict=True)) == [every[number] for number in asked]


def test_places_behind_articles_without_words_are_those_of_the_next_one(words_at):
    for large in (False, True):
        found = words_at(large, "", "one", "...", "", " two", "")
        assert places_of(found) == [(0, 3), (1, 4)]


def test_equal_words_typed_in_different_ways_are_equal(corpus, speed):
    """Capitals, composed accents and curly apostrophes are the desk's, not the story's."""
    found = words(corpus("CAFÉ cafe\u0301 don’t Don't"))
    assert found.large is speed
    assert found.hashes[0] == found.hashes[1]
    assert found.hashes[2] == found.hashes[3]


def test_words_are_told_apart_by_article(corpus, speed):
    found = words(corpus("one two", "", "three"))
    assert found.large is speed
    assert found.bounds.tolist() == [0, 2, 2, 3]


@given(st.lists(st.integers(0, 200), min_size=1, max_size=8))
def test_the_owner_of_every_word_is_found(words_at, counts):
    """From the article of every 64th word, over articles without words as well."""
    found = words_at(False, *("so " * count for count in counts))
    for article, count in enumerate(counts):
        first = sum(counts[:article])
        owners = {owner(at, found.bounds, found.owners) for at in range(first, first + count)}
        assert owners <= {article}


def test_articles_are_in_the_order_of_their_dates_and_the_undated_last(article, table):
    items = [
        article("c", "x", date="2026-02-01"),
        article("a", "x"),
        article("b", "x", date="2026-03-01"),
        article("d", "x", date="2026-02-01"),
    ]
    found = words(table(Article, *items))
    assert found.articles["article_id"].to_list() == ["c", "d", "b", "a"]


def test_the_order_of_the_articles_changes_nothing(corpus, shuffled, story, speed):
    articles = corpus(*(story(n, 30) for n in range(8)))
    straight, mixed = words(articles), words(shuffled(articles))
    assert straight.large is speed
    assert straight.articles.equals(mixed.articles)
    assert straight.hashes.tolist() == mixed.hashes.tolist()
    assert straight.bounds.tolist() == mixed.bounds.tolist()


@pytest.mark.parametrize("threads", [1, 2])
def test_batches_and_threads_do_not_show(threads, words_at, story, monkeypatch):
    items = [f"{' '.join(story(n, 20))} é{n}" for n in range(30)]
    expected = words_at(False, *items)
    monkeypatch.setattr(reading, "_BYTES", 300)
    found = words_at(True, *items, threads=threads)
    assert found.hashes.tolist() == expected.hashes.tolist()
    assert found.bounds.tolist() == expected.bounds.tolist()
    assert places_of(found) == places_of(expected)


def test_no_article_and_no_word_make_empty_arrays(corpus, speed):
    for count in range(3):
        found = words(corpus(*["", " \n "][:count]))
        assert found.large is speed
        assert found.bounds.tolist() == [0] * (count + 1)
        assert len(found.hashes) == 0
        assert places_of(found) == []


def test_each_character_of_a_script_without_spaces_is_a_word(corpus, speed):
    found = words(corpus("橋は閉鎖"))
    assert found.large is speed
    assert len(found.hashes) == 4


def test_the_size_of_the_text_decides_the_speed(corpus, monkeypatch):
    """In bytes, so that Chinese counts for what it takes to read."""
    monkeypatch.setattr("provenance.reuse.shingle.LARGE", 12)
    assert not words(corpus("eleven byte")).large
    assert words(corpus("橋は閉鎖")).large
    assert words(corpus("twelve", "letter")).large
