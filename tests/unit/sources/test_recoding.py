"""What is marked as UTF-16 or UTF-32 comes out in UTF-8, in pieces of any size."""

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.sources.files import RefusedError
from provenance.sources.recoding import recoded

FORMS = ["utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"]
TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=200)


class Dripping(io.BytesIO):
    """Gives as few bytes at once as it likes."""

    def __init__(self, data, most):
        super().__init__(data)
        self._most = most

    def read(self, size=-1):
        return super().read(self._most if size < 0 else min(size, self._most))


def split(data, at):
    return data[:at], io.BytesIO(data[at:])


@given(TEXTS, st.sampled_from(FORMS), st.integers(4, 50), st.integers(1, 9))
def test_any_text_comes_out_as_itself(text, form, at, most):
    """Characters beyond 16 bits are cut in two by any piece of an odd size."""
    data = ("\ufeff" + text).encode(form)
    if form == "utf-16-le" and text.startswith("\0"):
        return  # Its first bytes are the mark of UTF-32.
    stream, encoding = recoded(data[:at], Dripping(data[at:], most))
    assert encoding == form
    assert stream.read().decode() == "\ufeff" + text


@given(TEXTS)
def test_lines_can_be_read(text):
    data = ("\ufeff" + text).encode("utf-16-be")
    stream, _ = recoded(*split(data, 4))
    assert b"".join(iter(lambda: stream.readline(7), b"")).decode() == "\ufeff" + text


@pytest.mark.parametrize("head", [b"", b"\xff", b"text", "\ufefftext".encode(), b'{"a": 1}'])
def test_what_has_no_such_mark_is_left_alone(head):
    rest = io.BytesIO(b"more")
    assert recoded(head, rest) is None
    assert rest.tell() == 0


def test_a_file_that_ends_within_a_character_says_so_behind_all_before_it():
    stream, _ = recoded(*split("\ufeffone\ntwo".encode("utf-16-le")[:-1], 4))
    assert stream.readline().decode() == "\ufeffone\n"
    with pytest.raises(RefusedError, match="marked as UTF-16 and is not valid UTF-16"):
        stream.read()


def test_half_a_pair_of_surrogates_is_no_utf_8():
    stream, _ = recoded(*split("\ufeffa\ud800b".encode("utf-16-le", "surrogatepass"), 4))
    with pytest.raises(UnicodeDecodeError):
        stream.read().decode()


def test_no_more_than_a_piece_is_taken_at_once():
    rest = io.BytesIO("x".encode("utf-16-le") * 1_000_000)
    stream, _ = recoded(b"\xff\xfe", rest)
    stream.read(10)
    assert rest.tell() < 200_000
