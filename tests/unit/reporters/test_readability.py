"""What a page tells of readability: formulas with their counts, or why there are none."""

import dataclasses

import pytest

from provenance.model import Readability
from provenance.reporters.readability import lines

ENGLISH = Readability(
    article_id="a",
    language="en",
    words=1250,
    sentences=31,
    syllables=1900,
    letters=5600,
    characters=5800,
    pieces=1255,
    polysyllables=140,
    complex_words=1,
    unfamiliar=260,
    flesch_reading_ease=61.25,
    flesch_kincaid_grade=9.04,
    gunning_fog=11.0,
    dale_chall=8.0,
    smog=12.34,
    coleman_liau=10.26,
    automated=-3.3,
    reason=None,
)
NOTHING = dict.fromkeys(field.name for field in dataclasses.fields(Readability)) | {
    "article_id": "a"
}


def told(row):
    return "\n".join(lines(row))


def test_the_formulas_stand_one_under_the_other_with_their_counts():
    assert told(ENGLISH) == (
        "  readability (for information, moves no score)\n"
        "    Flesch reading ease           61.2\n"
        "    Flesch-Kincaid grade           9.0\n"
        "    Gunning fog                   11.0\n"
        "    Dale-Chall                     8.0\n"
        "    SMOG                          12.3\n"
        "    Coleman-Liau                  10.3\n"
        "    Automated Readability Index   -3.3\n"
        "    counted: 1,250 words, 31 sentences, 1,900 syllables, 1 complex word, "
        "260 unfamiliar words"
    )


def test_smog_says_what_it_waits_for():
    """One figure fewer than in the article before would look like a fault."""
    assert "    SMOG: not told (fewer than 30 sentences)\n" in told(
        dataclasses.replace(ENGLISH, smog=None)
    )


@pytest.mark.parametrize(
    ("language", "name"), [("de", "Amstad"), ("es", "Fernández Huerta"), ("ru", "Oborneva")]
)
def test_the_version_for_the_language_is_named_and_english_formulas_are_not(language, name):
    counts = {"language": language, "words": 200, "sentences": 10, "syllables": 350}
    row = Readability(**NOTHING | counts | {"flesch_reading_ease": 45.0})
    assert told(row) == (
        "  readability (for information, moves no score)\n"
        f"    Flesch reading ease ({name})   45.0\n"
        "    its syllables are places to hyphenate, so too few: it reads harder than told\n"
        "    counted: 200 words, 10 sentences, 350 syllables"
    )


def test_no_formula_is_one_line_with_the_reason():
    row = Readability(**NOTHING | {"reason": "fewer than 100 words", "words": 12})
    assert told(row) == "  readability: not told (fewer than 100 words)"


def test_no_row_is_told_too():
    assert told(None) == "  readability: not told (not counted)"


def test_a_language_that_a_stranger_wrote_reaches_no_terminal():
    row = Readability(**NOTHING | {"reason": "no formula is fitted to its language, \x1b[2J"})
    assert "\x1b" not in told(row)
