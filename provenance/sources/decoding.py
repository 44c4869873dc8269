"""Bytes to text: every character as it stands in the file, or the reason why not.

UTF-8 first, strictly. What is marked as UTF-16 or UTF-32 is read as that. Other
bytes are read in the encoding that is declared, else in the one that they look
like, as long as every byte is a character in it and none of them an unlikely one;
whoever reads is told which it was. No newline is translated, and a byte order
mark stays as U+FEFF.
"""

import os
import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import BinaryIO

from provenance.model import Notice, Unread
from provenance.sources.charsets import by_label, guessed
from provenance.text.fold import INVISIBLE
from provenance.text.spans import LineMap

BOM = "\ufeff"
MEGABYTE = 1_000_000
UTF_8 = "utf-8"
_FIRST_BYTES = 1 << 16
_MARKS = {  # Of UTF-32 first, as the mark of UTF-16 is the beginning of one of its own.
    b"\xff\xfe\0\0": ("UTF-32", "utf-32-le"),
    b"\0\0\xfe\xff": ("UTF-32", "utf-32-be"),
    b"\xff\xfe": ("UTF-16", "utf-16-le"),
    b"\xfe\xff": ("UTF-16", "utf-16-be"),
}
# Control characters besides white space. No encoding of a text has them: that they come out shows
# that it was another, or that it is none.
_UNLIKELY = re.compile(r"[\0-\x08\x0e-\x1f\x7f-\x9f\ufffd]")
# As UTF-8 would write one, if it might.
_HALF_PAIR = re.compile(rb"\xed[\xa0-\xbf][\x80-\xbf]")
_HALF = "holds half of a pair of surrogates, which is no character; remove it or save the file anew"
_SEEN = re.compile(rf"[^\s{re.escape(INVISIBLE)}]")
_EXTRA = "or install what finds out the encoding: pip install 'provenance-check[html]'"


@dataclass(frozen=True, slots=True)
class Decoded:
    """Bytes as text.

    Attributes:
        encoding: In which they were read, such as `utf-8` or `windows-1252`.
        is_guess: Whether nothing but the bytes themselves told the encoding.
    """

    text: str
    encoding: str
    is_guess: bool = False


@dataclass(frozen=True, slots=True)
class Undecodable:
    """Why bytes are not text.

    Attributes:
        line: The line of the first fault, from 1.
    """

    line: int
    reason: str


def whole_text(stream: BinaryIO, path: str, max_article_mb: int) -> Decoded | Unread:
    """The text of a file that holds one article, or why it cannot be had.

    White space alone is no text. Reads as `whole_bytes`.
    """
    data = whole_bytes(stream, path, max_article_mb)
    found = data if isinstance(data, Unread) else decoded(data)
    if isinstance(found, Undecodable):
        return Unread(f"{path}:{found.line}", found.reason)
    if isinstance(found, Decoded) and is_blank(found.text):
        return Unread(path, "there is no text in it")
    return found


def whole_bytes(stream: BinaryIO, path: str, max_article_mb: int) -> bytes | Unread:
    """All bytes of a file of `max_article_mb` millions of bytes at most, or why it is unread.

    Reads one byte more than the limit at most, whatever the size of the file.
    """
    limit = max_article_mb * MEGABYTE
    data = stream.read(_FIRST_BYTES)  # a buffer for the limit would cost 0.1 ms a file
    if len(data) == _FIRST_BYTES:
        data += stream.read(limit + 1 - len(data))
    if len(data) > limit:
        size = stream.seek(0, os.SEEK_END) if stream.seekable() else None
        return Unread(path, too_large("the file", size, max_article_mb))
    return data


def decoded(data: bytes, labels: Iterable[str] = ()) -> Decoded | Undecodable:
    """`data` as text, in UTF-8 or whatever else it is in, or the first reason why it is none.

    Linear. Plain ASCII counts as UTF-8.

    Args:
        data: The bytes.
        labels: The encodings that are declared for them, most trusted first, as they are written;
            one that is unknown, or in which the bytes are no text, is passed over.
    """
    if form := mark(data):
        name, encoding = form
        text = _tried(data, encoding)
        reason = f"is marked as {name} and is not valid {name}; save it as UTF-8"
        return Undecodable(1, reason) if text is None else Decoded(text, encoding)
    strict = decode(data)
    if isinstance(strict, str):
        return Decoded(strict, UTF_8)
    if b"\0" in data or _is_damaged_utf8(data):
        return strict
    return _in_another(data, labels, strict)


