"""A program of its own: gives the rows of a Parquet or Arrow file, one JSON text a line.

Run by `tables` and by nothing else. What a file can do to the process that
decodes it, stop it, break it or fill the memory, it does to this one. The file is
its standard input. It imports nothing of the package, so that it starts quickly.

Its first line tells the columns, which of them follow, and how many rows there
should be; then comes a line for each row, a list of values or why it is left out;
the last is an object again: how many rows there were, and what is odd at the end of
the file, or the `fault` after which no more came.
"""

import contextlib
import os
import struct
import sys
from collections.abc import Collection, Iterator
from typing import TYPE_CHECKING, BinaryIO, cast

import orjson

if TYPE_CHECKING:
    import polars as pl

_BATCH_ROWS = 1000
_MAGIC = {"parquet": b"PAR1", "arrow": b"ARROW1"}  # At both ends of such a file.
_LENGTH = 4  # Bytes in which stands how long the index at the end is.
_LOOKED_AT_ONCE = 1 << 20
TOO_LARGE = "too large"
MORE = "more"
NO_MARK = "no mark"
_MARKED = 0xFFFFFFFF  # Before the length of a message; streams of before 2019 have none.
_MOST_METADATA = 1 << 26  # Bytes; a table of some 100,000 columns has as many.
_BODY_FIELD = 10  # Where a message's table of fields says where the length of its body is.
_MOST_ESCAPED = 8  # Characters of JSON that one may become, and room for the other columns.


def main(arguments: list[str], source: BinaryIO, out: BinaryIO) -> None:
    """Writes the rows of `source`.

    Args:
        arguments: `parquet` or `arrow`, the memory to be held to, the bytes that a text may have,
            and the names of the wanted columns.
        source: The file, not buffered.
        out: Where to.
    """
    kind, memory, longest, *wanted = arguments
    _hold_to(int(memory))
    try:
        is_stream = kind == "arrow" and not _is_file(source)
        if not is_stream and is_joined(source, _MAGIC[kind]):
            raise ValueError("several files are joined in it; split them, or write them as one")
        table = _table(kind, source, is_stream)
        tail = tail_of_stream(source) if is_stream else None
        told = write(table, _rows_told(table), wanted, int(longest), out)
        out.write(orjson.dumps({"end": told, "tail": tail}) + b"\n")
    except BaseException as fault:  # polars panics with one that is no Exception
        out.write(orjson.dumps({"fault": _said(fault)}) + b"\n")
    out.flush()


def write(
    table: "pl.LazyFrame", expected: int, wanted: Collection[str], longest: int, out: BinaryIO
) -> int:
    """Writes the columns and rows of a table of which it is known how many there should be.

    Returns:
        How many rows there were.

    Raises:
        ValueError: There are fewer or more.
    """
    schema = table.collect_schema()
    chosen = [name for name in schema if name in wanted]
    head = {"columns": list(schema), "chosen": chosen, "rows": expected}
    out.write(orjson.dumps(head) + b"\n")
    told = 0
    for values in _values(table, chosen, longest) if chosen else ():
        out.write(_line(values, longest) + b"\n")
        told += 1
    if chosen and told != expected:
        raise ValueError(f"{told:,} rows of {expected:,} could be decoded")
    return told


def is_joined(source: BinaryIO, magic: bytes) -> bool:
    """Whether a file that ends in `magic` stands before another one, as `cat a b` joins them.

    What decodes it goes by the index at the very end, whose places are those of the last file
    alone: it takes rows of the first for those of the last, or is at a loss. Before the `magic` at
    an end stands how long the index before that is; in a text it would be no such length. Reads the
    file once.
    """
    seam = magic * 2
    source.seek(0)
    before, kept = 0, b""  # How much was let go, and what was not.
    while piece := source.read(_LOOKED_AT_ONCE):
        data = kept + piece
        at = data.find(seam)
        while at >= 0:
            length = int.from_bytes(data[max(0, at - _LENGTH) : at], "little")
            if 0 < length <= before + at - _LENGTH:
                return True
            at = data.find(seam, at + 1)
        kept = data[-(_LENGTH + len(seam) - 1) :]
        before += len(data) - len(kept)
    return False


def tail_of_stream(source: BinaryIO) -> str | None:
    """What is odd at the end of an Arrow stream: `MORE` behind it, or `NO_MARK`; null for nothing.

    Goes from message to message, and reads only how long each one is.
    """
    size = source.seek(0, os.SEEK_END)
    at = 0
    while at <= size and (length := _message(source, at)) is not None:
        if length[1] == 0:
            return MORE if at + length[0] < size else None
        at += sum(length)
    return NO_MARK


