"""Things that a paragraph speaks of as known."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.attribution.gaps.definites import KIND

ROAD = "The council voted on Tuesday to widen the harbour road.\n\n"
WORK = "Work is to begin in spring and to last two years.\n\n"
BEFORE = ROAD + WORK


@pytest.mark.parametrize(
    ("text", "thing"),
    [
        ("That attack occurred a mile west of the mill.", "That attack"),
        ("That crash killed nobody.", "That crash"),
        ("The air base is near the border.", "The air base"),
        ("The hostages were unhurt.", "The hostages"),
        ("The dam was half empty.", "The dam"),
        ("  The runway was closed.", "The runway"),
    ],
)
def test_a_thing_that_nothing_brought_in_is_told(left_open, text, thing):
    assert left_open(KIND, BEFORE + text) == [thing]


@pytest.mark.parametrize(
    "brought",
    [
        "Gunmen attacked a lorry on Monday.",
        "A lorry was ambushed on Monday.",
        "Two men were killed on Monday.",
        "“They raided us twice,” said a driver.",
        "Shots were fired on Monday. Rockets hit a lorry.",
    ],
)
def test_a_word_of_the_same_class_brings_the_thing_in(left_open, brought):
    """A raid may be told of as shots before it is called one, and in a quotation as well."""
    assert left_open(KIND, f"{ROAD}{brought}\n\nThat raid occurred a mile west of the mill.") == []


def test_that_points_at_the_paragraph_before_and_no_further(left_open):
    """In a text that was put together from others, the other story may hold the word."""
    attacked = "Gunmen attacked a lorry on Monday.\n\n"
    raid = "That raid occurred a mile west of the mill."
    assert left_open(KIND, attacked + ROAD + WORK + raid) == ["That raid"]
    assert left_open(KIND, ROAD + WORK + attacked + raid) == []


def test_the_points_at_anything_before(left_open):
    """What has been told once is known to the end of the text."""
    brought = "Two jets left the airfield on Monday.\n\n"
    base = "The air base is near the border."
    assert left_open(KIND, brought + ROAD + WORK + base) == []


def test_what_stands_behind_brings_nothing_in(left_open):
    text = f"{BEFORE}The dam was half empty.\n\nThe dam was built in 1950."
    assert left_open(KIND, text) == ["The dam"]


@pytest.mark.parametrize(
    "text",
    [
        "The raid on the mill was not discussed.",
        "The move came a week after the vote.",
        "A raid was made on the mill.",
        "On Monday the raid occurred again.",
        "The raiders occurred to nobody.",
        "“That raid occurred a mile west,” said a driver.",
    ],
)
def test_what_brings_itself_in_or_points_at_no_thing_is_left_alone(left_open, text):
    """What a phrase tells apart is brought in by it; a move may be anything that was told."""
    assert left_open(KIND, BEFORE + text) == []


def test_the_first_paragraph_is_left_alone(left_open):
    """It may follow on a headline that was not kept."""
    assert left_open(KIND, "That raid occurred a mile west of the mill.") == []


def test_labels_and_adverts_are_no_first_paragraph(left_open):
    assert left_open(KIND, "Advertisement\n\nThat raid occurred a mile west of the mill.") == []


@given(st.lists(st.sampled_from([ROAD, WORK, "Advertisement\n\n"]), min_size=2, max_size=9))
def test_a_word_of_the_class_in_front_always_silences_it(left_open, before):
    """Whatever the text around it."""
    text = "".join([*before, "Thieves made a raid in June. ", WORK, "The raid was short."])
    assert left_open(KIND, text) == []


def test_many_of_them_in_a_long_text_cost_no_more_than_each(left_open):
    """A text of nothing else must come to an end."""
    text = BEFORE + "The dam was half empty.\n\n" * 20_000
    assert left_open(KIND, text) == ["The dam"]
