"""The formulas, held to textstat on the same counts and to their papers by hand."""

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from textstat.backend import counts, metrics
from textstat.backend.utils import constants

from provenance.scoring.formulas import LANGUAGES, MINIMUM_WORDS, formulas

# 1,000 words in 50 sentences: 20 words a sentence, 1.5 syllables a word, 4.5 letters a word.
ROUND = {
    "language": "en",
    "words": 1000,
    "sentences": 50,
    "syllables": 1500,
    "letters": 4500,
    "characters": 4700,
    "pieces": 1000,
    "polysyllables": 120,
    "complex_words": 100,
    "unfamiliar": 100,
}
PROSE = (
    "The ferry left the old harbour at dawn, and nobody on the municipal pier could say for "
    "certain whether its captain had intended to return. A spokesman declined to speculate. "
) * 20
US = "en_US"


def computed(**values):
    """All formulas over one row of counts."""
    kinds = dict.fromkeys(ROUND, pl.Int64) | {"language": pl.String}
    return pl.DataFrame([ROUND | values], kinds).select(**formulas()).row(0, named=True)


def test_every_formula_by_hand():
    found = computed()
    assert found == pytest.approx(
        {
            "flesch_reading_ease": 206.835 - 1.015 * 20 - 84.6 * 1.5,
            "flesch_kincaid_grade": 0.39 * 20 + 11.8 * 1.5 - 15.59,
            "gunning_fog": 0.4 * (20 + 10),
            "dale_chall": 0.1579 * 10 + 0.0496 * 20 + 3.6365,
            "smog": 1.043 * (30 * 2.4) ** 0.5 + 3.1291,
            "coleman_liau": 0.058 * 450 - 0.296 * 5 - 15.8,
            "automated": 4.71 * 4.7 + 0.5 * 20 - 21.43,
        }
    )


def test_every_formula_is_that_of_textstat_where_both_see_the_same_sentences():
    found = computed(
        words=counts.count_words(PROSE),
        sentences=counts.count_sentences(PROSE),
        syllables=counts.count_syllables(PROSE, US),
        letters=counts.count_letters(PROSE),
        characters=counts.count_chars(PROSE, ignore_spaces=True),
        pieces=counts.count_words(PROSE, rm_punctuation=False),
        polysyllables=counts.count_polysyllable_words(PROSE, US),
        complex_words=counts.count_difficult_words(PROSE, US, 3),
        unfamiliar=counts.count_difficult_words(PROSE, US, 0),
    )
    assert found == pytest.approx(
        {
            "flesch_reading_ease": metrics.flesch_reading_ease(PROSE, US),
            "flesch_kincaid_grade": metrics.flesch_kincaid_grade(PROSE, US),
            "gunning_fog": metrics.gunning_fog(PROSE, US),
            "dale_chall": metrics.dale_chall_readability_score(PROSE, US),
            "smog": metrics.smog_index(PROSE, US),
            "coleman_liau": metrics.coleman_liau_index(PROSE),
            "automated": metrics.automated_readability_index(PROSE),
        },
        rel=1e-12,
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_constants_of_each_language_are_those_of_textstat(language):
    known = constants.LANG_CONFIGS[language]
    wanted = known["fre_base"] - 20 * known["fre_sentence_length"]
    wanted -= 1.5 * known["fre_syll_per_word"]
    assert computed(language=language)["flesch_reading_ease"] == pytest.approx(wanted)


@pytest.mark.parametrize("language", sorted(set(LANGUAGES) - {"en"}))
def test_formulas_fitted_to_english_alone_are_null_elsewhere(language):
    found = computed(language=language)
    assert [name for name, value in found.items() if value is not None] == ["flesch_reading_ease"]


@pytest.mark.parametrize("language", ["pt", "hu", "pl", "xx", None])
def test_a_language_without_a_fitted_formula_has_none(language):
    """textstat falls back to the English constants."""
    assert set(computed(language=language).values()) == {None}


def test_under_a_hundred_words_there_is_no_formula():
    assert set(computed(words=MINIMUM_WORDS - 1).values()) == {None}
    assert None not in computed(words=MINIMUM_WORDS).values()


def test_smog_asks_for_the_thirty_sentences_of_its_sample():
    assert computed(sentences=29)["smog"] is None
    assert computed(sentences=29)["gunning_fog"] is not None
    assert computed(sentences=30)["smog"] is not None


def test_dale_chall_is_adjusted_only_past_five_per_cent_unfamiliar_words():
    easy, hard = computed(unfamiliar=50), computed(unfamiliar=51)
    assert easy["dale_chall"] == pytest.approx(0.1579 * 5 + 0.0496 * 20)
    assert hard["dale_chall"] == pytest.approx(0.1579 * 5.1 + 0.0496 * 20 + 3.6365)


def test_rows_without_counts_have_nulls():
    nothing = dict.fromkeys(ROUND) | {"language": "en"}
    assert set(computed(**nothing).values()) == {None}


@given(st.integers(100, 10**7), st.integers(1, 10**5), st.integers(0, 10**8))
def test_more_syllables_never_read_more_easily(words, sentences, syllables):
    few = computed(words=words, sentences=sentences, syllables=syllables)
    many = computed(words=words, sentences=sentences, syllables=syllables + 1)
    assert many["flesch_reading_ease"] < few["flesch_reading_ease"]
    assert many["flesch_kincaid_grade"] > few["flesch_kincaid_grade"]