def _message(source: BinaryIO, at: int) -> tuple[int, int] | None:
    """Bytes that a message has before its metadata, and from there on; null when it is cut.

    The second is 0 for the mark at the end of a stream.
    """
    source.seek(at)
    begin = source.read(8)
    words = struct.unpack_from("<2I", begin.ljust(8, b"\0"))
    before = 8 if words[0] == _MARKED else 4
    length = words[before // 8]
    if len(begin) < before:
        return None
    if not length:
        return before, 0
    source.seek(at + before)
    body = _body(source.read(min(length, _MOST_METADATA)))
    return None if body is None else (before, length + body)


def _body(metadata: bytes) -> int | None:
    """How long the body is that follows a message's metadata; null when that does not say it."""
    try:
        table = struct.unpack_from("<I", metadata)[0]
        fields = table - struct.unpack_from("<i", metadata, table)[0]
        field = 0
        if struct.unpack_from("<H", metadata, fields)[0] > _BODY_FIELD:
            field = struct.unpack_from("<H", metadata, fields + _BODY_FIELD)[0]
        length = struct.unpack_from("<q", metadata, table + field)[0] if field else 0
    except struct.error:
        return None
    return int(length) if length >= 0 else None


def _hold_to(memory: int) -> None:
    """Lets the process have no more memory of its own; a file that is mapped does not count."""
    try:
        import resource  # noqa: PLC0415  (not on Windows)
    except ImportError:
        return
    for limit, most in ((resource.RLIMIT_DATA, memory), (resource.RLIMIT_CORE, 0)):
        with contextlib.suppress(ValueError, OSError):  # a system may refuse, or set it lower
            resource.setrlimit(limit, (most, most))


def _is_file(source: BinaryIO) -> bool:
    """Whether it is an Arrow file, which has an index at its end, and no stream."""
    source.seek(0)
    return source.read(len(_MAGIC["arrow"])) == _MAGIC["arrow"]


def _table(kind: str, source: BinaryIO, is_stream: bool) -> "pl.LazyFrame":
    import polars as pl  # noqa: PLC0415  (after the memory is limited)

    source.seek(0)
    if kind == "parquet":
        return pl.scan_parquet(source)
    return pl.read_ipc_stream(source).lazy() if is_stream else pl.scan_ipc(source)


def _rows_told(table: "pl.LazyFrame") -> int:
    """The number of rows that the file says it has."""
    import polars as pl  # noqa: PLC0415

    return int(table.select(pl.len()).collect().item())


def _values(
    table: "pl.LazyFrame", chosen: list[str], longest: int
) -> Iterator[tuple[object, ...] | None]:
    """The values of the chosen columns, row by row; null for a row with a text over the limit.

    Such a text is let go before it becomes an object of Python's, which would take seconds.
    """
    import polars as pl  # noqa: PLC0415

    schema = table.collect_schema()
    sizes = [
        pl.col(name).str.len_bytes() if kind == pl.String else pl.col(name).bin.size()
        for name, kind in schema.items()
        if name in chosen and kind in (pl.String, pl.Binary)
    ]
    is_long = pl.any_horizontal(size > longest for size in sizes) if sizes else pl.lit(value=False)
    fits = pl.when(~is_long.fill_null(value=False))
    rows = table.select(fits.then(pl.struct(chosen)).alias("row"))
    for batch in rows.collect_batches(chunk_size=_BATCH_ROWS, maintain_order=True):
        yield from (row and tuple(row.values()) for row in batch["row"])


def _line(values: tuple[object, ...] | None, longest: int) -> bytes:
    """A row as JSON: its values, or a text that says why it is left out."""
    if values is None:
        return orjson.dumps(TOO_LARGE)
    try:
        texts = [_text(value) for value in values]
        line = orjson.dumps(texts, default=str, option=orjson.OPT_NON_STR_KEYS)
    except orjson.JSONEncodeError as fault:
        return orjson.dumps(f"cannot be read ({fault})"[:200])
    return line if len(line) <= _MOST_ESCAPED * longest else orjson.dumps(TOO_LARGE)


def _text(value: object) -> object:
    """Bytes as the UTF-8 that they are, or as what no text is."""
    if not isinstance(value, bytes):
        return value
    try:
        return value.decode()
    except UnicodeDecodeError:
        return None


def _said(fault: BaseException) -> str:
    """The first line of what polars says, without its own hints, and never much."""
    words = " ".join(str(fault).partition("\n")[0].split()) or type(fault).__name__
    return words[:200]


if __name__ == "__main__":
    main(sys.argv[1:], cast("BinaryIO", os.fdopen(0, "rb", buffering=0)), os.fdopen(1, "wb"))
