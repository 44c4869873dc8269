"""An average of whole things over a few takes only some values (GRIM)."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

KIND = "impossible-average"


def verdicts(relate, text):
    """Whether each average of `text` can be, in order."""
    return [row.fits for row in relate(text, KIND)]


@pytest.mark.parametrize(
    "text",
    [
        "There was an average of {} books among the seven children.",
        "An average of {} books was counted across seven classes.",
        "The seven children read {} books each on average.",
        "The seven children averaged {} books each.",
        "On average the seven children had {} books.",
        "Across seven children the mean was {} books.",
        "Each of the seven children read {} books on average.",
        "She averaged {} goals a game in seven games.",
        "She averaged {} goals per match over seven matches.",
    ],
)
def test_an_average_is_a_whole_sum_over_the_number(relate, text):
    """24 over 7 is 3.43, 25 is 3.57: 3.4 and 3.6 can be, 3.5 cannot."""
    assert verdicts(relate, text.format("3.4")) == [True]
    assert verdicts(relate, text.format("3.6")) == [True]
    assert verdicts(relate, text.format("3.5")) == [False]
    assert verdicts(relate, text.format("3.50")) == [False]
    assert verdicts(relate, text.format("3.57")) == [True]


@pytest.mark.parametrize(
    "text",
    [
        "There was an average of 3.5 books among the 10 children.",
        "There was an average of 3.57 books among the 100 children.",
        "There was an average of about 3.5 books among the seven children.",
        "There was an average of 3.5 books among about seven children.",
        "There was an average of 3 books among the seven children.",
        "The seven judges gave an average score of 3.5.",
        "The average age of the seven children was 3.5 years.",
        "An average of 3.5 million people live in the seven towns.",
        "There were 3.5 children per family in the seven towns on average.",
        "The seven children had 3.5 books.",
        "The seven ponds averaged 3.5 feet.",
    ],
)
def test_many_things_measures_and_weighted_means_are_left_alone(relate, text):
    """From ten on every tenth can be reached; scores, ages and rates are no whole things."""
    assert verdicts(relate, text) == []


def test_an_editor_sees_the_two_averages_that_can_be(relate):
    text = "There was an average of 3.5 books among the seven children."
    (row,) = relate(text, KIND)
    assert (text[row.start : row.end], row.stated) == ("3.5", "“3.5”")
    assert row.expected == "24 over 7 is 3.43 and 25 is 3.57"
    assert [text[other.start : other.end] for other in row.others] == ["seven"]


@settings(max_examples=60, deadline=None)
@given(st.integers(5, 300), st.integers(2, 40))
def test_every_true_average_can_be(relate, total, count):
    text = f"There was an average of {total / count:.2f} books among the {count} children."
    assert False not in verdicts(relate, text)


def test_a_long_text_of_averages_is_read(relate):
    assert relate("an average of 3.5 among " * 4000, KIND) is not None
