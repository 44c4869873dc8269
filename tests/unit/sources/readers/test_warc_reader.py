"""A web archive is as many articles as it holds pages with a story."""

import gzip
import io
import random
import sys
import tracemalloc
import zlib

import brotli
import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.config import Config
from provenance.model import Article, Notice, Unread
from provenance.sources import webpages
from provenance.sources.confined import Refused
from provenance.sources.readers import READERS, warc

URL = "https://gazette.example/ferry"
HTTP = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n"


def record(block, kind="response", number=1, *, url=URL, media="application/http", more=""):
    head = (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Record-ID: <urn:uuid:{number}>\r\n"
        f"WARC-Date: 2026-05-05T05:05:05Z\r\nWARC-Target-URI: {url}\r\n{more}"
        f"Content-Type: {media}\r\nContent-Length: {len(block)}\r\n\r\n"
    )
    return head.encode() + block + b"\r\n\r\n"


def answer(page, head=HTTP):
    return head + b"\r\n" + (page if isinstance(page, bytes) else page.encode())


def read(*records, **settings):
    stream = io.BytesIO(b"".join(records))
    return list(warc.read(stream, "news.warc", Config(**settings)))


def of(kind, found):
    return [row for row in found if isinstance(row, kind)]


@pytest.fixture
def every_page_is_a_story(monkeypatch):
    monkeypatch.setattr(webpages, "ask", lambda task, page, seconds: page.decode())


def test_a_page_is_an_article_with_its_address(news_page, body):
    (article,) = read(record(answer(news_page())))
    assert (article.article_id, article.path, article.line) == ("urn:uuid:1", "news.warc", 1)
    assert article.embedded is True
    assert article.url == URL
    assert article.text.endswith("\n".join(body))
    assert (article.title, article.outlet) == ("Ferry stops without a word", "Harbour Gazette")
    assert article.date == "2026-03-02T11:30:00Z"
    assert article.encoding == "utf-8"


def test_the_day_of_the_crawl_is_no_day_of_publication(news_page):
    (article,) = read(record(answer(news_page(linked=None))))
    assert article.date is None


def test_the_address_it_was_fetched_from_comes_before_what_the_page_says(news_page):
    elsewhere = '<link rel="canonical" href="https://gazette.example/">'
    (article,) = read(record(answer(news_page(head=elsewhere))))
    assert article.url == URL
    (article,) = read(record(answer(news_page(head=elsewhere)), url="urn:x"))
    assert article.url == "https://gazette.example/"


@pytest.mark.usefixtures("every_page_is_a_story")
def test_a_record_without_an_id_is_named_by_its_number():
    records = [record(answer("a b")), record(answer("c d")).replace(b"WARC-Record-ID", b"X")]
    assert [row.article_id for row in read(*records)] == ["urn:uuid:1", "news.warc:2"]


def chunked(data, size=100):
    parts = (data[at : at + size] for at in range(0, len(data), size))
    return b"".join(b"%x\r\n%s\r\n" % (len(part), part) for part in parts) + b"0\r\n\r\n"


PACKED = {
    "gzip": (b"Content-Encoding: gzip\r\n", gzip.compress),
    "deflate": (b"Content-Encoding: deflate\r\n", zlib.compress),
    "chunked": (b"Transfer-Encoding: chunked\r\n", chunked),
    "both": (
        b"Transfer-Encoding: chunked\r\nContent-Encoding: gzip\r\n",
        lambda data: chunked(gzip.compress(data)),
    ),
    "unpacked by the crawler": (b"Content-Encoding: gzip\r\n", bytes),
    "joined by the crawler": (b"Transfer-Encoding: chunked\r\n", bytes),
}


@pytest.mark.usefixtures("every_page_is_a_story")
@pytest.mark.parametrize(("header", "pack"), PACKED.values(), ids=PACKED)
def test_an_answer_is_unpacked_as_its_headers_say(header, pack):
    page = "<html><p>The ferry stopped at noon.</p></html>" * 50
    (article,) = read(record(answer(pack(page.encode()), HTTP + header)))
    assert article.text == page


