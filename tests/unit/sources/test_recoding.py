"""What is marked as UTF-16 or UTF-32 comes out in UTF-8, in pieces of any size."""

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.sources.files import RefusedError
from provenance.sources.recoding import NotInEncodingError, recoded

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
    assert stream.read() == b"tw"
    for _ in range(2):
        with pytest.raises(NotInEncodingError, match="marked as UTF-16 and is not") as told:
            stream.read()
        assert told.value.line == 2


@pytest.mark.parametrize(("form", "bad"), [("utf-16-le", b"\0"), ("utf-32-le", b"\0\0\xff\0after")])
@pytest.mark.parametrize("size", [-1, 7, 1 << 16, 1 << 18])
def test_all_text_before_a_fault_is_given_before_it_is_told(form, bad, size):
    text = "\ufeff" + "Fähre\n" * 30_000
    stream, _ = recoded(*split(text.encode(form) + bad, 4))
    whole = text.encode()
    found = b""
    while len(found) < len(whole):
        found += stream.read(size)
    assert found == whole
    with pytest.raises(NotInEncodingError) as told:
        stream.read(size)
    assert told.value.line == 30_001


def test_a_fault_of_what_is_read_from_is_told_behind_all_before_it():
    class Failing(io.BytesIO):
        def read(self, size=-1):
            if found := super().read(size):
                return found
            raise RefusedError("breaks off")

    stream, _ = recoded(b"\xff\xfe", Failing("one".encode("utf-16-le")))
    assert stream.read(100).decode() == "\ufeffone"
    with pytest.raises(RefusedError, match="breaks off"):
        stream.read(100)


def test_half_a_pair_of_surrogates_is_no_utf_8():
    stream, _ = recoded(*split("\ufeffa\ud800b".encode("utf-16-le", "surrogatepass"), 4))
    with pytest.raises(UnicodeDecodeError):
        stream.read().decode()


def test_no_more_than_a_piece_is_taken_at_once():
    rest = io.BytesIO("x".encode("utf-16-le") * 1_000_000)
    stream, _ = recoded(b"\xff\xfe", rest)
    stream.read(10)
    assert rest.tell() < 200_000
