"""One name in several forms."""

import pytest

from provenance import frames
from provenance.attribution import read
from provenance.attribution.gaps.labels import FEWEST_LABELS, KIND
from provenance.model import Gap


@pytest.fixture(scope="session")
def told(articles, lexicon):
    """The gaps of one text as the forms at their places."""

    def _told(text):
        rows = frames.rows(read(articles(text), lexicon).gaps, Gap)
        return [
            [text[each.start : each.end] for each in (row, *row.others)]
            for row in rows
            if row.kind == KIND
        ]

    return _told


LABELS = ("ISIS", "Daesh", "ISIL", "the Islamic State")


def sentences(labels):
    return " ".join(f"They fled from {label} at night." for label in labels)


def test_many_labels_of_one_organisation_are_told(told):
    assert told(sentences(LABELS)) == [["ISIS", "Daesh", "ISIL", "Islamic State"]]


@pytest.mark.parametrize("count", range(FEWEST_LABELS))
def test_a_name_and_its_abbreviation_are_not(told, count):
    """Two names, or three, are what any longer story uses."""
    assert told(sentences(LABELS[:count] * 3)) == []


@pytest.mark.parametrize(
    ("text", "forms"),
    [
        ("the US left and the U.S. came back", ["US", "U.S."]),
        ("from the U.K. to the UK", ["U.K.", "UK"]),
        ("the envoy in Kyiv, or Kiev", ["Kyiv", "Kiev"]),
    ],
)
def test_a_name_that_is_written_in_two_ways_is_told(told, text, forms):
    assert told(text) == [forms]


@pytest.mark.parametrize(
    "text",
    [
        "the US left and the US came back",
        "the US left, USA Today wrote",
        "the US left, “and the U.S. came back,” he said",
        "the US left, as Priorities USA had asked",
        "tell us: US or not",
    ],
)
def test_other_names_and_quoted_words_do_not_count(told, text):
    """Who is quoted, or owns a name, writes it as they like."""
    assert told(text) == []
