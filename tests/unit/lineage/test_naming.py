"""The names in a text."""

import re

from hypothesis import given
from hypothesis import strategies as st

from provenance.lineage.naming import Names
from provenance.text.tokens import fold_word


def every(text, common=()):
    return set(Names(text, common).every)


def test_capitals_inside_a_sentence_are_names():
    assert every("On the way to Lower Ebb, Ada Brenk met Olm's crew.") == {
        *("lower", "ebb", "ada", "brenk", "olm")
    }


def test_the_first_word_of_a_sentence_tells_nothing():
    assert every("Harbours burn. Ships sink! Crews wait? “Nobody came.”\nDocks wait.") == set()


def test_a_comma_a_semicolon_and_a_bracket_go_on_with_the_sentence():
    for mark in ",;)":
        assert every(f"it rained{mark} Brenk left") == {"brenk"}
    for mark in ".:!?”":
        assert every(f"it rained{mark} Brenk left") == set()


def test_names_of_two_letters_are_names():
    assert every("they met Xi and X in town") == {"xi"}


def test_common_words_are_left_out():
    assert every("It rained on Monday in Ebb.", {"monday"}) == {"ebb"}


def test_single_letters_and_lower_case_are_none():
    assert every("the plan B of ewe farmers") == set()


def test_other_alphabets_have_capitals():
    assert every("at the gate of Đakovo and Ærø") == {"đakovo", "ærø"}


def test_near_is_counted_from_both_ends_of_a_span():
    text = "to Alpha and 5 ewes of Beta then far away from Gamma"
    names = Names(text, ())
    start = text.index("5")
    assert names.near(start, start + 1, len("Alpha and ")) == {"alpha", "beta"}
    assert names.near(start, start + 1, 0) == set()


@given(st.text(alphabet="aB É,.'’_ \n", max_size=60), st.integers(0, 60), st.integers(0, 9))
def test_what_is_near_is_what_a_look_at_each_place_tells(text, start, reach):
    """A part of a text is looked at by itself, and must not see other names than the whole does."""
    begins = [at for at in range(2, len(text)) if text[at].isupper() and text[at - 1] == " "]
    inside = [at for at in begins if text[at - 2].isalnum() or text[at - 2] in ",;)"]
    words = {at: re.match(r"[\w’']+", text[at:])[0] for at in inside}
    names = {at: fold_word(word).removesuffix("'s") for at, word in words.items()}
    near = {
        name
        for at, name in names.items()
        if len(name) > 1 and start - reach <= at <= start + 3 + reach
    }
    assert Names(text, ()).near(start, start + 3, reach) == near


def test_a_line_of_five_megabytes_is_read():
    assert Names("and Ebb " * 600_000, ()).every == {"ebb"}
    assert Names(" A" * 1_000_000, ()).every == set()
