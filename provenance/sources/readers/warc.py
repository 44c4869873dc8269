"""Web archives, such as those of CC-NEWS: one page that was fetched, one article.

Responses and resources that hold a web page or plain text are read, all other
records counted. An article is named by its record's id, as an address recurs in
an archive; its URL is the address it was fetched from. Its date is the one that
the page tells: when a page was fetched says nothing of when it was published.
"""

import re
import zlib
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import partial
from typing import TYPE_CHECKING, BinaryIO, Literal

from provenance.config import Config, Fields
from provenance.model import Article, Notice, Unread
from provenance.sources.articles import Origin, article, stated
from provenance.sources.decoding import MEGABYTE, UTF_8, Undecodable, decoded, is_blank, too_large
from provenance.sources.faults import Faults
from provenance.sources.pages import is_address
from provenance.sources.warcs import Block, Broken, blocks
from provenance.sources.webpages import NoArticle, WebPage, web_page

if TYPE_CHECKING:
    from fastwarc.warc import WarcRecord

_HTTP_HEADERS = 1 << 16  # bytes
_KINDS = ("response", "resource")
_PAGES = ("text/html", "application/xhtml+xml")
_TEXT = "text/plain"
_BEFORE_A_PAGE = re.compile(rb"(?:\s|<\?.*?\?>|<!--.*?-->)*", re.DOTALL)
_A_PAGE = re.compile(rb"<(?:!doctype html|html)\b", re.IGNORECASE)
_BOM = b"\xef\xbb\xbf"
_UTF_16_BOMS = (b"\xff\xfe", b"\xfe\xff")
_PIECE = 1 << 14  # bytes
_LOOKED_AT = 1 << 12  # bytes of what may be a page
_CHUNK = re.compile(rb"[ \t]*([0-9a-f]{1,15})[ \t]*(?:;[^\r\n]*)?\r?\n", re.IGNORECASE)
_GZIP = ("gzip", "x-gzip")
_GZIP_MAGIC = b"\x1f\x8b"
_WINDOWS = {"gzip": 31, "zlib": 15, "raw": -15}
_MOST_DIGITS = 15
_IN_PART = "the page is not all there"
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
        fault: Why it is not the page as it was sent; null when it is.
    """

    data: bytes
    media: str
    labels: tuple[str, ...] = ()
    status: int | None = 200
    fault: str | None = None


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
        return Unread(place, block.reason, breaks_off=block.breaks_off)
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
    if payload.fault:
        return NoArticle(payload.fault)
    return payload


def _payload(block: Block, most: int) -> _Payload | None:
    """What was fetched, `most` bytes of it; null when its headers cannot be read.

    Raises:
        ImportError: fastwarc is not installed.
    """
    media, charset = _media(block.headers.get("content-type", ""))
    if media != "application/http" and (media or not block.data.startswith(b"HTTP/")):
        return _Payload(block.data[:most], media, charset)
    try:
        return _answer(block.data, most)
    except OSError:
        return None


def _answer(data: bytes, most: int) -> _Payload:
    """The payload of an HTTP answer.

    Raises:
        OSError: The headers are broken.
        ImportError: fastwarc is not installed.
    """
    record = _parsed(data, "none")
    headers = {name.lower(): value for name, value in record.http_headers.items()}
    media, charset = _media(headers.get("content-type", ""))
    body, fault = _unpacked(record.reader.read(), headers, most)
    return _Payload(body[:most], media, charset, record.http_headers.status_code, fault)


def _parsed(data: bytes, undone: Literal["none", "content"]) -> "WarcRecord":
    """An HTTP answer as fastwarc's record, of whose packings `undone` are undone.

    Raises:
        OSError: The headers are broken, or a packing is.
        ImportError: fastwarc is not installed.
    """
    from fastwarc.warc import WarcRecord  # noqa: PLC0415  (an extra)

    record = WarcRecord()
    record.set_bytes_content(data)
    record.is_http = True
    record.parse_http(auto_decode=undone, quirks_mode=True)
    return record


def _unpacked(body: bytes, headers: Mapping[str, str], most: int) -> tuple[bytes, str | None]:
    """A body as it was before the server packed it, and what is wrong with it, if anything.

    Some crawlers unpack it and keep the headers, so what is not packed as they say stays as it is.
    """
    codings = [
        name.strip().lower()
        for header in ("content-encoding", "transfer-encoding")
        for name in headers.get(header, "").split(",")
        if name.strip() and name.strip().lower() != "identity"
    ]
    fault = None if codings else _too_short(body, headers.get("content-length", ""))
    for coding in reversed(codings):
        if coding == "chunked":
            body, is_whole = _joined(body)
        elif coding in _GZIP or coding == "deflate":
            body, is_whole = _inflated(body, coding, most)
        elif _is_packed(body):
            body, is_whole = _undone(body, coding, most)
            if not is_whole:
                fault = fault or f"the page is packed as {coding}, which is not read or not whole"
        else:
            continue
        fault = fault or (None if is_whole else _IN_PART)
    return body, fault


def _too_short(body: bytes, length: str) -> str | None:
    """That a body is shorter than it should be, if it is."""
    is_told = length.isascii() and length.isdecimal()
    return _IN_PART if is_told and len(body) < int(length[:_MOST_DIGITS]) else None


def _undone(body: bytes, coding: str, most: int) -> tuple[bytes, bool]:
    """A body that is packed in a way that is left to fastwarc, and whether it was undone."""
    head = f"HTTP/1.1 200 OK\r\nContent-Encoding: {coding}\r\n\r\n".encode()
    try:
        found = bytes(_parsed(head + body, "content").reader.read(most))
    except OSError:
        return body, False
    return found, found != body and bool(found)


def _is_packed(body: bytes) -> bool:
    """Whether a body is no text, such as one that is packed in an unknown way."""
    if body.startswith(_UTF_16_BOMS) or body.removeprefix(_BOM).lstrip().startswith(b"<"):
        return False
    try:
        return "\0" in body.decode()
    except UnicodeDecodeError:
        return True


def _joined(body: bytes) -> tuple[bytes, bool]:
    """The chunks of a body as one, and whether the last of them is there."""
    if not _CHUNK.match(body):
        return body, True
    parts: list[bytes] = []
    at = 0
    while size := _CHUNK.match(body, at):
        length = int(size[1], 16)
        if length == 0:
            return b"".join(parts), True
        parts.append(body[size.end() : size.end() + length])
        at = size.end() + length
        at += 2 if body.startswith(b"\r\n", at) else body.startswith(b"\n", at)
    return b"".join(parts), False


def _inflated(body: bytes, coding: str, most: int) -> tuple[bytes, bool]:
    """The first `most` bytes of a packed body, and whether it is whole as far as that."""
    if body.startswith(_GZIP_MAGIC):
        return _inflate(body, "gzip", most) or (b"", False)
    if coding in _GZIP or not _is_packed(body):
        return body, True
    return _inflate(body, "zlib", most) or _inflate(body, "raw", most) or (body, True)


def _inflate(body: bytes, packing: str, most: int) -> tuple[bytes, bool] | None:
    """As `_inflated`, of all members; null when it is damaged, or packed in another way."""
    parts: list[bytes] = []
    left, at = most, 0
    member = zlib.decompressobj(_WINDOWS[packing])
    while left > 0 and at < len(body):
        # In pieces, as what is behind a member is copied for each of them.
        piece = body[at : at + _PIECE]
        try:
            parts.append(member.decompress(piece, left))
        except zlib.error:
            return None
        left -= len(parts[-1])
        at += len(piece) - len(member.unused_data) - len(member.unconsumed_tail)
        if member.eof:
            if packing != "gzip" or not body.startswith(_GZIP_MAGIC, at):
                break
            member = zlib.decompressobj(_WINDOWS[packing])
    return b"".join(parts), member.eof or left <= 0


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
    if not payload.media and _begins_like_a_page(payload.data):
        return None
    return "files that are neither pages nor text"


def _begins_like_a_page(data: bytes) -> bool:
    """Whether a page begins here, behind a byte order mark, comments and declarations."""
    start = data[:_LOOKED_AT]
    if start.startswith(_UTF_16_BOMS):
        start = start.decode("utf-16", errors="replace").encode(errors="replace")
    start = start.removeprefix(_BOM)
    before = _BEFORE_A_PAGE.match(start)
    return _A_PAGE.match(start, before.end() if before else 0) is not None


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