def decode(data: bytes) -> str | Undecodable:
    """`data` as text in UTF-8, or the first reason why it is none. Linear."""
    if form := mark(data):
        name, _ = form
        reason = f"is {name}, and only UTF-8 is read; convert it with: iconv -f {name} -t UTF-8"
        return Undecodable(1, reason)
    zero = data.find(b"\0")
    if zero >= 0:
        line = _line(data[:zero].decode(errors="replace"))
        return Undecodable(line, f"looks binary: byte {zero + 1:,} is NUL, which no text holds")
    try:
        return data.decode()
    except UnicodeDecodeError as fault:
        return _not_utf8(data, fault.start)


def told(path: str, found: Decoded) -> tuple[Notice, ...]:
    """What is said of the encoding of a file: nothing for UTF-8."""
    if found.encoding == UTF_8:
        return ()
    which = "which its bytes look like" if found.is_guess else "as it is marked or declares"
    return (Notice(path, f"is read as {found.encoding}, {which}"),)


def mark(data: bytes) -> tuple[str, str] | None:
    r"""What the first bytes of `data` mark it as, and which form of it; null without a mark.

    >>> mark(b"\xff\xfea\0")
    ('UTF-16', 'utf-16-le')
    """
    return next((form for first, form in _MARKS.items() if data.startswith(first)), None)


def too_large(thing: str, size: int | None, max_article_mb: int) -> str:
    """The reason to leave out an article over the limit; `size` in bytes, null when unknown."""
    holds = f"holds {size / MEGABYTE:,.1f} MB, more than" if size else "holds more than"
    return (
        f"{thing} {holds} the {max_article_mb} MB that one article may have; split it, or raise "
        "max-article-mb in the settings"
    )


def is_blank(text: str) -> bool:
    """Whether nobody sees anything in `text`: no more than white space, marks and joiners."""
    return not _SEEN.search(text)


def _is_damaged_utf8(data: bytes) -> bool:
    """Whether more of `data` beyond ASCII is UTF-8 than is not.

    Any byte is a character in many an encoding, so that one bad byte would make a muddle of all the
    others. Of sentences of twelve languages in sixteen other encodings, at most .29 characters
    were UTF-8 by chance for each that was not.
    """
    text = data.decode(errors="replace")
    beyond, bad = len(text) - len(text.encode("ascii", "ignore")), text.count("\ufffd")
    return beyond - bad > bad


def _in_another(data: bytes, labels: Iterable[str], strict: Undecodable) -> Decoded | Undecodable:
    """`data` in an encoding that is declared, else in one that it looks like; else `strict`."""
    for encoding in filter(None, map(by_label, labels)):
        if (text := _tried(data, encoding)) is not None:
            return Decoded(text, encoding)
    try:
        likely = guessed(data)
    except ImportError:
        return Undecodable(strict.line, f"{strict.reason}; {_EXTRA}")
    text = _tried(data, likely) if likely else None
    return Decoded(text, likely, is_guess=True) if likely and text is not None else strict


def _tried(data: bytes, encoding: str) -> str | None:
    """`data` in an encoding; null where that makes no likely text."""
    try:
        text = data.decode(encoding)
    except UnicodeError:
        return None
    return None if _UNLIKELY.search(text) else text


def _not_utf8(data: bytes, offset: int) -> Undecodable:
    line = _line(data[:offset].decode())
    if _HALF_PAIR.match(data, offset):
        return Undecodable(line, _HALF)
    return Undecodable(
        line,
        f"is not valid UTF-8: byte {offset + 1:,} is 0x{data[offset]:02x}; convert the file, for "
        "example with: iconv -f WINDOWS-1252 -t UTF-8",
    )


def _line(text_before: str) -> int:
    return LineMap.of(text_before).place(len(text_before))[0]
