"""A whole that is told with all its parts must be their sum; an open list need not be."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

KIND = "sum-of-parts"


def verdicts(relate, text):
    """Whether each sum of `text` fits, in order."""
    return [row.fits for row in relate(text, KIND)]


@pytest.mark.parametrize(
    "text",
    [
        "Fourteen people, nine men and {} women, were led out of the cave.",
        "The slide buried 14: nine men and {} women.",
        "Nine men and {} women, 14 in all, were led out of the cave.",
        "Nine men and {} women were led out, a total of 14.",
        "Guards led out 14 people -- nine men and {} women -- before dusk.",
        "There were 14 climbers (nine men and {} women).",
        "Of the 14 led out, nine were men and {} were women.",
        "A 14-member jury of nine men and {} women was sworn in.",
        "Nine men and {} women make up the 14-member jury.",
        "The group was made up of 14 climbers: nine men and {} women.",
        "The 14-member council has nine Democrats and {} Republicans.",
    ],
)
def test_men_and_women_are_everybody(relate, text):
    """The phrasings differ, the sum does not: nine and five are 14."""
    assert verdicts(relate, text.format("five")) == [True]
    assert verdicts(relate, text.format("six")) == [False]


@pytest.mark.parametrize(
    "text",
    [
        "Of the 40 seats, 22 went to Tarn and the remaining {} to Orla.",
        "Of its 40 seats, 12 are held by Tarn, 10 by Brenk and the other {} by Orla.",
        "Tarn won 22 of the 40 seats and Orla took the other {}.",
        "Tarn won 12 of the 40 seats, Brenk took 10 and Orla the remaining {}.",
        "There are 40 seats: 12 for Tarn, 10 for Brenk and {} for Orla.",
        "Tarn won 12 seats, Brenk 10 seats and Orla {} seats, 40 in all.",
    ],
)
def test_the_remaining_part_closes_the_row(relate, text):
    assert verdicts(relate, text.format(18)) == [True]
    assert verdicts(relate, text.format(16)) == [False]


@pytest.mark.parametrize(
    ("text", "fits"),
    [
        (
            "It spent $4.5 million on roads and $2.1 million on schools, a total of $6.6 million.",
            True,
        ),
        (
            "It spent $4.5 million on roads and $2.1 million on schools, a total of $6.7 million.",
            True,
        ),
        (
            "It spent $4.5 million on roads and $2.1 million on schools, a total of $7.9 million.",
            False,
        ),
        ("The $60 million plan: $35 million for roads and $25 million for schools.", True),
        ("The $60 million plan: $35 million for roads and $12 million for schools.", False),
    ],
)
def test_rounded_sums_of_money_have_room(relate, text, fits):
    assert verdicts(relate, text) == [fits]


@pytest.mark.parametrize(
    "text",
    [
        "At least 14 people, nine men and six women, were led out.",
        "About 16 people, nine men and six women, were led out.",
        "Some 15 people, nine men and seven women, were led out.",
        "Nine men, six women and a child were led out, for a total of 16.",
        "Nine cafes: four are licensed, four are shared and one is owned outright.",
        "Nine people died on Monday and five on Tuesday, 14 in all.",
        "Fourteen people died, nine on Monday and five on Tuesday.",
    ],
)
def test_bounds_and_single_persons_are_counted_in(relate, text):
    assert verdicts(relate, text) == [True]


@pytest.mark.parametrize(
    "text",
    [
        "Twenty people, including nine men and five women, were led out.",
        "Twenty people, among them nine men and five women, were led out.",
        "Twenty climbers, mostly men: nine from Tarn and five from Orla.",
        "The club lent 20 lamps, two chairs and five tables.",
        "The slide buried 20: nine men, five women and several children.",
        "Eleven lorries, nine men and six women were searched at the gate.",
        "The town named two plans: 12 lamps here and five there.",
        "Orla ($10 million), Tarn ($8 million) and Brenk ($6 million) were hit.",
        "At least 35 died in Tarn, 11 in Orla, and 17 in Brenk.",
        "Labour has 22 seats, the Liberals 10 and the Greens eight, making 40 in all.",
        "The price rose from 154 to 128 in the last 52 weeks.",
        "The fair drew 14 people, nine on foot and several by boat.",
        "Tarn had 23 wins; Orla had 37 wins and 47 losses in all.",
    ],
)
def test_an_open_row_is_no_sum(relate, text):
    """Each of these is a list, a range or two things; none claims to be complete."""
    assert verdicts(relate, text) == []


def test_a_sentence_cut_by_a_line_break_is_left_alone(relate):
    text = "Tarn runs nine cafes: four are licensed, four are\nare shared and one is its own."
    assert verdicts(relate, text) == []


def test_an_editor_sees_the_parts_and_what_they_come_to(relate):
    text = "Fourteen people, nine men and six women, were led out."
    (row,) = relate(text, KIND)
    assert (text[row.start : row.end], row.stated) == ("Fourteen", "“Fourteen”")
    assert row.expected == "its parts come to 15"
    assert row.held == "9 + 6"
    assert [text[other.start : other.end] for other in row.others] == ["nine", "six"]


@settings(max_examples=40, deadline=None)
@given(st.integers(20, 400), st.integers(20, 400), st.integers(-3, 3))
def test_a_sum_fits_exactly_when_it_is_the_sum(relate, men, women, off):
    text = f"Guards led out {men + women + off} people: {men} men and {women} women."
    assert verdicts(relate, text) == [off == 0]


def test_a_long_row_of_parts_is_read(relate):
    """A listing of thousands of figures must not take the time of their square."""
    text = "The list: " + "nine men and five women, " * 4000
    assert isinstance(relate(text, KIND), list)


@pytest.mark.parametrize(
    "text",
    [
        "Thirty people were arrested, 20 of them students and 15 of them women.",
        "The firm has 300 workers, 200 of them women and 150 of them part-time.",
        "Thirty people died, 20 of them on Monday and 12 of them women.",
        "Ten people were hurt: eight men and four tourists.",
        "Ten people were hurt: four tourists and eight men.",
    ],
)
def test_groups_that_may_hold_the_same_persons_are_no_parts(relate, text):
    """A student may be a woman, and a tourist a man."""
    assert verdicts(relate, text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Ten people were hurt: eight men and four women.",
        "Ten people were hurt: eight men and four children.",
        "Ten people were hurt: eight soldiers and four policemen.",
        "Ten people died, eight on Monday and four on Tuesday.",
    ],
)
def test_groups_that_hold_nobody_twice_are_added_up(relate, text):
    assert verdicts(relate, text) == [False]
    assert verdicts(relate, text.replace("Ten", "Twelve")) == [True]
