"""The compiled reader of words is `text.tokens` to the letter, over all of Unicode."""

import unicodedata

import numpy as np
import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.reuse import folding, reading
from provenance.reuse.folding import word_hash
from provenance.reuse.reading import Batch
from provenance.text.tokens import tokenise

SURROGATES = range(0xD800, 0xE000)


def reference(texts):
    """Hashes, starts, ends and the number of words up to each end, in the ordinary way."""
    tokens = [tokenise(text) for text in texts]
    hashes = [word_hash(word) for item in tokens for word in item.words]
    starts = [start for item in tokens for start in item.starts]
    ends = [end for item in tokens for end in item.ends]
    return hashes, starts, ends, np.cumsum([len(item.words) for item in tokens]).tolist()


def scanned(texts):
    found = reading.read(Batch(0, len(texts), pl.Series(texts, dtype=pl.String)))
    return tuple(part.tolist() for part in found)


def same(texts):
    """Reads twice, because the tables that the first reading fills change how the second goes."""
    expected = reference(texts)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(reading, "_folds", folding.Folds())
        for _ in range(2):
            found = scanned(texts)
            assert found[1:] == expected[1:]
            assert found[0] == expected[0]
    return expected


# What combines with a neighbour when it is normalised, from the Unicode tables themselves.
COMPOSING = sorted(
    {
        chr(int(number, 16))
        for point in range(0x30000)
        if not (text := unicodedata.decomposition(chr(point))).startswith("<")
        for number in text.split()
    }
)
characters = st.one_of(
    st.sampled_from("abzAZ019 .,'’\n\t-_"),
    st.sampled_from("'’\u00ad\u200b\u200c\u200d\u2060\ufeff\u0301\u0308\u0345"),
    st.sampled_from("ßİıſẞﬁﬀﬃŉǰΐΣςσµªº²½ⅷKÅΩ"),
    st.sampled_from(COMPOSING),
    st.characters(min_codepoint=0x1100, max_codepoint=0x11FF),
    st.characters(min_codepoint=0xAC00, max_codepoint=0xD7FF),
    st.characters(min_codepoint=0x0E00, max_codepoint=0x0EFF),
    st.characters(min_codepoint=0x3000, max_codepoint=0x33FF),
    st.characters(min_codepoint=0x4E00, max_codepoint=0x4E40),
    st.characters(min_codepoint=0xFF00, max_codepoint=0xFFEF),
    st.characters(min_codepoint=0x1F300, max_codepoint=0x1FAFF),
    st.characters(exclude_categories=["Cs"]),
    st.characters(categories=["L", "M", "N"]),
)
# Runs of ASCII around the eight bytes that are looked at in one step.
runs = st.builds(
    lambda letter, size: letter * size,
    st.sampled_from("aZ5"),
    st.sampled_from([1, 2, 3, 6, 7, 8, 9, 15, 16, 17, 23, 24, 25]),
)
texts = st.lists(st.one_of(characters, characters, runs), max_size=40).map("".join)


@given(st.lists(texts, min_size=1, max_size=4))
def test_words_of_any_text_are_read_as_in_the_ordinary_way(batch):
    same(batch)


@given(st.lists(st.text(st.sampled_from("aé한ᄀ'’ \u0301\u00adß"), max_size=12), min_size=1))
def test_letters_marks_and_apostrophes_in_every_order(batch):
    """Few characters and short texts, so that all ways they can stand beside one another occur."""
    same(batch)


@pytest.mark.parametrize("size", [1, 6, 7, 8, 9, 15, 16, 17, 24, 25, 64, 1001])
@pytest.mark.parametrize("offset", range(8))
def test_words_of_every_length_at_every_place_in_a_block(size, offset):
    """Eight bytes are read at once from any address; the letters beyond must not come in."""
    word = ("Qwertyuiopasdfghjklz" * 51)[:size]
    expected = same([" " * offset + word + "." + word + "é " + word + "’s " + word])
    assert len(expected[0]) == 4


