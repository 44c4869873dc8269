"""JSON lines: one line, one record, one article. One bad line loses one record.

Lines are read one at a time and held to a length, so a file of any size, or of
one endless line, takes the memory of one article. orjson refuses what is not
JSON: NaN, lone surrogates, more than 1,024 levels. Of two equal keys the last
counts.
"""

from collections.abc import Iterator
from typing import BinaryIO

from provenance.config import Config
from provenance.model import Article, Notice, Unread
from provenance.sources.decoding import MEGABYTE, other_unicode, too_large
from provenance.sources.jsontext import BOM, record
from provenance.sources.records import Record, rows

_SKIPPED_AT_ONCE = 1 << 20


def read(stream: BinaryIO, path: str, config: Config) -> Iterator[Article | Unread | Notice]:
    """The records of `stream`, in order, and what is wrong with the others; blank lines skipped.

    A field with values that cannot be used is told once a file: where first, and how often.
    """
    return rows(_records(stream, path, config.max_article_mb), path, config)


def _records(stream: BinaryIO, path: str, max_article_mb: int) -> Iterator[Record | Unread]:
    limit = max_article_mb * MEGABYTE
    for number, line in enumerate(_lines(stream, limit), 1):
        if number == 1 and (marked := other_unicode(line)):
            yield Unread(path, marked)
            return
        if len(line) > limit and not line.endswith(b"\n"):
            yield Unread(f"{path}:{number}", too_large("the record", None, max_article_mb))
        elif line.removeprefix(BOM).strip():
            # Behind a line end a fault would be counted to the next line.
            yield record(line.rstrip(b"\r\n"), path, number, "each line must be one record, {...}")


def _lines(stream: BinaryIO, limit: int) -> Iterator[bytes]:
    """The lines of `stream`. One of more than `limit` bytes is cut off and lacks its line end."""
    while line := stream.readline(limit + 1):
        rest = line
        while rest and not rest.endswith(b"\n"):
            rest = stream.readline(_SKIPPED_AT_ONCE)
        yield line
