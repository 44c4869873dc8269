"""Packed files give what they hold, and stop where they are damaged or out of proportion."""

import builtins
import gzip
import io
import sys
import tracemalloc
from functools import partial
from hashlib import md5

import pytest
import zstandard
from hypothesis import given
from hypothesis import strategies as st

from provenance.sources import inflating
from provenance.sources.files import RefusedError
from provenance.sources.inflating import MOST_TIMES, STRETCH_BYTES, STRETCH_LINES, inflated

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
    text = noise(15_000)
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


def given_and_reason(data, packing):
    """How many bytes can be had in small reads, and why there are no more; null at the end."""
    stream, given = inflated(io.BytesIO(data), packing), 0
    try:
        for piece in iter(partial(stream.read1, 1 << 16), b""):
            given += len(piece)
    except RefusedError as fault:
        return given, str(fault)
    return given, None


def noise(lines):
    """Lines of 32 characters that pack to no less than half."""
    return b"".join(b"%s\n" % md5(b"%d" % n).hexdigest().encode() for n in range(lines))


@BOTH
@pytest.mark.parametrize("block", [bytes(1 << 20), b"\n" * (1 << 20), b'{"text": "x"}\n' * 70_000])
def test_nothing_of_a_bomb_is_given(packing, block):
    """A reader would make a record of each line before it is known that there is no end to them."""
    parts = pack(block, packing) * (10 * STRETCH_BYTES // len(block))
    given, reason = given_and_reason(parts, packing)
    assert not given
    assert f"more than {MOST_TIMES} times its size from line 1 on" in reason


@BOTH
def test_of_a_bomb_behind_a_text_the_text_is_given(packing):
    """And little of the bomb, however much the text would allow were all judged together."""
    text, bomb = noise(2 * STRETCH_LINES + 10_000), pack(b"x" * STRETCH_BYTES, packing) * 100
    given, reason = given_and_reason(pack(text, packing) + bomb, packing)
    assert len(text) <= given + STRETCH_BYTES <= len(text) + 3 * STRETCH_BYTES
    line = int(reason.partition(" from line ")[2].partition(" ")[0].replace(",", ""))
    assert 2 * STRETCH_LINES < line <= len(text.splitlines()) + 1


@BOTH
def test_each_stretch_is_judged_by_what_is_packed_in_it(packing):
    """Parts so small that several are taken from the file at once do not count for one another."""
    lines = b"".join(b"%d\n" % number for number in range(STRETCH_LINES // 4))
    packed = pack(lines, packing)
    assert len(lines) < MOST_TIMES * len(packed)
    assert given_and_reason(packed * 40, packing) == (40 * len(lines), None)


@BOTH
def test_some_megabytes_do_not_have_to_be_in_proportion(packing):
    """Many copies of one story pack to a thousandth, and are no bomb."""
    story = b"The same story again, told with " + b"the very same words, " * 20 + b"each time.\n"
    copies = story * (STRETCH_BYTES // len(story))
    packed = pack(copies, packing)
    assert len(copies) > MOST_TIMES * len(packed)
    assert given_and_reason(packed, packing) == (len(copies), None)


@BOTH
@pytest.mark.parametrize("template", [b'{"id": %d, "up": true}\n', b'\n{\n"id":\n%d\n}\n,\n'])
def test_records_of_one_template_are_in_proportion(packing, template):
    """As short and as like as the records of a log can be, and as many lines as they can have."""
    log = b"".join(template % number for number in range(200_000))
    assert given_and_reason(pack(log, packing), packing) == (len(log), None)


@BOTH
def test_text_is_read_however_short_the_stretches(packing, monkeypatch):
    monkeypatch.setattr(inflating, "STRETCH_BYTES", 1000)
    assert unpack(pack(LINES, packing), packing) == LINES


@BOTH
def test_no_more_than_some_stretches_are_held(packing):
    text = noise(1_000_000)
    packed = pack(text, packing)
    tracemalloc.start()
    given, _ = given_and_reason(packed, packing)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert given == len(text) > 4 * STRETCH_BYTES
    assert peak < 3 * STRETCH_BYTES


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
