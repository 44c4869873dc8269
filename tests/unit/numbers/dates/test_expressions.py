"""The parts of a date follow one another as English writes them, and in no other way."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.numbers.dates.expressions import any_of, cased


@pytest.fixture(scope="module")
def found(grammar):
    """The named parts that one expression finds at the beginning of a text, null ones left out."""

    def _found(name, text):
        match = getattr(grammar.dates.expressions, name).match(text)
        return match and {key: part for key, part in match.groupdict().items() if part}

    return _found


@pytest.fixture(scope="module")
def ended(grammar):
    """Likewise of an expression that ends where the text ends."""

    def _ended(name, text):
        match = getattr(grammar.dates.expressions, name).search(text)
        return match and {key: part for key, part in match.groupdict().items() if part}

    return _ended


DAYS = {
    "month, day and year": ("May 3, 2014", {"month": "May", "day": "3", "year": "2014"}),
    "an ordinal is a day": ("May 3rd, 2014", {"month": "May", "day": "3rd", "year": "2014"}),
    "an article may stand before it": ("May the 3rd", {"month": "May", "day": "3rd"}),
    "the year may be told later": ("May 3 was wet", {"month": "May", "day": "3"}),
    "a short month has a full stop": ("Sept. 3, 2014", {"month": "Sept", "day": "3", "year": "2014"}),
    "in capitals": ("MAY 3, 2014", {"month": "MAY", "day": "3", "year": "2014"}),
    "a percentage is no day": ("May 3 percent", None),
    "a decimal is no day": ("May 3.5", None),
    "a price in hundreds is no day": ("May 300", None),
    "a longer word is no month": ("Mayor 3", None),
    "a time is no day": ("May 3:20", None),
}  # fmt: skip


@pytest.mark.parametrize(("text", "parts"), DAYS.values(), ids=DAYS.keys())
def test_a_day_behind_its_month(found, text, parts):
    assert found("day", text) == parts


YEARS = {
    "a year right behind": ("May 2014", {"month": "May", "year": "2014"}),
    "a comma between": ("May, 2014", {"month": "May", "year": "2014"}),
    "of between": ("May of 2014", {"month": "May", "year": "2014"}),
    "a season is no year": ("May 2014-15", {"month": "May"}),
    "a longer number is no year": ("May 20145", {"month": "May"}),
    "a unit makes it none": ("May 2014km", {"month": "May"}),
    "a thousands mark makes it none": ("May 2014,500", {"month": "May"}),
    "the year 900 is out of reach": ("May 0900", {"month": "May"}),
}


@pytest.mark.parametrize(("text", "parts"), YEARS.values(), ids=YEARS.keys())
def test_a_year_behind_its_month(found, text, parts):
    assert found("year", text) == parts


LEADS = {
    "weekday and day": ("On Monday, 3 ", {"weekday": "Monday", "day": "3"}),
    "a short weekday": ("On Mon. 3 ", {"short": "Mon", "day": "3"}),
    "the day of the month": ("on the 3rd of ", {"day": "3rd"}),
    "a day in words": ("on the third of ", {"spelt": "third"}),
    "the weekday alone": ("On Monday, ", {"weekday": "Monday"}),
    "the vote of a weekday": ("Monday's vote (", {"weekday": "Monday"}),
    "a number of three digits is no day": ("for 300 ", {}),
    "the end of a longer number is no day": ("for 1.3 ", {}),
    "an amount is no day": ("for $3 ", {}),
}


@pytest.mark.parametrize(("text", "parts"), LEADS.values(), ids=LEADS.keys())
def test_what_stands_before_a_month(ended, text, parts):
    assert ended("lead", text) == parts


CLOCKS = {
    "an hour with its mark": ("3 p.m.", {"hour": "3", "pm": "p.m."}),
    "minutes behind a colon": ("3:20 pm", {"hour": "3", "sep": ":", "minute": "20", "pm": "pm"}),
    "minutes behind a full stop": ("3.20pm", {"hour": "3", "sep": ".", "minute": "20", "pm": "pm"}),
    "a score is no time": ("3-2", None),
    "a longer number is none": ("3:205", None),
}  # fmt: skip


@pytest.mark.parametrize(("text", "parts"), CLOCKS.values(), ids=CLOCKS.keys())
def test_a_time_of_day(found, text, parts):
    assert found("clock", text) == parts


ISO = {
    "a day in digits": ("2014-05-03", True),
    "a longer number": ("2014-05-031", False),
    "a longer row": ("2014-05-03-7", False),
    "a day of one digit": ("2014-05-3", False),
    "a year too early": ("0914-05-03", False),
}


@pytest.mark.parametrize(("text", "is_day"), ISO.values(), ids=ISO.keys())
def test_a_day_in_digits_alone(found, text, is_day):
    assert bool(found("iso", text)) is is_day


def test_numbers_with_slashes_need_one_separator(ended):
    assert ended("slashed", "on 3/5/") == {"one": "3", "sep": "/", "two": "5"}
    assert ended("slashed", "on 3/5.") is None
    assert ended("slashed", "on 2003/5/") is None


@given(st.integers(0, 23), st.integers(0, 59), st.sampled_from([" am", "am", " pm", ""]))
def test_the_gate_is_in_every_time_that_has_minutes(grammar, hour, minute, mark):
    """What it misses is never tried, so a time that it misses is never read."""
    text = f"at {hour}:{minute:02}{mark} sharp"
    assert grammar.dates.expressions.clock_gate.search(text)


@given(st.sampled_from(range(1, 13)), st.integers(1, 31), st.integers(1500, 2999))
def test_every_date_has_an_anchor_and_is_read_there(grammar, month, day, year):
    expressions, name = grammar.dates.expressions, grammar.dates.months[month]
    text = f"On {name} {day}, {year}, it rained."
    at = expressions.anchor.search(text).start()
    match = expressions.day.match(text, at)
    assert expressions.months[match["month"].lower()] == month
    assert (match["day"], match["year"]) == (str(day), str(year))


def test_words_are_tried_longest_first_and_as_plain_text():
    """Else "Sep" would hide "September", and a full stop would stand for any letter."""
    assert any_of(["a", "abc", "ab", "ab"]) == "abc|ab|a"
    assert re.fullmatch(any_of(["a.m."]), "axmx") is None
    assert set(cased(["may"]).split("|")) == {"may", "May", "MAY"}


@pytest.mark.parametrize(
    "text", ["May " * 50_000, "3 " * 90_000, "Monday, " * 30_000, "1" * 200_000]
)
@pytest.mark.parametrize("name", ["anchor", "clock_gate", "day", "year", "clock"])
def test_hostile_rows_end(grammar, name, text):
    """Each expression is tried at every place of a text, whatever stands there."""
    assert sum(1 for _ in getattr(grammar.dates.expressions, name).finditer(text)) <= len(text)


@pytest.mark.parametrize("blank", [" ", "\u00a0", "\u2009", "\u202f"])
def test_a_blank_that_does_not_break_is_a_blank(relate, blank):
    """Publishing systems put them between a day, its month and its year."""
    text = f"The bridge opened on Thursday,{blank}27{blank}June{blank}2017."
    assert [row.fits for row in relate(text, "weekday-of-date")] == [False]
    assert [row.fits for row in relate(text.replace("Thurs", "Tues"), "weekday-of-date")] == [True]
