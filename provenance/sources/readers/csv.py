"""CSV and TSV: a header, then one record a row, which may go over several lines.

Read row by row, so that a file of any size takes the memory of one record. A row
that is damaged, or has more or fewer fields than the header, loses itself; where
a quotation mark is never closed, reading goes on with the line after it. Lines end
at LF or CR LF; at CR alone in a file that has no LF in what is looked at first.
"""

import csv
import io
import re
from collections.abc import Iterator, Sequence
from typing import BinaryIO

from provenance.config import Config, Fields
from provenance.model import Article, Notice, Unread
from provenance.sources import mapping
from provenance.sources.articles import shown
from provenance.sources.decoding import (
    BOM,
    MEGABYTE,
    UTF_8,
    Decoded,
    Undecodable,
    decode,
    decoded,
    told,
    too_large,
)
from provenance.sources.recoding import recoded, until_fault
from provenance.sources.records import Record, encoded, no_text, rows
from provenance.sources.skipping import MOST_SKIPPED, NO_END, SKIPPED_AT_ONCE

_LOOKED_AT = 1 << 18
_DELIMITERS = ",;\t|"
_QUOTED = re.compile(r'"[^"]*"')
# Its own reverse: a file whose lines end at CR is read with the two exchanged, line by line, and
# each line is then given as it was.
_EXCHANGED = bytes.maketrans(b"\r\n", b"\n\r")
_EXCHANGED_TEXT = str.maketrans("\r\n", "\n\r")
_MIXED = (
    "has a CR that ends no line, as in files of old Macs; make all line ends one kind, for "
    "instance with: tr -s '\\r' '\\n' < old.csv > new.csv"
)


def read(stream: BinaryIO, path: str, config: Config) -> Iterator[Article | Unread | Notice]:
    """The records of `stream`, in order, and what is wrong with the others.

    The delimiter is a comma, a semicolon, a tab or a bar: the one that gives the header the most
    fields. The encoding is told from the first 0.3 MB.
    """
    head = until_fault(stream, _LOOKED_AT)
    if marked := recoded(head, stream):
        stream, encoding = marked
        head = until_fault(stream, _LOOKED_AT)
    is_cr = b"\r" in head and b"\n" not in head
    head = head.translate(_EXCHANGED) if is_cr else head
    whole_lines = head[: head.rfind(b"\n") + 1] or head
    found = Decoded("", encoding) if marked else decoded(whole_lines)
    # One that looks like nothing is read as UTF-8, and its bad rows lose themselves.
    known = UTF_8 if marked or isinstance(found, Undecodable) else found.encoding
    joined = io.BufferedReader(_Joined(head, stream, is_cr), _LOOKED_AT)
    lines = _Lines(joined, known, config.max_article_mb, is_cr)
    delimiter = _delimiter(whole_lines.decode(known, "replace"))
    records = _records(lines, delimiter, path, config)
    yield from rows(encoded(records, encoding, path) if marked else records, path, config)
    if isinstance(found, Decoded):
        yield from told(path, found)


class _Joined(io.RawIOBase):
    """What was read of a stream already, and the rest of it, LF and CR exchanged if need be."""

    def __init__(self, head: bytes, rest: BinaryIO, is_exchanged: bool) -> None:
        self._head = head
        self._rest = rest
        self._is_exchanged = is_exchanged

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: "bytearray | memoryview[int]") -> int:  # type: ignore[override]
        given = self._head[: len(buffer)] or self._more(len(buffer))
        self._head = self._head[len(buffer) :]
        buffer[: len(given)] = given
        return len(given)

    def _more(self, most: int) -> bytes:
        data = until_fault(self._rest, most)
        return data.translate(_EXCHANGED) if self._is_exchanged else data


class _LostError(Exception):
    """Why the record that is being read cannot be; its text is the reason."""


