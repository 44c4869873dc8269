"""Files of records that are marked as UTF-16 or UTF-32, as the same in UTF-8.

Spreadsheets write them so. In: bytes as they are read. Out: a stream of UTF-8, its
mark in front, which takes the memory of a piece. A half of a pair of surrogates
becomes bytes that are no UTF-8, so that it costs the record that it stands in.
"""

import codecs
import io
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
        A stream whose reads raise `RefusedError` where the file is not in the encoding it is
        marked as; and the name of that encoding, such as `utf-16-le`.
    """
    found = mark(head)
    if found is None:
        return None
    name, encoding = found
    return io.BufferedReader(_Recoded(head, rest, name, encoding), _PIECE), encoding


class _Recoded(io.RawIOBase):
    """What Python's buffered streams read from."""

    def __init__(self, head: bytes, rest: BinaryIO, name: str, encoding: str) -> None:
        self._head, self._rest = head, rest
        self._name = name
        self._decoder = codecs.getincrementaldecoder(encoding)(_PAIRLESS)
        self._block = memoryview(b"")

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: "memoryview[int]", /) -> int:  # type: ignore[override]
        is_end = False
        while not self._block and not is_end:
            piece = self._head or self._rest.read(_PIECE)
            self._head, is_end = b"", not piece
            self._block = memoryview(self._text(piece, is_end).encode("utf-8", _PAIRLESS))
        size = min(len(buffer), len(self._block))
        buffer[:size] = self._block[:size]
        self._block = self._block[size:]
        return size

    def _text(self, piece: bytes, is_end: bool) -> str:
        try:
            return self._decoder.decode(piece, is_end)
        except UnicodeDecodeError:
            reason = f"is marked as {self._name} and is not valid {self._name}; save it as UTF-8"
            raise RefusedError(reason) from None
