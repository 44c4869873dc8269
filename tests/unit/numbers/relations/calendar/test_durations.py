"""A span of time is held against the dates it lies between, with room for ways of counting."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

KIND = "duration-and-years"


@pytest.fixture(scope="session")
def told(relate):
    def _told(text, **values):
        return [text[row.start : row.end] for row in relate(text, KIND, **values) if not row.fits]

    return _told


@pytest.mark.parametrize(
    "text",
    [
        "He chaired the union from 1990 to 1995, a {}-year term.",
        "He served a {}-year term from 1990 to 1995.",
        "For {} years, from 1990 to 1995, no ship came.",
        "The strike lasted {} years, from 1990 to 1995, and ruined the yard.",
        "Between 1990 and 1995, a period of {} years, the lake shrank.",
        "His {}-year reign (1990-1995) was a quiet one.",
        "The kiln was built in 1990 and {} years later, in 1995, it was torn down.",
        "The drought began in 1990 and ended in 1995, after {} years.",
        "In 1995, {} years after the fire in 1990, the mill reopened.",
    ],
)
@pytest.mark.parametrize(
    ("years", "fits"), [(4, True), (5, True), (6, True), (8, False), (2, False), (15, False)]
)
def test_counting_both_ends_or_one_less_is_allowed(relate, text, years, fits):
    (row,) = relate(text.format(years), KIND)
    assert row.fits is fits


def test_the_message_says_how_long_it_is(relate):
    (row,) = relate("He chaired the union from 1990 to 1995, a nine-year term.", KIND)
    assert row.stated == "“nine-year”"
    assert row.expected == "it is about 5 years from the first date to the second date"


def test_days_and_months_are_counted_too(told):
    assert told("The trial ran for 10 days, from June 10 to June 20, 2014.") == []
    assert told("The trial ran for 15 days, from June 10 to June 20, 2014.") == ["15 days"]
    assert told("The ban held for 12 months, from May 2013 to May 2014.") == []
    assert told("The ban held for 3 months, from May 2013 to May 2014.") == ["3 months"]


def test_decades_are_rounder_than_years(told):
    assert told("For two decades, from 1990 to 2008, no ship came.") == []
    assert told("For two decades, from 1990 to 2000, no ship came.") == ["two decades"]


def test_a_time_ago_needs_the_day_of_publication(told):
    text = "The mill burned in 2004, 10 years ago."
    assert told(text) == []
    assert told(text, date="2014-03-01") == told(text, date="2015-03-01") == []
    assert told(text, date="2018-03-01") == ["10 years"]


@pytest.mark.parametrize(
    "text",
    [
        "He chaired the union from 1990 to 1995 and is in the second year of a nine-year term.",
        "The strike lasted almost nine years, from 1990 to 1995.",
        "From 1990 to 1998 she served two four-year terms.",
        "She served two decades in the house and was mayor from 1990 to 1995.",
        "For more than three years, from 1990 to 1995, no ship came.",
        "The kiln was built in 1990. Nine years later the mill burned. It closed in 1995.",
        "A nine-year-old boy played from 1990 to 1995.",
        "A bomb went off 25 years ago on April 19.",
        "The ice lost 152 cubic kilometres a year from April 2002 to August 2005.",
        "Deaths fell to 600 a day from June 23 through July 8.",
    ],
)
def test_what_is_hedged_or_of_something_else_is_not_held(told, text):
    assert told(text, date="2020-04-17") == []


@given(st.integers(1901, 1990), st.integers(2, 9), st.integers(2, 9))
def test_only_more_than_a_year_off_is_told(told, first, years, stated):
    """The years around 1900, which was no leap year, are a day shorter than they should be."""
    text = f"He chaired the union from {first} to {first + years}, a {stated}-year term."
    assert bool(told(text)) is (abs(stated - years) > 1)


@pytest.mark.parametrize(
    "text",
    [
        "The {}-year reign of the old duke, from 1990 to 1995, was a quiet one.",
        "From 1990 to 1995, she led a {}-year effort to drain the marsh.",
        "From 1990 to 1995, she served for {} years.",
        "He was the mayor from 1990 to 1995, serving {} years.",
        "The {}-year search ran from 1990 to 1995 and found nothing.",
        "The {}-year plan (1990-1995) was dropped.",
        "He ran the firm from 1990 to 1995, or for {} years.",
        "The dam took {} years to build, from 1990 to 1995.",
        "Elected in 1990, he left office in 1995 after {} years.",
        "The war, which lasted from 1990 to 1995, went on for {} years.",
    ],
)
@pytest.mark.parametrize(("years", "fits"), [("five", True), ("six", True), ("nine", False)])
def test_terms_are_told_in_many_ways(relate, text, years, fits):
    (row,) = relate(text.format(years), KIND)
    assert row.fits is fits


@pytest.mark.parametrize(
    "text",
    [
        "The {}-day truce runs from June 1 to June 10.",
        "The {}-day trip, from June 1 to June 10, was cut short.",
        "The pumps ran on June 1 and stopped on June 10, after {} days.",
        "The heath caught fire on June 1 and burned for {} days, until June 10.",
    ],
)
def test_days_between_two_days_are_counted_with_one_or_both_ends(told, text):
    assert told(text.format(9)) == told(text.format(10)) == []
    assert told(text.format(14)) != []


@pytest.mark.parametrize(
    "text",
    [
        "From 1990 to 1995, she led the second nine-year effort.",
        "From 1990 to 1995, he worked and his nine-year-old son sang.",
        "Over nine years, from 1990 to 1995, the lake shrank.",  # over: more than
        "The nine-year search began. From 1990 to 1995 it found nothing.",
        "He led the port from 1990 to 1995, and his nine-year ban was lifted.",
    ],
)
def test_another_span_beside_two_years_is_left_alone(told, text):
    assert told(text) == []


@given(st.integers(1800, 1950), st.integers(2, 9), st.integers(-50, 50))
def test_moving_both_years_changes_nothing(told, first, years, shift):
    line = "The strike lasted {} years, from {} to {}, and ruined the yard."
    now = line.format(years + 3, first, first + years)
    then = line.format(years + 3, first + shift, first + shift + years)
    assert told(now) == told(then) == [f"{years + 3} years"]


@pytest.mark.parametrize(("days", "fits"), [("two", True), ("three", True), ("four", False)])
def test_a_span_told_before_its_beginning_and_its_end_is_held(relate, days, fits):
    """From 3 to 5 June are three days, or two nights."""
    text = f"The fair, which lasts {days} days, begins on Friday, June 3 and ends on June 5."
    (row,) = relate(text, "duration-and-years")
    assert (text[row.start : row.end], row.fits) == (f"{days} days", fits)


@pytest.mark.parametrize("published", ["0001-01-01", "1200-06-01", None])
def test_years_back_from_an_unknown_day_are_not_counted(relate, published):
    text = "The mill burned nine years ago, in 2010."
    assert relate(text, "duration-and-years", date=published) == []
    assert len(relate(text, "duration-and-years", date="2019-05-01")) == 1
