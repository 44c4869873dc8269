"""Offsets become the line and column that an editor shows."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.text.spans import LineMap


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_every_line_end_begins_a_new_line(end):
    text = f"one{end}two"
    assert LineMap.of(text).place(text.index("two")) == (2, 1)


def test_columns_count_code_points():
    """An emoji outside the basic plane and an accent of its own are one column each."""
    text = "😀e\u0301x"
    assert LineMap.of(text).place(text.index("x")) == (1, 4)


def test_a_byte_order_mark_is_a_column_like_any_other():
    assert LineMap.of("\ufeffx").place(1) == (1, 2)


def test_a_crlf_is_one_line_end_and_not_two():
    assert len(LineMap.of("a\r\n\r\nb").starts) == 3


@given(st.text(alphabet="ab\r\n\u00a0é😀"))
def test_the_line_and_column_lead_back_to_the_offset(text):
    """The oracle walks the text a character at a time, as the definition reads."""
    line_map, line, column = LineMap.of(text), 1, 1
    for offset, character in enumerate(text):
        assert line_map.place(offset) == (line, column)
        ends = character == "\n" or (character == "\r" and text[offset + 1 : offset + 2] != "\n")
        line, column = (line + 1, 1) if ends else (line, column + 1)


def test_a_text_of_nothing_but_line_ends_is_mapped_in_one_pass():
    assert LineMap.of("\n" * 300_000).place(299_999) == (300_000, 1)
