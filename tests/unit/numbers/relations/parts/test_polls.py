"""Shares of a poll that names the undecided, or the rest, make up 100 percent."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

KIND = "sum-of-parts"


def verdicts(relate, text):
    """Whether each row of shares in `text` fits, in order."""
    return [row.fits for row in relate(text, KIND)]


@pytest.mark.parametrize(
    "text",
    [
        "Some 54 percent said yes, 29 percent said no and {} percent were undecided.",
        "The poll had 54 in favour, 29 against and {} per cent undecided.",
        "54% of voters back the dam while 29% oppose it and {}% don't know.",
        "54 percent backed it; 29 percent opposed it; {} percent had no opinion.",
        "54 percent were for, 29 percent against and the rest, {} percent, gave no answer.",
        "Of the money 83 percent goes to Tarn and the remaining {} percent to Orla.",
    ],
)
def test_yes_no_and_undecided_come_to_a_hundred(relate, text):
    for share, fits in ((17, True), (16, True), (19, True), (27, False), (7, False)):
        assert verdicts(relate, text.format(share)) == [fits]


@pytest.mark.parametrize(
    "text",
    [
        "Asked what they read, 60 percent named novels, 45 percent poems and 30 percent the paper.",
        "Tarn has 40 percent, Orla 25 percent and 10 percent are undecided.",
        "Some 54 percent said yes in May, and 61 percent in June.",
        "In May 54 percent said yes, 29 percent no and 17 percent were unsure; now 70 percent are.",
        "Voters in 12 towns were split: 46 percent for, 46 percent against, several undecided.",
        "About 60 to 70 percent said yes and 20 percent were undecided.",
    ],
)
def test_other_shares_need_not_add_up(relate, text):
    """More than one answer, a candidate not named, two polls in one sentence, ranges."""
    assert verdicts(relate, text) == []


def test_a_row_without_its_two_sides_may_leave_something_out(relate):
    """Only too much is told: a third answer may not have been printed."""
    text = "The vote split {} percent to 29 percent, with 17 percent undecided."
    assert verdicts(relate, text.format(54)) == [True]
    assert verdicts(relate, text.format(64)) == [False]
    assert verdicts(relate, text.format(44)) == []


def test_an_editor_sees_what_the_shares_come_to(relate):
    text = "Some say 54 percent said yes, 29 percent said no and 27 percent were undecided."
    (row,) = relate(text, KIND)
    assert text[row.start : row.end] == "27 percent"
    assert row.expected == "the shares come to 110%, not 100%"
    assert len(row.others) == 2


@settings(max_examples=40, deadline=None)
@given(st.integers(20, 60), st.integers(20, 40), st.integers(1, 60))
def test_two_points_are_left_to_rounding(relate, yes, no, rest):
    text = f"{yes} percent said yes, {no} percent said no and {rest} percent were undecided."
    if 75 <= yes + no + rest <= 150:
        assert verdicts(relate, text) == [98 <= yes + no + rest <= 102]
    else:
        assert verdicts(relate, text) == []


SIDES = {
    "for, against and undecided": "{} percent were for, {} percent against, {} percent undecided.",
    "support and oppose": "{}% support it, {}% oppose it and {}% are undecided.",
    "the poll is told first": "In a poll {} percent said yes, {} percent no, {} percent undecided.",
}


@pytest.mark.parametrize("text", SIDES.values(), ids=SIDES.keys())
@pytest.mark.parametrize("shares", [(50, 30, 20), (20, 30, 50), (33, 33, 33), (34, 34, 34)])
def test_shares_in_any_order_make_a_hundred(relate, text, shares):
    """Three thirds rounded down come to 99, and rounded up to 102."""
    assert verdicts(relate, text.format(*shares)) == [True]


@pytest.mark.parametrize("text", SIDES.values(), ids=SIDES.keys())
@pytest.mark.parametrize("shares", [(50, 30, 30), (54, 29, 7), (60, 30, 20)])
def test_shares_that_miss_a_hundred_are_told(relate, text, shares):
    assert verdicts(relate, text.format(*shares)) == [False]


def test_every_share_is_evidence(relate):
    text = "50 percent were for, 30 percent against, 30 percent undecided."
    (row,) = relate(text, KIND)
    places = [row, *row.others]
    assert sorted(text[each.start : each.end] for each in places) == [
        "30 percent",
        "30 percent",
        "50 percent",
    ]


def test_a_row_of_very_many_shares_is_no_poll(relate):
    assert verdicts(relate, "5 percent undecided, " * 5_000) == []
