"""Rows of two texts on a page."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.reporters.cells import cells
from provenance.reporters.columns import Page, band_lines
from provenance.reporters.palette import Style
from provenance.reporters.places import Places
from provenance.reporters.rows import bands

RAIN = "rain fell on the quay"
UNSAFE = re.compile(r"[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u206f]")
COLOUR = re.compile(r"\x1b\[[0-9;]*m")


def page(comparison, *, full=False, **style):
    """The lines of all bands."""
    articles = {"left": comparison.left.article, "right": comparison.right.article}
    found = Page(Places(articles), Style(**style), full)
    return [line for band in bands(comparison) for line in band_lines(band, found)]


def test_two_texts_stand_side_by_side_with_their_line_numbers(comparison):
    found = comparison(f"A\n\n{RAIN}", RAIN, (RAIN, RAIN))
    *_, line = page(found, width=80)
    assert line == f"   3 {RAIN}" + " " * (38 - 5 - len(RAIN)) + f" |    1 {RAIN}"


def test_words_that_differ_stand_in_brackets(comparison):
    left, right = "the red boat left at nine", "the big boat left at ten"
    (line,) = page(comparison(left, right, (left, right)), width=100)
    one, other = line.split(" | ")
    assert one.strip() == "1 the [-red-] boat left at [!nine!]"
    assert other.strip() == "1 the {+big+} boat left at {!ten!}"


def test_both_columns_are_folded_and_the_bar_stays_in_its_column(comparison):
    text = " ".join(f"word{n}" for n in range(40))
    lines = page(comparison(text, text, (text, text)), width=81)
    assert len(lines) > 5
    assert {line.index("|") for line in lines} == {40}
    assert max(map(cells, lines)) <= 81


def test_wide_characters_and_marks_without_width_keep_the_columns(comparison):
    """An East Asian character takes two cells and a combining accent none."""
    text = "水曜日の午後に雨が降った。" * 9 + " e\u0301te\u0301" * 20
    lines = page(comparison(text, text, (text, text)), width=80)
    assert {cells(line[: line.index("|")]) for line in lines} == {39}
    assert max(map(cells, lines)) <= 80


@pytest.mark.parametrize(("width", "text"), [(79, RAIN), (120, f"{RAIN} שלום")])
def test_without_room_or_with_right_to_left_text_one_stands_under_the_other(
    comparison, width, text
):
    """A terminal that turns right-to-left text round would turn the columns round with it."""
    assert page(comparison(text, text, (text, text)), width=width) == [
        *(f"A    1 {text}", f"B    1 {text}"),
    ]


def test_a_narrow_page_is_folded_to_its_width(comparison):
    text = f"{RAIN} " * 10
    lines = page(comparison(text, text, (text, text)), width=40)
    assert max(map(cells, lines)) <= 40
    assert [line[0] for line in lines if line[0] != " "] == ["A", "B"]


def test_what_is_not_shared_is_told_in_short(comparison):
    left = f"Head of this.\nMore, 5 words in all.\n{RAIN}"
    lines = page(comparison(left, f"{RAIN}\nTail", (RAIN, RAIN)), width=100)
    assert "… 2 lines not shared, 8 words …" in lines[0]
    assert lines[-1].split(" | ")[1].strip() == "… 1 line not shared, 1 word …"


def test_a_full_page_shows_what_is_not_shared(comparison):
    lines = page(comparison(f"Head.\n{RAIN}", RAIN, (RAIN, RAIN)), full=True, width=80)
    assert lines[0].startswith("   1 Head.")


def test_dots_tell_that_a_line_goes_on_beside_a_passage(comparison):
    (line, *_) = page(comparison(f"Then {RAIN} again", RAIN, (RAIN, RAIN)), width=79)[1:]
    assert line == f"A    1 …{RAIN}…"


def test_punctuation_at_the_ends_is_shown(comparison):
    left = f"“{RAIN}.”"
    lines = page(comparison(left, RAIN, (RAIN, RAIN)), width=79)
    assert lines[0] == f"A    1 {left}"


def test_a_line_end_on_one_side_alone_is_a_mark(comparison):
    left, right = "rain fell\non the quay", "rain fell on the old\n\nquay"
    lines = page(comparison(left, right, (left, right)), width=79)
    assert lines == ["A    1 rain fell ↵ on the quay", "B    1 rain fell on the {+old+} ↵ quay"]


def test_colours_change_no_word(comparison):
    left = "the red boat and the green one left at nine " * 9
    right = "the big boat and the other one left at ten " * 9
    found = comparison(left, right, (left, right))
    plain, painted = page(found, width=80), page(found, width=80, color=True)
    assert plain != painted
    assert [COLOUR.sub("", line) for line in painted] == plain


def test_a_mark_that_runs_over_a_line_is_painted_on_both(comparison):
    inserted = " ".join(["new"] * 30)
    right = f"rain fell {inserted} on the quay"
    found = comparison("rain fell on the quay", right, ("rain fell on the quay", right))
    painted = [line for line in page(found, width=80, color=True) if "new" in line]
    assert len(painted) > 2
    assert all(line.count("\x1b[32m") == line.count("\x1b[0m") == 1 for line in painted)


@given(st.text(max_size=60), st.integers(40, 120), st.booleans())
def test_nothing_in_a_text_can_steer_a_terminal(comparison, text, width, full):
    """Text comes from strangers."""
    left = f"{RAIN} \x1b[2J\u202e{text} so it did"
    found = comparison(left, f"{RAIN} so it did", (left, f"{RAIN} so it did"))
    shown = page(found, width=width, full=full)
    assert not any(UNSAFE.search(line) for line in shown)


def test_an_endless_line_is_set_in_time(comparison):
    """A scraped page may be one line of a megabyte."""
    text = "spam " * 200_000
    assert len(page(comparison(text, text, (text, text)), width=80)) > 20_000
