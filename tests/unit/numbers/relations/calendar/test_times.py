"""Times that no clock shows are told, races, verses and scores are not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

KIND = "impossible-time"


@pytest.fixture(scope="session")
def told(relate):
    def _told(text):
        return [text[row.start : row.end] for row in relate(text, KIND) if not row.fits]

    return _told


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("The doors open at 12:75.", "12:75"),
        ("The train left at 25:10 on Tuesday.", "25:10"),
        ("They met at 14:30 a.m. in the hall.", "14:30 a.m."),
        ("They met at 13 pm.", "13 pm"),
        ("The alarm was raised at 7:64 p.m., they said.", "7:64 p.m."),
        ("Power failed by 23:60 GMT.", "23:60 GMT"),
        ("Call before 26:15 local time.", "26:15 local time"),
        ("The bell rang at 7.75 pm.", "7.75 pm"),
    ],
)
def test_a_time_that_cannot_be_is_told(told, text, time):
    assert told(text) == [time]


@pytest.mark.parametrize(
    "text",
    [
        "She ran the course in 25:10, a record.",
        "The reading was from John 25:10.",
        "The map has a scale of 1:75.",
        "They won 25:10 and lost 12:75.",
        "They scored at 12:75 of the third period.",
        "The winner finished at 62:75 after two laps.",
        "It ends at 24:00 on Sunday.",
        "It began at 00:30 on Sunday and at 0:15 am.",
        "I am 45 and he is 70, am I right?",
        "The race took 2:03:59 at 10:30 a.m.",
        "The ratio stood at 12:75 against gold.",
    ],
)
def test_what_is_no_time_of_day_is_not_told(told, text):
    assert told(text) == []


@given(st.integers(0, 23), st.integers(0, 59))
def test_every_time_of_the_day_fits(relate, hour, minute):
    rows = relate(f"The train left at {hour}:{minute:02} on Tuesday.", KIND)
    assert [row.fits for row in rows] == [True]


@given(st.integers(0, 99), st.integers(60, 99))
def test_no_hour_has_more_than_sixty_minutes(told, hour, minute):
    assert told(f"The train left at {hour}:{minute} on Tuesday.") == [f"{hour}:{minute}"]


def test_a_line_of_colons_is_read(told):
    """Each time is looked for in a window of its own."""
    assert told("1:1 12:34:" * 20_000) == []
