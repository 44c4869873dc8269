"""Paths to articles: all that is at them, in one frame."""

from collections.abc import Iterable, Iterator, Sequence
from typing import BinaryIO

import polars as pl

from provenance.config import Config
from provenance.frames import conform, frame
from provenance.model import Article
from provenance.sources import folders
from provenance.sources.files import File, Scope
from provenance.sources.finding import find
from provenance.sources.readers import READERS
from provenance.sources.stream import STDIN, Reading, Stream


def read(
    paths: Sequence[str],
    config: Config,
    stdin_format: str = "txt",
    stdin: BinaryIO | None = None,
) -> Reading:
    """The articles at `paths`; what these and the others are: see `Stream`.

    Raises:
        InputError: `paths` is empty.
        UsageError: There is no such `stdin_format`.
    """
    stream = Stream(paths, config, stdin_format, stdin)
    articles = pl.concat([frame((), Article), *stream])
    return stream.rest(conform(articles, Article))


def files(paths: Iterable[str], config: Config) -> Iterator[str]:
    """The names of the files at `paths`, as the user knows them. Folders are looked into again."""
    scope = Scope(tuple(READERS), config.exclude)
    for path in paths:
        if path != STDIN:
            yield from (row.path for row in find(path, scope) if isinstance(row, File))


def would_be_read(target: str, paths: Iterable[str], config: Config) -> bool:
    """Whether a file written to `target` would be among the files at `paths` from then on."""
    scope = Scope(tuple(READERS), config.exclude)
    return any(folders.stands_for(path, target, scope) for path in paths if path != STDIN)
