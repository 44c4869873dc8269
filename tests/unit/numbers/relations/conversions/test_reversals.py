"""A range runs from its lower end to its upper one; a fall, a countdown or a time is no range."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

KIND = "reversed-range"


@pytest.fixture
def fits(relate):
    return lambda text: [row.fits for row in relate(text, KIND)]


def test_both_ends_are_shown(relate):
    text = "Between 50 and 20 people waited at the office."
    (row,) = relate(text, KIND)
    assert (row.fits, row.stated, row.expected) == (False, "“20”", "“50”")
    assert row.held == "ends of one range"
    assert [text[span.start : span.end] for span in row.others] == ["50"]


@pytest.mark.parametrize(
    "line",
    [
        "Between {} and {} people waited at the office.",
        "The town needs between {} and {} tonnes of salt.",
        "Between {} and {} percent of homes own a boat.",
        "Repairs will take between {} and {} days.",
        "The town needs from {} to {} tonnes of salt.",
        "Tickets are sold at between ${} and ${} each.",
        "The walk is between {} km and {} km long.",
    ],
)
def test_a_range_fits_one_way_round_only(fits, line):
    assert fits(line.format(20, 50)) == [True]
    assert fits(line.format(50, 20)) == [False]


@pytest.mark.parametrize(
    "text",
    [
        "Membership fell from 80 to 20 percent of homes.",
        "The vote cut the staff from 80 to 20 people.",
        "The price went from $80 to $20 within days.",
        "A reduction of rates\nfrom 2.5 to 1.5 percent was agreed.",
        "The plane glided from 31,684 feet to 10,000 feet in minutes.",
        "It is 10 years old and moved from 50 to 20 workers.",
        "The office is open between 10 and 4 on weekdays.",
        "The office is open between 10 am and 4 pm.",
        "The gap between 50 and 20 percent surprised her.",
        "The choice between 12 and 8 players is hers.",
        "The ratio between 12 and 8 litres is fixed.",
        "The goal fell between 15 and 12 minutes before the end.",
        "He lived between 300 and 200 years ago.",
        "Read between pages 50 and 20.",
        "It was between -5 and -10 degrees.",
        "They won between 3 and 1 games.",
        "It sold for between $1.5 million and $2.",
        "It lies between 3 km and 900 metres away.",
        "It lies between 50 police officers and 20 shops.",
        "Between more than 50 and 20 people came.",
        "From 2014 to 2011 he was the mayor.",
    ],
)
def test_what_is_no_range_is_left_alone(fits, text):
    assert False not in fits(text)


@given(st.integers(2, 9999), st.integers(2, 9999))
def test_only_the_order_of_the_ends_decides(relate, one, other):
    rows = relate(f"Between {one:,} and {other:,} tonnes of salt are needed.", KIND)
    assert all(row.fits == (one < other) for row in rows)


def test_a_sentence_of_nothing_but_ranges_is_read(fits):
    found = fits("It took " + "between 50 and 20 tonnes, " * 2000 + "they said.")
    assert found
    assert True not in found
