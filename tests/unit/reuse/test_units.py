"""What two copies are compared by."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.reuse.units import units


def of(text):
    return units(text, 0, len(text))


def names(text):
    return [unit.name for unit in of(text) if unit.name]


def test_words_are_folded_and_figures_are_values():
    assert [unit.key for unit in of("THE 2,500 men’s")] == ["the", "#2500", "men's"]


def test_a_word_can_never_equal_a_value():
    """A key that begins with a sign is no word, so "#5" in a text is not the number 5's twin."""
    assert [unit.key for unit in of("#five")] == [unit.key for unit in of("5")]
    assert not any(unit.key.startswith("#") for unit in of("# hash #tag"))


def test_a_figure_with_its_scale_is_one_unit():
    (unit,) = of("3.5 million")
    assert (unit.start, unit.end, unit.value) == (0, 11, "3500000")


def test_offsets_count_from_the_beginning_of_the_text():
    text = "One two. Five six."
    assert [(unit.start, unit.end) for unit in units(text, 9, 17)] == [(9, 13), (14, 17)]


def test_a_capital_within_a_sentence_is_a_name():
    assert names("The mayor met Anna Roth in Basel. Then Roth left.") == [
        *("anna", "roth", "basel", "roth"),
    ]


def test_a_possessive_names_the_same():
    assert names("It was Roth’s idea") == ["roth"]


@pytest.mark.parametrize("text", ['He said: "We left"', "said: “We left”", "the rest (It rained)"])
def test_the_first_word_of_what_somebody_says_is_no_name(text):
    assert names(text) == []


@pytest.mark.parametrize("text", ["so I said", "then I'd go", "with Mr and Mrs Ames"])
def test_capitals_that_name_nobody_are_no_names(text):
    assert names(text) in ([], ["ames"])


def test_an_abbreviation_ends_no_sentence():
    assert names("He met Gen. Ode there") == ["gen", "ode"]


def test_the_first_word_of_a_span_counts_by_what_stands_before_it():
    """A region may begin in the middle of a sentence."""
    text = "Later the mayor met Roth. Ames left, Bey stayed"
    assert [unit.name for unit in units(text, 20, 24)] == ["roth"]
    assert [unit.name for unit in units(text, 26, 30)] == [None]
    assert [unit.name for unit in units(text, 37, 40)] == ["bey"]


@pytest.mark.parametrize("word", ["not", "No", "never", "didn't", "WON’T", "cannot", "without"])
def test_negations_deny(word):
    assert of(word)[0].denies


@pytest.mark.parametrize("word", ["note", "nobility", "No. 10", "No.7", "known", "ant"])
def test_other_words_do_not(word):
    assert not of(word)[0].denies


def test_no_at_the_end_of_a_sentence_denies():
    assert of("They said no. Then they left.")[2].denies


@given(st.text(max_size=60), st.integers(0, 60), st.integers(0, 60))
def test_units_lie_in_order_within_their_span(text, start, length):
    end = min(len(text), start + length)
    found = units(text, min(start, end), end)
    places = [(unit.start, unit.end) for unit in found]
    assert all(start <= s < e <= end for s, e in places)
    assert all(a[1] <= b[0] for a, b in itertools.pairwise(places))


def test_a_text_of_sentence_ends_alone_is_read_in_time():
    text = "A. " * 100_000
    assert len(of(text)) == 100_000
