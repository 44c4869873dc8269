"""Any space that stays on a line is a space."""

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.text.spacing import plainly_spaced


def spaced(text):
    return plainly_spaced(pl.Series([text], dtype=pl.String)).item()


@pytest.mark.parametrize("space", "\u00a0\u2003\u2009\u202f\u3000")
def test_a_space_of_any_kind_becomes_a_plain_one(space):
    """Content management systems put them between a rank and a name."""
    assert spaced(f"Maj.{space}Brenk") == "Maj. Brenk"


@pytest.mark.parametrize("other", ["\n", "\r\n", "\t", "\u200b", "\u2028", "-", "x"])
def test_what_is_no_space_within_a_line_is_left_alone(other):
    assert spaced(f"a{other}b") == f"a{other}b"


def test_null_stays_null():
    assert spaced(None) is None


@given(st.text("ab\u00a0\u2009\u202f \n\U0001f600e\u0301"))
def test_offsets_stay_and_a_second_time_changes_nothing(text):
    """Findings made on the copy point into the text as it was read."""
    plain = spaced(text)
    assert [b in (a, " ") for a, b in zip(text, plain, strict=True)] == [True] * len(text)
    assert spaced(plain) == plain


def test_megabytes_of_spaces_are_linear():
    assert spaced("\u00a0" * 2_000_000) == " " * 2_000_000
