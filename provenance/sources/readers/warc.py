"""Web archives, such as those of CC-NEWS: one page that was fetched, one article.

Responses and resources that hold a web page or plain text are read, all other
records counted. An article is named by its record's id, as an address recurs in
an archive; its URL is the address it was fetched from. Its date is the one that
the page tells: when a page was fetched says nothing of when it was published.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import partial
from typing import BinaryIO

from provenance.config import Config, Fields
from provenance.model import Article, Notice, Unread
from provenance.sources.articles import Origin, article, stated
from provenance.sources.decoding import MEGABYTE, UTF_8, Undecodable, decoded, is_blank, too_large
from provenance.sources.faults import Faults
from provenance.sources.pages import is_address
from provenance.sources.warcs import Block, Broken, blocks
from provenance.sources.webpages import NoArticle, WebPage, web_page

_HTTP_HEADERS = 1 << 16  # bytes
_KINDS = ("response", "resource")
_PAGES = ("text/html", "application/xhtml+xml")
_TEXT = "text/plain"
_BEGINS_LIKE_A_PAGE = re.compile(rb"\s*<(?:!doctype html|html)\b", re.IGNORECASE)
_MISSING = (
    "needs the package fastwarc, which is not installed; install it with what else reads web "
    "archives: pip install 'provenance-check[warc]'"
)


@dataclass(frozen=True, slots=True)
class _Payload:
    """What was fetched.

    Attributes:
        media: Its media type; empty when it is not told.
        labels: The encodings that the server declared.
        status: Of the answer; 200 for what was fetched otherwise.
    """

    data: bytes
    media: str
    labels: tuple[str, ...] = ()
    status: int | None = 200


@dataclass(frozen=True, slots=True)
class _Told:
    """What is told once an archive, counted.

    Attributes:
        passed: What was passed over.
        faults: Of the pages' metadata.
    """

    passed: Counter[str] = field(default_factory=Counter)
    encodings: Counter[str] = field(default_factory=Counter)
    faults: Faults = field(default_factory=partial(Faults, "page"))


def read(stream: BinaryIO, path: str, config: Config) -> Iterator[Article | Unread | Notice]:
    """The articles in the archive `stream`, and the records that should hold one and do not.

    A record is told as `path:number`, counted from 1 with all others.
    """
    told = _Told()
    empty = True
    for block in blocks(stream, config.max_article_mb * MEGABYTE + _HTTP_HEADERS):
        row = _row(block, path, config, told)
        if row is not None:
            empty = False
            yield row
        if isinstance(row, Unread) and row.place == path:
            return
    if empty:
        yield Unread(path, "there is no web page in it")
    yield from _notices(told, path)


def _row(block: Block | Broken, path: str, config: Config, told: _Told) -> Article | Unread | None:
    """The article of a record, or why it is unread; null for one that should hold none."""
    place = f"{path}:{block.number}"
    if isinstance(block, Broken):
        return Unread(place, block.reason)
    fetched = _fetched(block, config.max_article_mb)
    if isinstance(fetched, str):
        told.passed[fetched] += 1
        return None
    page = _page(fetched, config) if isinstance(fetched, _Payload) else fetched
    if isinstance(page, NoArticle):
        return Unread(path if page.is_for_all else place, page.reason)
    return _article(page, block, path, told)


def _fetched(block: Block, most_mb: int) -> _Payload | NoArticle | str:
    """The page or text in a record, why it cannot be had, or what the record is instead."""
    if block.headers.get("warc-type", "").lower() not in _KINDS:
        return "records of other kinds"
    try:
        payload = _payload(block, most_mb * MEGABYTE + 1)
    except ImportError:
        return NoArticle(_MISSING, is_for_all=True)
    if payload is None:
        return NoArticle("the answer in this record is not valid HTTP")
    return _other(block, payload) or _whole(block, payload, most_mb)


def _whole(block: Block, payload: _Payload, most_mb: int) -> _Payload | NoArticle:
    if block.is_cut or len(payload.data) > most_mb * MEGABYTE:
        return NoArticle(too_large("the record", None, most_mb))
    if "warc-truncated" in block.headers:
        return NoArticle("the crawler did not keep all of this page")
    return payload


def _payload(block: Block, most: int) -> _Payload | None:
    """What was fetched, `most` bytes of it; null when its headers cannot be read.

    Raises:
        ImportError: fastwarc is not installed.
    """
    media, charset = _media(block.headers.get("content-type", ""))
    if media != "application/http":
        return _Payload(block.data[:most], media, charset)
    # As the server sent it; else as it is, since some crawlers unpack it and keep the headers.
    for unpacked in (True, False):
        try:
            return _answer(block.data, unpacked, most)
        except OSError:
            continue
    return None


def _answer(data: bytes, unpacked: bool, most: int) -> _Payload:
    """The payload of an HTTP answer.

    Raises:
        OSError: The headers are broken, or the payload is not packed as they say.
        ImportError: fastwarc is not installed.
    """
    from fastwarc.warc import WarcRecord  # noqa: PLC0415  (an extra)

    record = WarcRecord()
    record.set_bytes_content(data)
    record.is_http = True
    record.parse_http(auto_decode="all" if unpacked else "none", quirks_mode=True)
    media, charset = _media(record.http_headers.get("content-type") or "")
    return _Payload(record.reader.read(most), media, charset, record.http_headers.status_code)


def _media(content_type: str) -> tuple[str, tuple[str, ...]]:
    """The media type, and the encoding where it is told."""
    media, _, parameters = content_type.partition(";")
    charset = parameters.lower().partition("charset=")[2].strip(" \"'")
    return media.strip().lower(), (charset,) if charset else ()


def _other(block: Block, payload: _Payload) -> str | None:
    """What a record is that should hold no article; null for one that should."""
    if payload.status != 200:
        return "answers other than 200"
    address = _address(block)
    if address.startswith("metadata:") or address.endswith("/robots.txt"):
        return "files of the crawler"
    if payload.media in (*_PAGES, _TEXT):
        return None
    if not payload.media and _BEGINS_LIKE_A_PAGE.match(payload.data):
        return None
    return "files that are neither pages nor text"


def _address(block: Block) -> str:
    return block.headers.get("warc-target-uri", "").strip("<>")


def _page(payload: _Payload, config: Config) -> WebPage | NoArticle:
    if payload.media != _TEXT:
        return web_page(payload.data, payload.labels, config)
    text = decoded(payload.data, payload.labels)
    if isinstance(text, Undecodable):
        return NoArticle(text.reason, text.line)
    if is_blank(text.text):
        return NoArticle("there is no text in it")
    return WebPage(text.text, stated({}, Fields()), text)


def _article(page: WebPage, block: Block, path: str, told: _Told) -> Article:
    """The article of a page; what is to be told of it is added to `told`."""
    place = f"{path}:{block.number}"
    told.faults.add(place, page.stated.faults)
    told.encodings[page.decoded.encoding] += 1
    address = _address(block)
    known = replace(page.stated, url=address) if is_address(address) else page.stated
    name = block.headers.get("warc-record-id", "").strip("<>") or place
    origin = Origin(name, path, block.number, embedded=True, encoding=page.decoded.encoding)
    return article(origin, page.text, known)


def _notices(told: _Told, path: str) -> Iterator[Notice]:
    yield from told.faults.notices()
    if passed := sorted(told.passed.items()):
        listed = ", ".join(f"{count:,} {what}" for what, count in passed)
        yield Notice(path, f"records that hold no article are passed over: {listed}")
    if encodings := sorted(item for item in told.encodings.items() if item[0] != UTF_8):
        listed = ", ".join(f"{count:,} as {encoding}" for encoding, count in encodings)
        yield Notice(path, f"pages that are not in UTF-8 are read: {listed}")
