"""Two articles held against each other."""

import dataclasses

import pytest

from provenance import frames
from provenance.model import Article, Region, Reuse
from provenance.reuse import compared

LEFT = "Rain fell on the old quay. Then sun."
RIGHT = "Sun. Rain fell on the new quay."


FLOATS = [field.name for field in dataclasses.fields(Region) if field.type is float]


def article(text, date=None):
    return Article("x", "p", 1, False, text, None, 0, None, date, None)


def region(**fields):
    values = {
        **dict.fromkeys((field.name for field in dataclasses.fields(Region)), 0),
        **dict.fromkeys(FLOATS, 0.0),
    }
    ids = {"left_id": "left", "right_id": "right", "span_days": None, "label": "edited"}
    return Region(**values | ids | fields)


def compare(left_date=None, right_date=None, regions=()):
    pair = article(LEFT, left_date), article(RIGHT, right_date)
    shares = [Reuse("left", 0.5, None, 1, 0), Reuse("right", 0.25, 0.125, 1, 0)]
    return compared(
        pair, frames.frame(regions, Region), frames.frame(shares, Reuse), 12, ("1.0", "abcd")
    )


def test_both_articles_come_with_their_words_and_shares():
    found = compare()
    assert (found.left.words, found.left.shared, found.left.shared_prose) == (8, 0.5, None)
    assert (found.right.words, found.right.shared, found.right.shared_prose) == (7, 0.25, 0.125)
    assert found.texts == (LEFT, RIGHT)


def test_each_passage_has_the_edits_of_its_spans():
    (passage,) = compare(
        regions=[region(left_start=0, left_end=25, right_start=5, right_end=30)]
    ).passages
    (edit,) = passage.edits
    assert LEFT[edit.left_start : edit.left_end] == "old"
    assert RIGHT[edit.right_start : edit.right_end] == "new"


@pytest.mark.parametrize(
    ("left", "right", "first"),
    [
        ("2024-05-03", "2024-05-09", "left"),
        ("2024-05-09", "2024-05-03", "right"),
        ("2024-05-03", "2024-05-03", None),
        ("2024-05-03", None, None),
        (None, None, None),
    ],
)
def test_the_dates_tell_which_ran_first_or_nothing_does(left, right, first):
    assert compare(left, right).first == first


def test_nothing_shared_is_a_comparison_too():
    assert compare().passages == ()
    assert (compare().version, compare().settings_digest, compare().min_words) == (
        *("1.0", "abcd", 12),
    )
