"""Values as TOML, which reads them back, and as a terminal can show them."""

import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.reporters.safe import printable
from provenance.reporters.toml import key, toml

TEXTS = st.text(st.characters(blacklist_categories=["Cs"]))
PLAIN = st.one_of(TEXTS, st.booleans(), st.integers(-(2**60), 2**60), st.floats(0, 1e9))
VALUES = st.recursive(
    PLAIN, lambda inner: st.lists(inner) | st.dictionaries(TEXTS, inner), max_leaves=8
)


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("error", '"error"'),
        (True, "true"),
        (12, "12"),
        (0.25, "0.25"),
        (1000.0, "1000"),
        ([], "[]"),
        (["BPL", "NUM001"], '["BPL", "NUM001"]'),
        ({"warn": 0.01, "error": 0.03}, "{ warn = 0.01, error = 0.03 }"),
        ({}, "{}"),
        ("a\x1b[31m\u202e\\", '"a\\u001b[31m\\u202e\\\\"'),
    ],
)
def test_a_value_stands_as_a_settings_file_has_it(value, shown):
    assert toml(value) == shown


@given(VALUES)
def test_what_is_shown_is_read_back_as_it_was(value):
    assert tomllib.loads(f"value = {toml(value)}")["value"] == value


@given(TEXTS, TEXTS)
def test_a_key_is_read_back_as_it_was(outer, inner):
    assert tomllib.loads(f"{key((outer, inner))} = 1") == {outer: {inner: 1}}


@given(st.text())
def test_whatever_a_value_holds_is_safe_on_a_terminal(text):
    shown = toml({text: [text]})
    assert printable(shown) == shown
    assert shown.encode()


def test_half_a_character_becomes_visible():
    """A file name that is no text must not stop the page."""
    assert toml("a\udcffb") == '"a\\\\udcffb"'
