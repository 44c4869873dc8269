"""What a packed file holds, as a stream that is held to bounds.

In: the bytes of a `.gz` or `.zst` file, of one part or of several, one after the
other as `cat` joins them. Out: the bytes that it holds, as they are asked for.
What breaks off, is damaged, is followed by something else or unpacks out of all
proportion raises, after what stands before it was given. Nothing is written.
It is unpacked a stretch ahead of what is given, so that a bomb is known before a
reader makes records of it; some 25 MB are held at most, besides the window of zstd.
"""

import io
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import BinaryIO, Protocol

from provenance.sources.files import RefusedError

# News packs to a third (measured: 2.7 to 3.8 times), records made from one template 27 to 72 times,
# copies of a single story 156 times with deflate and 1,200 with zstd. A bomb is beyond 1,000 with
# deflate and beyond 30,000 with zstd.
MOST_TIMES = 200
# What has to be in proportion: each stretch of so many bytes unpacked, or of so many lines. Of the
# whole file it would have to be too late for a bomb behind 100 MB of news. It is no less, as a few
# megabytes may well be copies of one story; what is left at the end may be anything. Lines count as
# well because each costs a reader as much as some hundred bytes do: 8 MB of the shortest records
# take 14 s. So many take one.
STRETCH_BYTES = 8_000_000
STRETCH_LINES = 50_000
# What the program zstd itself unpacks unless it is told otherwise.
_WINDOW_BYTES = 1 << 27
_BUFFER_BYTES = 1 << 17
_PADDING = b"\0"  # Tapes and disks may fill the last block of a file with it.
_FOREIGN = ("incorrect header check", "Unknown frame descriptor")
_WINDOW = "too much memory"


class _Decoder(Protocol):
    """Unpacks one part, as the objects of zlib and zstandard do."""

    @property
    def eof(self) -> bool: ...
    @property
    def unused_data(self) -> bytes: ...
    def decompress(self, data: bytes, /) -> bytes: ...


@dataclass(frozen=True, slots=True)
class _Packing:
    """One way of packing.

    Attributes:
        program: What unpacks it on a command line.
        piece: Bytes to unpack at once, so few that all that can come of them is held easily.
        decoder: Begins a part.
        fault: What decoders raise.
    """

    program: str
    piece: int
    decoder: Callable[[], _Decoder]
    fault: type[Exception]


def inflated(stream: BinaryIO, packing: str) -> BinaryIO:
    """What `stream` holds, to be read once and from the front.

    Args:
        stream: The packed file, which is not closed by closing what is returned.
        packing: As in `File`; when it is empty the stream is returned as it is.

    Returns:
        A stream whose reads raise `RefusedError` where nothing more can be had. The reason names
        the line, of what is packed, in which that is.

    Raises:
        RefusedError: It is packed more than once, or the package that unpacks it is missing.
    """
    if not packing:
        return stream
    if packing not in _PACKINGS:
        raise RefusedError(f"is packed more than once ({packing}); unpack it and pack it once")
    blocks = _blocks(_Source(stream), _PACKINGS[packing]())
    return io.BufferedReader(_Unpacked(blocks), _BUFFER_BYTES)


class _Unpacked(io.RawIOBase):
    """Blocks as what Python's buffered streams read from."""

    def __init__(self, blocks: Iterator[bytes]) -> None:
        self._blocks = blocks
        self._block = memoryview(b"")
        self._fault: RefusedError | None = None  # What each read raises once all blocks are given.

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview, /) -> int:  # type: ignore[override]
        if self._fault:
            raise self._fault
        if not self._block:
            try:
                self._block = memoryview(next(self._blocks, b""))
            except RefusedError as fault:
                self._fault = fault
                raise
        size = min(len(buffer), len(self._block))
        buffer[:size] = self._block[:size]
        self._block = self._block[size:]
        return size


