"""Bytes become text without a character changed, or are refused with the place."""

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.model import Unread
from provenance.sources.decoding import Undecodable, decode, is_blank, too_large, whole_text

MEGABYTE = 1_000_000


class Counting(io.BytesIO):
    """A stream that knows how many bytes were taken from it."""

    taken = 0

    def read(self, size=-1):
        data = super().read(size)
        self.taken += len(data)
        return data


class Pipe(Counting):
    """A stream that cannot be asked for its size."""

    def seekable(self):
        return False

    def seek(self, *arguments):
        raise OSError("a pipe has no positions")


@given(st.text(alphabet=st.characters(exclude_characters="\0", exclude_categories=["Cs"])))
def test_text_comes_back_as_it_was_written(text):
    """Offsets into the text are evidence; one newline translated and all of them are off."""
    assert decode(text.encode()) == text


@pytest.mark.parametrize(
    "text", ["\ufeffa", "a\r\nb", "a\rb", "a\u2028b", "e\u0301", "\u00e9", "a\xa0b\u00adc", "🗞️"]
)
def test_nothing_is_normalised(text):
    assert decode(text.encode()) == text


@given(st.binary(max_size=300))
def test_any_bytes_are_text_or_a_reason(data):
    found = decode(data)
    if isinstance(found, str):
        assert found.encode() == data
    else:
        assert found.line >= 1


@pytest.mark.parametrize(
    ("before", "line"), [("", 1), ("a\nb", 2), ("a\r\nb\r\n", 3), ("a\rb", 2), ("ä\n\nä", 3)]
)
def test_a_byte_that_is_no_utf8_is_named_with_its_line(before, line):
    found = decode(before.encode() + b"caf\xe9")
    assert found.line == line
    assert f"byte {len(before.encode()) + 4} is 0xe9" in found.reason


def test_what_to_do_about_another_encoding_is_said():
    assert "iconv -f WINDOWS-1252 -t UTF-8" in decode("café".encode("latin-1")).reason


@pytest.mark.parametrize("codec", ["utf-16", "utf-16-le", "utf-16-be"])
def test_utf_16_is_recognised_by_its_mark(codec):
    mark = b"" if codec == "utf-16" else "\ufeff".encode(codec)
    found = decode(mark + "Bridge shut".encode(codec))
    assert found.line == 1
    assert "iconv -f UTF-16 -t UTF-8" in found.reason


@pytest.mark.parametrize("codec", ["utf-32-le", "utf-32-be"])
def test_utf_32_is_not_taken_for_utf_16(codec):
    """Its little-endian mark begins with that of UTF-16: the wrong advice would make a mess."""
    found = decode("\ufeffBridge shut".encode(codec))
    assert found.line == 1
    assert found.reason.startswith("is UTF-32, ")
    assert "iconv -f UTF-32 -t UTF-8" in found.reason


def test_a_nul_byte_makes_a_file_binary_with_its_line():
    found = decode(b"one\r\ntwo\nth\0ree\xff")
    assert found == Undecodable(3, "looks binary: byte 12 is NUL, which no text holds")


def test_a_file_is_read_whole():
    text = "A line.\n" * 20_000
    assert whole_text(io.BytesIO(text.encode()), "a.txt", 1) == text


@pytest.mark.parametrize("text", ["", " ", "\n\r\n\t", "\ufeff", "\ufeff\n", "\u2003\u00a0"])
def test_white_space_alone_is_no_text(text):
    """A blank article would get the score of a clean one."""
    assert is_blank(text)
    assert whole_text(io.BytesIO(text.encode()), "a.txt", 1).place == "a.txt"


@pytest.mark.parametrize("text", ["a", "\ufeffa", "\u200b", "."])
def test_anything_else_is_text(text):
    assert not is_blank(text)


def test_a_file_of_the_limit_is_read_and_one_byte_more_is_not():
    assert isinstance(whole_text(io.BytesIO(b"a" * MEGABYTE), "a.txt", 1), str)
    assert isinstance(whole_text(io.BytesIO(b"a" * (MEGABYTE + 1)), "a.txt", 1), Unread)


def test_no_more_than_the_limit_and_a_byte_is_loaded():
    """A 10 GB file must cost no more memory than an article may."""
    stream = Counting(b"a" * (5 * MEGABYTE))
    whole_text(stream, "a.txt", 1)
    assert stream.taken == MEGABYTE + 1


def test_too_large_a_file_is_told_with_its_size_and_the_setting():
    unread = whole_text(io.BytesIO(b"a" * 2_500_000), "a.txt", 1)
    assert unread.place == "a.txt"
    assert "2.5 MB" in unread.reason
    assert "1 MB" in unread.reason
    assert "max-article-mb" in unread.reason


def test_a_pipe_that_is_too_long_is_told_without_a_size():
    unread = whole_text(Pipe(b"a" * 2_500_000), "-", 1)
    assert "holds more than the 1 MB" in unread.reason
    assert too_large("the file", None, 1) == unread.reason


def test_a_fault_in_the_text_has_its_line_in_the_place():
    assert whole_text(io.BytesIO(b"a\nb\xff"), "a.txt", 1).place == "a.txt:2"
