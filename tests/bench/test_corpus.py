"""What the truth says was planted is what stands in the texts: else every recall is of nothing."""

from collections import Counter

import polars as pl
import pytest
from base import own_base
from corpus import news, story, template, unrelated
from hypothesis import given, settings
from hypothesis import strategies as st

COLUMNS = ["article_id", "text", "outlet", "date"]
TINY = own_base(size=8_000, vocabulary=500)


def planted(corpus):
    """Each planted passage with the words of its original and of its copy."""
    texts = dict(corpus.articles.select("article_id", "text").iter_rows())
    for row in corpus.truth.iter_rows(named=True):
        source = texts[row["source_id"]][row["source_start"] : row["source_end"]]
        copy = texts[row["copy_id"]][row["copy_start"] : row["copy_end"]]
        yield row, source, copy, texts


def kept(left, right):
    """How many words of `left` are in `right`, order aside."""
    return (Counter(left.split()) & Counter(right.split())).total()


def runs(text, words):
    """The runs of so many words of a text."""
    listed = text.split()
    return {" ".join(listed[at : at + words]) for at in range(len(listed) - words + 1)}


def test_there_is_as_much_of_each_kind_as_was_said(small_news):
    counts = dict(small_news.truth["kind"].value_counts().iter_rows())
    assert counts == {"verbatim": 48, "edited": 48, "excerpt": 36}
    assert len(small_news.articles) == 600
    assert small_news.articles.columns == COLUMNS
    assert small_news.articles["article_id"].is_unique().all()
    assert small_news.articles["article_id"].is_sorted()


def test_articles_have_about_four_hundred_words(small_news):
    counts = small_news.articles["text"].str.split(" ").list.len()
    assert 380 < counts.mean() < 440
    assert counts.min() > 100


def test_the_spans_in_words_and_in_code_points_are_the_same_words(small_news):
    for row, source, copy, texts in planted(small_news):
        first = row["source_first_word"]
        words = texts[row["source_id"]].split()[first : first + row["source_words"]]
        assert source.split() == words
        first = row["copy_first_word"]
        words = texts[row["copy_id"]].split()[first : first + row["copy_words"]]
        assert copy.split() == words
        assert source == source.strip()
        assert copy == copy.strip()


def test_what_was_not_edited_is_the_same_to_the_letter(small_news):
    same = [source == copy for row, source, copy, _ in planted(small_news) if not row["rate"]]
    assert len(same) > 48
    assert all(same)


@pytest.mark.parametrize("rate", [0.02, 0.05, 0.10, 0.15, 0.20])
def test_so_many_words_are_edited_as_the_truth_says(small_news, rate):
    """Three edits in four take a word away, three in four put one in."""
    cases = [
        (source, copy)
        for row, source, copy, _ in planted(small_news)
        if row["kind"] == "edited" and row["rate"] == rate
    ]
    words = sum(len(source.split()) for source, _ in cases)
    added = sum(len(copy.split()) for _, copy in cases)
    lost = sum(len(source.split()) - kept(source, copy) for source, copy in cases)
    assert abs(lost / words - 0.75 * rate) < 0.3 * rate
    assert abs(added / words - 1) < 0.02


def test_a_reprint_is_the_whole_text_but_for_the_footer(small_news):
    for row, source, copy, texts in planted(small_news):
        if row["kind"] != "excerpt":
            assert row["source_start"] == row["copy_start"] == 0
            assert texts[row["source_id"]].startswith(source)
            assert len(texts[row["copy_id"]].split()) - len(copy.split()) in range(46)


def test_an_excerpt_stands_in_the_middle_of_an_article_of_its_own(small_news):
    for row, source, copy, texts in planted(small_news):
        if row["kind"] == "excerpt":
            assert 12 <= len(source.split()) <= 60
            host = texts[row["copy_id"]]
            assert 0.1 < row["copy_start"] / len(host) < row["copy_end"] / len(host) < 0.95
            assert len(host.split()) > len(copy.split()) + 140


def test_a_copy_runs_on_the_day_of_its_source_or_just_after(small_news):
    days = small_news.articles.select("article_id", day=pl.col("date").str.to_date())
    pairs = small_news.truth.join(days, left_on="copy_id", right_on="article_id").join(
        days, left_on="source_id", right_on="article_id", suffix="_source"
    )
    late = (pairs["day"] - pairs["day_source"]).dt.total_days()
    assert len(pairs) == len(small_news.truth)
    assert (late.min(), late.max()) == (0, 3)


def test_only_plain_articles_are_copied(small_news):
    """A chain of copies would make families that the truth does not know of."""
    truth = small_news.truth
    assert set(truth["source_id"]) & set(truth["copy_id"]) == set()


def test_three_in_ten_copies_are_of_a_few_stories(small_news):
    counts = small_news.truth["source_id"].value_counts(sort=True)["count"]
    assert 0.2 < counts[:2].sum() / len(small_news.truth) < 0.42
    assert counts[2] <= 10


def test_six_articles_in_ten_end_in_a_footer_of_their_outlet(small_base):
    articles = news(6000, small_base).articles
    last = articles.select("outlet", end=pl.col("text").str.split(" ").list.tail(20).list.join(" "))
    alike = last.group_by("outlet", "end").len().filter(pl.col("len") > 2)
    assert last["outlet"].n_unique() == 400
    assert 0.5 < alike["len"].sum() / len(articles) < 0.6
    assert alike.group_by("outlet").len()["len"].max() <= 2


def test_the_same_arguments_make_the_same_corpus(small_base, small_news):
    again = news(600, small_base)
    assert again.articles.equals(small_news.articles)
    assert again.truth.equals(small_news.truth)
    assert not news(600, small_base, seed=2).articles.equals(small_news.articles)


def test_one_story_has_as_many_copies_as_asked_for(small_base):
    corpus = story(30, 100, small_base)
    assert len(corpus.articles) == 100
    assert len(corpus.truth) == 30
    assert corpus.truth["source_id"].n_unique() == 1
    for row, source, copy, _ in planted(corpus):
        assert kept(source, copy) >= 0.85 * len(source.split())
        assert row["rate"] in (0.0, 0.02, 0.05)


def test_a_template_is_all_that_its_articles_share():
    base = own_base(size=60_000, vocabulary=20_000)
    texts = template(80, base).articles["text"].to_list()
    (shared,) = {" ".join(text.split()[-60:]) for text in texts}
    bodies = [" ".join(text.split()[:-60]) for text in texts]
    seen = Counter(run for body in bodies for run in runs(body, 12))
    assert max(seen.values()) == 1
    assert len(shared.split()) == 60


def test_unrelated_articles_share_no_run_of_twelve_words():
    base = own_base(size=60_000, vocabulary=20_000)
    seen = Counter(run for text in unrelated(80, base).articles["text"] for run in runs(text, 12))
    assert max(seen.values()) == 1


@settings(max_examples=25)
@given(st.integers(1, 120), st.integers(0, 2**32))
def test_the_truth_holds_in_corpora_of_any_size(articles, seed):
    corpus = news(articles, TINY, seed)
    assert len(corpus.articles) == articles
    for row, source, copy, _ in planted(corpus):
        assert len(source.split()) == row["source_words"]
        assert len(copy.split()) == row["copy_words"]
        assert row["rate"] or source == copy
