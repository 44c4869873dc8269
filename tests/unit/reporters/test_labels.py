"""Labelled values on pages that explain."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.model import Example
from provenance.reporters.labels import field, hanging, on_record
from provenance.reporters.palette import Style


def test_a_value_stands_beside_its_label():
    assert field("why", "It is ours.", Style()) == ["  why          It is ours."]


def test_a_long_value_goes_on_under_its_beginning():
    first, *more = field("why", "word " * 40, Style(width=60))
    assert first.startswith("  why          word ")
    assert more
    assert all(line.startswith(" " * 15 + "word") for line in more)
    assert max(map(len, (first, *more))) <= 60


@pytest.mark.parametrize("text", ["", " "])
def test_an_empty_value_leaves_the_label(text):
    assert [line.rstrip() for line in hanging("  - ", text, Style())] == ["  -"]


@given(st.text(st.characters(exclude_categories=("Cs",)), max_size=60))
def test_nothing_in_a_value_moves_the_cursor(text):
    for line in hanging("  - ", text, Style(width=40)):
        assert not any(ord(char) < 32 or 127 <= ord(char) < 160 for char in line)


@pytest.mark.parametrize(
    ("given", "blank", "told"),
    [
        ((), (), ""),
        (("date",), (), "its record gives date"),
        ((), ("title",), "its record leaves title empty"),
        (("date", "outlet"), ("title",), "its record gives date, outlet and leaves title empty"),
    ],
)
def test_an_example_is_told_with_its_record(given, blank, told):
    """Two examples of a rule about records may have texts that say nothing of what differs."""
    assert on_record(Example(("The quarry opened.",), given=given, blank=blank)) == told
