"""Every row of an attribution points at words of its article, whatever the text."""

from dataclasses import replace

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.attribution import read

WORDS = (
    "the mayor police officials Ada Brenk Reuters said says believes according to report that he "
    "she they who was told , . “ ” ( ) — and of for on condition anonymity reportedly it is "
    "believed by CNN adding “no”"
).split()


@given(words=st.lists(st.sampled_from(WORDS), max_size=40), joint=st.sampled_from([" ", "\n\n"]))
def test_places_lie_in_the_text_and_in_each_other(words, joint, stated):
    text = joint.join(words)
    for row in stated(text):
        assert 0 <= row.start < row.end <= len(text)
        assert row.statement_start <= row.start
        if row.source_start is not None:
            assert row.start <= row.source_start < row.source_end <= row.end
        assert (row.source_start is None) == (row.kind == "agentless")
        assert (row.explained is None) == (row.kind != "anonymous")


@given(words=st.lists(st.sampled_from(WORDS), max_size=20))
def test_what_stands_before_a_text_only_moves_its_places(words, stated):
    """A headline of no words for sources changes nothing but the offsets."""
    text, lead = " ".join(words), "Rain fell today.\n\n"
    moved = [
        replace(row, start=row.start - len(lead), end=row.end - len(lead))
        for row in stated(lead + text)
    ]
    assert [(row.start, row.end, row.cue) for row in moved] == [
        (row.start, row.end, row.cue) for row in stated(text)
    ]


def test_an_article_in_another_language_has_none(articles, lexicon):
    frame = articles("Ada Brenk said the dam held.").with_columns(language=pl.lit("de"))
    assert read(frame, lexicon).attributions.is_empty()


def test_rows_come_in_the_order_of_the_text(stated):
    rows = stated("Police said so. The mayor warned of it. It is believed that eels left.")
    assert [row.cue for row in rows] == ["say", "warn", "believe"]


def test_a_cue_behind_a_no_break_space_or_line_end_is_found(stated):
    assert len(stated("The mayor\xa0said so.\nAccording to police, it held.")) == 2


def test_the_same_sentence_says_the_same_again(stated):
    once, twice = stated("Police said so."), stated("Police said so. Police said so.")
    assert [row.source for row in twice] == [once[0].source] * 2


@pytest.mark.parametrize(
    "text",
    ["said " * 100_000, "he said, " * 20_000, "the " * 200_000 + "mayor said so", "(" * 300_000],
)
def test_a_line_without_end_is_read_in_one_go(text, stated):
    """Bounded work at every verb: nothing here may look at the whole line again and again."""
    assert all(row.end - row.start < 10_000 for row in stated(text))


@pytest.mark.parametrize("gap", ["\xa0", "\n"])
def test_a_cue_of_two_words_may_have_any_white_space_inside(gap, stated):
    """A hard space or a line end inside "according to" once had no entry in the lexicon."""
    text = f"The dam held, according{gap}to police."
    assert all(row.cue == "according to" for row in stated(text))


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("It was believed that the dam held.", "believe"),
        ("The dam believed sound gave way.", None),
        ("It is believed by divers that the dam held.", None),
        ("The dam is believed sound.", None),
        ("They are believed to have left.", "believe"),
        ("It was estimated that ten left.", "estimate"),
        ("It was shouted that ten left.", None),
    ],
)
def test_a_belief_of_nobody_is_a_passive_before_a_clause(text, cue, stated):
    rows = [row for row in stated(text) if row.kind == "agentless"]
    assert [row.cue for row in rows] == ([cue] if cue else [])


def test_the_place_of_a_belief_begins_with_it(stated):
    """Of "It has long been believed" all is evidence; of "eels are believed" the eels are not."""
    for text, words in [
        ("It has long been believed that it held.", "It has long been believed"),
        ("The eels are not believed to be rare.", "are not believed"),
        ("The dam reportedly held.", "reportedly"),
    ]:
        (row,) = stated(text)
        assert text[row.start : row.end] == words
