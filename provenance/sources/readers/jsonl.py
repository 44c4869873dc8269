"""JSON lines: one line, one record, one article. One bad line loses one record.

Lines are read one at a time and held to a length, so a file of any size, or of
one endless line, takes the memory of one article. orjson refuses what is not
JSON: NaN, lone surrogates, more than 1,024 levels.
"""

from collections import Counter
from collections.abc import Iterator
from typing import BinaryIO

import orjson

from provenance.config import Config
from provenance.model import Article, Notice, Unread
from provenance.sources.articles import Origin, article, shown, stated
from provenance.sources.decoding import (
    MEGABYTE,
    Undecodable,
    decode,
    is_blank,
    other_unicode,
    too_large,
)

_BOM = b"\xef\xbb\xbf"
_SKIPPED_AT_ONCE = 1 << 20
_FIELDS_SHOWN = 8


def read(stream: BinaryIO, path: str, config: Config) -> Iterator[Article | Unread | Notice]:
    """The records of `stream`, in order, and what is wrong with the others; blank lines skipped.

    A field with values that cannot be used is told once a file: where first, and how often.
    """
    first: dict[str, Notice] = {}
    counts: Counter[str] = Counter()
    records = 0
    for number, line in enumerate(_lines(stream, config.max_article_mb * MEGABYTE), 1):
        if number == 1 and (marked := other_unicode(line)):
            yield Unread(path, marked)
            return
        if line.removeprefix(_BOM).strip():
            records += 1
            row, faults = _row(line, path, number, config)
            yield row
            for field, fault in faults.items():
                counts[field] += 1
                message = f"the field {shown(field)} {fault} and is left out"
                first.setdefault(field, Notice(f"{path}:{number}", message))
    if not records:
        yield Unread(path, "there is no record in it")
    for field, notice in first.items():
        others = counts[field] - 1
        lines = "line" if others == 1 else "lines"
        more = f"; so are those of {others:,} more {lines}" if others else ""
        yield Notice(notice.place, notice.message + more)


def _lines(stream: BinaryIO, limit: int) -> Iterator[bytes]:
    """The lines of `stream`. One of more than `limit` bytes is cut off and lacks its line end."""
    while line := stream.readline(limit + 1):
        rest = line
        while rest and not rest.endswith(b"\n"):
            rest = stream.readline(_SKIPPED_AT_ONCE)
        yield line


def _row(
    line: bytes, path: str, number: int, config: Config
) -> tuple[Article | Unread, dict[str, str]]:
    """The article of one line, or why it is unread; and the fields that could not be used."""
    place, fields = f"{path}:{number}", config.fields
    if len(line) > config.max_article_mb * MEGABYTE and not line.endswith(b"\n"):
        return Unread(place, too_large("the record", None, config.max_article_mb)), {}
    record = _record(line)
    if isinstance(record, str):
        return Unread(place, record), {}
    text = record.get(fields.text)
    if not isinstance(text, str) or is_blank(text):
        return Unread(place, _no_text(record, fields.text)), {}
    known = stated(record, fields)
    own_id, id_faults = _own_id(record, fields.id)
    origin = Origin(own_id or place, path, number, embedded=True, field=fields.text)
    return article(origin, text, known), {**known.faults, **id_faults}


def _record(line: bytes) -> dict[str, object] | str:
    """The JSON object on the line, or why there is none."""
    try:
        record = orjson.loads(line.removeprefix(_BOM))
    except orjson.JSONDecodeError as fault:
        text = decode(line)
        if isinstance(text, Undecodable):
            return text.reason
        return f"not JSON: {fault.msg} at column {fault.colno}; correct or remove the line"
    if isinstance(record, dict):
        return record
    return f"not a JSON object but {_as_json(record)}; each line must be one record, {{...}}"


def _no_text(record: dict[str, object], field: str) -> str:
    """Why `field` holds no text, and where it may be instead."""
    name = shown(field)
    if field in record:
        value = record[field]
        fault = "is empty" if isinstance(value, str) else f"is not text ({_as_json(value)})"
        reason = f"the field {name} {fault}"
    else:
        reason = f"the record has no field {name}"
    others = [shown(key) for key in record if key != field]
    listed = ", ".join(others[:_FIELDS_SHOWN]) + (", ..." if others[_FIELDS_SHOWN:] else "")
    return f"{reason}; name another with --text-field (it has {listed or 'no others'})"


def _own_id(record: dict[str, object], field: str) -> tuple[str | None, dict[str, str]]:
    """The record's id, null when it has none that can be used; and what is wrong with it."""
    value = record.get(field)
    if isinstance(value, str) and value.strip():
        return value, {}
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value), {}
    if value is None or isinstance(value, str):
        return None, {}
    return None, {field: f"is neither text nor a whole number ({_as_json(value)})"}


def _as_json(value: object) -> str:
    """As `shown`, but null, true and false as they are written in the file."""
    constant = value is None or isinstance(value, bool)
    return orjson.dumps(value).decode() if constant else shown(value)
