"""JSON: a file that is one record, or an array of records. A record may be a ninjs item.

An array is read element by element, so that one of any size takes the memory of
one record, and one bad element loses itself. A file of one record is held to the
size of one article. UTF-8, or by its mark UTF-16 or UTF-32.
"""

from collections.abc import Iterator
from typing import BinaryIO

from provenance.config import Config
from provenance.model import Article, Notice, Unread
from provenance.sources.decoding import MEGABYTE, Decoded, told, too_large
from provenance.sources.jsontext import BOM, elements, record
from provenance.sources.recoding import recoded
from provenance.sources.records import Record, encoded, rows

_FIRST_BYTES = 1 << 16
_BLANK = b" \t\r\n"
_WANTED = "a file must be one record, {...}, or an array of them"


def read(stream: BinaryIO, path: str, config: Config) -> Iterator[Article | Unread | Notice]:
    """The records of `stream`, in order, and what is wrong with the others."""
    head = stream.read(_FIRST_BYTES)
    if marked := recoded(head, stream):
        other, encoding = marked
        found = _records(other.read(_FIRST_BYTES), other, path, config.max_article_mb)
        yield from rows(encoded(found, encoding, path), path, config)
        yield from told(path, Decoded("", encoding))
    else:
        yield from rows(_records(head, stream, path, config.max_article_mb), path, config)


def _records(
    head: bytes, stream: BinaryIO, path: str, max_article_mb: int
) -> Iterator[Record | Unread]:
    limit = max_article_mb * MEGABYTE
    body = head.removeprefix(BOM).lstrip(_BLANK)
    line = 1 + head.count(b"\n", 0, len(head) - len(body))
    if body.startswith(b"["):
        yield from _from_array(body[1:], stream, path, line, max_article_mb)
        return
    if len(head) == _FIRST_BYTES:
        body += stream.read(limit + 1 - len(head))
    body += stream.read(1)  # A fault behind what was read is told by the read after it.
    if len(body) > limit:
        yield Unread(path, too_large("the record", None, max_article_mb))
    elif body.strip(_BLANK):
        yield _alone(body, path, line)


def _from_array(
    head: bytes, stream: BinaryIO, path: str, line: int, max_article_mb: int
) -> Iterator[Record | Unread]:
    for element in elements(head, stream, line, max_article_mb * MEGABYTE):
        place = f"{path}:{element.line}"
        if element.data is not None:
            yield record(element.data, path, element.line, _WANTED)
        elif element.fault:
            yield Unread(place, element.fault, breaks_off=element.breaks_off)
        else:
            yield Unread(place, too_large("the record", None, max_article_mb))


def _alone(data: bytes, path: str, line: int) -> Record | Unread:
    """The record that is the whole file; JSON lines under this name are told what they are."""
    found = record(data, path, line, _WANTED)
    first, _, rest = data.strip(_BLANK).partition(b"\n")
    if isinstance(found, Unread) and rest and isinstance(record(first, path, line, ""), Record):
        return Unread(found.place, f"{found.reason}; if each line is a record, name it .jsonl")
    return found
