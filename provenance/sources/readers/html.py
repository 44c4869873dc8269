"""HTML: one file, one web page, one article, without what stands around it on the page.

The text is what an extractor takes for the article, so it stands in no line of
the file. Title, outlet, date, language and canonical URL are what the page says
of itself; of its byline only is kept whether there is one.
"""

from collections.abc import Iterator
from typing import BinaryIO

from provenance.config import Config
from provenance.model import Article, Notice, Unread
from provenance.sources.articles import Origin, article
from provenance.sources.decoding import told, whole_bytes
from provenance.sources.faults import Faults
from provenance.sources.webpages import NoArticle, web_page


def read(stream: BinaryIO, path: str, config: Config) -> Iterator[Article | Unread | Notice]:
    """The article in the page `stream`, with `path` as its id, or why it is unread."""
    data = whole_bytes(stream, path, config.max_article_mb)
    if isinstance(data, Unread):
        yield data
        return
    page = web_page(data, (), config)
    if isinstance(page, NoArticle):
        yield Unread(f"{path}:{page.line}" if page.line else path, page.reason)
    else:
        origin = Origin(path, path, 1, embedded=True, encoding=page.decoded.encoding)
        yield article(origin, page.text, page.stated)
        yield from told(path, page.decoded)
        faults = Faults("page")
        faults.add(path, page.stated.faults)
        yield from faults.notices()
