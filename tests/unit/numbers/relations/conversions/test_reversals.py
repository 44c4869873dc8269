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


@pytest.mark.parametrize(
    "line",
    [
        "Repairs take {} to {} weeks.",
        "The storm dumped {} to {} inches of rain.",
        "He was jailed for {} to {} months.",
        "She said {} to {} dogs were kept there.",
        "About {} to {} people gathered.",
        "A stay costs ${} to ${} a night.",
        "Growth of {} to {} percent is forecast.",
        "Rents range from ${} to ${} a week.",
        "The boats weigh from {} to {} tonnes.",
        "It takes from {} to {} days to heal.",
        "The men are between the ages of {} and {}.",
        "It is for people aged between {} and {}.",
        "Between {} and {} inches of snow fell.",
        "Between {} and {} percent of homes lost power.",
    ],
)
def test_other_ways_to_tell_a_range_are_read(fits, line):
    assert False not in fits(line.format(20, 50))
    assert fits(line.format(50, 20)) == [False]


@pytest.mark.parametrize(
    "text",
    [
        "She leads him 52 percent to 44 percent.",
        "The measure passed by 60 percent to 40 percent.",
        "They outspent the others $64 million to $47 million.",
        "The poll had her ahead, at 54 to 41 percent.",
        "Men are for it, 50% to 37%.",
        "The council voted 9 to 5 for it.",
        "The rate eased 8 percent to 7.5 percent one month out.",
        "They beat Orla 30 to 20 points.",
        "The shed holds 80 goats to 20 sheep.",
        "The plane dived 9,000 feet to 3,000 feet.",
        "The staff shrank, 80 to 20 people.",
        "They drove from 50 miles to 20 miles off Tarn.",
        "The fall was between 50 and 20 percent.",
        "Odds of 20 to 1 were given.",
        "He read 40, to 20 people.",
        "The gap is 50 to 20 points.",
        "It fell between 20 and 10 feet.",
        "The lead of 40 to 30 percent held.",
    ],
)
def test_votes_leads_and_falls_without_a_word_in_front_are_left_alone(fits, text):
    assert False not in fits(text)


@given(st.integers(2, 99), st.integers(2, 99), st.sampled_from([1, 10, 1000]))
def test_scaling_both_ends_changes_nothing(relate, one, other, factor):
    line = "The town needs between {:,} and {:,} tonnes of salt."
    small = [row.fits for row in relate(line.format(one, other), KIND)]
    large = [row.fits for row in relate(line.format(one * factor, other * factor), KIND)]
    assert False not in small if one <= other else small == large


@given(st.integers(2, 99), st.integers(2, 99))
def test_what_stands_before_and_behind_changes_nothing(relate, one, other):
    """Within other paragraphs; a fall that is told in the same lines does."""
    text = f"Repairs take {one} to {other} weeks."
    around = "Nobody was on the ferry.\n\n" + text + "\n\nThe clerk said no more."
    alone = [row.fits for row in relate(text, KIND)]
    assert [row.fits for row in relate(around, KIND)] == alone
    for row in relate(around, KIND):
        assert around[row.start : row.end] in (f"{other} weeks", f"{one} to {other} weeks")


@given(st.integers(2, 9999), st.integers(2, 9999))
def test_only_the_order_of_the_ends_decides(relate, one, other):
    rows = relate(f"Between {one:,} and {other:,} tonnes of salt are needed.", KIND)
    assert all(row.fits == (one < other) for row in rows)


def test_a_sentence_of_nothing_but_ranges_is_read(fits):
    found = fits("It took " + "between 50 and 20 tonnes, " * 2000 + "they said.")
    assert found
    assert True not in found


def test_a_line_of_falling_figures_is_read(fits):
    assert True not in fits("They saw " + "50 to 20 " * 3000 + "ships.")


def test_a_dash_with_blanks_begins_a_remark_and_joins_no_range(relate):
    """A sum is told, and then its parts."""
    assert relate("The town will spend $11.8 million – $3.2 million on roads.", KIND) == []
    assert [row.fits for row in relate("The town will spend $11 to $3 on each.", KIND)] == [False]


@pytest.mark.parametrize(
    "text",
    ["She drove between 60 and 50 mph all night.", "Between 9 and 5 clerks sit at their desks."],
)
def test_a_speed_that_was_driven_and_office_hours_are_no_range(fits, text):
    assert fits(text) == []


def test_other_figures_of_clerks_and_speeds_are_ranges(fits):
    assert fits("Between 9 and 6 clerks sit at their desks.") == [False]
    assert fits("Winds blew at between 60 and 50 mph all night.") == [False]
