"""A percent change is held against the two figures it is the change of, and nothing else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

KIND = "percent-change"

# Each tells a rise of 25 percent from 480 to 600, or a fall of 20 percent from 500 to 400.
TOLD = [
    "Enrolment rose 25 percent to 600 from 480.",
    "Enrolment rose by 25 per cent, from 480 to 600.",
    "Enrolment rose 25% from 480 last year to 600 this year.",
    "Enrolment has risen from 480 in 2010 to 600 in 2015, up 25 percent.",
    "Enrolment rose to 600, up 25 percent from last year's 480.",
    "Enrolment rose to 600, a gain of 25 percent from 480.",
    "Enrolment climbed to 600 from 480, or 25 percent.",
    "Enrolment went from 480 to 600, a 25% increase.",
    "Enrolment went from 480 to 600 - a rise of 25%.",
    "Since 2010 enrolment has risen from 480 to 600 (+25%).",
    "Since 2010 enrolment has risen from 480 to 600 (up 25%).",
    "There was a 25 percent rise in enrolment, to 600 from 480.",
    "The dean reported an increase of 25%, from 480 to 600.",
    "The school has 600 pupils (up 25% from 480).",
    "The school has 600 pupils, 25 percent more than the 480 it had in 2009.",
    "The school has 600 pupils, 25 percent more than 480.",
    "The school had 480 pupils last year and 600 this year, an increase of 25 percent.",
    "The school had 600 pupils this year, up from 480 last year, or 25 percent more.",
    "Enrolment was 600, compared with 480 in 2014, a gain of 25 percent.",
    "Enrolment was 600 against 480 the year before, up 25 percent.",
    "Enrolment grew by 25 percent to 600 pupils (from 480).",
    "Enrolment grew 25 percent to 600 in the three months to June 30 from 480 a year earlier.",
    "Enrolment jumped by a quarter, from 480 to 600.",
    "Enrolment jumped by nearly 26 percent, from 480 to 600.",
    "Revenue jumped 25% to $600 million, or 21 cents a share, from $480 million a year ago.",
    "The fee rose $120, or 25%, to $600 from $480.",
    "Exports were up 25 percent year-on-year at $600 million, compared with $480 million.",
    "The 25% increase brought the fee from $480 to $600.",
    "Traffic fell 20 percent, to 400 cars from 500 cars.",
    "Traffic declined from 500 to 400 cars an hour, which is a drop of 20 percent.",
    "Traffic fell by a fifth, from 500 to 400.",
    "The council cut the budget by 20% to 400 million from 500 million.",
    "A 20 percent cut reduced the budget from $500 million to $400 million.",
    "Revenue of $400 million was down 20 percent from $500 million a year earlier.",
]


@pytest.mark.parametrize("text", TOLD)
def test_a_change_that_fits_is_seen_and_fits(relate, text):
    """What was checked and found right is told, too, so that silence means something."""
    (found,) = relate(text, KIND)
    assert found.fits
    assert (found.stated, found.expected, found.held) == ("", "", "")
    assert len(found.others) == 2


@pytest.mark.parametrize("text", TOLD)
def test_the_same_words_with_another_figure_before_do_not_fit(relate, text):
    wrong = text.replace("480", "350").replace("500", "820")
    assert [found.fits for found in relate(wrong, KIND)] == [False]


def test_the_finding_shows_what_is_stated_what_the_figures_come_to_and_which_they_are(relate):
    text = "Orders rose 25 percent to 663 from 442."
    (found,) = relate(text, KIND)
    assert text[found.start : found.end] == "25 percent"
    assert found.stated == "a rise of “25 percent”"
    assert found.expected == "a rise of 50%"
    assert found.held == "from “442” to “663”"
    places = [(text[span.start : span.end], span.note) for span in found.others]
    assert places == [("442", "the figure before"), ("663", "the figure after")]


@pytest.mark.parametrize(
    ("text", "fits"),
    [
        # 1.1 / 0.9 ... 3.45 / 2.95 and 3.35 / 3.05: 9.8 to 16.9 percent
        ("Sales rose 10 percent to $3.4 million from $3.0 million.", True),
        ("Sales rose 17 percent to $3.4 million from $3.0 million.", True),
        ("Sales rose 19 percent to $3.4 million from $3.0 million.", False),
        ("Sales rose 8 percent to $3.4 million from $3.0 million.", False),
        # 147 to 196 is exactly a third: rounded and cut to 33
        ("The herd grew 33 percent to 196 from 147.", True),
        ("The herd grew 33.3 percent to 196 from 147.", True),
        ("The herd grew 35 percent to 196 from 147.", False),
        # 66.67: 67 when rounded, 66 when cut off
        ("The herd grew 66 percent to 205 from 123.", True),
        ("The herd grew 67 percent to 205 from 123.", True),
        ("The herd grew 68 percent to 205 from 123.", False),
        # eighths are precise
        ("The herd grew 12 1/2 percent to 144 from 128.", True),
        ("The herd grew 13 1/2 percent to 144 from 128.", False),
    ],
)
def test_rounding_and_cutting_off_are_allowed_for_and_nothing_more(relate, text, fits):
    assert [found.fits for found in relate(text, KIND)] == [fits]


@pytest.mark.parametrize(
    ("text", "fits"),
    [
        ("Orders rose more than 40 percent to 145 from 101.", True),
        ("Orders rose more than 50 percent to 145 from 101.", False),
        ("Orders rose nearly 45 percent to 145 from 101.", True),
        ("Orders rose nearly 40 percent to 145 from 101.", False),
        ("Orders rose about 40 percent to 145 from 101.", True),
        ("Orders rose about 60 percent to 145 from 101.", False),
        ("Orders rose less than 50 percent to 145 from 101.", True),
        ("Orders rose less than 30 percent to 145 from 101.", False),
        ("Orders rose 40 percent to about 145 from 101.", True),
        ("Orders rose 40 percent to more than 145 from 101.", False),
    ],
)
def test_bounds_are_taken_at_their_word(relate, text, fits):
    assert [found.fits for found in relate(text, KIND)] == [fits]


@pytest.mark.parametrize(
    ("text", "fits"),
    [
        ("Orders rose 20 percent to 120 from 100.", True),
        ("Orders fell 20 percent to 120 from 100.", False),
        ("Orders fell 20 percent to 80 from 100.", True),
        ("Orders were 80, down 20 percent from 100.", True),
        ("Orders were 80, up 20 percent from 100.", False),
    ],
)
def test_a_rise_is_no_fall(relate, text, fits):
    assert [found.fits for found in relate(text, KIND)] == [fits]


GUARDS = [
    # a loss is no base
    "Profit rose 40 percent to $3 million from a year-earlier loss of $2 million.",
    "The net loss narrowed 12 percent to $3 million from $9 million.",
    # not the plain figures
    "Output grew at an annualised 12 percent to 103 tonnes from 100 tonnes.",
    "Sales rose 9 percent in constant currencies, to $5.6 million from $5.5 million.",
    "Adjusted for inflation, wages rose 2 percent to $560 from $500.",
    "Wages rose 2 percent in real terms, to $560 from $500.",
    "Like-for-like sales rose 3 percent, to $9 million from $6 million.",
    "Sales rose 3 percent on a comparable store basis to $9 million from $6 million.",
    "Earnings rose 12 percent to $2.00 from $3.00 after a two-for-one split.",
    # a rate of exchange falls when the currency rises
    "The krone rose 5 percent against the dollar, to 7.2 from 7.9.",
    # two statements
    "Fares rose 12 percent while the number of trips fell to 60 from 80.",
    "Fares rose 12 percent but trips climbed to 90 from 60.",
    "Sales of tea rose 12 percent, those of coffee fell to 60 from 50.",
    "They want to raise pay by five percent and cut the week to 35 hours from 38 hours.",
    "A decrease of 30 percent from May's 71,000 and a 62 percent drop from March's 132,000.",
    "Staff has grown to 8.9 million from 6.8 million, and funding has increased by 85%.",
    "Deaths have risen to 1,120 from 814, with admissions climbing by 21% to 15,100.",
    "January exports compared with December's 15.0 and were 25 pct below last year's 18.9.",
    # a share, a level
    "In a survey 53 percent of owners favoured raising the fee to $10.10 from $7.25.",
    "It said 9 in 10 of the 40 percent who asked for an increase from 10 to 14 got it.",
    # a rise since some other time
    "Exports rose 12 percent to 560, against 940 in the record year 2008.",
    "Kit exports rose 8 percent to 100, giving a 3 percent rise over the 1985 quarter.",
    # a year
    "Exports will rise 5.3 percent over 1986 to 11,004 tonnes.",
    "Exports rose 12 percent to 560 tonnes, compared with 1986.",
    # a range of rates, different units, no second figure
    "The brackets fall from seven to three: 15%, 25% and 35%.",
    "Earnings rose 12 percent to $42 million, from 35 cents.",
    "Sales rose 12 percent to $3.4 million on sales of $30 million.",
    "Visits were up 5% on last year's 200.",
    # million is missing
    "Turnover rose 12 percent to 3.4 from 3.0 million.",
    # a chain of multiples
    "Its rate is four times that of one city, up 20 percent from 35 times that of another.",
]


@pytest.mark.parametrize("text", GUARDS)
def test_figures_that_something_keeps_apart_are_left_alone(relate, text):
    assert [found for found in relate(text, KIND) if not found.fits] == []


def test_a_change_that_is_that_of_two_other_figures_is_left_alone(relate):
    """In a crowded sentence it is unsure which figures belong together."""
    text = "Orders of 50 lorries rose 20 percent to 60 as stocks, at 90, were compared with 100."
    assert [found for found in relate(text, KIND) if not found.fits] == []


def test_a_table_is_no_story(relate):
    row = "up 5 percent to 20 from 10, "
    assert relate(row * 20, KIND) == []


@given(old=st.integers(11, 989), new=st.integers(11, 989), decimals=st.integers(0, 2))
def test_a_change_worked_out_from_two_counts_always_fits(relate, old, new, decimals):
    """Whatever the figures: no correct story gets a finding."""
    if old == new:
        return
    percent = f"{abs(new / old - 1) * 100:.{decimals}f}"
    verb = "rose" if new > old else "fell"
    text = f"The count of herons {verb} by {percent} percent from {old} to {new}."
    assert all(found.fits for found in relate(text, KIND))


@given(old=st.integers(101, 489), percent=st.integers(10, 90), off=st.integers(6, 40))
def test_a_change_off_by_more_than_rounding_never_fits(relate, old, percent, off):
    new = round(old * (1 + percent / 100))
    text = f"The count of herons rose by {percent + off}.0 percent from {old} to {new}."
    assert [found.fits for found in relate(text, KIND)] == [False]


@given(st.text(alphabet="15 %$,.()-\nupfromtose", max_size=300))
def test_no_text_breaks_the_search(relate, text):
    for found in relate(text, KIND):
        assert 0 <= found.start < found.end <= len(text)