PAGE = b"<html><p>The ferry stopped at noon.</p></html>" * 50
PACKED_PAGE = gzip.compress(random.Random(3).randbytes(2000).hex().encode())
GZIP, CHUNKED = PACKED["gzip"][0], PACKED["chunked"][0]
IN_PART = {
    "gzip without its trailer": (GZIP, gzip.compress(PAGE)[:-8]),
    "half of gzip": (GZIP, PACKED_PAGE[: len(PACKED_PAGE) // 2]),
    "damaged gzip": (GZIP, PACKED_PAGE[:200] + b"\xff" * 40 + PACKED_PAGE[240:]),
    "a cut second member": (GZIP, gzip.compress(PAGE) + PACKED_PAGE[:-20]),
    "half of deflate": (b"Content-Encoding: deflate\r\n", zlib.compress(PAGE)[:-5]),
    "no last chunk": (CHUNKED, chunked(PAGE)[: -len(b"0\r\n\r\n")]),
    "a cut chunk": (CHUNKED, chunked(PAGE)[:250]),
    "cut gzip in whole chunks": (PACKED["both"][0], chunked(gzip.compress(PAGE)[:-8])),
    "whole gzip in cut chunks": (PACKED["both"][0], chunked(gzip.compress(PAGE))[:-5]),
    "too short": (b"Content-Length: %d\r\n" % (len(PAGE) + 1), PAGE),
}


@pytest.mark.usefixtures("every_page_is_a_story")
@pytest.mark.parametrize(("header", "body"), IN_PART.values(), ids=IN_PART)
def test_a_page_that_is_not_all_there_is_unread(header, body):
    whole = record(answer(PAGE), number=2)
    unread, article = read(record(answer(body, HTTP + header)), whole)
    assert unread == Unread("news.warc:1", "the page is not all there")
    assert article.text == PAGE.decode()


WHOLE = {
    "two members of gzip": (GZIP, gzip.compress(PAGE[:900]) + gzip.compress(PAGE[900:])),
    "a member of gzip for each byte": (GZIP, b"".join(gzip.compress(b"%c" % c) for c in PAGE)),
    "gzip with something behind it": (GZIP, gzip.compress(PAGE) + b"\0\0"),
    "deflate without a header": (b"Content-Encoding: deflate\r\n", zlib.compress(PAGE)[2:-4]),
    "as long as it says": (b"Content-Length: %d\r\n" % len(PAGE), PAGE),
    "longer than it says": (b"Content-Length: 5\r\n", PAGE),
    "unpacked, with the length of the packed": (GZIP + b"Content-Length: 99999\r\n", PAGE),
    "an encoding of characters": (b"Content-Encoding: utf-8\r\n", PAGE),
    "unpacked brotli": (b"Content-Encoding: br\r\n", PAGE),
    "brotli": (b"Content-Encoding: br\r\n", brotli.compress(PAGE)),
    "chunks with notes": (CHUNKED, b"%X; a=b\r\n%s\r\n000\r\n" % (len(PAGE), PAGE)),
}


@pytest.mark.usefixtures("every_page_is_a_story")
@pytest.mark.parametrize(("header", "body"), WHOLE.values(), ids=WHOLE)
def test_a_page_that_is_all_there_is_an_article(header, body):
    (article,) = read(record(answer(body, HTTP + header)))
    assert article.text == PAGE.decode()


@pytest.mark.usefixtures("every_page_is_a_story")
@pytest.mark.parametrize(
    ("coding", "body"),
    [
        ("br", b"\x8b\x02" + PACKED_PAGE),
        ("br", brotli.compress(PAGE)[:-4]),
        ("compress", b"\x1f\x9d\x90" + bytes(range(256))),
    ],
)
def test_a_page_that_cannot_be_unpacked_is_unread_with_the_name_of_its_packing(coding, body):
    header = f"Content-Encoding: {coding}\r\n".encode()
    (unread,) = read(record(answer(body, HTTP + header)))
    reason = f"the page is packed as {coding}, which is not read or not whole"
    assert unread == Unread("news.warc:1", reason)


@pytest.mark.usefixtures("every_page_is_a_story")
def test_a_response_without_a_media_type_is_an_answer_all_the_same():
    bare = record(answer("<p>one</p>")).replace(b"Content-Type: application/http\r\n", b"")
    (article,) = read(bare)
    assert article.text == "<p>one</p>"


@pytest.mark.usefixtures("every_page_is_a_story")
@pytest.mark.parametrize(
    "before",
    ["\ufeff", "<!-- a > b -->\n<!-- c -->", '<?xml version="1.0"?>\n', "\ufeff <?x?><!-- -->"],
)
@pytest.mark.parametrize("begin", ["<html>", "<!DOCTYPE html>"])
def test_a_page_without_a_media_type_is_known_behind_what_may_stand_before_it(before, begin):
    (article,) = read(record(answer(f"{before}{begin}<p>one</p>", b"HTTP/1.1 200 OK\r\n")))
    assert article.text.endswith("<p>one</p>")


def test_what_begins_with_comments_without_end_is_passed_over_at_once():
    """Comments can be told apart in more ways than there is time for."""
    other = answer("<!---->" * 500 + "{}", b"HTTP/1.1 200 OK\r\n")
    assert of(Unread, read(record(other))) == [
        Unread("news.warc", "there is no web page in it"),
    ]


def test_an_answer_that_unpacks_without_end_is_cut_off_at_the_limit():
    bomb = gzip.compress(b"<p>x</p>" * 10_000_000)
    archive = record(answer(bomb, HTTP + b"Content-Encoding: gzip\r\n"))
    tracemalloc.start()
    (unread,) = read(archive, max_article_mb=1)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 10_000_000
    assert unread.place == "news.warc:1"
    assert "max-article-mb" in unread.reason


@pytest.mark.usefixtures("every_page_is_a_story")
@pytest.mark.parametrize(
    ("head", "encoding"),
    [
        (b"Content-Type: text/html; charset=windows-1251\r\n", "windows-1251"),
        (b'Content-Type: TEXT/HTML;Charset="ISO-8859-1"\r\n', "windows-1252"),
        (b"content-type: application/xhtml+xml ; charset='koi8-r'\r\n", "koi8-r"),
    ],
)
def test_the_server_says_which_encoding_it_is(head, encoding):
    article, told = read(record(answer("Förde".encode("latin-1"), b"HTTP/1.1 200 OK\r\n" + head)))
    assert (article.text, article.encoding) == (b"F\xf6rde".decode(encoding), encoding)
    assert told == Notice("news.warc", f"pages that are not in UTF-8 are read: 1 as {encoding}")


@pytest.mark.usefixtures("every_page_is_a_story")
def test_text_and_pages_that_were_fetched_otherwise_are_articles():
    found = read(
        record(b"<p>one</p>", "resource", 1, media="text/html"),
        record("zwei – drei".encode(), "resource", 2, media="text/plain; charset=utf-8"),
        record(answer("two", b"HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n"), number=3),
        record(answer("<!DOCTYPE html><p>3</p>", b"HTTP/1.1 200 OK\r\n"), number=4),
    )
    assert [row.text for row in found] == [
        *("<p>one</p>", "zwei – drei", "two", "<!DOCTYPE html><p>3</p>"),
    ]


@pytest.mark.usefixtures("every_page_is_a_story")
def test_what_holds_no_article_is_counted_and_not_read():
    other = b"HTTP/1.1 %s\r\nContent-Type: %s\r\n"
    found = read(
        record(b"software: x", "warcinfo", media="application/warc-fields"),
        record(b"GET / HTTP/1.1\r\n\r\n", "request"),
        record(answer("gone", other % (b"404 Not Found", b"text/html"))),
        record(answer("", other % (b"301 Moved", b"text/html"))),
        record(answer(b"\x89PNG", other % (b"200 OK", b"image/png"))),
        record(
            answer("User-agent: *", other % (b"200 OK", b"text/plain")), url=URL + "/robots.txt"
        ),
        record(b"log", "resource", url="metadata://tool/log", media="text/plain"),
        record(answer("<p>A story.</p>"), number=9),
    )
    article, told = found
    assert (article.article_id, article.line) == ("urn:uuid:9", 8)
    assert told == Notice(
        "news.warc",
        "records that hold no article are passed over: 2 answers other than 200, 2 files of the "
        "crawler, 1 files that are neither pages nor text, 2 records of other kinds",
    )


def test_a_film_is_passed_over_whatever_its_size():
    film = answer(bytes(3_000_000), b"HTTP/1.1 200 OK\r\nContent-Type: video/mp4\r\n")
    unread, told = read(record(film), max_article_mb=1)
    assert unread == Unread("news.warc", "there is no web page in it")
    assert "1 files that are neither pages nor text" in told.message


@pytest.mark.usefixtures("every_page_is_a_story")
@pytest.mark.parametrize(
    ("bad", "words"),
    [
        (record(answer("x"), more="WARC-Truncated: length\r\n"), "did not keep all"),
        (record(answer(b"\0" * 9)), "looks binary"),
        (record(answer("x" * 1_000_001)), "max-article-mb"),
        (record(answer("x" * 1_200_000)), "max-article-mb"),
        (record(answer("")), "no article text"),
        (record(b"", "resource", media="text/plain"), "there is no text in it"),
        (record(b"\xff\0", "resource", media="text/plain"), "looks binary"),
        (b"WARC/1.0\r\nWARC-Type: response\r\n\r\n", "broken headers"),
        (b"something else\r\n\r\n", "no WARC record"),
    ],
)
def test_a_record_that_cannot_be_read_costs_only_itself(bad, words):
    one, three = record(answer("one")), record(answer("three"), number=3)
    found = read(one, bad, three, max_article_mb=1)
    assert [row.article_id for row in of(Article, found)] == ["urn:uuid:1", "urn:uuid:3"]
    (unread,) = of(Unread, found)
    assert unread.place == "news.warc:2"
    assert words in unread.reason


@pytest.mark.usefixtures("every_page_is_a_story")
def test_an_archive_that_is_cut_off_loses_its_last_record_only():
    last = record(answer("three"), number=3)
    found = read(record(answer("one")), record(answer("two"), number=2), last[:-8])
    assert [row.article_id for row in of(Article, found)] == ["urn:uuid:1", "urn:uuid:2"]
    (unread,) = of(Unread, found)
    assert (unread.place, unread.breaks_off) == ("news.warc:3", True)


@pytest.mark.usefixtures("every_page_is_a_story")
def test_a_field_that_cannot_be_used_is_told_once_an_archive():
    page = '<meta name="date" content="on Monday">'
    found = read(*(record(answer(page), number=number) for number in range(3)))
    assert of(Notice, found) == [
        Notice(
            "news.warc:1",
            "the date of the page cannot be read as a date ('on Monday') and is left out; so is "
            "that of 2 more",
        )
    ]


def test_an_empty_archive_is_unread():
    assert read(b"") == [Unread("news.warc", "there is no web page in it")]


def test_what_to_install_is_said_once_an_archive(monkeypatch):
    monkeypatch.setitem(sys.modules, "fastwarc.warc", None)
    (unread,) = read(*(record(answer("x"), number=number) for number in range(5)))
    assert unread.place == "news.warc"
    assert unread.reason.endswith("pip install 'provenance-check[warc]'")


def test_what_reads_pages_may_be_missing_as_well(monkeypatch):
    monkeypatch.setattr(webpages, "ask", lambda *_: Refused("needs it", "trafilatura"))
    (unread,) = read(*(record(answer("x"), number=number) for number in range(5)))
    assert unread.place == "news.warc"
    assert unread.reason.endswith("pip install 'provenance-check[html]'")


@pytest.mark.usefixtures("every_page_is_a_story")
@pytest.mark.parametrize(
    "block", [b"", b"\r\n", b"HTTP", b"HTTP/1.1\r\n\r\n", b"\xff" * 99, b"GET / HTTP/1.1\r\n\r\nx"]
)
def test_an_answer_that_is_none_is_passed_over_or_unread(block):
    found = read(record(block))
    assert of(Article, found) == []
    assert of(Unread, found)


def test_changed_bytes_never_stop_the_reader(monkeypatch):
    """A library that reads bytes of strangers may fail in any way."""
    monkeypatch.setattr(webpages, "ask", lambda task, page, seconds: "text")
    page = b"<html><p>The ferry stopped at noon.</p></html>"
    whole = b"".join(
        record(answer(pack(page), HTTP + header), number=number)
        for number, (header, pack) in enumerate(PACKED.values())
    )
    dice = random.Random(9)
    for _ in range(300):
        data = bytearray(whole)
        for _ in range(dice.randint(1, 20)):
            at = dice.randrange(len(data))
            data[at : at + dice.randint(0, 3)] = dice.randbytes(dice.randint(0, 3))
        found = read(bytes(data))
        assert of(Article, found) or of(Unread, found)


@given(st.binary(max_size=200))
def test_any_bytes_are_an_archive_or_none(data):
    assert of(Unread, read(data)) or of(Article, read(data))


def test_archives_are_told_by_their_suffix():
    assert READERS[".warc"] is warc.read
