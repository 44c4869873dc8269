"""Bytes become text without a character changed, or are refused with the place."""

import io
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.model import Notice, Unread
from provenance.sources.decoding import (
    Decoded,
    Undecodable,
    decode,
    decoded,
    is_blank,
    told,
    too_large,
    whole_bytes,
    whole_text,
)

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
    assert whole_text(io.BytesIO(text.encode()), "a.txt", 1) == Decoded(text, "utf-8")


@pytest.mark.parametrize("text", ["", " ", "\n\r\n\t", "\ufeff", "\ufeff\n", "\u2003\u00a0"])
def test_white_space_alone_is_no_text(text):
    """A blank article would get the score of a clean one."""
    assert is_blank(text)
    assert whole_text(io.BytesIO(text.encode()), "a.txt", 1).place == "a.txt"


@pytest.mark.parametrize(
    "text",
    [
        "\u200b",
        "\ufeff\u200b \u200d\n",
        "\u00ad",
        "\u2060\u2061\u2064",
        "\u200e\u202a\u202c",
        "\ufe0f",
    ],
)
def test_what_nobody_sees_is_no_text_either(text):
    """A template of a page leaves a zero width space where its story was to be."""
    assert is_blank(text)
    assert is_blank(text * 100_000)
    assert not is_blank(text + "a" + text)


@pytest.mark.parametrize(
    "text", ["a", "\ufeffa", ".", "\u200bno", "\u0301", "\U0001f6a2", "\ue000"]
)
def test_anything_else_is_text(text):
    assert not is_blank(text)


@given(st.text(st.characters(categories=["Zs", "Zl", "Zp", "Cc"])))
def test_white_space_and_controls_of_any_kind_are_no_text(text):
    assert is_blank(text)


def test_a_file_of_the_limit_is_read_and_one_byte_more_is_not():
    assert isinstance(whole_text(io.BytesIO(b"a" * MEGABYTE), "a.txt", 1), Decoded)
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
    assert whole_text(io.BytesIO(b"a\nb\xff\0"), "a.txt", 1).place == "a.txt:2"


def test_the_bytes_of_a_file_are_those_in_it():
    assert whole_bytes(io.BytesIO(b"\xff\0" * 50_000), "a.html", 1) == b"\xff\0" * 50_000
    assert whole_bytes(io.BytesIO(b"a" * (MEGABYTE + 1)), "a.html", 1).place == "a.html"


@given(st.text(alphabet=st.characters(exclude_characters="\0", exclude_categories=["Cs"])))
def test_utf8_is_never_taken_for_anything_else(text):
    assert decoded(text.encode(), ["windows-1252"]) == Decoded(text, "utf-8")


@pytest.mark.parametrize("codec", ["utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
def test_what_is_marked_as_unicode_is_read_with_its_mark(codec):
    """The mark stays as in UTF-8, so that an offset means the same in both."""
    text = "\ufeffBridge shut 🗞️\r\n"
    assert decoded(text.encode(codec)) == Decoded(text, codec)


@pytest.mark.parametrize(
    "data", [b"\xff\xfea", b"\xff\xfe\x00\xd8", b"\xff\xfe\0\0\xff\xff\xff\xff", b"\xff\xfe\0\0a"]
)
def test_what_is_marked_and_is_not_that_is_refused(data):
    assert "is marked as UTF-" in decoded(data, ["windows-1252"]).reason


OLD = {
    "windows-1252": "Le préfet a déclaré que l’été serait chaud à Orléans.",
    "windows-1251": "Мэр города заявил, что мост будет закрыт до вечера понедельника.",
    "koi8-r": "Мэр города заявил, что мост будет закрыт до вечера понедельника.",
    "cp932": "市長は今日、橋は夕方まで閉鎖されると述べた。住民は不満を表明した。",
    "gb18030": "市长今天表示，这座桥将关闭到晚上。居民对这一决定表示不满。",
    "cp949": "시장은 오늘 다리가 저녁까지 통제될 것이라고 말했다.",
}


@pytest.mark.parametrize(("encoding", "text"), OLD.items())
def test_an_old_encoding_is_found_out_by_its_bytes(encoding, text):
    assert decoded(text.encode(encoding)) == Decoded(text, encoding, is_guess=True)


@pytest.mark.parametrize(("encoding", "text"), OLD.items())
def test_what_is_declared_is_no_guess(encoding, text):
    assert decoded(text.encode(encoding), [encoding]) == Decoded(text, encoding)


def test_a_label_in_which_the_bytes_are_no_text_is_passed_over():
    """Byte 0x81 is no character of windows-1252; taking the label's word would lose it."""
    data = OLD["cp932"].encode("cp932")
    assert b"\x81" in data
    labels = ["no such encoding", "base64", "windows-1252"]
    assert decoded(data, labels) == Decoded(OLD["cp932"], "cp932", is_guess=True)


def test_a_label_that_makes_control_characters_of_quotation_marks_is_passed_over():
    """The curly quotes of windows-1252 are none in ISO 8859, in which nobody wrote them."""
    text = "“The café is shut”, she said, “until Monday”, and left."
    found = decoded(text.encode("windows-1252"), ["iso-8859-15", "windows-1252"])
    assert found == Decoded(text, "windows-1252")


def test_one_bad_byte_among_utf8_does_not_make_a_muddle_of_all_others():
    """Every byte of it is a character in KOI8-R too, and the label would be believed."""
    data = "The café said “no” twice — and shut.".encode() + b"\xe9 \n"
    found = decoded(data, ["koi8-r"])
    assert isinstance(found, Undecodable)
    assert "byte 44 is 0xe9" in found.reason


@given(
    st.binary(max_size=300), st.sampled_from(["windows-1252", "koi8-r", "gb18030", "iso-8859-15"])
)
def test_whatever_is_read_is_all_of_the_bytes_without_control_characters(data, label):
    found = decoded(data, [label])
    if isinstance(found, Decoded):
        assert data.decode(found.encoding) == found.text
        if found.encoding != "utf-8":
            assert not any("\x7f" <= character <= "\x9f" for character in found.text)


def test_without_the_detector_the_reason_says_what_to_install(monkeypatch):
    monkeypatch.setitem(sys.modules, "resiliparse.parse.encoding", None)
    found = decoded(b"one\ncaf\xe9")
    assert (found.line, found.reason.count("iconv")) == (2, 1)
    assert found.reason.endswith("pip install 'provenance-check[html]'")


def test_a_megabyte_of_bad_bytes_is_judged_in_one_go():
    assert isinstance(decoded(b"\xc3\x28" * 500_000 + b"\x81"), Undecodable)


def test_only_another_encoding_than_utf8_is_told():
    assert told("a.txt", Decoded("x", "utf-8")) == ()
    (notice,) = told("a.txt", Decoded("x", "koi8-r"))
    assert notice == Notice("a.txt", "is read as koi8-r, as it is marked or declares")
