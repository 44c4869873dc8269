"""Dates are placed where they are, and ticks stand at times one would say."""

from datetime import UTC, datetime

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from provenance.reporters.html.charts.timescale import (
    DAY,
    HOUR,
    MINUTE,
    Form,
    Moment,
    between,
    moment,
    shown,
    ticks,
)


def at(text):
    return moment(text).start


def labels(first, last, most=7):
    return [(tick.label, tick.below) for tick in ticks(at(first), at(last), most)]


def test_a_day_is_as_long_as_a_day():
    assert moment("2026-03-01") == Moment(at("2026-03-01T00:00:00"), at("2026-03-02"), Form.DAY)


def test_a_time_is_a_point_of_its_form():
    assert moment("2026-03-01T09:30:00Z").form == Form.UTC
    assert moment("2026-03-01T09:30:00").form == Form.LOCAL
    assert at("2026-03-01T09:30:00Z") == at("2026-03-01") + 9 * HOUR + 30 * MINUTE
    assert at("2026-03-01T10:30:00+01:00") == at("2026-03-01T09:30:00Z")


@pytest.mark.parametrize(
    "text", [None, "", "yesterday", "2026-02-30", "\u202e", "0001-01-01T00:00:00+14:00"]
)
def test_what_is_no_date_has_no_moment(text):
    assert moment(text) is None


def test_moments_are_told_in_words():
    assert shown(moment("2026-12-31")) == "31 Dec"
    assert shown(moment("2026-01-02T03:04:59Z"), year=True) == "2 Jan 2026 03:04"


@pytest.mark.parametrize(
    ("first", "last", "told"),
    [
        ("2026-03-03T11:40:00Z", "2026-03-03T11:40:00Z", "3 Mar 2026, 11:40"),
        ("2026-03-03", "2026-03-03", "3 Mar 2026"),
        ("2026-03-03", "2026-03-03T11:40:00", "3 Mar 2026, 11:40"),
        ("2026-03-03", "2027-03-04", "3 Mar 2026 to 4 Mar 2027"),
    ],
)
def test_what_two_moments_have_in_common_is_told_once(first, last, told):
    assert between(moment(first), moment(last)) == told


def test_ticks_of_an_afternoon_are_hours_under_one_day():
    assert labels("2026-03-03T11:20:00Z", "2026-03-03T18:30:00Z") == [
        ("12:00", "3 Mar"),
        ("14:00", ""),
        ("16:00", ""),
        ("18:00", ""),
    ]


def test_ticks_over_midnight_tell_the_new_day():
    assert labels("2026-03-03T20:00:00Z", "2026-03-04T05:00:00Z", 4) == [
        ("21:00", "3 Mar"),
        ("00:00", "4 Mar"),
        ("03:00", ""),
    ]


def test_ticks_of_a_month_are_mondays():
    assert labels("2026-03-01", "2026-03-31") == [
        ("2 Mar", "2026"),
        ("9 Mar", ""),
        ("16 Mar", ""),
        ("23 Mar", ""),
        ("30 Mar", ""),
    ]


def test_ticks_of_a_winter_are_months_under_their_years():
    assert labels("2025-10-20", "2026-03-20", 6) == [
        ("Nov", "2025"),
        ("Dec", ""),
        ("Jan", "2026"),
        ("Feb", ""),
        ("Mar", ""),
    ]


def test_ticks_of_decades_are_years():
    assert labels("1989-06-01", "2026-03-20", 5) == [
        ("1990", ""),
        ("2000", ""),
        ("2010", ""),
        ("2020", ""),
    ]


def test_the_whole_calendar_has_ticks():
    """A wrong date in a record, the year 1 or 9999, must not stop a report."""
    found = labels("0001-01-01", "9999-12-31")
    assert found == [("2000", ""), ("4000", ""), ("6000", ""), ("8000", "")]


MOMENTS = st.datetimes(datetime(1, 1, 2), datetime(9999, 12, 30)).map(
    lambda value: at(value.replace(microsecond=0, tzinfo=UTC).isoformat())
)


@given(MOMENTS, MOMENTS, st.integers(3, 9))
@example(at("2000-01-01"), at("8000-01-01"), 3)
def test_ticks_lie_in_order_within_the_time_and_are_few(one, other, most):
    start, end = min(one, other), max(one, other) + HOUR
    times = [tick.at for tick in ticks(start, end, most)]
    assert times == sorted(set(times))
    assert all(start <= time <= end for time in times)
    assert len(times) <= most


@given(MOMENTS, st.integers(HOUR, 40 * DAY))
def test_there_are_ticks_for_any_story_of_some_weeks(start, long):
    assert len(ticks(start, start + long, 7)) >= 2
