"""Names in a row behind a number are a list only when nothing else stands among them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

KIND = "count-of-list"
NAMES = ("Tarn", "Orla", "Brenk", "Varn", "Kelby", "Harwen", "Morrow")


def verdicts(relate, text):
    """Whether each list of `text` has as many as are announced, in order."""
    return [row.fits for row in relate(text, KIND)]


@pytest.mark.parametrize(
    ("story", "fits"),
    [
        ("The two towns, Tarn and Orla, were cut off.", True),
        ("The two towns, Tarn, Orla and Brenk, were cut off.", False),
        ("The two towns, Tarn, Orla, and Brenk, were cut off.", False),
        ("Storms hit two towns, Tarn, Orla and Brenk.", False),
        ("The two rivers, the Tarn, the Orla and the Brenk, rose.", False),
        ("The two winners were Ada Hale, Bo Orr and Cy Pell.", False),
        ("The three winners were Ada Hale, Bo Orr and Cy Pell.", True),
        ("Two towns - Tarn, Orla and Brenk - were cut off.", False),
        ("Three towns - Tarn, Orla and Brenk - were cut off.", True),
    ],
)
def test_names_between_commas_are_counted(relate, story, fits):
    assert verdicts(relate, story) == [fits]


@pytest.mark.parametrize(
    "story",
    [
        "In the two games, Hale, Orr and Pell scored.",  # who played, not which games
        "After two rounds, Hale, Orr and Pell were level.",
        "The first two towns, Tarn, Orla and Brenk, were cut off.",
        "Another two towns, Tarn, Orla and Brenk, were cut off.",
        "At least two towns, Tarn, Orla and Brenk, were cut off.",
        "The two towns, Tarn in the north, Orla and Brenk, were cut off.",  # not only names
        "Two sons, Max of Tarn, Bo of Orla and Cy of Brenk, survive her.",
        "The two sons, Max, Tarn, and Bo, Orla, Varn, came.",  # another name behind the comma
        "The two towns, Tarn, Orla, Brenk, were cut off.",  # no "and"
        "The two towns, Tarn and Orla and Brenk, were cut off.",
        "The two towns, mainly Tarn, Orla and Brenk, were cut off.",
        "The two towns, Mr Hale said, were cut off.",
        "The two were Irish, Welsh and Dutch.",  # what they are, not who
        "The two winners were Irish, Welsh and Dutch.",
        "The two-seater, Tarn, Orla and Brenk, was sold.",
    ],
)
def test_what_may_be_no_list_is_left_alone(relate, story):
    assert verdicts(relate, story) == []


def test_the_list_is_the_place_told(relate):
    text = "The two towns, Tarn, Orla and Brenk, were cut off."
    (row,) = relate(text, KIND)
    assert text[row.start : row.end] == "two"
    assert [text[other.start : other.end] for other in row.others] == ["Tarn, Orla and Brenk"]
    assert row.expected == "the list behind it has 3"


@given(
    names=st.lists(st.sampled_from(NAMES), min_size=2, max_size=6, unique=True),
    oxford=st.sampled_from(["", ","]),
    end=st.sampled_from([".", ", were cut off."]),
)
def test_as_many_names_as_announced_fit(relate, names, oxford, end):
    """The number of the list, and no other, fits it."""
    listed = f"{', '.join(names[:-1])}{oxford if len(names) > 2 else ''} and {names[-1]}"
    right = f"Storms hit {len(names)} towns, {listed}{end}"
    assert verdicts(relate, right) == [True]
    over = f"Storms hit {len(names) + 1} towns, {listed}{end}"
    assert verdicts(relate, over) == [False]


@given(st.text("AB, and.-two\n", max_size=80))
def test_any_row_is_read(relate, text):
    """Rows that never end, begin with "and" or hold nothing raise no error."""
    assert verdicts(relate, f"The two towns, {text}") is not None


def test_a_row_of_very_many_names_is_no_list_of_a_small_number(relate):
    """A reading of it all would cost much and say nothing."""
    assert verdicts(relate, "The two towns, " + "Tarn, " * 5000 + "and Orla.") == []
