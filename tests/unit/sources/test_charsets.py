"""A label leads to an encoding of text, or to none."""

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.sources.charsets import by_label, guessed


@pytest.mark.parametrize(
    ("label", "encoding"),
    [
        ("UTF-8", "utf-8"),
        (" utf8 ", "utf-8"),
        ("ISO-8859-1", "windows-1252"),
        ("latin1", "windows-1252"),
        ("us-ascii", "windows-1252"),
        ("iso-8859-9", "windows-1254"),
        ("iso-8859-15", "iso-8859-15"),
        ("GB2312", "gb18030"),
        ("x-sjis", "cp932"),
        ("Windows-31J", "cp932"),
        ("euc-kr", "cp949"),
        ("big5", "big5hkscs"),
        ("windows-874", "cp874"),
        ("KOI8-R", "koi8-r"),
    ],
)
def test_a_label_means_what_a_browser_takes_it_for(label, encoding):
    """The WHATWG Encoding Standard, section 4.2: nearly every latin-1 page is windows-1252."""
    assert by_label(label) == encoding


@pytest.mark.parametrize(
    "label",
    [
        *("", " ", "none", "x" * 41, "utf-8\0", "../os", "os.path", "é", "-utf-8"),
        *("base64", "zip", "rot13", "unicode_escape", "raw_unicode_escape", "idna", "punycode"),
        *("utf-7", "utf-16", "utf-16-le", "utf-32", "mbcs", "undefined", "hex"),
    ],
)
def test_what_is_no_encoding_of_old_pages_is_none(label):
    """A label is a stranger's word; some of Python's codecs unpack or run through escapes."""
    assert by_label(label) is None


@given(st.text(max_size=60))
def test_any_label_is_one_that_decodes_or_none(label):
    encoding = by_label(label)
    assert encoding is None or codecs.lookup(encoding).name


def test_every_encoding_that_is_meant_is_one_for_text():
    for label in ("cp1250", "cp1258", "iso8859-2", "iso8859-16", "mac-cyrillic", "cp866"):
        assert b"plain".decode(by_label(label)) == "plain"


def test_a_guess_goes_by_the_bytes():
    text = "Θα κλείσει η γέφυρα μέχρι το βράδυ, δήλωσε ο δήμαρχος."
    assert text.encode("iso-8859-7").decode(guessed(text.encode("iso-8859-7"))) == text


def test_there_is_no_telling_what_noise_is():
    assert guessed(bytes(range(128, 256)) * 4) is None