class _Lines:
    """The lines of a file, as text, for as long as a record may be; they can be given again.

    With `is_exchanged` they are given with LF for CR and CR for LF.

    Attributes:
        encoding: In which they are read.
        fault: What is wrong with a line of the current record; null when nothing is.
        first: Line on which the current record begins, from 1.
        is_over: Whether a record was so long that the file is not read behind it.
    """

    def __init__(
        self, stream: BinaryIO, encoding: str, max_article_mb: int, is_exchanged: bool
    ) -> None:
        self._stream = stream
        self._is_exchanged = is_exchanged
        self.encoding = encoding
        self._max_article_mb = max_article_mb
        self._limit = max_article_mb * MEGABYTE
        self._waiting: list[bytes] = []  # Lines to be given again, the next one last.
        self._given: list[bytes] = []
        self._passed_over = 0  # Lines of the current record that were not given.
        self._size = 0
        self.fault: str | None = None
        self.first = 1
        self.is_over = False

    def begin(self) -> None:
        """Begins the next record."""
        self.first += len(self._given) + self._passed_over
        self._given = []
        self._passed_over = 0
        self._size = 0
        self.fault = None

    def again(self) -> None:
        """Takes back all lines of the current record but its first one."""
        self._waiting.extend(reversed(self._given[1:]))
        del self._given[1:]

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        line = b"" if self.is_over else self._next_bytes(self._limit + 1)
        if not line:
            raise StopIteration
        self._given.append(line)
        self._size += len(line)
        if self._size > self._limit:
            self.is_over = not self._is_passed()
            large = too_large("the record", None, self._max_article_mb)
            raise _LostError(NO_END if self.is_over else large)
        text = self._text(line)
        text = text.translate(_EXCHANGED_TEXT) if self._is_exchanged else text
        return text.removeprefix(BOM) if self.first == len(self._given) == 1 else text

    def _is_passed(self) -> bool:
        """Leaves the rest of the record behind: of its line, and of a quotation not yet closed.

        False when that is more than is passed over.
        """
        piece = self._given[-1]
        is_open = sum(line.count(b'"') for line in self._given) % 2 == 1
        left = MOST_SKIPPED
        while piece and (is_open or not piece.endswith(b"\n")):
            begins_line = piece.endswith(b"\n")
            piece = self._next_bytes(SKIPPED_AT_ONCE)
            is_open ^= piece.count(b'"') % 2 == 1
            self._passed_over += bool(begins_line and piece)
            left -= len(piece)
            if left <= 0:
                return False
        return True

    def _next_bytes(self, most: int) -> bytes:
        return self._waiting.pop() if self._waiting else self._stream.readline(most)

    def _text(self, line: bytes) -> str:
        """A line as text; what is no text is noted and given all the same, to end the record."""
        if self.encoding == UTF_8:
            found = decode(line)
            if isinstance(found, str):
                return found
            self.fault = self.fault or found.reason
        try:
            return line.decode(self.encoding)
        except UnicodeDecodeError:
            self.fault = self.fault or f"is not valid {self.encoding}; convert the file to UTF-8"
            return line.decode(self.encoding, "replace")


def _delimiter(text: str) -> str:
    """The delimiter that the first line that is not blank has most of outside quotation marks."""
    first = text.removeprefix(BOM).lstrip().partition("\n")[0]
    bare = _QUOTED.sub("", first)
    return max(_DELIMITERS, key=bare.count)  # Of equals the first, a comma.


def _records(lines: _Lines, delimiter: str, path: str, config: Config) -> Iterator[Record | Unread]:
    # Of the whole process; it is only ever raised, as far as a record may go.
    csv.field_size_limit(max(csv.field_size_limit(), config.max_article_mb * MEGABYTE))
    header: list[str] | None = None
    for row in _rows(lines, delimiter):
        place = f"{path}:{lines.first}"
        if header is None:
            reason = row if isinstance(row, str) else _unusable(row, config.fields)
            if isinstance(row, str) or reason:
                yield Unread(place, f"{reason}")
                return
            header = row
        elif isinstance(row, str):
            yield Unread(place, row, breaks_off=lines.is_over)
        elif len(row) == len(header):
            yield Record(lines.first, dict(zip(header, row, strict=True)), lines.encoding)
        else:
            reason = f"has {_counted(len(row))}, and the header {_counted(len(header))}"
            yield Unread(place, f"{reason}; correct the row, perhaps by quotation marks")


def _rows(lines: _Lines, delimiter: str) -> Iterator[list[str] | str]:
    """The rows that are not blank, each as its fields, or as what is wrong with it."""
    row: list[str] | str | None = []
    while row is not None:
        lines.begin()
        try:
            row = next(csv.reader(lines, delimiter=delimiter, strict=True), None)
            if row and any(row) and any(value.strip() for value in row):
                yield lines.fault or row
        except _LostError as fault:
            yield str(fault)
        except csv.Error as fault:
            is_mixed = "new-line" in str(fault)
            yield _MIXED if is_mixed else f"is not CSV ({fault}); correct its quotation marks"
            lines.again()


def _unusable(header: Sequence[str], fields: Fields) -> str | None:
    """Why there can be no article under a header; null when there can."""
    columns = dict.fromkeys(header, "")
    named = mapping.renamed(fields, mapping.stand_ins(columns, fields))
    if mapping.unfolded(columns, named).get(named.text) is None:
        return no_text(columns, named.text, "header")
    wanted = mapping.names(fields)
    double = next((name for name in columns if name in wanted and header.count(name) > 1), None)
    return double and f"the header has {shown(double)} more than once; rename one of them"


def _counted(fields: int) -> str:
    return "1 field" if fields == 1 else f"{fields:,} fields"
