"""Elements escape what they hold, and words fit into their room."""

from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from provenance.reporters.html.charts.svg import (
    SMALL,
    TEXT,
    fitted,
    isolated,
    named,
    number,
    short,
    tag,
    width,
    words,
)

FIRST_STRONG, POP = "\u2068", "\u2069"


def test_attributes_and_children_are_escaped():
    drawn = tag("text", '</text><script a="b">', class_='"><b')
    assert drawn == (
        '<text class="&#34;&gt;&lt;b">&lt;/text&gt;&lt;script a=&#34;b&#34;&gt;</text>'
    )


def test_what_is_markup_already_is_not_escaped_again():
    assert tag("g", tag("title", "a & b")) == "<g><title>a &amp; b</title></g>"


def test_an_attribute_that_is_null_is_left_out():
    assert tag("g", class_=None, x=1) == '<g x="1"></g>'


def test_names_of_attributes_are_written_as_svg_has_them():
    assert tag("g", stroke_width=2, aria_label="a") == '<g stroke-width="2" aria-label="a"></g>'


def test_words_begin_where_they_are_told_unless_an_anchor_is_given():
    assert "text-anchor" not in words(1, 2, "a")
    assert 'text-anchor="end"' in words(1, 2, "a", anchor="end")


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (0, "0"),
        (-0.0, "0"),
        (-0.004, "0"),
        (10, "10"),
        (100.0, "100"),
        (1.239, "1.24"),
        (-2.5, "-2.5"),
    ],
)
def test_a_coordinate_has_two_decimals_at_most(value, written):
    """More would differ between machines in the last bit of a sine."""
    assert number(value) == written


@given(st.floats(-1e6, 1e6))
def test_a_coordinate_is_off_by_half_a_hundredth_at_most(value):
    assert float(number(value)) == pytest.approx(value, abs=0.00501)
    assert "e" not in number(value)


@pytest.mark.parametrize(
    ("many", "told"),
    [
        (0, "0"),
        (9_999, "9,999"),
        (10_000, "10k"),
        (99_999, "99.9k"),
        (100_000, "100k"),
        (999_999, "999k"),
        (1_000_000, "1m"),
        (12_345_678, "12.3m"),
    ],
)
def test_a_short_count_never_says_more_than_there_is(many, told):
    assert short(many) == told


def test_a_text_that_fits_is_left_alone():
    assert fitted("Harbour Gazette", 200, TEXT) == "Harbour Gazette"


def test_a_text_that_does_not_fit_ends_in_an_ellipsis():
    cut = fitted("W" * 10_000, 100, TEXT)
    assert (
        cut == f"{FIRST_STRONG}{'W' * 6}…{POP}"
    )  # of 12.72 units each, 8 go into 100; one is the …


@given(st.text(max_size=80), st.integers(30, 300))
def test_a_fitted_text_is_never_wider_than_its_room(text, room):
    assert width(fitted(text, room, SMALL), SMALL) <= room


@given(st.text(max_size=80))
def test_a_fitted_text_is_always_well_formed(text):
    """No control character, surrogate or tag may break the picture of all others."""
    element = ElementTree.fromstring(tag("text", fitted(text, 200, TEXT), x=1))
    assert len(element) == 0


def test_letters_of_other_directions_are_isolated():
    """Else the number behind a Hebrew name would stand in front of it."""
    assert isolated("abc") == "abc"
    assert isolated("שלום") == f"{FIRST_STRONG}שלום{POP}"


def test_what_turns_the_direction_of_text_is_made_visible():
    assert fitted("a\u202eb", 300, TEXT) == "a\\u202eb"


def test_marks_do_not_pile_up_on_a_letter():
    """Hundreds of accents on one letter reach over the rows above."""
    piled = fitted("z" + "\u0301" * 300, 200, TEXT)
    assert piled.count("\u0301") == 2


def test_a_long_text_is_cut_in_a_table():
    assert named("word " * 1_000_000).endswith("…")
    assert len(named("word " * 1_000_000)) <= 100


def test_wide_letters_count_as_wide():
    assert width("報", 10) > width("a", 10) > width("i", 10) > width("\u0301", 10) == 0


def test_an_element_is_markup():
    assert isinstance(tag("g"), Markup)
