"""The formats that can be read. A format is one file here and one line in this table.

A reader gets an open file and yields rows: an `Article` for each text, an
`Unread` for each part it had to leave out, a `Notice` for what it passed over
on purpose. It reads the file once, from the front, holds no more than one
article of it at a time, and lets an `OSError` through.
"""

from collections.abc import Callable, Iterator, Mapping
from typing import BinaryIO

from provenance.config import Config
from provenance.model import Article, Notice, Unread
from provenance.sources.readers import (
    arrow,
    csv,
    feed,
    html,
    json,
    jsonl,
    markdown,
    parquet,
    text,
    warc,
    xml,
)

Reader = Callable[[BinaryIO, str, Config], Iterator[Article | Unread | Notice]]

READERS: Mapping[str, Reader] = {
    ".txt": text.read,
    ".md": markdown.read,
    ".json": json.read,
    ".jsonl": jsonl.read,
    ".ndjson": jsonl.read,
    ".html": html.read,
    ".htm": html.read,
    ".xhtml": html.read,
    ".warc": warc.read,
    ".rss": feed.read,
    ".atom": feed.read,
    ".xml": xml.read,
    ".nitf": xml.read,
    ".csv": csv.read,
    ".tsv": csv.read,
    ".parquet": parquet.read,
    ".arrow": arrow.read,
    ".feather": arrow.read,
    ".ipc": arrow.read,
}
