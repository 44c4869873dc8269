"""A set phrase said of two subjects is told by the names that lead into it."""

from itertools import combinations

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.model import Article, Region
from provenance.reuse import leads
from provenance.reuse.leads import named_apart

PHRASE = "said it would buy back up to a million of its shares."


@pytest.fixture(scope="module")
def apart(table, article, region):
    """Whether different subjects stand before the phrase in two texts."""

    def _apart(left, right, asked=True):
        articles = table(Article, article("a", left), article("b", right))
        spans = {"left_start": left.index(PHRASE), "right_start": right.index(PHRASE)}
        spans |= {"left_end": len(left), "right_end": len(right)}
        told = table(Region, region("a", "b", **spans))
        return named_apart(told, articles, pl.lit(asked)).item()

    return _apart


def test_two_companies_say_the_same(apart):
    assert apart(f"Harbour Mills Inc {PHRASE}", f"Easter Mining Inc {PHRASE}")


def test_one_company_says_it_in_two_articles(apart):
    assert not apart(f"Harbour Mills Inc {PHRASE}", f"In Tarn, Harbour Mills {PHRASE}")


def test_the_other_article_may_name_the_subject_elsewhere(apart):
    """A follow-up takes the sentence over and says "the company"."""
    other = f"Shares of Harbour Mills rose. The company {PHRASE}"
    assert not apart(f"Harbour Mills {PHRASE}", other)


@pytest.mark.parametrize("end", [". ", "!\n", "\n\n", "\n    "])
def test_names_of_the_sentence_before_do_not_count(apart, end):
    assert not apart(f"Ada Brenk left{end}{PHRASE}", f"Tomas Holm stayed{end}{PHRASE}")


def test_a_name_on_one_side_only_is_not_enough(apart):
    assert not apart(f"Harbour Mills {PHRASE}", f"it {PHRASE}")


def test_regions_that_are_not_asked_for_are_not_looked_at(apart):
    assert not apart(f"Harbour Mills {PHRASE}", f"Easter Mining {PHRASE}", asked=False)


@given(st.text(max_size=40), st.text(max_size=40))
def test_either_article_may_be_the_left_one(apart, before, above):
    left, right = f"{before}{PHRASE}", f"{above}{PHRASE}"
    assert apart(left, right) == apart(right, left)


def test_a_word_with_an_ending_or_inside_another_is_another_word(apart):
    """A plural and a double name are not the name."""
    left = f"Harbour Mills {PHRASE}"
    assert apart(left, f"Old-Harbour Millstone {PHRASE} Harbours rose.")
    assert not apart(left, f"Easter Mining {PHRASE} (Harbour Mills did too.)")


def test_words_are_held_of_a_few_articles_at_a_time(table, article, region, monkeypatch):
    """More articles than are held at a time are told as each pair alone is."""
    monkeypatch.setattr(leads, "_HELD", 2)
    names = ["Harbour Mills", "Easter Mining", "Harbour Mills", "Sallow Bank", "Easter Mining"]
    texts = [f"{name} Inc {PHRASE}" for name in names]
    articles = table(Article, *(article(f"a{n}", text) for n, text in enumerate(texts)))
    pairs = list(combinations(range(len(names)), 2))
    told = table(
        Region,
        *(
            region(
                f"a{one}",
                f"a{other}",
                left_start=texts[one].index(PHRASE),
                left_end=len(texts[one]),
                right_start=texts[other].index(PHRASE),
                right_end=len(texts[other]),
            )
            for one, other in pairs
        ),
    )
    found = named_apart(told, articles, pl.lit(value=True)).to_list()
    assert found == [names[one] != names[other] for one, other in pairs]


def test_what_stands_far_before_is_not_read(apart):
    """A line without end costs no more than the reach."""
    far = "x " * 100_000
    assert not apart(f"Harbour Mills {far}{PHRASE}", f"Easter Mining {far}{PHRASE}")
