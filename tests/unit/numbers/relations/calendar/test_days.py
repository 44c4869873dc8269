"""Days that no calendar has are told, counts behind a month are not."""

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


def test_a_date_with_its_year_is_counted_as_held(relate):
    assert [row.fits for row in relate("It ended on 3 May 2014, they say.", KIND)] == [True]
