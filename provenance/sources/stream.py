"""Paths to articles, some at a time: finds the files and has each read by its reader.

Whatever is wrong with one file or record costs that file or record and is said.
The result is the same for any order of the paths.
"""

import heapq
import itertools
import os
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import PurePath
from typing import BinaryIO, TypeVar

import polars as pl

from provenance.config import Config
from provenance.errors import InputError, UsageError
from provenance.frames import frame
from provenance.model import Article, Notice, Unread
from provenance.sources.articles import shown
from provenance.sources.baseline import NAME as BASELINE
from provenance.sources.files import File, Scope, printable, unreadable
from provenance.sources.finding import find
from provenance.sources.inflating import inflated
from provenance.sources.losses import limited, lost
from provenance.sources.readers import READERS, Reader, arrow, parquet

STDIN = "-"
# A batch ends with the article that fills it: so much text keeps a core busy for some seconds.
BATCH_CHARACTERS = 4_000_000
BATCH_ARTICLES = 5_000
# Readers with whose files another process gets on, and nothing tells how far: of such a file all
# counts as read with its first row.
_APART = (arrow.read, parquet.read)
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
        lost: The paths that were named and of which nothing was read, or not to the end; sorted.
            See `losses.lost`.
    """

    articles: pl.DataFrame
    unread: tuple[Unread, ...]
    notices: tuple[Notice, ...]
    lost: tuple[str, ...] = ()


class Stream:
    """The articles at some paths, to be read once, in batches.

    Of two records with one id the first stays, by path and then by line, and the other is unread.
    The memory that it takes is that of a batch, and of the ids.

    Args:
        paths: Files, folders, globs, or `-` for standard input. A file reached twice is read
            once, under the shortest of its names.
        config: Of it `fields`, `exclude`, `max_article_mb` and what readers ask for.
        stdin_format: A suffix in `READERS` without its dot.
        stdin: What to read for standard input; the process's own when left out.
        sample: How many of the articles to give, chosen evenly by their ids; null for all. All
            are read.

    Attributes:
        size: Bytes of the files, packed as they are; standard input not counted.
        is_of_one_format: Whether all of them are files of one format, packed in one way.
        position: How many of these are read.

    Raises:
        InputError: `paths` is empty.
        UsageError: There is no such `stdin_format`.
    """

    def __init__(
        self,
        paths: Sequence[str],
        config: Config,
        stdin_format: str = "txt",
        stdin: BinaryIO | None = None,
        sample: int | None = None,
    ) -> None:
        reader = READERS.get(f".{stdin_format}")
        if not reader:
            known = ", ".join(name.removeprefix(".") for name in READERS)
            raise UsageError(f"no reader for {stdin_format!r}", hint=f"the formats are {known}")
        if not paths:
            raise InputError("there is no path to read", hint="name a file, a folder, a glob or -")
        self._paths, self._config = paths, config
        self._stdin = (reader, stdin) if STDIN in paths else None
        self._found = {path: list(_found(path, config)) for path in sorted({*paths} - {STDIN})}
        self._files = _files(self._found.values())
        self._others: list[Unread | Notice] = [
            row for each in self._found.values() for row in each if not isinstance(row, File)
        ]
        self._first: dict[str, str] = {}  # Where the article of each id stands.
        self._read: set[str] = set()
        self._sample = sample
        self.position = 0
        self.size = sum(_size(file) for file in self._files.values())
        kinds = {(file.suffix, file.packing) for file in self._files.values()}
        self.is_of_one_format = len(kinds) == 1 and not self._stdin

    def __iter__(self) -> Iterator[pl.DataFrame]:
        """Frames of `Article`, none of them empty, in the order of files and lines."""
        articles = self._articles()
        batch: list[Article] = []
        characters = 0
        for article in articles if self._sample is None else self._sampled(articles, self._sample):
            batch.append(article)
            characters += len(article.text)
            if characters >= BATCH_CHARACTERS or len(batch) >= BATCH_ARTICLES:
                yield frame(batch, Article)
                batch, characters = [], 0
        if batch:
            yield frame(batch, Article)

    def share(self) -> float:
        """How much of the files is read by now, in [0, 1]; 1 when there are none."""
        return self.position / self.size if self.size else 1.0

    def rest(self, articles: pl.DataFrame) -> Reading:
        """What there is to say of the whole, once all batches were read; asked for once.

        Where there is nothing to read at all, each of the paths is unread.

        Args:
            articles: The batches together.
        """
        self._first.clear()  # Of a million articles it takes .2 GB.
        unread = sorted(_of(Unread, self._others), key=_by_place)
        notices = sorted(_of(Notice, self._others), key=_by_place)
        if not self._read and not unread:
            unread = [
                Unread(path, _NO_ARTICLE) for path in sorted(set(map(printable, self._paths)))
            ]
        named = {printable(path): _names(rows, self._files) for path, rows in self._found.items()}
        gone = lost(named | {STDIN: {STDIN}}, unread, self._read)
        return Reading(articles, tuple(unread), tuple(notices), gone)

    def _articles(self) -> Iterator[Article]:
        """All articles; what else there is is kept for `rest`."""
        for row in self._rows():
            if isinstance(row, Article):
                self._read.add(row.path)
                yield row
            else:
                self._others.append(row)

    def _sampled(self, articles: Iterable[Article], size: int) -> Iterator[Article]:
        """Those with the smallest digests of their ids, in their order.

        Which these are depends on nothing but the ids, and any id may be among them alike.
        """
        kept: list[tuple[int, int, Article]] = []  # A heap, the largest digest first.
        seen = 0
        for number, article in enumerate(articles):
            seen += 1
            item = (-_digest(article.article_id), number, article)
            if len(kept) < size:
                heapq.heappush(kept, item)
            else:
                heapq.heappushpop(kept, item)
        if seen > size:
            told = f"{size:,} of {seen:,} articles were looked at, chosen by their ids"
            self._others.append(Notice("sample", f"{told}; text shared with others is not seen"))
        yield from (article for _, _, article in sorted(kept, key=lambda item: item[1]))

    def _rows(self) -> Iterator[Row]:
        """All rows; of each file no more faults than can be told one by one."""
        files = sorted(self._files.values(), key=lambda file: file.path)
        for file in files:
            begun = self.position
            yield from limited(self._without_repeated(self._of_file(file)), file.path)
            self.position = begun + _size(file)
        if self._stdin:
            yield from limited(
                self._without_repeated(_from_stdin(*self._stdin, self._config)), STDIN
            )

    def _of_file(self, file: File) -> Iterator[Row]:
        """The rows of one file. Where it breaks off, what was read before stays."""
        begun, is_read = self.position, False
        whole = _size(file) if READERS[file.suffix] in _APART else 0
        try:
            with file.open() as stream:
                for row in READERS[file.suffix](
                    inflated(stream, file.packing), file.path, self._config
                ):
                    self.position = begun + (whole or stream.tell())
                    is_read = is_read or isinstance(row, Article)
                    yield row
        except OSError as fault:
            yield Unread(file.path, unreadable(fault), breaks_off=is_read)

    def _without_repeated(self, rows: Iterable[Row]) -> Iterator[Row]:
        """The rows, an article as unread whose id was there before."""
        for row in rows:
            if isinstance(row, Article):
                place = f"{row.path}:{row.line}" if row.embedded else row.path
                first = self._first.setdefault(row.article_id, place)
                if first is not place:
                    reason = f"its id {shown(row.article_id)} is that of {first}; {_NEXT_STEP}"
                    yield Unread(place, reason)
                    continue
            yield row


def _digest(article_id: str) -> int:
    data = article_id.encode("utf-8", "surrogatepass")
    return int.from_bytes(blake2b(data, digest_size=16).digest())


def _size(file: File) -> int:
    try:
        return file.location.stat().st_size
    except OSError:
        return 0


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


def _files(found: Iterable[Iterable[File | Unread | Notice]]) -> dict[str, File]:
    """The files in `found` by identity, each under the shortest of its names."""
    files: dict[str, File] = {}
    for row in itertools.chain.from_iterable(found):
        if isinstance(row, File):
            known = files.setdefault(row.identity, row)
            files[row.identity] = min(known, row, key=lambda file: (len(file.path), file.path))
    return files


def _names(rows: Iterable[File | Unread | Notice], files: Mapping[str, File]) -> set[str]:
    """The names under which the files in `rows` are read."""
    return {files[row.identity].path for row in rows if isinstance(row, File)}


def _from_stdin(reader: Reader, stream: BinaryIO | None, config: Config) -> Iterator[Row]:
    if stream is None and (sys.stdin is None or sys.stdin.closed):
        yield Unread(STDIN, "standard input is closed; pipe a text into it")
        return
    try:
        yield from reader(stream or sys.stdin.buffer, STDIN, config)
    except OSError as fault:
        yield Unread(STDIN, unreadable(fault))


def _of(kind: type[Some], rows: Iterable[object]) -> list[Some]:
    return [row for row in rows if isinstance(row, kind)]


def _by_place(row: Unread | Notice) -> tuple[str, int, str]:
    """Sorts by file, then by line as a number."""
    path, _, line = row.place.rpartition(":")
    text = row.reason if isinstance(row, Unread) else row.message
    return (path, int(line), text) if path and line.isdecimal() else (row.place, 0, text)
