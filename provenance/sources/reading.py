"""Paths to articles: finds the files, has each read by its reader, and puts the rows together.

Whatever is wrong with one file or record costs that file or record and is said.
The result is the same for any order of the paths.
"""

import itertools
import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import PurePath
from typing import BinaryIO, TypeVar

import polars as pl

from provenance.config import Config
from provenance.errors import InputError, UsageError
from provenance.frames import conform, frame
from provenance.model import Article, Notice, Unread
from provenance.sources.articles import shown
from provenance.sources.baseline import NAME as BASELINE
from provenance.sources.files import File, Scope, printable, unreadable
from provenance.sources.finding import find
from provenance.sources.readers import READERS, Reader

_STDIN = "-"
_BATCH = 10_000  # Articles held as rows; the rest are held as columns, which take less.
_NEXT_STEP = "choose a field that tells records apart with --id-field, or remove one of the two"
_NO_ARTICLE = "there is no article in it, only the baseline; name what is to be read"
_OWN_BASELINE = "is the baseline of this run, and holds no articles"
_OTHER_BASELINE = (
    "is a baseline by its name, and holds no articles; leave it out, or name it with --baseline"
)

Row = Article | Unread | Notice
Some = TypeVar("Some")


@dataclass(frozen=True, slots=True)
class Reading:
    """All that was read.

    Attributes:
        articles: A frame of `Article`.
        unread: What could not be read, sorted by file and line.
        notices: What was passed over on purpose, sorted alike.
    """

    articles: pl.DataFrame
    unread: tuple[Unread, ...]
    notices: tuple[Notice, ...]


def read(
    paths: Sequence[str],
    config: Config,
    stdin_format: str = "txt",
    stdin: BinaryIO | None = None,
) -> Reading:
    """The articles at `paths`.

    Args:
        paths: Files, folders, globs, or `-` for standard input. A file reached twice is read
            once, under the shortest of its names.
        config: Of it `fields`, `exclude` and `max_article_mb`.
        stdin_format: A suffix in `READERS` without its dot.
        stdin: What to read for standard input; the process's own when left out.

    Returns:
        Articles with unique ids. Of two records with one id the first by path and line stays,
        the other is unread. Memory grows with the text read; a single file costs no more than
        its articles.

        Where there is nothing to read at all, each of `paths` is unread.

    Raises:
        InputError: `paths` is empty.
        UsageError: There is no such `stdin_format`.
    """
    reader = READERS.get(f".{stdin_format}")
    if not reader:
        known = ", ".join(name.removeprefix(".") for name in READERS)
        raise UsageError(f"no reader for {stdin_format!r}", hint=f"the formats are {known}")
    if not paths:
        raise InputError("there is no path to read", hint="name a file, a folder, a glob or -")
    found = [row for path in sorted(set(paths) - {_STDIN}) for row in _found(path, config)]
    from_stdin = _from_stdin(reader, config, stdin) if _STDIN in paths else ()
    articles, others = _gather(itertools.chain(_from_files(found, config), from_stdin))
    articles, repeated = _without_repeated_ids(articles)
    unread = sorted((*_of(Unread, others), *repeated), key=_by_place)
    notices = sorted(_of(Notice, others), key=_by_place)
    if articles.is_empty() and not unread:
        unread = [Unread(path, _NO_ARTICLE) for path in sorted(set(map(printable, paths)))]
    return Reading(conform(articles, Article), tuple(unread), tuple(notices))


def files(paths: Iterable[str], config: Config) -> Iterator[str]:
    """The names of the files at `paths`, as the user knows them. Folders are looked into again."""
    scope = Scope(tuple(READERS), config.exclude)
    for path in paths:
        if path != _STDIN:
            yield from (row.path for row in find(path, scope) if isinstance(row, File))


def _found(path: str, config: Config) -> Iterator[File | Unread | Notice]:
    """What is at `path`, without baselines, of which that of the run is read as what it is."""
    rows = list(find(path, Scope(tuple(READERS), config.exclude)))
    baseline = config.baseline and os.path.realpath(config.baseline)
    own = [row for row in rows if isinstance(row, File) and row.identity == baseline]
    for row in rows:
        if isinstance(row, File) and row not in own and PurePath(row.path).name == BASELINE:
            yield Unread(row.path, _OTHER_BASELINE)
        elif row not in own:
            yield row
    if own and os.path.realpath(path) == baseline:
        yield Notice(own[0].path, _OWN_BASELINE)
    elif own and all(row in own or isinstance(row, Notice) for row in rows):
        yield Unread(printable(path), _NO_ARTICLE)


def _from_files(found: Iterable[File | Unread | Notice], config: Config) -> Iterator[Row]:
    """The rows of the files in `found`, and the other things in it as they are."""
    files: dict[str, File] = {}
    for row in found:
        if isinstance(row, File):
            known = files.setdefault(row.identity, row)
            files[row.identity] = min(known, row, key=lambda file: (len(file.path), file.path))
        else:
            yield row
    for file in files.values():
        try:
            with file.location.open("rb") as stream:
                yield from READERS[file.suffix](stream, file.path, config)
        except OSError as fault:
            yield Unread(file.path, unreadable(fault))


def _from_stdin(reader: Reader, config: Config, stream: BinaryIO | None) -> Iterator[Row]:
    if stream is None and (sys.stdin is None or sys.stdin.closed):
        yield Unread(_STDIN, "standard input is closed; pipe a text into it")
        return
    try:
        yield from reader(stream or sys.stdin.buffer, _STDIN, config)
    except OSError as fault:
        yield Unread(_STDIN, unreadable(fault))


def _gather(rows: Iterable[Row]) -> tuple[pl.DataFrame, list[Unread | Notice]]:
    """The articles as a frame, in the order read, and the other rows."""
    frames: list[pl.DataFrame] = []
    batch: list[Article] = []
    others: list[Unread | Notice] = []
    for row in rows:
        if not isinstance(row, Article):
            others.append(row)
            continue
        batch.append(row)
        if len(batch) == _BATCH:
            frames.append(frame(batch, Article))
            batch = []
    return pl.concat([*frames, frame(batch, Article)]), others


def _without_repeated_ids(articles: pl.DataFrame) -> tuple[pl.DataFrame, list[Unread]]:
    """The first article of each id by path and line, and the others as unread."""
    place = pl.when("embedded").then(pl.format("{}:{}", "path", "line")).otherwise("path")
    ordered = articles.with_columns(place=place).sort("path", "line", maintain_order=True)
    is_first = ordered["article_id"].is_first_distinct()
    kept = ordered.filter(is_first)
    repeated = ordered.filter(~is_first).join(
        kept.select("article_id", first="place"), on="article_id"
    )
    unread = [
        Unread(place, f"its id {shown(article_id)} is that of {first}; {_NEXT_STEP}")
        for place, article_id, first in repeated.select("place", "article_id", "first").rows()
    ]
    return kept, unread


def _of(kind: type[Some], rows: Iterable[object]) -> list[Some]:
    return [row for row in rows if isinstance(row, kind)]


def _by_place(row: Unread | Notice) -> tuple[str, int, str]:
    """Sorts by file, then by line as a number."""
    path, _, line = row.place.rpartition(":")
    text = row.reason if isinstance(row, Unread) else row.message
    return (path, int(line), text) if path and line.isdecimal() else (row.place, 0, text)
