import unicodedata

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.text.fold import fold


def folded(text):
    return fold(pl.Series([text])).item()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ADVERTISEMENT", "advertisement"),
        ("Read  more\t\there", "read more here"),
        ("Read\u00a0more", "read more"),
        ("Read\u2009more", "read more"),
        ("You\u2019ll like", "you'll like"),
        ("\u201cWatch\u201d now", '"watch" now'),
        ("Photo \u2014 AP", "photo - ap"),
        ("in\u2011depth", "in-depth"),
        ("Adver\u00adtise\u200bment", "advertisement"),
        ("\ufeffShare", "share"),
        ("Sh\ufe0far\U000e0020e", "share"),
        ("Sha\u202d\u2066re", "share"),
        ("S\x00har\x7fe\x9b", "share"),
        ("Sh\u2800a\u3164r\uffa0e", "share"),
        ("\u25b6\ufe0f Watch", "watch"),
        ("\uff33\uff48\uff41\uff52\uff45", "share"),
        ("\ufb01le photo", "file photo"),
        ("publicite\u0301", "publicit\u00e9"),
        ("Wait\u2026", "wait..."),
        ("Don`t miss", "don't miss"),
        ("Read\tmore", "read more"),
        ("Read\x1fmore", "read more"),
    ],
)
def test_lines_that_a_reader_calls_the_same_are_the_same(text, expected):
    assert folded(text) == expected


@pytest.mark.parametrize(
    "text",
    ["• Share", "* Share", "– Share", "» Share", "> Share", "  + Share", "►  Share", "• • Share"],
)
def test_bullets_in_front_do_not_count(text):
    assert folded(text) == "share"


@pytest.mark.parametrize(
    "text",
    [
        "Share (12)",
        "Share 12",
        "Share 3.2k",
        "Share 1,024",
        "Share »",
        "Share | (3) ›",
        "Share › 5",
    ],
)
def test_counters_and_arrows_behind_do_not_count(text):
    assert folded(text) == "share"


@pytest.mark.parametrize("text", ["europe 268 293", "5", "12 shares", "1/13", "rfc 2119 section 3"])
def test_numbers_that_are_no_counter_stay(text):
    """A row of a table that begins with a section's name must not become that name."""
    assert folded(text) == text


def test_what_stands_inside_a_line_stays():
    text = "the u.s. (and 9 others) - led by norway - said: no."
    assert folded(text) == text


def test_null_stays_null_and_the_column_keeps_its_name_and_length():
    series = pl.Series("line", ["A", None, ""])
    assert fold(series).equals(pl.Series("line", ["a", None, ""]))
    assert fold(series).name == "line"


def test_the_column_that_is_folded_stays_as_it_was():
    """Its text is what evidence is quoted from."""
    texts = ["“Share”  NOW", "plain", "ﬁle `x`"]
    column = pl.Series(texts)
    fold(column)
    assert column.to_list() == texts


def test_an_empty_column_folds_to_an_empty_column():
    assert len(fold(pl.Series([], dtype=pl.String))) == 0


def test_folding_any_single_character_twice_changes_nothing_more():
    """Rules fold their phrases once and lines once: both must land in the same place."""
    characters = [chr(code) for code in range(0x3000) if unicodedata.category(chr(code)) != "Cs"]
    once = fold(pl.Series(["x" + character + "y" for character in characters]))
    assert fold(once).equals(once)


@pytest.mark.parametrize("text", ["\u03d4\u0300", "\u1d40\u0308", "\U0001d447\u0308"])
def test_letters_that_fold_only_after_their_accents_do_so_at_once(text):
    """Composing may make a capital, and lowering it may make something that composes."""
    assert folded(folded(text)) == folded(text)


@given(st.text(alphabet="aZ é’“”–—\u00a0\u00ad\u200b•*»›|().,0123456789km-ﬁİſ\u0301", max_size=30))
def test_folding_twice_is_folding_once(text):
    assert folded(folded(text)) == folded(text)


@given(st.lists(st.text(max_size=12), max_size=8))
def test_a_text_folds_the_same_whatever_stands_beside_it(texts):
    together = fold(pl.Series(texts, dtype=pl.String)).to_list()
    assert together == [folded(text) for text in texts]


@given(st.text(alphabet=st.characters(codec="ascii", categories=["L"]), min_size=1, max_size=20))
def test_plain_letters_fold_to_lower_case(text):
    assert folded(text) == text.lower()


def test_a_line_of_a_million_bullets_and_counters_folds_to_nothing():
    """Nested or overlapping patterns would take minutes on it."""
    assert folded("• " * 500_000 + "(1)" * 500_000) == ""
    assert folded("x" + " (1)" * 500_000) == "x"
    assert folded("* " * 1_000_000) == ""
