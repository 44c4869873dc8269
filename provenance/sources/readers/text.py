"""Plain text: one file, one article. The file says nothing of itself but its text."""

from collections.abc import Iterator
from typing import BinaryIO

from provenance.config import Config
from provenance.model import Article, Notice, Unread
from provenance.sources.articles import Origin, article, stated
from provenance.sources.decoding import told, whole_text


def read(stream: BinaryIO, path: str, config: Config) -> Iterator[Article | Unread | Notice]:
    """The article in `stream`, with `path` as its id, or why it is unread."""
    whole = whole_text(stream, path, config.max_article_mb)
    if isinstance(whole, Unread):
        yield whole
        return
    origin = Origin(path, path, 1, embedded=False, encoding=whole.encoding)
    yield article(origin, whole.text, stated({}, config.fields))
    yield from told(path, whole)
