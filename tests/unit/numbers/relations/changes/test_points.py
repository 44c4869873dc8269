"""A difference of two percentages is told in points; a percent change of one is something else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

KIND = "percentage-point"

TOLD = [
    "Support rose from 40% to 45%, an increase of 5 percentage points.",
    "Support rose five points, from 40 percent to 45 percent.",
    "Support rose five percentage points to 45 percent from 40 percent.",
    "Support stood at 45 per cent, up five percentage points from 40 per cent in May.",
    "Support stood at 45 per cent, up from 40 per cent in May, a rise of five points.",
    "Support was 45 per cent, 5 percentage points higher than the 40 per cent of 2011.",
    "Support was 45 percent, compared with 40 percent in 2011, a gain of 5 percentage points.",
    "Support climbed from 40% to 45%, or 5 percentage points.",
    "Support fell by 5 percentage points from 45 per cent to 40 per cent.",
    "The tax rises from 40 percent to 45 percent, a 5 percentage point increase.",
]


@pytest.mark.parametrize("text", TOLD)
def test_points_that_are_the_difference_fit(relate, text):
    assert [found.fits for found in relate(text, KIND)] == [True]


@pytest.mark.parametrize("text", TOLD)
def test_points_that_are_not_the_difference_do_not_fit(relate, text):
    wrong = text.replace("40", "28")
    assert [found.fits for found in relate(wrong, KIND)] == [False]


@pytest.mark.parametrize(
    ("text", "fits"),
    [
        ("The rate rose from 4.0% to 6.0%, a 2 percent increase.", False),
        ("The rate rose from 4.0% to 6.0%, a 50 percent increase.", True),
        ("The rate rose from 4.0% to 6.0%, a rise of 2 percentage points.", True),
        ("The share rose by 20 percent, from 10.0 percent to 12.0 percent.", True),
        ("The share rose by 2 percent, from 10.0 percent to 12.0 percent.", False),
        ("The share fell by 2 percent, from 12.0 percent to 10.0 percent.", False),
        # 49.5 to 52.4 would be 6 percent and 50.5 to 51.5 would be 2, but 2 is the difference
        ("The share rose from 50% to 52%, a 2% increase.", False),
        ("The share rose from 50% to 52%, a 4% increase.", True),
    ],
)
def test_percent_of_a_percentage_is_its_relative_change(relate, text, fits):
    """The confusion of percent and points is the commonest slip with figures in the news."""
    assert [found.fits for found in relate(text, KIND)] == [fits]


@pytest.mark.parametrize(
    ("text", "fits"),
    [
        ("The bank cut its rate by 50 basis points to 4.5 per cent from 5 per cent.", True),
        ("The bank cut its rate by 25 basis points to 4.75 per cent from 5 per cent.", True),
        ("The bank cut its rate by 25 basis points to 4.5 per cent from 5 per cent.", False),
        ("The bank raised its rate 25 basis points to 4.25% from 4.00%.", True),
        ("The bank raised its rate 75 basis points to 4.25% from 4.00%.", False),
    ],
)
def test_a_hundred_basis_points_are_one_point_and_5_beside_4_5_is_5_0(relate, text, fits):
    assert [found.fits for found in relate(text, KIND)] == [fits]


@pytest.mark.parametrize(
    ("text", "fits"),
    [
        # 40.5 - 34.5 = 6, 39.5 - 35.5 = 4
        ("Support rose 4 points to 40 percent from 35 percent.", True),
        ("Support rose 6 points to 40 percent from 35 percent.", True),
        ("Support rose 8 points to 40 percent from 35 percent.", False),
        ("Support rose 5.1 points to 40.0 percent from 35.0 percent.", True),
        ("Support rose 5.4 points to 40.0 percent from 35.0 percent.", False),
        ("Support rose nearly 6 points to 40.4 percent from 34.6 percent.", True),
        ("Support rose more than 7 points to 40.4 percent from 34.6 percent.", False),
    ],
)
def test_points_have_the_room_of_all_three_figures(relate, text, fits):
    assert [found.fits for found in relate(text, KIND)] == [fits]


def test_the_finding_tells_the_difference_and_the_relative_change(relate):
    text = "The rate rose from 4.00% to 6.00%, a 2 percent increase."
    (found,) = relate(text, KIND)
    assert text[found.start : found.end] == "2 percent"
    assert found.stated == "a rise of “2 percent”"
    assert found.expected.startswith("2 percentage points, or ")
    assert found.held == "from “4.00%” to “6.00%”"
    assert [text[span.start : span.end] for span in found.others] == ["4.00%", "6.00%"]


@pytest.mark.parametrize(
    "text",
    [
        "The yield of the 5 percent bond fell to 3.90 percent from 3.95 percent.",
        "The panel settled on 6.5 percent after 6.65 percent, up from 6.15 percent.",
        "The top 1 percent saw pay grow 90 percent, compared with a 46 percent rise for others.",
        "The top 60 percent saw pay grow 90 percent, compared with a 46 percent rise for others.",
        "It cut one tax to 20 percent from 35 percent and cut another to 35 percent from 39 percent.",
        "Maths dropped to 37 percent from 39 percent and reading to 30 percent from 38 percent.",
        "The use of rigs rose 0.6 percent to 53 percent, against 67 percent one year ago.",
        "Load rose to 60 percent from 55 percent, seat miles rose 10 percent to 11 billion.",
        "Of those asked 40 percent said yes and 45 percent said no.",
    ],
)
def test_levels_and_two_statements_are_left_alone(relate, text):
    assert [found for found in relate(text, KIND) if not found.fits] == []


@given(old=st.integers(2, 80), gain=st.integers(1, 19))
def test_a_difference_that_was_worked_out_always_fits(relate, old, gain):
    text = f"Turnout rose {gain} percentage points to {old + gain} percent from {old} percent."
    assert [found.fits for found in relate(text, KIND)] == [True]


@given(old=st.integers(2, 80), gain=st.integers(1, 19), off=st.integers(3, 30))
def test_a_difference_off_by_three_points_or_more_never_fits(relate, old, gain, off):
    told = f"{gain + off} percentage points"
    text = f"Turnout rose {told} to {old + gain} percent from {old} percent."
    assert [found.fits for found in relate(text, KIND)] == [False]


@pytest.mark.parametrize(
    ("points", "fits"), [(3, False), (4, True), (5, True), (6, True), (7, False)]
)
@pytest.mark.parametrize(
    "text",
    [
        "Support rose by {} points, from 31 to 36 percent.",
        "Support rose {} percentage points to 36 percent from 31 percent.",
        "Support fell by {} points, from 36 percent to 31 percent.",
    ],
)
def test_whole_percentages_leave_room_for_one_point(relate, text, points, fits):
    """Two figures rounded by half a point each; a difference is not cut off, but rounded, too."""
    assert [row.fits for row in relate(text.format(points), KIND)] == [fits]


@pytest.mark.parametrize(("lead", "fits"), [(1, True), (6, False)])
@pytest.mark.parametrize("at", ["", "at "])
def test_a_lead_between_two_pairs_is_held_against_the_one_it_fits(relate, at, lead, fits):
    """49 to 46 is behind the first lead and before the second, which is that of 47 to 46."""
    text = (
        "Brenk has a 3-point lead among men, 49 percent to 46 percent, "
        f"and a {lead}-point lead among women, {at}47 percent to 46 percent."
    )
    rows = relate(text, KIND)
    assert [(text[row.start : row.end], row.fits) for row in rows] == [
        ("3-point", True),
        (f"{lead}-point", fits),
    ]


@pytest.mark.parametrize(("lead", "fits"), [(1, True), (6, False)])
def test_a_lead_may_be_at_its_two_shares(relate, lead, fits):
    text = f"Brenk has a {lead}-point lead over the old mayor, at 47 percent to 46 percent."
    assert [row.fits for row in relate(text, KIND)] == [fits]