class _Source:
    """Packed bytes in pieces, of which what is left over can be given back."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self.left = b""
        self._taken = 0

    @property
    def used(self) -> int:
        """How many bytes were taken and not given back."""
        return self._taken - len(self.left)

    def piece(self, size: int) -> bytes:
        """The bytes left over, else up to `size` more; empty at the end."""
        piece, self.left = self.left, b""
        if not piece:
            piece = self._stream.read(size)
            self._taken += len(piece)
        return piece

    def has_more(self, size: int) -> bool:
        """Whether anything but padding follows; the padding is gone then."""
        while piece := self.piece(size):
            if left := piece.lstrip(_PADDING):
                self.left = left
                return True
        return False


@dataclass(slots=True)
class _Stretch:
    """What is unpacked and not given yet.

    Attributes:
        begun: Packed bytes that were used before it.
        line: The line in which it begins, from 1.
    """

    begun: int = 0
    line: int = 1
    blocks: list[bytes] = field(default_factory=list)
    size: int = 0
    lines: int = 0

    def add(self, block: bytes) -> None:
        self.blocks.append(block)
        self.size += len(block)
        self.lines += block.count(b"\n")

    @property
    def is_full(self) -> bool:
        return self.size >= STRETCH_BYTES or self.lines >= STRETCH_LINES

    @property
    def end(self) -> int:
        """The line in which it ends."""
        return self.line + self.lines


def _blocks(source: _Source, packing: _Packing) -> Iterator[bytes]:
    """All that is packed, none of the blocks empty. Linear in what is read and what is given."""
    stretch, is_any = _Stretch(), False
    why = None
    try:
        for block in filter(None, _parts(source, packing)):
            is_any = True
            stretch.add(block)
            if stretch.is_full:
                if stretch.size > MOST_TIMES * (source.used - stretch.begun):
                    raise RefusedError(_bomb(stretch, packing))
                yield from stretch.blocks
                stretch = _Stretch(source.used, stretch.end)
    except packing.fault as fault:
        why = _damage(str(fault), packing, stretch.end if is_any else None)
    except EOFError:
        why = f"breaks off in line {stretch.end:,} of what is packed in it{_KEPT}"
    yield from stretch.blocks
    if why:
        raise RefusedError(why)


def _bomb(stretch: _Stretch, packing: _Packing) -> str:
    return (
        f"unpacks to more than {MOST_TIMES} times its size from line {stretch.line:,} on, as what "
        f"is made to fill a disk does; if it is meant to, unpack it first with {packing.program} -d"
    )


def _parts(source: _Source, packing: _Packing) -> Iterator[bytes]:
    """The blocks of one part after the other.

    Raises:
        EOFError: The last part is not whole, or there is none.
    """
    is_first = True
    while is_first or source.has_more(packing.piece):
        is_first = False
        decoder = packing.decoder()
        while not decoder.eof:
            if not (piece := source.piece(packing.piece)):
                raise EOFError
            block = decoder.decompress(piece)
            source.left = decoder.unused_data  # Empty up to the end of the part.
            yield block


_KEPT = "; only whole records before that are read; fetch it again, or pack it anew"


def _damage(fault: str, packing: _Packing, line: int | None) -> str:
    """Why a decoder gave up in `line`; null for the line when it had given nothing."""
    if _WINDOW in fault:
        memory = f"{_WINDOW_BYTES >> 20} MB of memory"
        return f"needs more than {memory} to unpack; unpack it first with zstd -d --long=31"
    is_foreign = any(foreign in fault for foreign in _FOREIGN)
    if is_foreign and line is None:
        return f"is nothing that {packing.program} has packed; name it by what it holds"
    where = f"in line {line or 1:,} of what is packed in it"
    if is_foreign:
        return f"goes on with something else {where}; cut that off"
    return f"is damaged {where}{_KEPT}"


def _gzip() -> _Packing:
    # Members of 20 bytes are possible, and each leaves the rest of its piece to be copied.
    return _Packing("gzip", 1 << 12, lambda: zlib.decompressobj(wbits=31), zlib.error)


def _zstd() -> _Packing:
    try:
        import zstandard  # noqa: PLC0415  (an extra)
    except ImportError:
        raise RefusedError(
            "is packed with zstd; to read it, pip install 'provenance-check[zst]', or unpack it "
            "with zstd -d"
        ) from None
    unpacker = zstandard.ZstdDecompressor(max_window_size=_WINDOW_BYTES)
    # Four bytes may stand for a block of 128 kB, and there is no way to ask for less.
    return _Packing("zstd", 1 << 9, unpacker.decompressobj, zstandard.ZstdError)


_PACKINGS: dict[str, Callable[[], _Packing]] = {".gz": _gzip, ".zst": _zstd}
