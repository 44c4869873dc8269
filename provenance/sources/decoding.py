"""Bytes to text, strictly: every character as it stands in the file, or the reason why not.

UTF-8 only. No newline is translated, and a byte order mark stays as U+FEFF.
Guessing another encoding would change the evidence without a word, so such a
file is refused with the way to convert it.
"""

import os
from dataclasses import dataclass
from typing import BinaryIO

from provenance.model import Unread
from provenance.text.spans import LineMap

BOM = "\ufeff"
MEGABYTE = 1_000_000
_FIRST_BYTES = 1 << 16
_MARKS = (  # Of UTF-32 first, as the mark of UTF-16 is the beginning of one of its own.
    (b"\xff\xfe\0\0", "UTF-32"),
    (b"\0\0\xfe\xff", "UTF-32"),
    (b"\xff\xfe", "UTF-16"),
    (b"\xfe\xff", "UTF-16"),
)


@dataclass(frozen=True, slots=True)
class Undecodable:
    """Why bytes are not text.

    Attributes:
        line: The line of the first fault, from 1.
    """

    line: int
    reason: str


def whole_text(stream: BinaryIO, path: str, max_article_mb: int) -> str | Unread:
    """The text of a file that holds one article, or why it cannot be had.

    Reads one byte more than the limit at most, whatever the size of the file. White space
    alone is no text.
    """
    limit = max_article_mb * MEGABYTE
    data = stream.read(_FIRST_BYTES)  # a buffer for the limit would cost 0.1 ms a file
    if len(data) == _FIRST_BYTES:
        data += stream.read(limit + 1 - len(data))
    if len(data) > limit:
        size = stream.seek(0, os.SEEK_END) if stream.seekable() else None
        return Unread(path, too_large("the file", size, max_article_mb))
    text = decode(data)
    if isinstance(text, Undecodable):
        return Unread(f"{path}:{text.line}", text.reason)
    return Unread(path, "there is no text in it") if is_blank(text) else text


def decode(data: bytes) -> str | Undecodable:
    """`data` as text, or the first reason why it is none. Linear."""
    if marked := other_unicode(data):
        return Undecodable(1, marked)
    zero = data.find(b"\0")
    if zero >= 0:
        line = _line(data[:zero].decode(errors="replace"))
        return Undecodable(line, f"looks binary: byte {zero + 1:,} is NUL, which no text holds")
    try:
        return data.decode()
    except UnicodeDecodeError as fault:
        return _not_utf8(data, fault.start)


def other_unicode(data: bytes) -> str | None:
    """Why `data` is not read when its first bytes mark UTF-16 or UTF-32; null without a mark."""
    for mark, name in _MARKS:
        if data.startswith(mark):
            return f"is {name}, and only UTF-8 is read; convert it with: iconv -f {name} -t UTF-8"
    return None


def too_large(thing: str, size: int | None, max_article_mb: int) -> str:
    """The reason to leave out an article over the limit; `size` in bytes, null when unknown."""
    holds = f"holds {size / MEGABYTE:,.1f} MB, more than" if size else "holds more than"
    return (
        f"{thing} {holds} the {max_article_mb} MB that one article may have; split it, or raise "
        "max-article-mb in the settings"
    )


def is_blank(text: str) -> bool:
    """Whether `text` holds nothing but white space and a byte order mark."""
    return not text.removeprefix(BOM).strip()


def _not_utf8(data: bytes, offset: int) -> Undecodable:
    return Undecodable(
        _line(data[:offset].decode()),
        f"is not valid UTF-8: byte {offset + 1:,} is 0x{data[offset]:02x}; convert the file, for "
        "example with: iconv -f WINDOWS-1252 -t UTF-8",
    )


def _line(text_before: str) -> int:
    return LineMap.of(text_before).place(len(text_before))[0]
