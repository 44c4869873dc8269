"""Who credits whom, and which outlet is which."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.model import Article, Attribution
from provenance.reuse.surroundings import Surroundings, names


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
        Attribution,
        Attribution("agency-copy", 0, 1, "agency", "Reuters"),
        Attribution("reprint", 0, 1, "outlet", "The Harbour Gazette"),
    )
    return Surroundings.of(articles, credited)


def test_an_agency_credit_counts_whoever_the_other_is(known):
    assert known.credits_other("agency-copy", "reprint")
    assert known.credits_other("agency-copy", "bare")


def test_a_credit_to_an_outlet_counts_for_that_outlet_only(known):
    assert known.credits_other("reprint", "own")
    assert not known.credits_other("reprint", "bare")


def test_an_article_without_a_credit_credits_nobody(known):
    assert not known.credits_other("own", "reprint")


def test_articles_of_one_known_outlet_are_its_own(known):
    assert known.same_outlet("agency-copy", "own")
    assert not known.same_outlet("own", "reprint")


def test_two_unknown_outlets_are_not_one(known):
    """Files without metadata are not all of one outlet."""
    assert not known.same_outlet("bare", "bare")


def test_which_ran_before_is_told_by_the_dates(known):
    assert known.ran_before("own", "reprint")
    assert not known.ran_before("reprint", "own")
    assert not known.ran_before("own", "bare")
