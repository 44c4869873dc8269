"""Nouns for somebody named before: who "the governor" and "the newspaper" are."""

import pytest

from provenance import frames
from provenance.attribution import read
from provenance.model import Attribution


@pytest.fixture
def last_source(articles, lexicon):
    """Kind and name of the last source of a text."""

    def _last_source(text):
        rows = list(frames.rows(read(articles(text), lexicon).attributions, Attribution))
        return rows[-1].kind, rows[-1].source

    return _last_source


def test_a_title_means_the_only_one_who_bears_it(last_source):
    told = last_source("Governor Ada Brenk came late. The governor said that the quay was safe.")
    assert told == ("named", "Ada Brenk")


def test_a_role_means_the_only_one_of_whom_it_is_said(last_source):
    text = "Ada Brenk, the harbour master, came late. The harbour master said the quay was safe."
    assert last_source(text) == ("named", "Ada Brenk")


def test_a_title_that_two_bear_means_neither(last_source):
    """Nobody is guessed where the text leaves two."""
    text = "Senator Ada Brenk met Senator Mary Holm. The senator said that the quay was safe."
    assert last_source(text)[0] == "role"


def test_a_role_brought_in_without_a_name_is_not_a_named_one(last_source):
    text = "Senator Ada Brenk met another senator. The senator said that the quay was safe."
    assert last_source(text)[0] == "role"


def test_nobody_is_meant_who_is_named_only_later(last_source):
    text = "The governor said that the quay was safe. Later came Governor Ada Brenk of Oland."
    assert last_source(text)[0] == "role"


def test_an_indefinite_role_is_somebody_else(last_source):
    text = "Senator Ada Brenk came late. A senator said that the quay was safe."
    assert last_source(text)[0] == "role"


def test_the_newspaper_is_the_outlet_named_last(last_source):
    text = "The Boston Globe reported a leak. The newspaper said that the quay was closed."
    assert last_source(text) == ("outlet", "Boston Globe")


def test_a_newspaper_after_no_other_keeps_its_noun(last_source):
    assert last_source("The newspaper said that the quay was closed.") == ("outlet", "newspaper")


def test_a_website_may_be_anybodys(last_source):
    """A campaign has one, too."""
    text = "The Boston Globe reported a leak. The website said that the quay was closed."
    assert last_source(text)[1] == "website"


def test_many_definite_roles_take_linear_time(last_source):
    text = "Mayor Ada Brenk came. " + "The mayor said that it was so. " * 300
    assert last_source(text) == ("named", "Ada Brenk")
