"""The rest of a long line is passed over, but not for ever."""

import io

import pytest

from provenance.sources import skipping
from provenance.sources.skipping import is_passed


@pytest.fixture(autouse=True)
def _short(monkeypatch):
    monkeypatch.setattr(skipping, "MOST_SKIPPED", 1000)
    monkeypatch.setattr(skipping, "SKIPPED_AT_ONCE", 100)


@pytest.mark.parametrize("size", [0, 1, 99, 100, 101, 998])
def test_behind_the_line_stands_the_next_one(size):
    stream = io.BytesIO(b"x" * size + b"\nnext")
    assert is_passed(stream)
    assert stream.read() == b"next"


@pytest.mark.parametrize("size", [0, 1, 100, 950])
def test_a_line_may_end_with_the_file(size):
    assert is_passed(io.BytesIO(b"x" * size))


def test_a_line_that_does_not_end_is_given_up():
    stream = io.BytesIO(b"x" * 5000 + b"\n")
    assert not is_passed(stream)
    assert stream.tell() <= 1100
