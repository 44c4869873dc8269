"""Dates in the forms that records use become one form, or null."""

from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.sources.dates import normal_date


@pytest.mark.parametrize(
    ("written", "normal"),
    [
        ("2026-03-01", "2026-03-01"),
        (" 2026-03-01\n", "2026-03-01"),
        ("20260301", "2026-03-01"),
        ("2026/03/01", "2026-03-01"),
    ],
)
def test_a_day_is_a_day(written, normal):
    assert normal_date(written) == normal


@pytest.mark.parametrize(
    "written",
    [
        "2026-03-01T09:30:00Z",
        "2026-03-01t09:30:00z",
        "2026-03-01T09:30Z",
        "2026-03-01T09:30:00.999Z",
        "2026-03-01T10:30:00+01:00",
        "2026-03-01T04:30:00-0500",
        "2026-03-01 10:30:00 +01:00",
        "2026-03-01 09:30:00 UTC",
        "2026-03-01 09:30 GMT",
        "2026/03/01 09:30:00Z",
        "Sun, 01 Mar 2026 09:30:00 GMT",
        "Sun, 1 Mar 2026 10:30:00 +0100",
        "1 Mar 2026 04:30 EST",
    ],
)
def test_a_time_with_a_zone_is_a_time_in_utc(written):
    assert normal_date(written) == "2026-03-01T09:30:00Z"


@pytest.mark.parametrize(
    "written",
    [
        "2026-03-01T10:30:00",
        "2026-03-01 10:30",
        "2026-03-01 10:30:00.5",
        "2026/03/01 10:30",
        "Sun, 01 Mar 2026 10:30:00 -0000",
    ],
)
def test_a_time_without_a_zone_gets_none(written):
    """Which zone was meant is not known; a Z would be made up."""
    assert normal_date(written) == "2026-03-01T10:30:00"


@pytest.mark.parametrize(
    "written",
    ["", "yesterday", "2026", "2026-03", "2026-02-30", "2026-03-01T25:00", "March 1"],
)
def test_what_is_no_date_is_null(written):
    assert normal_date(written) is None


@pytest.mark.parametrize("written", ["03/04/2026", "3/4/26", "03.04.2026", "1772323200"])
def test_what_could_be_two_dates_is_null(written):
    """Guessing the order of day and month would turn who ran first around."""
    assert normal_date(written) is None


@pytest.mark.parametrize(
    "written",
    [
        "0001-01-01T00:00:00+05:00",
        "9999-12-31T23:59:59-05:00",
        "1 Mar 2026 10:00:00 +99999999999",
        "1 Mar 2026 99:00:00 GMT",
        "2026-03-01" + " " * 100_000 + "UTC",
        "1" * 100_000,
        "2026-03-01T10:00:00+25:00",
        "２０２６-03-01",
    ],
)
def test_dates_at_the_edge_of_time_and_monsters_are_null(written):
    assert normal_date(written) is None


@given(
    st.datetimes(min_value=datetime(1900, 1, 2), max_value=datetime(2100, 1, 1)),
    st.integers(-14 * 60, 14 * 60),
)
def test_the_same_moment_is_the_same_text_in_every_zone(moment, minutes):
    moment = moment.replace(microsecond=0, tzinfo=UTC)
    there = moment.astimezone(timezone(timedelta(minutes=minutes)))
    assert normal_date(there.isoformat()) == normal_date(moment.isoformat())


@given(st.dates() | st.datetimes(min_value=datetime(1000, 1, 1)))
def test_a_normal_date_is_its_own_normal_form(moment):
    normal = normal_date(moment.isoformat())
    assert normal_date(normal) == normal


@given(st.text(max_size=80))
def test_any_text_is_a_date_or_null(text):
    normal = normal_date(text)
    assert normal is None or normal_date(normal) == normal


@pytest.mark.parametrize(
    ("written", "normal"),
    [
        ("26-FEB-2026 15:07:13.72", "2026-02-26T15:07:13"),
        ("26 Feb. 2026", "2026-02-26"),
        ("February 26, 2026", "2026-02-26"),
        ("Sept 9 2026 8:05", "2026-09-09T08:05:00"),
        ("1 May 2026", "2026-05-01"),
        ("28/09/2026", "2026-09-28"),
        ("9/28/2026", "2026-09-28"),
        ("28.9.2026 10:30", "2026-09-28T10:30:00"),
        ("03/03/2026", "2026-03-03"),
    ],
)
def test_a_date_with_one_reading_is_read_whatever_its_order(written, normal):
    assert normal_date(written) == normal


@pytest.mark.parametrize(
    "written",
    [
        *(
            "03/04/2026",
            "28/9/26",
            "31/02/2026",
            "13/13/2026",
            "26 Febtober 2026",
            "Mayday 3, 2026",
        ),
        *("28/09.2026", "26-FEB-2026 25:00", "30 Feb 2026", "0/28/2026"),
    ],
)
def test_a_date_with_two_readings_or_none_is_not_read(written):
    """A guess would order articles wrongly, and which ran first decides what is told of them."""
    assert normal_date(written) is None
