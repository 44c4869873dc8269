"""Nothing from outside may act on a terminal."""

import unicodedata

import orjson
import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.reporters.safe import encodable, escape_json, printable

ANY_TEXT = st.text(st.characters(exclude_categories=()))
BIDI = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"


@pytest.mark.parametrize(
    ("raw", "shown"),
    [
        ("plain [/x] text", "plain [/x] text"),
        ("a\tb", "a b"),
        ("\x1b[31mred", r"\x1b[31mred"),
        ("line\r\nend", r"line\x0d\x0aend"),
        ("\x9b31m", r"\x9b31m"),
        ("\x7f", r"\x7f"),
        ("\u202egnp.exe", r"\u202egnp.exe"),
        ("\ud800", r"\ud800"),
        ("\ufffe\U0001ffff", r"\ufffe\U0001ffff"),
        ("one\u2028two", r"one\u2028two"),
        ("naïve 東京 👩\u200d👩\u200d👧 e\u0301", "naïve 東京 👩\u200d👩\u200d👧 e\u0301"),
    ],
)
def test_harmful_characters_become_visible_and_others_stay(raw, shown):
    assert printable(raw) == shown


@given(ANY_TEXT)
def test_what_is_printable_holds_no_control_bidi_or_unencodable_character(text):
    shown = printable(text)
    assert not [char for char in shown if unicodedata.category(char) in ("Cc", "Cs", "Zl", "Zp")]
    assert not set(shown) & set(BIDI)
    shown.encode()


@given(ANY_TEXT)
def test_making_printable_twice_changes_nothing_more(text):
    assert printable(printable(text)) == printable(text)


@given(st.text(st.characters(exclude_categories=("Cc", "Cf", "Cs", "Cn", "Zl", "Zp"))))
def test_ordinary_text_is_left_alone(text):
    assert printable(text) == text


def test_every_noncharacter_of_every_plane_is_made_visible():
    nonchars = [
        chr(plane + last) for plane in range(0, 0x110000, 0x10000) for last in (0xFFFE, 0xFFFF)
    ]
    nonchars += [chr(code) for code in range(0xFDD0, 0xFDF0)]
    assert len(nonchars) == 66
    assert all(printable(char).startswith("\\") for char in nonchars)


@given(st.dictionaries(st.text(), st.text()))
def test_json_keeps_its_values_and_loses_its_harmful_characters(value):
    """JSON shown on a terminal must be as harmless as text, and still be the same JSON."""
    document = escape_json(orjson.dumps(value, option=orjson.OPT_INDENT_2)).decode()
    assert orjson.loads(document) == value
    assert printable(document.replace("\n", "")) == document.replace("\n", "")


def test_json_beyond_the_basic_plane_is_escaped_as_a_surrogate_pair():
    assert escape_json('"\U0001fffe"'.encode()) == rb'"\ud83f\udffe"'


def test_json_and_text_lose_just_the_characters_that_do_harm():
    """What Python calls printable is passed over, which must hold for none of them."""
    every = [chr(code) for code in range(0x7F, 0x110000) if not 0xD800 <= code < 0xE000]
    harmful = {char for char in every if _is_harmful(char)}
    assert {char for char in every if printable(char) != char} == harmful
    assert {char for char in every if escape_json(char.encode()) != char.encode()} == harmful


def _is_harmful(char):
    """Controls, line and paragraph separators, what turns a line round, noncharacters."""
    code = ord(char)
    return (
        unicodedata.category(char) in ("Cc", "Zl", "Zp")
        or char in BIDI
        or 0x206A <= code <= 0x206F
        or 0xFFF9 <= code <= 0xFFFB
        or 0xFDD0 <= code <= 0xFDEF
        or code & 0xFFFE == 0xFFFE
    )


def test_lone_surrogates_are_made_visible_anywhere_in_a_tree():
    tree = {"a": ["x\udce9", ("\ud800",)], "b": 3, "c": None}
    assert encodable(tree) == {"a": ["x\\udce9", ["\\ud800"]], "b": 3, "c": None}
