"""Packed files give what they hold, and stop where they are damaged or out of proportion."""

import builtins
import gzip
import io
import sys
import zlib
from functools import partial

import pytest
import zstandard
from hypothesis import given
from hypothesis import strategies as st

from provenance.sources import inflating
from provenance.sources.files import RefusedError
from provenance.sources.inflating import FREE_BYTES, MOST_TIMES, inflated

LINES = b"".join(b"line %d of a long night at the harbour\n" % number for number in range(3000))
BOTH = pytest.mark.parametrize("packing", [".gz", ".zst"])


def pack(data, packing):
    if packing == ".gz":
        return gzip.compress(data)
    return zstandard.ZstdCompressor(write_checksum=True).compress(data)


def unpack(data, packing, size=-1):
    return inflated(io.BytesIO(data), packing).read(size)


def kept_and_reason(data, packing):
    """The whole lines that can be had, and why there are no more."""
    stream, lines = inflated(io.BytesIO(data), packing), []
    try:
        while line := stream.readline():
            lines.append(line)
    except RefusedError as fault:
        return b"".join(lines), str(fault)
    raise AssertionError("all of it could be read")


@BOTH
@given(st.binary(max_size=3000), st.integers(1, 700))
def test_what_was_packed_comes_out_however_it_is_read(packing, data, size):
    stream = inflated(io.BytesIO(pack(data, packing)), packing)
    pieces = iter(lambda: stream.read(size), b"")
    assert b"".join(pieces) == data


@BOTH
@given(st.lists(st.binary(max_size=300), min_size=1, max_size=6))
def test_several_parts_are_read_as_one(packing, parts):
    """`cat a.gz b.gz > c.gz` is how archives are joined."""
    assert unpack(b"".join(pack(part, packing) for part in parts), packing) == b"".join(parts)


@BOTH
@given(st.binary(max_size=400))
def test_bytes_that_nobody_packed_only_ever_refuse(packing, data):
    """Whatever is thrown at it: a reason, and no other fault."""
    with pytest.raises(RefusedError, match=r"in line 1 |has packed|more than 128 MB"):
        unpack(data, packing)


@BOTH
@given(st.integers(0, 4000), st.integers(1, 255))
def test_a_flipped_byte_never_gives_more_than_was_packed(packing, place, change):
    packed = bytearray(pack(LINES, packing))
    packed[place % len(packed)] ^= change
    try:
        found = unpack(bytes(packed), packing)
    except RefusedError:
        return
    assert len(found) <= len(LINES)


@BOTH
def test_a_stream_without_packing_is_the_stream_itself(packing):
    stream = io.BytesIO(pack(b"x", packing))
    assert inflated(stream, "") is stream


