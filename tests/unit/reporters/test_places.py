"""Labels and excerpts of spans."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance import frames
from provenance.model import Article
from provenance.reporters.cells import cells
from provenance.reporters.places import Places


def places_of(*articles):
    return Places.of(frames.frame(articles, Article))


def test_a_label_is_path_line_and_column(article):
    places = places_of(article("a.txt", "one\r\ntwo three"))
    assert places.label("a.txt", 9) == "a.txt:2:5"


def test_a_text_that_begins_further_down_its_file_is_labelled_by_the_lines_of_the_file(article):
    """Front matter pushes the text down; a click must still land on the right line."""
    places = places_of(article("a.md", "one\ntwo", line=5))
    assert places.label("a.md", 4) == "a.md:6:1"


def test_a_text_inside_a_record_is_labelled_by_record_and_by_place_in_the_text(article):
    places = places_of(article("c.jsonl", "one\ntwo", article_id="x", line=7, embedded=True))
    assert places.label("x", 5) == "c.jsonl:7 (2:2 in the text)"


def test_a_path_with_controls_is_shown_harmless(article):
    places = places_of(article("a\x1b[2J\n.txt", "one"))
    assert places.label("a\x1b[2J\n.txt", 0) == "a\\x1b[2J\\x0a.txt:1:1"


def excerpt_of(article, text, evidence, room=60):
    start = text.index(evidence)
    places = places_of(article("a.txt", text))
    piece = places.excerpt("a.txt", start, start + len(evidence), room)
    return piece.number, piece.before, piece.marked, piece.after


def test_an_excerpt_is_the_line_cut_at_the_span(article):
    cut = excerpt_of(article, "first\n  the red house\nlast", "red")
    assert cut == (2, "the ", "red", " house")


def test_a_long_line_is_shortened_around_the_span(article):
    text = "word " * 50 + "HERE" + " word" * 50
    number, before, marked, after = excerpt_of(article, text, "HERE", room=40)
    assert (number, marked) == (1, "HERE")
    assert before.startswith("…word")
    assert after.endswith("word…")
    assert 30 <= cells(before + marked + after) <= 40


def test_room_that_one_side_does_not_need_goes_to_the_other(article):
    _, before, _, after = excerpt_of(article, "HERE " + "word " * 50, "HERE", room=40)
    assert before == ""
    assert cells(after) >= 30


def test_a_span_over_several_lines_shows_its_line_ends(article):
    cut = excerpt_of(article, "say one\ntwo three", "one\ntwo")
    assert cut == (1, "say ", "one ↵ two", " three")


def test_a_long_span_shows_both_its_ends(article):
    text = "Begin " + "middle " * 200 + "finish"
    _, before, marked, after = excerpt_of(article, text, text)
    assert marked.startswith("Begin middle")
    assert marked.endswith("middle finish")
    assert " … " in marked
    assert (before, after) == ("", "")


def test_a_span_a_little_too_wide_comes_whole_and_without_its_line(article):
    span = "word " * 20 + "end"
    cut = excerpt_of(article, f"Before {span} after", span, room=60)
    assert cut == (1, "", span, "")


def test_tabs_and_controls_are_shown_harmless(article):
    cut = excerpt_of(article, "a\tb\x1b[31m red \u202ec", "red")
    assert cut == (1, "a b\\x1b[31m ", "red", " \\u202ec")


def test_an_empty_span_keeps_its_place(article):
    piece = places_of(article("a.txt", "one two")).excerpt("a.txt", 3, 3, 60)
    assert (piece.before, piece.marked, piece.after) == ("one", "", " two")


@pytest.mark.parametrize("filler", ["x", "\u0301", " ", "東", "\r"])
def test_a_line_of_five_million_characters_is_no_trouble(article, filler):
    """One hostile file must not hold up the report."""
    text = filler * 2_500_000 + "HERE" + filler * 2_500_000
    piece = places_of(article("a.txt", text)).excerpt("a.txt", 2_500_000, 2_500_004, 60)
    assert piece.marked == "HERE"
    assert len(piece.before) + len(piece.after) < 1000


@given(
    text=st.text(max_size=200),
    span=st.tuples(st.integers(0, 200), st.integers(0, 200)),
    room=st.integers(20, 80),
)
def test_an_excerpt_fits_its_room_and_is_one_harmless_line(text, span, room):
    start, end = sorted(min(offset, len(text)) for offset in span)
    article = Article("a", "a", 1, False, text, None, 0, None, None, None)
    piece = places_of(article).excerpt("a", start, end, room)
    shown = piece.before + piece.marked + piece.after
    assert cells(shown) <= (3 * room if piece.alone else room)
    assert shown.isprintable() or not any(ord(char) < 32 for char in shown)