@pytest.mark.parametrize(
    "text",
    [
        "'", "’", "''", "a'", "'a", "a'a", "a''a", "a’’a", "a'’a", "'a'", "a'é", "é'a", "é’é",
        "a'\u0301", "a\u0301'a", "a'橋", "橋'a", "a'😀", "9'9", "a'_", "a'\u00ada", "\u00ad'a",
        "rock'n'roll", "l’été d’Aoû\u0302t", "o'ne'ill's", "a'" * 9, "'" * 20 + "a",
    ],
)  # fmt: skip
def test_an_apostrophe_belongs_to_a_word_only_inside_it(text):
    same([text, f" {text}", f"{text} ", f"abcdefgh{text}", f"{text}ijklmnop", f"7654321{text}z"])


@pytest.mark.parametrize("text", ["", "a", " ", "\n", "'", "\x00", "é", "\u0301", "橋", "😀"])
def test_texts_of_one_character_and_of_none(text):
    same([text])
    same([text, text, "", text])
    same(["", "abc", text, "", "x"])


def test_no_word_goes_on_in_the_next_text():
    expected = same(["abc", "def", "", "gh'", "'i", "e", "\u0301"])
    assert expected[3] == [1, 2, 2, 3, 4, 5, 5]


def test_a_line_feed_inside_a_text_does_not_end_it():
    """The kernel parts texts by line feeds of its own; those of a text are white space."""
    expected = same(["one\ntwo\n", "\n\nthree\r\nfour"])
    assert expected[3] == [2, 4]
    assert expected[1] == [0, 4, 2, 9]


def test_places_count_code_points_from_the_beginning_of_each_text():
    """After characters of one, two, three and four bytes."""
    expected = same(["é x", "aé€😀 x", "😀😀 y’z"])
    assert expected[1] == [0, 2, 0, 5, 3]
    assert expected[2] == [1, 3, 2, 6, 6]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("cafe\u0301", "CAFÉ"),
        ("Ver\u00adkehr", "verkehr"),
        ("zero\u200bwidth", "zerowidth"),
        ("ﬁre", "FIRE"),
        ("STRASSE", "straße"),
        ("don’t", "Don't"),
        ("한국", unicodedata.normalize("NFD", "한국")),
        ("ＡＢＣ", "abc"),
    ],
)
def test_the_same_word_however_it_is_written_has_one_number(left, right):
    hashes = same([left, right])[0]
    assert hashes[: len(hashes) // 2] == hashes[len(hashes) // 2 :]


def sweep(points):
    """Texts with every code point alone, after a letter, before one, and behind an apostrophe."""
    for begin in range(0, len(points), 5000):
        chosen = map(chr, points[begin : begin + 5000])
        yield " ".join(f"{c} a{c} {c}a a'{c}" for c in chosen)


def test_every_letter_and_mark_is_read_as_in_the_ordinary_way():
    """All code points but the long blocks of ideographs and syllables, one by one."""
    points = [
        *range(0x3400),
        *range(0x4DB0, 0x4E10),
        *range(0x9FF0, 0xAC20),
        *range(0xD790, 0xD800),
    ]
    same(list(sweep([*points, *range(0xE000, 0xE010), *range(0xF8F0, 0x17010)])))


def test_a_part_of_all_other_code_points_is_read_as_in_the_ordinary_way():
    """Every 61st of the million: ideographs, syllables, what is private and what is not assigned."""
    same(list(sweep([point for point in range(0x3400, 0x110000, 61) if point not in SURROGATES])))


@pytest.mark.parametrize(
    "unit", ["a", "a'", "é", "e\u0301", "\u0301", "'", "ﬁ", "橋", "😀", "9,", "\u200b", "ß\u00ad"]
)
def test_a_long_text_of_one_thing_is_read_in_one_pass(unit):
    same([unit * 20_000, "x", unit * 3])
