"""Parquet and Arrow files to records, decoded by a process of their own.

In: an open file. Out: its rows. A damaged or hostile table can stop the process
that decodes it, break it, or have it take all memory; some decode to fewer rows
than they say without a word. So `tablerows` decodes each file in a process that is
held to an amount of memory and must not keep silent, and the rows are counted. What
stands behind the end of an Arrow stream, where one file was appended to another, is
told, and other files that were joined are refused.
"""

import contextlib
import io
import os
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any, BinaryIO, cast

import orjson

from provenance.config import Config
from provenance.model import Article, Notice, Unread
from provenance.sources import mapping, tablerows
from provenance.sources.decoding import MEGABYTE, too_large
from provenance.sources.records import Record, no_text, rows
from provenance.sources.tablerows import MORE, NO_MARK, TOO_LARGE

# Bytes that decoding may take. Polars takes 3.5 times the text of a group of rows (measured: 1.7 GB
# for 488 MB), so that a group may hold about a gigabyte of it. No setting, as it changes what is
# read.
_MEMORY = 4_000_000_000
# By the clock, from one row to the next; a group of rows of a gigabyte takes some ten.
_SECONDS = 120
_PROGRAM = str(Path(tablerows.__file__))
_STOPPED = (
    "stops what decodes it, or takes it more than {:.1f} GB of memory, or {} s for a row; if it is "
    "sound, write it with smaller row groups"
)
_APPENDED = (
    "holds more behind its end; it is read up to there, so split what was joined, or write it as "
    "one stream"
)
_UNMARKED = (
    "it may have been cut: the stream has no mark at its end, which the format allows; compare the "
    "number of its rows with the source"
)


def read(
    stream: BinaryIO, kind: str, path: str, config: Config
) -> Iterator[Article | Unread | Notice]:
    """A row for each of a table's, and what is wrong with the others.

    Args:
        stream: The file. One that is no plain file, as it is unpacked, is copied to disk first.
        kind: `parquet` or `arrow`.
        path: The file's name.
        config: Of it `fields` and `max_article_mb`.
    """
    notices: list[Notice] = []
    yield from rows(_records(stream, kind, path, config, notices), path, config)
    yield from notices


def _records(
    stream: BinaryIO, kind: str, path: str, config: Config, notices: list[Notice]
) -> Iterator[Record | Unread]:
    """The rows, numbered from 1, and those that are left out; adds to `notices` at the end."""
    longest = config.max_article_mb * MEGABYTE
    arguments = [kind, str(_MEMORY), str(longest), *sorted(_roots(config))]
    with _on_disk(stream) as plain:
        child = subprocess.Popen(  # noqa: S603  (our own program)
            # Not the folder of the program, whose modules have names of others.
            [sys.executable, "-P", _PROGRAM, *arguments],
            stdin=plain,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={**os.environ, "RUST_BACKTRACE": "0"},
        )
        said = _Said(child)
        try:
            yield from _told(said, path, config, notices)
        finally:
            said.end()
            child.kill()
            child.communicate()


class _Said:
    """The lines that a process says. One that keeps silent for too long is ended.

    Only while somebody waits for a line: one that is not heard has to keep silent.
    """

    def __init__(self, child: "subprocess.Popen[bytes]") -> None:
        self._child = child
        self._lines = cast("BinaryIO", child.stdout)
        self._waiting_since: float | None = None
        self._is_over = threading.Event()
        threading.Thread(target=self._watch, daemon=True).start()

    def next(self) -> Any:  # noqa: ANN401  (JSON of our own program)
        """The next thing that is said; null when it stopped."""
        self._waiting_since = time.monotonic()
        line = self._lines.readline()
        self._waiting_since = None
        return orjson.loads(line) if line.endswith(b"\n") else None

    def end(self) -> None:
        """Waits no longer."""
        self._is_over.set()

    def _watch(self) -> None:
        while not self._is_over.wait(min(1, _SECONDS)):
            since = self._waiting_since
            if since is not None and time.monotonic() - since > _SECONDS:
                self._child.kill()


def _roots(config: Config) -> set[str]:
    """The columns that may be asked for, of a dotted path the first part."""
    names = mapping.names(config.fields)
    return {part for name in names for part in (name, name.partition(".")[0])}


@contextlib.contextmanager
def _on_disk(stream: BinaryIO) -> Iterator[BinaryIO]:
    """`stream` as a plain file, at its beginning."""
    raw = stream.raw if isinstance(stream, io.BufferedReader) else stream
    if isinstance(raw, io.FileIO) and stream.seekable():
        stream.seek(0)
        yield stream
        return
    with tempfile.TemporaryFile() as copy:
        shutil.copyfileobj(stream, copy)
        copy.seek(0)
        yield cast("BinaryIO", copy)


def _told(
    said: _Said, path: str, config: Config, notices: list[Notice]
) -> Iterator[Record | Unread]:
    """What the program gives, or why it can give nothing."""
    first = said.next() or {}
    columns = dict.fromkeys(first.get("columns", ()), "")
    if "fault" in first:
        yield Unread(path, f"cannot be decoded ({first['fault']})", breaks_off=True)
    elif first and (reason := _unusable(columns, config)):
        yield Unread(path, reason)
    else:
        yield from _rows(said, first, path, config, notices)


def _rows(
    said: _Said, first: dict[str, Any], path: str, config: Config, notices: list[Notice]
) -> Iterator[Record | Unread]:
    """The rows that the program gives, and after which of them it stopped giving any."""
    number, is_any_read = 1, False
    while isinstance(values := said.next() if first else None, list | str):
        if isinstance(values, list):
            is_any_read = True
            yield Record(number, dict(zip(first["chosen"], values, strict=True)))
        else:
            reason = too_large("the row", None, config.max_article_mb)
            yield Unread(f"{path}:{number}", reason if values == TOO_LARGE else values)
        number += 1
    if values is None or "fault" in values:
        missing = max(1, first.get("rows", 0) - number + 1)
        yield Unread(f"{path}:{number}", _broken(values, is_any_read), missing, breaks_off=True)
    elif values.get("tail") == MORE:
        yield Unread(path, _APPENDED, breaks_off=True)
    elif values.get("tail") == NO_MARK:
        notices.append(Notice(path, _UNMARKED))


def _broken(last: dict[str, Any] | None, is_any_read: bool) -> str:
    """Why no more rows come, of the last thing that the program said."""
    if last is None:
        return _STOPPED.format(_MEMORY / 1e9, _SECONDS)
    if is_any_read:
        return f"cannot be decoded from here on ({last['fault']}); the rows before it are read"
    return f"cannot be decoded ({last['fault']})"


def _unusable(columns: dict[str, str], config: Config) -> str | None:
    """Why there can be no article in a table of these columns; null when there can."""
    named = mapping.renamed(config.fields, mapping.stand_ins(columns, config.fields))
    if named.text in columns or named.text.partition(".")[0] in columns:
        return None
    return no_text(columns, named.text, "table")
