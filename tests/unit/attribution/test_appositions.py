"""Who is named beside a role is the source, wherever the name stands."""

import pytest

from provenance import frames
from provenance.attribution import read
from provenance.model import Attribution


@pytest.fixture
def sources(articles, lexicon):
    """The sources of one text, in order."""

    def _sources(text):
        rows = frames.rows(read(articles(text), lexicon).attributions, Attribution)
        return [row.source for row in rows]

    return _sources


@pytest.mark.parametrize(
    "text",
    [
        "The rail minister, Ada Brenk, has confirmed that fares will rise.",
        "“It held,” said the engineer in charge, Ada Brenk.",
        "“It held,” said her colleague, Ada Brenk, who was there.",
        "“If it holds,” the trapper, Ada Brenk, says, “we sail.”",
        "It held, according to its owner, Ada Brenk.",
        "The drivers' leader, Ada Brenk, said members' patience was thin.",
        "“It held,” said Ada Brenk of the think tank Oland.",
        "Ada Brenk Jr., who was there, said that it held.",
    ],
)
def test_the_name_in_apposition_is_the_source(sources, text):
    (name,) = sources(text)
    assert name.removesuffix(" Jr.") == "Ada Brenk"


def test_whose_clause_it_is_is_the_source_and_not_who_is_named_in_it(sources):
    text = "The governor, who came with her aide, Mrs Ada Brenk, said that it held."
    assert sources(text) == ["governor"]


def test_the_subject_of_what_is_said_is_not_who_says_it(sources):
    text = "The newspaper, citing flight logs, said the mayor, Ada Brenk, was there."
    assert "Ada Brenk" not in sources(text)


def test_who_asked_for_a_document_or_saw_it_does_not_say_what_it_says(sources):
    assert sources("A letter seen by the Argus warns that the quay is shut.") == ["letter"]


def test_a_word_that_agrees_needs_the_words_beside_it(sources):
    """“Agreed” tells of a pact as often as of speech."""
    assert sources("Ada Brenk agreed: “It held.”") == ["Ada Brenk"]
    assert sources("Ada Brenk agreed a price.") == []
