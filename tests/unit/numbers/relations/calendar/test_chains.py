"""Dates that a number of days ties together must be so many days apart."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

KIND = "date-chain"
NUMBERS = "zero one two three four five six seven".split()


@pytest.fixture(scope="session")
def told(relate):
    def _told(text):
        return [text[row.start : row.end] for row in relate(text, KIND) if not row.fits]

    return _told


@pytest.mark.parametrize(
    "text",
    [
        "The strike began on June 10. {} days later, on June 14, the yard reopened.",
        "On 10 June the dam gave way, and {} days later, on 14 June, all was dry.",
        "{} days after the vote of June 10, the count began on June 14.",
        "On June 14, {} days after the June 10 fire, both sides met.",
        "The ship was seen on June 10. On June 14, {} days later, it was gone.",
        "{} days after Monday's storm, on Friday, the lights came back.",
        "On Friday, {} days after Monday's storm, the lights came back.",
        "The dam broke on Monday. {} days later, on Friday, all was dry.",
        "{} days before Friday's vote, on Monday, the roll was closed.",
    ],
)
@pytest.mark.parametrize(("days", "fits"), [("four", True), ("three", False), ("6", False)])
def test_the_second_date_must_be_so_many_days_off(relate, text, days, fits):
    line = text.format(days)
    (row,) = relate(line[0].upper() + line[1:], KIND)
    assert row.fits is fits


def test_the_message_says_to_which_day_it_comes(relate):
    text = "The strike began on May 30. Three days later, on June 4, the yard reopened."
    (row,) = relate(text, KIND)
    assert (row.stated, row.expected) == ("“June 4”", "it comes to 2 June")
    assert [text[span.start : span.end] for span in row.others] == ["May 30"]
    (row,) = relate("Two days after Monday's storm, on Friday, the lights came back.", KIND)
    assert row.expected == "it comes to Wednesday"


def test_the_next_day_is_one_day_later(told):
    assert told("The vote was held on May 31. The next day, June 1, the count began.") == []
    assert told("The vote was held on May 30. The next day, June 1, the count began.") == ["June 1"]
    assert told("The vote was on Monday. The following day, Thursday, it rained.") == ["Thursday"]
    assert told("On Tuesday, the day after Monday's storm, it was dry.") == []


def test_a_chain_runs_over_the_turn_of_the_year_and_the_leap_day(told):
    assert told("It began on Dec. 30. Three days later, on Jan. 2, it was over.") == []
    assert told("It began on Feb. 27. Three days later, on March 1, it was over.") == []
    assert told("It began on Feb. 27. Three days later, on March 2, it was over.") == []
    assert told("It began on Feb. 27, 2015. Three days later, on March 1, it was over.") != []


def test_weeks_and_months_have_room(told):
    assert told("It began on May 1. Three weeks later, on May 24, it was over.") == []
    assert told("It began on May 1. Three weeks later, on June 10, it was over.") == ["June 10"]
    assert told("It began on May 1. Two months later, on June 24, it was over.") == []


@pytest.mark.parametrize(
    "text",
    [
        "About two days after Monday's storm, on Friday, the lights came back.",
        "It opened on Monday and on Tuesday. Two days later, on Friday, it rained.",
        "It opened on Monday. It rained. Two days later, on Friday, it was over.",
        "It opened on May 3 and 40 ships came. Two months later it closed.",
        "It takes effect on Friday, five days later than the Monday that was planned.",
        "It rained for two days after Monday. By Friday all was dry.",
        "It opened on 3/4/2015. Two days later, on 9 May 2015, it rained.",
        "Within two days after Monday's storm, on Friday, it rained.",
    ],
)
def test_what_is_loose_or_has_two_beginnings_is_not_held(told, text):
    assert told(text) == []


@given(st.dates(date(2001, 3, 1), date(2001, 12, 1)), st.integers(2, 7), st.integers(2, 7))
def test_only_the_number_of_days_decides(told, first, days, stated):
    last = first + timedelta(days)
    text = (
        f"It began on {first.day} {first:%B}. {NUMBERS[stated].title()} days later, on"
        f" {last.day} {last:%B}, it was over."
    )
    assert bool(told(text)) is (days != stated)


@pytest.mark.parametrize(
    ("days", "last", "fits"),
    [
        ("51", "May 1", True),
        ("51", "May 2", True),  # both ends counted
        ("51", "May 9", False),
        ("40", "April 20", True),
        ("40", "April 23", True),  # a round number
        ("40", "May 1", False),
        ("21", "April 2", False),
        ("20", "April 3", False),
    ],
)
def test_many_days_are_counted_with_both_ends_and_round_ones_are_rounded(told, days, last, fits):
    """From 11 March it is 21 days to 1 April, 40 to 20 April and 51 to 1 May."""
    text = f"The siege began on March 11 and ended {days} days later, on {last}."
    assert told(text) == ([] if fits else [last])


@given(st.integers(22, 60), st.integers(0, 300))
def test_a_year_of_days_apart_in_either_order_fits(told, days, start):
    """A count and the day it leads to fit, told forwards and backwards."""
    first = date(2001, 1, 1) + timedelta(start)
    last = first + timedelta(days)
    one, other = (f"{each.day} {each:%B} {each.year}" for each in (first, last))
    assert told(f"It began on {one}. It ended {days} days later, on {other}.") == []
    assert told(f"It ended on {other}, {days} days after the {one} fire.") == []


@given(st.dates(date(2001, 3, 1), date(2001, 12, 1)), st.integers(2, 20), st.integers(1, 6))
def test_the_day_it_comes_to_is_named(relate, first, days, off):
    there, said = first + timedelta(days), first + timedelta(days + off)
    text = (
        f"It began on {first.day} {first:%B}. It ended {days} days later, on {said.day} {said:%B}."
    )
    (row,) = relate(text.replace(". It ended", " and ended"), KIND)
    assert row.expected == f"it comes to {there.day} {there:%B}"


def test_a_page_of_chains_is_read(told):
    text = "The ship left on June 1. Three days later, on June 4, it sank. "
    assert told(text * 300) == []
