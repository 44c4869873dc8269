"""Bytes of JSON to records, and arrays of any length to the bytes of their elements.

An array is never held as a whole: its elements are told apart by brackets and
quotation marks alone, each is then parsed by itself, and one that is not JSON, or
too long, loses itself. Strict: what orjson refuses is refused.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO

import orjson

from provenance.model import Unread
from provenance.sources.decoding import Undecodable, decode
from provenance.sources.records import Record, as_json

BOM = b"\xef\xbb\xbf"
_CHUNK = 1 << 18
_STRUCTURE = re.compile(rb'["\[\]{},]')
# The rest of a string, up to its closing mark or a backslash that ends what was read so far.
_IN_STRING = re.compile(rb'[^"\\]*(?:\\.[^"\\]*)*', re.DOTALL)
_BLANK = b" \t\r\n"
_MOST_DEEP = 2000  # Levels; orjson refuses half as many.


@dataclass(frozen=True, slots=True)
class Element:
    """What stands between two commas of an array.

    Attributes:
        line: The line it begins on, from 1.
        data: Its bytes; null when there are more than allowed.
        fault: What is wrong with the array from here on; null for an element.
        breaks_off: Whether the file ends before the array does.
    """

    line: int
    data: bytes | None
    fault: str | None = None
    breaks_off: bool = False


def record(data: bytes, path: str, line: int, wanted: str) -> Record | Unread:
    """The object that `data` is, or why it is none.

    Args:
        data: The bytes of one record.
        path: The file.
        line: The line on which `data` begins.
        wanted: What to do about JSON that is no object, for the reason.
    """
    place = f"{path}:{line}"
    try:
        value = orjson.loads(data.removeprefix(BOM))
    except orjson.JSONDecodeError as fault:
        text = decode(data)
        if isinstance(text, Undecodable):
            return Unread(f"{path}:{line + text.line - 1}", text.reason)
        reason = f"not JSON: {fault.msg} at column {fault.colno}; correct or remove the line"
        return Unread(f"{path}:{line + fault.lineno - 1}", reason)
    if isinstance(value, dict):
        return Record(line, value)
    return Unread(place, f"not a JSON object but {as_json(value)}; {wanted}")


def elements(head: bytes, stream: BinaryIO, line: int, limit: int) -> Iterator[Element]:
    """The elements of an array, in order, and what is wrong with it as a whole.

    Args:
        head: What was read of it so far, from behind its `[`.
        stream: The rest.
        line: The line on which `head` begins.
        limit: Bytes that an element may have.

    Reads `stream` once, in pieces, and holds one element at most. Linear.
    """
    scan = _Scan(line, limit)
    chunk = head
    while chunk or (chunk := stream.read(_CHUNK)):
        yield from scan.feed(chunk)
        chunk = b""
    yield from scan.end()


class _Scan:
    """Where in an array the reading is: fed with pieces of it, gives its elements."""

    def __init__(self, line: int, limit: int) -> None:
        self._limit = limit
        self._buffer = b""
        self._start = 0  # Of the element, in the buffer.
        self._line = line  # On which the element begins.
        self._at = 0  # How much of the buffer was looked at.
        self._open = ["["]  # The brackets that are, of which the first is the array's own.
        self._objects = 0  # How many of them are braces.
        self._deeper = 0  # How many more there are, beyond what can be JSON.
        self._in_string = False
        self._first = True
        self._too_long: int | None = None  # On which line an element over the limit began.
        self._stray = False

    def feed(self, chunk: bytes) -> Iterator[Element]:
        """The elements that end in `chunk`."""
        self._buffer = self._buffer[self._start :] + chunk
        self._at -= self._start
        self._start = 0
        while self._open and (mark := self._next_mark()):
            if mark in b"[{":
                self._begin(mark)
            elif mark in b"]}":
                self._close(mark)
            if not self._open or (mark == b"," and len(self._open) == 1):
                yield from self._element(mark)
        if self._open and self._at - self._start > self._limit:
            self._too_long = self._too_long or self._line_of_body(self._buffer[self._start :])
            self._pass_to(self._at)
        if not self._open:
            yield from self._behind()

    def end(self) -> Iterator[Element]:
        """What is wrong when there is no more to feed."""
        if self._open:
            line = self._line + self._buffer.count(b"\n", self._start)
            fault = "not JSON: the array is never closed; what stands before this is read"
            yield Element(line, None, fault, breaks_off=True)

    def _next_mark(self) -> bytes | None:
        """The next bracket or comma outside strings; null when what was read has no more."""
        while True:
            if self._in_string:
                match = _IN_STRING.match(self._buffer, self._at)
                self._at = match.end() if match else self._at
                if self._buffer[self._at : self._at + 1] != b'"':
                    return None  # A backslash, or nothing, until more is read.
                self._at += 1
                self._in_string = False
            found = _STRUCTURE.search(self._buffer, self._at)
            self._at = found.end() if found else len(self._buffer)
            if not found or found[0] != b'"':
                return found[0] if found else None
            self._in_string = True

    def _begin(self, mark: bytes) -> None:
        if len(self._open) > _MOST_DEEP:
            self._deeper += 1
        else:
            self._open.append(mark.decode())
            self._objects += mark == b"{"

    def _close(self, mark: bytes) -> None:
        """Closes the last bracket of its kind, so that one too few or too many harms no other."""
        kind = "{" if mark == b"}" else "["
        inside = len(self._open) - 1
        of_kind = self._objects if kind == "{" else inside - self._objects
        if self._deeper:
            self._deeper -= 1
        elif not inside and kind == "[":
            self._open = []
        elif of_kind:
            while (last := self._open.pop()) != kind:
                self._objects -= last == "{"
            self._objects -= kind == "{"

    def _element(self, mark: bytes) -> Iterator[Element]:
        """The element that ends before `mark`, if it is one."""
        data = self._buffer[self._start : self._at - 1]
        body = data.strip(_BLANK)
        line = self._too_long or self._line_of_body(data)
        is_array_empty = not body and self._first and mark == b"]"
        if self._too_long or len(body) > self._limit:
            yield Element(line, None)
        elif not body and not is_array_empty:
            yield Element(line, None, "not JSON: a comma with no record before or after it")
        elif not is_array_empty:
            yield Element(line, body)
        self._first = False
        self._too_long = None
        self._pass_to(self._at)

    def _behind(self) -> Iterator[Element]:
        """What stands behind the array's end, where only white space may be."""
        rest = self._buffer[self._start :]
        if rest.strip(_BLANK) and not self._stray:
            self._stray = True
            line = self._line_of_body(rest)
            yield Element(line, None, "not JSON: there is more after the end of the array")
        self._at = len(self._buffer)
        self._pass_to(self._at)

    def _line_of_body(self, data: bytes) -> int:
        """The line of the first thing in `data`, which begins where the element does."""
        return self._line + data.count(b"\n", 0, len(data) - len(data.lstrip(_BLANK)))

    def _pass_to(self, end: int) -> None:
        """Leaves what was looked at behind."""
        self._line += self._buffer.count(b"\n", self._start, end)
        self._start = end
