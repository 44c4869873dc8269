"""What looks like a change and is none; and what holds for the changes of any figures."""

import pytest
from hypothesis import given
from hypothesis import strategies as st


def verdicts(relate, text, kind):
    """Whether each relation of `kind` in `text` fits, in order."""
    return [row.fits for row in relate(text, kind)]


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        # The percentage is since last year, the figure beside it is of last month.
        ("percent-change", "Exports rose 31 percent to 154, compared with 146 in April."),
        ("percent-change", "Sales rose 12 percent of costs, from $400 to $500."),
        ("percent-change", "Prices rose 12 percent; it sold 400 in May and 500 in June."),
        # A lead is of two shares that stand against one another.
        ("percentage-point", "It had 48 percent and 43 percent; the lead was 20 points in May."),
        ("percentage-point", "He led by 12 points with 48 percent of the vote."),
        ("percentage-point", "Turnout was 48 percent, and prices rose 43 percent, with a lead."),
        ("multiple", "He earns $200,000, twice as much as people who, in 2010, had $90,000 once."),
        ("multiple", "Last year 12 left; this year 40 came, twice as many men as women."),
        ("fraction-of-count", "Half of the 80 members, 12 of them women, voted."),
    ],
)
def test_figures_that_only_look_like_it_are_left_alone(relate, kind, text):
    assert False not in verdicts(relate, text, kind)


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("percent-change", "Exports rose 31 percent to 154, from 146 in April."),
        ("percent-change", "The stock lost 50 percent of its value, falling from $100 to $70."),
        ("percent-change", "The budget of $120 million was cut by 20 percent to $108 million."),
        ("percentage-point", "Hale leads Orr by 48 percent to 43 percent, a nine-point lead."),
        ("percentage-point", "Hale leads Orr with 48% to 43%, a margin of nine points."),
        ("multiple", "He earns $900, twice as much as his aide, who was paid $700."),
        ("fraction-of-count", "A third of the 60 shops, 40 shops, have closed."),
    ],
)
def test_the_neighbours_of_a_guard_are_told(relate, kind, text):
    assert verdicts(relate, text, kind) == [False]


@pytest.mark.parametrize(
    "text",
    [
        "Hale leads Orr by 48 percent to 43 percent, a {}-point lead.",
        "Orr trails Hale, 43 percent against 48 percent, a {}-point gap.",
        "Hale is ahead, 48 percent to 43 percent, with a margin of {} points.",
    ],
)
def test_a_lead_is_the_difference_of_two_shares(relate, text):
    """Whoever is named first; a lead has no direction."""
    assert False not in verdicts(relate, text.format("five"), "percentage-point")
    (row,) = relate(text.format("12"), "percentage-point")
    assert not row.fits
    assert row.expected.startswith("5 percentage points")


@given(
    old=st.integers(2, 9).map(lambda n: 100 * n),
    percent=st.integers(5, 80),
    scale=st.sampled_from(["", " million", " billion"]),
    off=st.integers(10, 60),
)
def test_the_scale_of_both_figures_does_not_matter(relate, old, percent, scale, off):
    """From 200 to 250 and from 200 million to 250 million it is a quarter more."""
    new = old * (100 + percent) // 100
    text = "Sales rose {} percent, from ${}{} to ${}{}."
    right = text.format(percent, old, scale, new, scale)
    wrong = text.format(percent + off, old, scale, new, scale)
    assert verdicts(relate, right, "percent-change") == [True]
    assert verdicts(relate, wrong, "percent-change") == [False]


@given(old=st.integers(20, 70), points=st.integers(1, 20), off=st.integers(2, 9))
def test_points_are_the_difference(relate, old, points, off):
    text = "The rate rose {} percentage points, from {} percent to {} percent."
    right, wrong = (text.format(n, old, old + points) for n in (points, points + off))
    assert verdicts(relate, right, "percentage-point") == [True]
    assert verdicts(relate, wrong, "percentage-point") == [False]


@given(
    old=st.integers(20, 900),
    word=st.sampled_from([("doubled", 2), ("tripled", 3), ("quadrupled", 4)]),
    off=st.floats(1.3, 1.9),
)
def test_a_multiple_is_the_ratio(relate, old, word, off):
    told, by = word
    right, wrong = (f"Visits {told} from {old} to {n:,}." for n in (old * by, int(old * by * off)))
    assert verdicts(relate, right, "multiple") == [True]
    assert verdicts(relate, wrong, "multiple") == [False]


@given(whole=st.integers(10, 200).map(lambda n: 12 * n), share=st.sampled_from([2, 3, 4]))
def test_a_fraction_of_a_count_is_that_many(relate, whole, share):
    told = {2: "Half", 3: "A third", 4: "A quarter"}[share]
    right = f"{told} of the {whole:,} seats, or {whole // share:,}, were sold."
    wrong = f"{told} of the {whole:,} seats, or {whole // share + whole // 5:,}, were sold."
    assert verdicts(relate, right, "fraction-of-count") == [True]
    assert verdicts(relate, wrong, "fraction-of-count") == [False]


@pytest.mark.parametrize(
    "text",
    [
        "rose 12 percent to 56 from 50, " * 2000,
        "from 40 to 50, up " * 3000 + "25 percent",
        "48 percent to 43 percent, a lead of " * 2000,
        "doubled from 4 to " * 3000 + "9",
        "a third of the 60, or " * 3000,
        "; this year 24, twice as many, " * 3000,
    ],
)
def test_hostile_rows_are_read(relate, text):
    assert len(relate(text)) <= len(text)
