"""Words and their folded forms, with offsets into the text as read."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.text.tokens import WORD, fold_word, tokenise


def test_words_are_runs_of_letters_and_digits():
    assert tokenise("Up 3.5% — to 120,000!").words == ("up", "3", "5", "to", "120", "000")


def test_an_apostrophe_inside_a_word_belongs_to_it_in_either_form():
    assert tokenise("don’t don't 'quoted'").words == ("don't", "don't", "quoted")


def test_a_hyphen_parts_words_so_that_damage_does_not_hide_a_copy():
    assert tokenise("EU-led").words == tokenise("EU -led").words


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("cafe\u0301", "café"),
        ("Ver\u00adkehr", "verkehr"),
        ("zero\u200bwidth", "zerowidth"),
        ("ﬁre", "fire"),
        ("STRASSE", "straße"),
    ],
)
def test_the_same_word_typed_pasted_or_scraped_folds_to_one_form(left, right):
    assert tokenise(left).words == tokenise(right).words != ()


def test_scripts_without_spaces_give_one_word_a_character():
    assert tokenise("東京 2020").words == ("東", "京", "2020")


@given(st.text())
def test_a_word_is_the_text_at_its_offsets(text):
    tokens = tokenise(text)
    for word, start, end in zip(tokens.words, tokens.starts, tokens.ends, strict=True):
        assert fold_word(text[start:end]) == word


@given(st.text())
def test_words_are_in_order_and_apart(text):
    tokens = tokenise(text)
    assert all(start < end for start, end in zip(tokens.starts, tokens.ends, strict=True))
    assert all(end <= start for end, start in zip(tokens.ends, tokens.starts[1:], strict=False))


@given(st.text() | st.text("aB3'’‘“—…\u00a0_-.é丁\u00ad\u0301½"))
def test_a_text_in_plain_characters_has_the_words_of_any_other(text):
    """Texts that are ASCII but for typographic marks are read in a faster way."""
    found = list(WORD.finditer(text))
    tokens = tokenise(text)
    assert tokens.words == tuple(fold_word(match.group()) for match in found)
    assert tokens.spans == tuple(match.span() for match in found)


@given(st.text(min_size=1))
def test_folding_twice_changes_nothing_more(word):
    assert fold_word(fold_word(word)) == fold_word(word)


@pytest.mark.parametrize("unit", ["a'", "a\u0301", "'", "9,", "\u200b", "ก"])
def test_a_million_characters_of_anything_are_read_in_one_pass(unit):
    tokenise(unit * (1_000_000 // len(unit)))
