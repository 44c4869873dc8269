"""The tables by which the compiled reader folds are `text.tokens`, code point by code point."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.reuse import folding
from provenance.reuse.folding import Folds, raw_hash, word_hash
from provenance.reuse.scan import (
    APOSTROPHE,
    CONTEXT,
    INVISIBLE,
    LETTER,
    MARK,
    OTHER,
    UNSPACED,
    WIDE,
)
from provenance.text.tokens import WORD, fold_word

M, L, ALL = 0x9E3779B97F4A7C15, 0xFF51AFD7ED558CCD, (1 << 64) - 1
points = st.characters(exclude_categories=["Cs"])


def slow_hash(data):
    """The formula of the module on padded bytes, eight at a time."""
    state = 0
    data += bytes(-len(data) % 8)
    for at in range(0, len(data), 8):
        state ^= sum(byte << 8 * n for n, byte in enumerate(data[at : at + 8]))
        state = state * M & ALL
        state ^= state >> 32
    return (state * L & ALL) >> 32


@given(st.text(points))
def test_a_word_is_hashed_by_the_formula_of_the_module(word):
    assert word_hash(word) == slow_hash(word.encode())


@pytest.mark.parametrize("length", [0, 1, 7, 8, 9, 15, 16, 17, 24, 1000])
def test_words_of_every_length_are_hashed_whole(length):
    """Blocks are of eight bytes; a change in the last byte must show."""
    word = "q" * length
    assert word_hash(word) == slow_hash(word.encode())
    assert word_hash(f"{word}a") != word_hash(f"{word}b")


def test_a_word_that_cannot_be_written_as_utf8_has_a_number_too():
    """Scraped text holds lone surrogates; one must not stop a run."""
    assert word_hash("\udc80") != word_hash("\udc81")


def test_a_hundred_thousand_words_hardly_ever_share_a_number():
    """By chance 1.2 pairs of 100,000 do among 2**32; more than ten would be a bad hash."""
    words = {f"{prefix}{n}" for n in range(25_000) for prefix in ("", "a", "word", "nineteen")}
    assert len(words) - len({word_hash(word) for word in words}) <= 10


@given(st.text(points, min_size=1))
def test_a_raw_word_is_folded_first(word):
    assert raw_hash(word.encode()) == word_hash(fold_word(word))


def test_bytes_are_what_ascii_says_they_are():
    kinds = folding.kinds()
    for byte in range(256):
        character = chr(byte)
        if byte >= 128:
            assert kinds[byte] == WIDE
        elif character.isalnum():
            assert chr(kinds[byte]) == character.lower()
        else:
            assert kinds[byte] == (APOSTROPHE if character == "'" else OTHER)


def test_every_letter_or_digit_lies_above_the_kinds():
    """The kernel asks one comparison whether a byte is one."""
    assert min(ord("0"), ord("a")) > max(OTHER, APOSTROPHE, WIDE)


def test_every_code_point_is_what_the_word_pattern_makes_of_it():
    """All of Unicode: alone it is a word, or it goes on with one, or neither."""
    classes = folding.classes().tolist()
    every = [chr(point) for point in range(128, 0x110000) if not 0xD800 <= point < 0xE000]
    begins = {match.start() // 2 for match in WORD.finditer("\n".join(every))}
    goes_on = {
        match.start() // 3
        for match in WORD.finditer("\n".join(f"a{character}" for character in every))
        if match.end() - match.start() == 2
    }
    for number, character in enumerate(every):
        kind = classes[ord(character)]
        assert (number in begins) == (kind in (LETTER, UNSPACED)), hex(ord(character))
        assert (number in goes_on) == (kind in (LETTER, MARK)), hex(ord(character))


def filled(text):
    folds = Folds()
    folds.fill(text)
    return folds.table


@pytest.mark.parametrize(
    ("character", "folded"),
    [("É", "é"), ("ſ", "s"), ("Ω", "ω"), ("Ａ", "a"), ("ς", "σ"), ("²", "2"), ("橋", "橋")],
)
def test_a_character_that_folds_to_one_is_in_the_table(character, folded):
    assert chr(filled(character)[ord(character)]) == folded == fold_word(character)


@pytest.mark.parametrize("character", ["ß", "ﬁ", "İ", "ŉ", "\u0301", "\u1100", "ﾞ"])
def test_a_character_whose_neighbour_matters_is_left_to_the_ordinary_way(character):
    """It folds to several, or may become one with what stands beside it."""
    assert filled(character)[ord(character)] == CONTEXT


@pytest.mark.parametrize("character", ["\u00ad", "\u200b", "\u200d", "\ufeff"])
def test_an_invisible_character_is_told(character):
    assert filled(character)[ord(character)] == INVISIBLE


def test_only_the_pages_of_the_text_are_filled():
    """Filling all of Unicode would take longer than reading most corpora."""
    table = filled("é")
    assert (table[:256] != CONTEXT).any()
    assert (table[256:] == CONTEXT).all()


def test_filling_adds_to_what_is_there():
    folds = Folds()
    folds.fill("é")
    folds.fill("Ж")
    assert (chr(folds.table[ord("É")]), chr(folds.table[ord("Ж")])) == ("é", "ж")


composing = sorted(
    {
        part
        for point in range(0x30000)
        if not (text := unicodedata.decomposition(chr(point))).startswith("<")
        for part in (chr(int(number, 16)) for number in text.split())
    }
)


@given(
    st.text(
        st.one_of(
            points,
            st.sampled_from(composing),
            st.characters(min_codepoint=0x1100, max_codepoint=0x11FF),
            st.characters(min_codepoint=0xAC00, max_codepoint=0xAC40),
            st.characters(min_codepoint=0xFF00, max_codepoint=0xFFEF),
        )
    )
)
def test_characters_that_are_folded_one_by_one_fold_so_beside_one_another(word):
    """The table is sound: what it folds alone never becomes one with its neighbour."""
    table = filled(word)
    alone = "".join(c for c in word if table[ord(c)] != CONTEXT)
    parts = [chr(table[ord(c)]) for c in alone if table[ord(c)] != INVISIBLE]
    assert fold_word(alone) == "".join(parts).replace("’", "'")
