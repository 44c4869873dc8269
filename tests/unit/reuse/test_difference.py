"""What differs between two copies of a passage."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.reuse.difference import difference
from provenance.reuse.units import units

WORDS = st.sampled_from(
    "the|a|and|said|Roth|Basel|not|no|five|5|4,000|3.5 million|road|shut|.|,|\n|“|一|1|one".split(
        "|"
    )
)
TEXTS = st.lists(WORDS, max_size=30).map(" ".join)


def told(left, right):
    """The edits of two whole texts, as text."""
    return [
        (left[e.left_start : e.left_end], right[e.right_start : e.right_end], e.changed)
        for e in difference(left, (0, len(left)), right, (0, len(right)))
    ]


def outside(text, spans):
    """The keys of the units of a text that lie in none of the spans."""
    return [
        unit.key
        for unit in units(text, 0, len(text))
        if not any(start <= unit.start < end for start, end in spans)
    ]


def test_a_word_replaced_inserted_and_deleted():
    left = "The council shut the old road at noon on Monday"
    right = "The council closed the road at about noon on Monday"
    edits = difference(left, (0, len(left)), right, (0, len(right)))
    assert [edit.kind for edit in edits] == ["replace", "delete", "insert"]
    assert told(left, right) == [("shut", "closed", None), ("old", "", None), ("", "about", None)]


def test_nothing_stands_behind_the_word_before_it():
    """An empty span still tells the place where something is missing."""
    (edit,) = difference("a b c", (0, 5), "a c", (0, 3))
    assert (edit.left_start, edit.left_end, edit.right_start, edit.right_end) == (2, 3, 1, 1)


def test_nothing_at_the_beginning_stands_where_the_span_begins():
    (edit,) = difference("x: b c", (3, 6), "y a b c", (2, 7))
    assert (edit.left_start, edit.left_end, edit.right_start, edit.right_end) == (3, 3, 2, 3)


def test_spans_count_from_the_beginning_of_their_texts():
    left, right = "Skip this. Ten cars burned there.", "Ten vans burned there. And more."
    (edit,) = difference(left, (11, 33), right, (0, 22))
    assert (left[edit.left_start : edit.left_end], right[edit.right_start : edit.right_end]) == (
        *("cars", "vans"),
    )


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("He left, they said.", "HE LEFT — they said"),
        ("It’s a US-led raid", "It's a US -led raid"),
        ("4,000 men", "4000 men"),
        ("five men", "5 men"),
        ("a thousand men", "1,000 men"),
        ("€3.5m lost", "€3.5 million lost"),
        ("one\r\n\r\nline", "one line"),
        ("soft\u00adhyphen", "softhyphen"),
    ],
)
def test_marks_case_and_ways_to_write_a_number_are_no_difference(left, right):
    assert told(left, right) == []


@pytest.mark.parametrize(
    ("left", "right", "edit"),
    [
        ("Some 200 vehicles burned", "Some 175 vehicles burned", ("200", "175")),
        (
            "It cost 3.5 million in all",
            "It cost 3.7 million in all",
            ("3.5 million", "3.7 million"),
        ),
        (
            "It cost 3.5 million in all",
            "It cost 3.5 billion in all",
            ("3.5 million", "3.5 billion"),
        ),
        ("five were hurt there", "six were hurt there", ("five", "six")),
        ("one of them left", "two of them left", ("one", "two")),
        ("the first of three days", "the second of three days", ("first", "second")),
        ("at least ten men died", "at least men died", ("ten", "")),
        ("some of the men died", "12 of the men died", ("some", "12")),
    ],
)
def test_a_number_of_another_value_is_a_changed_number(left, right, edit):
    assert told(left, right) == [(*edit, "number")]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("one of them left", "some of them left"),
        ("they left first", "they left"),
        ("half of them left", "most of them left"),
    ],
)
def test_a_word_that_is_as_often_no_figure_counts_only_against_a_number(left, right):
    assert [edit[2] for edit in told(left, right)] == [None]


def test_two_numbers_that_changed_places_are_two_changes():
    left, right = "two dead and nine hurt in all", "nine dead and two hurt in all"
    assert told(left, right) == [("two", "nine", "number"), ("nine", "two", "number")]


def test_what_was_only_put_elsewhere_did_not_change():
    left = "Smith said on Monday that 40 cars were not found when the water fell"
    right = "When the water fell 40 cars were not found, on Monday Smith said"
    assert [edit[2] for edit in told(left, right) if edit[2]] == []


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("He did not leave the town", "He did leave the town"),
        ("They will go there", "They won't go there"),
        ("It was done with care", "It was done without care"),
        ("He was never there", "He was often there"),
    ],
)
def test_a_negation_on_one_side_is_a_changed_negation(left, right):
    assert [edit[2] for edit in told(left, right)] == ["negation"]
    assert [edit[2] for edit in told(right, left)] == ["negation"]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("He did not go", "He didn't go"),
        ("He was not there", "He was never there"),
        ("It is not so", "It isn’t so"),
        ("He was not, no, not there", "He was never there"),
    ],
)
def test_one_negation_for_another_is_none(left, right):
    assert [edit[2] for edit in told(left, right)] == [None]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("They met Roth there", "They met Ames there"),
        ("They met Roth there", "They met Eva Roth there"),
        ("They met Roth there", "They met him there"),
    ],
)
def test_another_name_is_a_changed_name(left, right):
    assert [edit[2] for edit in told(left, right)] == ["name"]


def test_the_first_word_of_a_sentence_is_no_name():
    assert told("It fell. Rain came.", "It fell. Snow came.") == [("Rain", "Snow", None)]


@pytest.mark.parametrize(
    ("left", "right", "weightiest"),
    [
        ("they saw Roth with 5", "they saw Ames with 6", {"name", "number"}),
        ("saw not five there", "saw six there", {"negation"}),
        ("saw Roth Five there", "saw Ames Six there", {"number"}),
    ],
)
def test_the_weightiest_change_names_an_edit(left, right, weightiest):
    assert {edit[2] for edit in told(left, right)} == weightiest


@given(TEXTS, TEXTS)
def test_the_words_outside_the_edits_are_the_same_on_both_sides(left, right):
    """Otherwise something changed that no edit tells."""
    edits = difference(left, (0, len(left)), right, (0, len(right)))
    assert outside(left, [(e.left_start, e.left_end) for e in edits]) == outside(
        right, [(e.right_start, e.right_end) for e in edits]
    )


@given(TEXTS)
def test_a_text_does_not_differ_from_itself(text):
    assert told(text, text) == []
    assert told(text, text.upper().lower()) == []


@given(TEXTS, TEXTS)
def test_every_edit_has_a_side_and_its_kind_tells_which(left, right):
    for edit in difference(left, (0, len(left)), right, (0, len(right))):
        gone, come = edit.left_start < edit.left_end, edit.right_start < edit.right_end
        kinds = {(True, True): "replace", (True, False): "delete", (False, True): "insert"}
        assert edit.kind == kinds[gone, come]


@given(TEXTS, TEXTS)
def test_a_change_is_a_change_from_either_side(left, right):
    """Left and right are told apart by their ids only."""
    there = {edit.changed for edit in difference(left, (0, len(left)), right, (0, len(right)))}
    numbers = {unit.value for unit in units(left, 0, len(left))} ^ {
        unit.value for unit in units(right, 0, len(right))
    }
    assert there <= {"negation", "number", "name", None}
    if numbers - {None, "1"}:
        assert there & {"negation", "number"}


def test_a_long_passage_that_repeats_itself_is_compared_in_time():
    left = "spam and eggs " * 3000
    right = "eggs " + "spam and no eggs 5 " * 2000 + "end"
    assert difference(left, (0, len(left)), right, (0, len(right)))
