"""The words about quotations are compiled whole, and a missing table is told by name."""

import pytest

from provenance.attribution.quote_words import QuoteWords


@pytest.fixture(scope="module")
def words(lexicon):
    return lexicon.quotes


@pytest.fixture
def whole():
    """Tables with a word for every key."""
    keys = {
        "elided": ["words"],
        "works": ["titling", "kinds", "small"],
        "lines": ["occasions", "determiners", "joints", "makers"],
        "said": ["verbs"],
        "speakers": ["words"],
    }
    return {name: dict.fromkeys(each, ("word",)) for name, each in keys.items()}


def test_a_table_of_one_word_a_key_is_enough(whole):
    assert QuoteWords.of(whole).elided == {"word"}


def test_elided_words_of_english_are_known(words):
    assert {"tis", "em", "til"} <= words.elided


def test_a_word_of_two_is_a_verb_only_whole(words):
    """“went” alone is none."""
    assert words.said.search("he went on")
    assert not words.said.search("he went home")


def test_an_apostrophe_of_either_shape_is_read(words):
    assert words.speakers.search("and I'm late")
    assert words.speakers.search("and I’m late")


@pytest.mark.parametrize("text", ["the U.S. is", "Henry I.", "tie-in", "wet", "usher"])
def test_a_word_inside_another_one_does_not_speak_of_itself(text, words):
    assert not words.speakers.search(text)


def test_a_particle_belongs_to_a_name(words):
    found = words.line.fullmatch("Ismail al-Merwani, a fisherman")
    assert found
    assert found["name"] == "Ismail al-Merwani"
    assert found["more"] == ", a fisherman"


@pytest.mark.parametrize("line", ["ada brenk, a nurse", "Ada Brenk a nurse", ", a nurse", "—"])
def test_a_line_begins_with_a_name(line, words):
    assert not words.line.fullmatch(line)


def test_a_long_line_of_capitals_is_read(words):
    """Names are bounded, so that a wall of them costs no more than other text."""
    assert not words.line.fullmatch("Ada " * 100_000)
    assert not words.line.fullmatch("al-A" * 100_000)


@pytest.mark.parametrize("name", ["elided", "works", "lines", "said", "speakers"])
def test_a_missing_table_is_told_by_its_name(name, whole):
    with pytest.raises(KeyError, match=name):
        QuoteWords.of({key: table for key, table in whole.items() if key != name})


def test_a_missing_key_is_told_by_its_name(whole):
    with pytest.raises(KeyError, match="kinds"):
        QuoteWords.of({**whole, "works": {"titling": ("titled",), "small": ("of",)}})
