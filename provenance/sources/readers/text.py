"""Plain text: one file, one article. The file says nothing of itself but its text."""

from collections.abc import Iterator
from typing import BinaryIO

from provenance.config import Config
from provenance.model import Article, Notice, Unread
from provenance.sources.articles import Origin, article, stated
from provenance.sources.decoding import whole_text


def read(stream: BinaryIO, path: str, config: Config) -> Iterator[Article | Unread | Notice]:
    """The article in `stream`, with `path` as its id, or why it is unread."""
    text = whole_text(stream, path, config.max_article_mb)
    if isinstance(text, Unread):
        yield text
    else:
        yield article(Origin(path, path, 1, embedded=False), text, stated({}, config.fields))
