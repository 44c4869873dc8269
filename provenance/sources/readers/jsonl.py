"""JSON lines: one line, one record, one article. One bad line loses one record.

Lines are read one at a time and held to a length, so a file of any size, or of
one endless line, takes the memory of one article. orjson refuses what is not
JSON: NaN, lone surrogates, more than 1,024 levels. Of two equal keys the last
counts. UTF-8, or by its mark UTF-16 or UTF-32.
"""

from collections.abc import Iterator
from typing import BinaryIO

from provenance.config import Config
from provenance.model import Article, Notice, Unread
from provenance.sources.decoding import MEGABYTE, Decoded, told, too_large
from provenance.sources.jsontext import BOM, record
from provenance.sources.recoding import recoded
from provenance.sources.records import Record, encoded, rows
from provenance.sources.skipping import NO_END, is_passed

_MARK_BYTES = 4


def read(stream: BinaryIO, path: str, config: Config) -> Iterator[Article | Unread | Notice]:
    """The records of `stream`, in order, and what is wrong with the others; blank lines skipped.

    A field with values that cannot be used is told once a file: where first, and how often.
    """
    head = stream.readline(_MARK_BYTES)
    if marked := recoded(head, stream):
        other, encoding = marked
        found = _records(b"", other, path, config.max_article_mb)
        yield from rows(encoded(found, encoding, path), path, config)
        yield from told(path, Decoded("", encoding))
    else:
        yield from rows(_records(head, stream, path, config.max_article_mb), path, config)


def _records(
    head: bytes, stream: BinaryIO, path: str, max_article_mb: int
) -> Iterator[Record | Unread]:
    limit = max_article_mb * MEGABYTE
    for number, line in enumerate(_lines(head, stream, limit), 1):
        place = f"{path}:{number}"
        if len(line) > limit and not line.endswith(b"\n"):
            if not is_passed(stream):
                yield Unread(place, NO_END, breaks_off=True)
                return
            yield Unread(place, too_large("the record", None, max_article_mb))
        elif line.removeprefix(BOM).strip():
            # Behind a line end a fault would be counted to the next line.
            yield record(line.rstrip(b"\r\n"), path, number, "each line must be one record, {...}")


def _lines(head: bytes, stream: BinaryIO, limit: int) -> Iterator[bytes]:
    """The lines of `head` and `stream`; of one of more than `limit` bytes its beginning.

    Args:
        head: The first line, or how it begins.
        stream: What follows it.
        limit: Bytes without the line end.
    """
    line = head if head.endswith(b"\n") else head + stream.readline(limit + 1 - len(head))
    while line:
        yield line
        line = stream.readline(limit + 1)
