"""Days that no calendar has are told, counts behind a month are not."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

KIND = "impossible-date"


@pytest.fixture(scope="session")
def told(relate):
    def _told(text):
        return [text[row.start : row.end] for row in relate(text, KIND) if not row.fits]

    return _told


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("31 April", "April has 30 days"),
        ("April 31", "April has 30 days"),
        ("Feb. 30, 2016", "February 2016 has 29 days"),
        ("29 February 2015", "2015 is no leap year and its February has 28 days"),
        ("Feb. 29, 1900", "1900 is no leap year and its February has 28 days"),
        ("September 31st", "September has 30 days"),
        ("31/02/2019", "February 2019 has 28 days"),
        ("2019-02-30", "February 2019 has 28 days"),
        ("Monday, June 31", "June has 30 days"),
        ("the 32nd of May", "May has 31 days"),
    ],
)
def test_a_day_after_the_end_of_its_month_is_told(relate, day, expected):
    (row,) = (row for row in relate(f"The lease ends on {day}, they say.", KIND) if not row.fits)
    assert row.expected == expected


@pytest.mark.parametrize("verb", ["expires", "met", "was signed", "is set for"])
def test_a_verb_in_front_and_a_sign_behind_make_it_one(told, verb):
    assert told(f"The deal {verb} June 31, they said.") == ["June 31"]


@pytest.mark.parametrize("before", ["by", "until", "from", "since", "The", "their", "dated"])
def test_a_word_that_leads_to_a_date_makes_it_one(told, before):
    assert told(f"{before} April 31, as the letter says.") == ["April 31"]


@pytest.mark.parametrize(
    "text",
    [
        "In April 31 ships passed the lock.",
        "In February 30 people were hurt on the ice.",
        "Since April 31 ships have passed the lock.",
        "The odds were 9/31, then 2/30.",
        "The 29th of February 2016 was a Monday.",
        "See you on Feb. 29, they said.",
        "He sang “February 30” and other songs.",
        "By April 31 ships had passed.",
        "WOOL APR 45 JUN 7 AUG 36\n41 DEC 20 FEB",
        "The file is 2016-42-27 and the part 99/88/2016.",
        "On 30 February 1712 Sweden had a day of its own.",
        "We used April 31.5 tonnes of it.",
        "In June 31% were for it.",
        "They sold 20 in March and 40 in April 31.",
    ],
)
def test_a_count_a_number_and_an_old_year_are_no_such_day(told, text):
    assert told(text) == []


@given(st.dates())
def test_a_day_that_is_there_is_never_told(told, day):
    assert told(f"The lease ends on {day.day} {day:%B} {day.year:04}, they say.") == []


def test_a_date_that_there_is_is_no_relation_of_two_things(relate):
    """Counted as checked and right, they would drown the relations that say something."""
    assert relate("It ended on 3 May 2014, and on Feb. 29, 2016, they say.", KIND) == []


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The survey ran June 15-31.", "June 15-31"),
        ("The fair is held Sept. 28–31, they say.", "Sept. 28–31"),
        ("Between June 1 and June 31, 40 fires were set.", "June 31"),
        ("It is open from 1 June to 31 June, they say.", "31 June"),
        ("The lease ends on 32 August, they say.", "32 August"),
        ("He stays until 35 December, they say.", "35 December"),
        ("The court ruled on Sept. 31 that the law was void.", "Sept. 31"),
        ("A friend of 31st April fame.", "31st April"),
        ("It was on Monday, June 31-12.", "Monday, June 31"),
    ],
)
def test_the_end_of_a_row_of_days_must_be_there_as_well(told, text, day):
    assert told(text) == [day]


@pytest.mark.parametrize(
    "text",
    [
        "The survey ran June 15-30.",
        "The survey ran May 28–31.",
        "They sold June 15-35% of it.",
        "The cars of April 30-31/2014 were sold.",
        "Since June 14, 45 ships have passed.",
        "The index is based on 32 August surveys.",
        "They lost 40 April, and 32 May, matches.",
        "In chapter 3 the ship comes to 32 March roads.",
        "He scored 30-0 April and 0 May.",
    ],
)
def test_other_numbers_beside_a_month_are_left_alone(told, text):
    assert told(text) == []


@given(st.integers(1, 12), st.integers(1, 28), st.integers(29, 31))
def test_a_row_of_days_is_told_when_its_month_is_shorter(told, month, first, last):
    longest = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)[month - 1]
    name = date(2000, month, 1).strftime("%B")
    assert bool(told(f"The fair ran {name} {first}-{last}.")) is (last > longest)


@given(st.integers(1, 12), st.integers(1, 39), st.integers(1900, 2100))
def test_only_the_calendar_decides(told, month, day, year):
    """Whichever stands first, the answer is that of `datetime`."""
    name = date(2000, month, 1).strftime("%B")
    try:
        date(year, month, day)
    except ValueError:
        is_there = False
    else:
        is_there = True
    for written in (f"{day} {name} {year}", f"{name} {day}, {year}", f"{name} {day} {year}"):
        assert bool(told(f"The lease ends on {written}, they say.")) is not is_there


def test_a_day_that_is_quoted_may_be_a_title(told):
    assert told('They sang "31 April" and “32 May” and other songs.') == []


def test_a_long_row_of_days_is_read(told):
    assert told("on 31 June-" * 20_000 + ".") == told("on 31 June-" * 20_000)
