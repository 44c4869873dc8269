"""Widths on a terminal, and cutting to them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.reporters.cells import breaks, cells, fold, head, middle_out, tail

SHOWN = st.text(st.characters(exclude_categories=("Cc", "Cs", "Cn", "Zl", "Zp")))


@pytest.mark.parametrize(
    ("text", "width"),
    [
        ("", 0),
        ("abc", 3),
        ("東京", 4),
        ("e\u0301", 1),
        ("ｶ", 1),
        ("Ａ", 2),
        ("a\u200bb", 2),
        ("🎈", 2),
    ],
)
def test_wide_characters_take_two_cells_and_marks_none(text, width):
    """Widths as Unicode's East Asian Width (UAX #11) gives them."""
    assert cells(text) == width


def test_what_fits_is_not_cut():
    assert head("eleven char", 11) == tail("eleven char", 11) == "eleven char"


def test_text_is_cut_between_words_where_one_is_near():
    assert head("the quick brown fox", 14) == "the quick…"
    assert tail("the quick brown fox", 14) == "…brown fox"


def test_a_long_word_is_cut_inside():
    assert head("a" * 40, 20) == "a" * 19 + "…"
    assert tail("a" * 40, 20) == "…" + "a" * 19


def test_both_ends_are_kept_around_the_middle():
    shown = middle_out("first words of it and then a great deal more until the last words", 30)
    assert shown.startswith("first words")
    assert shown.endswith("last words")
    assert " … " in shown


@given(SHOWN, st.integers(3, 60))
def test_nothing_is_wider_than_its_room(text, room):
    assert cells(head(text, room)) <= room
    assert cells(tail(text, room)) <= room
    assert cells(middle_out(text, room)) <= room


@given(SHOWN, st.integers(3, 60))
def test_what_is_kept_stands_in_the_text(text, room):
    assert text.startswith(head(text, room).removesuffix("…"))
    assert text.endswith(tail(text, room).removeprefix("…"))


def test_folding_breaks_at_spaces():
    assert fold("the quick brown fox", 10) == ["the quick", "brown fox"]


def test_a_word_longer_than_the_line_is_broken():
    assert fold("a" * 25, 10) == ["a" * 10, "a" * 10, "a" * 5]


@given(SHOWN, st.integers(2, 40))
def test_folding_fits_and_loses_nothing_but_spaces(text, room):
    lines = fold(text, room)
    assert all(cells(line) <= room for line in lines)
    assert "".join("".join(lines).split()) == "".join(text.split())


@given(SHOWN, st.integers(2, 30))
def test_breaks_are_where_the_lines_stand_and_only_spaces_lie_between(text, room):
    """Colours are put on by these places."""
    spans = list(breaks(text, room))
    assert [text[start:end] for start, end in spans] == fold(text, room)
    edges = [0, *(at for span in spans for at in span), len(text)]
    assert edges == sorted(edges)
    assert all(not text[a:b].strip() for a, b in zip(edges[::2], edges[1::2], strict=True))


def test_an_endless_text_is_folded_in_time():
    """Folding was quadratic once: each line copied the rest."""
    assert len(fold("a" * 2_000_000, 40)) == 50_000
    assert len(fold("\u0301" * 1_000_000, 40)) == 1
