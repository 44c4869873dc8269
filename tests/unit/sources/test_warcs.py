"""The records of a web archive are told apart, and a bad one costs only itself."""

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.sources.skipping import MOST_SKIPPED
from provenance.sources.warcs import Block, Broken, blocks


def record(data=b"x", more=b"", length=None):
    size = len(data) if length is None else length
    return b"WARC/1.0\r\nContent-Length: %d\r\n%s\r\n%s\r\n\r\n" % (size, more, data)


def read(archive, limit=1000):
    return list(blocks(io.BytesIO(archive), limit))


def numbers(found, kind=Block):
    return [each.number for each in found if isinstance(each, kind)]


def test_records_come_one_after_another_with_their_headers():
    found = read(
        record(b"one", b"WARC-Type: response\r\nwarc-target-uri:  http://a.example/b:c \r\n")
        + record(b"two\r\n\r\nWARC/1.0 in the text\r\n\r\n", b"A: 1\r\na: 2\r\n")
    )
    assert found == [
        Block(
            1,
            {
                "content-length": "3",
                "warc-type": "response",
                "warc-target-uri": "http://a.example/b:c",
            },
            b"one",
            is_cut=False,
        ),
        Block(
            2,
            {"content-length": "31", "a": "1"},
            b"two\r\n\r\nWARC/1.0 in the text\r\n\r\n",
            is_cut=False,
        ),
    ]


@given(st.lists(st.binary(max_size=60), max_size=5))
def test_any_data_comes_back(datas):
    found = read(b"".join(map(record, datas)))
    assert [block.data for block in found] == datas


@given(st.lists(st.binary(min_size=1, max_size=60), min_size=1, max_size=4), st.data())
def test_an_archive_that_is_cut_off_loses_its_last_record_only(datas, drawn):
    archive = b"".join(map(record, datas))
    start = len(archive) - len(record(datas[-1]))
    end = drawn.draw(st.integers(start + 1, len(archive) - len(b"\r\n\r\n") - 1))
    *whole, last = read(archive[:end])
    assert [block.data for block in whole] == datas[:-1]
    assert isinstance(last, Broken)
    assert last.number == len(datas)
    assert last.breaks_off


@pytest.mark.parametrize("kept", range(1, len(record(b"two")) - len(b"\r\n\r\n")))
def test_an_archive_breaks_off_wherever_in_a_record_it_is_cut(kept):
    one, two = read(record(b"one") + record(b"two")[:kept])
    assert one.data == b"one"
    assert two == Broken(2, "the archive ends in the middle of this record", breaks_off=True)


@pytest.mark.parametrize(
    ("bad", "words"),
    [
        (b"garbage\r\nmore of it\r\n", "no WARC record"),
        (b"\x00" * 200_000 + b"\n", "no WARC record"),
        (b"WARC/1.0\r\nContent-Type: x\r\n\r\ndata\r\n\r\n", "broken headers"),
        (b"WARC/1.0\r\nContent-Length: -3\r\n\r\ndata\r\n\r\n", "broken headers"),
        (b"WARC/1.0\r\nContent-Length: 3x\r\n\r\ndata\r\n\r\n", "broken headers"),
        ("WARC/1.0\r\nContent-Length: ٣\r\n\r\ndata\r\n\r\n".encode(), "broken headers"),
        (b"WARC/1.0\r\n" + b"a: b\r\n" * 20_000 + b"\r\n\r\n", "broken headers"),
        (b"WARC/1.0\r\n" + b"a" * 200_000 + b"\r\n\r\n", "broken headers"),
        (record(b"longer than it says", length=4), "more than it says"),
    ],
)
def test_a_bad_record_costs_only_itself(bad, words):
    found = read(record(b"one") + bad + record(b"three"))
    assert numbers(found) == [1, 3]
    (broken,) = (each for each in found if isinstance(each, Broken))
    assert broken.number == 2
    assert words in broken.reason
    assert not broken.breaks_off


def test_a_record_that_says_it_is_longer_swallows_no_more_than_that():
    """What is lost then cannot be known; what comes behind is read on."""
    lying = record(b"short", length=len(b"short") + 4 + 10)
    found = read(record() + lying + record(b"swallowed") + record(b"four"))
    assert numbers(found) == [1, 3]
    assert numbers(found, Broken) == [2]


def test_what_is_beyond_the_limit_is_not_kept():
    """A film of a gigabyte between two stories must cost no memory."""
    found = read(record(b"a" * 3000) + record(b"b" * 1000) + record(b"c"))
    assert [(len(block.data), block.is_cut) for block in found] == [
        (1000, True),
        (1000, False),
        (1, False),
    ]


@pytest.mark.parametrize(
    "junk", [bytes(2 * MOST_SKIPPED), b"WARC/1.0\r\n" + bytes(2 * MOST_SKIPPED)]
)
def test_what_has_no_end_ends_the_archive(junk):
    stream = io.BytesIO(record(b"one") + junk)
    first, *broken = blocks(stream, 1000)
    assert first.number == 1
    assert [each.breaks_off for each in broken] == [False, True]
    assert "no record ends within 64 MB" in broken[-1].reason
    assert stream.tell() < 1.1 * MOST_SKIPPED


def test_a_length_beyond_all_measure_is_the_end_of_the_archive():
    (broken,) = read(record(b"x", length=int("9" * 400)))
    assert "ends in the middle" in broken.reason


@pytest.mark.parametrize("archive", [b"", b"\r\n\r\n", b" \n" * 10])
def test_nothing_holds_no_record(archive):
    assert read(archive) == []


@pytest.mark.parametrize("end", [b"\n", b"\r\n"])
def test_lines_may_end_either_way_and_records_follow_without_a_blank(end):
    lines = [b"WARC/1.1", b"Content-Length: 3", b"", b"one"]
    assert numbers(read((end.join(lines) + end + end) * 2 + end.join(lines))) == [1, 2, 3]
    assert numbers(read(b"WARC/1.0\n" + b"Content-Length: 4\n\none\n" * 1 + record())) == [1, 2]


@given(st.binary(max_size=300))
def test_any_bytes_are_records_or_bad_ones(data):
    found = read(b"WARC/1.0\r\n" + data)
    assert [each.number for each in found] == list(range(1, len(found) + 1))


class OneWay(io.RawIOBase):
    """A stream that cannot go back, as of a compressed file."""

    def __init__(self, data):
        self._data = io.BytesIO(data)

    def readable(self):
        return True

    def readinto(self, buffer):
        return self._data.readinto(buffer)


def test_a_stream_that_cannot_go_back_will_do():
    archive = record(b"one") + b"garbage\n" + record(b"three")
    found = list(blocks(io.BufferedReader(OneWay(archive)), 1000))
    assert found == read(archive)
