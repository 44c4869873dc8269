"""Texts go to the reader in batches, on threads, and come back as if each were alone."""

import threading

import numpy as np
import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.reuse import folding, reading
from provenance.reuse.compiled import each
from provenance.reuse.folding import word_hash
from provenance.reuse.reading import batches, read
from provenance.text.tokens import tokenise

texts = st.lists(st.text("ab é橋'\n", max_size=30), max_size=12)


def column(items):
    return pl.Series(items, dtype=pl.String)


def of_size(monkeypatch, size):
    monkeypatch.setattr(reading, "_BYTES", size)


@given(texts, st.integers(1, 60))
def test_batches_are_all_texts_in_order_and_each_has_one(items, size):
    with pytest.MonkeyPatch.context() as patch:
        of_size(patch, size)
        found = list(batches(column(items)))
    assert [text for batch in found for text in batch.texts] == items
    assert all(batch.last > batch.first for batch in found)
    bounds = [batch.first for batch in found] + [len(items)] * bool(found)
    assert bounds == [0, *(batch.last for batch in found)][: len(bounds)]
    for batch in found:
        total = sum(len(text.encode()) for text in batch.texts)
        assert total <= size or len(batch.texts) == 1


def test_a_batch_is_as_large_as_it_may_be(monkeypatch):
    of_size(monkeypatch, 10)
    sizes = [len(batch.texts) for batch in batches(column(["abcd", "efgh", "ij", "k", "", "l"]))]
    assert sizes == [3, 3]


def test_a_text_larger_than_a_batch_is_a_batch(monkeypatch):
    of_size(monkeypatch, 10)
    found = [list(batch.texts) for batch in batches(column(["a", "b" * 50, "c"]))]
    assert found == [["a"], ["b" * 50], ["c"]]


def test_no_texts_make_no_batches():
    assert list(batches(column([]))) == []


def words_of(items):
    """The words of texts, batch by batch: numbers, starts and ends of each text."""
    found = []
    for batch in batches(column(items)):
        hashes, starts, ends, word_ends = read(batch)
        first = 0
        for last in word_ends.tolist():
            found.append(
                (
                    hashes[first:last].tolist(),
                    starts[first:last].tolist(),
                    ends[first:last].tolist(),
                )
            )
            first = last
    return found


def expected(items):
    found = []
    for text in items:
        tokens = tokenise(text)
        found.append(
            ([word_hash(word) for word in tokens.words], list(tokens.starts), list(tokens.ends))
        )
    return found


@given(texts, st.sampled_from([1, 10, 1000]))
def test_the_size_of_a_batch_does_not_show(items, size):
    with pytest.MonkeyPatch.context() as patch:
        of_size(patch, size)
        assert words_of(items) == expected(items)


@given(st.lists(st.integers(0, 400), min_size=1, max_size=6))
def test_rooms_that_are_used_again_keep_nothing_of_the_batch_before(sizes):
    for size in sizes:
        items = ["né " * size, "ß" * (size % 5)]
        assert words_of(items) == expected(items)


def test_text_with_a_word_at_every_second_byte_has_room():
    """The most words that bytes can make."""
    items = ["a " * 5000 + "b", "橋" * 5000, "c"]
    assert words_of(items) == expected(items)


def test_the_words_of_a_slice_of_a_column_are_its_own():
    """A batch is a slice; what lies before and behind it in memory is not its text."""
    items = [f"word{n} é{n}" for n in range(20)]
    hashes, *_, word_ends = read(reading.Batch(5, 7, column(items).slice(5, 2)))
    assert hashes.tolist() == [word_hash(f"{kind}{n}") for n in (5, 6) for kind in ("word", "é")]
    assert word_ends.tolist() == [2, 4]


def test_each_thread_has_room_of_its_own():
    """Two threads read at the same time; the one must not write into the other's words."""
    meeting = threading.Barrier(2, timeout=20)
    items = [["eins zwei é " * 300], ["drei vier ß fünf " * 500]]

    def found(item):
        (batch,) = batches(column(item))
        meeting.wait()
        hashes, *_ = read(batch)
        meeting.wait()
        return hashes.tolist()

    assert list(each(found, items, 2)) == [expected(item)[0][0] for item in items]


def test_two_threads_may_fill_the_same_page_at_once(monkeypatch):
    """A page that is not filled yet costs time and changes nothing."""
    monkeypatch.setattr(reading, "_folds", folding.Folds())
    of_size(monkeypatch, 64)
    items = [f"Жук é{n} Ünal ﬁn{n} straße" for n in range(200)]

    def found(batch):
        return read(batch)[0].copy()

    parts = each(found, batches(column(items)), 2)
    hashes = np.concatenate(list(parts)).tolist()
    assert hashes == [value for text in expected(items) for value in text[0]]


def test_reading_fills_the_page_of_a_word_it_did_not_know(monkeypatch):
    """The second text of a language is read without Python; else all Greek would be slow."""
    folds = folding.Folds()
    monkeypatch.setattr(reading, "_folds", folds)
    words_of(["γέφυρα"])
    assert folds.table[ord("γ")] == ord("γ")
    asked = []
    monkeypatch.setattr(folding, "raw_hash", lambda word: asked.append(word) or 0)
    words_of(["γάμμα γύρος"])
    assert asked == []
