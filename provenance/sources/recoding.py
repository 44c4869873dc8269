"""Files of records that are marked as UTF-16 or UTF-32, as the same in UTF-8.

Spreadsheets write them so. In: bytes as they are read. Out: a stream of UTF-8, its
mark in front, which takes the memory of a piece. A half of a pair of surrogates
becomes bytes that are no UTF-8, so that it costs the record that it stands in. What
stands before a fault is given first, and the read after it raises.
"""

import codecs
import io
import sys
from typing import BinaryIO

from provenance.sources.decoding import mark
from provenance.sources.files import RefusedError

_PIECE = 1 << 16
_PAIRLESS = "surrogatepass"


def recoded(head: bytes, rest: BinaryIO) -> tuple[BinaryIO, str] | None:
    """What is marked as UTF-16 or UTF-32 in UTF-8, and its encoding; null without a mark.

    Args:
        head: The first bytes of a file, four of them or more where there are as many on its line.
        rest: What follows them.

    Returns:
        A stream whose reads raise `NotInEncodingError` where the file is not in the encoding it is
        marked as, and give what stands before that; and the name of that encoding, such as
        `utf-16-le`.
    """
    found = mark(head)
    if found is None:
        return None
    name, encoding = found
    return _Kept(_Recoded(head, rest, name, encoding), _PIECE), encoding


def until_fault(stream: BinaryIO, most: int) -> bytes:
    """The next bytes of a buffered stream, no more than stand before a fault.

    Where none do the fault is raised; `read` would drop them with it.
    """
    found = bytearray()
    try:
        while len(found) < most and (piece := stream.read1(min(_PIECE, most - len(found)))):  # type: ignore[attr-defined]
            found += piece
    except OSError:
        if not found:
            raise
    return bytes(found)


class NotInEncodingError(RefusedError):
    """Why a file is read no further than to a line of it.

    Attributes:
        line: The line, from 1.
    """

    def __init__(self, reason: str, line: int) -> None:
        super().__init__(reason)
        self.line = line


class _Kept(io.BufferedReader):
    """A buffered stream that drops nothing where a read meets a fault: the next one raises it."""

    def read(self, size: int | None = -1, /) -> bytes:
        return until_fault(self, sys.maxsize if size is None or size < 0 else size)


class _Recoded(io.RawIOBase):
    """What Python's buffered streams read from."""

    def __init__(self, head: bytes, rest: BinaryIO, name: str, encoding: str) -> None:
        self._head, self._rest = head, rest
        self._name, self._encoding = name, encoding
        self._decoder = codecs.getincrementaldecoder(encoding)(_PAIRLESS)
        self._block = memoryview(b"")
        self._lfs = self._crs = 0  # In all blocks.
        self._fault: OSError | None = None  # What each read raises once all blocks are given.

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: "memoryview[int]", /) -> int:  # type: ignore[override]
        is_end = False
        while not self._block and not is_end:
            if self._fault:
                raise self._fault
            piece = self._piece()
            self._block = memoryview(self._text(piece).encode("utf-8", _PAIRLESS))
            is_end = not piece and not self._fault
        size = min(len(buffer), len(self._block))
        buffer[:size] = self._block[:size]
        self._block = self._block[size:]
        return size

    def _piece(self) -> bytes:
        piece, self._head = self._head, b""
        try:
            return piece or self._rest.read(_PIECE)
        except OSError as fault:
            self._fault = fault
            return b""

    def _text(self, piece: bytes) -> str:
        """`piece` as text, up to a fault in it."""
        try:
            text = self._decoder.decode(piece, not piece and not self._fault)
        except UnicodeDecodeError as fault:
            text = fault.object[: fault.start].decode(self._encoding, _PAIRLESS)
            self._count(text)
            reason = (
                f"is marked as {self._name} and is not valid {self._name} from here on; what "
                "stands before this is read; save it as UTF-8"
            )
            # Lines end at CR alone in a file that has no LF.
            self._fault = NotInEncodingError(reason, 1 + (self._lfs or self._crs))
        else:
            self._count(text)
        return text

    def _count(self, text: str) -> None:
        self._lfs += text.count("\n")
        self._crs += text.count("\r")