@BOTH
def test_lines_before_a_break_are_read_and_the_line_of_the_break_is_told(packing):
    noise = b"".join(zlib.crc32(b"%d" % n).to_bytes(4, "big").hex().encode() for n in range(60_000))
    text = b"".join(noise[at : at + 79] + b"\n" for at in range(0, len(noise), 79))
    packed = pack(text, packing)
    kept, reason = kept_and_reason(packed[: len(packed) * 3 // 4], packing)
    lines = kept.count(b"\n")
    assert text.startswith(kept)
    assert lines > 1000
    assert f"breaks off in line {lines + 1:,} " in reason


@BOTH
@pytest.mark.parametrize("left", [0, 1, 9])
def test_a_stump_breaks_off_in_its_first_line(packing, left):
    assert kept_and_reason(pack(LINES, packing)[:left], packing)[1].startswith(
        "breaks off in line 1 of what is packed in it"
    )


@BOTH
def test_a_wrong_checksum_is_told(packing):
    """It lies in the last bytes of a part: zstd's in 4 of them, gzip's before 4 of the length."""
    packed = bytearray(pack(LINES, packing))
    packed[-5 if packing == ".gz" else -1] ^= 1
    kept, reason = kept_and_reason(bytes(packed), packing)
    assert "is damaged in line" in reason
    assert LINES.startswith(kept)


@BOTH
def test_a_small_text_with_a_wrong_checksum_gives_nothing(packing):
    """Half a story must not be judged as a whole one."""
    packed = bytearray(pack(b"A short story.", packing))
    packed[-5 if packing == ".gz" else -1] ^= 1
    with pytest.raises(RefusedError):
        unpack(bytes(packed), packing)


@BOTH
def test_what_follows_the_packed_data_is_told(packing):
    kept, reason = kept_and_reason(pack(LINES, packing) + b"and then this", packing)
    assert kept == LINES
    assert reason == (
        "goes on with something else in line 3,001 of what is packed in it; cut that off"
    )


@BOTH
def test_zeros_that_fill_the_last_block_are_no_fault(packing):
    assert unpack(pack(b"text", packing) + b"\0" * 10_000, packing) == b"text"


@BOTH
def test_a_file_of_another_kind_is_told(packing):
    _, reason = kept_and_reason(b"just text, under a wrong name", packing)
    assert reason.startswith("is nothing that ")
    assert reason.endswith(" has packed; name it by what it holds")


@pytest.mark.parametrize("packing", [".gz.gz", ".zst.gz", ".gz.zst"])
def test_what_is_packed_twice_is_refused(packing):
    with pytest.raises(RefusedError, match="more than once"):
        inflated(io.BytesIO(), packing)


@BOTH
def test_a_bomb_is_stopped_after_the_bytes_that_are_free(packing):
    """Ten times what is free, from a thousandth of it or less."""
    zeros = bytes(1 << 20)
    parts = pack(zeros, packing) * (10 * FREE_BYTES // len(zeros))
    stream, given = inflated(io.BytesIO(parts), packing), []
    with pytest.raises(RefusedError, match=f"more than {MOST_TIMES} times its size"):
        given.extend(map(len, iter(partial(stream.read1, 1 << 20), b"")))
    assert 0.9 * FREE_BYTES < sum(given) <= FREE_BYTES


@BOTH
def test_what_is_free_does_not_have_to_be_in_proportion(packing):
    """Many copies of one story pack to a thousandth, and are no bomb."""
    copies = b"The same story again.\n" * 350_000
    packed = pack(copies, packing)
    assert len(copies) > MOST_TIMES * len(packed)
    assert unpack(packed, packing) == copies


@BOTH
def test_text_beyond_what_is_free_is_read_as_long_as_it_is_in_proportion(packing, monkeypatch):
    monkeypatch.setattr(inflating, "FREE_BYTES", 1000)
    assert unpack(pack(LINES, packing), packing) == LINES


def test_many_empty_parts_take_time_in_proportion():
    """Each leaves what is behind it to be copied; 100,000 in one piece would be a terabyte."""
    assert unpack(gzip.compress(b"") * 100_000, ".gz") == b""


def test_a_window_larger_than_the_limit_is_refused():
    """It would be taken from memory before a byte is seen."""
    packed = zstandard.ZstdCompressor(
        compression_params=zstandard.ZstdCompressionParameters(window_log=28)
    ).compressobj()
    data = packed.compress(b"text") + packed.flush()
    with pytest.raises(RefusedError, match="128 MB of memory") as fault:
        unpack(data, ".zst")
    assert "zstd -d --long=31" in str(fault.value)


def test_without_the_package_it_is_told_what_to_install(monkeypatch):
    monkeypatch.delitem(sys.modules, "zstandard", raising=False)
    real = builtins.__import__

    def without(name, *arguments, **keywords):
        if name == "zstandard":
            raise ImportError(name)
        return real(name, *arguments, **keywords)

    monkeypatch.setattr(builtins, "__import__", without)
    with pytest.raises(RefusedError, match=r"pip install 'provenance-check\[zst\]'"):
        inflated(io.BytesIO(), ".zst")
