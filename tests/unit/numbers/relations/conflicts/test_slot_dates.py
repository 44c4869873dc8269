"""A day changed in one of two sentences that begin alike is found; captions and lists are not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

KIND = "number-slot-conflict"
LAUNCH = "The Varn Ferry Company meant to launch its boat Petrel on {}"
MONTHS = ["January", "March", "June", "October", "December"]


@pytest.fixture(scope="module")
def days(relate):
    """The days of one text that clash, as written."""

    def _days(text):
        return [
            (text[row.start : row.end], text[row.others[0].start : row.others[0].end])
            for row in relate(text, KIND)
            if not row.fits
        ]

    return _days


def test_two_days_for_one_plan_do_not_fit(days):
    text = f"{LAUNCH.format('May 4, 2015')}. It rained. {LAUNCH.format('June 18, 2015')}, but fog came."
    assert days(text) == [("May 4, 2015", "June 18, 2015")]


def test_what_was_held_equal_is_told(relate):
    text = f"{LAUNCH.format('May 4, 2015')}. It rained. {LAUNCH.format('June 18, 2015')}."
    (row,) = [row for row in relate(text, KIND) if not row.fits]
    assert row.stated == "“May 4, 2015”"
    assert row.expected == "“June 18, 2015”"
    assert row.held == "behind the same words: company, meant, launch, boat, petrel"


@pytest.mark.parametrize("other", ["May 4, 2015", "May 4", "4 May 2015"])
def test_a_day_without_a_year_fits_every_year(relate, days, other):
    text = f"{LAUNCH.format('May 4, 2015')}. It rained. {LAUNCH.format(other)}."
    assert days(text) == []
    assert [row.fits for row in relate(text, KIND)] == [True]


APART = {
    "two boats": (
        "The Varn Ferry Company meant to launch its boat Petrel on May 4. "
        "The Varn Ferry Company meant to launch its boat Heron on June 18."
    ),
    "two companies": (
        "The Varn Ferry Company meant to launch its boat Petrel on May 4. "
        "The Tarn Ferry Company meant to launch its boat Petrel on June 18."
    ),
    "a plan and what came of it": (
        "The Varn Ferry Company planned the launch of Petrel on May 4. "
        "The Varn Ferry Company held the launch of Petrel on June 18."
    ),
    "two weekdays": (
        "The Varn Ferry Company showed its new boat Petrel on Thursday, June 4. "
        "The Varn Ferry Company showed its new boat Petrel on Saturday, June 6."
    ),
    "embedded pictures": (
        "A photo posted by Ada Brenk of Varn on May 4, 2015 at noon. "
        "A photo posted by Ada Brenk of Varn on May 7, 2015 at dusk."
    ),
    "captions": (
        "Photo 4 of 13: Varn storms through the years On May 4, 1999, the pier broke. "
        "Photo 7 of 13: Varn storms through the years On June 5, 1997, the mill burned."
    ),
    "bonds that run from and to other days": (
        "Each Varn note of Swiss francs is convertible from May 4, 1989, to June 18, 1994. "
        "Each Varn note of Swiss francs is convertible from May 7, 1989, to June 21, 1993."
    ),
    "not": (
        "The Varn Ferry Company did launch its boat Petrel on May 4. "
        "The Varn Ferry Company did not launch its boat Petrel on June 18."
    ),
    "first and again": (
        "The Varn Ferry Company launched its boat Petrel on May 4. "
        "Later the Varn Ferry Company launched its boat Petrel on June 18."
    ),
    "nobody named": (
        "The owner meant to launch the new boat on May 4. "
        "The owner meant to launch the new boat on June 18."
    ),
    "one sentence": (
        "The Varn Ferry Company launched its boat Petrel on May 4 and "
        "the Varn Ferry Company launched its boat Petrel on June 18."
    ),
}


@pytest.mark.parametrize("text", APART.values(), ids=APART.keys())
def test_this_stays_silent(days, text):
    assert days(text) == []


def test_many_days_behind_the_same_words_are_a_list(days):
    lines = [LAUNCH.format(f"May {day}") for day in (4, 9, 14, 19)]
    assert len(days(". ".join(lines[:2]))) == 1
    assert days(". ".join(lines)) == []


@given(st.integers(1, 28), st.sampled_from(MONTHS), st.integers(1, 28), st.sampled_from(MONTHS))
def test_days_clash_when_they_differ_and_only_then(days, day, month, other, another):
    text = f"{LAUNCH.format(f'{month} {day}')}. {LAUNCH.format(f'{another} {other}')}."
    assert bool(days(text)) == ((day, month) != (other, another))


def test_a_long_line_of_dates_is_no_work(days):
    """A line without sentences is not cut into tokens again and again."""
    assert days("on May 4, 2015 " * 5000) == []
