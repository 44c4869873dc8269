"""The language of generated articles is one that an engine meets in the news."""

import gzip
import itertools
import json
import re

import numpy as np
import polars as pl
import pytest
from base import Base, gather, own_base, read_base
from hypothesis import given
from hypothesis import strategies as st

TEXTS = [
    "The harbour was closed.\n\nShips waited outside for “two days” and more.",
    "Ships left the harbour.\nThe city said so, as the city does.\n",
]


@pytest.fixture(scope="module")
def text(small_base):
    """Forty articles end to end."""
    ids = small_base.chain(np.full(40, 400), np.random.default_rng(1))
    return small_base.pieces.gather(ids).str.join("").item()


def spoken(base, lengths, seed=1):
    """The pieces of each article of a chain."""
    ids = base.chain(np.array(lengths), np.random.default_rng(seed))
    words = base.pieces.gather(ids).to_list()
    ends = np.cumsum(lengths).tolist()
    return [words[end - length : end] for end, length in zip(ends, lengths, strict=True)]


def test_words_are_as_long_as_those_of_news(text):
    lengths = [len(word) for word in re.findall(r"\w+", text)]
    assert 3.5 < np.mean(lengths) < 6


def test_some_words_are_not_ascii(text):
    words = text.split()
    assert 0.01 < sum(not word.isascii() for word in words) / len(words) < 0.1
    assert set("é“”’") <= set(text)


def test_a_few_words_make_up_most_of_a_text_and_most_words_are_rare(text):
    counts = pl.Series(re.findall(r"\w+", text.lower())).value_counts()["count"].sort()
    assert counts[-1] > 20 * counts[-100]
    assert counts.median() <= 3


def test_there_are_sentences_paragraphs_and_figures(text):
    sentences = re.split(r"(?<=[.”])\s+", text)
    assert 10 < len(text.split()) / len(sentences) < 30
    assert text.count("\n\n") > 100
    assert sum(each[:1] == "“" or each[:1].isupper() for each in sentences) > 0.95 * len(sentences)
    assert re.search(r"\d,\d{3}", text)


def test_the_same_numbers_make_the_same_language():
    left, right = (own_base(size=5_000, vocabulary=300) for _ in range(2))
    assert left.pieces.equals(right.pieces)
    assert left.followers.tolist() == right.followers.tolist()
    assert not own_base(seed=8, size=5_000, vocabulary=300).pieces.equals(left.pieces)


@pytest.mark.parametrize("suffix", ["jsonl", "jsonl.gz"])
def test_a_base_can_be_the_words_of_articles(tmp_path, suffix):
    path = tmp_path / f"articles.{suffix}"
    lines = "".join(json.dumps({"text": text}) + "\n" for text in TEXTS).encode()
    path.write_bytes(gzip.compress(lines) if suffix.endswith("gz") else lines)
    base = read_base(path)
    known = {word for text in TEXTS for word in text.split()}
    assert {piece.rstrip() for piece in base.pieces} == known
    assert {piece for piece in base.pieces if "\n" in piece} == {
        "closed.\n\n", "more.\n\n", "harbour.\n\n", "does.\n\n"
    }  # fmt: skip


def test_articles_open_and_close_as_paragraphs_do(small_base):
    heads = {small_base.pieces[int(each)] for each in small_base.heads}
    for article in spoken(small_base, [5, 30, 1, 12]):
        assert article[-1].endswith("\n\n")
        assert len(article) == 1 or article[0] in heads


def test_words_follow_each_other_as_in_the_stream():
    """Else common phrases would not be common, and every shingle would be rare."""
    pieces = ["Alpha ", "beta ", "gamma.\n\n", "Delta ", "eta.\n\n"]
    base = Base.of(pieces, np.array([0, 1, 2, 3, 4] * 20, np.int32))
    follows = {("Alpha ", "beta "), ("beta ", "gamma.\n\n"), ("Delta ", "eta.\n\n")}
    follows |= {("gamma.\n\n", "Delta "), ("eta.\n\n", "Alpha ")}
    (article,) = spoken(base, [2000])
    pairs = list(itertools.pairwise(article[:-1]))
    assert 0.85 < sum(pair in follows for pair in pairs) / len(pairs) < 0.98


@given(st.lists(st.tuples(st.integers(0, 50), st.integers(0, 9)), min_size=1, max_size=20))
def test_gather_lists_each_run_in_turn(runs):
    starts, lengths = (np.array(side) for side in zip(*runs, strict=True))
    expected = [at for start, length in runs for at in range(start, start + length)]
    assert gather(starts, lengths).tolist() == expected
