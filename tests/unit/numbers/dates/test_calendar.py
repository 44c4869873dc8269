"""Arithmetic of days, held against the standard library and against facts of history."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.numbers.dates import calendar

DAYS = st.dates(date(1800, 1, 1), date(2200, 12, 31))


@pytest.mark.parametrize(
    ("day", "month", "year", "there"),
    [
        (29, 2, 2016, True),
        (29, 2, 2015, False),
        (29, 2, 1900, False),
        (29, 2, 2000, True),
        (29, 2, None, True),
        (30, 2, None, False),
        (31, 4, None, False),
        (31, 12, 1999, True),
        (0, 5, None, False),
        (5, 13, None, False),
        (5, 0, None, False),
    ],
)
def test_a_day_exists_as_the_calendar_has_it(day, month, year, there):
    assert calendar.exists(day, month, year) is there


def test_the_weekday_of_a_known_day():
    """27 June 2017 was a Tuesday, 14 July 1789 too."""
    assert calendar.weekday(27, 6, 2017) == 2
    assert calendar.weekday(14, 7, 1789) == 2


def test_a_day_that_does_not_exist_has_no_weekday():
    assert calendar.weekday(31, 4, 2017) is None
    assert calendar.old_weekday(31, 4, 1905) is None


def test_the_old_calendar_has_its_own_weekdays():
    """Facts that history books tell.

    9 January 1905, a Sunday in Petersburg, was 22 January elsewhere; 25 October 1917 a Wednesday,
    7 November elsewhere.
    """
    assert calendar.old_weekday(9, 1, 1905) == 7
    assert calendar.old_weekday(25, 10, 1917) == 3
    assert calendar.old_weekday(9, 1, 2005) is None


def test_the_old_calendar_was_a_day_less_behind_in_the_century_before():
    """1 January 1850 by the old calendar was 13 January, a Sunday."""
    assert calendar.old_weekday(1, 1, 1850) == date(1850, 1, 13).isoweekday()


@given(DAYS, st.integers(1, 7))
def test_the_nearest_weekday_is_that_weekday_and_at_most_three_days_off(day, wanted):
    near = calendar.nearest_weekday(day, wanted)
    assert near.isoweekday() == wanted
    assert abs(near - day) <= timedelta(3)


@given(DAYS, DAYS)
def test_no_day_of_that_name_is_nearer_than_the_nearest(day, to):
    near = calendar.nearest_date(day.day, day.month, to)
    if (day.day, day.month) != (29, 2):
        others = (date(year, day.month, day.day) for year in range(to.year - 2, to.year + 3))
        assert near is not None
        assert abs(near - to) == min(abs(other - to) for other in others)


def test_far_from_a_leap_year_the_leap_day_has_no_nearest():
    assert calendar.nearest_date(29, 2, date(1900, 6, 1)) is None


def test_every_kind_of_year_is_there():
    kinds = {
        (date(year, 1, 1).isoweekday(), calendar.exists(29, 2, year))
        for year in calendar.years_of_kind()
    }
    assert len(kinds) == 14


@pytest.mark.parametrize("written", [None, "", "soon", "0001-01-01", "1499-12-31", "2017-02-30"])
def test_a_day_of_publication_that_cannot_be_one_is_unknown(written):
    assert calendar.published(written) is None


@given(st.dates(min_value=date(1500, 1, 1)), st.sampled_from(["", "T10:00:00Z", " 10:00"]))
def test_a_day_of_publication_is_read_whatever_time_follows(day, time):
    assert calendar.published(day.isoformat() + time) == day
