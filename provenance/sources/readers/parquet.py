"""Parquet: one row, one record, one article, in the order of the rows."""

from collections.abc import Iterator
from typing import BinaryIO

from provenance.config import Config
from provenance.model import Article, Notice, Unread
from provenance.sources import tables


def read(stream: BinaryIO, path: str, config: Config) -> Iterator[Article | Unread | Notice]:
    """The rows of `stream` and what is wrong with the others; `line` is the number of the row."""
    return tables.read(stream, "parquet", path, config)
