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
def test_a_time_that_a_clock_shows_is_no_relation_of_two_things(relate, hour, minute):
    """Counted as checked and right, they would drown the relations that say something."""
    assert relate(f"The train left at {hour}:{minute:02} on Tuesday.", KIND) == []


@given(st.integers(0, 99), st.integers(60, 99))
def test_no_hour_has_more_than_sixty_minutes(told, hour, minute):
    assert told(f"The train left at {hour}:{minute} on Tuesday.") == [f"{hour}:{minute}"]


def test_a_line_of_colons_is_read(told):
    """Each time is looked for in a window of its own."""
    assert told("1:1 12:34:" * 20_000) == []


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("Polls close at 24:30.", "24:30"),
        ("The bus leaves at 25:15.", "25:15"),
        ("The bridge is shut from 27:00, they said.", "27:00"),
        ("The power failed by 29:59.", "29:59"),
    ],
)
def test_an_hour_after_the_last_one_needs_only_a_word_in_front(told, text, time):
    assert told(text) == [time]


@pytest.mark.parametrize(
    "text",
    [
        "They stopped the clock at 31:20.",  # a length in minutes and seconds
        "They stopped the clock at 24:00.",  # the end of a day
        "They paid at 24.30.",  # a price
        "The chapter, at 24:30, is silent.",
        "The version was raised to 24:30:11.",
        "He ran it in 24:30.",
        "The drawing is to a scale of 24:30.",
    ],
)
def test_such_an_hour_may_be_another_number(told, text):
    assert told(text) == []


@given(st.integers(24, 29), st.integers(1, 59), st.sampled_from(["at", "by", "until", "around"]))
def test_every_hour_after_midnight_of_the_next_day_is_told(told, hour, minute, before):
    assert told(f"The ferry was due {before} {hour}:{minute:02}.") == [f"{hour}:{minute:02}"]


@given(st.integers(1, 12), st.integers(0, 59), st.sampled_from(["am", "pm", "a.m.", "p.m."]))
def test_each_half_of_the_day_has_twelve_hours(told, hour, minute, half):
    assert told(f"The ferry was due at {hour}:{minute:02} {half} sharp.") == []
    late = f"{hour + 12}:{minute:02} {half}"
    assert told(f"The ferry was due at {late} sharp.") == [late]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They met at 9:75 p.m. sharp.", "an hour has 60 minutes"),
        ("They met at 25:10 on Tuesday.", "a day has 24 hours"),
        ("They met at 14:30 a.m. sharp.", "hours before and after noon go up to 12"),
        ("They met at 25:75 on Tuesday.", "an hour has 60 minutes"),
    ],
)
def test_the_message_says_what_a_clock_allows(relate, text, expected):
    (row,) = relate(text, KIND)
    assert (row.expected, row.held) == (expected, "a time of day")


@given(st.text(alphabet="at 0123456789:.pmGMT\n", max_size=200))
def test_any_row_of_digits_and_colons_is_read(relate, text):
    for row in relate(text, KIND):
        assert not row.fits
        assert text[row.start].isdigit()
