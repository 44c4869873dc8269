"""The noun that a figure counts is found by its form, not by a parser."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.numbers.nouns import (
    canonical,
    has_plural,
    is_plural,
    is_stop,
    noun_behind,
    plural_behind,
    singular,
)
from provenance.text.sentence_tokens import split


def found(finder, text, lexicon):
    """Noun and modifiers of the phrase a text begins with."""
    words = split(text, 0, len(text))
    noun = finder(words, 0, lexicon)
    return noun and (noun.word, [words.low[index] for index in noun.modifiers])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("vehicles were burned", ("vehicle", [])),
        ("armoured vehicles were burned", ("vehicle", ["armoured"])),
        ("ISIS vehicles were burned", ("vehicle", ["isis"])),
        ("US soldiers left", ("soldier", ["us"])),
        ("young Turkish army officers left", ("officer", ["young", "turkish", "army"])),
        ("coalition-backed fighters left", ("fighter", ["coalition", "backed"])),
        ("people left", ("person", [])),
        ("women and children left", ("woman", [])),
        ("sheep died", ("sheep", [])),
        ("the city's voters left", None),
        ("city's voters left", ("voter", ["city's"])),
    ],
)
def test_the_first_plural_of_the_phrase_is_counted(text, expected, lexicon):
    assert found(plural_behind, text, lexicon) == expected


@pytest.mark.parametrize(
    "text",
    ["", ", men left", "and men left", "were men", "in boats", "of men", "(men)", "has men"],
)
def test_nothing_is_counted_beyond_the_phrase(text, lexicon):
    assert found(plural_behind, text, lexicon) is None


def test_a_noun_too_far_away_is_not_taken(lexicon):
    text = "very big old red tall wide boats"
    assert found(plural_behind, text, lexicon) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("man left the house", ("man", [])),
        ("angry man was seen", ("man", ["angry"])),
        ("Iraqi territory is held", ("territory", ["iraqi"])),
        ("boats left", ("boat", [])),
        ("of them", None),
    ],
)
def test_without_a_plural_the_last_word_of_the_phrase_is_taken(text, expected, lexicon):
    """One man, 14 percent of the territory."""
    noun = found(noun_behind, text.replace(" left the house", " was in"), lexicon)
    assert noun == expected


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("boats", True), ("men", True), ("police", True), ("crises", True), ("lorries", True),
        ("bus", False), ("class", False), ("crisis", False), ("news", False), ("was", False),
        ("US", False), ("ISIS", False), ("AIDS", False), ("its", False), ("boat", False), ("gas", False),
        ("", False), ("mayor's", False),
    ],
)  # fmt: skip
def test_a_plural_is_told_by_its_form(word, expected, lexicon):
    assert is_plural(split(word, 0, len(word)), 0, lexicon) is expected


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("boats", "boat"), ("lorries", "lorry"), ("churches", "church"), ("boxes", "box"),
        ("losses", "loss"), ("houses", "home"), ("men", "man"), ("people", "person"),
        ("victims", "person"), ("troops", "soldier"), ("series", "series"), ("boat", "boat"),
        ("bus", "bus"), ("lies", "lie"),
    ],
)  # fmt: skip
def test_a_noun_is_compared_in_the_singular_with_synonyms_folded(word, expected, lexicon):
    assert singular(word, lexicon) == expected


@pytest.mark.parametrize(
    ("word", "expected"),
    [("u.s.", "us"), ("usa", "us"), ("iraqi", "iraq"), ("tarn", "tarn"), ("varn's", "varn")],
)
def test_one_name_has_one_spelling(word, expected, lexicon):
    assert canonical(word, lexicon) == expected


@pytest.mark.parametrize(
    ("word", "expected"),
    [("us", True), ("US", False), ("is", True), ("IS", False), ("THE", True), ("that's", True)],
)
def test_a_name_in_capitals_does_not_end_a_phrase(word, expected, lexicon):
    assert is_stop(split(word, 0, len(word)), 0, lexicon) is expected


@given(st.text(alphabet="abceihouxzs'", max_size=12))
def test_any_word_has_a_singular_that_is_not_longer_by_more_than_a_letter(lexicon, word):
    assert len(singular(word, lexicon)) <= max(len(word), 8)


@given(st.lists(st.sampled_from("boats men the red - , US of old ships".split()), max_size=12))
def test_the_noun_lies_behind_its_modifiers(lexicon, chosen):
    text = " ".join(chosen)
    noun = noun_behind(split(text, 0, len(text)), 0, lexicon)
    assert noun is None or all(index < noun.index for index in noun.modifiers)


def test_a_phrase_without_end_is_not_followed(lexicon):
    text = "red " * 50_000 + "boats"
    assert plural_behind(split(text, 0, len(text)), 0, lexicon) is None


@given(st.lists(st.sampled_from("boats GPS men the red - , US of old ships".split()), max_size=12))
def test_a_plural_is_told_of_where_one_is_found(lexicon, chosen):
    """Whether a number counts anything and what it counts must come to the same."""
    text = " ".join(chosen)
    words = split(text, 0, len(text))
    assert has_plural(words, 0, lexicon) == (plural_behind(words, 0, lexicon) is not None)
