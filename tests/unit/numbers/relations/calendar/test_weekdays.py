"""Weekdays are held against the dates they stand with, and against one another."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

FULL, YEARLESS = "weekday-of-date", "weekdays-of-one-year"
DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()


@pytest.fixture(scope="session")
def told(relate):
    """What does not fit, as it stands in the text."""

    def _told(text, kind=FULL, **values):
        return [text[row.start : row.end] for row in relate(text, kind, **values) if not row.fits]

    return _told


@pytest.fixture(scope="session")
def seen(relate):
    return lambda text, kind=FULL, **values: len(relate(text, kind, **values))


def test_a_weekday_that_is_not_that_of_its_date_is_told_with_both_repairs(relate):
    (row,) = relate("The mill burned on Thursday, 27 June 2017, police said.", FULL)
    assert row.stated == "“Thursday, 27 June 2017”"
    assert row.expected == "27 June 2017 is a Tuesday and the nearest Thursday is 29 June 2017"
    assert not row.fits


@pytest.mark.parametrize(
    "day",
    [
        "Thursday, Nov 12, 2016",
        "Sun., Nov. 12th, 2016",
        "12 November 2016, a Friday",
        "Monday, 12/11/2016",
        "Monday, 2016-11-12",
    ],
)
def test_it_is_told_in_every_form(told, day):
    """12 November 2016 was a Saturday, 11 December 2016 a Sunday."""
    assert told(f"The mill burned on {day}.") == [day]


@given(st.dates(date(1800, 1, 1), date(2150, 12, 31)), st.integers(0, 6))
def test_only_the_weekday_of_the_calendar_fits(relate, day, index):
    written = f"{day.day} {day:%B} {day.year}"
    (row,) = relate(f"The mill burned on {DAYS[index]}, {written}, police said.", FULL)
    assert row.fits is (day.weekday() == index)


@pytest.mark.parametrize(
    "text",
    [
        "The treaty was read out on Monday, 27 June 1752, in the old hall.",
        "It was Sunday, 9 January 1905, in Petrograd, as it was to be called.",
        "They meet on Thursday and Friday, June 27, 2017, in Tarn.",
        "They meet on Wednesday-Friday, June 27, 2017, in Tarn.",
        "He was hurt on Thursday. June 27, 2017, was his last day at work.",
        "The vote was put off on Thursday, on June 27, 2017, rain fell.",
        "On Thursday he spoke of June 27, 2017, at length.",
        "On Monday, May 1,200 people marched.",
        "On Saturday, 12/11/2016, or by the other order on Sunday, the fair opens.",
    ],
)
def test_a_weekday_that_is_not_said_of_the_date_or_is_of_an_old_calendar_is_not_held(told, text):
    assert told(text) == []


def test_dates_of_one_year_that_cannot_be_are_told(relate):
    """A year whose 3 April is a Friday has its 7 April on a Tuesday."""
    text = "The fair opens on Friday, April 3, and closes on Wednesday, April 7."
    (row,) = (row for row in relate(text, YEARLESS) if not row.fits)
    assert text[row.start : row.end] == "Wednesday, April 7"
    assert row.expected == "7 April is a Tuesday in a year with “Friday, April 3”"
    assert [text[other.start : other.end] for other in row.others] == ["Friday, April 3"]


def test_of_three_the_odd_one_is_told(told):
    text = "Hearings are on Friday, June 2, on Monday, June 5, and on Friday, June 16."
    odd = text.replace("Friday, June 2", "Sunday, June 2")
    assert told(text, YEARLESS) == []
    assert told(odd, YEARLESS) == ["Sunday, June 2"]


@pytest.mark.parametrize(
    "text",
    [
        "The fair opens on Friday, April 3.",
        "The trial began on Monday, Nov. 28, and is to end on Friday, Jan. 6.",
        "It opens on Friday, April 3. Again: it opens on Friday, April 3.",
        "A storm hit on Monday, Feb. 1. By Tuesday, March 1, all was well.",
        "Hide Caption 3 of 9 It was Friday, April 3. Hide Caption Then came Wednesday, April 7.",
    ],
)
def test_one_date_a_winter_a_leap_year_and_a_gallery_are_not_told(told, text):
    assert told(text, YEARLESS) == []


def test_one_date_alone_is_not_counted_as_held(seen):
    assert seen("The fair opens on Friday, April 3.", YEARLESS) == 0


def test_the_day_of_publication_tells_the_year(told):
    """In 2015 the third of April was a Friday, in 2016 a Sunday."""
    text = "The fair opens on Friday, April 3, at noon."
    assert told(text, YEARLESS, date="2015-03-28") == []
    assert told(text, YEARLESS, date="2016-03-28T10:00:00Z") == ["Friday, April 3"]


def test_the_nearest_year_is_meant_across_the_turn_of_the_year(told):
    """28 December 2015 was a Monday."""
    text = "The storm hit on Monday, Dec. 28, and went on for a week."
    assert told(text, YEARLESS, date="2016-01-06") == []
    assert told(text.replace("Monday", "Wednesday"), YEARLESS, date="2016-01-06") != []


def test_a_year_that_the_text_names_may_be_meant(told):
    text = "The storm of 2015 is well remembered. It hit on Friday, April 3, at noon."
    assert told(text, YEARLESS, date="2016-04-10") == []


def test_several_dates_of_one_other_year_are_a_look_back(told):
    text = "It began on Friday, April 3. It ended on Tuesday, April 7, in rain."
    assert told(text, YEARLESS, date="2016-04-10") == []
    assert told(text.replace("Tuesday", "Sunday"), YEARLESS, date="2016-04-10") != []


def test_a_day_of_publication_that_cannot_be_read_is_as_none(told):
    assert told("The fair opens on Friday, April 3.", YEARLESS, date="soon") == []


@given(st.dates(date(1990, 1, 1), date(2030, 1, 1)), st.integers(1, 80))
def test_two_true_dates_near_one_another_always_fit(relate, first, days):
    last = first + timedelta(days)
    names = [f"{day:%A}, {day.day} {day:%B}" for day in (first, last)]
    rows = relate(f"It opens on {names[0]} and closes on {names[1]}.", YEARLESS)
    assert [row.fits for row in rows] == [True, True]


@pytest.mark.parametrize("thing", ["vote", "fire at the mill", "talks on the old port"])
def test_the_weekday_of_an_event_is_held_against_its_date_in_brackets(told, thing):
    """27 June 2017 was a Tuesday."""
    assert told(f"Tuesday's {thing} (June 27, 2017) left its mark.") == []
    assert told(f"Monday’s {thing} (June 27, 2017) left its mark.") == [
        f"Monday’s {thing} (June 27, 2017"
    ]


@pytest.mark.parametrize(
    "text",
    [
        "After Monday's vote, the law of June 27, 2017 was dropped.",
        "Monday's vote on the law of June 27, 2017 was close.",
        "Monday's vote in Tarn, Orla and Brenk (June 27, 2017) was close.",
        "A Monday vote (June 27, 2017) was close.",
    ],
)
def test_a_weekday_farther_off_is_of_another_day(told, text):
    assert told(text) == []


@given(st.dates(date(1900, 1, 1), date(2099, 12, 31)), st.integers(1, 6))
def test_the_nearest_such_weekday_is_at_most_three_days_off(relate, day, off):
    """The repair that is offered is a day of the stated weekday, near the stated date."""
    wrong = DAYS[(day.weekday() + off) % 7]
    (row,) = relate(f"It was {wrong}, {day.day} {day:%B} {day.year}, they say.", FULL)
    near = min(
        (day + timedelta(each) for each in range(-3, 4)),
        key=lambda each: (DAYS[each.weekday()] != wrong, abs(each - day)),
    )
    assert DAYS[near.weekday()] == wrong
    assert row.expected.endswith(f"nearest {wrong} is {near.day} {near:%B} {near.year}")


# In a year whose 5 June is a Monday the tenth is a Saturday and the eighth a Thursday.
OTHER_YEARS = [
    "The regatta is on Monday, June 5. Last year's regatta was on Friday, June 10.",
    "The regatta is on Monday, June 5. In 2018 it will be on Friday, June 8.",
    "The regatta is on Monday, June 5. Next year it will be on Tuesday, June 5.",
    "The regatta is on Monday, June 5. A year earlier it was on Friday, June 10.",
    "The regatta is on Monday, June 5, two years later on Wednesday, June 5.",
    "The regatta is on Monday, June 5, this year, and was on Friday, June 10, last year.",
    "The regatta is on Monday, June 5. Last year it rained. It was held on Friday, June 10.",
]


@pytest.mark.parametrize("text", OTHER_YEARS)
@pytest.mark.parametrize("published", [None, "2017-05-20"])
def test_a_date_that_the_text_puts_into_another_year_is_not_held(told, text, published):
    """5 June 2017 was a Monday, 10 June 2016 and 8 June 2018 Fridays: nothing is wrong."""
    assert told(text, YEARLESS, date=published) == []


def test_another_year_in_another_paragraph_keeps_no_dates_apart(told):
    text = "Last year it rained.\nThe fair opens on Friday, April 3, until Wednesday, April 7."
    assert told(text, YEARLESS) == ["Wednesday, April 7"]
    assert told(text.replace("\n", " "), YEARLESS) == []


@pytest.mark.parametrize("published", ["0001-01-01", "1499-12-31", "0001-01-01T00:00:00Z"])
def test_a_day_of_publication_before_print_is_taken_as_unknown(relate, published):
    """Systems write year 1 where they know no day."""
    text = "The fair opens on Friday, April 3, and closes on Wednesday, April 7."
    assert relate(text, date=published) == relate(text)
    assert relate("The fair opens on Sunday, April 3.", YEARLESS, date=published) == []


def test_many_dates_behind_a_very_long_sentence_are_read(told):
    """What stands around each date is looked at within a fixed reach."""
    text = "word " * 200_000 + ". " + "The fair opens on Friday, April 3. " * 1_000
    assert told(text, YEARLESS) == []
    assert told(text, YEARLESS, date="2015-03-28") == []
