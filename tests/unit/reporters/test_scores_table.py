"""Figures in columns, names whole, and no line wider than the terminal."""

import re

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.reporters.cells import cells
from provenance.reporters.palette import Style
from provenance.reporters.scores_table import Entry, remark, table

TEXTS = st.text(max_size=200)


def lines(*entries, header=("score", "name"), width=60, color=False):
    columns = [f"figure {place}" for place in range(len(header) - 1)]
    figures = pl.DataFrame(
        [row for row, _ in entries], schema=dict.fromkeys(columns, pl.String), orient="row"
    )
    return list(table(header, figures, [entry for _, entry in entries], Style(color, width)))


def entry(*figures, name="a.txt", note=None, items=(), kind="passed"):
    return figures, Entry(name, note, (items,), kind)


def test_figures_are_flushed_right_under_their_titles():
    there = lines(
        entry("100 A", "7"), entry("9 F", "1,200", name="b.txt"), header=("score", "words", "file")
    )
    assert there == ["score  words  file", "100 A      7  a.txt", "  9 F  1,200  b.txt"]


def test_no_entries_leave_the_header_alone():
    assert lines() == ["score  name"]


def test_a_file_that_does_not_fit_beside_its_folder_stands_below_it():
    """A name broken anywhere cannot be copied or clicked."""
    (_, first, second) = lines(entry("9 F", name="stories/of/the/week/bridge.md"), width=30)
    assert (first.split(), second.split()) == (["9", "F", "stories/of/the/week/"], ["bridge.md"])
    assert first.index("stories") == second.index("bridge")


def test_a_name_that_fits_is_not_broken():
    assert lines(entry("9 F", name="of/the/week.md"), width=30)[1] == "  9 F  of/the/week.md"


def test_a_name_stands_below_the_figures_where_there_is_no_room_beside():
    figures = ("9 F", "x" * 18)
    there = lines(entry(*figures, name="bridge.md"), header=("score", "long", "name"), width=40)
    assert there[1:] == [f"  9 F  {'x' * 18}", "      bridge.md"]


def test_notes_and_items_stand_below_the_row():
    there = lines(entry("N/A", note="45 words, 150 are needed", items=("-8 NUM001", "-3 BPL001")))
    assert there[2:] == ["      45 words, 150 are needed", "      -8 NUM001, -3 BPL001"]


def test_lines_are_broken_between_items_and_not_within():
    there = lines(entry("9 F", items=("-8 NUM001 one", "-3 BPL001 two", "-1 X")), width=36)
    assert there[2:] == ["      -8 NUM001 one, -3 BPL001 two,", "      -1 X"]


def test_only_the_first_cell_has_a_colour():
    there = lines(entry("9 F", "9 F", kind="error"), header=("a", "b", "c"), color=True)[1]
    assert there == "\x1b[1;31m9 F\x1b[0m  9 F  a.txt"


def test_a_remark_is_as_wide_as_the_page():
    assert list(remark("one two three", Style(False, 8))) == ["one two", "three"]


@given(TEXTS, TEXTS, st.lists(TEXTS, max_size=4), st.integers(40, 120))
def test_nothing_from_outside_reaches_the_terminal_and_no_line_is_too_wide(
    name, note, items, width
):
    shown = lines(entry("100 A", name=name, note=note, items=tuple(items)), width=width)
    assert all(cells(line) <= width for line in shown)
    assert not re.search("[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", "".join(shown))


@given(st.from_regex(r"[a-z/]{1,80}", fullmatch=True), st.integers(40, 120))
def test_a_name_is_shown_whole(name, width):
    shown = lines(entry("100 A", name=name), width=width)[1:]
    assert "".join(shown).replace(" ", "") == f"100A{name}"


@pytest.mark.parametrize("long", ["x" * 200_000, "a/" * 100_000, "word " * 40_000])
def test_a_name_of_any_length_takes_linear_time(long):
    """Ids come from records that strangers wrote."""
    (_, first, *_) = lines(entry("100 A", name=long, items=(long,)))
    assert first.startswith("100 A  ")
