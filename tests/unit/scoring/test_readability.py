"""Readability is information with its counts, or nothing at all."""

from hypothesis import given
from hypothesis import strategies as st

from provenance.scoring.readability import readability

PROSE = "The ferry left the harbour at dawn and came back before noon. " * 10


def test_the_flesch_score_follows_from_the_counts_shown_beside_it():
    """206.835 - 1.015 * words / sentences - 84.6 * syllables / words (Flesch 1948)."""
    result = readability(PROSE, "en")
    wanted = (
        206.835 - 1.015 * result.words / result.sentences - 84.6 * result.syllables / result.words
    )
    assert abs(result.flesch_reading_ease - wanted) < 0.01


def test_twelve_words_ten_times_over_are_counted_by_hand():
    result = readability(PROSE, "en")
    assert (result.words, result.sentences) == (120, 10)


def test_a_text_under_a_hundred_words_has_none():
    """textstat calls an empty text as easy as can be."""
    assert readability("", "en") is None
    assert readability("word " * 99, "en") is None


def test_a_language_the_formulas_were_not_made_for_has_none():
    assert readability(PROSE, "de") is None
    assert readability(PROSE, None) is None


@given(st.text(max_size=300))
def test_no_text_raises(text):
    readability(text, "en")
