"""A web archive's records, one after another, whatever is wrong with one of them.

In: a WARC file, unpacked. Out: the headers and the block of each record, up to a
limit, or why it is none. What is in the block is not looked at. This is not left
to fastwarc, which gives up a whole archive at its first bad record, and needs a
stream that can go back.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import BinaryIO

from provenance.sources.skipping import MOST_SKIPPED, NO_END, SKIPPED_AT_ONCE

_START = b"WARC/"
_MOST_HEADERS = 1 << 16  # bytes
_LINE = 1 << 16
_MOST_DIGITS = 15
_ENDS = "the archive ends in the middle of this record"
_TOO_LONG = "has headers that are too long"


@dataclass(frozen=True, slots=True)
class Block:
    """One record.

    Attributes:
        number: From 1, as the archive's records are counted, bad ones among them.
        headers: By name in lower case; of one that is repeated the first.
        data: What the record holds, no more than the limit.
        is_cut: Whether it holds more than that.
    """

    number: int
    headers: Mapping[str, str]
    data: bytes
    is_cut: bool


@dataclass(frozen=True, slots=True)
class Broken:
    """A record that cannot be had, and what is passed over with it.

    Attributes:
        breaks_off: Whether the archive ends in the middle of it.
    """

    number: int
    reason: str
    breaks_off: bool = False


def blocks(stream: BinaryIO, limit: int) -> Iterator[Block | Broken]:
    """The records of an archive. After a bad one it goes on where a line begins the next.

    Takes the memory of one record up to `limit` bytes, and reads every byte once.
    """
    number = 0
    line: bytes | None = _next_line(stream)
    while line:
        number += 1
        if _START.startswith(line):
            yield Broken(number, _ENDS, breaks_off=True)
            return
        if not line.startswith(_START):
            yield Broken(number, "is no WARC record; the archive is read on from the next one")
            line = _next_start(stream)
            continue
        headers = _headers(stream)
        if headers == _ENDS:
            yield Broken(number, _ENDS, breaks_off=True)
            return
        length = "" if isinstance(headers, str) else headers.get("content-length", "")
        if isinstance(headers, str) or not (length.isascii() and length.isdecimal()):
            yield Broken(number, "has broken headers, or none that tells its length")
            line = _next_start(stream)
            continue
        data, is_whole = _data(stream, int(length[:_MOST_DIGITS]), limit)
        line = stream.readline(_LINE)
        if not is_whole:
            yield Broken(number, _ENDS, breaks_off=True)
        elif line.strip() and not line.startswith(_START):
            yield Broken(number, "holds more than it says, or other data stands behind it")
            line = _next_start(stream)
        else:
            yield Block(number, headers, data, int(length) > limit)
            line = line if line.strip() else _next_line(stream)
    if line is None:
        yield Broken(number, NO_END, breaks_off=True)


def _next_line(stream: BinaryIO) -> bytes:
    """The next line that is not blank; empty at the end."""
    while (line := stream.readline(_LINE)) and not line.strip():
        pass
    return line


def _next_start(stream: BinaryIO) -> bytes | None:
    """The next line that begins a record; empty at the end, null where lines end no more."""
    left = MOST_SKIPPED
    while (line := stream.readline(_LINE)) and not line.startswith(_START):
        left = MOST_SKIPPED if line.endswith(b"\n") else left - len(line)
        if left <= 0:
            return None
    return line


def _headers(stream: BinaryIO) -> dict[str, str] | str:
    """The headers up to the blank line, or what is wrong: too long, or the archive ends in them."""
    found: dict[str, str] = {}
    left = _MOST_HEADERS
    while left > 0:
        line = stream.readline(left)
        if not line.endswith(b"\n"):
            return _TOO_LONG if len(line) == left else _ENDS
        left -= len(line)
        if not line.strip():
            return found
        name, _, value = line.decode(errors="replace").partition(":")
        found.setdefault(name.strip().lower(), value.strip())
    return _TOO_LONG


def _data(stream: BinaryIO, length: int, limit: int) -> tuple[bytes, bool]:
    """The first `limit` of `length` bytes, and whether all of these are there."""
    data = stream.read(min(length, limit))
    left = length - len(data)
    while left > 0 and (skipped := stream.read(min(left, SKIPPED_AT_ONCE))):
        left -= len(skipped)
    return data, left == 0
