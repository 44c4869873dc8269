"""A part cannot be larger than its whole; what is no part may be."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

KIND = "part-above-whole"


def verdicts(relate, text):
    """Whether each part of `text` fits its whole, in order."""
    return [row.fits for row in relate(text, KIND)]


@pytest.mark.parametrize(
    "text",
    [
        "{} of the 12 councillors voted for the bridge.",
        "The bridge was backed by {} of its 12 members.",
        "{} members of the 12-member council voted for the bridge.",
        "Of the 12 councillors, {} voted for the bridge.",
        "The boat had 12 people on board, including {} children.",
        "The boat had 12 people on board (including {} children).",
        "The boat had 12 passengers, among them {} students.",
        "The boat had 12 passengers, {} of them students.",
        "The boat had 12 passengers, {} of whom were students.",
        "The boat had 12 passengers, of whom {} were students.",
        "She swam in {} of the last 12 races.",
        "{} of the city's 12 bridges were closed.",
    ],
)
def test_a_part_is_at_most_its_whole(relate, text):
    assert all(verdicts(relate, text.format(11)))
    assert verdicts(relate, text.format(11))
    assert all(verdicts(relate, text.format(12)))
    assert False in verdicts(relate, text.format(15))
    assert False in verdicts(relate, text.format("at least 13"))


@pytest.mark.parametrize(
    "text",
    [
        "The fire drove out two families, including five children.",
        "The fire drove out two families, five of them children.",
        "The firm runs two hospitals, including 300 beds.",
        "Dozens of the 12 guests left.",
        "There were 20 people on board, and 25 children were waiting.",
        "It has three halls, including 40 rooms.",
        "The troop was made up of three males, five females and an infant.",
        "She has two children, 5 and 10, who go to school.",
        "Of her two children, 5 and 10, one is at home.",
        "The king signed 37 orders over two terms, nine of which were struck down.",
        "They had one boat between the two of them.",
    ],
)
def test_what_is_of_another_sort_is_no_part(relate, text):
    assert False not in verdicts(relate, text)


@pytest.mark.parametrize(
    "text",
    [
        "Readers gave it 4 of 5 stars.",
        "Critics gave it 9 out of 10.",
        "She gave it eleven out of 10.",
    ],
)
def test_marks_are_not_told_as_parts(relate, text):
    assert False not in verdicts(relate, text)


def test_out_of_tells_a_part_as_well(relate):
    """Where it is smaller, "11 out of 12" is read as one share, and nothing is compared."""
    assert verdicts(relate, "15 out of 12 councillors voted for the bridge.") == [False]
    assert verdicts(relate, "11 out of 12 councillors voted for the bridge.") == []


def test_an_editor_sees_part_and_whole(relate):
    text = "Twelve of the 10 councillors voted for the bridge."
    (row,) = relate(text, KIND)
    assert (text[row.start : row.end], row.stated) == ("Twelve", "“Twelve”")
    assert row.expected == "its whole, “10”"
    assert [text[other.start : other.end] for other in row.others] == ["10"]


@settings(max_examples=40, deadline=None)
@given(st.integers(2, 900), st.integers(2, 900))
def test_a_part_fits_exactly_when_it_is_not_larger(relate, part, whole):
    text = f"The bridge was backed by {part} of its {whole} members."
    assert verdicts(relate, text) == [part <= whole]


def test_a_long_chain_of_parts_is_read(relate):
    assert relate("12 of the " * 5000 + "10 members.", KIND) is not None
