"""Who credits whom, and which outlet is which."""

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.model import Article, Credit
from provenance.reuse.surroundings import Surroundings, folded, names

TAGGED = ("tag", "article")


@pytest.mark.parametrize(
    ("source", "outlet"),
    [
        ("Harbour Gazette", "Harbour Gazette"),
        ("The Harbour Gazette", "harbourgazette.com"),
        ("harbour gazette", "www.harbour-gazette.co.uk"),
        ("THE TIDE", "thetide.org"),
    ],
)
def test_one_outlet_is_recognised_under_its_names(source, outlet):
    assert names(source, outlet)
    assert names(outlet, source)


@pytest.mark.parametrize(
    ("source", "outlet"),
    [
        ("Harbour Gazette", "Harbour Post"),
        ("Harbour Gazette", None),
        ("…", "—"),
        ("", ""),
        ("The", "The"),
    ],
)
def test_other_outlets_and_names_without_letters_are_not(source, outlet):
    assert not names(source, outlet)


@given(st.text(max_size=20))
def test_a_name_with_letters_is_its_own(name):
    letters = "".join(filter(str.isalnum, name.casefold()))
    if letters and "." not in name and not letters.startswith("the"):
        assert names(name, name)


@pytest.fixture
def known(article, table):
    articles = table(
        Article,
        article("agency-copy", "x", "Harbour Gazette", "2024-05-03"),
        article("own", "x", "Harbour Gazette", "2024-05-04"),
        article("reprint", "x", "Varn Courier", "2024-05-05"),
        article("bare", "x"),
    )
    credited = table(
        Credit,
        Credit("agency-copy", 0, 1, "agency", "Reuters", *TAGGED),
        Credit("reprint", 0, 1, "outlet", "The Harbour Gazette", *TAGGED),
    )
    return Surroundings.of(articles, credited)


@pytest.mark.parametrize(
    ("other", "agency", "counts"),
    [
        (("Varn Courier", "2024-05-02"), None, False),
        (("Varn Courier", "2024-05-02"), "Associated Press", False),
        (("Varn Courier", "2024-05-02"), "Reuters", True),
        (("REUTERS", "2024-05-02"), None, True),
        (("Varn Courier", "2024-05-03"), None, True),
        (("Varn Courier", "2024-05-04"), None, True),
        (("Varn Courier", None), None, True),
    ],
)
def test_an_agency_credit_is_for_the_agencys_text(other, agency, counts, article, table):
    """It does not credit the outlet that had its own story first."""
    credited = [Credit("copy", 0, 1, "agency", "Reuters", *TAGGED)]
    if agency:
        credited.append(Credit("other", 0, 1, "agency", agency, *TAGGED))
    articles = table(
        Article,
        article("copy", "x", "Harbour Gazette", "2024-05-03"),
        article("other", "x", *other),
    )
    known = Surroundings.of(articles, table(Credit, *credited))
    assert known.credits_other("copy", "other") == counts


def test_a_credit_to_an_outlet_counts_for_that_outlet_only(known):
    assert known.credits_other("reprint", "own")
    assert not known.credits_other("reprint", "bare")


def test_an_article_without_a_credit_credits_nobody(known):
    assert not known.credits_other("own", "reprint")


@pytest.mark.parametrize(
    ("one", "two", "same"),
    [
        ("The Harbour Gazette", " harbour  gazette ", True),
        ("Theatre News", "atre News", False),
        ("news.tarn.example", "news.varn.example", False),
        (" ", "", False),
    ],
)
def test_outlets_are_compared_folded(one, two, same):
    left, right = folded(pl.Series([one, two])).to_list()
    assert (left is not None and left == right) is same


@given(st.lists(st.none() | st.text(max_size=9), max_size=9))
def test_what_is_not_known_stays_unknown(outlets):
    """Files without metadata are not all of one outlet."""
    once = folded(pl.Series(outlets, dtype=pl.String))
    assert len(once) == len(outlets)
    assert all(new is None for old, new in zip(outlets, once, strict=True) if old is None)


def test_which_ran_before_is_told_by_the_dates(known):
    assert known.ran_before("own", "reprint")
    assert not known.ran_before("reprint", "own")
    assert not known.ran_before("own", "bare")
